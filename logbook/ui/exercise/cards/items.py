# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Questions asked for each chosen card or option, with the cards in view above them.

One card at a time below a strip of all of them; on a narrow page all below each other.
Which cards there are is the draft's; answers go to the draft.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from logbook.core.entry import OWN_ITEM, AnswerKey
from logbook.core.exercise import BlockKind, Prompt
from logbook.core.library import Library
from logbook.ui.exercise.blocks.question import Question, prose_question
from logbook.ui.exercise.blocks.tab_order import fields_in, set_tab_order
from logbook.ui.exercise.cards.faces import Face, FaceKind, face_of
from logbook.ui.exercise.cards.large import LargeCardDialog
from logbook.ui.exercise.cards.painting import FaceView
from logbook.ui.exercise.cards.tiles import CardStrip, reveal
from logbook.ui.exercise.cards.words import words_about
from logbook.ui.exercise.draft import Draft
from logbook.ui.theme import Theme
from logbook.ui.widgets.buttons import Button
from logbook.ui.widgets.labels import PlainLabel
from logbook.ui.widgets.shortcuts import add_shortcut

_NARROW = 430
_STRIP_LINES = 3


class ItemPanel(QWidget):
    """The questions about one card.

    Signals:
        reference_requested(str): a reference page was asked for.
    """

    reference_requested = Signal(str)

    def __init__(
        self,
        theme: Theme,
        draft: Draft,
        block_id: str,
        face: Face,
        prompts: Sequence[Prompt],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.picture = FaceView(theme, face, 240, self)
        self._title = PlainLabel(face.title, "title", self, wrap=True)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(14)
        body.addWidget(self.picture)
        body.addWidget(self._title)
        self._prompts = tuple(prompts)
        self.questions: list[Question] = []
        for prompt in prompts:
            key = AnswerKey(block_id, prompt.id, face.ref)
            spoken = _spoken(face, prompt)
            made = prose_question(theme, prompt, key, draft, prompt.text, self, spoken)
            made.reference_requested.connect(self.reference_requested)
            self.questions.append(made)
            body.addWidget(made)

    def show_picture(self, shown: bool) -> None:
        """Whether the card itself stands here, because no strip shows it."""
        self.picture.setVisible(shown)
        # A face of words says the title already.
        self._title.setVisible(not shown or self.picture.face.kind is FaceKind.PICTURE)

    def set_face(self, face: Face) -> None:
        """Show other words for the same card."""
        self.picture.set_face(face)
        self._title.setText(face.title)
        for prompt, question in zip(self._prompts, self.questions, strict=True):
            question.set_spoken(_spoken(face, prompt))

    def show_only(self, prompt_id: str | None) -> None:
        """Show one question, or all of them with None."""
        for question in self.questions:
            question.setVisible(prompt_id is None or question.prompt_id == prompt_id)

    def first_empty(self) -> Question | None:
        """The first question in view without an answer, or None."""
        shown = [question for question in self.questions if question.isVisibleTo(self)]
        return next((question for question in shown if question.is_empty()), None)


def _spoken(face: Face, prompt: Prompt) -> str:
    """A question about a card as a screen reader says it."""
    return f"{face.title}: {prompt.text}"


class ItemQuestions(QWidget):
    """A strip of the chosen cards, and the questions about the one in hand.

    Args:
        library: gives the library as it is now; own cards may come and go.
        source: the block in which the cards were chosen.
        block_id: the block whose questions these are.
        movable: whether the order can be changed here.

    Signals:
        moved(str, int): the user moved a card to this place, from 0.
        reference_requested(str): a reference page was asked for.
    """

    moved = Signal(str, int)
    reference_requested = Signal(str)

    def __init__(
        self,
        theme: Theme,
        draft: Draft,
        library: Callable[[], Library],
        source: str,
        block_id: str,
        prompts: Sequence[Prompt],
        movable: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._draft = draft
        self._library = library
        self._source = source
        self._source_block = draft.exercise.block(source) if draft.exercise else None
        self._block_id = block_id
        self._prompts = tuple(prompts)
        self._only: str | None = None
        self._current = ""
        self._narrow = False
        self._panels: dict[str, ItemPanel] = {}
        self._build(movable)
        draft.items_changed.connect(self._on_draft_items_changed)
        draft.value_changed.connect(self._on_draft_value_changed)
        self.refresh()

    @property
    def current(self) -> str:
        """The card in hand; "" when none was chosen."""
        return self._current

    def _build(self, movable: bool) -> None:
        told = self._source_block is not None and any(
            prompt.per_item for prompt in self._source_block.prompts
        )
        self.strip = CardStrip(self._theme, movable, _STRIP_LINES if told else 0, self)
        self.strip.pressed.connect(self.go_to)
        self.strip.taken.connect(self._on_strip_taken)
        self.strip.moved.connect(self.moved)
        self.strip.large_requested.connect(self._on_strip_large_requested)
        self.strip.double_pressed.connect(self._on_strip_large_requested)
        self._holder = QVBoxLayout()
        self._holder.setSpacing(30)
        cards = self._source_block is None or self._source_block.kind is BlockKind.CARDS
        back = self.tr("Vorige kaart") if cards else self.tr("Vorige keuze")
        forward = self.tr("Volgende kaart") if cards else self.tr("Volgende keuze")
        self.back = Button(back, "quiet", "arrow-left", self)
        self.forward = Button(forward, "quiet", "arrow-right", self)
        self.back.clicked.connect(self._on_back_clicked)
        self.forward.clicked.connect(self._on_forward_clicked)
        self._walk = QHBoxLayout()
        self._walk.addWidget(self.back)
        self._walk.addStretch(1)
        self._walk.addWidget(self.forward)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(18)
        body.addWidget(self.strip)
        body.addLayout(self._holder)
        body.addLayout(self._walk)
        self.back.setToolTip(self.tr("Alt+Shift+PageUp"))
        self.forward.setToolTip(self.tr("Alt+Shift+PageDown"))
        for key, slot in (
            ("Alt+Shift+PgUp", self._on_back_clicked),
            ("Alt+Shift+PgDown", self._on_forward_clicked),
        ):
            add_shortcut(self, key, slot)

    # --- showing

    def refresh(self) -> None:
        """Show the cards that are chosen now."""
        items = self._draft.items(self._source)
        faces = [self._face(item) for item in items]
        if self._current not in items:
            self._current = items[0] if items else ""
        self.strip.set_faces(faces)
        for face in faces:
            self._tell_words(face)
        self._arrange(items)

    def show_only(self, prompt_id: str | None) -> None:
        """Show one question for each card, or all of them with None."""
        self._only = prompt_id
        for panel in self._panels.values():
            panel.show_only(prompt_id)

    @Slot(str)
    def go_to(self, ref: str) -> None:
        """Take this card in hand."""
        if ref in self._draft.items(self._source):
            self._current = ref
            self._arrange(self._draft.items(self._source))

    def focus_first_empty(self) -> None:
        """Go to the first card with an empty question and put the keyboard there."""
        items = self._draft.items(self._source)
        for ref in (self._current, *items) if self._current else items:
            empty = self._panel(ref).first_empty()
            if empty is not None:
                self.go_to(ref)
                self._focus(empty)
                return
        if items:
            self._focus_current()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < self._theme.px(_NARROW)
        if narrow != self._narrow:
            self._narrow = narrow
            self._arrange(self._draft.items(self._source))

    def _arrange(self, items: Sequence[str]) -> None:
        self.strip.setVisible(bool(items) and not self._narrow)
        self.strip.mark(self._current)
        shown = [ref for ref in items if self._narrow or ref == self._current]
        for ref in shown:
            self._panel(ref)
        for ref, panel in self._panels.items():
            panel.setVisible(ref in shown)
            panel.show_picture(self._narrow)
        if self._narrow:
            for place, ref in enumerate(shown):
                self._holder.insertWidget(place, self._panels[ref])
        place = items.index(self._current) if self._current in items else 0
        walking = len(items) > 1 and not self._narrow
        self.back.setVisible(walking and place > 0)
        self.forward.setVisible(walking and place < len(items) - 1)
        panels = [self._panels[ref] for ref in shown]
        set_tab_order(self, [*fields_in(self.strip, *panels), self.back, self.forward])

    def _panel(self, ref: str) -> ItemPanel:
        panel = self._panels.get(ref)
        if panel is None:
            panel = ItemPanel(
                self._theme, self._draft, self._block_id, self._face(ref), self._prompts, self
            )
            panel.reference_requested.connect(self.reference_requested)
            panel.show_only(self._only)
            panel.show_picture(self._narrow)
            self._panels[ref] = panel
            self._holder.addWidget(panel)
        return panel

    def _face(self, item: str) -> Face:
        return face_of(item, self._source, self._draft, self._library())

    def _tell_words(self, face: Face) -> None:
        tile = self.strip.tile(face.ref)
        if tile is not None:
            words = words_about(face.ref, self._source, self._draft)
            tile.set_words(words.title, words.rest)

    def _focus_current(self) -> None:
        panel = self._panel(self._current)
        shown = [question for question in panel.questions if question.isVisibleTo(panel)]
        if shown:
            self._focus(shown[0])

    def _focus(self, question: Question) -> None:
        """Put the keyboard in a field, with the cards in view when both fit."""
        question.focus_field()

        def scroll() -> None:
            reveal(self.strip)
            reveal(question)

        # The page takes its new shape first.
        QTimer.singleShot(0, question, scroll)

    def _step(self, by: int) -> None:
        items = self._draft.items(self._source)
        if self._current in items:
            place = items.index(self._current) + by
            if 0 <= place < len(items):
                self.go_to(items[place])
                self._focus_current()

    # --- what happens

    @Slot()
    def _on_back_clicked(self) -> None:
        self._step(-1)

    @Slot()
    def _on_forward_clicked(self) -> None:
        self._step(1)

    @Slot(str)
    def _on_strip_taken(self, ref: str) -> None:
        # No scrolling: the second press of a double press must find the card where it was.
        empty = self._panel(ref).first_empty()
        if empty is not None:
            empty.focus_field()

    @Slot(str)
    def _on_strip_large_requested(self, ref: str) -> None:
        faces = [tile.face for tile in self.strip.tiles]
        LargeCardDialog(self._theme, faces, ref, False, self).open()

    @Slot(str)
    def _on_draft_items_changed(self, block_id: str) -> None:
        if block_id == self._source:
            self.refresh()

    @Slot(object)
    def _on_draft_value_changed(self, key: AnswerKey) -> None:
        if key.block != self._source:
            return
        # The answer of the block itself holds the words of an own option.
        item = key.item or OWN_ITEM
        tile = self.strip.tile(item)
        if tile is not None:
            face = self._face(item)
            if face != tile.face:
                tile.set_face(face)
                if item in self._panels:
                    self._panels[item].set_face(face)
            self._tell_words(face)

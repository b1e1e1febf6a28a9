# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""`.each` and `.beside`: what was chosen earlier in view, with questions or just to look at."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from logbook.core.entry import OWN_ITEM, AnswerKey
from logbook.core.exercise import OfSettings
from logbook.core.text import without_marks
from logbook.ui.editor.answer_field import AnswerField
from logbook.ui.exercise.blocks.tab_order import fields_in, set_tab_order
from logbook.ui.exercise.blocks.view import BlockView
from logbook.ui.exercise.cards.faces import Face, FaceKind, face_of
from logbook.ui.exercise.cards.items import ItemQuestions
from logbook.ui.exercise.cards.painting import FaceView
from logbook.ui.exercise.cards.words import words_about
from logbook.ui.exercise.draft import Draft
from logbook.ui.theme import Theme
from logbook.ui.widgets.frames import CardFrame
from logbook.ui.widgets.labels import PlainLabel
from logbook.ui.widgets.layouts import clear_layout, lay_beside

_STACKED = 480


class OfBlockView(BlockView):
    """A block that leans on what was chosen in an earlier one."""

    def build(self) -> None:
        settings = self.block.settings
        assert isinstance(settings, OfSettings)
        self.source = settings.of
        source = self.draft.exercise.block(self.source) if self.draft.exercise else None
        text = self.tr(
            "Je hebt bij ‘{title}’ nog niets gekozen. Wat je daar kiest, komt hier te staan."
        )
        title = source.title if source else self.source
        self.nothing = PlainLabel(text.format(title=title), "muted", self, wrap=True)
        self.body.addWidget(self.nothing)
        self.draft.items_changed.connect(self._on_draft_items_changed)

    def show_nothing(self) -> None:
        """Say so when nothing was chosen yet."""
        self.nothing.setVisible(not self.draft.items(self.source))

    def refresh(self) -> None:
        """Show what is chosen now."""

    @Slot(str)
    def _on_draft_items_changed(self, block_id: str) -> None:
        if block_id == self.source:
            self.refresh()


class EachBlockView(OfBlockView):
    """The questions of this block for each card or option that was chosen."""

    def build(self) -> None:
        super().build()
        self.items = ItemQuestions(
            self.theme,
            self.draft,
            self.context.services.content.library,
            self.source,
            self.block.id,
            self.block.prompts,
            parent=self,
        )
        self.items.reference_requested.connect(self.reference_requested)
        self.body.addWidget(self.items)
        self.show_nothing()

    def refresh(self) -> None:
        self.show_nothing()

    def prompt_ids(self) -> tuple[str, ...]:
        return tuple(prompt.id for prompt in self.block.prompts)

    def show_only(self, prompt_id: str | None) -> None:
        self.items.show_only(prompt_id)

    def focus_first_empty(self) -> None:
        self.items.focus_first_empty()


class _Pair(CardFrame):
    """A card and what was written about it, with room for a remark."""

    def __init__(
        self, theme: Theme, draft: Draft, face: Face, source: str, block_id: str, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._draft = draft
        self._source = source
        self.picture = FaceView(theme, face, 300, self)
        self._words = QVBoxLayout()
        self._words.setSpacing(4)
        self._beside = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._beside.setSpacing(20)
        self._beside.addWidget(self.picture, 1)
        self._beside.addLayout(self._words, 1)
        self.body.addLayout(self._beside)
        hint = self.tr("Valt je iets op? Dat hoeft niet.")
        key = AnswerKey(block_id, "", face.ref)
        name = self.tr("Opmerking bij {card}").format(card=face.title)
        self.field = AnswerField(draft, key, theme, name, hint, parent=self)
        self.field.editor.set_minimum_lines(2)
        self.body.addSpacing(4)
        self.body.addWidget(self.field)
        self.tell(face)

    def tell(self, face: Face) -> None:
        """Show the card and the words as they are now."""
        self.picture.set_face(face)
        clear_layout(self._words)
        self._words.addWidget(PlainLabel(face.title, "heading", self, wrap=True))
        if face.kind is FaceKind.WORD:
            self._words.addWidget(PlainLabel(face.description, "muted", self, wrap=True))
        answers = words_about(face.ref, self._source, self._draft).answers
        for prompt, text in answers:
            self._words.addSpacing(6)
            self._words.addWidget(PlainLabel(prompt.text, "small", self, wrap=True))
            self._words.addWidget(PlainLabel(without_marks(text), "reading", self, wrap=True))
        if not answers:
            nothing = self.tr("Bij deze kaart staan nog geen woorden.")
            self._words.addWidget(PlainLabel(nothing, "muted", self, wrap=True))
        self._words.addStretch(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        stacked = self.width() < self._theme.px(_STACKED)
        lay_beside(self._beside, not stacked)


class BesideBlockView(OfBlockView):
    """Every chosen card beside the words about it; looking is enough."""

    def build(self) -> None:
        super().build()
        self._pairs: dict[str, _Pair] = {}
        self._holder = QVBoxLayout()
        self._holder.setSpacing(16)
        self.body.addLayout(self._holder)
        self.draft.value_changed.connect(self._on_draft_value_changed)
        self.refresh()

    def refresh(self) -> None:
        self.show_nothing()
        items = self.draft.items(self.source)
        for shown in self._pairs.values():
            shown.hide()
        for place, item in enumerate(items):
            pair = self._pairs.get(item)
            if pair is None:
                face = self._face(item)
                pair = _Pair(self.theme, self.draft, face, self.source, self.block.id, self)
                self._pairs[item] = pair
            self._holder.insertWidget(place, pair)
            pair.show()
        set_tab_order(self.nothing, fields_in(*(self._pairs[item] for item in items)))

    def focus_first_empty(self) -> None:
        for item in self.draft.items(self.source):
            self._pairs[item].field.setFocus()
            return

    def _face(self, item: str) -> Face:
        library = self.context.services.content.library()
        return face_of(item, self.source, self.draft, library)

    @Slot(object)
    def _on_draft_value_changed(self, key: AnswerKey) -> None:
        item = key.item or OWN_ITEM
        if key.block == self.source and item in self._pairs:
            self._pairs[item].tell(self._face(item))

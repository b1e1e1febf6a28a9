# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""`.rank`: options, or what was chosen earlier, in an order of the user's own; and why.

An order that nobody made is no answer: nothing is kept before something was moved or confirmed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from logbook import texts
from logbook.core.entry import AnswerKey, Value
from logbook.core.exercise import Block, BlockKind, OfSettings
from logbook.ui.context import Context
from logbook.ui.editor.answer_field import AnswerField
from logbook.ui.exercise.blocks.each import OfBlockView
from logbook.ui.exercise.blocks.question import Question
from logbook.ui.exercise.blocks.rank_list import RankList
from logbook.ui.exercise.cards.faces import Face, FaceKind, face_of
from logbook.ui.exercise.draft import Draft
from logbook.ui.widgets.buttons import Button
from logbook.ui.widgets.labels import PlainLabel


def merged_order(kept: Sequence[str], there: Sequence[str]) -> tuple[str, ...]:
    """What is there, in the kept order; what is new comes at the end."""
    known = [item for item in kept if item in there]
    return (*known, *(item for item in there if item not in known))


def order_to_keep(made: Sequence[str], kept: Sequence[str]) -> tuple[str, ...]:
    """A new order with what was put away in its old place, for when it is chosen again."""
    order = list(made)
    for place, item in enumerate(kept):
        if item not in order:
            order.insert(min(place, len(order)), item)
    return tuple(order)


class RankField(QWidget):
    """The rows, the way to say that they stand well, and why the first is first."""

    def __init__(self, block: Block, draft: Draft, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        settings = block.settings
        assert isinstance(settings, OfSettings)
        theme = context.theme
        self._block = block
        self._draft = draft
        self._of = settings.of
        self._key = AnswerKey(block.id, block.prompts[0].id)
        self.rows = RankList(theme, self)
        self.state = PlainLabel("", "small", self, wrap=True)
        self.leave = Button(self.tr("Zo laten"), "", "check", self)
        self.clear = Button(self.tr("Geen volgorde"), "link", "", self)
        self.why = PlainLabel("", "heading", self, wrap=True)
        self.explanation = AnswerField(draft, self._key, theme, self.tr("Waarom?"), parent=self)
        self._lay_out()
        self.setFocusProxy(self.rows)
        self.rows.order_changed.connect(self._on_rows_order_changed)
        self.leave.clicked.connect(self._on_leave_clicked)
        self.clear.clicked.connect(self._on_clear_clicked)
        draft.value_changed.connect(self._on_draft_value_changed)
        self.refresh()

    def is_empty(self) -> bool:
        """Whether no order was made and nothing was written."""
        return self._value.is_empty

    def items(self) -> tuple[str, ...]:
        """What there is to put in order, as it was chosen or as the author gave it."""
        if self._of:
            return self._draft.items(self._of)
        return tuple(option.id for option in self._block.prompts[0].options)

    def refresh(self) -> None:
        """Show what is there now, in the order that was made."""
        order = merged_order(self._kept, self.items())
        faces = [self._face(item) for item in order]
        settled = bool(self._kept)
        self.rows.set_faces(faces, settled)
        fresh = [face.title for face in faces if settled and face.ref not in self._kept]
        self.state.setText(self._waiting(fresh, settled))
        self.state.setVisible(bool(fresh) or not settled)
        self.leave.setVisible(bool(fresh) or not settled)
        self.clear.setVisible(settled)
        if faces:
            first = faces[0].title.rstrip(".")
            question = self.tr("Waarom staat ‘{item}’ bovenaan?").format(item=first)
            self.why.setText(question)
            self.explanation.editor.setAccessibleName(question)
        asked = settled or bool(self._value.text.strip())
        self.why.setVisible(asked)
        self.explanation.setVisible(asked)

    def _waiting(self, fresh: Sequence[str], settled: bool) -> str:
        """What is left to do; `fresh` was chosen after the order was made."""
        if fresh:
            one = self.tr("{items} heeft nog geen plaats in je volgorde.")
            more = self.tr("{items} hebben nog geen plaats in je volgorde.")
            text = one if len(fresh) == 1 else more
            new = text.format(items=texts.joined([f"‘{title}’" for title in fresh]))
            return new + " " + self.tr("Staat het zo goed? Kies dan ‘Zo laten’.")
        if settled:
            return ""
        return self.tr(
            "Sleep met de muis, of kies een regel en druk op Alt met een pijl. "
            "Staat het al goed? Kies dan ‘Zo laten’."
        )

    @property
    def _value(self) -> Value:
        return self._draft.value(self._key)

    @property
    def _kept(self) -> tuple[str, ...]:
        return self._value.cards or self._value.options

    def _face(self, item: str) -> Face:
        if self._of:
            return face_of(item, self._of, self._draft, self._draft.library)
        options = self._block.prompts[0].options
        return Face(item, next(o.text for o in options if o.id == item), "", FaceKind.OPTION)

    def _lay_out(self) -> None:
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(8)
        body.addWidget(self.rows)
        acts = QHBoxLayout()
        acts.setSpacing(12)
        acts.addWidget(self.state, 1)
        acts.addWidget(self.clear)
        acts.addWidget(self.leave)
        body.addLayout(acts)
        body.addSpacing(8)
        body.addWidget(self.why)
        body.addWidget(self.explanation)

    def _keep(self, order: Sequence[str]) -> None:
        """Store an order; cards and options each have their own part of the value."""
        source = self._draft.exercise.block(self._of) if self._draft.exercise else None
        if source is not None and source.kind is BlockKind.CARDS:
            value = replace(self._value, cards=tuple(order))
        else:
            value = replace(self._value, options=tuple(order))
        self._draft.set_value(self._key, value)

    @Slot(list)
    def _on_rows_order_changed(self, order: list[str]) -> None:
        self._keep(order_to_keep(order, self._kept))

    @Slot()
    def _on_leave_clicked(self) -> None:
        self._keep(order_to_keep(self.rows.order, self._kept))
        self.explanation.setFocus()

    @Slot()
    def _on_clear_clicked(self) -> None:
        self._draft.set_value(self._key, replace(self._value, cards=(), options=()))
        self.rows.focus()

    @Slot(object)
    def _on_draft_value_changed(self, key: AnswerKey) -> None:
        if key == self._key or (self._of and key.block == self._of):
            self.refresh()


class RankBlockView(OfBlockView):
    """An order of options or of what was chosen earlier."""

    def build(self) -> None:
        super().build()
        self.field = RankField(self.block, self.draft, self.context, self)
        prompt = self.block.prompts[0]
        empty = self.field.is_empty
        self.add_question(Question(self.theme, prompt, "", self.field, empty, self.draft, self))
        self.refresh()

    def refresh(self) -> None:
        there = bool(self.field.items())
        self.nothing.setVisible(not there)
        self.field.setVisible(there)

    def guide_topic(self) -> str:
        return "rank"

    def prompt_ids(self) -> tuple[str, ...]:
        return ("",)

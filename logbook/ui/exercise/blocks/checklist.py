# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""`.checklist`: how each item stands, with room to explain. Nothing is counted."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from logbook.core.entry import AnswerKey
from logbook.core.exercise import Prompt
from logbook.ui.editor.answer_field import AnswerField
from logbook.ui.exercise.blocks.question import Question
from logbook.ui.exercise.blocks.segments import Segments
from logbook.ui.exercise.blocks.view import BlockView
from logbook.ui.exercise.draft import Draft
from logbook.ui.theme import Theme
from logbook.ui.widgets.buttons import Button
from logbook.ui.widgets.frames import Separator
from logbook.ui.widgets.labels import PlainLabel
from logbook.ui.widgets.layouts import lay_beside

_NARROW = 620
_BETWEEN_ITEMS = 10


class CheckField(QWidget):
    """One item: its words, four states, an explanation that opens on demand."""

    def __init__(
        self, theme: Theme, prompt: Prompt, key: AnswerKey, draft: Draft, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._draft = draft
        self._key = key
        self.label = PlainLabel(prompt.text, "body", self, wrap=True)
        self.states = Segments(prompt.options, prompt.text, self)
        self.open = Button(self.tr("Toelichting"), "aside", "", self)
        self.open.setAccessibleName(self.tr("Toelichting bij {item}").format(item=prompt.text))
        self.explanation = AnswerField(
            draft,
            key,
            theme,
            self.tr("Toelichting bij {item}").format(item=prompt.text),
            self.tr("Waaraan merk je dat?"),
            parent=self,
        )
        self.explanation.editor.set_minimum_lines(2)
        self._beside = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._beside.setSpacing(6)
        self._beside.addWidget(self.label, 1, Qt.AlignmentFlag.AlignVCenter)
        self._beside.addWidget(self.states)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(6)
        body.addLayout(self._beside)
        body.addWidget(self.open, 0, Qt.AlignmentFlag.AlignLeft)
        body.addWidget(self.explanation)
        self.setFocusProxy(self.states)
        self.states.chosen.connect(self._on_states_chosen)
        self.open.clicked.connect(self._on_open_clicked)
        draft.value_changed.connect(self._on_draft_value_changed)
        self.explanation.hide()
        self._fill()

    def is_empty(self) -> bool:
        """Whether neither a state nor a word was given."""
        return self._draft.value(self._key).is_empty

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        stacked = self.width() < self._theme.px(_NARROW)
        self.states.keep_in_one_row(not stacked)
        lay_beside(self._beside, not stacked)

    def _fill(self) -> None:
        value = self._draft.value(self._key)
        self.states.set_choice(next(iter(value.options), ""))
        if value.text.strip():
            self._show_explanation()

    def _show_explanation(self) -> None:
        self.explanation.show()
        self.open.hide()

    @Slot(str)
    def _on_states_chosen(self, state: str) -> None:
        value = self._draft.value(self._key)
        self._draft.set_value(self._key, replace(value, options=(state,) if state else ()))

    @Slot()
    def _on_open_clicked(self) -> None:
        self._show_explanation()
        self.explanation.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object)
    def _on_draft_value_changed(self, key: AnswerKey) -> None:
        if key == self._key:
            self._fill()


class ChecklistBlockView(BlockView):
    """The items below each other with a line between them."""

    def build(self) -> None:
        self.rows: list[CheckField] = []
        self.body.setSpacing(_BETWEEN_ITEMS)
        for prompt in self.block.prompts:
            if self.rows:
                self.body.addWidget(Separator(self))
            key = AnswerKey(self.block.id, prompt.id)
            row = CheckField(self.theme, prompt, key, self.draft, self)
            row.states.stepped.connect(self._on_states_stepped)
            self.rows.append(row)
            self.add_question(Question(self.theme, prompt, "", row, row.is_empty, self.draft, self))

    def guide_topic(self) -> str:
        return "checklist"

    def prompt_ids(self) -> tuple[str, ...]:
        return ("",)

    def show_only(self, prompt_id: str | None) -> None:
        return

    @Slot(int)
    def _on_states_stepped(self, down: int) -> None:
        states = [row.states for row in self.rows]
        at = next((n for n, each in enumerate(states) if each is self.sender()), 0)
        if 0 <= at + down < len(states):
            states[at + down].focus_place(states[at].place())

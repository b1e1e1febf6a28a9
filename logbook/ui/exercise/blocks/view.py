# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""What all views of a block share: title, explanation, questions, and walking through them.

A kind of block is a subclass that fills `body` in `build`; the rest is here.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from logbook.core.entry import AnswerKey
from logbook.core.exercise import Block
from logbook.ui.context import Context
from logbook.ui.exercise.blocks.explanation import Explanation
from logbook.ui.exercise.blocks.question import Question, prose_question
from logbook.ui.exercise.draft import Draft
from logbook.ui.widgets.labels import PlainLabel

_BETWEEN_QUESTIONS = 22
#: Room above the first question, also when title and explanation stand elsewhere.
BLOCK_TOP = 6


class BlockView(QWidget):
    """One step of an exercise: shows a block and gives everything the user does to the draft.

    Signals:
        reference_requested(str): a reference page was asked for, such as `models/weegschaal`.
        notice(str): something worth saying in the strip of the window.
        width_wish_changed(bool): whether the whole width is wanted instead of a reading column.
        places_changed(): `prompt_ids` gives others now.
    """

    reference_requested = Signal(str)
    notice = Signal(str)
    width_wish_changed = Signal(bool)
    places_changed = Signal()

    def __init__(
        self, block: Block, draft: Draft, context: Context, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.block = block
        self.draft = draft
        self.context = context
        self.theme = context.theme
        self._questions: list[Question] = []
        self._wishes_width = False
        self._headed = True
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(8)
        self.title = PlainLabel(block.title, "title", self, wrap=True)
        outer.addWidget(self.title)
        self.explanation = Explanation(self.theme, block.body, draft, parent=self)
        self.explanation.reference_requested.connect(self.reference_requested)
        outer.addWidget(self.explanation)
        outer.addSpacing(BLOCK_TOP)
        self.body = QVBoxLayout()
        self.body.setSpacing(_BETWEEN_QUESTIONS)
        outer.addLayout(self.body)
        self.build()

    def hide_heading(self) -> None:
        """Leave title and explanation out: they stand elsewhere."""
        self._headed = False
        self.title.hide()
        self.explanation.hide()

    # --- what a kind of block fills in

    def build(self) -> None:
        """Make the fields of this kind and add them to `body`."""

    def add_question(self, question: Question) -> None:
        """Add a question to the body."""
        self._questions.append(question)
        question.reference_requested.connect(self.reference_requested)
        self.body.addWidget(question)

    def add_prose(self, key: AnswerKey, prompt_id: str) -> Question:
        """Add a question to write an answer to."""
        prompt = self.block.prompt(prompt_id)
        if prompt is None:
            raise KeyError(prompt_id)
        title = prompt.text if prompt.id else ""
        question = prose_question(self.theme, prompt, key, self.draft, title, self)
        self.add_question(question)
        return question

    # --- what the writer asks

    def prompt_ids(self) -> tuple[str, ...]:
        """The questions that can be shown one at a time, in order."""
        return tuple(question.prompt_id for question in self._questions) or ("",)

    def show_only(self, prompt_id: str | None) -> None:
        """Show one question, or all of them with None."""
        for question in self._questions:
            question.setVisible(prompt_id is None or question.prompt_id == prompt_id)

    def focus_first_empty(self) -> None:
        """Put the keyboard in the first question in view without an answer, else the first."""
        shown = [question for question in self._questions if question.isVisibleTo(self)]
        first = next((question for question in shown if question.is_empty()), None)
        if first is None and shown:
            first = shown[0]
        if first is not None:
            first.focus_field()

    def take_next(self) -> bool:
        """Show what comes next within this step; False when nothing does."""
        return False

    def guide_topic(self) -> str:
        """The topic of the guide that explains this block as it is now."""
        return "writer"

    def wishes_width(self) -> bool:
        """Whether the whole width is wanted now instead of a reading column."""
        return self._wishes_width

    def wish_width(self, wide: bool) -> None:
        """Say whether the whole width is wanted."""
        if wide != self._wishes_width:
            self._wishes_width = wide
            self.width_wish_changed.emit(wide)

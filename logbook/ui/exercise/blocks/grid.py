# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""`.grid`: questions two by two, below each other when there is little room."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from logbook.core.entry import AnswerKey
from logbook.core.exercise import Prompt
from logbook.settings import StepMode
from logbook.ui.editor.answer_field import AnswerField
from logbook.ui.exercise.blocks.question import Question
from logbook.ui.exercise.blocks.tab_order import fields_in, set_tab_order
from logbook.ui.exercise.blocks.view import BlockView
from logbook.ui.exercise.draft import Draft
from logbook.ui.theme import Theme

_NARROW = 540
_LINES = 4
#: From here on a field scrolls inside, as the editor does.
_MOST_LINES = 23
_TO_FIELD = 7
_BETWEEN_ROWS = 16
_BETWEEN_COLUMNS = 24
#: As in the editor.
_LINE_HEIGHT = 1.5


class Cell(Question):
    """The words of one cell; its field stands below them, in a row of the grid of its own."""

    def __init__(
        self, theme: Theme, prompt: Prompt, key: AnswerKey, draft: Draft, parent: QWidget
    ) -> None:
        self.answer = AnswerField(draft, key, theme, prompt.text, parent=parent)

        def is_empty() -> bool:
            return self.answer.is_empty

        super().__init__(theme, prompt, prompt.text, self.answer, is_empty, draft, parent)
        body = self.layout()
        assert body is not None, "a question has a layout"
        body.removeWidget(self.answer)
        body.setAlignment(Qt.AlignmentFlag.AlignTop)


class GridBlockView(BlockView):
    """Cells of equal height in two columns."""

    def build(self) -> None:
        self.cells: list[Cell] = []
        self._across = 0
        self._holder = QWidget(self)
        self._grid = QGridLayout(self._holder)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(_BETWEEN_COLUMNS)
        self._grid.setVerticalSpacing(_TO_FIELD)
        for prompt in self.block.prompts:
            key = AnswerKey(self.block.id, prompt.id)
            cell = Cell(self.theme, prompt, key, self.draft, self._holder)
            cell.reference_requested.connect(self.reference_requested)
            layout = cell.answer.editor.document().documentLayout()
            layout.documentSizeChanged.connect(self._level)
            self.cells.append(cell)
            self._questions.append(cell)
        self.body.addWidget(self._holder)
        self.theme.changed.connect(self._level)
        self._place()
        set_tab_order(self._holder, fields_in(*self._in_order()))

    def prompt_ids(self) -> tuple[str, ...]:
        return ("",)

    def show_only(self, prompt_id: str | None) -> None:
        # The cells belong together: they stay in view, also with one question at a time.
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    @property
    def columns(self) -> int:
        """How many cells stand beside each other."""
        return self._across

    def _in_order(self) -> list[QWidget]:
        return [part for cell in self.cells for part in (cell, cell.answer)]

    def _place(self) -> None:
        one_by_one = self.context.preferences.settings.step_mode is StepMode.QUESTION
        across = 1 if one_by_one or self.width() < self.theme.px(_NARROW) else 2
        if across == self._across:
            return
        self._across = across
        for number, cell in enumerate(self.cells):
            row, column = divmod(number, across)
            alone = across == 2 and column == 0 and number == len(self.cells) - 1
            for step, part in enumerate((cell, cell.answer)):
                self._grid.addWidget(part, row * 3 + step, column, 1, 2 if alone else 1)
        for row in range(len(self.cells)):
            last = row >= ceil(len(self.cells) / across) - 1
            self._grid.setRowMinimumHeight(row * 3 + 2, 0 if last else _BETWEEN_ROWS)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1 if across == 2 else 0)
        self._level()

    @Slot()
    def _level(self) -> None:
        """Give the fields of a row the height of the fullest one."""
        line = self.theme.px(18) * _LINE_HEIGHT
        for first in range(0, len(self.cells), max(self._across, 1)):
            fields = [cell.answer.editor for cell in self.cells[first : first + self._across]]
            heights = [field.document().size().height() for field in fields]
            wanted = max([_LINES, *(ceil((height - 4) / line) for height in heights)])
            for field in fields:
                field.set_minimum_lines(min(wanted, _MOST_LINES))

# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""One row of a table: a field for each column, beside each other or stacked with their titles."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from logbook.ui.exercise.blocks.line_list import DragHandle
from logbook.ui.exercise.blocks.row_edit import RowEdit
from logbook.ui.theme import Theme
from logbook.ui.widgets.buttons import IconButton
from logbook.ui.widgets.frames import CardFrame
from logbook.ui.widgets.labels import PlainLabel
from logbook.ui.widgets.layouts import lay_beside

#: Width of the handle before and the button after the cells, at 100 % text size.
HANDLE_WIDTH, REMOVE_WIDTH = 18, 34


class TableRow(CardFrame):
    """A row; `row_id` is "" until something was written in it.

    Signals:
        focus_left(): the keyboard left a cell.
        cells_edited(): the user changed a cell.
        remove_requested(): take this row away.
        move_requested(int): so many places down, or up when negative.
        enter_pressed(): Enter in the last cell.
        walked(int, int): an arrow key left the cell: its column, and -1 up or 1 down.
        dropped(QPoint): the row was dragged to this place of the screen.
    """

    focus_left = Signal()
    cells_edited = Signal()
    remove_requested = Signal()
    move_requested = Signal(int)
    enter_pressed = Signal()
    walked = Signal(int, int)
    dropped = Signal(QPoint)

    def __init__(self, theme: Theme, columns: Sequence[str], row_id: str, parent: QWidget) -> None:
        super().__init__(parent, role="bare", margin=2)
        self._theme = theme
        self._columns = tuple(columns)
        self.row_id = row_id
        self.edits: list[RowEdit] = []
        self._titles: list[PlainLabel] = []
        self.handle = DragHandle(theme, self)
        self.handle.setContentsMargins(0, theme.px(9), 0, 0)
        self.handle.dropped.connect(self.dropped)
        self._across = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._across.setSpacing(6)
        self._cells = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._cells.setSpacing(8)
        for title in self._columns:
            self._add_cell(title)
        self.remove = IconButton("x", self.tr("Rij weghalen"), theme, self, "muted", 15)
        self.remove.clicked.connect(self.remove_requested)
        top = Qt.AlignmentFlag.AlignTop
        self._across.addWidget(self.handle, 0, top)
        self._across.addLayout(self._cells, 1)
        self._across.addWidget(self.remove, 0, top)
        self.body.addLayout(self._across)

    def cells(self) -> tuple[str, ...]:
        """What stands in the cells."""
        return tuple(edit.text() for edit in self.edits)

    def set_cells(self, cells: Sequence[str]) -> None:
        """Fill the cells by code; missing ones are empty."""
        for place, edit in enumerate(self.edits):
            edit.set_text(cells[place] if place < len(cells) else "")

    def set_place(self, number: int) -> None:
        """Say which row this is, counted from 1."""
        for title, edit in zip(self._columns, self.edits, strict=True):
            edit.setAccessibleName(f"{title} · {self.tr('rij')} {number}")
        self.remove.set_name(self.tr("Rij {number} weghalen").format(number=number))

    def set_stacked(self, stacked: bool) -> None:
        """Lay the cells below each other, each with the title of its column."""
        lay_beside(self._cells, not stacked)
        for title in self._titles:
            title.setVisible(stacked)
        self.setProperty("role", "card" if stacked else "bare")
        margin = 12 if stacked else 0
        self.body.setContentsMargins(margin, margin, margin, margin)
        self.style().unpolish(self)
        self.style().polish(self)

    def focus_cell(self, column: int) -> None:
        """Put the keyboard in a cell."""
        self.edits[column].setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_cell(self, title: str) -> None:
        edit = RowEdit(self._theme, title, "", self)
        edit.text_edited.connect(self.cells_edited)
        edit.focus_left.connect(self.focus_left)
        edit.enter_pressed.connect(self._on_edit_enter_pressed)
        edit.move_requested.connect(self._on_edit_move_requested)
        edit.left_upwards.connect(self._on_edit_left_upwards)
        edit.left_downwards.connect(self._on_edit_left_downwards)
        edit.emptied_further.connect(self._on_edit_emptied_further)
        label = PlainLabel(title, "small", self, wrap=True)
        label.hide()
        cell = QVBoxLayout()
        cell.setSpacing(3)
        cell.addWidget(label)
        cell.addWidget(edit)
        cell.addStretch(1)
        self._cells.addLayout(cell, 1)
        self.edits.append(edit)
        self._titles.append(label)

    def _column_of_sender(self) -> int:
        return next(n for n, edit in enumerate(self.edits) if edit is self.sender())

    @Slot()
    def _on_edit_enter_pressed(self) -> None:
        column = self._column_of_sender() + 1
        if column < len(self.edits):
            self.focus_cell(column)
        else:
            self.enter_pressed.emit()

    @Slot()
    def _on_edit_emptied_further(self) -> None:
        column = self._column_of_sender()
        if column > 0:
            self.focus_cell(column - 1)
        elif not any(cell.strip() for cell in self.cells()):
            self.remove_requested.emit()

    @Slot(int, int)
    def _on_edit_move_requested(self, _right: int, down: int) -> None:
        if down:
            self.move_requested.emit(down)

    @Slot()
    def _on_edit_left_upwards(self) -> None:
        self.walked.emit(self._column_of_sender(), -1)

    @Slot()
    def _on_edit_left_downwards(self) -> None:
        self.walked.emit(self._column_of_sender(), 1)

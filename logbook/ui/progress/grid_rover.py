# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Arrow keys over rows of controls: one stop for Tab, up and down keep the place in the row."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from logbook.ui.widgets.rover import OneStop


class GridRover(OneStop):
    """Walks over rows of widgets, which need not be equally long."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._rows: list[list[QWidget]] = []

    def set_rows(self, rows: Sequence[Sequence[QWidget]]) -> None:
        """Walk over these; the first widget becomes the stop for Tab."""
        self._rows = [list(row) for row in rows if row]
        self._watch(widget for row in self._rows for widget in row)

    def _on_key(self, watched: QWidget, key: int) -> bool:
        row = next(number for number, each in enumerate(self._rows) if watched in each)
        column = self._rows[row].index(watched)
        place = row, column
        last = len(self._rows) - 1
        if key == Qt.Key.Key_Up:
            row = max(row - 1, 0)
        elif key == Qt.Key.Key_Down:
            row = min(row + 1, last)
        elif key == Qt.Key.Key_Left:
            column = max(column - 1, 0)
        elif key == Qt.Key.Key_Right:
            column += 1
        elif key == Qt.Key.Key_Home:
            column = 0
        elif key == Qt.Key.Key_End:
            column = len(self._rows[row])
        else:
            return False
        column = min(column, len(self._rows[row]) - 1)
        if (row, column) != place:
            self._move(self._rows[row][column])
        return True

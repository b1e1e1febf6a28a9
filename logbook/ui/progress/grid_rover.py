# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Arrow keys over rows of controls: one stop for Tab, up and down keep the place in the row."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


class GridRover(QObject):
    """Walks over rows of widgets, which need not be equally long.

    Signals:
        moved(QWidget): arrow keys brought the focus to this widget.
    """

    moved = Signal(QWidget)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._rows: list[list[QWidget]] = []
        self._current: QWidget | None = None

    def set_rows(self, rows: Sequence[Sequence[QWidget]]) -> None:
        """Walk over these; the first widget becomes the stop for Tab."""
        self._rows = [list(row) for row in rows if row]
        self._current = None
        for row in self._rows:
            for widget in row:
                widget.installEventFilter(self)
                widget.setProperty("reached_otherwise", True)
                widget.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        if self._rows:
            self._set_current(self._rows[0][0])

    def focus(self) -> None:
        """Bring the focus to where Tab would stop."""
        if self._current is not None:
            self._current.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.FocusIn and self._place(watched) is not None:
            self._set_current(watched)  # type: ignore[arg-type]
        elif isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            place = self._place(watched)
            if place is not None and event.modifiers() in _PLAIN:
                return self._on_key(place, event.key())
        return False

    def _place(self, watched: QObject) -> tuple[int, int] | None:
        for number, row in enumerate(self._rows):
            if watched in row:
                return number, row.index(watched)  # type: ignore[arg-type]
        return None

    def _on_key(self, place: tuple[int, int], key: int) -> bool:
        row, column = place
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
            target = self._rows[row][column]
            target.setFocus(Qt.FocusReason.TabFocusReason)
            self.moved.emit(target)
        return True

    def _set_current(self, widget: QWidget) -> None:
        if self._current is not None:
            self._current.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._current = widget
        widget.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

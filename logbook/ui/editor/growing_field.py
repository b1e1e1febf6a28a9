# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""A text field as high as its text, up to a limit. What is written in it is left to others."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QTextEdit, QWidget

from logbook.ui.theme import Theme
from logbook.ui.widgets.layouts import NO_LIMIT

#: Around the text.
MARGIN = 2
_HIGHEST = 620


class GrowingField(QTextEdit):
    """Grows with its text, or takes the room there is.

    Signals:
        cursor_moved(): the text cursor stands elsewhere, or the field grew around it.
    """

    cursor_moved = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._minimum_lines = 1
        self._grows = True

    def set_minimum_lines(self, count: int) -> None:
        """How high the empty field is."""
        self._minimum_lines = count
        self.fit_height()

    def set_fills(self, fills: bool) -> None:
        """Take the room there is, and scroll inside, instead of growing with the text."""
        self._grows = not fills
        self.fit_height()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.minimumHeight())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit_height()

    @Slot()
    def fit_height(self) -> None:
        """Take the height that the text asks for."""
        if not self._grows:
            self.setMinimumHeight(self._theme.px(160))
            self.setMaximumHeight(NO_LIMIT)
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
            return
        around = max(self.height() - self.viewport().height(), 0)
        line = self._theme.px(18) * self._theme.line_height
        lowest = self._minimum_lines * line + 2 * MARGIN
        highest = max(self._theme.px(_HIGHEST), lowest)
        height = max(self.document().size().height(), lowest)
        self.setVerticalScrollBarPolicy(
            Qt.ScrollBarPolicy.ScrollBarAsNeeded
            if height > highest
            else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        )
        wanted = int(min(height, highest)) + around
        if wanted != self.height() or wanted != self.minimumHeight():
            self.setFixedHeight(wanted)
            self.cursor_moved.emit()

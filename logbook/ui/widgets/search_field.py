# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""A field to search in, with a glass that grows with the text."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QToolButton, QWidget

from logbook.ui.theme import Theme


class SearchField(QLineEdit):
    """A line to type words in; what is searched, its owner knows.

    Args:
        name: the placeholder, also for screen readers.
    """

    def __init__(self, name: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setPlaceholderText(name)
        self.setAccessibleName(name)
        self.setClearButtonEnabled(True)
        for clear in self.findChildren(QToolButton):
            clear.setAccessibleName(self.tr("Zoekwoorden wissen"))
            clear.setProperty("reached_otherwise", True)  # the owner clears with Escape
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        side = self._theme.px(17)
        painter = QPainter(self)
        pixmap = self._theme.pixmap("search", 17, "muted")
        painter.drawPixmap(self._theme.px(11), (self.height() - side) // 2, side, side, pixmap)

    @Slot()
    def _on_theme_changed(self) -> None:
        self.setTextMargins(self._theme.px(24), 0, 0, 0)
        self.update()

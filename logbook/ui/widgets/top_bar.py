# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The bar at the top of a page: what this is on the left, what can be done on the right."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from logbook.ui.theme import Theme


class TopBar(QFrame):
    """A bar with a line below. Fill `left` and `right`."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setProperty("role", "bar")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(28, 10, 28, 10)
        row.setSpacing(12)
        self.left = QHBoxLayout()
        self.left.setSpacing(10)
        self.right = QHBoxLayout()
        self.right.setSpacing(12)
        row.addLayout(self.left, 1)
        row.addLayout(self.right)
        self._on_theme_changed()
        theme.changed.connect(self._on_theme_changed)

    @Slot()
    def _on_theme_changed(self) -> None:
        self.setMinimumHeight(self._theme.px(57))

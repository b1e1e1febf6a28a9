# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""A screen within Terugblik: a bar with the way back and its name, and what it shows below."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from logbook.ui.theme import Theme
from logbook.ui.widgets.buttons import IconButton
from logbook.ui.widgets.labels import PlainLabel
from logbook.ui.widgets.top_bar import TopBar


class Screen(QWidget):
    """One of the views that Terugblik shows in turn.

    Signals:
        back_requested(): return to where one was.
    """

    back_requested = Signal()

    def __init__(
        self, theme: Theme, title: str, parent: QWidget | None = None, *, first: bool = False
    ) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setProperty("role", "page")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.bar = TopBar(theme, self)
        if not first:
            back = IconButton("arrow-left", self.tr("Terug"), theme, self.bar)
            back.clicked.connect(self.back_requested)
            self.bar.left.addWidget(back)
        self.title = PlainLabel(title, "title", self.bar)
        self.bar.left.addWidget(self.title)
        column.addWidget(self.bar)
        self.place = QVBoxLayout()
        self.place.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self.place, 1)

    def show_below(self, view: QWidget) -> None:
        """Fill the screen with this."""
        self.bar.left.addStretch(1)
        self.place.addWidget(view, 1)

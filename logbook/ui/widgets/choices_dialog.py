# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""A dialog with a list at the left and what is chosen in it at the right.

What was done or refused is said in a line of its own. What stands in the list, and what is shown
of the chosen one, is up to the dialogs made of it.
"""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QDialog, QHBoxLayout, QListWidget, QVBoxLayout, QWidget

from logbook.ui.theme import Theme
from logbook.ui.widgets.buttons import Button
from logbook.ui.widgets.labels import PlainLabel
from logbook.ui.widgets.layouts import NO_LIMIT, lay_beside, quiet_scroll_area, resize_on_screen
from logbook.ui.widgets.undo_line import UndoLine


class ChoicesDialog(QDialog):
    """The list and what is chosen, under each other when there is little width."""

    #: Width and height, and the width from where the sides are beside each other, at 100 %.
    SIZE: ClassVar[tuple[int, int]]
    BESIDE: ClassVar[int]
    #: How the width is divided between the list and the chosen one.
    SHARES: ClassVar[tuple[int, int]] = (1, 1)

    def __init__(self, theme: Theme, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._filling = False
        body = QVBoxLayout(self)
        body.setContentsMargins(24, 20, 24, 18)
        body.setSpacing(12)
        self.head = QVBoxLayout()
        self.head.setSpacing(12)
        self._title = PlainLabel("", "title", self)
        self.head.addWidget(self._title)
        body.addLayout(self.head)
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._sides.setSpacing(20)
        self.list = QListWidget(self)
        self.list.setProperty("role", "choices")
        self._sides.addWidget(self.list, self.SHARES[0])
        self.area = quiet_scroll_area(self)
        self._sides.addWidget(self.area, self.SHARES[1])
        body.addLayout(self._sides, 1)
        self.line = UndoLine(self)
        body.addWidget(self.line)
        row = QHBoxLayout()
        self.new = Button("", "", "plus", self)
        self.close_button = Button(self.tr("Sluiten"), "primary", "", self)
        self.close_button.clicked.connect(self.accept)
        row.addWidget(self.new)
        row.addStretch(1)
        row.addWidget(self.close_button)
        body.addLayout(row)
        resize_on_screen(self, theme.px(self.SIZE[0]), theme.px(self.SIZE[1]))

    def set_captions(self, title: str, list_name: str, new: str) -> None:
        """Name the window, the list and the button that makes one more."""
        self.setWindowTitle(title)
        self._title.setText(title)
        self.list.setAccessibleName(list_name)
        self.new.setText(new)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = event.size().width() >= self._theme.px(self.BESIDE)
        lay_beside(self._sides, beside)
        self.list.setMaximumHeight(NO_LIMIT if beside else self._theme.px(110))

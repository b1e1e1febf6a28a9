# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The answers of an entry in a list, each with its number of versions."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from logbook import texts
from logbook.ui.logbook.version_words import Told
from logbook.ui.theme import Theme


class AnswerList(QListWidget):
    """One answer a row; a question that is long goes on at the next line."""

    def __init__(self, theme: Theme, accessible_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(accessible_name)
        self.setWordWrap(True)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def set_answers(self, answers: tuple[Told, ...]) -> None:
        """Fill the list; nothing is chosen yet."""
        for told in answers:
            item = QListWidgetItem(f"{told.title}\n{texts.versions(len(told.versions))}", self)
            item.setToolTip(told.title)

    def fit_items(self, width: int) -> None:
        """Give each row the height of its lines; the list itself forgets its padding.

        Args:
            width: of the words, device-independent pixels.
        """
        metrics = self.fontMetrics()
        room = QRect(0, 0, width, 10_000)
        for row in range(self.count()):
            item = self.item(row)
            lines = metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, item.text())
            item.setSizeHint(QSize(width, lines.height() + self._theme.px(14)))

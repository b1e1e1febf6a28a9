# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""A link to an entry, as wide as there is room."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from logbook.ui.widgets.buttons import Button

#: A link is never narrower than about so many letters.
_LEAST = 12


class EntryLink(Button):
    """A title and its day; of a title that has no room the end is left out, the day stays.

    The property `entry_id` says where it leads.
    """

    def __init__(self, entry_id: str, title: str, when: str, parent: QWidget) -> None:
        self._title, self._when = title, when
        super().__init__("", "link", "", parent)
        words = self._words(title)
        self.setProperty("entry_id", entry_id)
        self.setAccessibleName(words)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._caption(words)

    def sizeHint(self) -> QSize:
        hint, metrics = super().sizeHint(), self.fontMetrics()
        shown = metrics.size(Qt.TextFlag.TextShowMnemonic, self.text()).width()
        whole = metrics.horizontalAdvance(self._words(self._title))
        return QSize(hint.width() - shown + whole, hint.height())

    def minimumSizeHint(self) -> QSize:
        hint = self.sizeHint()
        least = self.fontMetrics().averageCharWidth() * _LEAST
        return QSize(min(least, hint.width()), hint.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        metrics, lacking = self.fontMetrics(), self.sizeHint().width() - self.width()
        title = self._title
        if lacking > 0:
            room = metrics.horizontalAdvance(title) - lacking
            title = metrics.elidedText(title, Qt.TextElideMode.ElideRight, max(room, 0))
        self._caption(self._words(title))

    def _words(self, title: str) -> str:
        return " · ".join(filter(None, (title, self._when)))

    def _caption(self, words: str) -> None:
        # A caption knows no other sign for a shortcut than this one.
        words = words.replace("&", "&&")
        if words != self.text():
            self.setText(words)

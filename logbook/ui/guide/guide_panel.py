# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The guide as a panel at the right: the topic of the screen, its keys, and all shortcuts."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from logbook.ui.actions import shortcut_list
from logbook.ui.context import Context
from logbook.ui.guide.topics import COMMON, TOPICS
from logbook.ui.widgets.buttons import IconButton
from logbook.ui.widgets.columns import ReadingColumn
from logbook.ui.widgets.frames import Separator
from logbook.ui.widgets.labels import PlainLabel


class GuidePanel(QFrame):
    """A short guide beside the screen one is on.

    Signals:
        close_requested(): the user is done reading.
    """

    close_requested = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._topic = ""
        self.setProperty("role", "beside")
        self.setAccessibleName(self.tr("Uitleg"))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 0, 0, 0)
        outer.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(18, 14, 14, 4)
        head.addWidget(PlainLabel(self.tr("Uitleg"), "section", self), 1)
        self.close_button = IconButton("x", self.tr("Uitleg sluiten"), context.theme, self)
        self.close_button.clicked.connect(self.close_requested)
        head.addWidget(self.close_button)
        outer.addLayout(head)
        self._column = ReadingColumn(context.theme, self, 420, (18, 8))
        outer.addWidget(self._column, 1)
        self._content: QWidget | None = None

    def show_topic(self, topic: str) -> None:
        """Explain this screen; an unknown one gets what holds everywhere."""
        self._topic = topic
        if self._content is not None:
            self._content.hide()
            self._content.deleteLater()
        self._content = QWidget(self._column.column)
        body = QVBoxLayout(self._content)
        body.setContentsMargins(0, 0, 0, 20)
        body.setSpacing(10)
        found = TOPICS.get(topic)
        if found is not None:
            body.addWidget(PlainLabel(_words(found.title), "title", self._content, wrap=True))
            for paragraph in found.paragraphs:
                body.addWidget(PlainLabel(_words(paragraph), "body", self._content, wrap=True))
            self._add_keys(body, [(_words(keys), _words(act)) for keys, act in found.keys])
            body.addSpacing(6)
            body.addWidget(Separator(self._content))
        body.addWidget(PlainLabel(_words(COMMON.title), "strong", self._content, wrap=True))
        for paragraph in COMMON.paragraphs:
            body.addWidget(PlainLabel(_words(paragraph), "body", self._content, wrap=True))
        body.addWidget(Separator(self._content))
        title = PlainLabel(self.tr("Sneltoetsen overal"), "strong", self._content)
        body.addWidget(title)
        self._add_keys(body, [(keys, caption) for caption, keys in shortcut_list()])
        body.addStretch(1)
        self._column.body.addWidget(self._content)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_requested.emit()
            return
        super().keyPressEvent(event)

    def _add_keys(self, body: QVBoxLayout, keys: Iterable[tuple[str, str]]) -> None:
        for combination, act in keys:
            row = QVBoxLayout()
            row.setSpacing(0)
            row.addWidget(PlainLabel(combination, "strong", self._content, wrap=True))
            row.addWidget(PlainLabel(act, "small", self._content, wrap=True))
            body.addLayout(row)


def _words(text: str) -> str:
    return QCoreApplication.translate("guide", text)

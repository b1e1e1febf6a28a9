# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""What a screen shows while there is nothing in it yet: what will come, and the first act."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from logbook.ui.theme import Theme
from logbook.ui.widgets.buttons import Button
from logbook.ui.widgets.labels import PlainLabel


class EmptyState(QWidget):
    """An icon, a title, a sentence and one act.

    Signals:
        action_requested(): the act was chosen.
    """

    action_requested = Signal()

    def __init__(
        self,
        icon: str,
        title: str,
        sentence: str,
        action_text: str = "",
        theme: Theme | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon_name = icon
        self._theme = theme
        body = QVBoxLayout(self)
        body.setSpacing(10)
        body.addStretch(2)
        self._icon = QLabel(self)
        self._icon.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        body.addWidget(self._icon)
        for text, role in ((title, "title"), (sentence, "muted")):
            label = PlainLabel(text, role, self, wrap=True)
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            body.addWidget(label)
        self.action = Button(action_text, "primary", "", self)
        self.action.clicked.connect(self.action_requested)
        self.action.setVisible(bool(action_text))
        self.action.setAccessibleName(action_text or title)
        body.addSpacing(8)
        body.addWidget(self.action, 0, Qt.AlignmentFlag.AlignHCenter)
        body.addStretch(3)
        self._icon.setVisible(theme is not None)
        if theme is not None:
            theme.changed.connect(self._tint)
            self._tint()

    @Slot()
    def _tint(self) -> None:
        if self._theme is not None:
            self._icon.setPixmap(self._theme.pixmap(self._icon_name, 32, "muted"))

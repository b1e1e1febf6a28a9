# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""A field for plain words that is as high as what stands in it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from logbook.core.packet import REMARK_LIMIT
from logbook.ui.theme import Theme


class GrowingField(QPlainTextEdit):
    """Plain text; Tab leaves it.

    Args:
        name: for screen readers.
        least: lines it is always high.
        bare: without a frame of its own, inside a card.

    Signals:
        edited(str): the user changed the text.
        entered(): the keyboard came in.
    """

    edited = Signal(str)
    entered = Signal()

    def __init__(
        self,
        theme: Theme,
        name: str,
        hint: str = "",
        least: int = 2,
        parent: QWidget | None = None,
        *,
        bare: bool = False,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._least = least
        self._filling = False
        self._around = 4 if bare else 30
        self.setProperty("role", "bare" if bare else "field")
        if bare:
            self.setFrameShape(QFrame.Shape.NoFrame)
            self.document().setDocumentMargin(1)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setTabChangesFocus(True)
        self.setAcceptDrops(False)  # a packet that is dropped here is meant for the desk
        self.textChanged.connect(self._on_text_changed)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        theme.changed.connect(self._fit)
        self._fit()

    def fill(self, text: str) -> None:
        """Show this text; nothing is told."""
        if text == self.toPlainText():
            return
        self._filling = True
        self.setPlainText(text)
        self._filling = False

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @Slot()
    def _on_text_changed(self) -> None:
        if self._filling:
            return
        text = self.toPlainText()
        if len(text) > REMARK_LIMIT:
            cursor = self.textCursor()
            self.fill(text[:REMARK_LIMIT])
            cursor.setPosition(min(cursor.position(), self.document().characterCount() - 1))
            self.setTextCursor(cursor)
            text = text[:REMARK_LIMIT]
        self.edited.emit(text)

    @Slot()
    def _fit(self) -> None:
        # A plain text document counts its height in lines.
        lines = max(round(self.document().size().height()), self._least)
        self.setFixedHeight(lines * self.fontMetrics().lineSpacing() + self._theme.px(self._around))

# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""A short field that grows with its text: one line of a list, one cell of a table.

Plain text without line ends. Tells about the keys that arrange rows; arranging is left to others.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent, QTextOption
from PySide6.QtWidgets import QSizePolicy, QTextEdit, QWidget

from logbook.ui.exercise.move_keys import claims_move
from logbook.ui.theme import Theme

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ARROWS: dict[int, tuple[int, int]] = {
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
}


class RowEdit(QTextEdit):
    """One line of plain text that wraps and grows.

    Signals:
        text_edited(): the user changed the text.
        enter_pressed(): Enter; the user wants to go on below.
        emptied_further(): Backspace in a field that is empty already.
        move_requested(int, int): Alt with an arrow: steps to the right and steps down.
        focus_left(): the keyboard went elsewhere.
        left_upwards(), left_downwards(): an arrow key beyond the first or last line.
    """

    text_edited = Signal()
    enter_pressed = Signal()
    emptied_further = Signal()
    move_requested = Signal(int, int)
    focus_left = Signal()
    left_upwards = Signal()
    left_downwards = Signal()

    def __init__(
        self,
        theme: Theme,
        accessible_name: str,
        placeholder: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._filling = False
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setAccessibleName(accessible_name)
        self.setPlaceholderText(placeholder)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(2)
        self.textChanged.connect(self._on_text_changed)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def text(self) -> str:
        """What stands in the field."""
        return self.toPlainText()

    def set_text(self, text: str) -> None:
        """Fill the field by code; nothing is told."""
        if text == self.text():
            return
        self._filling = True
        self.setPlainText(text)
        self._filling = False

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(160), self.minimumHeight())

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(60), self.minimumHeight())

    def insertFromMimeData(self, source: QMimeData) -> None:
        self.insertPlainText(" ".join(source.text().split()))

    def event(self, event: QEvent) -> bool:
        return claims_move(event) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and key in _ARROWS:
            self.move_requested.emit(*_ARROWS[key])
        elif key in _ENTER:
            self.enter_pressed.emit()
        elif key == Qt.Key.Key_Backspace and not self.text() and not event.isAutoRepeat():
            self.emptied_further.emit()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and not event.modifiers():
            self._walk(event)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.focus_left.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _walk(self, event: QKeyEvent) -> None:
        before = self.textCursor().position()
        line = self.cursorRect().top()
        super().keyPressEvent(event)
        if self.textCursor().position() == before or self.cursorRect().top() == line:
            up = event.key() == Qt.Key.Key_Up
            (self.left_upwards if up else self.left_downwards).emit()

    @Slot()
    def _fit(self) -> None:
        around = max(self.height() - self.viewport().height(), 0)
        height = int(self.document().size().height()) + around
        if height != self.minimumHeight():
            self.setFixedHeight(height)
            self.updateGeometry()

    @Slot()
    def _on_text_changed(self) -> None:
        if not self._filling:
            self.text_edited.emit()

    @Slot()
    def _on_theme_changed(self) -> None:
        font = self._theme.reading_font(16)
        self.setFont(font)
        self.document().setDefaultFont(font)
        self._fit()

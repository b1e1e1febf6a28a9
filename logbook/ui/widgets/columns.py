# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""A readable column in a scroll area, and a layout that flows like words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QPoint, QRect, QSize, Slot
from PySide6.QtWidgets import (
    QLayout,
    QLayoutItem,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from logbook.ui.qt_numbers import NO_FOCUS, NO_FRAME, SCROLL_BAR_ALWAYS_OFF

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from logbook.ui.theme import Theme


class ReadingColumn(QScrollArea):
    """A scroll area with one centred column. Fill `body`.

    Args:
        width: the column's greatest width at 100 % text size; it grows with the text. None is
            what the user chose to read in.
        margins: left/right and top/bottom, device-independent pixels.
    """

    def __init__(
        self,
        theme: Theme,
        parent: QWidget | None = None,
        width: int | None = None,
        margins: tuple[int, int] = (34, 30),
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._width = width
        self._margins = margins
        self.setWidgetResizable(True)
        self.setProperty("frameShape", NO_FRAME)
        self.setProperty("focusPolicy", NO_FOCUS)
        self.setProperty("horizontalScrollBarPolicy", SCROLL_BAR_ALWAYS_OFF)
        self._holder = QWidget()
        self._holder.setProperty("role", "scrolled")
        self.column = QWidget(self._holder)
        self._outer = QVBoxLayout(self._holder)
        self._outer.setSpacing(0)
        self._outer.addWidget(self.column)
        self.body = QVBoxLayout(self.column)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(12)
        self.setWidget(self._holder)
        self._holder.setAutoFillBackground(False)
        # Not `viewport().width()`: the first question for a widget of Qt's own makes PySide set
        # up every class of widget there is.
        self._space = self.width()
        self._place_column()
        theme.changed.connect(self._place_column)

    def set_column_width(self, width: int | None) -> None:
        """Set the column's greatest width at 100 % text size; None is the user's choice."""
        self._width = width
        self._place_column()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._space = event.size().width()  # of the viewport
        self._place_column()

    @Slot()
    def _place_column(self) -> None:
        side, top = self._margins
        space = self._space
        wanted = self._theme.px(self._width or self._theme.column_width)
        left = max(side if space > 560 else 18, (space - wanted) // 2)
        margins = (left, top, left, top)
        kept = self._outer.contentsMargins()
        if (kept.left(), kept.top(), kept.right(), kept.bottom()) != margins:
            self._outer.setContentsMargins(*margins)


class FlowLayout(QLayout):
    """Puts its items beside each other and goes on at the next line when a line is full."""

    def __init__(self, parent: QWidget | None = None, spacing: int = 8) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(spacing)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> QtCore.Qt.Orientation:
        return QtCore.Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._arrange(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        margins = self.contentsMargins()
        return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom())

    def _arrange(self, rect: QRect, move: bool) -> int:
        margins = self.contentsMargins()
        area = rect.adjusted(margins.left(), margins.top(), -margins.right(), -margins.bottom())
        x, y, line = area.x(), area.y(), 0
        row: list[tuple[QLayoutItem, QRect]] = []
        for item in self._items:
            if item.isEmpty():
                continue
            size = item.sizeHint().boundedTo(QSize(max(area.width(), 1), 10**6))
            if item.hasHeightForWidth() and size.width() < item.sizeHint().width():
                size.setHeight(item.heightForWidth(size.width()))
            if row and x + size.width() > area.right() + 1:
                self._finish(row, line, move)
                row, x, y, line = [], area.x(), y + line + self.spacing(), 0
            row.append((item, QRect(QPoint(x, y), size)))
            x += size.width() + self.spacing()
            line = max(line, size.height())
        self._finish(row, line, move)
        return y + line - rect.y() + margins.bottom()

    @staticmethod
    def _finish(row: list[tuple[QLayoutItem, QRect]], line: int, move: bool) -> None:
        if move:
            for item, place in row:
                place.moveTop(place.top() + (line - place.height()) // 2)
                item.setGeometry(place)

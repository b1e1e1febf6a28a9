# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Paints a row of the list: a month, or an entry with title, day, details and two lines of text."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from logbook.ui.logbook.entry_list_model import Role
from logbook.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex

_SIDE = 16
_TOP = 12
_GAP = 3
_EXCERPT_LINES = 2
_TITLE_LINES = 2


class EntryDelegate(QStyledItemDelegate):
    """The look of the list in the colours and sizes of the theme."""

    def __init__(self, theme: Theme, parent: QListView) -> None:
        super().__init__(parent)
        self._theme = theme
        self._view = parent

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        px = self._theme.px
        width = self._view.viewport().width()
        if index.data(Role.MONTH) is not None:
            metrics = QFontMetrics(self._theme.ui_font(12.5))
            return QSize(width, metrics.height() + px(22))
        small = QFontMetrics(self._theme.ui_font(12.5))
        title = QFontMetrics(self._theme.ui_font(14, 600))
        titles = self._title_lines(index, width)
        excerpt = self._excerpt_lines(index, width)
        height = len(titles) * title.height() + small.height() + px(_GAP)
        height += len(excerpt) * small.lineSpacing() + (px(_GAP + 2) if excerpt else 0)
        return QSize(width, height + 2 * px(_TOP) + 1)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setClipRect(option.rect)
        if index.data(Role.MONTH) is not None:
            self._paint_month(painter, option.rect, index.data())
        else:
            self._paint_entry(painter, option, index)
        painter.restore()

    def _paint_month(self, painter: QPainter, rect: QRect, text: str) -> None:
        px = self._theme.px
        font = self._theme.ui_font(12.5)
        painter.setFont(font)
        painter.setPen(self._theme.color("muted"))
        inner = rect.adjusted(px(_SIDE), px(13), -px(_SIDE), 0)
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, shown)
        self._line_below(painter, rect)

    def _paint_entry(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        px, theme, rect = self._theme.px, self._theme, option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme.color("accent_tint"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, theme.color("panel"))
        small = theme.ui_font(12.5)
        metrics, strong = QFontMetrics(small), QFontMetrics(theme.ui_font(14, 600))
        left, right, y = rect.left() + px(_SIDE), rect.right() - px(_SIDE), rect.top() + px(_TOP)
        painter.setFont(small)
        painter.setPen(theme.color("muted"))
        day = str(index.data(Role.DAY))
        baseline = y + strong.ascent()
        painter.drawText(QPointF(right - metrics.horizontalAdvance(day), baseline), day)
        painter.setFont(theme.ui_font(14, 600))
        painter.setPen(theme.color("ink"))
        for line in self._title_lines(index, rect.width()):
            painter.drawText(QPointF(left, y + strong.ascent()), line)
            y += strong.height()
        painter.setFont(small)
        painter.setPen(theme.color("muted"))
        details = metrics.elidedText(
            str(index.data(Role.DETAILS)), Qt.TextElideMode.ElideRight, right - left
        )
        painter.drawText(QPointF(left, y + px(_GAP) + metrics.ascent()), details)
        y += metrics.height() + px(2 * _GAP + 2)
        painter.setPen(theme.color("ink"))
        for line in self._excerpt_lines(index, rect.width()):
            painter.drawText(QPointF(left, y + metrics.ascent()), line)
            y += metrics.lineSpacing()
        self._line_below(painter, rect)
        if option.state & QStyle.StateFlag.State_HasFocus and self._view.hasFocus():
            painter.setPen(QPen(theme.color("accent"), 2))
            painter.drawRect(rect.adjusted(1, 1, -2, -2))

    def _line_below(self, painter: QPainter, rect: QRect) -> None:
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, self._theme.color("line"))

    def _title_lines(self, index: Index, width: int) -> tuple[str, ...]:
        px, small = self._theme.px, QFontMetrics(self._theme.ui_font(12.5))
        room = width - 2 * px(_SIDE) - small.horizontalAdvance(str(index.data(Role.DAY))) - px(12)
        font = self._theme.ui_font(14, 600)
        return broken(str(index.data()), font, max(room, px(60)), _TITLE_LINES)

    def _excerpt_lines(self, index: Index, width: int) -> tuple[str, ...]:
        text = str(index.data(Role.EXCERPT) or "")
        font = self._theme.ui_font(12.5)
        return broken(text, font, width - 2 * self._theme.px(_SIDE), _EXCERPT_LINES)


def broken(text: str, font: QFont, width: int, most: int) -> tuple[str, ...]:
    """Text broken at words into at most so many lines; the last ends in … when more follows."""
    if not text:
        return ()
    # What was cut keeps its sign: it never stands on a line of its own.
    text = text.replace(" …", "\u00a0…")
    metrics = QFontMetrics(font)
    if metrics.horizontalAdvance(text) <= width:
        return (text,)
    layout = QTextLayout(text, font)
    wrap = QTextOption()
    wrap.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(wrap)
    layout.beginLayout()
    lines: list[str] = []
    while len(lines) < most:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        start = line.textStart()
        rest = text[start:]
        lines.append(rest if len(lines) == most - 1 else text[start : start + line.textLength()])
    layout.endLayout()
    lines[-1] = metrics.elidedText(lines[-1], Qt.TextElideMode.ElideRight, width)
    return tuple(line.rstrip() for line in lines)

# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Paints a row of the list: a month, or an entry with title, day, details, labels and text."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from logbook.ui.logbook.entry_lines import RowWords
from logbook.ui.logbook.entry_list_model import Role
from logbook.ui.logbook.entry_row_layout import (
    CHIP_GAP,
    CHIP_SIDE,
    DOT,
    GAP,
    PIN,
    SIDE,
    TOP,
    ChipShape,
    RowLayout,
    RowLayouts,
)
from logbook.ui.logbook.entry_row_text import paint_line
from logbook.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex


class EntryDelegate(QStyledItemDelegate):
    """The look of the list in the colours and sizes of the theme."""

    def __init__(self, theme: Theme, parent: QListView) -> None:
        super().__init__(parent)
        self._theme = theme
        self._view = parent
        self._layouts = RowLayouts(theme)
        theme.changed.connect(self._layouts.forget)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        width = self._view.viewport().width()
        words = index.data(Role.WORDS)
        if not isinstance(words, RowWords):
            kind = self._layouts.type
            return QSize(width, kind.small_metrics.height() + kind.px(22))
        return QSize(width, self._layouts.layout(words, width).height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setClipRect(option.rect)
        words = index.data(Role.WORDS)
        if isinstance(words, RowWords):
            # The width that was measured: the same as that of the row.
            self._paint_entry(painter, option, self._layouts.layout(words, option.rect.width()))
        else:
            self._paint_month(painter, option.rect, str(index.data()))
        painter.restore()

    def _paint_month(self, painter: QPainter, rect: QRect, text: str) -> None:
        kind, px = self._layouts.type, self._theme.px
        painter.setFont(kind.small)
        painter.setPen(self._theme.color("muted"))
        inner = rect.adjusted(px(SIDE), px(13), -px(SIDE), 0)
        shown = kind.small_metrics.elidedText(text, Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, shown)
        self._line_below(painter, rect)

    def _paint_entry(self, painter: QPainter, option: QStyleOptionViewItem, row: RowLayout) -> None:
        theme, px, rect, kind = self._theme, self._theme.px, option.rect, self._layouts.type
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme.color("accent_tint"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, theme.color("panel"))
        small, strong = kind.small_metrics, kind.strong_metrics
        left, right, y = rect.left() + px(SIDE), rect.right() - px(SIDE), rect.top() + px(TOP)
        self._paint_day(painter, row, right, y)
        painter.setFont(kind.strong)
        painter.setPen(theme.color("ink"))
        marking = theme.color("ochre_tint"), theme.color("ochre")
        for line in row.title:
            place = QPointF(left, y + strong.ascent())
            paint_line(painter, line, place, row.words.marks, marking)
            y += strong.height()
        painter.setFont(kind.small)
        painter.setPen(theme.color("muted"))
        text = row.words.details
        if row.details_width > right - left:
            text = small.elidedText(text, Qt.TextElideMode.ElideRight, right - left)
        painter.drawText(QPointF(left, y + px(GAP) + small.ascent()), text)
        y = self._paint_chips(painter, row, QRect(left, y, right - left, 0))
        painter.setFont(kind.small)
        painter.setPen(theme.color("ink"))
        for line in row.excerpt:
            place = QPointF(left, y + small.ascent())
            paint_line(painter, line, place, row.words.excerpt.marks, marking)
            y += small.lineSpacing()
        self._line_below(painter, rect)
        if option.state & QStyle.StateFlag.State_HasFocus and self._view.hasFocus():
            painter.setPen(QPen(theme.color("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(1, 1, -2, -2))

    def _paint_day(self, painter: QPainter, row: RowLayout, right: int, y: int) -> None:
        """The day at the right, with a pin before it."""
        theme, px, kind = self._theme, self._theme.px, self._layouts.type
        painter.setFont(kind.small)
        painter.setPen(theme.color("muted"))
        x = right - row.day_width
        painter.drawText(QPointF(x, y + kind.strong_metrics.ascent()), row.words.day)
        if row.words.row.summary.pinned:
            side = px(PIN)
            place = QRect(x - side - px(5), y, side, side)
            place.moveTop(y + (kind.strong_metrics.height() - side) // 2)
            painter.drawPixmap(place, theme.pixmap("pin", PIN, "ochre"))

    def _paint_chips(self, painter: QPainter, row: RowLayout, line: QRect) -> int:
        """The labels beside the details, or below them; gives the top of what follows."""
        px, kind = self._theme.px, self._layouts.type
        height = kind.chip_height
        bottom = line.top() + kind.small_metrics.height() + px(GAP)
        after = bottom + px(GAP + 2) + (height + px(GAP) if row.chips_below else 0)
        if not row.chips:
            return after
        x, top = line.left(), bottom + px(GAP)
        if not row.chips_below:
            x += row.details_width + px(CHIP_GAP)
            top = line.top() + px(GAP) + (kind.small_metrics.height() - height) // 2
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(kind.chip)
        for chip in row.chips:
            width = min(chip.width, line.right() - x)
            self._paint_chip(painter, chip, QRectF(x, top, width, height))
            x += width + px(CHIP_GAP)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        return after

    def _paint_chip(self, painter: QPainter, chip: ChipShape, room: QRectF) -> None:
        theme, px = self._theme, self._theme.px
        ink: QColor = theme.color(chip.token or "muted")
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color(f"{chip.token}_tint" if chip.token else "panel"))
        painter.drawRoundedRect(room, room.height() / 2, room.height() / 2)
        words = room.adjusted(px(CHIP_SIDE), 0, 0, 0)
        if chip.token:
            dot = QRectF(words.left(), 0, px(DOT), px(DOT))
            dot.moveTop(room.center().y() - px(DOT) / 2)
            painter.setBrush(ink)
            painter.drawEllipse(dot)
            words.adjust(px(DOT) + px(5), 0, 0, 0)
        painter.setPen(ink)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, chip.text)

    def _line_below(self, painter: QPainter, rect: QRect) -> None:
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, self._theme.color("line"))

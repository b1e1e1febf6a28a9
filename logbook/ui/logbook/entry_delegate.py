# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Paints a row of the list: a month, or an entry with title, day, details, labels and text."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from logbook.core.entry import EntrySummary
from logbook.ui.logbook.entry_list_model import Role
from logbook.ui.logbook.entry_row_text import Line, broken, paint_line
from logbook.ui.styles_labels import INKS
from logbook.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex

_SIDE = 16
_TOP = 12
_GAP = 3
_EXCERPT_LINES = 2
_TITLE_LINES = 2
#: So many labels are named; the others are a number.
_LABELS = 2
_CHIP_GAP, _CHIP_SIDE, _CHIP_WIDTH, _DOT, _PIN = 6, 7, 150, 7, 14


class EntryDelegate(QStyledItemDelegate):
    """The look of the list in the colours and sizes of the theme."""

    def __init__(self, theme: Theme, parent: QListView) -> None:
        super().__init__(parent)
        self._theme = theme
        self._view = parent

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        px = self._theme.px
        width = self._view.viewport().width()
        small = QFontMetrics(self._theme.ui_font(12.5))
        if index.data(Role.MONTH) is not None:
            return QSize(width, small.height() + px(22))
        title = QFontMetrics(self._theme.ui_font(14, 600))
        titles = self._title_lines(index, width)
        excerpt = self._excerpt_lines(index, width)
        height = len(titles) * title.height() + small.height() + px(_GAP)
        if self._labels_below(index, width):
            height += self._chip_height() + px(_GAP)
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
        self._paint_day(painter, index, right, y)
        painter.setFont(theme.ui_font(14, 600))
        painter.setPen(theme.color("ink"))
        marks = index.data(Role.TITLE_MARKS)
        for line in self._title_lines(index, rect.width()):
            paint_line(painter, line, QPointF(left, y + strong.ascent()), marks, self._marking())
            y += strong.height()
        painter.setFont(small)
        painter.setPen(theme.color("muted"))
        text = str(index.data(Role.DETAILS))
        details = metrics.elidedText(text, Qt.TextElideMode.ElideRight, right - left)
        painter.drawText(QPointF(left, y + px(_GAP) + metrics.ascent()), details)
        y = self._paint_labels(painter, index, QRect(left, y, right - left, 0))
        painter.setFont(small)
        painter.setPen(theme.color("ink"))
        marks = index.data(Role.EXCERPT_MARKS)
        for line in self._excerpt_lines(index, rect.width()):
            paint_line(painter, line, QPointF(left, y + metrics.ascent()), marks, self._marking())
            y += metrics.lineSpacing()
        self._line_below(painter, rect)
        if option.state & QStyle.StateFlag.State_HasFocus and self._view.hasFocus():
            painter.setPen(QPen(theme.color("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(1, 1, -2, -2))

    def _paint_day(self, painter: QPainter, index: Index, right: int, y: int) -> None:
        """The day at the right, with a pin before it."""
        theme, px = self._theme, self._theme.px
        metrics, strong = QFontMetrics(theme.ui_font(12.5)), QFontMetrics(theme.ui_font(14, 600))
        painter.setFont(theme.ui_font(12.5))
        painter.setPen(theme.color("muted"))
        day = str(index.data(Role.DAY))
        x = right - metrics.horizontalAdvance(day)
        painter.drawText(QPointF(x, y + strong.ascent()), day)
        if self._summary(index).pinned:
            side = px(_PIN)
            top = y + (strong.height() - side) // 2
            painter.drawPixmap(
                x - side - px(5), top, side, side, theme.pixmap("pin", _PIN, "ochre")
            )

    # -- labels ------------------------------------------------------------------------------------

    def _chips(self, index: Index) -> tuple[tuple[str, str, int], ...]:
        """What stands on each chip: words, the token of its colour or "", width."""
        px, theme = self._theme.px, self._theme
        metrics = QFontMetrics(theme.ui_font(11.5))
        labels = self._summary(index).labels
        chips: list[tuple[str, str, int]] = []
        for label in labels[:_LABELS]:
            room = px(_CHIP_WIDTH) - px(_DOT) - 3 * px(_CHIP_SIDE)
            name = metrics.elidedText(label.name, Qt.TextElideMode.ElideRight, room)
            width = metrics.horizontalAdvance(name) + px(_DOT) + px(5) + 2 * px(_CHIP_SIDE)
            chips.append((name, INKS[label.colour], width))
        if len(labels) > _LABELS:
            more = f"+{len(labels) - _LABELS}"
            chips.append((more, "", metrics.horizontalAdvance(more) + 2 * px(_CHIP_SIDE)))
        return tuple(chips)

    def _chip_height(self) -> int:
        return QFontMetrics(self._theme.ui_font(11.5)).height() + self._theme.px(4)

    def _labels_below(self, index: Index, width: int) -> bool:
        """Whether the chips need a line of their own."""
        chips = self._chips(index)
        if not chips:
            return False
        px = self._theme.px
        taken = sum(wide + px(_CHIP_GAP) for _, _, wide in chips)
        details = QFontMetrics(self._theme.ui_font(12.5)).horizontalAdvance(
            str(index.data(Role.DETAILS))
        )
        return details + taken > width - 2 * px(_SIDE)

    def _paint_labels(self, painter: QPainter, index: Index, line: QRect) -> int:
        """The chips beside the details, or below them; gives the top of what follows."""
        px, theme = self._theme.px, self._theme
        metrics = QFontMetrics(theme.ui_font(12.5))
        below = self._labels_below(index, line.width() + 2 * px(_SIDE))
        height, bottom = self._chip_height(), line.top() + metrics.height() + px(_GAP)
        x, top = line.left(), bottom + px(_GAP)
        if not below:
            x += metrics.horizontalAdvance(str(index.data(Role.DETAILS))) + px(_CHIP_GAP)
            top = line.top() + px(_GAP) + (metrics.height() - height) // 2
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.ui_font(11.5))
        for name, token, wide in self._chips(index):
            wide = min(wide, line.right() - x)
            chip = QRectF(x, top, wide, height)
            ink = theme.color(token or "muted")
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color(f"{token}_tint" if token else "panel"))
            painter.drawRoundedRect(chip, height / 2, height / 2)
            words = chip.adjusted(px(_CHIP_SIDE), 0, 0, 0)
            if token:
                dot = QRectF(words.left(), 0, px(_DOT), px(_DOT))
                dot.moveTop(chip.center().y() - px(_DOT) / 2)
                painter.setBrush(ink)
                painter.drawEllipse(dot)
                words.adjust(px(_DOT) + px(5), 0, 0, 0)
            painter.setPen(ink)
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, name)
            x += wide + px(_CHIP_GAP)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        return bottom + px(_GAP + 2) + (height + px(_GAP) if below else 0)

    # -- words -------------------------------------------------------------------------------------

    def _line_below(self, painter: QPainter, rect: QRect) -> None:
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, self._theme.color("line"))

    def _marking(self) -> tuple[QColor, QColor]:
        return self._theme.color("ochre_tint"), self._theme.color("ochre")

    def _summary(self, index: Index) -> EntrySummary:
        found = index.data(Role.SUMMARY)
        assert isinstance(found, EntrySummary)
        return found

    def _title_lines(self, index: Index, width: int) -> tuple[Line, ...]:
        px, small = self._theme.px, QFontMetrics(self._theme.ui_font(12.5))
        room = width - 2 * px(_SIDE) - small.horizontalAdvance(str(index.data(Role.DAY))) - px(12)
        if self._summary(index).pinned:
            room -= px(_PIN) + px(5)
        font = self._theme.ui_font(14, 600)
        return broken(str(index.data()), font, max(room, px(60)), _TITLE_LINES)

    def _excerpt_lines(self, index: Index, width: int) -> tuple[Line, ...]:
        text = str(index.data(Role.EXCERPT) or "")
        font = self._theme.ui_font(12.5)
        return broken(text, font, width - 2 * self._theme.px(_SIDE), _EXCERPT_LINES)

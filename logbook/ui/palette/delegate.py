# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Paints the list of Ctrl+K: captions, and rows with icon, marked title, second line and keys."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QSize, Qt, Slot
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from logbook.core.snippets import Range
from logbook.ui.palette.rows import Index, Role, Row
from logbook.ui.theme import Theme

_SIDE, _ICON, _GAP = 12, 17, 12
_ABOVE, _BETWEEN = 7, 2
_RADIUS = 8
#: So many lines of text are kept as they are laid out; with more, all are made anew.
_KEPT = 400


class PaletteDelegate(QStyledItemDelegate):
    """The look of the list in the colours and sizes of the theme."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view
        #: Many rows stay when one more letter is typed, and a row is painted more than once.
        self._laid_out: dict[tuple[str, int, bool, tuple[Range, ...]], QTextLayout] = {}
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    @Slot()
    def _on_theme_changed(self) -> None:
        theme, px = self._theme, self._theme.px
        self._laid_out.clear()
        self._font, self._small = theme.ui_font(14, 500), theme.ui_font(12.5)
        self._metrics, self._lower = QFontMetrics(self._font), QFontMetrics(self._small)
        self._caption = theme.ui_font(12.5, 600)
        self._one_line = self._metrics.height() + 2 * px(_ABOVE)
        self._two_lines = self._one_line + self._lower.height() + px(_BETWEEN)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        height = self.height_of(index.row(), index.data(Role.ROW))
        return QSize(self._view.viewport().width(), height)

    def height_of(self, line: int, row: Row | None) -> int:
        """How high a line of the list is; `row` is None for a caption."""
        if row is None:
            above = 12 if line else 4
            return self._lower.height() + self._theme.px(above) + self._theme.px(4)
        return self._two_lines if row.detail else self._one_line

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setClipRect(option.rect)
        row = index.data(Role.ROW)
        if row is None:
            self._paint_caption(painter, option.rect, str(index.data()))
        else:
            self._paint_row(painter, option, row)
        painter.restore()

    def _paint_caption(self, painter: QPainter, rect: QRect, text: str) -> None:
        px, font = self._theme.px, self._caption
        painter.setFont(font)
        painter.setPen(self._theme.color("muted"))
        inner = rect.adjusted(px(_SIDE), 0, -px(_SIDE), -px(4))
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, shown)

    def _paint_row(self, painter: QPainter, option: QStyleOptionViewItem, row: Row) -> None:
        theme, px, rect = self._theme, self._theme.px, option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("accent_tint" if chosen else "hover"))
            painter.drawRoundedRect(rect.adjusted(0, 1, 0, -1), _RADIUS, _RADIUS)
        left, right = rect.left() + px(_SIDE), rect.right() - px(_SIDE)
        top = rect.top() + px(_ABOVE)
        font, small, metrics, lower = self._font, self._small, self._metrics, self._lower
        if row.icon:
            icon = theme.pixmap(row.icon, _ICON, "accent" if chosen else "muted")
            side = px(_ICON)
            painter.drawPixmap(left, top + (metrics.height() - side) // 2, side, side, icon)
        left += px(_ICON) + px(_GAP)
        edge = right
        keys = row.keys if lower.horizontalAdvance(row.keys) < (right - left) // 2 else ""
        if keys:
            painter.setFont(small)
            painter.setPen(theme.color("muted"))
            edge -= lower.horizontalAdvance(keys)
            painter.drawText(QPointF(edge, top + metrics.ascent()), keys)
            edge -= px(_GAP)
        self._draw(painter, QRect(left, top, edge - left, 0), row.title, font, "ink", row.marks)
        if row.detail:
            top += metrics.height() + px(_BETWEEN)
            place = QRect(left, top, right - left, 0)
            self._draw(painter, place, row.detail, small, "muted", row.detail_marks)

    def _draw(
        self,
        painter: QPainter,
        place: QRect,
        text: str,
        font: QFont,
        token: str,
        marks: Sequence[Range],
    ) -> None:
        """One line that ends in … when it does not fit; what fits is bold and in the accent."""
        kept = (text, place.width(), font is self._font, tuple(marks))
        layout = self._laid_out.get(kept)
        if layout is None:
            if len(self._laid_out) >= _KEPT:
                self._laid_out.clear()
            layout = self._laid_out[kept] = self._lay_out(text, place.width(), font, marks)
        painter.setPen(self._theme.color(token))
        layout.draw(painter, QPointF(place.left(), place.top()))

    def _lay_out(self, text: str, room: int, font: QFont, marks: Sequence[Range]) -> QTextLayout:
        metrics = self._metrics if font is self._font else self._lower
        spare = metrics.horizontalAdvance("m") if marks else 0
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(room - spare, 1))
        bold = QFont(font)
        bold.setWeight(QFont.Weight.Bold)
        kept = len(shown) - (shown != text)
        layout = QTextLayout(shown, font)
        formats = []
        for start, end in marks:
            if start < kept:
                piece = QTextLayout.FormatRange()
                piece.start, piece.length = _utf16(shown, start), 0
                piece.length = _utf16(shown, min(end, kept)) - piece.start
                piece.format = QTextCharFormat()
                piece.format.setFont(bold)
                piece.format.setForeground(self._theme.color("accent"))
                formats.append(piece)
        layout.setFormats(formats)
        layout.setCacheEnabled(True)
        layout.beginLayout()
        layout.createLine()
        layout.endLayout()
        return layout


def _utf16(text: str, place: int) -> int:
    """A place in a text as Qt counts it."""
    return place + sum(sign > "\uffff" for sign in text[:place])

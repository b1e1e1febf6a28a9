# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The days of the past year as squares: written on or not. No shades, no streaks."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent, QLocale, QPointF, QRectF, Qt, Signal, Slot
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFocusEvent,
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from logbook.core.progress import YearDays
from logbook.ui.progress.calendar import DAYS, Weeks
from logbook.ui.theme import Theme
from logbook.ui.widgets.dates import long_day, short_month

_DUTCH = QLocale("nl_NL")
#: Width of a square with its gap, at 100 % text size; smaller when there is no room.
_PITCH = 16.0
_SHOWN_WEEKDAYS = (0, 2, 4)
_NO_DAY = date(1, 1, 1)
_NO_YEAR = YearDays(_NO_DAY, _NO_DAY, frozenset())


class YearView(QWidget):
    """A square for every day; arrows walk over the days, with Ctrl over those written on.

    Signals:
        day_shown(str): the day under the mouse or the keys, in words; "" when there is none.
    """

    day_shown = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._weeks = Weeks(_NO_YEAR)
        self._day = _NO_DAY
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Wanneer je schreef"))
        theme.changed.connect(self._fit)

    @property
    def day(self) -> date:
        """The day the keys are at."""
        return self._day

    def set_year(self, year: YearDays) -> None:
        """Show these days."""
        self._weeks = Weeks(year)
        begun = self._day != _NO_DAY
        self._day = min(max(self._day, year.first), year.last) if begun else year.last
        self._describe()
        self._fit()

    def day_words(self, day: date) -> str:
        """A day and whether was written on it."""
        written = day in self._weeks.year.days
        state = self.tr("geschreven") if written else self.tr("niet geschreven")
        return f"{long_day(day)} · {state}"

    def day_at(self, point: QPointF) -> date | None:
        """The day at a place in the widget, or None."""
        left, top, pitch = self._measures()
        if point.x() < left or point.y() < top:
            return None
        return self._weeks.day_at(int((point.x() - left) // pitch), int((point.y() - top) // pitch))

    def square(self, day: date) -> QRectF:
        """Where the square of a day is."""
        left, top, pitch = self._measures()
        column, row = self._weeks.place_of(day)
        side = pitch - max(1.5, pitch * 0.22)
        return QRectF(left + column * pitch, top + row * pitch, side, side)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        weeks, day = self._weeks, self._day
        jump = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        moves = {
            Qt.Key.Key_Left: weeks.written_before(day) if jump else weeks.moved(day, -DAYS),
            Qt.Key.Key_Right: weeks.written_after(day) if jump else weeks.moved(day, DAYS),
            Qt.Key.Key_Up: weeks.moved(day, -1),
            Qt.Key.Key_Down: weeks.moved(day, 1),
            Qt.Key.Key_Home: weeks.year.first,
            Qt.Key.Key_End: weeks.year.last,
        }
        key = Qt.Key(event.key())
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if key not in moves or alt:
            super().keyPressEvent(event)
            return
        self._day = moves[key]
        self._describe()
        said = QAccessibleAnnouncementEvent(self, self.day_words(self._day))
        QAccessible.updateAccessibility(said)
        self.day_shown.emit(self.day_words(self._day))
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.day_shown.emit(self.day_words(self._day))
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.day_shown.emit("")
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        day = self.day_at(event.position())
        self.day_shown.emit(self.day_words(day) if day else "")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        day = self.day_at(event.position())
        if day is not None:
            self._day = day
            self._describe()
            self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.day_shown.emit(self.day_words(self._day) if self.hasFocus() else "")

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            day = self.day_at(QPointF(event.pos()))
            if day is not None:
                QToolTip.showText(event.globalPos(), self.day_words(day), self)
            return True
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._theme.ui_font(11))
        painter.setPen(self._theme.color("muted"))
        self._paint_names(painter)
        painter.setPen(Qt.PenStyle.NoPen)
        written, empty = self._theme.color("accent"), self._theme.color("hover")
        for day in self._weeks.days():
            square = self.square(day)
            painter.setBrush(written if day in self._weeks.year.days else empty)
            painter.drawRoundedRect(square, square.width() * 0.25, square.width() * 0.25)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.color("ink"), 2))
            painter.drawRoundedRect(self.square(self._day).adjusted(-1, -1, 1, 1), 3, 3)

    def _paint_names(self, painter: QPainter) -> None:
        left, top, pitch = self._measures()
        metrics = QFontMetricsF(painter.font())
        free_from = 0.0
        for column, first in self._weeks.month_starts():
            x, name = left + column * pitch, short_month(first)
            width = metrics.horizontalAdvance(name)
            if x >= free_from and x + width <= self.width():
                painter.drawText(QPointF(x, metrics.ascent()), name)
                free_from = x + width + metrics.averageCharWidth()
        step = 1 if pitch >= metrics.height() * 0.62 else 0
        for weekday in _SHOWN_WEEKDAYS if step else ():
            name = _DUTCH.dayName(weekday + 1, QLocale.FormatType.ShortFormat).replace(".", "")
            middle = top + (weekday + 0.39) * pitch
            painter.drawText(QPointF(0, middle + metrics.capHeight() / 2), name)

    def _measures(self) -> tuple[float, float, float]:
        """Left and top of the first square, and the width of a square with its gap."""
        metrics = QFontMetricsF(self._theme.ui_font(11))
        left = metrics.horizontalAdvance("wo") + self._theme.px(8)
        room = (self.width() - left - 2) / self._weeks.columns
        pitch = max(4.0, min(_PITCH * self._theme.scale, room))
        return left, metrics.height() + self._theme.px(4), pitch

    @Slot()
    def _fit(self) -> None:
        _, top, pitch = self._measures()
        self.setFixedHeight(round(top + DAYS * pitch + 2))
        self.update()

    def _describe(self) -> None:
        self.setAccessibleDescription(self.day_words(self._day))

# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Asks for a day with a calendar; what the day is for, the one who asks says."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QRect, Qt, Slot
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCalendarWidget,
    QDialog,
    QHBoxLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from logbook.ui.widgets.buttons import Button
from logbook.ui.widgets.labels import PlainLabel

#: How strong the days of the month before and after are drawn.
_OTHER_MONTH = 0.4
#: The buttons above the days, by the names that Qt gives them.
_BUTTONS = {
    "qt_calendar_prevmonth": "Vorige maand",
    "qt_calendar_nextmonth": "Volgende maand",
    "qt_calendar_monthbutton": "Maand kiezen",
    "qt_calendar_yearbutton": "Jaar kiezen",
}


class _Month(QCalendarWidget):
    """A month in which the days of other months stand back."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        days = self.findChild(QAbstractItemView)
        assert days is not None, "a calendar shows its days in a view"
        self._days = days

    def set_name_of_days(self, name: str) -> None:
        """What a screen reader says: it is the days that get the keyboard."""
        self._days.setAccessibleName(name)

    def paintCell(self, painter: QPainter, rect: QRect, day: QDate | date) -> None:
        shown = QDate(day.year, day.month, day.day) if isinstance(day, date) else day
        super().paintCell(painter, rect, shown)
        if (shown.year(), shown.month()) != (self.yearShown(), self.monthShown()):
            painter.save()
            painter.setOpacity(1 - _OTHER_MONTH)
            painter.fillRect(rect, self._days.palette().base())
            painter.restore()


def dutch_calendar(name: str, parent: QWidget) -> QCalendarWidget:
    """A calendar in Dutch with weeks that begin on Monday; `name` is for screen readers."""
    made = _Month(parent)
    made.setAccessibleName(name)
    made.set_name_of_days(name)
    for place, said in _BUTTONS.items():
        button = made.findChild(QToolButton, place)
        if button is not None:
            button.setAccessibleName(QCoreApplication.translate("Calendar", said))
            button.setProperty("reached_otherwise", True)  # PageUp and PageDown do the same
    made.setLocale(QLocale("nl_NL"))
    made.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
    made.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
    return made


class CalendarDialog(QDialog):
    """A calendar.

    Args:
        title: of the window.
        question: above the calendar.
        name: of the calendar, for screen readers.
        day: the one to begin with.
        earliest: the first day that can be chosen; None for any.
    """

    def __init__(
        self,
        title: str,
        question: str,
        name: str,
        day: date,
        parent: QWidget | None = None,
        *,
        earliest: date | None = None,
    ) -> None:
        super().__init__(parent)
        self.day: date | None = None
        self.setWindowTitle(title)
        body = QVBoxLayout(self)
        body.setContentsMargins(24, 20, 24, 20)
        body.setSpacing(14)
        body.addWidget(PlainLabel(question, "heading", self, wrap=True))
        self.calendar = dutch_calendar(name, self)
        if earliest is not None:
            self.calendar.setMinimumDate(QDate(earliest.year, earliest.month, earliest.day))
        self.calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        self.calendar.activated.connect(self._on_day_chosen)
        body.addWidget(self.calendar)
        self.row = QHBoxLayout()
        self.row.setSpacing(10)
        self.row.addStretch(1)
        cancel = Button(self.tr("Annuleren"), "", "", self)
        cancel.clicked.connect(self.reject)
        self.choose = Button(self.tr("Kies deze dag"), "primary", "", self)
        self.choose.clicked.connect(self._on_day_chosen)
        self.row.addWidget(cancel)
        self.row.addWidget(self.choose)
        body.addLayout(self.row)
        self.calendar.setFocus()

    @Slot()
    def _on_day_chosen(self) -> None:
        chosen = self.calendar.selectedDate()
        self.day = date(chosen.year(), chosen.month(), chosen.day())
        self.accept()

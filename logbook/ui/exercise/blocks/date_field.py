# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""A day to choose, or none: a few days near at hand, and a calendar. Knows no draft."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QDate, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from logbook.ui.theme import Theme
from logbook.ui.widgets.buttons import Button
from logbook.ui.widgets.calendar_dialog import dutch_calendar
from logbook.ui.widgets.columns import FlowLayout
from logbook.ui.widgets.dates import long_day


class CalendarPopup(QFrame):
    """A month to pick a day from; arrow keys walk, Enter picks, Esc closes.

    Signals:
        day_picked(object): a plain date.
    """

    day_picked = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("role", "card")
        self.calendar = dutch_calendar(self.tr("Kalender"), self)
        body = QVBoxLayout(self)
        body.setContentsMargins(8, 8, 8, 8)
        body.addWidget(self.calendar)
        self.calendar.clicked.connect(self._on_calendar_picked)
        self.calendar.activated.connect(self._on_calendar_picked)

    def open_below(self, widget: QWidget, day: date) -> None:
        """Show the month of a day below a widget."""
        self.calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        self.adjustSize()
        self.move(widget.mapToGlobal(widget.rect().bottomLeft()))
        self.show()
        self.calendar.setFocus()

    @Slot(QDate)
    def _on_calendar_picked(self, day: QDate) -> None:
        self.hide()
        self.day_picked.emit(date(day.year(), day.month(), day.day()))


class DateField(QWidget):
    """Shows the chosen day in words; chips for days near at hand, a calendar, and no day.

    Args:
        today: the local day now.

    Signals:
        day_chosen(object): a plain date, or None for no day.
    """

    day_chosen = Signal(object)

    def __init__(self, theme: Theme, name: str, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._name = name
        self._today = today
        self._day: date | None = None
        self._popup = CalendarPopup(self)
        self._popup.day_picked.connect(self._choose)
        self.pick = Button("", "", "calendar", self)
        self.pick.clicked.connect(self._on_pick_clicked)
        self.clear = Button(self.tr("Geen datum"), "link", "", self)
        self.clear.clicked.connect(self._on_clear_clicked)
        self.near: dict[Button, date] = {}
        flow = FlowLayout(self, spacing=8)
        flow.addWidget(self.pick)
        for caption, days in (
            (self.tr("over een week"), 7),
            (self.tr("over twee weken"), 14),
            (self.tr("over vier weken"), 28),
        ):
            chip = Button(caption, "chip", "", self)
            chip.clicked.connect(self._on_near_clicked)
            self.near[chip] = today + timedelta(days=days)
            flow.addWidget(chip)
        flow.addWidget(self.clear)
        self.setFocusProxy(self.pick)
        self.set_day(None)

    @property
    def day(self) -> date | None:
        """The chosen day; None for none."""
        return self._day

    def set_day(self, day: date | None) -> None:
        """Show a day, by code."""
        self._day = day
        text = long_day(day, self._today) if day else self.tr("Kies een dag")
        self.pick.setText(text)
        self.pick.setAccessibleName(f"{self._name} {text}")
        self.clear.setVisible(day is not None)
        for chip, near in self.near.items():
            chip.set_role("chip-on" if near == day else "chip")

    @Slot(object)
    def _choose(self, day: date | None) -> None:
        self.set_day(day)
        self.day_chosen.emit(day)
        self.pick.setFocus()

    @Slot()
    def _on_pick_clicked(self) -> None:
        self._popup.open_below(self.pick, self._day or self._today)

    @Slot()
    def _on_clear_clicked(self) -> None:
        self._choose(None)

    @Slot()
    def _on_near_clicked(self) -> None:
        day = self.near.get(self.sender())  # type: ignore[call-overload]
        if day is not None:
            self._choose(day)

# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Asks which day an entry is about."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QDate, QLocale, Qt, Slot
from PySide6.QtWidgets import QCalendarWidget, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from logbook.ui.widgets.buttons import Button
from logbook.ui.widgets.labels import PlainLabel


@dataclass(frozen=True, slots=True)
class DayChoice:
    """The day that was chosen; None is the day of writing."""

    day: date | None


class DayDialog(QDialog):
    """A calendar; `choice` is None until something was chosen."""

    def __init__(self, day: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choice: DayChoice | None = None
        self.setWindowTitle(self.tr("Waar gaat het over?"))
        body = QVBoxLayout(self)
        body.setContentsMargins(24, 20, 24, 20)
        body.setSpacing(14)
        body.addWidget(PlainLabel(self.tr("Over welke dag gaat dit?"), "heading", self))
        self.calendar = QCalendarWidget(self)
        self.calendar.setAccessibleName(self.tr("Dag waarover dit gaat"))
        self.calendar.setLocale(QLocale("nl_NL"))
        self.calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        self.calendar.activated.connect(self._on_day_chosen)
        body.addWidget(self.calendar)
        row = QHBoxLayout()
        row.setSpacing(10)
        self.writing_day = Button(self.tr("De dag van schrijven"), "quiet", "", self)
        self.writing_day.clicked.connect(self._on_writing_day_chosen)
        cancel = Button(self.tr("Annuleren"), "", "", self)
        cancel.clicked.connect(self.reject)
        self.choose = Button(self.tr("Kies deze dag"), "primary", "", self)
        self.choose.clicked.connect(self._on_day_chosen)
        row.addWidget(self.writing_day)
        row.addStretch(1)
        row.addWidget(cancel)
        row.addWidget(self.choose)
        body.addLayout(row)
        self.calendar.setFocus()

    @classmethod
    def ask(cls, day: date, parent: QWidget | None = None) -> DayChoice | None:
        """The day the user chose, or None when the dialog was closed."""
        dialog = cls(day, parent)
        dialog.exec()
        choice = dialog.choice
        dialog.deleteLater()
        return choice

    @Slot()
    def _on_day_chosen(self) -> None:
        chosen = self.calendar.selectedDate()
        self.choice = DayChoice(date(chosen.year(), chosen.month(), chosen.day()))
        self.accept()

    @Slot()
    def _on_writing_day_chosen(self) -> None:
        self.choice = DayChoice(None)
        self.accept()

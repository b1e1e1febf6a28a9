# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Asks which day an entry is about."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from logbook.ui.widgets.buttons import Button
from logbook.ui.widgets.calendar_dialog import CalendarDialog


@dataclass(frozen=True, slots=True)
class DayChoice:
    """The day that was chosen; None is the day of writing."""

    day: date | None


class DayDialog(CalendarDialog):
    """A calendar with the day of writing beside it; `choice` is None until something was chosen."""

    def __init__(self, day: date, parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("Waar gaat het over?"),
            self.tr("Over welke dag gaat dit?"),
            self.tr("Dag waarover dit gaat"),
            day,
            parent,
        )
        self._of_writing = False
        self.writing_day = Button(self.tr("De dag van schrijven"), "quiet", "", self)
        self.writing_day.clicked.connect(self._on_writing_day_chosen)
        self.row.insertWidget(0, self.writing_day)
        self.setTabOrder(self.calendar, self.writing_day)

    @property
    def choice(self) -> DayChoice | None:
        """What was chosen so far."""
        if self.day is None and not self._of_writing:
            return None
        return DayChoice(self.day)

    @classmethod
    def ask(cls, day: date, parent: QWidget | None = None) -> DayChoice | None:
        """The day the user chose, or None when the dialog was closed."""
        dialog = cls(day, parent)
        dialog.exec()
        choice = dialog.choice
        dialog.deleteLater()
        return choice

    @Slot()
    def _on_writing_day_chosen(self) -> None:
        self._of_writing = True
        self.accept()

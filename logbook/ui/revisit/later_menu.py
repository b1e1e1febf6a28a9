# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The choices of when something may come back, the same wherever that is asked."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from logbook.core.recall_days import Span, shift
from logbook.ui.context import Context
from logbook.ui.widgets.calendar_dialog import CalendarDialog
from logbook.ui.widgets.dates import long_day, short_day


class LaterMenu(QMenu):
    """Over een week, a month, three months, a day of choice, or at the next evaluation.

    Show it with `widgets.menus.popup_below`; it is filled anew each time it comes into view.

    Signals:
        day_chosen(date | None): when it may come back; None is at the next evaluation.
    """

    day_chosen = Signal(object)

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self.aboutToShow.connect(self.fill)
        self.fill()

    @Slot()
    def fill(self) -> None:
        """Make the choices as they are today."""
        self.clear()
        today = self._context.services.today()
        for caption, span in (
            (self.tr("Over een week"), Span.WEEK),
            (self.tr("Over een maand"), Span.MONTH),
            (self.tr("Over drie maanden"), Span.QUARTER),
        ):
            self._add(f"{caption}\t{short_day(shift(today, span))}", shift(today, span))
        self.pick = self.addAction(self.tr("Kies een dag …"))
        self.pick.triggered.connect(self._on_pick_triggered)
        self.addSeparator()
        evaluation = self._context.services.revisiting.evaluation
        caption = self.tr("Bij mijn volgende evaluatie")
        if evaluation is not None and evaluation > today:
            caption = f"{caption}\t{short_day(evaluation)}"
        self._add(caption, None)

    def _add(self, caption: str, day: date | None) -> None:
        action = self.addAction(caption)
        action.setData(day)
        action.triggered.connect(self._on_day_triggered)

    @Slot()
    def _on_day_triggered(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.day_chosen.emit(action.data())

    @Slot()
    def _on_pick_triggered(self) -> None:
        day = ask_day(self._context.services.today(), self.window())
        if day is not None:
            self.day_chosen.emit(day)


def ask_day(today: date, parent: QWidget | None = None, start: date | None = None) -> date | None:
    """A day after today that the user chose, or None when the calendar was closed."""
    words = _tr("Later terugkijken"), _tr("Wanneer mag dit terugkomen?")
    return _ask(*words, _tr("Dag waarop dit terugkomt"), today, parent, start)


def ask_evaluation(
    today: date, parent: QWidget | None = None, start: date | None = None
) -> date | None:
    """The day of the next evaluation, as `ask_day`."""
    words = _tr("Je volgende evaluatie"), _tr("Op welke dag is je volgende evaluatie?")
    return _ask(*words, _tr("Dag van je volgende evaluatie"), today, parent, start)


def _ask(
    title: str,
    question: str,
    name: str,
    today: date,
    parent: QWidget | None,
    start: date | None,
) -> date | None:
    tomorrow = today + timedelta(days=1)
    first = max(start or shift(tomorrow, Span.MONTH), tomorrow)
    dialog = CalendarDialog(title, question, name, first, parent, earliest=tomorrow)
    dialog.exec()
    day = dialog.day
    dialog.deleteLater()
    return day


def when_words(day: date | None) -> str:
    """`op maandag 3 mei`, or at the next evaluation."""
    if day is None:
        return _tr("bij je volgende evaluatie")
    return _tr("op {day}").format(day=long_day(day))


def _tr(text: str) -> str:
    return QCoreApplication.translate("LaterMenu", text)

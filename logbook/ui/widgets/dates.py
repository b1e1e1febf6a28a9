# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Dutch days and times for the screen, in the local zone. Files and commands use ISO."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import QDate, QLocale

from logbook.clock import now_utc

_DUTCH = QLocale("nl_NL")


def _format(day: date, pattern: str) -> str:
    return _DUTCH.toString(QDate(day.year, day.month, day.day), pattern)


def local_day(moment: datetime) -> date:
    """The local day of an aware moment."""
    return moment.astimezone().date()


def long_day(day: date, today: date | None = None) -> str:
    """`zaterdag 21 november`; with the year when it is not this one."""
    this_year = (today or local_day(now_utc())).year
    return _format(day, "dddd d MMMM" if day.year == this_year else "dddd d MMMM yyyy")


def short_day(day: date, today: date | None = None) -> str:
    """`21 nov`; with the year when it is not this one."""
    this_year = (today or local_day(now_utc())).year
    text = _format(day, "d MMM" if day.year == this_year else "d MMM yyyy")
    return text.replace(".", "")


def short_month(day: date, *, year: bool = False) -> str:
    """`nov`, or `nov 2026`."""
    return _format(day, "MMM yyyy" if year else "MMM").replace(".", "")


def month_title(day: date) -> str:
    """`november 2026`."""
    return _format(day, "MMMM yyyy")


def clock(moment: datetime) -> str:
    """`14:02`, local time."""
    return moment.astimezone().strftime("%H:%M")

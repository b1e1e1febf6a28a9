# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""A year of days laid out in weeks: which square is which day, where a month begins. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from logbook.core.progress import YearDays

DAYS = 7


@dataclass(frozen=True, slots=True)
class Weeks:
    """Columns are weeks from Monday to Sunday; days outside the year have no square."""

    year: YearDays

    @property
    def start(self) -> date:
        """The Monday of the first week."""
        return self.year.first - timedelta(days=self.year.first.weekday())

    @property
    def columns(self) -> int:
        """How many weeks there are: 53, or 54 when a leap year begins on a Sunday."""
        return (self.year.last - self.start).days // DAYS + 1

    def day_at(self, column: int, row: int) -> date | None:
        """The day of a square, or None when there is no square."""
        if not (0 <= row < DAYS and 0 <= column < self.columns):
            return None
        day = self.start + timedelta(days=column * DAYS + row)
        return day if self.year.first <= day <= self.year.last else None

    def place_of(self, day: date) -> tuple[int, int]:
        """Column and row of a day."""
        return divmod((day - self.start).days, DAYS)

    def days(self) -> list[date]:
        """Every day of the year, in order."""
        amount = (self.year.last - self.year.first).days + 1
        return [self.year.first + timedelta(days=number) for number in range(amount)]

    def month_starts(self) -> list[tuple[int, date]]:
        """The columns in which a month begins, with the first of that month."""
        firsts = [day for day in self.days() if day.day == 1]
        return [(self.place_of(day)[0], day) for day in firsts]

    def moved(self, day: date, days: int) -> date:
        """The day so many days on, kept within the year."""
        wanted = day + timedelta(days=days)
        return min(max(wanted, self.year.first), self.year.last)

    def written_after(self, day: date) -> date:
        """The next day on which was written; the day itself when there is none."""
        return min((d for d in self.year.days if d > day), default=day)

    def written_before(self, day: date) -> date:
        """The day before on which was written; the day itself when there is none."""
        return max((d for d in self.year.days if d < day), default=day)

# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Days of looking back: what a month or a year before a day is, and where a local day begins.

A month ends where the calendar ends it: what was written on 31 January is a month old on the last
day of February, and 29 February comes back on the 28th when a year has no 29th.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from enum import StrEnum


class Span(StrEnum):
    """How long ago "op deze dag" looks."""

    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    HALF_YEAR = "half-year"
    YEAR = "year"
    TWO_YEARS = "two-years"
    FIVE_YEARS = "five-years"
    TEN_YEARS = "ten-years"

    @property
    def months(self) -> int:
        """Its length in months; 0 for a week."""
        return _MONTHS[self]


_MONTHS = {
    Span.WEEK: 0,
    Span.MONTH: 1,
    Span.QUARTER: 3,
    Span.HALF_YEAR: 6,
    Span.YEAR: 12,
    Span.TWO_YEARS: 24,
    Span.FIVE_YEARS: 60,
    Span.TEN_YEARS: 120,
}


def shift(day: date, span: Span) -> date:
    """The day that is this much later, at most the last day there is."""
    if span is Span.WEEK:
        return day + timedelta(weeks=1) if day < date.max - timedelta(weeks=1) else date.max
    return add_months(day, span.months)


def add_months(day: date, months: int) -> date:
    """The day so many months later (negative: earlier), or the last one of a shorter month."""
    total = day.year * 12 + day.month - 1 + months
    year, month = divmod(total, 12)
    if year > date.max.year:
        return date.max
    if year < date.min.year:
        return date.min
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def days_before(day: date, span: Span) -> tuple[date, ...]:
    """The days that are exactly this old on `day`, in order: mostly one, sometimes none or more."""
    first = day - timedelta(weeks=1) if span is Span.WEEK else add_months(day, -span.months)
    candidates = (first + timedelta(days=more) for more in range(4) if first < date.max)
    return tuple(each for each in candidates if shift(each, span) == day)


def same_days(day: date) -> Iterator[tuple[Span, date]]:
    """The days before this one that "op deze dag" looks at, the nearest first."""
    for span in Span:
        for each in days_before(day, span):
            yield span, each


def local_day(moment: datetime, zone: tzinfo | None) -> date:
    """The local day of a moment; the system's time zone when `zone` is None."""
    return moment.astimezone(zone).date()


def bounds(day: date, zone: tzinfo | None) -> tuple[datetime, datetime]:
    """The moments (UTC) at which a local day begins and ends: 23 to 25 hours apart."""
    return _begin(day, zone), _begin(day + timedelta(days=1), zone)


def _begin(day: date, zone: tzinfo | None) -> datetime:
    midnight = datetime.combine(day, time())
    local = midnight.replace(tzinfo=zone) if zone else midnight
    return local.astimezone(UTC)

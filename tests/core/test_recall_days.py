# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from logbook.core.recall_days import (
    Span,
    add_months,
    bounds,
    days_before,
    local_day,
    same_days,
    shift,
)

DAYS = st.dates(date(1990, 1, 1), date(2090, 1, 1))
SPANS = st.sampled_from(list(Span))
ZONES = st.sampled_from(["Europe/Amsterdam", "America/New_York", "Pacific/Apia", "Asia/Beirut"])


@pytest.mark.parametrize(
    ("day", "span", "later"),
    [
        (date(2024, 2, 29), Span.YEAR, date(2025, 2, 28)),
        (date(2024, 2, 29), Span.TWO_YEARS, date(2026, 2, 28)),
        (date(2026, 1, 31), Span.MONTH, date(2026, 2, 28)),
        (date(2026, 11, 30), Span.QUARTER, date(2027, 2, 28)),
        (date(2026, 12, 31), Span.WEEK, date(2027, 1, 7)),
        (date(2016, 2, 29), Span.TEN_YEARS, date(2026, 2, 28)),
    ],
)
def test_what_is_later(day: date, span: Span, later: date) -> None:
    assert shift(day, span) == later


def test_the_last_day_of_a_short_month_is_that_of_several_days() -> None:
    days = (date(2026, 1, 28), date(2026, 1, 29), date(2026, 1, 30), date(2026, 1, 31))
    assert days_before(date(2026, 2, 28), Span.MONTH) == days
    assert days_before(date(2026, 3, 31), Span.MONTH) == ()


def test_there_is_no_day_beyond_the_first_or_last() -> None:
    assert shift(date.max, Span.WEEK) == add_months(date.max, 1) == date.max
    assert add_months(date.min, -1) == date.min


@given(DAYS, SPANS)
def test_every_day_comes_back_on_exactly_one_day(day: date, span: Span) -> None:
    later = shift(day, span)
    assert later > day
    assert day in days_before(later, span)
    around = [later + timedelta(days=more) for more in (-2, -1, 1, 2)]
    assert not any(day in days_before(other, span) for other in around)


@given(DAYS)
def test_no_day_is_looked_at_twice(day: date) -> None:
    found = [each for _, each in same_days(day)]
    assert len(found) == len(set(found))
    assert all(each < day for each in found)


@given(DAYS, ZONES)
def test_a_local_day_holds_its_own_moments_and_no_other(day: date, name: str) -> None:
    zone = ZoneInfo(name)
    begin, end = bounds(day, zone)
    assert begin.tzinfo is UTC
    assert local_day(end - timedelta(milliseconds=1), zone) <= day < local_day(end, zone)
    assert local_day(begin - timedelta(milliseconds=1), zone) < day or begin == end
    assert timedelta() <= end - begin <= timedelta(hours=25)


def test_days_with_a_change_of_the_clock_are_shorter_and_longer() -> None:
    zone = ZoneInfo("Europe/Amsterdam")
    hours = [
        (end - begin) / timedelta(hours=1)
        for begin, end in (bounds(date(2026, 3, 29), zone), bounds(date(2026, 10, 25), zone))
    ]
    assert hours == [23, 25]
    assert bounds(date(2026, 3, 29), zone)[0] == datetime(2026, 3, 28, 23, tzinfo=UTC)

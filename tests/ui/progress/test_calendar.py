# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from logbook.bootstrap import Services
from logbook.core.progress import YearDays
from logbook.ui.progress.calendar import Weeks
from tests.builders import Clock

ZONE = ZoneInfo("Europe/Amsterdam")


def weeks(last: date, *days: date) -> Weeks:
    return Weeks(YearDays(last - timedelta(days=364), last, frozenset(days)))


@pytest.mark.parametrize(
    "last", [date(2026, 11, 21), date(2028, 2, 29), date(2026, 3, 29), date(2024, 12, 31)]
)
def test_every_day_of_the_year_has_its_own_square(last: date) -> None:
    year = weeks(last)
    places = {year.place_of(day): day for day in year.days()}
    assert len(places) == 365
    assert all(year.day_at(*place) == day for place, day in places.items())
    assert year.columns == 53


def test_weeks_begin_on_monday() -> None:
    year = weeks(date(2026, 11, 21))
    assert all(year.place_of(day)[1] == day.weekday() for day in year.days())


def test_there_is_no_square_before_the_first_or_after_the_last_day() -> None:
    year = weeks(date(2026, 11, 21))
    assert year.day_at(0, 0) is None
    assert year.day_at(52, 6) is None
    assert year.day_at(-1, 3) is None


def test_the_year_up_to_a_leap_day_begins_the_first_of_march(
    services: Services, clock: Clock
) -> None:
    clock.moment = datetime(2028, 2, 29, 12, tzinfo=UTC)
    services.writing.add_note("Vandaag")
    year = services.reading.year_days(ZONE)
    assert (year.first, year.last) == (date(2027, 3, 1), date(2028, 2, 29))
    assert date(2028, 2, 29) in year.days
    assert Weeks(year).day_at(*Weeks(year).place_of(date(2028, 2, 29))) == date(2028, 2, 29)


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        (datetime(2026, 3, 28, 22, 59, tzinfo=UTC), date(2026, 3, 28)),  # 23:59, winter time
        (datetime(2026, 3, 28, 23, 1, tzinfo=UTC), date(2026, 3, 29)),
        (datetime(2026, 3, 29, 21, 59, tzinfo=UTC), date(2026, 3, 29)),  # 23:59, summer time
        (datetime(2026, 3, 29, 22, 1, tzinfo=UTC), date(2026, 3, 30)),
        (datetime(2026, 10, 25, 22, 59, tzinfo=UTC), date(2026, 10, 25)),
        (datetime(2026, 10, 25, 23, 1, tzinfo=UTC), date(2026, 10, 26)),
    ],
)
def test_a_night_of_another_clock_keeps_its_day(
    moment: datetime, day: date, services: Services, clock: Clock
) -> None:
    clock.moment = moment
    services.writing.add_note("In de nacht")
    clock.moment = datetime(2026, 11, 21, 12, tzinfo=UTC)
    assert services.reading.year_days(ZONE).days == {day}


def test_months_are_named_at_the_week_of_their_first_day() -> None:
    starts = weeks(date(2026, 11, 21)).month_starts()
    assert len(starts) == 12
    assert starts[0] == (2, date(2025, 12, 1))


def test_walking_stays_within_the_year() -> None:
    year = weeks(date(2026, 11, 21))
    assert year.moved(year.year.last, 7) == year.year.last
    assert year.moved(year.year.first, -1) == year.year.first


def test_jumping_goes_to_days_that_were_written_on() -> None:
    first, second = date(2026, 5, 1), date(2026, 6, 1)
    year = weeks(date(2026, 11, 21), first, second)
    assert year.written_after(first) == second
    assert year.written_before(second) == first
    assert year.written_after(second) == second

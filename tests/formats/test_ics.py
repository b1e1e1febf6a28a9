# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from logbook.formats.ics import (
    LINE_LIMIT,
    Event,
    KeptEvent,
    is_ours,
    read_calendar,
    render_calendar,
    uid_of,
)

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
SENTENCE = "Open Logboek om verder te gaan."


def rendered(*events: Event, before: Mapping[str, KeptEvent] | None = None, now=NOW) -> str:  # type: ignore[no-untyped-def]
    return render_calendar(events, SENTENCE, now, before or {})


def parsed(text: str) -> list[icalendar.Event]:
    """The events as an independent parser reads them, strictly."""
    calendar = icalendar.Calendar.from_ical(text)
    assert isinstance(calendar, icalendar.Calendar)
    assert calendar.errors == []
    found = list(calendar.walk("VEVENT"))
    assert all(event.errors == [] for event in found)
    return found


def an_event(summary: str = "Voornemen", day: date = date(2026, 12, 1)) -> Event:
    return Event(uid_of("a", summary), day, summary)


def test_another_program_reads_a_whole_day_with_its_words() -> None:
    (event,) = parsed(rendered(an_event("Terugblik in je logboek: Waarden; kort, en \\ schuin")))
    assert event["SUMMARY"] == "Terugblik in je logboek: Waarden; kort, en \\ schuin"
    assert event["DESCRIPTION"] == SENTENCE
    assert event.decoded("DTSTART") == date(2026, 12, 1)
    assert event.decoded("DTEND") == date(2026, 12, 2)
    assert event.decoded("DTSTAMP") == NOW
    assert event["SEQUENCE"] == 0
    assert event["DTSTART"].params["VALUE"] == "DATE"


def test_the_reminder_is_in_the_morning_of_the_day() -> None:
    (event,) = parsed(rendered(an_event()))
    (alarm,) = event.walk("VALARM")
    assert alarm.decoded("TRIGGER") == timedelta(hours=9)


def test_an_empty_calendar_is_a_calendar() -> None:
    text = rendered()
    assert parsed(text) == []
    assert is_ours(text)


@pytest.mark.parametrize(
    "day",
    [
        date(2028, 2, 29),
        date(2026, 3, 29),  # summer time begins
        date(2026, 10, 25),  # and ends
        date(2026, 12, 31),
        date(1, 1, 1),
    ],
)
def test_a_day_stays_that_day(day: date) -> None:
    (event,) = parsed(rendered(an_event(day=day)))
    assert event.decoded("DTSTART") == day
    assert event.decoded("DTEND") == day + timedelta(days=1)


def test_the_last_day_there_is_has_no_end() -> None:
    (event,) = parsed(rendered(an_event(day=date.max)))
    assert event.decoded("DTSTART") == date.max
    assert "DTEND" not in event


@given(
    st.text(
        st.characters(codec="utf-8", exclude_categories=["Cc", "Cf", "Cs", "Zl", "Zp"]),
        max_size=300,
    )
)
def test_long_lines_of_any_sign_are_folded_and_read_back(title: str) -> None:
    event = an_event(title)
    text = rendered(event)
    assert all(len(line.encode()) <= LINE_LIMIT for line in text.split("\r\n"))
    assert "\n" not in text.replace("\r\n", "")
    wanted = " ".join(title.split())
    (found,) = parsed(text)
    assert found["SUMMARY"] == wanted
    assert read_calendar(text)[event.uid].event.summary == wanted


def test_folding_never_splits_a_sign_of_several_bytes() -> None:
    text = rendered(an_event("é" * 40 + "🙂" * 40))
    for line in text.encode().split(b"\r\n"):
        line.decode()


def test_what_did_not_change_stays_the_same_to_the_letter() -> None:
    first = rendered(an_event())
    again = rendered(an_event(), before=read_calendar(first), now=NOW + timedelta(days=3))
    assert again == first


def test_another_day_keeps_the_id_and_raises_the_sequence() -> None:
    first = rendered(an_event())
    later = NOW + timedelta(days=3)
    moved = an_event(day=date(2027, 1, 5))
    (event,) = parsed(rendered(moved, before=read_calendar(first), now=later))
    assert event["UID"] == an_event().uid
    assert event["SEQUENCE"] == 1
    assert event.decoded("DTSTAMP") == later
    assert event.decoded("DTSTART") == date(2027, 1, 5)


def test_a_date_that_is_gone_is_gone() -> None:
    first = rendered(an_event("Een"), an_event("Twee"))
    left = parsed(rendered(an_event("Twee"), before=read_calendar(first)))
    assert [str(event["SUMMARY"]) for event in left] == ["Twee"]


def test_events_stand_in_order_of_day() -> None:
    late, soon = an_event("Laat", date(2027, 1, 1)), an_event("Gauw", date(2026, 12, 1))
    days = [event.decoded("DTSTART") for event in parsed(rendered(late, soon))]
    assert days == sorted(days)


@pytest.mark.parametrize(
    "text",
    ["", "hallo", "BEGIN:VCALENDAR\r\nPRODID:-//Anders//NL\r\nEND:VCALENDAR\r\n"],
)
def test_another_file_is_not_ours(text: str) -> None:
    assert not is_ours(text)


def test_a_calendar_that_somebody_changed_is_read_as_far_as_it_goes() -> None:
    text = rendered(an_event("Een"), an_event("Twee"))
    damaged = text.replace("SEQUENCE:0", "SEQUENCE:veel", 1)
    assert len(read_calendar(damaged)) == 1


def test_an_id_tells_nothing_of_what_it_is_of() -> None:
    assert "geheim" not in uid_of("own", "geheim", "blok")
    assert uid_of("own", "a", "b") == uid_of("own", "a", "b") != uid_of("own", "ab", "")

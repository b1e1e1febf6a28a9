# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

import icalendar
import pytest

from logbook.bootstrap import Services, open_services
from logbook.core.entry import AnswerKey, EntryId, Value
from logbook.core.errors import FileNotWritten
from logbook.core.exercise import BlockKind
from logbook.paths import find_paths
from logbook.services.edits import Edit
from tests.builders import Clock

SECRET = "Wat ik hier schreef is van mij"


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def services(clock: Clock) -> Iterator[Services]:
    opened = open_services(find_paths(), create=True, now=clock)
    yield opened
    opened.close()


def note(services: Services, text: str = SECRET) -> EntryId:
    return services.writing.add_note(text).id


def events(text: str | bytes) -> list[icalendar.Event]:
    calendar = icalendar.Calendar.from_ical(text)
    assert isinstance(calendar, icalendar.Calendar)
    return list(calendar.walk("VEVENT"))


def written(path: Path) -> list[icalendar.Event]:
    return events(path.read_bytes())


def today(clock: Clock) -> date:
    return clock.moment.date()


def with_intention(services: Services, day: date) -> EntryId:
    """A round of an exercise in which one means to do something, with this day."""
    exercise = next(
        exercise
        for exercise in services.content.library().exercises.values()
        if any(block.kind is BlockKind.INTENTION for block in exercise.blocks)
    )
    block = next(block for block in exercise.blocks if block.kind is BlockKind.INTENTION)
    entry = services.writing.begin_round(exercise)
    edits = [
        Edit(AnswerKey(block.id, block.prompts[0].id), Value(SECRET)),
        Edit(AnswerKey(block.id, block.prompts[-1].id), Value(day=day)),
    ]
    services.writing.save(entry, edits)
    return entry.id


def test_dates_that_were_chosen_are_in_it_and_no_word_of_an_answer(
    services: Services, clock: Clock, tmp_path: Path
) -> None:
    day = today(clock) + timedelta(days=30)
    services.revisiting.set_own(note(services), "", day)
    entry_id = with_intention(services, day + timedelta(days=1))
    title = services.reading.entry(entry_id).exercise_title
    services.revisiting.set_evaluation(day + timedelta(days=2))
    path = tmp_path / "logboek.ics"
    assert services.calendar.export(path) == 3
    found = {str(event["SUMMARY"]): event.decoded("DTSTART") for event in written(path)}
    assert found == {
        "Terugblik in je logboek": day,
        f"Voornemen: {title}": day + timedelta(days=1),
        "Evaluatie": day + timedelta(days=2),
    }
    assert "schreef" not in path.read_text()


def test_what_an_exercise_proposes_is_not_a_date_one_chose(services: Services) -> None:
    exercise = next(
        exercise
        for exercise in services.content.library().exercises.values()
        if exercise.first_prose
        and any(block.kind is BlockKind.REVISIT for block in exercise.blocks)
    )
    entry = services.writing.begin_round(exercise)
    found = exercise.first_prose
    assert found is not None
    services.writing.save(entry, [Edit(AnswerKey(found[0].id, found[1].id), Value(SECRET))])
    services.writing.close_for_now(entry.id)
    assert services.revisiting.coming()
    assert events(services.calendar.text()) == []


def test_a_moved_date_is_the_same_event_with_a_higher_sequence(
    services: Services, clock: Clock, tmp_path: Path
) -> None:
    entry_id, day = note(services), today(clock) + timedelta(days=30)
    path = tmp_path / "logboek.ics"
    services.revisiting.set_own(entry_id, "", day)
    services.calendar.keep(path)
    (before,) = written(path)
    clock.forward(days=1)
    services.revisiting.set_own(entry_id, "", day + timedelta(days=7))
    assert services.calendar.keep(path)
    (after,) = written(path)
    assert after["UID"] == before["UID"]
    assert (before["SEQUENCE"], after["SEQUENCE"]) == (0, 1)
    assert after.decoded("DTSTART") == day + timedelta(days=7)
    assert after.decoded("DTSTAMP") > before.decoded("DTSTAMP")


def test_a_date_that_was_taken_away_leaves_the_file(
    services: Services, clock: Clock, tmp_path: Path
) -> None:
    entry_id, path = note(services), tmp_path / "logboek.ics"
    services.revisiting.set_own(entry_id, "", today(clock))
    services.calendar.keep(path)
    services.revisiting.remove_own(entry_id)
    assert services.calendar.keep(path)
    assert written(path) == []


def test_nothing_is_written_when_nothing_changed(
    services: Services, clock: Clock, tmp_path: Path
) -> None:
    services.revisiting.set_own(note(services), "", today(clock))
    path = tmp_path / "logboek.ics"
    assert services.calendar.keep(path)
    before = path.read_bytes()
    clock.forward(days=2)
    assert not services.calendar.keep(path)
    assert path.read_bytes() == before


@pytest.mark.parametrize("zone", ["Europe/Amsterdam", "America/New_York", "Pacific/Kiritimati"])
def test_a_move_of_time_zone_leaves_every_day_where_it_is(
    services: Services, zone: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    import time

    services.revisiting.set_own(note(services), "", date(2028, 2, 29))
    monkeypatch.setenv("TZ", zone)
    time.tzset()
    try:
        (event,) = events(services.calendar.text())
    finally:
        monkeypatch.undo()
        time.tzset()
    assert event.decoded("DTSTART") == date(2028, 2, 29)


def test_a_clock_that_was_set_back_writes_a_good_file(
    services: Services, clock: Clock, tmp_path: Path
) -> None:
    path, entry_id = tmp_path / "logboek.ics", note(services)
    services.revisiting.set_own(entry_id, "", today(clock))
    services.calendar.keep(path)
    clock.forward(days=-500)
    services.revisiting.set_own(entry_id, "", date(2027, 1, 1))
    services.calendar.keep(path)
    (event,) = written(path)
    assert (event["SEQUENCE"], event.decoded("DTSTART")) == (1, date(2027, 1, 1))


@pytest.mark.parametrize(
    "content",
    [b"Lieve oma,", b"BEGIN:VCALENDAR\r\nPRODID:-//Anders\r\nEND:VCALENDAR\r\n", b"\xff\xfe\x00"],
)
def test_a_file_of_somebody_else_is_not_kept_up_to_date(
    services: Services, tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "iets.ics"
    path.write_bytes(content)
    with pytest.raises(FileNotWritten):
        services.calendar.keep(path)
    assert path.read_bytes() == content


def test_the_logbook_itself_is_never_replaced(services: Services) -> None:
    for write in (services.calendar.keep, services.calendar.export):
        with pytest.raises(FileNotWritten):
            write(services.paths.logbook)


def test_a_folder_that_is_not_there_is_told(services: Services, tmp_path: Path) -> None:
    with pytest.raises(FileNotWritten):
        services.calendar.keep(tmp_path / "weg" / "logboek.ics")


def test_the_day_of_a_datetime_is_never_written(services: Services, clock: Clock) -> None:
    services.revisiting.set_own(note(services), "", today(clock))
    (event,) = events(services.calendar.text())
    assert not isinstance(event.decoded("DTSTART"), datetime)

# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Progress, suggestions and days, as facts of what the user did."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from logbook.core.entry import AnswerKey, Value
from logbook.core.progress import ExerciseState
from logbook.services.writing import Edit
from tests.builders import make_exercise, make_library
from tests.services.conftest import Desk

AMSTERDAM = ZoneInfo("Europe/Amsterdam")


def do(desk: Desk, exercise_id: str, text: str = "gedaan") -> None:
    entry = desk.writing.begin_round(desk.library.exercises[exercise_id])
    desk.writing.save(entry, [Edit(AnswerKey("start"), Value(text))])
    desk.writing.close_for_now(entry.id)


def test_the_ring_counts_exercises_not_rounds(desk: Desk) -> None:
    for _ in range(3):
        do(desk, "eerste")
    first, second = desk.reading.chapters()
    assert (first.done, first.total, second.done, second.total) == (1, 2, 0, 1)


def test_a_round_that_was_emptied_does_not_count(desk: Desk) -> None:
    entry = desk.writing.begin_round(desk.library.exercises["eerste"])
    saved = desk.writing.save(entry, [Edit(AnswerKey("start"), Value("a"))])
    head = saved.heads[AnswerKey("start")]
    desk.writing.save(entry, [Edit(AnswerKey("start"), Value(""), head)])
    assert desk.reading.chapters()[0].done == 0


def test_a_round_in_the_bin_does_not_count(desk: Desk) -> None:
    do(desk, "eerste")
    (summary,) = desk.reading.entries()
    desk.writing.move_to_bin(summary.id)
    assert desk.reading.chapters()[0].done == 0


def test_suggestions_go_on_in_the_chapter_last_worked_in(desk: Desk) -> None:
    assert [p.exercise.id for p in desk.reading.suggestions()] == ["eerste", "tweede"]
    do(desk, "eerste")
    assert [p.exercise.id for p in desk.reading.suggestions()] == ["tweede", "derde"]
    desk.writing.skip("tweede")
    assert [p.exercise.id for p in desk.reading.suggestions()] == ["derde"]


def test_suggestions_start_in_the_chapter_that_was_touched(desk: Desk) -> None:
    do(desk, "derde")
    assert [p.exercise.id for p in desk.reading.suggestions()] == ["eerste", "tweede"]


def test_the_last_draft_is_offered_until_it_is_closed(desk: Desk) -> None:
    note = desk.writing.add_note("bezig")
    draft = desk.reading.last_draft()
    assert draft is not None
    assert draft.id == note.id
    desk.writing.close_for_now(note.id)
    assert desk.reading.last_draft() is None


def test_the_state_of_an_exercise(desk: Desk) -> None:
    exercise = desk.library.exercises["eerste"]
    assert desk.reading.exercise_progress(exercise).state is ExerciseState.NEW
    do(desk, "eerste")
    assert desk.reading.exercise_progress(exercise).state is ExerciseState.CLOSED


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        (datetime(2026, 3, 2, 9, 0, tzinfo=UTC), date(2026, 3, 2)),
        (datetime(2026, 3, 2, 23, 30, tzinfo=UTC), date(2026, 3, 3)),
        (datetime(2026, 3, 29, 0, 59, tzinfo=UTC), date(2026, 3, 29)),
        (datetime(2026, 6, 30, 22, 15, tzinfo=UTC), date(2026, 7, 1)),
    ],
)
def test_a_day_of_writing_is_a_local_day(desk: Desk, moment: datetime, day: date) -> None:
    desk.clock.moment = moment
    desk.writing.add_note("tekst")
    assert desk.reading.year_days(AMSTERDAM).days == {day}


@pytest.mark.parametrize(
    ("today", "first"),
    [(date(2026, 3, 2), date(2025, 3, 3)), (date(2028, 2, 29), date(2027, 3, 1))],
)
def test_the_year_view_shows_a_year(desk: Desk, today: date, first: date) -> None:
    desk.clock.moment = datetime(today.year, today.month, today.day, 12, tzinfo=UTC)
    year = desk.reading.year_days(UTC)
    assert (year.first, year.last) == (first, today)


def test_what_is_older_than_a_year_is_not_in_the_year_view(desk: Desk) -> None:
    desk.writing.add_note("oud")
    desk.clock.forward(days=400)
    assert desk.reading.year_days(UTC).days == frozenset()


def test_an_entry_is_laid_out_with_the_words_it_was_answered_to(desk: Desk) -> None:
    do(desk, "eerste", "mijn antwoord")
    (summary,) = desk.reading.entries()
    (section,) = desk.reading.sections(desk.reading.entry(summary.id))
    assert section.title == "Wat viel op?"
    assert section.parts[0].value.text == "mijn antwoord"


def test_extra_exercises_are_in_no_chapter(desk: Desk) -> None:
    extra = replace(make_exercise("bij"), chapter=None, extra=True)
    desk.library = replace(desk.library, exercises={**desk.library.exercises, "bij": extra})
    desk.reading._library = lambda: desk.library
    assert [p.exercise.id for p in desk.reading.extras()] == ["bij"]
    listed = [p.exercise.id for c in desk.reading.chapters() for p in c.exercises]
    assert "bij" not in listed


def test_the_second_suggestion_comes_from_the_next_chapter(desk: Desk) -> None:
    made = [make_exercise(f"een-{n}", order=n) for n in (1, 2, 3)]
    made += [make_exercise(f"twee-{n}", chapter=2, order=n) for n in (1, 2)]
    library = make_library(*made)
    desk.library = library
    desk.writing._library = desk.reading._library = lambda: library
    do(desk, "een-2")
    assert [p.exercise.id for p in desk.reading.suggestions()] == ["een-3", "twee-1"]
    desk.writing.skip("een-3")
    assert [p.exercise.id for p in desk.reading.suggestions()] == ["een-1", "twee-1"]
    desk.clock.forward(days=1)
    do(desk, "twee-2")
    assert [p.exercise.id for p in desk.reading.suggestions()] == ["twee-1", "een-1"]
    assert [p.exercise.id for p in desk.reading.suggestions(1)] == ["twee-1"]

# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
from __future__ import annotations

from datetime import date, timedelta

import pytest

from logbook.core.entry import EntryId, EntryState
from logbook.core.progress import ExerciseProgress, Round
from logbook.ui.progress.round_track import RoundTrack, Span, span_of, spread
from logbook.ui.theme import Theme
from tests.builders import START
from tests.ui.progress.conftest import WALK

TODAY = START.date() + timedelta(days=300)


def rounds(amount: int, days_apart: int = 7) -> tuple[Round, ...]:
    return tuple(
        Round(
            EntryId(f"e{number:02d}"),
            WALK.id,
            EntryState.CLOSED,
            START + timedelta(days=number * days_apart),
            START + timedelta(days=number * days_apart),
            None,
            filled=number != 1,
        )
        for number in range(amount)
    )


def test_a_span_runs_from_the_first_round_to_today() -> None:
    assert span_of([ExerciseProgress(WALK, rounds(3))], TODAY) == Span(START.date(), TODAY)


def test_a_span_is_at_least_four_weeks() -> None:
    span = span_of([ExerciseProgress(WALK, ())], TODAY)
    assert (span.last - span.first).days == 28


def test_a_clock_that_ran_ahead_stays_in_the_span() -> None:
    span = span_of([ExerciseProgress(WALK, rounds(1))], date(2020, 1, 1))
    assert span.last == START.date()


@pytest.mark.parametrize(
    ("wanted", "places"),
    [
        ([], []),
        ([50.0], [50.0]),
        ([0.0, 0.0, 0.0], [0.0, 10.0, 20.0]),
        ([100.0, 100.0], [90.0, 100.0]),
        ([10.0, 50.0, 90.0], [10.0, 50.0, 90.0]),
    ],
)
def test_marks_keep_apart_and_within_the_line(wanted: list[float], places: list[float]) -> None:
    assert spread(wanted, 0.0, 100.0, 10.0) == places


def test_marks_come_closer_when_there_are_many() -> None:
    places = spread([50.0] * 41, 0.0, 100.0, 10.0)
    assert places == sorted(places)
    assert (places[0], places[-1]) == (0.0, 100.0)


def test_forty_rounds_each_have_their_own_mark(theme: Theme, qtbot) -> None:
    progress = ExerciseProgress(WALK, rounds(40))
    track = RoundTrack(progress, span_of([progress], TODAY), theme)
    qtbot.addWidget(track)
    track.resize(548, track.height())
    track.show()
    lefts = [mark.x() for mark in track.marks]
    assert lefts == sorted(set(lefts))
    assert lefts[0] >= 0
    assert track.marks[-1].geometry().right() <= track.width()


def test_a_mark_names_exercise_round_day_and_state(theme: Theme, qtbot) -> None:
    progress = ExerciseProgress(WALK, rounds(2))
    track = RoundTrack(progress, span_of([progress], TODAY), theme)
    qtbot.addWidget(track)
    first, second = (mark.accessibleName() for mark in track.marks)
    assert first == "Samen lopen, Ronde 1, maandag 2 maart, voor nu afgerond"
    assert second.endswith("nog leeg")

# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
from __future__ import annotations

from datetime import timedelta

import pytest

from logbook.core.entry import EntryId, EntryState
from logbook.core.exercise import Chapter
from logbook.core.progress import (
    TRANSITIONS,
    ChapterProgress,
    ExerciseProgress,
    ExerciseState,
    Move,
    Round,
    allowed_moves,
    rounds_by_exercise,
)
from tests.builders import START, make_exercise


def make_round(number: int, *, state: EntryState = EntryState.CLOSED, filled: bool = True) -> Round:
    at = START + timedelta(days=number)
    return Round(EntryId(f"e{number}"), "proef", state, at, at, None, filled)


@pytest.mark.parametrize(
    ("rounds", "state"),
    [
        ((), ExerciseState.NEW),
        ((make_round(1),), ExerciseState.CLOSED),
        ((make_round(1), make_round(2, state=EntryState.DRAFT)), ExerciseState.DRAFT),
    ],
)
def test_the_state_of_an_exercise_is_derived(
    rounds: tuple[Round, ...], state: ExerciseState
) -> None:
    assert ExerciseProgress(make_exercise(), rounds).state is state


def test_the_ring_counts_exercises_with_a_round_that_holds_something() -> None:
    chapter = ChapterProgress(
        Chapter(1, "Een", "", ""),
        (
            ExerciseProgress(make_exercise("a"), (make_round(1), make_round(2))),
            ExerciseProgress(make_exercise("b"), (make_round(1, filled=False),)),
            ExerciseProgress(make_exercise("c"), ()),
        ),
    )
    assert (chapter.done, chapter.total) == (1, 3)
    assert chapter.last_written == START + timedelta(days=2)


def test_the_number_below_a_dot_leaves_out_empty_rounds() -> None:
    progress = ExerciseProgress(make_exercise(), (make_round(1), make_round(2, filled=False)))
    assert progress.filled_rounds == 1


def test_rounds_are_ordered_by_creation_then_id() -> None:
    second, first = make_round(2), make_round(1)
    assert rounds_by_exercise([second, first])["proef"] == (first, second)


def test_every_move_leads_to_a_state_that_allows_writing_or_reopening() -> None:
    for state in TRANSITIONS.values():
        assert allowed_moves(state)


def test_a_new_exercise_can_only_be_written_in() -> None:
    assert allowed_moves(ExerciseState.NEW) == {Move.WRITE}
    assert allowed_moves(ExerciseState.CLOSED) == {Move.REOPEN, Move.NEW_ROUND}

# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Progress as facts: the state of an exercise, what may be done next, counts per chapter.

No percentages, points or trends: see docs/design.md, "Progress".
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from logbook.core.entry import EntryId, EntryState

if TYPE_CHECKING:
    from logbook.core.exercise import Chapter, Exercise


class ExerciseState(StrEnum):
    """Derived from its rounds (docs/design.md): new, a round is open, or closed for now."""

    NEW = "new"
    DRAFT = "draft"
    CLOSED = "closed"


class Move(StrEnum):
    """What a user can do with a round."""

    WRITE = "write"
    CLOSE = "close"
    REOPEN = "reopen"
    NEW_ROUND = "new_round"


#: Which moves each state allows, and the state they lead to.
TRANSITIONS: Mapping[tuple[ExerciseState, Move], ExerciseState] = {
    (ExerciseState.NEW, Move.WRITE): ExerciseState.DRAFT,
    (ExerciseState.DRAFT, Move.WRITE): ExerciseState.DRAFT,
    (ExerciseState.DRAFT, Move.CLOSE): ExerciseState.CLOSED,
    (ExerciseState.CLOSED, Move.REOPEN): ExerciseState.DRAFT,
    (ExerciseState.CLOSED, Move.NEW_ROUND): ExerciseState.DRAFT,
}


def allowed_moves(state: ExerciseState) -> frozenset[Move]:
    """The moves a screen may offer in this state."""
    return frozenset(move for (known, move) in TRANSITIONS if known is state)


@dataclass(frozen=True, slots=True)
class Round:
    """One round as progress sees it; `filled` says that at least one answer is not empty."""

    entry_id: EntryId
    exercise_id: str
    state: EntryState
    created_at: datetime
    written_at: datetime
    closed_at: datetime | None
    filled: bool


@dataclass(frozen=True, slots=True)
class ExerciseProgress:
    """An exercise with its rounds, oldest first. `skipped` was said by the user."""

    exercise: Exercise
    rounds: tuple[Round, ...]
    skipped: bool = False

    @property
    def state(self) -> ExerciseState:
        """New, draft (a round is open) or closed for now."""
        if not self.rounds:
            return ExerciseState.NEW
        if any(r.state is EntryState.DRAFT for r in self.rounds):
            return ExerciseState.DRAFT
        return ExerciseState.CLOSED

    @property
    def touched(self) -> bool:
        """Whether the ring counts it: at least one round that is not empty."""
        return any(r.filled for r in self.rounds)

    @property
    def filled_rounds(self) -> int:
        """How many rounds hold something: the number below the dot."""
        return sum(r.filled for r in self.rounds)

    @property
    def last_written(self) -> datetime | None:
        """When something was last written in any round, or None."""
        return max((r.written_at for r in self.rounds if r.filled), default=None)


@dataclass(frozen=True, slots=True)
class ChapterProgress:
    """A chapter with its exercises in order; `done` of `total` is what the ring shows."""

    chapter: Chapter
    exercises: tuple[ExerciseProgress, ...]

    @property
    def done(self) -> int:
        """Exercises with at least one round that is not empty."""
        return sum(e.touched for e in self.exercises)

    @property
    def total(self) -> int:
        """All exercises of the chapter."""
        return len(self.exercises)

    @property
    def last_written(self) -> datetime | None:
        """When something was last written in this chapter, or None."""
        moments = [e.last_written for e in self.exercises]
        return max((m for m in moments if m is not None), default=None)


def rounds_by_exercise(rounds: Iterable[Round]) -> dict[str, tuple[Round, ...]]:
    """Rounds grouped by exercise, oldest first (creation time, then id: the round number)."""
    grouped: dict[str, list[Round]] = {}
    for item in sorted(rounds, key=lambda r: (r.created_at, r.entry_id)):
        grouped.setdefault(item.exercise_id, []).append(item)
    return {exercise_id: tuple(items) for exercise_id, items in grouped.items()}


@dataclass(frozen=True, slots=True)
class YearDays:
    """The local days on which something was written, from `first` up to and with `last`."""

    first: date
    last: date
    days: frozenset[date]

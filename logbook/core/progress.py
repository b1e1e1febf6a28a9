# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Progress as facts: the state of an exercise, what may be done next, counts per chapter.

No percentages, points or trends: see docs/design.md, "Progress".
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum
from itertools import islice
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


_NEVER = datetime.min.replace(tzinfo=UTC)


def what_could_follow(
    chapters: Sequence[ChapterProgress], count: int
) -> tuple[ExerciseProgress, ...]:
    """Exercises to go on with: not begun and not skipped, in the order to offer them.

    The first is the next one in the chapter last written in, or the first of a chapter after it;
    the second comes from the chapter after that, so that there is something to choose. Before
    anything is written they are simply the first ones.
    """
    written = [c for c in chapters if c.last_written is not None]
    if not written:
        return tuple(e for c in chapters for e in c.exercises if _to_begin(e))[:count]
    here = max(written, key=lambda c: c.last_written or _NEVER)
    start = chapters.index(here)
    last = max(range(here.total), key=lambda n: here.exercises[n].last_written or _NEVER)
    rows = [
        (*here.exercises[last:], *here.exercises[:last]),
        *(chapter.exercises for chapter in (*chapters[start + 1 :], *chapters[:start])),
    ]
    open_rows = [[e for e in row if _to_begin(e)] for row in rows]
    depth = max(map(len, open_rows))
    found = (row[place] for place in range(depth) for row in open_rows if place < len(row))
    return tuple(islice(found, count))


def _to_begin(progress: ExerciseProgress) -> bool:
    return not progress.rounds and not progress.skipped


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

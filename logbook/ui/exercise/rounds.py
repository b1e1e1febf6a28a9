# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""What stands around the round that is open: its number, earlier rounds, what could come next."""

from __future__ import annotations

from dataclasses import dataclass

from logbook import texts
from logbook.bootstrap import Services
from logbook.core.entry import Entry, EntryId, EntryKind, EntryState
from logbook.core.exercise import Exercise
from logbook.core.progress import ExerciseState
from logbook.ui.exercise.draft import Draft
from logbook.ui.widgets.dates import local_day, short_day


@dataclass(frozen=True, slots=True)
class EarlierRound:
    """One line under "Eerder"."""

    entry_id: EntryId
    caption: str
    details: str


@dataclass(frozen=True, slots=True)
class Rounds:
    """`number` is None for a note; `earlier` is newest first."""

    number: int | None = None
    earlier: tuple[EarlierRound, ...] = ()
    skipped: bool = False


def rounds_around(services: Services, entry: Entry, exercise: Exercise | None) -> Rounds:
    """The other rounds of this exercise, seen from one that may not be stored yet.

    Raises:
        LogbookError: the logbook cannot be read.
    """
    if exercise is None or entry.kind is EntryKind.FREE:
        return Rounds()
    progress = services.reading.exercise_progress(exercise)
    ids = [each.entry_id for each in progress.rounds]
    rank = ids.index(entry.id) if entry.id in ids else len(ids)
    earlier = []
    for number, each in enumerate(progress.rounds, start=1):
        if each.entry_id == entry.id:
            continue
        name = texts.round_number(number)
        day = short_day(local_day(each.created_at))
        caption = f"{name[:1].upper()}{name[1:]} · {day}"
        earlier.append(EarlierRound(each.entry_id, caption, texts.entry_state(each.state)))
    return Rounds(rank + 1, tuple(reversed(earlier)), progress.skipped)


def entry_for(
    services: Services, exercise: Exercise, draft: Draft | None, new_round: bool
) -> Entry:
    """The round to write in: the one in `draft` when that is of this exercise and open.

    Raises:
        LogbookError: the logbook cannot be read.
    """
    if draft is not None and draft.exercise is not None and draft.exercise.id == exercise.id:
        entry = draft.entry
        if entry.kind is EntryKind.EXERCISE and entry.state is EntryState.DRAFT:
            return entry
    progress = services.reading.exercise_progress(exercise)
    if new_round and progress.state is not ExerciseState.DRAFT:
        return services.writing.begin_round(exercise)
    return services.writing.open_or_begin(exercise)


def following_exercise(services: Services, exercise: Exercise | None) -> Exercise | None:
    """An exercise that was not begun, near the one that was just closed, or None."""
    found = services.reading.suggestions(1)
    others = [each.exercise for each in found if exercise is None or each.exercise != exercise]
    return others[0] if others else None

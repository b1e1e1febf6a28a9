# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The entry that Toen en nu looks back at, with what stands around it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from logbook import texts
from logbook.bootstrap import Services
from logbook.core.arrange import Section
from logbook.core.entry import Entry, EntryId, EntryKind
from logbook.core.exercise import Exercise
from logbook.ui.widgets.dates import local_day, month_title


@dataclass(frozen=True, slots=True)
class LookedAt:
    """An earlier entry; `exercise` is the exercise or form as it is now, None when it is gone.

    `round` is None for a note; `labels` are the names of its labels.
    """

    entry: Entry
    sections: tuple[Section, ...]
    exercise: Exercise | None
    round: int | None
    labels: tuple[str, ...]

    @property
    def day(self) -> date:
        """The local day it was written."""
        return local_day(self.entry.created_at)

    @property
    def spoken_day(self) -> str:
        """`12 november 2025`."""
        return f"{self.day.day} {month_title(self.day)}"

    @property
    def line(self) -> str:
        """Its day, which round it is, and its labels."""
        parts = [self.spoken_day]
        if self.round is not None and self.entry.kind is EntryKind.EXERCISE:
            parts.append(texts.round_number(self.round))
        return " · ".join((*parts, *self.labels))


def entry_to_answer_in(services: Services, shown: LookedAt) -> Entry | None:
    """Where the new answer goes: the open round, a new one, or a new note; not stored if new.

    None while the entry looked back at is itself the open round.

    Raises:
        LogbookError: the logbook cannot be read.
    """
    if shown.exercise is None or shown.entry.kind is EntryKind.FREE:
        return services.writing.begin_note(shown.exercise)
    entry = services.writing.open_or_begin(shown.exercise)
    return entry if entry.id != shown.entry.id else None


def look_at(services: Services, entry_id: EntryId) -> LookedAt:
    """Read an entry to look back at.

    Raises:
        LogbookError: it is gone, or cannot be read.
    """
    entry = services.reading.entry(entry_id)
    summary = services.reading.summary(entry_id)
    return LookedAt(
        entry,
        services.reading.sections(entry),
        services.content.library().exercise(entry.exercise_id),
        summary.round,
        tuple(label.name for label in summary.labels),
    )

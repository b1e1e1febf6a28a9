# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""What rounds say about doing: intentions that were written, and exchanges with somebody.

Works on answers that storage looked up by block; which blocks those are, the exercises say.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from logbook.core.entry import Answer, EntryId
from logbook.core.exercise import BlockKind, Exercise


@dataclass(frozen=True, slots=True, order=True)
class BlockPlace:
    """A block of an exercise, to look answers up by."""

    exercise_id: str
    block_id: str


@dataclass(frozen=True, slots=True)
class PlacedAnswer:
    """One present answer with the round it belongs to."""

    entry_id: EntryId
    exercise_id: str
    exercise_title: str
    created_at: datetime
    answer: Answer


@dataclass(frozen=True, slots=True)
class Intention:
    """An intention of one round: its answers that are not empty, in the order of the questions."""

    entry_id: EntryId
    exercise_id: str
    exercise_title: str
    block_id: str
    created_at: datetime
    answers: tuple[Answer, ...]

    @property
    def day(self) -> date | None:
        """The day to look back on, when one was chosen."""
        return next((a.value.day for a in self.answers if a.value.day is not None), None)

    @property
    def written_at(self) -> datetime:
        """When it was last worked on."""
        return max(a.written_at for a in self.answers)


def blocks_of(exercises: Iterable[Exercise], kind: BlockKind) -> tuple[BlockPlace, ...]:
    """Every block of one kind in these exercises."""
    return tuple(
        BlockPlace(exercise.id, block.id)
        for exercise in exercises
        for block in exercise.blocks
        if block.kind is kind
    )


def intentions_of(placed: Iterable[PlacedAnswer]) -> tuple[Intention, ...]:
    """The answers of intention blocks as intentions, newest round first; empty ones left out."""
    grouped: dict[tuple[EntryId, str], list[PlacedAnswer]] = {}
    for item in placed:
        if not item.answer.value.is_empty:
            grouped.setdefault((item.entry_id, item.answer.key.block), []).append(item)
    found = [
        Intention(
            items[0].entry_id,
            items[0].exercise_id,
            items[0].exercise_title,
            block_id,
            items[0].created_at,
            tuple(
                sorted((item.answer for item in items), key=lambda a: (a.wording.position, a.key))
            ),
        )
        for (_, block_id), items in grouped.items()
    ]
    return tuple(sorted(found, key=lambda i: (i.created_at, i.entry_id), reverse=True))


#: The choice in an exchange block that says it was done in conversation; the other choices are
#: alone in the logbook, and later (`content.standard_prompts`; a test compares both).
IN_CONVERSATION = "conversation"


def exchanged_rounds(placed: Iterable[PlacedAnswer]) -> frozenset[EntryId]:
    """The rounds whose exchange block says that it was done in conversation."""
    return frozenset(
        item.entry_id for item in placed if IN_CONVERSATION in item.answer.value.options
    )

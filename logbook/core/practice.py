# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""What entries say about doing: intentions, how they went, and exchanges with somebody.

Works on answers that storage looked up by block; which blocks those are, the exercises say.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from logbook.core.entry import Answer, EntryId
from logbook.core.exercise import BlockKind, Exercise
from logbook.core.follow_up import (
    FOLLOW_UP_BLOCK,
    OWN_INTENTION_BLOCK,
    IntentionReturn,
    Tried,
    returns_to,
)


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
    """An intention of one entry: its answers that are not empty, in the order of the questions.

    `exercise_id` and `exercise_title` are "" in a plain note. `returns` says how it went, in order.
    """

    entry_id: EntryId
    exercise_id: str
    exercise_title: str
    block_id: str
    created_at: datetime
    answers: tuple[Answer, ...]
    returns: tuple[IntentionReturn, ...] = ()

    @property
    def place(self) -> str:
        """Where it stands in its entry: its block, or the id of an intention the user added."""
        return self.answers[0].key.item if self.is_own else self.block_id

    @property
    def key(self) -> tuple[EntryId, str]:
        """What tells it from every other intention: its entry and its place there."""
        return self.entry_id, self.place

    @property
    def is_own(self) -> bool:
        """Whether the user added it, so that no block of an exercise asked for it."""
        return self.block_id == OWN_INTENTION_BLOCK

    @property
    def text(self) -> str:
        """What one is going to do: the first words of it."""
        return next((a.value.text for a in self.answers if a.value.text.strip()), "")

    @property
    def day(self) -> date | None:
        """The day to look back on that was chosen with it."""
        return next((a.value.day for a in self.answers if a.value.day is not None), None)

    @property
    def date(self) -> date | None:
        """The day to look back on now: of the last return, else the one chosen with it."""
        return next_day(self.day, self.returns)

    @property
    def is_open(self) -> bool:
        """Whether there is something left to come back to."""
        return still_open(self.returns)

    @property
    def written_at(self) -> datetime:
        """When it was last worked on."""
        return max(a.written_at for a in self.answers)


def still_open(returns: Sequence[IntentionReturn]) -> bool:
    """Whether an intention with these returns is something to come back to."""
    if not returns:
        return True
    last = returns[-1]
    return last.tried != Tried.LET_GO and (last.tried == Tried.NOT_YET or last.again is not None)


def next_day(day: date | None, returns: Sequence[IntentionReturn]) -> date | None:
    """The day to look back on: of the last return, else the one chosen with the intention."""
    return returns[-1].again if returns else day


def blocks_of(exercises: Iterable[Exercise], kind: BlockKind) -> tuple[BlockPlace, ...]:
    """Every block of one kind in these exercises."""
    return tuple(
        BlockPlace(exercise.id, block.id)
        for exercise in exercises
        for block in exercise.blocks
        if block.kind is kind
    )


def intentions_of(placed: Iterable[PlacedAnswer]) -> tuple[Intention, ...]:
    """The answers of intentions as intentions, newest entry first; empty ones left out.

    Answers in the block of returns are put with the intention they belong to.
    """
    grouped: dict[tuple[EntryId, str, str], list[PlacedAnswer]] = {}
    returns: dict[EntryId, list[Answer]] = {}
    for item in placed:
        key = item.answer.key
        if item.answer.value.is_empty:
            continue
        if key.block == FOLLOW_UP_BLOCK:
            returns.setdefault(item.entry_id, []).append(item.answer)
        else:
            own = key.item if key.block == OWN_INTENTION_BLOCK else ""
            grouped.setdefault((item.entry_id, key.block, own), []).append(item)
    found = [
        Intention(
            entry_id,
            items[0].exercise_id,
            items[0].exercise_title,
            block_id,
            items[0].created_at,
            tuple(
                sorted((item.answer for item in items), key=lambda a: (a.wording.position, a.key))
            ),
            returns_to(own or block_id, returns.get(entry_id, ())),
        )
        for (entry_id, block_id, own), items in grouped.items()
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

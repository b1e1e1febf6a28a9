# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""What comes back: offers to look back, decisions about them, and the facts they follow from.

When they come is worked out in `core.schedule`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, tzinfo
from enum import StrEnum
from typing import TYPE_CHECKING

from logbook.core.entry import EntryId
from logbook.core.recall_days import Span as Span
from logbook.core.recall_days import local_day

if TYPE_CHECKING:
    from logbook.core.exercise import Exercise


class OfferKind(StrEnum):
    """Why something comes back."""

    PROPOSAL = "proposal"
    OWN = "own"
    MEMORY = "memory"
    RANDOM = "random"
    UNVISITED = "unvisited"
    INTENTION = "intention"


class Settled(StrEnum):
    """How an offer ended."""

    DONE = "done"
    DROPPED = "dropped"


Key = tuple[str, str, str, str]


@dataclass(frozen=True, slots=True)
class Offer:
    """Something to look back at.

    Args:
        entry_id: what was written; None when it is about an exercise as a whole.
        block: the block to answer again; "" for the entry as a whole. For an intention its place.
        title: of the entry or exercise; question: as it is asked, or the intention in own words.
        written_on: the local day it was written, or is about.
        due: the local day it comes; in `Revisiting.offers` never before today. None: at the next
            evaluation, which has no day yet, or on no day of its own.
        span: how long ago, for a memory.
        minutes: of the exercise; sensitive: it may touch deeply.
        blocks: all blocks that a proposal looks back at.
        place: what a decision about a proposal is kept under; "" for `block`.
    """

    kind: OfferKind
    entry_id: EntryId | None
    exercise_id: str | None
    block: str
    title: str
    question: str
    written_on: date | None
    due: date | None
    span: Span | None = None
    minutes: int | None = None
    sensitive: bool = False
    blocks: tuple[str, ...] = ()
    place: str = ""

    @property
    def key(self) -> Key:
        """What tells it from other offers, and what a decision about it is kept under."""
        entry_id, exercise_id = self.entry_id or "", self.exercise_id or ""
        match self.kind:
            case OfferKind.PROPOSAL:
                return self.kind.value, entry_id, exercise_id, self.place or self.block
            case OfferKind.UNVISITED:
                return self.kind.value, "", exercise_id, ""
            case OfferKind.OWN | OfferKind.INTENTION:
                return self.kind.value, entry_id, "", self.block
        return self.kind.value, entry_id, "", ""


@dataclass(frozen=True, slots=True)
class Revisit:
    """What the user decided: a day of their own, or the answer to an offer.

    Args:
        due: the own day; `evaluation` says that it is the one of the next evaluation.
        until: it was put off to this day.
        settled: how it ended, at `settled_at`; None while it is open.
    """

    id: str
    kind: OfferKind
    entry_id: EntryId | None
    exercise_id: str
    block: str
    due: date | None
    evaluation: bool
    until: date | None
    settled: Settled | None
    settled_at: datetime | None
    created_at: datetime

    @property
    def key(self) -> Key:
        """The key of the offer it is about."""
        return self.kind.value, self.entry_id or "", self.exercise_id, self.block


@dataclass(frozen=True, slots=True)
class EntryFact:
    """What the schedule needs to know of an entry outside the bin."""

    entry_id: EntryId
    exercise_id: str | None
    title: str
    created_at: datetime
    written_at: datetime
    closed_at: datetime | None = None
    about_date: date | None = None

    def day(self, zone: tzinfo | None) -> date:
        """The local day it is about, else was begun."""
        return self.about_date or local_day(self.created_at, zone)


@dataclass(frozen=True, slots=True)
class IntentionFact:
    """An open intention with a day; `place` as in `Intention.place`."""

    entry_id: EntryId
    place: str
    day: date


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything that the schedule is worked out from.

    Args:
        exercises: as they are now, by id; templates included.
        last_rounds: the last filled round of each exercise that proposes to look back.
        entries: those that a decision or an intention is about, by id; not in the bin.
        memories: entries of the days that "op deze dag" looks at.
        unvisited: the only filled round of exercises with just one.
        evaluation: the day of the next evaluation.
    """

    exercises: Mapping[str, Exercise] = field(default_factory=dict)
    last_rounds: tuple[EntryFact, ...] = ()
    intentions: tuple[IntentionFact, ...] = ()
    decisions: tuple[Revisit, ...] = ()
    entries: Mapping[EntryId, EntryFact] = field(default_factory=dict)
    memories: tuple[tuple[Span, EntryFact], ...] = ()
    unvisited: tuple[EntryFact, ...] = ()
    evaluation: date | None = None

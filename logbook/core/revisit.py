# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""What comes back, and when: offers to look back, and which one to make.

Pure: storage gives the facts, `today` and the time zone come in. Days are local days; nothing is
stored of what is worked out here. Nobody is ever late: what is due is due today.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from logbook.core.entry import EntryId

#: After this many days without writing, the lightest offer comes first.
AWAY = 60
#: An offer of at most this many minutes is a light one.
_FEW_MINUTES = 20


class OfferKind(StrEnum):
    """Why something comes back."""

    PROPOSAL = "proposal"
    OWN = "own"
    MEMORY = "memory"
    RANDOM = "random"
    UNVISITED = "unvisited"
    INTENTION = "intention"


#: In this order they are offered.
_ORDER = (
    OfferKind.INTENTION,
    OfferKind.OWN,
    OfferKind.PROPOSAL,
    OfferKind.MEMORY,
    OfferKind.UNVISITED,
    OfferKind.RANDOM,
)


class Span(StrEnum):
    """How long ago "op deze dag" looks."""

    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    HALF_YEAR = "half-year"
    YEAR = "year"
    TWO_YEARS = "two-years"
    FIVE_YEARS = "five-years"
    TEN_YEARS = "ten-years"

    @property
    def months(self) -> int:
        """Its length in months; 0 for a week."""
        return _MONTHS[self]


_MONTHS = {
    Span.WEEK: 0,
    Span.MONTH: 1,
    Span.QUARTER: 3,
    Span.HALF_YEAR: 6,
    Span.YEAR: 12,
    Span.TWO_YEARS: 24,
    Span.FIVE_YEARS: 60,
    Span.TEN_YEARS: 120,
}


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

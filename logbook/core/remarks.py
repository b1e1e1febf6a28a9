# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Remarks that came home: as they are kept, at their place in the text now, and what comes in.

A remark stays pinned to the version it was given on: its quote counts in the lines of the answer as
they were at home then (`core.shared_lines`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple

from logbook.core.anchoring import How, Placed, Quote
from logbook.core.entry import AnswerKey, EntryId
from logbook.core.packet import Author, PublicId, RemarkKind

#: Behind every place in a text.
_LAST = 1_000_000_000


class RemarkStatus(StrEnum):
    """What the student did with a remark; `done` is "verwerkt"."""

    NEW = "new"
    READ = "read"
    DONE = "done"


class Origin(StrEnum):
    """By which door it came in."""

    FILE = "file"
    DOCX = "docx"
    PASTE = "paste"


class Signer(NamedTuple):
    """Who gave a remark: two readers may sign with one name, one packet may go round a group."""

    pair: PublicId | None
    name: str


def signer_of(pair: PublicId | None, name: str) -> Signer:
    """The signer, however they write capitals and blanks in their name today."""
    return Signer(pair, " ".join(name.split()).casefold())


@dataclass(frozen=True, slots=True)
class KeptRemark:
    """A remark, or a reply of the student, as it is kept.

    Args:
        entry_id, key: the answer it is about; None when it is about all, or the entry is gone.
        quote: the passage at home at the version that was sent; None for the whole answer.
        reader: how the reader signed, or else how the student calls them; "" for the student's own.
        namesake: 1, or which of those who sign with the same name this is, the first first.
        pair: of the student and this reader.
    """

    id: PublicId
    packet: PublicId
    kind: RemarkKind
    author: Author
    text: str
    received_at: datetime
    status: RemarkStatus
    entry_id: EntryId | None = None
    key: AnswerKey | None = None
    answer: PublicId | None = None
    quote: Quote | None = None
    day: date | None = None
    reply_to: PublicId | None = None
    reader: str = ""
    namesake: int = 1
    pair: PublicId | None = None

    @property
    def signer(self) -> Signer:
        """Who gave it."""
        return signer_of(self.pair, self.reader)


@dataclass(frozen=True, slots=True)
class PlacedRemark:
    """A remark where it belongs in the text as it is now, with the replies below it in order.

    Args:
        placed: None when it is about a whole answer; `How.LOST` when its passage is not there.
        question: the question of the answer, "" when the answer is gone.
    """

    remark: KeptRemark
    placed: Placed | None
    question: str = ""
    replies: tuple[KeptRemark, ...] = ()

    @property
    def is_lost(self) -> bool:
        """Whether it goes on the list of those that lost their place."""
        return self.placed is not None and self.placed.how is How.LOST


@dataclass(frozen=True, slots=True)
class IncomingRemark:
    """A remark that would come in, with where it would stand.

    Args:
        before: its words until now, when it is here already in other words; "" when it is new.
    """

    remark: KeptRemark
    title: str
    question: str
    placed: Placed | None
    before: str = ""

    @property
    def is_lost(self) -> bool:
        """Whether its passage or its answer is not there any more."""
        gone = self.remark.answer is not None and self.remark.key is None
        return gone or (self.placed is not None and self.placed.how is How.LOST)


@dataclass(frozen=True, slots=True)
class Returned:
    """What came back for a packet beside remarks on passages.

    Args:
        answers: (question of the student, answer of the reader), in the order of the questions.
        namesake: as that of a remark.
        seen: the student looked at it; what holds neither words nor answers has nothing to see.
    """

    id: PublicId
    packet: PublicId
    received_at: datetime
    reader: str
    general: str
    origin: Origin
    answers: tuple[tuple[str, str], ...] = ()
    namesake: int = 1
    seen: bool = False

    @property
    def is_blank(self) -> bool:
        """Whether nothing was said beside remarks."""
        return not (self.general.strip() or self.answers)


class News(NamedTuple):
    """What came back and was not looked at yet."""

    remarks: int = 0
    reactions: int = 0

    @property
    def total(self) -> int:
        """How many things that are."""
        return self.remarks + self.reactions


@dataclass(frozen=True, slots=True)
class Incoming:
    """What would come in, to be looked at before it is applied.

    Args:
        new: remarks that are not known yet, the lost ones among them, in the order of the text.
        known: how many of its remarks are here already.
        repeated: this very file came in before; applying it changes nothing.
    """

    returned: Returned
    new: tuple[IncomingRemark, ...]
    known: int
    repeated: bool

    @property
    def lost(self) -> tuple[IncomingRemark, ...]:
        """The new remarks whose place is not there any more."""
        return tuple(each for each in self.new if each.is_lost)

    @property
    def is_empty(self) -> bool:
        """Whether nothing would change."""
        return self.repeated or (not self.new and self.returned.is_blank)


def numbered(remarks: Iterable[KeptRemark]) -> dict[Signer, int]:
    """The number of each reader among these remarks, from 0, in the order given."""
    found: dict[Signer, int] = {}
    for remark in remarks:
        found.setdefault(remark.signer, len(found))
    return found


def rank_in_text(remark: KeptRemark, ranks: Mapping[PublicId, int]) -> tuple[int, int]:
    """Where a remark stands in what was sent: what is about all first, what has no place last.

    Args:
        ranks: of the answers, from 0.
    """
    if remark.answer is None:
        return -1, -1
    start = remark.quote.start if remark.quote else -1
    return ranks.get(remark.answer, len(ranks)), _LAST if remark.quote and start < 0 else start

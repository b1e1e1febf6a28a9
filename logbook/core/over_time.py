# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Words over time: which of the user's own words return, by quarter, and in which sentences.

Counts words by their lemma. What a lemma is, and which words say nothing, the caller brings. Words
of the question that an answer belongs to are not the user's own and are left out of that answer.
Knows no file and judges nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, tzinfo

from logbook.core.entry import EntryId
from logbook.core.private import MARK

Lemma = Callable[[str], str]

#: Letters, with single apostrophes and hyphens inside: `foto's`, `co-assistent`.
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_SHORTEST = 3
#: A link as it is written: those to entries go whole, of others the words stay.
_ENTRY_LINK = re.compile(r"\[[^\[\]]*\]\(entry:[^)\s]*\)")
_ADDRESS = re.compile(r"\]\([^)]*\)|<[^<>\s]*:[^<>\s]*>|\bhttps?://\S+|\bwww\.\S+")
#: Ends of sentences: a full stop or the like before a blank, or the end of a line.
_SENTENCE_END = re.compile(r"(?<=[.!?…])[\"'”’)\]*_]*\s+|\n+")
_LINE_MARKS = re.compile(r"^\s*(?:#{1,6}\s+|>\s*|[-*+]\s+(?:\[[ xX]\]\s+)?|\d{1,3}[.)]\s+)+")
_MARKS = re.compile(r"\*\*|__|(?<!\w)[*_](?=\S)|(?<=\S)[*_](?!\w)|`|" + re.escape(MARK))
_LINK_WORDS = re.compile(r"\[([^\[\]]*)\]\([^)]*\)")


@dataclass(frozen=True, slots=True, order=True)
class Quarter:
    """Three months: `number` is 1 for January to March."""

    year: int
    number: int

    def begin(self, zone: tzinfo | None = None) -> datetime:
        """Local midnight at its first day; `zone` None is the one of this computer."""
        return _midnight(self.year, 3 * self.number - 2, zone)

    def next(self) -> Quarter:
        """The quarter after this one."""
        return (
            Quarter(self.year + 1, 1) if self.number == 4 else Quarter(self.year, self.number + 1)
        )


def quarter_of(moment: datetime, zone: tzinfo | None = None) -> Quarter:
    """The quarter of the local day on which this moment falls."""
    local = moment.astimezone(zone)
    return Quarter(local.year, (local.month + 2) // 3)


@dataclass(frozen=True, slots=True)
class WordOverTime:
    """One word that returns.

    Args:
        lemma: by which it is asked for and hidden.
        forms: how the user wrote it, the most frequent form first.
        quarters: the quarters in which it occurs with how often, the oldest first.
    """

    lemma: str
    forms: tuple[str, ...]
    quarters: tuple[tuple[Quarter, int], ...]
    total: int

    @property
    def word(self) -> str:
        """What it is called on screen: the form the user wrote most."""
        return self.forms[0]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with the word in it; `marks` are the places of the word, start and end."""

    entry_id: EntryId
    created_at: datetime
    text: str
    marks: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """What the user wrote in one answer, and what stood beside it that is not the user's.

    Args:
        at: the moment it belongs to, as stored (`core.moment`).
        given: the question, titles of cards and captions of options.
    """

    entry_id: EntryId
    at: str
    text: str
    given: tuple[str, ...] = ()


def _midnight(year: int, month: int, zone: tzinfo | None) -> datetime:
    naive = datetime(year, month, 1)
    return naive.astimezone() if zone is None else naive.replace(tzinfo=zone)

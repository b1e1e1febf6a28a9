# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""What stands beside the entries, in the form in which it travels: see `entry_record.py`."""

from __future__ import annotations

from logbook.core.light import NamedTuple
from logbook.core.share_record import ShareRecord


class PictureRecord(NamedTuple):
    """An own photo and its card. `name` is `deck/card.jpg` or `.png`, `data` the picture itself."""

    name: str
    deck: str
    title: str
    description: str
    sha256: str
    data: bytes

    @property
    def ref(self) -> str:
        """The reference that answers hold."""
        return self.name.rpartition(".")[0]


class LabelRecord(NamedTuple):
    """A label and the ids of the entries that have it, in order."""

    id: str
    name: str
    colour: str
    created_at: str
    entries: tuple[str, ...] = ()


class GoalVersionRecord(NamedTuple):
    """One version of the text of a learning goal; `sha256` is taken over the text in UTF-8."""

    id: str
    parent: str | None
    device: str
    at: str
    text: str
    sha256: str


class GoalRecord(NamedTuple):
    """A learning goal with its versions, parents before children, and the ids of its entries."""

    id: str
    created_at: str
    closed_at: str | None
    head: str
    versions: tuple[GoalVersionRecord, ...]
    entries: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The present text: the one of the head."""
        return next(v.text for v in self.versions if v.id == self.head)


class SearchRecord(NamedTuple):
    """A saved search."""

    id: str
    name: str
    query: str
    created_at: str


class PlaceRecord(NamedTuple):
    """Where a role replaced something in an entry."""

    entry: str
    block: str
    prompt: str
    item: str
    at: str
    role: str


class RevisitRecord(NamedTuple):
    """A decision of the user about what comes back; `due` and `until` are days."""

    id: str
    kind: str
    entry: str
    exercise_id: str
    block: str
    due: str | None
    evaluation: bool
    until: str | None
    settled: str | None
    settled_at: str | None
    created_at: str


class Remains(NamedTuple):
    """What a logbook keeps beside its entries.

    Args:
        tombstones: (id, moment) of entries deleted for good; `skipped`: of skipped exercises.
        pins: (id, moment) of pinned entries.
        own_dates: (name, day) of days the user set, such as that of the next evaluation.
        sharing: what was shared and what came back; empty when only some entries travel.
    """

    tombstones: tuple[tuple[str, str], ...] = ()
    skipped: tuple[tuple[str, str], ...] = ()
    labels: tuple[LabelRecord, ...] = ()
    goals: tuple[GoalRecord, ...] = ()
    pins: tuple[tuple[str, str], ...] = ()
    searches: tuple[SearchRecord, ...] = ()
    places: tuple[PlaceRecord, ...] = ()
    revisits: tuple[RevisitRecord, ...] = ()
    hidden_words: tuple[str, ...] = ()
    own_dates: tuple[tuple[str, str], ...] = ()
    sharing: ShareRecord = ShareRecord()

# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Rows to values and back; pure.

A row that does not hold what was once written, because the file is damaged, is an `UnreadableRow`.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar

from logbook.core.entry import (
    Answer,
    AnswerKey,
    Entry,
    EntryId,
    EntryKind,
    EntryState,
    EntrySummary,
    Revision,
    RevisionId,
    Splice,
    Wording,
    terms_of,
    terms_text,
    value_of,
)
from logbook.core.moment import from_text, to_text
from logbook.storage.engine import UnreadableRow

if TYPE_CHECKING:
    from logbook.core.label import Label
    from logbook.core.progress import Round

Row = tuple[Any, ...]
_P = ParamSpec("_P")
_T = TypeVar("_T")

ENTRY_COLUMNS = (
    "id, kind, created_at, state, exercise_id, exercise_title, exercise_version, source, chapter,"
    " about_date, closed_at, deleted_at"
)
ANSWER_COLUMNS = (
    "a.block, a.prompt, a.item, a.kind, a.block_title, a.prompt_text, a.exercise_version,"
    " a.card_title, a.card_description, a.position, a.terms, r.value, a.head, r.at"
)
SUMMARY_COLUMNS = (
    "e.id, e.kind, e.title, e.exercise_id, e.chapter, e.state, e.created_at, e.written_at,"
    " e.excerpt, e.about_date, e.deleted_at, e.pinned_at, e.rid"
)
ROUND_COLUMNS = "id, exercise_id, state, created_at, written_at, closed_at, filled"


def stored(read: Callable[_P, _T]) -> Callable[_P, _T]:
    """Let a reader of rows say `UnreadableRow` instead of what went wrong inside."""

    @functools.wraps(read)
    def reader(*args: _P.args, **kwargs: _P.kwargs) -> _T:
        try:
            return read(*args, **kwargs)
        except (ValueError, TypeError, LookupError, AttributeError, RecursionError) as error:
            raise UnreadableRow(type(error).__name__) from error

    return reader


@stored
def entry_of(row: Row, answers: tuple[Answer, ...] = ()) -> Entry:
    """An entry from a row of `ENTRY_COLUMNS`."""
    return Entry(
        id=EntryId(row[0]),
        kind=EntryKind(row[1]),
        created_at=from_text(row[2]),
        state=EntryState(row[3]),
        exercise_id=row[4],
        exercise_title=row[5],
        exercise_version=row[6],
        source=row[7],
        chapter=row[8],
        about_date=_day(row[9]),
        closed_at=from_text(row[10]) if row[10] else None,
        deleted_at=from_text(row[11]) if row[11] else None,
        answers=answers,
    )


def entry_values(entry: Entry) -> Row:
    """The values of `ENTRY_COLUMNS` for an entry."""
    return (
        entry.id,
        entry.kind.value,
        to_text(entry.created_at),
        entry.state.value,
        entry.exercise_id,
        entry.exercise_title,
        entry.exercise_version,
        entry.source,
        entry.chapter,
        entry.about_date.isoformat() if entry.about_date else None,
        to_text(entry.closed_at) if entry.closed_at else None,
        to_text(entry.deleted_at) if entry.deleted_at else None,
    )


@stored
def answer_of(row: Row) -> Answer:
    """An answer from a row of `ANSWER_COLUMNS`."""
    terms = terms_of(row[10])
    wording = Wording(row[3], row[4], row[5], row[6], row[7], row[8], row[9], terms)
    key = AnswerKey(row[0], row[1], row[2])
    return Answer(key, wording, value_of(row[11]), RevisionId(row[12]), from_text(row[13]))


def wording_values(wording: Wording) -> Row:
    """The columns of a wording, in the order of `ANSWER_COLUMNS`."""
    return (
        wording.kind,
        wording.block_title,
        wording.prompt_text,
        wording.exercise_version,
        wording.card_title,
        wording.card_description,
        wording.position,
        terms_text(wording.terms),
    )


@stored
def revision_of(row: Row, splices: tuple[Splice, ...] = ()) -> Revision:
    """A revision from id, parent, device, at, value, sha256."""
    return Revision(
        RevisionId(row[0]),
        RevisionId(row[1]) if row[1] else None,
        row[2],
        from_text(row[3]),
        value_of(row[4]),
        row[5],
        splices,
    )


@stored
def splice_of(row: Row) -> Splice:
    """A splice from at, offset, removed, inserted."""
    return Splice(from_text(row[0]), row[1], row[2], row[3])


@stored
def summary_of(row: Row, round_number: int | None, labels: tuple[Label, ...] = ()) -> EntrySummary:
    """A summary from a row of `SUMMARY_COLUMNS`."""
    return EntrySummary(
        id=EntryId(row[0]),
        kind=EntryKind(row[1]),
        title=row[2],
        exercise_id=row[3],
        chapter=row[4],
        round=round_number,
        state=EntryState(row[5]),
        created_at=from_text(row[6]),
        written_at=from_text(row[7]),
        excerpt=row[8],
        about_date=_day(row[9]),
        deleted_at=from_text(row[10]) if row[10] else None,
        pinned=row[11] is not None,
        labels=labels,
    )


@stored
def round_of(row: Row) -> Round:
    """A round from a row of `ROUND_COLUMNS`."""
    from logbook.core.progress import Round

    return Round(
        EntryId(row[0]),
        row[1],
        EntryState(row[2]),
        from_text(row[3]),
        from_text(row[4]),
        from_text(row[5]) if row[5] else None,
        bool(row[6]),
    )


@stored
def moment_of(text: str) -> datetime:
    """A moment as it is stored."""
    return from_text(text)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None

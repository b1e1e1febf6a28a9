# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Whole logbooks in and out: many entries at a time, as records, in flat memory.

Single entries and acts of the user are in `entries.py` and `writes.py`.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from itertools import islice

from logbook.core.canonical import text_of
from logbook.core.entry import Answer, Entry, value_of
from logbook.core.entry_record import (
    AnswerRecord,
    EntryRecord,
    PlainNote,
    RevisionRecord,
    SpliceRecord,
)
from logbook.core.follow_up import STANDING_BLOCKS
from logbook.core.margin import MARGIN_BLOCK, margin_notes
from logbook.storage.database import Database
from logbook.storage.engine import Connection, EngineError, engine_errors
from logbook.storage.rows import (
    ANSWER_COLUMNS,
    ENTRY_COLUMNS,
    Row,
    answer_of,
    entry_of,
    stored,
)

_BATCH = 200
_ANSWER_COLUMNS = ", ".join(AnswerRecord._fields[:-1])


def read_records(database: Database, ids: Sequence[str] | None = None) -> Iterator[EntryRecord]:
    """Every entry, the bin included, or the ones with these ids; in order of id.

    Each entry is as it stood at one moment; a writer may come between two of them.
    """
    if ids is not None:
        for batch in _batches(sorted(set(ids))):
            where = f"id in ({_marks(batch)})"
            with _one_moment(database.connection):
                found = _read(database, where, batch)
            yield from found
        return
    last = ""
    while True:
        with _one_moment(database.connection):
            found = _read(database, "id > ?", [last])
        if not found:
            return
        yield from found
        last = found[-1].id


def read_entries(
    database: Database, ids: Sequence[str] | None = None
) -> Iterator[Entry | PlainNote]:
    """Every entry outside the bin with its present answers, oldest first; or those with these ids.

    For exports that are read: no history, one page of entries in memory. Notes without a
    template or an intention, which are most of what people write, come as `PlainNote`.
    """
    created, last = "", ""
    chosen = "deleted_at is null"
    if ids is not None:
        chosen = f"id in ({_marks(ids)})"
    while True:
        with engine_errors(database.path), _one_moment(database.connection):
            rows = database.rows(
                "select id, created_at, about_date, title, exercise_id, rid from entries"
                f" where {chosen} and (created_at, id) > (?, ?)"
                f" order by created_at, id limit {_BATCH}",
                (*(ids or ()), created, last),
            )
            if not rows:
                return
            plain = [row[5] for row in rows if row[4] is None]
            asked = _with_questions(database, plain)
            plain = [rid for rid in plain if rid not in asked]
            values, notes = _values(database, plain), _margins(database, plain)
            questioned = [row[5] for row in rows if row[4] is not None or row[5] in asked]
            entries = _entries(database, questioned)
            read = _notes([row for row in rows if row[5] not in entries], values, notes)
            found = [entries.get(row[5]) or next(read) for row in rows]
        yield from found
        last, created = rows[-1][0], rows[-1][1]


def known_ids(database: Database, ids: Sequence[str]) -> tuple[set[str], set[str]]:
    """Which of these ids are entries here, and which were deleted here for good."""
    present: set[str] = set()
    deleted: set[str] = set()
    for batch in _batches(ids):
        marks = _marks(batch)
        present |= {
            i for (i,) in database.rows(f"select id from entries where id in ({marks})", batch)
        }
        deleted |= {
            i for (i,) in database.rows(f"select id from tombstones where id in ({marks})", batch)
        }
    return present, deleted


@stored
def _notes(
    rows: Iterable[Row], values: dict[int, list[str]], margins: dict[int, list[Answer]]
) -> Iterator[PlainNote]:
    """Notes from rows of id, created_at, about_date, title, exercise_id, rid."""
    found = []
    for note_id, created_at, about_date, title, _, rid in rows:
        if datetime.fromisoformat(created_at).tzinfo is None:  # it travels as text, but must be one
            raise ValueError("moment without offset")
        texts = []
        for canonical in values.get(rid, ()):
            text = text_of(canonical)
            if text is None:
                text = value_of(canonical).text
            if text:
                texts.append(text)
        margin = margin_notes(margins[rid]) if rid in margins else ()
        found.append(PlainNote(note_id, created_at, about_date, title, tuple(texts), margin))
    return iter(found)


def _values(database: Database, rids: Sequence[int]) -> dict[int, list[str]]:
    """The present values of entries without questions, as they are stored, by row number."""
    values: dict[int, list[str]] = {}
    for rid, canonical in database.rows(
        "select a.entry, r.value from answers a join revisions r on r.id = a.head"
        f" where a.entry in ({_marks(rids)}) and a.block <> '{MARGIN_BLOCK}'"
        " order by a.position, a.rid",
        rids,
    ):
        values.setdefault(rid, []).append(canonical)
    return values


def _with_questions(database: Database, rids: Sequence[int]) -> set[int]:
    """Those of these notes that have an intention, and so questions."""
    blocks = ", ".join(f"'{block}'" for block in STANDING_BLOCKS)
    rows = database.rows(
        f"select distinct entry from answers where entry in ({_marks(rids)})"
        f" and block in ({blocks})",
        rids,
    )
    return {rid for (rid,) in rows}


def _margins(database: Database, rids: Sequence[int]) -> dict[int, list[Answer]]:
    """The margin notes of these entries, by row number."""
    found: dict[int, list[Answer]] = {}
    for row in database.rows(
        f"select a.entry, {ANSWER_COLUMNS} from answers a join revisions r on r.id = a.head"
        f" where a.entry in ({_marks(rids)}) and a.block = '{MARGIN_BLOCK}'",
        rids,
    ):
        found.setdefault(row[0], []).append(answer_of(row[1:]))
    return found


def _entries(database: Database, rids: Sequence[int]) -> dict[int, Entry]:
    """Entries with their present answers, by row number."""
    answers: dict[int, list[Answer]] = {}
    for row in database.rows(
        f"select a.entry, {ANSWER_COLUMNS} from answers a join revisions r on r.id = a.head"
        f" where a.entry in ({_marks(rids)}) order by a.position, a.rid",
        rids,
    ):
        answers.setdefault(row[0], []).append(answer_of(row[1:]))
    rows = database.rows(
        f"select rid, {ENTRY_COLUMNS} from entries where rid in ({_marks(rids)})", rids
    )
    return {row[0]: entry_of(row[1:], tuple(answers.get(row[0], ()))) for row in rows}


def _read(database: Database, where: str, parameters: Sequence[str]) -> list[EntryRecord]:
    entries = database.rows(
        f"select rid, {ENTRY_COLUMNS} from entries where {where} order by id limit {_BATCH}",
        parameters,
    )
    rids = [row[0] for row in entries]
    marks = _marks(rids)
    splices: dict[int, list[SpliceRecord]] = {}
    for row in database.rows(
        "select s.revision, s.at, s.offset, s.removed, s.inserted from answers a"
        " join revisions r on r.answer = a.rid join splices s on s.revision = r.rid"
        f" where a.entry in ({marks}) order by s.rid",
        rids,
    ):
        splices.setdefault(row[0], []).append(SpliceRecord._make(row[1:]))
    revisions: dict[int, list[RevisionRecord]] = {}
    for row in database.rows(
        "select r.rid, r.answer, r.id, r.parent, r.device, r.at, r.value, r.sha256"
        f" from answers a join revisions r on r.answer = a.rid where a.entry in ({marks})"
        " order by r.rid",
        rids,
    ):
        own = tuple(splices.get(row[0], ()))
        revisions.setdefault(row[1], []).append(RevisionRecord._make((*row[2:], own)))
    answers: dict[int, list[AnswerRecord]] = {}
    for row in database.rows(
        f"select rid, entry, {_ANSWER_COLUMNS} from answers where entry in ({marks})"
        " order by position, rid",
        rids,
    ):
        versions = tuple(revisions.get(row[0], ()))
        answers.setdefault(row[1], []).append(AnswerRecord._make((*row[2:], versions)))
    return [EntryRecord._make((*row[1:], tuple(answers.get(row[0], ())))) for row in entries]


@contextlib.contextmanager
def _one_moment(connection: Connection) -> Iterator[None]:
    """Reads inside see one state of the file; does nothing inside a transaction."""
    if connection.in_transaction:
        yield
        return
    connection.execute("begin")
    try:
        yield
    finally:
        with contextlib.suppress(EngineError):  # nothing was written; a damaged file may refuse
            connection.execute("rollback")


def _batches(items: Sequence[str]) -> Iterator[list[str]]:
    source = iter(items)
    while batch := list(islice(source, _BATCH)):
        yield batch


def _marks(items: Sequence[object]) -> str:
    return ",".join("?" * len(items))

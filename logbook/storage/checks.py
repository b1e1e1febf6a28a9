# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Whether a logbook is whole: SQLite's own checks, the search index, every text against its hash.

Changes nothing. A finding names a place by id, never the words there.
"""

from __future__ import annotations

import contextlib
import itertools
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from logbook.core.canonical import content_hash
from logbook.core.entry import EntryKind, EntryState
from logbook.core.entry_record import AnswerRecord, EntryRecord, replays
from logbook.core.errors import DamagedLogbook, ReadOnlyLogbook
from logbook.core.said import said
from logbook.storage.bulk import read_records
from logbook.storage.database import Database
from logbook.storage.derived import derive
from logbook.storage.engine import Connection, connect_memory, engine_errors
from logbook.storage.findings import Finding, check_moments
from logbook.storage.kept_checks import Beside, check_kept, read_beside
from logbook.storage.links import links_in
from logbook.storage.schema import SEARCH_TRIGGERS
from logbook.storage.search_text import Document, document_of, label_text, remark_text

_BATCH = 200


def check_database(database: Database) -> Iterator[Finding]:
    """Everything that is wrong, as it is found."""
    yield from _check_engine(database)
    yield from _check_index(database)
    try:
        records = read_records(database)
        while batch := list(itertools.islice(records, _BATCH)):
            yield from _check_records(database, batch)
        yield from check_kept(database)
    except DamagedLogbook as error:
        yield Finding("unreadable", error.detail)


def _check_engine(database: Database) -> Iterator[Finding]:
    for (message,) in database.rows("pragma integrity_check(100)"):
        if message != "ok":
            yield Finding("integrity", str(message))
    for table, rid, *_ in database.rows("pragma foreign_key_check"):
        yield Finding("foreign-key", f"{table} {rid}")
    # One that says something else than ours makes a file foreign before it comes here.
    present = {n for (n,) in database.rows("select name from sqlite_master where type = 'trigger'")}
    for name in SEARCH_TRIGGERS:
        if name not in present:
            yield Finding("trigger", name)


def _check_index(database: Database) -> Iterator[Finding]:
    try:
        whole = _index_is_whole(database.connection, database.path)
    except ReadOnlyLogbook:
        # Asking takes an insert; a file that cannot be written is asked in a copy in memory.
        with engine_errors(database.path), contextlib.closing(connect_memory()) as copy:
            database.connection.backup(copy)
            whole = _index_is_whole(copy, database.path)
    if not whole:
        yield Finding("index", "search_index")


def _index_is_whole(connection: Connection, path: Path) -> bool:
    with engine_errors(path):
        connection.execute("begin immediate")
    try:
        # Rank 1 also compares the index with the texts it was made from.
        with engine_errors(path):
            connection.execute(
                "insert into search_index (search_index, rank) values ('integrity-check', 1)"
            )
    except DamagedLogbook:
        return False
    finally:
        connection.execute("rollback")
    return True


def _check_records(database: Database, records: Sequence[EntryRecord]) -> Iterator[Finding]:
    marks = ",".join("?" * len(records))
    stored = {
        row[0]: row[1:]
        for row in database.rows(
            "select e.id, e.title, e.filled, e.excerpt, e.written_at, s.title, s.prompts,"
            " s.answers, s.cards, s.labels, s.remarks"
            " from entries e left join search_text s on s.rid = e.rid"
            f" where e.id in ({marks})",
            [record.id for record in records],
        )
    }
    beside = read_beside(database, [record.id for record in records])
    for record in records:
        broken = list(itertools.chain.from_iterable(map(_check_answer, record.answers)))
        yield from broken
        if not broken and record.id in stored:
            yield from _check_derived(record, stored[record.id], beside)


def _check_answer(answer: AnswerRecord) -> Iterator[Finding]:
    values: dict[str, str] = {}
    for revision in answer.revisions:
        if content_hash(revision.value) != revision.sha256:
            yield Finding("hash", revision.id)
        if revision.parent is not None and revision.parent not in values:
            yield Finding("parent", revision.id)
        elif not replays(values[revision.parent] if revision.parent else "", revision):
            yield Finding("steps", revision.id)
        values[revision.id] = revision.value
    if answer.head not in values:
        yield Finding("head", answer.head)


def _check_derived(
    record: EntryRecord, stored: tuple[object, ...], beside: Beside
) -> Iterator[Finding]:
    try:
        # Made from all of their parts: a part that is damaged is found.
        answers = [said(answer.to_answer()) for answer in record.answers]
        kind = EntryKind(record.kind)
        _check_facts(record, stored[3])
    except (ValueError, TypeError, LookupError, AttributeError):
        yield Finding("unreadable", record.id)
        return
    derived = derive(kind, record.exercise_title, answers)
    document: Document = document_of(derived.title, answers)
    if stored[:3] != (derived.title, int(derived.filled), derived.excerpt):
        yield Finding("title", record.id)
    labels = label_text(beside.labels.get(record.id, ()))
    if stored[4:] != (*document, labels, remark_text(beside.remarks.get(record.id, ()))):
        yield Finding("document", record.id)
    if beside.links.get(record.id, set()) != set(links_in(answers)):
        yield Finding("links", record.id)


def _check_facts(record: EntryRecord, written_at: object) -> None:
    """Raise a ValueError when a moment, a day or the state is not what this program writes."""
    EntryState(record.state)
    check_moments(record.created_at, record.closed_at, record.deleted_at, str(written_at))
    if record.about_date is not None:
        date.fromisoformat(record.about_date)
    for answer in record.answers:
        for revision in answer.revisions:
            check_moments(revision.at, *(splice.at for splice in revision.splices))

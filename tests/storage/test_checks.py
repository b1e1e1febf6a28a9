# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
from __future__ import annotations

import pytest

from logbook.core.entry import AnswerKey, EntryId, Value
from logbook.core.library import Library
from logbook.services.checking import verify
from logbook.services.writing import Edit, Writing
from logbook.storage.checks import check_database
from logbook.storage.database import Database
from logbook.storage.writes import Writer
from tests.builders import Clock

KEY = AnswerKey("note")


@pytest.fixture
def noted(database: Database, writer: Writer) -> EntryId:
    """A note with two versions; ids are rev0001 (the note), rev0002 and rev0003."""
    clock = Clock()
    writing = Writing(database, Library, clock, writer)
    entry = writing.begin_note()
    head = writing.save(entry, [Edit(KEY, Value("een **woord**"))]).heads[KEY]
    clock.forward(minutes=20)
    writing.save(entry, [Edit(KEY, Value("twee woorden"), head)])
    return entry.id


def codes(database: Database) -> list[tuple[str, str]]:
    return [tuple(finding) for finding in check_database(database)]


def test_a_whole_logbook_has_no_findings(database: Database, noted: EntryId) -> None:
    assert codes(database) == []


def test_verify_opens_and_closes_by_itself(database: Database, noted: EntryId) -> None:
    database.close()
    assert list(verify(database.path)) == []


@pytest.mark.parametrize(
    ("sql", "found"),
    [
        (
            "update revisions set value = replace(value, 'twee', 'drie') where id = 'rev0003'",
            {("hash", "rev0003"), ("steps", "rev0003")},
        ),
        ("update revisions set parent = 'weg' where id = 'rev0003'", {("parent", "rev0003")}),
        ("update splices set offset = 3", {("steps", "rev0002"), ("steps", "rev0003")}),
        ("update answers set head = 'weg'", {("head", "weg")}),
        ("update entries set title = 'x'", {("title", "rev0001")}),
        ("update entries set excerpt = 'x'", {("title", "rev0001")}),
        ("update entries set created_at = 'gisteren'", {("unreadable", "rev0001")}),
        ("update entries set written_at = '2026-15-21T20:46:46.016Z'", {("unreadable", "rev0001")}),
        ("update splices set at = replace(at, 'Z', 'J')", {("unreadable", "rev0001")}),
        ("insert into tombstones values ('weg', 'ooit')", {("unreadable", "weg")}),
        ("update revisions set at = 'nu'", {("unreadable", "rev0001")}),
        ("update revisions set value = cast(x'7bff' as text)", {("unreadable", "UTF-8")}),
        ("update entries set filled = 0", {("title", "rev0001")}),
        ("update search_text set answers = 'x'", {("document", "rev0001")}),
        ("delete from search_text", {("document", "rev0001")}),
        (
            "update revisions set value = '{', sha256 ="
            " '021fb596db81e6d02bf3d2586ee3981fe519f275c0ac9ca76bbcf2ebb4097d96'"
            " where id = 'rev0003'",
            {("steps", "rev0003")},
        ),
        ("drop trigger search_text_added", {("trigger", "search_text_added")}),
        (
            "insert into search_index (search_index, rowid, answers) values ('delete', 1, 'x')",
            {("index", "search_index")},
        ),
    ],
)
def test_damage_is_found(
    database: Database, noted: EntryId, sql: str, found: set[tuple[str, str]]
) -> None:
    database.connection.execute(sql)
    assert set(codes(database)) == found


def test_a_row_that_hangs_loose_is_found(database: Database, noted: EntryId) -> None:
    database.connection.execute("pragma foreign_keys = off")
    database.connection.execute("delete from entries")
    assert ("foreign-key", "answers 1") in codes(database)


def test_a_value_that_is_no_value_is_found(database: Database, noted: EntryId) -> None:
    database.connection.execute("delete from splices")
    database.connection.execute(
        "update revisions set value = '{', sha256 ="
        " '021fb596db81e6d02bf3d2586ee3981fe519f275c0ac9ca76bbcf2ebb4097d96' where id = 'rev0003'"
    )
    assert codes(database) == [("unreadable", noted)]


def test_nothing_is_changed_by_looking(database: Database, noted: EntryId) -> None:
    before = database.path.read_bytes()
    codes(database)
    assert database.path.read_bytes() == before


def test_a_file_that_cannot_be_written_is_checked_all_the_same(
    database: Database, noted: EntryId
) -> None:
    database.connection.execute("pragma query_only = on")
    assert codes(database) == []
    database.connection.execute("pragma query_only = off")
    database.connection.execute(
        "insert into search_index (search_index, rowid, answers) values ('delete', 1, 'x')"
    )
    database.connection.execute("pragma query_only = on")
    assert codes(database) == [("index", "search_index")]

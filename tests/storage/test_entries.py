# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Reading back: lists, pages, rounds, days and streams."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from logbook.core.entry import (
    AnswerKey,
    Entry,
    EntryId,
    EntryKind,
    EntryState,
    EntrySummary,
    Value,
    Wording,
)
from logbook.core.errors import AmbiguousId, DamagedLogbook, EntryNotFound
from logbook.core.search import EntryFilter, PageStart
from logbook.storage.bulk import read_entries
from logbook.storage.database import Database
from logbook.storage.entries import EntryStore
from logbook.storage.writes import EntryWriter, Writer
from tests.builders import START

WORDING = Wording("prose", "", "")


@pytest.fixture
def add(database: Database, writer: Writer):
    def add(
        entry_id: str,
        *,
        day: int = 0,
        exercise: str | None = None,
        chapter: int | None = None,
        text: str = "tekst",
        state: EntryState = EntryState.DRAFT,
        deleted: bool = False,
    ) -> Entry:
        at = START + timedelta(days=day)
        entry = Entry(
            EntryId(entry_id),
            EntryKind.EXERCISE if exercise else EntryKind.FREE,
            at,
            state=state,
            exercise_id=exercise,
            exercise_title=exercise or "",
            chapter=chapter,
            deleted_at=at if deleted else None,
        )
        with database.transaction() as connection:
            pen = EntryWriter(connection, writer)
            rid = pen.insert(entry, at)
            pen.write_answer(rid, AnswerKey("note"), WORDING, Value(text), None, at)
            pen.refresh(rid, at)
        return entry

    return add


def ids(summaries: tuple[EntrySummary, ...]) -> list[str]:
    return [s.id for s in summaries]


def test_the_newest_comes_first_and_pages_follow_each_other(add, store: EntryStore) -> None:
    for n in range(7):
        add(f"e{n}", day=n // 2)
    pages: list[str] = []
    after = None
    while page := store.summaries(EntryFilter(), limit=3, after=after):
        pages += ids(page)
        after = PageStart(page[-1].created_at, page[-1].id)
    assert pages == ["e6", "e5", "e4", "e3", "e2", "e1", "e0"]


@pytest.mark.parametrize(
    ("entry_filter", "found"),
    [
        (EntryFilter(), ["c", "b", "a"]),
        (EntryFilter(chapter=1), ["b"]),
        (EntryFilter(exercise_id="oefening"), ["b"]),
        (EntryFilter(kind=EntryKind.FREE), ["c", "a"]),
        (EntryFilter(state=EntryState.CLOSED), ["c"]),
        (EntryFilter(text="Brug te"), ["a"]),
        (EntryFilter(text="!!"), []),
        (EntryFilter(deleted=True), ["weg"]),
    ],
)
def test_a_filter_limits_the_list(
    add, store: EntryStore, entry_filter: EntryFilter, found: list[str]
) -> None:
    add("a", day=0, text="een brug terug")
    add("b", day=1, exercise="oefening", chapter=1)
    add("c", day=2, state=EntryState.CLOSED)
    add("weg", day=3, deleted=True)
    assert ids(store.summaries(entry_filter, limit=10)) == found
    assert store.count(entry_filter) == len(found)


def test_rounds_are_numbered_by_creation_and_the_bin_does_not_count(add, store: EntryStore) -> None:
    add("weg", day=0, exercise="x", deleted=True)
    add("tweede", day=2, exercise="x")
    add("eerste", day=1, exercise="x")
    numbers = {s.id: s.round for s in store.summaries(EntryFilter(), limit=9)}
    assert numbers == {"eerste": 1, "tweede": 2}
    assert [r.entry_id for r in store.rounds("x")] == ["eerste", "tweede"]


def test_an_id_is_found_by_its_last_characters(add, store: EntryStore) -> None:
    add("aaa-111")
    add("bbb-112")
    assert store.find_id("111") == "aaa-111"
    assert store.find_id("bbb-112") == "bbb-112"


def test_an_ending_that_fits_none_or_several_is_told(add, store: EntryStore) -> None:
    add("aaa-1")
    add("bbb-1")
    with pytest.raises(AmbiguousId):
        store.find_id("1")
    for nothing in ("9", "", "%"):
        with pytest.raises(EntryNotFound):
            store.find_id(nothing)


def test_an_unknown_entry_is_told(store: EntryStore) -> None:
    for read in (store.load, store.summary, store.history):
        with pytest.raises(EntryNotFound):
            read(EntryId("niets"))


def test_the_last_open_entry_is_the_one_written_in_last(add, store: EntryStore) -> None:
    assert store.last_written() is None
    add("oud", day=1)
    add("nieuw", day=2)
    add("dicht", day=3, state=EntryState.CLOSED)
    add("leeg", day=4, text="")
    last = store.last_written()
    assert last is not None
    assert last.id == "nieuw"


def test_hours_of_writing_since_a_moment(add, store: EntryStore) -> None:
    add("a", day=0)
    add("b", day=0)
    add("c", day=2)
    assert store.hours_written(START) == (START, START + timedelta(days=2))
    assert store.hours_written(datetime(2027, 1, 1, tzinfo=UTC)) == ()


def test_every_list_uses_an_index(database: Database) -> None:
    from logbook.storage import entries as module

    conditions, _ = module._conditions(EntryFilter())
    plans = [
        f"select id from entries e where {' and '.join(conditions)}"
        " order by e.created_at desc, e.id desc limit 9",
        "select id from entries e where e.deleted_at is null and e.chapter = 1"
        " order by e.created_at desc, e.id desc limit 9",
        "select rid from revisions where answer = 1",
        "select rid from splices where revision = 1",
        "select distinct substr(at, 1, 13) from revisions where at >= '2026'",
    ]
    for sql in plans:
        steps = [row[3] for row in database.rows(f"explain query plan {sql}")]
        assert not any(s.startswith("SCAN") and "INDEX" not in s for s in steps), (sql, steps)


@pytest.mark.parametrize(
    "damage",
    [
        "update revisions set value = 'kapot'",
        "update revisions set value = '[]'",
        "update revisions set at = 'nu'",
        "update entries set created_at = 'gisteren', written_at = 'gisteren'",
        "update entries set about_date = 'ooit'",
    ],
)
def test_a_row_that_was_damaged_says_so(
    database: Database, store: EntryStore, add, damage: str
) -> None:
    add("e1")
    add("e2", exercise="eerste")
    database.connection.execute(damage)
    with pytest.raises(DamagedLogbook) as caught:
        store.history(EntryId("e1"))
    assert caught.value.path == str(database.path)
    with pytest.raises(DamagedLogbook):
        list(read_entries(database, ["e2"]))

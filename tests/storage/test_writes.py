# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Answers, revisions, raw history and derived columns belong together."""

from __future__ import annotations

import pytest

from logbook.core.entry import AnswerKey, Entry, EntryId, EntryKind, RevisionId, Value, Wording
from logbook.core.entry_record import EntryRecord, replays
from logbook.core.errors import EntryNotFound
from logbook.core.search import EntryFilter
from logbook.storage.bulk import read_records
from logbook.storage.database import Database
from logbook.storage.entries import EntryStore
from logbook.storage.new_entries import BulkWriter
from logbook.storage.search_text import merge_steps
from logbook.storage.writes import EntryWriter, Writer
from tests.builders import START, Clock, Ids

KEY = AnswerKey("note")
WORDING = Wording("prose", "Kop", "Vraag?")
NOTE = Entry(EntryId("entry-1"), EntryKind.FREE, START)


class Pen:
    """Writes in one entry, a transaction each time, by a clock."""

    def __init__(self, database: Database, writer: Writer) -> None:
        self.database = database
        self.writer = writer
        self.clock = Clock()

    def write(
        self, text: str, *, base: str | None = None, key: AnswerKey = KEY, **pause: float
    ) -> RevisionId:
        self.clock.forward(**(pause or {"seconds": 1}))
        with self.database.transaction() as connection:
            writer = EntryWriter(connection, self.writer)
            rid = writer.row_number(NOTE.id) or writer.insert(NOTE, self.clock())
            revision = writer.write_answer(
                rid, key, WORDING, Value(text), RevisionId(base) if base else None, self.clock()
            )
            writer.refresh(rid, self.clock())
        return revision


@pytest.fixture
def pen(database: Database, writer: Writer) -> Pen:
    return Pen(database, writer)


def test_writing_on_extends_the_open_revision(pen: Pen, store: EntryStore) -> None:
    first = pen.write("a")
    assert pen.write("ab", base=first) == first
    (answer,) = store.history(NOTE.id).answers
    (revision,) = answer.revisions
    assert revision.value.text == "ab"
    assert len(revision.splices) == 2


def test_a_pause_of_ten_minutes_begins_a_new_revision(pen: Pen, store: EntryStore) -> None:
    first = pen.write("a")
    second = pen.write("b", base=first, minutes=11)
    history = store.history(NOTE.id).answers[0]
    assert [(r.id, r.parent) for r in history.revisions] == [(first, None), (second, first)]
    assert history.answer.head == second


def test_a_clock_set_back_begins_a_new_revision_and_loses_nothing(
    pen: Pen, store: EntryStore
) -> None:
    first = pen.write("a")
    pen.write("b", base=first, hours=-5)
    texts = [r.value.text for r in store.history(NOTE.id).answers[0].revisions]
    assert texts == ["a", "b"]


def test_another_device_never_extends_a_revision(
    pen: Pen, database: Database, store: EntryStore
) -> None:
    first = pen.write("a")
    pen.writer = Writer("ander", Ids("x"))
    second = pen.write("b", base=first)
    assert second != first
    assert store.history(NOTE.id).answers[0].revisions[1].parent == first


def test_a_save_on_an_older_head_adds_a_child_and_both_are_kept(
    pen: Pen, store: EntryStore
) -> None:
    first = pen.write("a")
    pen.writer = Writer("ander", Ids("x"))
    theirs = pen.write("van hen", base=first)
    pen.writer = Writer("apparaat", Ids("y"))
    mine = pen.write("van mij", base=first)
    revisions = {r.id: r for r in store.history(NOTE.id).answers[0].revisions}
    assert revisions[mine].parent == first
    assert revisions[theirs].value.text == "van hen"
    assert store.load(NOTE.id).value(KEY).text == "van mij"


def test_the_raw_history_replays_to_every_revision(pen: Pen, database: Database) -> None:
    head: str | None = None
    for n, text in enumerate(["a", "ab", "", "🙂 x", "🙂 y"]):
        head = pen.write(text, base=head, minutes=0.1 if n % 2 else 12)
    before = ""
    (record,) = read_records(database)
    for revision in record.answers[0].revisions:
        assert revision.splices
        assert replays(before, revision)
        before = revision.value


def test_saving_the_same_text_again_adds_nothing(pen: Pen, database: Database) -> None:
    first = pen.write("a")
    pen.write("a", base=first)
    assert database.rows("select count(*) from splices") == [(1,)]


def test_title_and_excerpt_follow_the_text(pen: Pen, store: EntryStore) -> None:
    pen.write("# Maandag\nEen lange dag.")
    summary = store.summary(NOTE.id)
    assert summary.title == "Maandag"
    assert summary.excerpt == "Een lange dag."


def test_the_excerpt_of_one_long_line_says_what_the_title_cannot(
    pen: Pen, store: EntryStore
) -> None:
    pen.write("woord " * 40)
    summary = store.summary(NOTE.id)
    assert summary.title.endswith(" …")
    assert len(summary.excerpt) > len(summary.title)


def test_search_follows_the_text(pen: Pen, store: EntryStore) -> None:
    first = pen.write("coördinatie met de ĳsclub")
    assert store.count(EntryFilter(text="coordinatie")) == 1
    assert store.count(EntryFilter(text="ijsclub")) == 1
    pen.write("iets anders", base=first)
    assert store.count(EntryFilter(text="coordinatie")) == 0


def test_what_is_deleted_for_good_is_gone_from_every_table(
    pen: Pen, database: Database, writer: Writer, store: EntryStore
) -> None:
    pen.write("geheim")
    with database.transaction() as connection:
        EntryWriter(connection, writer).delete_for_good([NOTE.id], START)
    for table in ("entries", "answers", "revisions", "splices", "search_text"):
        assert database.rows(f"select count(*) from {table}") == [(0,)]
    assert database.rows("select id from tombstones") == [(NOTE.id,)]
    assert store.count(EntryFilter(text="geheim")) == 0


def test_deleted_text_does_not_stay_in_the_file(
    pen: Pen, database: Database, writer: Writer
) -> None:
    pen.write("onvindbaarwoord " * 500)
    with database.transaction() as connection:
        EntryWriter(connection, writer).delete_for_good([NOTE.id], START)
        merge_steps(connection, -16)
    with database.transaction() as connection:
        connection.execute("insert into search_index (search_index) values ('optimize')")
    assert b"onvindbaarwoord onvindbaarwoord" not in database.path.read_bytes()


def test_an_act_on_an_unknown_entry_is_told(database: Database, writer: Writer) -> None:
    with pytest.raises(EntryNotFound), database.transaction() as connection:
        EntryWriter(connection, writer).set_deleted(EntryId("niets"), START)


def test_the_debt_of_the_search_index_is_bounded_by_merging(pen: Pen, database: Database) -> None:
    head: str | None = None
    for n in range(200):
        head = pen.write(f"woord{n}", base=head)
    with database.transaction() as connection:
        for _ in range(20):
            merge_steps(connection, 500)
    segments = database.rows("select count(distinct segid) from search_index_idx")[0][0]
    assert segments < 40


@pytest.mark.parametrize("many", [1, 2_000])
def test_new_entries_bring_their_words_whether_few_or_many(
    database: Database, many: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("logbook.storage.new_entries._MANY", many)
    records = [
        EntryRecord(
            f"e{n}",
            "free",
            "2026-03-02T10:00:00.000Z",
            "draft",
            None,
            f"Kóp {n}",
            None,
            "",
            None,
            None,
            None,
            None,
        )
        for n in range(3)
    ]
    with database.transaction() as connection:
        writer = BulkWriter(connection)
        for record in records:
            writer.add([record])
        writer.finish()
    assert database.rows("select word from search_words order by 1") == [
        ("0",), ("1",), ("2",), ("kop",),
    ]  # fmt: skip

# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""What stands beside the entries: no query without an index, and damage that is found."""

from __future__ import annotations

import pytest

from logbook.core.entry import AnswerKey, EntryId, Value
from logbook.core.library import Library
from logbook.core.search import EntryFilter, PageStart
from logbook.services.goals import Goals
from logbook.services.labels import Labels
from logbook.services.margin import Margin
from logbook.services.organising import Organising
from logbook.services.reading import Reading
from logbook.services.trace_marks import TraceMarks
from logbook.services.writing import Edit, Writing
from logbook.storage.checks import check_database
from logbook.storage.database import Database
from logbook.storage.kept_bulk import read_remains
from logbook.storage.writes import Writer
from tests.builders import START, Clock

NOTE = AnswerKey("note")
#: Tables of a few dozen rows, that a list shows whole.
SMALL = ("labels", "goals", "saved_searches", "l", "g", "json_each", "j")


class Kept:
    """One note with something of everything beside it; ids are rev0001 and so on."""

    def __init__(self, database: Database, writer: Writer) -> None:
        clock = Clock()
        parts = (database, clock, writer)
        self.writing = Writing(database, Library, clock, writer)
        self.reading = Reading(database, Library, clock)
        self.labels, self.goals = Labels(*parts), Goals(*parts)
        self.margin = Margin(database, Library, clock, writer)
        self.organising, self.marks = Organising(*parts), TraceMarks(database, clock)
        self.note = self.writing.begin_note()
        text = Value("een bewoner, zie [x](entry:weg)")
        self.head = self.writing.save(self.note, [Edit(NOTE, text)]).heads[NOTE]
        self.label, _ = self.labels.create("werk")
        self.labels.assign([self.note.id], [self.label.id])
        self.goal, _ = self.goals.create("een")
        self.goals.link([self.note.id], self.goal.id)
        clock.forward(hours=1)
        self.goals.edit(self.goal.id, "twee")
        self.search, _ = self.organising.save_search("naam", "vraag")
        self.organising.pin(self.note.id)
        self.marks.ignore(self.note.id, "merk")
        self.marks.add_place(self.note.id, NOTE, "een bewoner")
        self.margin.add(self.note.id, "later", NOTE)


@pytest.fixture
def kept(database: Database, writer: Writer) -> Kept:
    return Kept(database, writer)


def codes(database: Database) -> list[str]:
    return [finding.code for finding in check_database(database)]


def test_a_whole_logbook_has_no_findings(database: Database, kept: Kept) -> None:
    assert codes(database) == []


@pytest.mark.parametrize(
    ("sql", "found"),
    [
        ("update goal_versions set text = 'x' where parent is null", ["hash"]),
        ("update goal_versions set parent = 'weg' where parent is not null", ["parent"]),
        ("update goals set head = 'weg'", ["head"]),
        ("update goals set text = 'x'", ["goal"]),
        ("update goals set created_at = 'ooit'", ["unreadable"]),
        ("update goals set closed_at = 'ooit'", ["unreadable"]),
        ("update goal_versions set at = 'nu'", ["unreadable"]),
        ("update labels set name = 'x'", ["document", "label"]),
        ("update labels set created_at = 'ooit'", ["unreadable"]),
        ("update search_text set labels = ''", ["document"]),
        ("delete from entry_labels", ["document"]),
        ("delete from entry_links", ["links"]),
        ("insert into entry_links values (1, 'meer')", ["links"]),
        ("update entries set pinned_at = 'ooit'", ["unreadable"]),
        ("update saved_searches set created_at = 'ooit'", ["unreadable"]),
        ("update trace_places set at = 'ooit'", ["unreadable"]),
    ],
)
def test_damage_is_found(database: Database, kept: Kept, sql: str, found: list[str]) -> None:
    database.connection.execute(sql)
    assert codes(database) == found


@pytest.mark.parametrize(
    "table", ["entry_labels", "entry_goals", "entry_links", "ignored_traces", "trace_places"]
)
def test_a_row_that_hangs_loose_is_found(database: Database, kept: Kept, table: str) -> None:
    columns = {row[1]: row[2] for row in database.rows(f"pragma table_info({table})")}
    values = ["99" if kind == "INTEGER" else f"'{START:%Y}'" for kind in columns.values()]
    database.connection.execute("pragma foreign_keys = off")
    database.connection.execute(f"insert into {table} values ({','.join(values)})")
    assert "foreign-key" in codes(database)


def test_what_is_deleted_for_good_takes_everything_beside_it_along(
    database: Database, kept: Kept
) -> None:
    kept.writing.delete_for_good(kept.note.id)
    for table in ("entry_labels", "entry_goals", "entry_links", "ignored_traces", "trace_places"):
        assert database.rows(f"select count(*) from {table}") == [(0,)]
    assert kept.labels.all()[0].entries == 0
    assert codes(database) == []


def test_a_choice_of_entries_brings_only_what_is_theirs(database: Database, kept: Kept) -> None:
    other = kept.writing.add_note("ander").id
    kept.labels.give([other], ["vrij"])
    kept.goals.link([other], kept.goal.id)
    mine, theirs = (read_remains(database, [entry]) for entry in (kept.note.id, other))
    assert [(r.name, r.entries) for r in mine.labels] == [("werk", (kept.note.id,))]
    assert [(r.name, r.entries) for r in theirs.labels] == [("vrij", (other,))]
    assert [goal.entries for goal in mine.goals] == [(kept.note.id,)]
    assert (len(mine.pins), len(mine.places), mine.searches) == (1, 1, ())
    assert (theirs.pins, theirs.places) == ((), ())


def test_no_query_reads_a_whole_table_of_entries(
    database: Database, kept: Kept, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every statement of reading and writing is explained; only short lists are read whole."""
    asked: set[str] = set()
    database.connection.set_trace_callback(asked.add)
    note = kept.note.id
    kept.reading.entries(EntryFilter(), after=PageStart(START, EntryId("x")))
    for chosen in (EntryFilter(label=kept.label.id), EntryFilter(goal=kept.goal.id)):
        kept.reading.entries(chosen)
        kept.reading.count(chosen)
    kept.reading.entries(EntryFilter(pinned=True))
    kept.reading.links_of(note), kept.reading.linked_from(note)
    kept.reading.titles_like("een b"), kept.reading.titles_like("")
    kept.labels.all(), kept.labels.named("werk"), kept.labels.rename(kept.label.id, "Werk")
    kept.goals.all(), kept.goals.versions(kept.goal.id), kept.goals.of_entry(note)
    kept.goals.edit(kept.goal.id, "drie"), kept.goals.unlink([note], kept.goal.id)
    kept.labels.restore(kept.labels.delete(kept.label.id)[0])
    kept.marks.places(note), kept.marks.ignored(note), kept.marks.prune(note, [])
    kept.organising.unpin(note), kept.margin.add(note, "nog later")
    kept.writing.save(kept.note, [Edit(NOTE, Value("anders"), kept.head)])
    read_remains(database, [note])
    database.connection.set_trace_callback(None)
    wanted = {sql for sql in asked if sql.split()[0] in ("select", "update", "delete", "insert")}
    assert len(wanted) > 40
    for sql in wanted:
        if "search_index_" in sql:
            continue  # the index's own tables
        for step in (row[3] for row in database.rows(f"explain query plan {sql}")):
            scanned = step.split()[1] if step.startswith("SCAN ") else ""
            whole = scanned and "INDEX" not in step and "CONSTANT" not in step
            assert not whole or scanned in SMALL, (sql, step)

# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Every kept file of a released schema must come up to date, after a copy was made."""

from __future__ import annotations

import contextlib
import shutil
import stat
from pathlib import Path

import pytest

from logbook.core.entry import EntryId
from logbook.core.errors import LogbookError, NewerLogbook
from logbook.services.checking import Finding, verify
from logbook.services.labels import Labels
from logbook.storage import migrations as migrations_module
from logbook.storage.checks import check_database
from logbook.storage.database import open_database
from logbook.storage.engine import connect, import_sqlite_utils
from logbook.storage.family import LOGBOOK
from logbook.storage.kept_bulk import read_remains
from logbook.storage.migrations import apply_migrations, migrations
from logbook.storage.schema import SCHEMA_VERSION
from logbook.storage.writes import Writer
from tests.builders import Clock, Ids

#: The first file was kept when an excerpt still began with the title.
FOUND = [Finding("title", "entry-1")]
KEPT = Path(__file__).parent.parent / "data" / "schemas"


@pytest.mark.parametrize("version", range(1, SCHEMA_VERSION + 1))
def test_a_kept_file_of_each_released_schema_opens(version: int, tmp_path: Path) -> None:
    path = tmp_path / "logboek.db"
    shutil.copy(KEPT / f"schema-{version}.db", path)
    database = open_database(path)
    assert database.rows("pragma user_version") == [(SCHEMA_VERSION,)]
    assert database.rows("select title from entries") == [(f"Een notitie uit vorm {version}",)]
    database.close()


def test_before_a_migration_the_file_is_copied(tmp_path: Path) -> None:
    path = tmp_path / "logboek.db"
    open_database(path, create=True).close()
    open_database(path, family=LOGBOOK._replace(version=SCHEMA_VERSION + 1)).close()
    assert (tmp_path / f"logboek.versie-{SCHEMA_VERSION}.db").exists()


def dump(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """The rows of every table of the first schema, with the columns it had."""
    tables = {
        "entries": "rid, id, kind, exercise_id, exercise_title, exercise_version, source, chapter,"
        " state, about_date, created_at, closed_at, deleted_at, written_at, title, excerpt, filled",
        "answers": "rid, entry, block, prompt, item, kind, block_title, prompt_text,"
        " exercise_version, card_title, card_description, position, head",
        "revisions": "*",
        "splices": "*",
        "tombstones": "*",
        "skipped_exercises": "*",
        "search_text": "rid, title, prompts, answers, cards, labels, remarks",
    }
    with contextlib.closing(connect(path)) as connection:
        return {
            table: connection.execute(f"select {columns} from {table}").fetchall()
            for table, columns in tables.items()
        }


def test_all_that_a_file_of_the_first_schema_holds_is_there_after_it(tmp_path: Path) -> None:
    path = tmp_path / "logboek.db"
    shutil.copy(KEPT / "schema-1.db", path)
    with contextlib.closing(connect(path)) as connection:
        connection.execute("insert into tombstones values ('weg', '2026-03-02T09:00:00.000Z')")
    before = dump(path)
    open_database(path).close()
    assert dump(path) == before
    assert all(before[table] for table in ("answers", "revisions", "splices", "search_text"))
    assert list(verify(path)) == FOUND
    copy = tmp_path / "logboek.versie-1.db"
    assert dump(copy) == before
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    assert sorted(p.name for p in tmp_path.glob("*logboek*")) == ["logboek.db", copy.name]


def test_an_older_file_opens_with_room_for_what_is_new(tmp_path: Path) -> None:
    path = tmp_path / "logboek.db"
    shutil.copy(KEPT / "schema-1.db", path)
    database = open_database(path)
    labels = Labels(database, Clock(), Writer("apparaat", Ids("n")))
    labels.give([EntryId("entry-1")], ["Vroeger"])
    assert list(check_database(database)) == FOUND
    database.close()


def test_what_the_second_schema_holds_is_still_there(tmp_path: Path) -> None:
    path = tmp_path / "logboek.db"
    shutil.copy(KEPT / "schema-2.db", path)
    database = open_database(path)
    kept = read_remains(database)
    (label,), (goal,), (pin,), (search,), (place,) = kept[2:7]
    assert (label.name, label.colour, label.entries) == ("Eerste stage", "teal", (pin[0],))
    assert (len(goal.versions), goal.text) == (2, "Ik leer stiltes te laten duren.")
    assert (search.query, place.role) == ("label:stage", "een bewoner")
    assert database.rows("select count(*) from ignored_traces") == [(1,)]
    assert database.rows("select target from entry_links") == [(pin[0],)]
    assert list(check_database(database)) == []
    database.close()


def test_a_second_copy_does_not_take_the_name_of_the_first(tmp_path: Path) -> None:
    path = tmp_path / "logboek.db"
    shutil.copy(KEPT / "schema-1.db", path)
    (tmp_path / "logboek.versie-1.db").write_bytes(b"eerder")
    open_database(path).close()
    assert (tmp_path / "logboek.versie-1.db").read_bytes() == b"eerder"
    assert dump(tmp_path / "logboek.versie-1-2.db")["entries"]


def test_a_migration_that_fails_leaves_the_file_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "logboek.db"
    shutil.copy(KEPT / "schema-1.db", path)
    before = path.read_bytes()
    broken = migrations_module.TABLES_2 + "create table entries (a text);"
    monkeypatch.setattr(migrations_module, "TABLES_2", broken)
    with pytest.raises(LogbookError):
        open_database(path)
    assert path.read_bytes() == before
    monkeypatch.undo()
    open_database(path).close()


def test_a_file_that_another_process_migrated_meanwhile_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "logboek.db"
    shutil.copy(KEPT / "schema-1.db", path)
    with contextlib.closing(connect(path)) as late:
        assert late.execute("pragma user_version").fetchone() == (1,)
        open_database(path).close()
        apply_migrations(late)
        assert late.execute("pragma user_version").fetchone() == (SCHEMA_VERSION,)
    assert list(verify(path)) == FOUND


def test_a_newer_file_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "logboek.db"
    open_database(path, create=True).close()
    with contextlib.closing(connect(path)) as connection:
        connection.execute(f"pragma user_version = {SCHEMA_VERSION + 1}")
    before = path.read_bytes()
    with pytest.raises(NewerLogbook):
        open_database(path)
    assert path.read_bytes() == before


def test_running_the_migrations_twice_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "logboek.db"
    open_database(path, create=True).close()
    utils = import_sqlite_utils()
    with contextlib.closing(connect(path)) as connection:
        steps = migrations(utils.Migrations)
        assert steps.pending(utils.Database(connection, execute_plugins=False)) == []


def test_what_the_fourth_schema_holds_is_still_there(tmp_path: Path) -> None:
    path = tmp_path / "logboek.db"
    shutil.copy(KEPT / "schema-4.db", path)
    database = open_database(path)
    kept = read_remains(database)
    assert [(each.kind, each.entry, each.due) for each in kept.revisits] == [
        ("own", "id0001", "2028-02-29")
    ]
    assert (kept.hidden_words, kept.own_dates) == (
        ("begeleider",),
        (("evaluation", "2026-06-01"),),
    )
    assert list(check_database(database)) == []
    database.close()

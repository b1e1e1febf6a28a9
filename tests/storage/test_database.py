# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Opening: what is accepted, what is refused, and that a refusal changes nothing."""

from __future__ import annotations

import contextlib
import os
import sqlite3
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from logbook.core import errors
from logbook.storage import database as database_module
from logbook.storage.checked import CheckedFiles
from logbook.storage.database import Database, copy_logbook, open_database
from logbook.storage.engine import Connection, connect
from logbook.storage.schema import APPLICATION_ID, SCHEMA_VERSION, SEARCH_TRIGGERS


def make(path: Path) -> None:
    open_database(path, create=True).close()


def snapshot(folder: Path) -> dict[str, bytes]:
    return {p.name: p.read_bytes() for p in folder.iterdir() if p.is_file()}


def test_a_new_logbook_is_private_and_marked(path: Path) -> None:
    make(path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert int.from_bytes(path.read_bytes()[68:72], "big") == APPLICATION_ID
    assert int.from_bytes(path.read_bytes()[60:64], "big") == SCHEMA_VERSION
    assert [p.name for p in path.parent.iterdir()] == [path.name]


def test_a_logbook_opens_in_debians_sqlite(path: Path) -> None:
    make(path)
    with contextlib.closing(sqlite3.connect(path)) as connection:
        assert connection.execute("pragma integrity_check").fetchone() == ("ok",)
        assert connection.execute("select count(*) from entries").fetchone() == (0,)


def test_the_pragmas_that_keep_the_promises_are_on(database: Database) -> None:
    wanted = {"journal_mode": "delete", "synchronous": 2, "foreign_keys": 1, "secure_delete": 1}
    found = {name: database.rows(f"pragma {name}")[0][0] for name in wanted}
    assert found == wanted


def test_every_search_trigger_is_there(database: Database) -> None:
    rows = database.rows("select name from sqlite_master where type = 'trigger'")
    assert {name for (name,) in rows} == set(SEARCH_TRIGGERS)


def test_tables_are_strict(database: Database) -> None:
    with pytest.raises(errors.StorageFailed), database.transaction() as connection:
        connection.execute("insert into tombstones (id, deleted_at) values ('a', x'00')")


def test_a_missing_logbook_is_not_made_by_reading(path: Path) -> None:
    with pytest.raises(errors.LogbookMissing):
        open_database(path)
    assert not path.exists()


def _empty(path: Path) -> None:
    path.touch()


def _text(path: Path) -> None:
    path.write_text("gewoon een brief\n" * 20)


def _truncated(path: Path) -> None:
    make(path)
    path.write_bytes(path.read_bytes()[:8192])


def _half_header(path: Path) -> None:
    make(path)
    path.write_bytes(path.read_bytes()[:50])


def _corrupt(path: Path) -> None:
    make(path)
    data = bytearray(path.read_bytes())
    data[4096:12288] = os.urandom(8192)
    path.write_bytes(data)


def _foreign(path: Path) -> None:
    with contextlib.closing(sqlite3.connect(path)) as connection:
        connection.execute("create table recepten (naam text)")
        connection.commit()


def _foreign_table(path: Path) -> None:
    make(path)
    with contextlib.closing(connect(path)) as connection:
        connection.execute("create table recepten (naam text)")


def _foreign_trigger(path: Path) -> None:
    make(path)
    with contextlib.closing(connect(path)) as connection:
        connection.execute(
            "create trigger stiekem after insert on entries begin delete from answers; end"
        )


def _newer(path: Path) -> None:
    make(path)
    with contextlib.closing(connect(path)) as connection:
        connection.execute(f"pragma user_version = {SCHEMA_VERSION + 1}")


def _no_version(path: Path) -> None:
    make(path)
    with contextlib.closing(connect(path)) as connection:
        connection.execute("pragma user_version = 0")


def _changed_trigger(path: Path) -> None:
    make(path)
    with contextlib.closing(connect(path)) as connection:
        connection.execute("drop trigger search_text_added")
        connection.execute(
            "create trigger search_text_added after insert on search_text"
            " begin delete from answers; end"
        )


def _view_with_our_name(path: Path) -> None:
    make(path)
    with contextlib.closing(connect(path)) as connection:
        connection.execute("drop table tombstones")
        connection.execute("create view tombstones as select 1 as id")


def _folder(path: Path) -> None:
    path.mkdir()


def _fifo(path: Path) -> None:
    os.mkfifo(path)


def _stray_journal(path: Path) -> None:
    path.with_name(path.name + "-journal").write_bytes(b"iets")


@pytest.mark.parametrize(
    ("damage", "error"),
    [
        (_empty, errors.EmptyLogbook),
        (_text, errors.NotALogbook),
        (_truncated, errors.DamagedLogbook),
        (_half_header, errors.NotALogbook),
        (_corrupt, errors.DamagedLogbook),
        (_foreign, errors.NotALogbook),
        (_foreign_table, errors.NotALogbook),
        (_foreign_trigger, errors.NotALogbook),
        (_newer, errors.NewerLogbook),
        (_no_version, errors.DamagedLogbook),
        (_changed_trigger, errors.NotALogbook),
        (_view_with_our_name, errors.NotALogbook),
        (_folder, errors.NotALogbook),
        (_fifo, errors.NotALogbook),
        (_stray_journal, errors.NotALogbook),
    ],
)
def test_what_is_not_a_good_logbook_is_refused_and_left_as_it_was(
    path: Path, damage: Callable[[Path], None], error: type[errors.LogbookError]
) -> None:
    path.parent.mkdir()
    damage(path)
    before = snapshot(path.parent) if not path.is_fifo() else {}
    with pytest.raises(error):
        open_database(path, create=True)
    assert (snapshot(path.parent) if before else {}) == before


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "bestand").write_text("x")
    with pytest.raises(errors.FolderUnusable):
        open_database(tmp_path / "bestand" / "logboek.db", create=True)


def test_a_second_creator_finds_the_first_ones_logbook(path: Path, database: Database) -> None:
    before = path.stat().st_ino
    open_database(path, create=True).close()
    assert path.stat().st_ino == before


def test_a_transaction_is_all_or_nothing(database: Database) -> None:
    with database.transaction() as connection:
        connection.execute("insert into tombstones values ('b', 't')")
    twice = "insert into tombstones values ('a', 't'), ('b', 't')"
    with pytest.raises(errors.StorageFailed), database.transaction() as connection:
        connection.execute(twice)
    assert database.rows("select id from tombstones") == [("b",)]


def test_a_full_disk_is_told_and_nothing_is_written(database: Database) -> None:
    pages = database.rows("pragma page_count")[0][0]
    database.connection.execute(f"pragma max_page_count = {pages}")
    with pytest.raises(errors.DiskFull), database.transaction() as connection:
        connection.execute("insert into tombstones values ('a', ?)", ("x" * 100_000,))
    assert database.rows("select * from tombstones") == []


def test_a_read_only_logbook_is_told(database: Database) -> None:
    database.connection.execute("pragma query_only = on")
    with pytest.raises(errors.ReadOnlyLogbook), database.transaction() as connection:
        connection.execute("insert into tombstones values ('a', 't')")


def test_a_logbook_held_by_another_process_is_told(database: Database, path: Path) -> None:
    with contextlib.closing(connect(path)) as other:
        other.execute("begin exclusive")
        database.connection.execute("pragma busy_timeout = 10")
        with pytest.raises(errors.BusyLogbook), database.transaction():
            pass


def test_a_logbook_that_moved_away_is_told_and_found_again(database: Database, path: Path) -> None:
    away = path.with_name("weg.db")
    path.rename(away)
    with pytest.raises(errors.LogbookGone), database.transaction():
        pass
    away.rename(path)
    with database.transaction() as connection:
        connection.execute("insert into tombstones values ('a', 't')")
    assert len(database.rows("select * from tombstones")) == 1


def test_a_file_put_in_its_place_is_not_written_over(database: Database, path: Path) -> None:
    path.rename(path.with_name("weg.db"))
    path.write_text("iets anders")
    with pytest.raises(errors.LogbookGone), database.transaction():
        pass
    assert path.read_text() == "iets anders"


def test_the_write_ahead_log_of_another_program_is_switched_off(path: Path) -> None:
    make(path)
    with contextlib.closing(sqlite3.connect(path)) as connection:
        connection.execute("pragma journal_mode = wal")
    database = open_database(path)
    assert database.rows("pragma journal_mode") == [("delete",)]
    database.close()


def test_a_foreign_file_keeps_its_write_ahead_log(path: Path) -> None:
    make(path)
    with contextlib.closing(sqlite3.connect(path)) as connection:
        connection.execute("pragma journal_mode = wal")
        connection.execute("create table recepten (naam text)")
        connection.commit()
    with pytest.raises(errors.NotALogbook):
        open_database(path)
    assert path.read_bytes()[18:20] == b"\x02\x02"


def test_a_journal_of_a_crash_is_rolled_back(path: Path) -> None:
    make(path)
    if not os.fork():
        connection = connect(path)
        connection.execute("pragma cache_size = 1")
        connection.execute("begin immediate")
        for n in range(300):
            connection.execute("insert into tombstones values (?, ?)", (str(n), "x" * 2000))
        os._exit(0)
    os.wait()
    assert path.with_name(path.name + "-journal").exists()
    database = open_database(path)
    assert database.rows("select count(*) from tombstones") == [(0,)]
    database.close()


def test_an_unchanged_file_is_not_read_through_again(path: Path, tmp_path: Path) -> None:
    checked = CheckedFiles(tmp_path / "checked.txt")
    open_database(path, create=True, checked=checked).close()
    assert checked.is_known(path)
    with contextlib.closing(connect(path)) as connection:
        connection.execute("insert into tombstones values ('a', 't')")
    assert not checked.is_known(path)


@pytest.mark.parametrize("record", ["", "1 2", "1 2 3 /een/ander\n4", "\xff", "{}\n" * 30])
def test_a_damaged_memory_of_checks_costs_a_check_only(
    path: Path, tmp_path: Path, record: str
) -> None:
    make(path)
    (tmp_path / "checked.txt").write_text(record)
    open_database(path, checked=CheckedFiles(tmp_path / "checked.txt")).close()
    assert CheckedFiles(tmp_path / "checked.txt").is_known(path)


def test_another_writer_changes_the_data_version(database: Database, path: Path) -> None:
    before = database.data_version()
    other = open_database(path)
    with other.transaction() as connection:
        connection.execute("insert into tombstones values ('a', 't')")
    other.close()
    assert database.data_version() != before


def test_a_table_that_lacks_a_column_is_damage_and_not_a_failing_disk(path: Path) -> None:
    make(path)
    with contextlib.closing(connect(path)) as connection:
        connection.execute("alter table answers drop column card_title")
    database = open_database(path)
    with pytest.raises(errors.DamagedLogbook):
        database.rows("select card_title from answers")
    database.close()


def test_a_text_that_is_no_utf8_is_damage_and_is_not_quoted(database: Database) -> None:
    with database.transaction() as connection:
        connection.execute("insert into tombstones values (cast(x'46617469ff6d61' as text), 'nu')")
    with pytest.raises(errors.DamagedLogbook) as caught:
        database.rows("select id from tombstones")
    assert "Fati" not in str(caught.value)


def test_another_file_in_the_same_place_is_not_taken_for_checked(
    path: Path, tmp_path: Path
) -> None:
    make(path)
    checked = CheckedFiles(tmp_path / "checked.txt")
    database = open_database(path, checked=checked)
    path.rename(tmp_path / "oud.db")
    path.write_text("iets anders, door een ander neergezet")
    database.close()
    assert not checked.is_known(path)


def test_a_copy_is_never_put_over_a_file_that_came_meanwhile(
    database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "kopie.db"
    finish = database_module._quick_check

    def and_meanwhile(path: Path, connection: Connection) -> None:
        finish(path, connection)
        target.write_text("van een ander")

    monkeypatch.setattr(database_module, "_quick_check", and_meanwhile)
    with pytest.raises(FileExistsError):
        copy_logbook(database, target)
    assert target.read_text() == "van een ander"
    assert sorted(p.name for p in tmp_path.iterdir() if p.is_file()) == ["kopie.db"]

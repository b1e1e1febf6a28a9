# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The file of the desk opens by the same checks as a logbook, and is never taken for one."""

from __future__ import annotations

import contextlib
import os
import time
from pathlib import Path

import pytest

from logbook.core import errors
from logbook.core.desk import Student, StudentId
from logbook.storage.database import open_database
from logbook.storage.desk import open_desk
from logbook.storage.desk_schema import APPLICATION_ID, DESK, VERSION
from logbook.storage.engine import connect


@pytest.fixture
def desk_path(tmp_path: Path) -> Path:
    return tmp_path / "bureau.db"


def make(path: Path) -> None:
    open_desk(path, create=True).close()


def test_a_desk_is_marked_as_one(desk_path: Path) -> None:
    make(desk_path)
    head = desk_path.read_bytes()[:100]
    assert int.from_bytes(head[68:72], "big") == APPLICATION_ID
    assert int.from_bytes(head[60:64], "big") == VERSION


def test_a_desk_is_no_logbook_and_a_logbook_no_desk(desk_path: Path, tmp_path: Path) -> None:
    make(desk_path)
    open_database(tmp_path / "logboek.db", create=True).close()
    with pytest.raises(errors.NotALogbook):
        open_database(desk_path)
    with pytest.raises(errors.NotALogbook):
        open_desk(tmp_path / "logboek.db", create=False)


@pytest.mark.parametrize(
    ("sql", "error"),
    [
        ("create table recepten (naam text)", errors.NotALogbook),
        ("create view stiekem as select 1", errors.NotALogbook),
        (
            "create trigger stiekem after insert on students begin delete from received; end",
            errors.NotALogbook,
        ),
        (f"pragma user_version = {VERSION + 1}", errors.NewerLogbook),
        ("pragma user_version = 0", errors.DamagedLogbook),
    ],
)
def test_what_is_not_a_good_desk_is_refused_and_left_as_it_was(
    desk_path: Path, sql: str, error: type[errors.LogbookError]
) -> None:
    make(desk_path)
    with contextlib.closing(connect(desk_path)) as connection:
        connection.execute(sql)
    before = desk_path.read_bytes()
    with pytest.raises(error):
        open_desk(desk_path, create=True)
    assert desk_path.read_bytes() == before


def test_tables_are_strict_and_what_is_deleted_is_wiped(desk_path: Path) -> None:
    make(desk_path)
    database = open_database(desk_path, family=DESK)
    assert database.rows("pragma secure_delete") == [(1,)]
    with pytest.raises(errors.StorageFailed), database.transaction() as connection:
        connection.execute("insert into students (id, name) values (x'00', x'00')")
    database.close()


def test_a_copy_is_made_before_a_migration(desk_path: Path) -> None:
    make(desk_path)
    open_database(desk_path, family=DESK._replace(version=VERSION + 1)).close()
    assert (desk_path.parent / f"bureau.versie-{VERSION}.db").exists()


def test_copies_live_two_weeks_at_most(desk_path: Path) -> None:
    make(desk_path)
    old, young = (
        desk_path.with_name("bureau.versie-1.db"),
        desk_path.with_name("bureau.versie-2.db"),
    )
    for copy in (old, young):
        copy.write_bytes(b"kopie")
    before = time.time() - 15 * 24 * 3600
    os.utime(old, (before, before))
    open_desk(desk_path, create=False).close()
    assert (old.exists(), young.exists()) == (False, True)


def test_a_student_is_read_back_as_kept(desk_path: Path) -> None:
    store = open_desk(desk_path, create=True)
    student = Student(StudentId("s1"), "Student A", "maandag")
    store.put_students([student])
    assert store.students() == (student,)
    assert store.student_of_pair("p") is None
    store.close()

# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""`kill -9` while a logbook of the first schema is brought up to date."""

from __future__ import annotations

import contextlib
import random
import shutil
import time
from pathlib import Path

import pytest

from logbook.storage.database import open_database
from logbook.storage.engine import connect
from logbook.storage.schema import SCHEMA_VERSION
from tests.faults.helpers import kills, start

KEPT = Path(__file__).parent.parent / "data" / "schemas" / "schema-1.db"
_WORDS = "select (select count(*) from entries), (select group_concat(value) from revisions)"


def _large(path: Path) -> None:
    """The kept file with enough in it for the copy and the migration to take a moment."""
    shutil.copy(KEPT, path)
    with contextlib.closing(connect(path)) as connection:
        connection.execute("begin")
        for number in range(2, 2000):
            connection.execute(
                "insert into entries (rid, id, kind, state, created_at, written_at)"
                " values (?, ?, 'free', 'draft', ?, ?)",
                (number, f"e{number}", *["2026-03-02T09:00:00.000Z"] * 2),
            )
            connection.execute(
                "insert into search_text (rid, answers) values (?, ?)", (number, "woord " * 40)
            )
        connection.execute("commit")


def _state(path: Path) -> tuple[int, tuple[object, ...]]:
    with contextlib.closing(connect(path)) as connection:
        (version,) = connection.execute("pragma user_version").fetchone()
        return version, connection.execute(_WORDS).fetchone()


@pytest.mark.fault
def test_a_kill_during_a_migration_leaves_the_state_before_or_after(tmp_path: Path) -> None:
    dice = random.Random(4)
    source = tmp_path / "bron.db"
    _large(source)
    began = time.monotonic()
    shutil.copy(source, tmp_path / "maat.db")
    open_database(tmp_path / "maat.db").close()
    usual = time.monotonic() - began
    _, words = _state(source)
    for number in range(kills(0.5)):
        folder = tmp_path / str(number)
        folder.mkdir()
        path = folder / "logboek.db"
        shutil.copy(source, path)
        migrator = start("-m", "tests.faults.migrator", str(path), home=tmp_path)
        assert migrator.stdout is not None
        assert migrator.stdout.readline() == b"begin\n"
        time.sleep(dice.uniform(0, usual))
        migrator.kill()
        told, _ = migrator.communicate()
        copies = list(folder.glob("logboek.versie-1*.db"))
        assert [_state(copy) for copy in copies] == [(1, words)] * len(copies)
        version, found = _state(path)
        assert (version in (1, SCHEMA_VERSION), found) == (True, words)
        if told == b"done\n" or version == SCHEMA_VERSION:
            assert len(copies) == 1
        open_database(path).close()
        assert _state(path) == (SCHEMA_VERSION, words)

# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Every kept file of a released schema must come up to date, after a copy was made."""

from __future__ import annotations

import contextlib
import shutil
from pathlib import Path

import pytest

from logbook.storage import database as database_module
from logbook.storage.database import open_database
from logbook.storage.engine import connect, import_sqlite_utils
from logbook.storage.migrations import migrations
from logbook.storage.schema import SCHEMA_VERSION

KEPT = Path(__file__).parent.parent / "data" / "schemas"


@pytest.mark.parametrize("version", range(1, SCHEMA_VERSION + 1))
def test_a_kept_file_of_each_released_schema_opens(version: int, tmp_path: Path) -> None:
    path = tmp_path / "logboek.db"
    shutil.copy(KEPT / f"schema-{version}.db", path)
    database = open_database(path)
    assert database.rows("pragma user_version") == [(SCHEMA_VERSION,)]
    assert database.rows("select title from entries") == [(f"Een notitie uit vorm {version}",)]
    database.close()


def test_before_a_migration_the_file_is_copied(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "logboek.db"
    open_database(path, create=True).close()
    monkeypatch.setattr(database_module, "SCHEMA_VERSION", SCHEMA_VERSION + 1)
    open_database(path).close()
    assert (tmp_path / f"logboek.versie-{SCHEMA_VERSION}.db").exists()


def test_running_the_migrations_twice_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "logboek.db"
    open_database(path, create=True).close()
    utils = import_sqlite_utils()
    with contextlib.closing(connect(path)) as connection:
        steps = migrations(utils.Migrations)
        assert steps.pending(utils.Database(connection, execute_plugins=False)) == []

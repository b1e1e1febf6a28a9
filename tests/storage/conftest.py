# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""A new logbook in a temporary folder, and who writes in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from logbook.storage.database import Database, open_database
from logbook.storage.entries import EntryStore
from logbook.storage.writes import Writer
from tests.builders import Ids


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "map" / "logboek.db"


@pytest.fixture
def database(path: Path) -> Iterator[Database]:
    database = open_database(path, create=True)
    yield database
    database.close()


@pytest.fixture
def store(database: Database) -> EntryStore:
    return EntryStore(database)


@pytest.fixture
def writer() -> Writer:
    return Writer("apparaat", Ids("rev"))

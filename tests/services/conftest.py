# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Services on a new logbook with a clock that tests move and a library of two exercises."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from logbook.core.library import Library
from logbook.services.reading import Reading
from logbook.services.writing import Writing
from logbook.storage.database import Database, open_database
from logbook.storage.writes import Writer
from tests.builders import Clock, Ids, make_exercise, make_library


@dataclass
class Desk:
    """What a test of services works with."""

    database: Database
    library: Library
    clock: Clock
    writer: Writer
    writing: Writing
    reading: Reading


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    database = open_database(tmp_path / "logboek.db", create=True)
    library = make_library(
        make_exercise("eerste", order=1),
        make_exercise("tweede", order=2),
        make_exercise("derde", chapter=2),
    )
    clock, writer = Clock(), Writer("apparaat", Ids())
    yield Desk(
        database,
        library,
        clock,
        writer,
        Writing(database, lambda: library, clock, writer),
        Reading(database, lambda: library, clock),
    )
    database.close()

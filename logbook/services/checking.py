# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Verifying a logbook from end to end, without changing it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from logbook.storage.checks import check_database
from logbook.storage.database import open_database
from logbook.storage.findings import Finding

__all__ = ["Finding", "verify"]


def verify(path: Path) -> Iterator[Finding]:
    """Everything that is wrong in the logbook at `path`, as it is found.

    Raises:
        LogbookError: the file cannot be opened as a logbook at all.
    """
    database = open_database(path)
    try:
        yield from check_database(database)
    finally:
        database.close()

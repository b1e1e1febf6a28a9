# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The kinds of file that storage keeps: how each is known, and how it is brought up to date.

`database.py` opens them all through the same checks.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from logbook.storage.engine import Connection
from logbook.storage.quick import foreign_name
from logbook.storage.schema import APPLICATION_ID, SCHEMA_VERSION


class Family(NamedTuple):
    """One kind of file.

    Args:
        application_id: stands in bytes 68-71 of its header.
        version: the newest schema this program knows; bytes 60-63.
        foreign_name: the first name in a file that is not of this family; "" for none.
        migrate: brings the schema of an open connection up to date, in one transaction.
    """

    application_id: int
    version: int
    foreign_name: Callable[[Connection], str]
    migrate: Callable[[Connection], None]


def _migrate_logbook(connection: Connection) -> None:
    from logbook.storage.migrations import apply_migrations

    apply_migrations(connection)


#: What the user writes.
LOGBOOK = Family(APPLICATION_ID, SCHEMA_VERSION, foreign_name, _migrate_logbook)

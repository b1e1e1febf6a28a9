# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""What leaves and enters a logbook: exports, imports and filled-in forms."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from logbook.core.library import Library
from logbook.storage.database import Database
from logbook.storage.writes import Writer


class Transfer:
    """Exports and imports of one open logbook."""

    def __init__(
        self,
        database: Database,
        library: Callable[[], Library],
        now: Callable[[], datetime],
        writer: Writer,
    ) -> None:
        self._database = database
        self._library = library
        self._now = now
        self._writer = writer

# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""What every service that writes in entries is made of, and how it says which entry it touched."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from logbook.core.entry import Entry
from logbook.core.moment import whole_milliseconds
from logbook.services.changes import Changes
from logbook.storage.database import Database
from logbook.storage.entries import EntryStore
from logbook.storage.writes import Writer

if TYPE_CHECKING:
    from logbook.core.library import Library


class OnEntries:
    """A service on the entries of one open logbook.

    Args:
        library: gives the exercises as they are now, when wordings are needed.
        now: the clock (aware UTC).
        writer: makes ids and names this device.
    """

    def __init__(
        self,
        database: Database,
        library: Callable[[], Library],
        now: Callable[[], datetime],
        writer: Writer,
    ) -> None:
        self._database = database
        self._store = EntryStore(database)
        self._library = library
        self._now = now
        self._writer = writer

    def _moment(self) -> datetime:
        """The present moment as it is stored."""
        return whole_milliseconds(self._now())


def changes_of(entry: Entry) -> Changes:
    """This entry was touched, and with it the exercise it belongs to."""
    exercises = frozenset({entry.exercise_id}) if entry.exercise_id else frozenset()
    return Changes(frozenset({entry.id}), exercises)

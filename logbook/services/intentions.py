# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Intentions (voornemens): what one is going to do, and how it went."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

from logbook.core.entry import EntryId
from logbook.core.library import Library
from logbook.core.practice import Intention
from logbook.services.changes import Changes
from logbook.storage.database import Database
from logbook.storage.writes import Writer


class Intentions:
    """Intentions of one open logbook and the returns to them."""

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

    def all(self, chapter: int | None = None) -> tuple[Intention, ...]:
        """Every intention, newest entry first; of one chapter, or of all entries (None)."""
        raise NotImplementedError

    def open(
        self, chapter: int | None = None, exercise_id: str | None = None
    ) -> tuple[Intention, ...]:
        """The open ones, by their day; those without a day come last, newest first."""
        raise NotImplementedError

    def due(self, today: date | None = None) -> tuple[Intention, ...]:
        """The open ones whose day has come."""
        raise NotImplementedError

    def find(self, entry_id: EntryId, place: str) -> Intention | None:
        """The intention at this place (`Intention.place`) of an entry; None when there is none."""
        raise NotImplementedError

    def answer(
        self,
        intention: Intention,
        tried: str,
        happened: str = "",
        next: str = "",
        again: date | None = None,
    ) -> Changes:
        """Keep how it went; `restore(intention)` undoes it."""
        raise NotImplementedError

    def add(
        self,
        what: str,
        when: str = "",
        notice: str = "",
        day: date | None = None,
        entry_id: EntryId | None = None,
    ) -> tuple[EntryId, Changes]:
        """Add an intention beside an entry, or standing alone in a free note (None)."""
        raise NotImplementedError

    def move(self, intention: Intention, day: date | None) -> Changes:
        """Let it come back on another day, or on none; `restore(intention)` undoes it."""
        raise NotImplementedError

    def let_go(self, intention: Intention) -> Changes:
        """Say that it is let go; `restore(intention)` undoes it."""
        raise NotImplementedError

    def restore(self, before: Intention) -> Changes:
        """Make the days and returns of an intention what they were in `before`."""
        raise NotImplementedError

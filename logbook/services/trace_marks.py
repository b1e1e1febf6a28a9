# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""What the user decided about traces in an entry: ignored ones, and places where a role stands.

Knows no traces itself: the check makes marks (keyed hashes) and says which of them are there still.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime

from logbook.core.entry import AnswerKey, EntryId
from logbook.core.kept import ROLE_LIMIT, TracePlace
from logbook.core.label import tidy_name
from logbook.core.moment import whole_milliseconds
from logbook.services.changes import Changes
from logbook.storage.database import Database
from logbook.storage.kept import KeptStore, KeptWriter


class TraceMarks:
    """Decisions of the user about traces in one open logbook."""

    def __init__(self, database: Database, now: Callable[[], datetime]) -> None:
        self._database = database
        self._store = KeptStore(database)
        self._now = now

    def ignored(self, entry_id: EntryId) -> frozenset[str]:
        """The marks of what the user said to ignore in an entry."""
        return self._store.ignored(entry_id)

    def ignore(self, entry_id: EntryId, mark: str) -> Changes:
        """Ignore something in an entry; `heed` undoes it.

        Args:
            mark: a keyed hash of it, never the thing itself.

        Raises:
            EntryNotFound.
        """
        return self._write(entry_id, lambda writer: writer.ignore(entry_id, mark))

    def heed(self, entry_id: EntryId, mark: str) -> Changes:
        """Do not ignore it any more.

        Raises:
            EntryNotFound.
        """
        return self._write(entry_id, lambda writer: writer.heed(entry_id, [mark]))

    def prune(self, entry_id: EntryId, present: Iterable[str]) -> None:
        """Forget ignored marks that are not among the present ones: the text has them no more.

        Writes only when there is something to forget.
        """
        gone = self._store.ignored(entry_id) - frozenset(present)
        if gone:
            self._write(entry_id, lambda writer: writer.heed(entry_id, sorted(gone)))

    def places(self, entry_id: EntryId) -> tuple[TracePlace, ...]:
        """Where roles replaced something, in order of doing so.

        A place is forgotten at the first save in which its answer has the role no more.
        """
        return self._store.places(entry_id)

    def add_place(self, entry_id: EntryId, key: AnswerKey, role: str) -> Changes:
        """Keep that a role replaced something in this answer; never what it was.

        Call it after the answer with the role in it was saved.

        Raises:
            EntryNotFound.
            ValueError: the role is empty or too long.
        """
        if not 0 < len(role) <= ROLE_LIMIT or tidy_name(role) != role:
            raise ValueError(role)
        place = TracePlace(key, whole_milliseconds(self._now()), role)
        return self._write(entry_id, lambda writer: writer.add_place(entry_id, place))

    def _write(self, entry_id: EntryId, act: Callable[[KeptWriter], None]) -> Changes:
        with self._database.transaction() as connection:
            act(KeptWriter(connection))
        return Changes(entries=frozenset({entry_id}))

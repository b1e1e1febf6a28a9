# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Pins on entries, and searches that were given a name.

Every method that changes something returns after the commit, with the `Changes` it made.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime

from logbook.core.entry import EntryId
from logbook.core.errors import NameRefused
from logbook.core.kept import QUERY_LIMIT, SavedSearch, SearchId
from logbook.core.label import NAME_LIMIT, name_key, tidy_name
from logbook.core.moment import whole_milliseconds
from logbook.core.text import clean_text
from logbook.services.changes import Changes
from logbook.storage.database import Database
from logbook.storage.kept import KeptStore, KeptWriter
from logbook.storage.writes import Writer


class Organising:
    """Acts of the user that help to find entries of one open logbook back."""

    def __init__(self, database: Database, now: Callable[[], datetime], writer: Writer) -> None:
        self._database = database
        self._store = KeptStore(database)
        self._now = now
        self._writer = writer

    def pin(self, entry_id: EntryId) -> Changes:
        """Pin an entry; `unpin` undoes it.

        Raises:
            EntryNotFound.
        """
        return self.pin_all([entry_id])

    def unpin(self, entry_id: EntryId) -> Changes:
        """Take the pin out of an entry.

        Raises:
            EntryNotFound.
        """
        return self.unpin_all([entry_id])

    def pin_all(self, entry_ids: Sequence[EntryId]) -> Changes:
        """Pin entries, all or none; one that is pinned keeps its place.

        Raises:
            EntryNotFound.
        """
        return self._set_pinned(entry_ids, whole_milliseconds(self._now()))

    def unpin_all(self, entry_ids: Sequence[EntryId]) -> Changes:
        """Take the pins out of entries, all or none.

        Raises:
            EntryNotFound.
        """
        return self._set_pinned(entry_ids, None)

    def searches(self) -> tuple[SavedSearch, ...]:
        """Saved searches, the oldest first."""
        return self._store.searches()

    def save_search(self, name: str, query: str) -> tuple[SavedSearch, Changes]:
        """Give a query a name.

        Raises:
            NameRefused: empty, too long, or another search has this name.
        """
        search = SavedSearch(
            SearchId(self._writer.new_id()),
            self._good_name(name, ""),
            _good_query(query),
            whole_milliseconds(self._now()),
        )
        return search, self._write(lambda writer: writer.add_search(search))

    def change_search(self, search_id: SearchId, name: str, query: str) -> Changes:
        """Give a saved search another name or query.

        Raises:
            SearchNotFound.
            NameRefused: empty, too long, or another search has this name.
        """
        search = replace(
            self._store.search(search_id),
            name=self._good_name(name, search_id),
            query=_good_query(query),
        )
        return self._write(lambda writer: writer.change_search(search))

    def delete_search(self, search_id: SearchId) -> tuple[SavedSearch, Changes]:
        """Delete a saved search; `restore_search` undoes it.

        Raises:
            SearchNotFound.
        """
        search = self._store.search(search_id)
        return search, self._write(lambda writer: writer.remove_search(search_id))

    def restore_search(self, search: SavedSearch) -> Changes:
        """Put back what `delete_search` took away.

        Raises:
            NameRefused: another search has this name by now.
        """
        self._good_name(search.name, search.id)
        return self._write(lambda writer: writer.add_search(search))

    def _set_pinned(self, entry_ids: Sequence[EntryId], at: datetime | None) -> Changes:
        with self._database.transaction() as connection:
            writer = KeptWriter(connection)
            for entry_id in entry_ids:
                writer.set_pinned(entry_id, at)
        return Changes(entries=frozenset(entry_ids))

    def _write(self, act: Callable[[KeptWriter], None]) -> Changes:
        with self._database.transaction() as connection:
            act(KeptWriter(connection))
        return Changes(searches=True)

    def _good_name(self, name: str, own_id: str) -> str:
        tidy = tidy_name(name)
        if not tidy:
            raise NameRefused("search", "empty")
        if len(tidy) > NAME_LIMIT:
            raise NameRefused("search", "too-long", str(NAME_LIMIT))
        for other in self._store.searches():
            if other.id != own_id and name_key(other.name) == name_key(tidy):
                raise NameRefused("search", "taken", other.name)
        return tidy


def _good_query(query: str) -> str:
    good = clean_text(query).text.strip()
    if not good:
        raise NameRefused("search", "empty")
    if len(good) > QUERY_LIMIT:
        raise NameRefused("search", "too-long", str(QUERY_LIMIT))
    return good

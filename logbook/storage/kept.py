# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""What is kept beside entries and has little to it: pins, saved searches, traces."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING

from logbook.core.entry import Answer, AnswerKey, EntryId
from logbook.core.errors import SearchNotFound
from logbook.core.kept import SavedSearch, SearchId, TracePlace
from logbook.core.moment import to_text
from logbook.storage.engine import Connection, engine_errors
from logbook.storage.labels import entry_rid
from logbook.storage.rows import moment_of

if TYPE_CHECKING:
    from logbook.storage.database import Database

_INSERT_SEARCH = "insert into saved_searches (id, name, query, created_at) values (?, ?, ?, ?)"
_PLACES = "select block, prompt, item, at, role, rid from trace_places where entry = "


class KeptStore:
    """Saved searches and traces of one open logbook, read."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def searches(self) -> tuple[SavedSearch, ...]:
        """Saved searches, the oldest first."""
        with engine_errors(self._database.path):
            return tuple(
                SavedSearch(SearchId(row[0]), row[1], row[2], moment_of(row[3]))
                for row in self._database.rows(
                    "select id, name, query, created_at from saved_searches order by created_at, id"
                )
            )

    def search(self, search_id: SearchId) -> SavedSearch:
        """One saved search.

        Raises:
            SearchNotFound.
        """
        found = next((each for each in self.searches() if each.id == search_id), None)
        if found is None:
            raise SearchNotFound(search_id)
        return found

    def ignored(self, entry_id: EntryId) -> frozenset[str]:
        """The marks of what the user said to ignore in an entry."""
        return frozenset(
            mark
            for (mark,) in self._database.rows(
                "select mark from ignored_traces"
                " where entry = (select rid from entries where id = ?)",
                (entry_id,),
            )
        )

    def places(self, entry_id: EntryId) -> tuple[TracePlace, ...]:
        """Where roles replaced something in an entry, in order of doing so."""
        with engine_errors(self._database.path):
            return tuple(
                TracePlace(AnswerKey(row[0], row[1], row[2]), moment_of(row[3]), row[4])
                for row in self._database.rows(
                    f"{_PLACES}(select rid from entries where id = ?) order by rid", (entry_id,)
                )
            )


class KeptWriter:
    """Changes to these on a connection that is inside `Database.transaction()`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def set_pinned(self, entry_id: EntryId, pinned_at: datetime | None) -> None:
        """Pin an entry, or take the pin out (None); one that is pinned keeps its moment.

        Raises:
            EntryNotFound.
        """
        rid = entry_rid(self._connection, entry_id)
        self._connection.execute(
            "update entries set pinned_at = iif(?1 is null, null, coalesce(pinned_at, ?1))"
            " where rid = ?2",
            (to_text(pinned_at) if pinned_at else None, rid),
        )

    def add_search(self, search: SavedSearch) -> None:
        """Store a saved search."""
        row = (search.id, search.name, search.query, to_text(search.created_at))
        self._connection.execute(_INSERT_SEARCH, row)

    def change_search(self, search: SavedSearch) -> None:
        """Give a saved search this name and query.

        Raises:
            SearchNotFound.
        """
        self._found(
            search.id,
            "update saved_searches set name = ?, query = ? where id = ?",
            (search.name, search.query, search.id),
        )

    def remove_search(self, search_id: SearchId) -> None:
        """Delete a saved search.

        Raises:
            SearchNotFound.
        """
        self._found(search_id, "delete from saved_searches where id = ?", (search_id,))

    def ignore(self, entry_id: EntryId, mark: str) -> None:
        """Keep the mark of something to ignore in an entry.

        Raises:
            EntryNotFound.
        """
        self._connection.execute(
            "insert or ignore into ignored_traces (entry, mark) values (?, ?)",
            (entry_rid(self._connection, entry_id), mark),
        )

    def heed(self, entry_id: EntryId, marks: Iterable[str]) -> None:
        """Take marks of an entry away again.

        Raises:
            EntryNotFound.
        """
        rid = entry_rid(self._connection, entry_id)
        self._connection.executemany(
            "delete from ignored_traces where entry = ? and mark = ?",
            [(rid, mark) for mark in marks],
        )

    def add_place(self, entry_id: EntryId, place: TracePlace) -> None:
        """Keep where a role replaced something.

        Raises:
            EntryNotFound.
        """
        key = place.key
        self._connection.execute(
            "insert into trace_places (entry, block, prompt, item, at, role)"
            " values (?, ?, ?, ?, ?, ?)",
            (
                entry_rid(self._connection, entry_id),
                key.block,
                key.prompt,
                key.item,
                to_text(place.at),
                place.role,
            ),
        )

    def _found(self, search_id: SearchId, sql: str, values: tuple[str, ...]) -> None:
        if self._connection.execute(sql, values).rowcount == 0:
            raise SearchNotFound(search_id)


def forget_entries(connection: Connection, entry_ids: Iterable[str]) -> None:
    """Forget what was decided about looking back at entries that are deleted for good."""
    connection.executemany("delete from revisits where entry = ?", [(i,) for i in entry_ids])


def prune_places(connection: Connection, rid: int, answers: Iterable[Answer]) -> None:
    """Forget the places of roles that the answers of an entry do not have any more."""
    places = connection.execute(f"{_PLACES}?", (rid,)).fetchall()
    if not places:
        return
    words = {answer.key: answer.value.words() for answer in answers}
    gone = [
        (row[5],)
        for row in places
        if row[4] not in words.get(AnswerKey(row[0], row[1], row[2]), "")
    ]
    connection.executemany("delete from trace_places where rid = ?", gone)

# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Links between entries, derived from their texts at every save, and titles to link to."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from logbook.core.entry import EntryId
from logbook.core.entry_links import linked_ids
from logbook.core.kept import LinkedEntry
from logbook.core.text import clean_text, normalise
from logbook.storage.engine import Connection
from logbook.storage.rows import moment_of

if TYPE_CHECKING:
    from logbook.core.said import Said
    from logbook.storage.database import Database


def links_in(answers: Iterable[Said]) -> tuple[str, ...]:
    """The ids that these answers link to."""
    return linked_ids(answer.words for answer in answers)


def put_links(connection: Connection, rid: int, targets: tuple[str, ...]) -> None:
    """Make these the links of the entry with this row number."""
    kept = {
        target
        for (target,) in connection.execute(
            "select target from entry_links where source = ?", (rid,)
        )
    }
    if kept == set(targets):
        return
    connection.execute("delete from entry_links where source = ?", (rid,))
    connection.executemany(
        "insert into entry_links (source, target) values (?, ?)",
        [(rid, target) for target in targets],
    )


class LinkStore:
    """Links of one open logbook, read."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def links_of(self, entry_id: EntryId) -> tuple[LinkedEntry, ...]:
        """What an entry links to, in order of time; what is gone comes first."""
        rows = self._database.rows(
            "select l.target, e.title, e.deleted_at, e.created_at from entry_links l"
            " left join entries e on e.id = l.target"
            " where l.source = (select rid from entries where id = ?)"
            " order by e.created_at, l.target",
            (entry_id,),
        )
        return tuple(_linked(*row) for row in rows)

    def linked_from(self, entry_id: EntryId) -> tuple[LinkedEntry, ...]:
        """The entries outside the bin that link to an entry, in order of time."""
        rows = self._database.rows(
            "select e.id, e.title, e.deleted_at, e.created_at from entry_links l"
            " join entries e on e.rid = l.source"
            " where l.target = ? and e.deleted_at is null order by e.created_at, e.id",
            (entry_id,),
        )
        return tuple(_linked(*row) for row in rows)

    def titles_like(self, beginning: str, limit: int) -> tuple[LinkedEntry, ...]:
        """Entries outside the bin whose title has these words, the last one perhaps half typed.

        Newest first. Reads the search index backwards and stops at `limit`.
        """
        words = normalise(clean_text(beginning).text).replace('"', " ").split()
        if not words:
            rows = self._database.rows(
                "select id, title, deleted_at, created_at from entries where deleted_at is null"
                " and title <> '' order by created_at desc, id desc limit ?",
                (limit,),
            )
            return tuple(_linked(*row) for row in rows)
        asked = " ".join(f'"{word}"' for word in words)
        rows = self._database.rows(
            "select e.id, e.title, e.deleted_at, e.created_at from search_index s"
            " join entries e on e.rid = s.rowid"
            " where s.search_index match ? and e.deleted_at is null order by s.rowid desc limit ?",
            (f"title : ({asked} *)", limit),
        )
        return tuple(_linked(*row) for row in rows)


def _linked(
    entry_id: str, title: str | None, deleted_at: str | None, created_at: str | None
) -> LinkedEntry:
    begun = moment_of(created_at) if created_at is not None else None
    there = title is not None
    return LinkedEntry(EntryId(entry_id), title or "", there, deleted_at is not None, begun)

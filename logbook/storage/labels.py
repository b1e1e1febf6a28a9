# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Labels and who has them. Reading takes a `Database`, writing a connection in a transaction.

The names of an entry's labels stand in its search document too; `put_labels` keeps that equal.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING

from logbook.core.errors import EntryNotFound, LabelNotFound, NameRefused
from logbook.core.label import (
    Label,
    LabelColour,
    LabelCount,
    LabelId,
    RemovedLabel,
    name_key,
    name_order,
)
from logbook.core.moment import to_text
from logbook.storage.engine import Connection, engine_errors
from logbook.storage.label_rows import LABEL_COLUMNS, label_of
from logbook.storage.rows import moment_of
from logbook.storage.search_text import put_labels

if TYPE_CHECKING:
    from logbook.storage.database import Database


class LabelStore:
    """Labels of one open logbook, read."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def counts(self) -> tuple[LabelCount, ...]:
        """Every label in order of name, with how many entries outside the bin have it."""
        with engine_errors(self._database.path):
            counts = [
                LabelCount(label_of(row), row[3])
                for row in self._database.rows(
                    f"select {LABEL_COLUMNS}, count(e.rid) from labels l"
                    " left join entry_labels el on el.label = l.rid"
                    " left join entries e on e.rid = el.entry and e.deleted_at is null"
                    " group by l.rid order by l.name_key"
                )
            ]
        return tuple(sorted(counts, key=lambda each: name_order(each.label.name)))

    def label(self, label_id: str) -> Label:
        """The label with this id.

        Raises:
            LabelNotFound.
        """
        return self._one("l.id = ?", label_id, label_id)

    def named(self, name: str) -> Label:
        """The label with this name, as names are compared.

        Raises:
            LabelNotFound.
        """
        return self._one("l.name_key = ?", name_key(name), name)

    def _one(self, where: str, parameter: str, asked: str) -> Label:
        with engine_errors(self._database.path):
            sql = f"select {LABEL_COLUMNS} from labels l where {where}"
            rows = self._database.rows(sql, (parameter,))
            if not rows:
                raise LabelNotFound(asked)
            return label_of(rows[0])


class LabelWriter:
    """Changes to labels on a connection that is inside `Database.transaction()`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def insert(self, label: Label, created_at: datetime) -> None:
        """Store a new label.

        Raises:
            NameRefused: another label has this name.
        """
        self._check_name(label.name, "")
        self._connection.execute(
            "insert into labels (id, name, name_key, colour, created_at) values (?, ?, ?, ?, ?)",
            (label.id, label.name, name_key(label.name), label.colour.value, to_text(created_at)),
        )

    def rename(self, label_id: LabelId, name: str) -> tuple[str, ...]:
        """Give a label another name; returns the ids of the entries that have it.

        Raises:
            LabelNotFound.
            NameRefused: another label has this name.
        """
        rid = self._rid(label_id)
        self._check_name(name, label_id)
        self._connection.execute(
            "update labels set name = ?, name_key = ? where rid = ?", (name, name_key(name), rid)
        )
        return self._refresh(rid)

    def recolour(self, label_id: LabelId, colour: LabelColour) -> tuple[str, ...]:
        """Give a label another colour; returns the ids of the entries that have it.

        Raises:
            LabelNotFound.
        """
        rid = self._rid(label_id)
        self._connection.execute("update labels set colour = ? where rid = ?", (colour.value, rid))
        return tuple(entry_id for _, entry_id in self._entries(rid))

    def remove(self, label_id: LabelId) -> RemovedLabel:
        """Take a label away from every entry and delete it.

        Raises:
            LabelNotFound.
        """
        rid = self._rid(label_id)
        entries = self._entries(rid)
        row = self._connection.execute(
            f"select {LABEL_COLUMNS}, l.created_at from labels l where l.rid = ?", (rid,)
        ).fetchone()
        self._connection.execute("delete from labels where rid = ?", (rid,))
        put_labels(self._connection, [entry for entry, _ in entries])
        ids = tuple(entry_id for _, entry_id in entries)
        return RemovedLabel(label_of(row[:3]), moment_of(row[3]), ids)

    def assign(self, entry_ids: Iterable[str], label_ids: Iterable[str]) -> tuple[str, ...]:
        """Give labels to entries; returns the ids of the entries that lacked one of them.

        Raises:
            EntryNotFound, LabelNotFound: nothing may be kept.
        """
        return self._each(
            entry_ids,
            label_ids,
            "insert or ignore into entry_labels (entry, label) values (?, ?)",
        )

    def unassign(self, entry_ids: Iterable[str], label_ids: Iterable[str]) -> tuple[str, ...]:
        """Take labels away from entries; returns the ids of the entries that had one of them.

        Raises:
            EntryNotFound, LabelNotFound: nothing may be kept.
        """
        return self._each(
            entry_ids, label_ids, "delete from entry_labels where entry = ? and label = ?"
        )

    def exists(self, label_id: LabelId) -> bool:
        """Whether there is a label with this id."""
        sql = "select 1 from labels where id = ?"
        return self._connection.execute(sql, (label_id,)).fetchone() is not None

    def present(self, entry_ids: Iterable[str]) -> tuple[str, ...]:
        """Those of these ids that are entries still."""
        found = self._connection.execute(
            "select e.id from json_each(?) j join entries e on e.id = j.value",
            (json.dumps(list(entry_ids)),),
        )
        return tuple(entry_id for (entry_id,) in found)

    def _each(
        self, entry_ids: Iterable[str], label_ids: Iterable[str], sql: str
    ) -> tuple[str, ...]:
        labels = [self._rid(LabelId(label_id)) for label_id in dict.fromkeys(label_ids)]
        changed: dict[int, str] = {}
        for entry_id in dict.fromkeys(entry_ids):
            rid = entry_rid(self._connection, entry_id)
            for label in labels:
                if self._connection.execute(sql, (rid, label)).rowcount:
                    changed[rid] = entry_id
        put_labels(self._connection, list(changed))
        return tuple(changed.values())

    def _check_name(self, name: str, own_id: str) -> None:
        taken = self._connection.execute(
            "select name from labels where name_key = ? and id <> ?", (name_key(name), own_id)
        ).fetchone()
        if taken:
            raise NameRefused("label", "taken", taken[0])

    def _refresh(self, rid: int) -> tuple[str, ...]:
        entries = self._entries(rid)
        put_labels(self._connection, [entry for entry, _ in entries])
        return tuple(entry_id for _, entry_id in entries)

    def _entries(self, rid: int) -> list[tuple[int, str]]:
        found: list[tuple[int, str]] = self._connection.execute(
            "select e.rid, e.id from entry_labels el join entries e on e.rid = el.entry"
            " where el.label = ? order by e.id",
            (rid,),
        ).fetchall()
        return found

    def _rid(self, label_id: str) -> int:
        row = self._connection.execute(
            "select rid from labels where id = ?", (label_id,)
        ).fetchone()
        if row is None:
            raise LabelNotFound(label_id)
        return int(row[0])


def entry_rid(connection: Connection, entry_id: str) -> int:
    """The row number of an entry.

    Raises:
        EntryNotFound.
    """
    row = connection.execute("select rid from entries where id = ?", (entry_id,)).fetchone()
    if row is None:
        raise EntryNotFound(entry_id)
    return int(row[0])

# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""What a logbook keeps beside its entries, whole: labels, goals, pins, searches, places, revisits.

Read for exports and checks; an import adds what is not here and overwrites nothing.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from itertools import groupby

from logbook.core.label import name_key
from logbook.core.record import (
    GoalRecord,
    LabelRecord,
    PlaceRecord,
    Remains,
    SearchRecord,
)
from logbook.storage.database import Database
from logbook.storage.engine import Connection, IntegrityError
from logbook.storage.goals import read_goals
from logbook.storage.revisits import add_revisits, read_revisits
from logbook.storage.rows import Row
from logbook.storage.search_text import put_labels
from logbook.storage.share_bulk import ShareBulk, read_sharing


def read_remains(database: Database, ids: Sequence[str] | None = None) -> Remains:
    """Everything beside the entries, in order of id.

    Args:
        ids: only what belongs to these entries; None for all.
    """
    if ids is None:
        searches = database.rows(
            "select id, name, query, created_at from saved_searches order by id"
        )
        return Remains(
            tuple(database.rows("select id, deleted_at from tombstones order by id")),
            tuple(
                database.rows("select exercise_id, skipped_at from skipped_exercises order by 1")
            ),
            tuple(_labels(database, "left join", "", ())),
            tuple(read_goals(database.rows)),
            _pins(database, "", ()),
            tuple(map(SearchRecord._make, searches)),
            _places(database, "", ()),
            read_revisits(database.rows, "", ()),
            tuple(word for (word,) in database.rows("select word from hidden_words order by 1")),
            tuple(database.rows("select name, day from own_dates order by 1")),
            read_sharing(database),
        )
    chosen = json.dumps(sorted(set(ids)))
    among = "e.id in (select value from json_each(?))"
    goals = database.rows(
        "select distinct g.id from entries e join entry_goals eg on eg.entry = e.rid"
        f" join goals g on g.rid = eg.goal where {among} order by g.id",
        (chosen,),
    )
    found = (goal for (goal_id,) in goals for goal in read_goals(database.rows, goal_id))
    own = frozenset(ids)
    return Remains(
        labels=tuple(_labels(database, "join", f"where {among}", (chosen,))),
        goals=tuple(
            goal._replace(entries=tuple(i for i in goal.entries if i in own)) for goal in found
        ),
        pins=_pins(database, f"and {among}", (chosen,)),
        places=_places(database, f"where {among}", (chosen,)),
        revisits=read_revisits(
            database.rows, "where entry in (select value from json_each(?))", (chosen,)
        ),
    )


def _labels(
    database: Database, join: str, where: str, parameters: Sequence[str]
) -> Iterator[LabelRecord]:
    rows = database.rows(
        "select l.id, l.name, l.colour, l.created_at, e.id from labels l"
        f" {join} entry_labels el on el.label = l.rid {join} entries e on e.rid = el.entry"
        f" {where} order by l.id, e.id",
        parameters,
    )
    for label, having in groupby(rows, key=lambda row: row[:4]):
        entries = tuple(row[4] for row in having if row[4] is not None)
        yield LabelRecord._make((*label, entries))


def _pins(
    database: Database, condition: str, parameters: Sequence[str]
) -> tuple[tuple[str, str], ...]:
    return tuple(
        (entry_id, pinned_at)
        for entry_id, pinned_at in database.rows(
            f"select e.id, e.pinned_at from entries e where e.pinned_at is not null {condition}"
            " order by e.id",
            parameters,
        )
    )


def _places(database: Database, where: str, parameters: Sequence[str]) -> tuple[PlaceRecord, ...]:
    rows = database.rows(
        "select e.id, p.block, p.prompt, p.item, p.at, p.role from trace_places p"
        f" join entries e on e.rid = p.entry {where} order by e.id, p.rid",
        parameters,
    )
    return tuple(map(PlaceRecord._make, rows))


class KeptBulk:
    """Adds what an import brings beside its entries, inside a transaction the caller holds.

    What differs from ours under the same id is gathered in `conflicts` as (kind, name), with kind
    "label", "goal" or "search"; then the transaction must be given up.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._labelled: set[int] = set()
        self.conflicts: list[tuple[str, str]] = []
        #: How many of all of these were added, assignments and pins included.
        self.added = 0

    def add(self, remains: Remains) -> None:
        """Add what is not here; entries that are not here are passed over."""
        self._run(
            "insert or ignore into tombstones (id, deleted_at) select ?1, ?2"
            " where not exists (select 1 from entries where id = ?1)",
            remains.tombstones,
        )
        self._run(
            "insert or ignore into skipped_exercises (exercise_id, skipped_at) values (?, ?)",
            remains.skipped,
        )
        for label in remains.labels:
            self._add_label(label)
        put_labels(self._connection, sorted(self._labelled))
        for goal in remains.goals:
            self._add_goal(goal)
        for search in remains.searches:
            self._add_search(search)
        self.added += self._run(
            "update entries set pinned_at = ?2 where id = ?1 and pinned_at is null", remains.pins
        )
        self.added += self._run(
            "insert into trace_places (entry, block, prompt, item, at, role)"
            " select e.rid, ?2, ?3, ?4, ?5, ?6 from entries e where e.id = ?1 and not exists"
            " (select 1 from trace_places p where p.entry = e.rid and (p.block, p.prompt, p.item,"
            " p.at, p.role) = (?2, ?3, ?4, ?5, ?6))",
            remains.places,
        )
        self.added += add_revisits(self._run, remains.revisits)
        self.added += self._run(
            "insert or ignore into hidden_words (word) values (?)",
            [(word,) for word in remains.hidden_words],
        )
        self.added += self._run(
            "insert or ignore into own_dates (name, day) values (?, ?)", remains.own_dates
        )
        sharing = ShareBulk(self._connection)
        sharing.add(remains.sharing)
        self.added += sharing.added

    def _add_label(self, label: LabelRecord) -> None:
        """A label with a name that is here already is that label, whatever its id."""
        ours = self._one("select rid, name, colour, created_at from labels where id = ?", label.id)
        if ours is None:
            key = name_key(label.name)
            ours = self._one("select rid from labels where name_key = ?", key)
            rid = ours[0] if ours else self._insert_label(label, key)
        elif tuple(ours[1:]) != label[1:4]:
            self.conflicts.append(("label", label.name))
            return
        else:
            rid = ours[0]
        self._labelled.update(self._join("label", rid, label.entries))

    def _insert_label(self, label: LabelRecord, key: str) -> int:
        self.added += 1
        cursor = self._connection.execute(
            "insert into labels (id, name, name_key, colour, created_at) values (?, ?, ?, ?, ?)",
            (label.id, label.name, key, label.colour, label.created_at),
        )
        return int(cursor.lastrowid)

    def _add_goal(self, goal: GoalRecord) -> None:
        ours = read_goals(self._rows, goal.id)
        if not ours:
            self._insert_goal(goal)
        elif ours[0]._replace(entries=goal.entries) != goal:
            self.conflicts.append(("goal", goal.text[:60]))
            return
        row = self._one("select rid from goals where id = ?", goal.id)
        assert row is not None, "it is here now"
        self._join("goal", row[0], goal.entries)

    def _insert_goal(self, goal: GoalRecord) -> None:
        self.added += 1
        insert_goal(self._connection, goal)

    def _add_search(self, search: SearchRecord) -> None:
        sql = "select id, name, query, created_at from saved_searches where id = ?"
        ours = self._one(sql, search.id)
        if ours is None:
            self.added += self._run(
                "insert into saved_searches (id, name, query, created_at) values (?, ?, ?, ?)",
                [search],
            )
        elif tuple(ours) != search:
            self.conflicts.append(("search", search.name))

    def _join(self, what: str, rid: int, entry_ids: Sequence[str]) -> list[int]:
        """Give a label or goal to those of these entries that are here and lack it."""
        fresh = [
            entry
            for (entry,) in self._rows(
                "select e.rid from json_each(?1) j join entries e on e.id = j.value"
                f" where not exists (select 1 from entry_{what}s x"
                f" where x.entry = e.rid and x.{what} = ?2)",
                (json.dumps(entry_ids), rid),
            )
        ]
        self.added += self._run(
            f"insert or ignore into entry_{what}s (entry, {what}) values (?, ?)",
            [(entry, rid) for entry in fresh],
        )
        return fresh

    def _one(self, sql: str, parameter: str) -> Row | None:
        row: Row | None = self._connection.execute(sql, (parameter,)).fetchone()
        return row

    def _rows(self, sql: str, parameters: Sequence[object]) -> list[Row]:
        found: list[Row] = self._connection.execute(sql, parameters).fetchall()
        return found

    def _run(self, sql: str, rows: Sequence[Sequence[object]]) -> int:
        # Not `total_changes`: that counts what the search index writes at this moment too.
        return max(0, int(self._connection.executemany(sql, rows).rowcount))


class DuplicateVersion(ValueError):
    """A version with this id is in the logbook already, under another goal."""


def insert_goal(connection: Connection, goal: GoalRecord) -> None:
    """Store a goal with its versions, all closed; its entries are left to the caller.

    Raises:
        DuplicateVersion: the transaction must be given up.
    """
    cursor = connection.execute(
        "insert into goals (id, created_at, closed_at, text, head) values (?, ?, ?, ?, ?)",
        (goal.id, goal.created_at, goal.closed_at, goal.text, goal.head),
    )
    rid = int(cursor.lastrowid)
    try:
        connection.executemany(
            "insert into goal_versions (goal, id, parent, device, at, text, sha256)"
            " values (?, ?, ?, ?, ?, ?, ?)",
            [(rid, *version) for version in goal.versions],
        )
    except IntegrityError as error:
        raise DuplicateVersion(str(error)) from error

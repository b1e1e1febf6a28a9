# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Learning goals, their versions and the entries that go with them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from logbook.core.canonical import content_hash
from logbook.core.errors import GoalNotFound
from logbook.core.goal import Goal, GoalId, GoalLine, GoalVersion, RemovedGoal
from logbook.core.history import pause_is_over
from logbook.core.moment import to_text
from logbook.core.record import GoalRecord, GoalVersionRecord
from logbook.storage.engine import Connection, engine_errors
from logbook.storage.labels import entry_rid
from logbook.storage.rows import Row, moment_of, stored

if TYPE_CHECKING:
    from logbook.storage.database import Database
    from logbook.storage.writes import Writer

_COLUMNS = "g.id, g.text, g.created_at, g.closed_at, g.head"
_LINES = (
    f"select {_COLUMNS}, count(e.rid), max(e.created_at) from goals g"
    " left join entry_goals eg on eg.goal = g.rid"
    " left join entries e on e.rid = eg.entry and e.deleted_at is null"
)


@stored
def goal_of(row: Row) -> Goal:
    """A goal from id, text, created_at, closed_at, head."""
    closed_at = moment_of(row[3]) if row[3] else None
    return Goal(GoalId(row[0]), row[1], moment_of(row[2]), closed_at, row[4])


def _line_of(row: Row) -> GoalLine:
    return GoalLine(goal_of(row[:5]), row[5], moment_of(row[6]) if row[6] else None)


class GoalStore:
    """Learning goals of one open logbook, read."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def lines(self) -> tuple[GoalLine, ...]:
        """Every goal with its count and last entry; open ones first, then the newest first."""
        with engine_errors(self._database.path):
            rows = self._database.rows(
                f"{_LINES} group by g.rid"
                " order by g.closed_at is not null, g.created_at desc, g.id desc"
            )
            return tuple(_line_of(row) for row in rows)

    def line(self, goal_id: GoalId) -> GoalLine:
        """One goal with its count and last entry.

        Raises:
            GoalNotFound.
        """
        with engine_errors(self._database.path):
            rows = self._database.rows(f"{_LINES} where g.id = ? group by g.rid", (goal_id,))
            if not rows:
                raise GoalNotFound(goal_id)
            return _line_of(rows[0])

    def versions(self, goal_id: GoalId) -> tuple[GoalVersion, ...]:
        """The versions of a goal, parents before children; empty when it is not there."""
        with engine_errors(self._database.path):
            return tuple(
                GoalVersion(row[0], row[1], row[2], moment_of(row[3]), row[4])
                for row in self._database.rows(
                    "select v.id, v.parent, v.device, v.at, v.text from goals g"
                    " join goal_versions v on v.goal = g.rid where g.id = ? order by v.rid",
                    (goal_id,),
                )
            )

    def of_entry(self, entry_id: str) -> tuple[Goal, ...]:
        """The goals an entry goes with, the oldest first."""
        with engine_errors(self._database.path):
            return tuple(
                goal_of(row)
                for row in self._database.rows(
                    f"select {_COLUMNS} from entry_goals eg join goals g on g.rid = eg.goal"
                    " where eg.entry = (select rid from entries where id = ?)"
                    " order by g.created_at, g.id",
                    (entry_id,),
                )
            )


class GoalWriter:
    """Changes to goals on a connection that is inside `Database.transaction()`."""

    def __init__(self, connection: Connection, writer: Writer) -> None:
        self._connection = connection
        self._writer = writer

    def insert(self, goal_id: GoalId, text: str, now: datetime) -> Goal:
        """Store a new goal with its first version."""
        cursor = self._connection.execute(
            "insert into goals (id, created_at, text, head) values (?, ?, ?, '')",
            (goal_id, to_text(now), text),
        )
        head = self._add_version(int(cursor.lastrowid), None, text, now)
        return Goal(goal_id, text, now, None, head)

    def write(self, goal_id: GoalId, text: str, base: str | None, now: datetime) -> str:
        """Keep another text: extend the open version of this device, or begin a new one.

        Args:
            base: the version the editor last saw; None for the present one. When somebody else
                has written since, the new version becomes a child of `base`: both stay.

        Returns:
            The version that now holds the text.

        Raises:
            GoalNotFound.
        """
        goal, head = self._find(goal_id)
        last = (self._version(goal, base) if base else None) or self._version(goal, head)
        assert last is not None, "a goal always has a head"
        rid, version, device, at, before, is_open = last
        same_head = version == head
        if text == before and same_head:
            return str(head)
        mine = is_open and device == self._writer.device
        if same_head and mine and not pause_is_over(moment_of(at), now):
            self._connection.execute(
                "update goal_versions set at = ?, text = ?, sha256 = ? where rid = ?",
                (to_text(now), text, content_hash(text), rid),
            )
            self._connection.execute("update goals set text = ? where rid = ?", (text, goal))
            return str(head)
        self.close_versions(goal_id)
        return self._add_version(goal, version, text, now)

    def close_versions(self, goal_id: GoalId) -> None:
        """Close the open version: the next change begins a new one."""
        self._connection.execute(
            "update goal_versions set open = 0 where open = 1"
            " and goal = (select rid from goals where id = ?)",
            (goal_id,),
        )

    def set_closed(self, goal_id: GoalId, closed_at: datetime | None) -> None:
        """Close a goal, or open it again (None).

        Raises:
            GoalNotFound.
        """
        self._find(goal_id)
        self.close_versions(goal_id)
        self._connection.execute(
            "update goals set closed_at = ? where id = ?",
            (to_text(closed_at) if closed_at else None, goal_id),
        )

    def link(self, entry_ids: Iterable[str], goal_id: GoalId) -> tuple[str, ...]:
        """Let entries go with a goal; returns the ids of those that did not yet.

        Raises:
            EntryNotFound, GoalNotFound.
        """
        sql = "insert or ignore into entry_goals (entry, goal) values (?, ?)"
        return self._each(entry_ids, goal_id, sql)

    def unlink(self, entry_ids: Iterable[str], goal_id: GoalId) -> tuple[str, ...]:
        """Undo `link`; returns the ids of the entries that went with it.

        Raises:
            EntryNotFound, GoalNotFound.
        """
        return self._each(
            entry_ids, goal_id, "delete from entry_goals where entry = ? and goal = ?"
        )

    def remove(self, goal_id: GoalId) -> RemovedGoal:
        """Delete a goal with its versions.

        Raises:
            GoalNotFound.
        """
        self._find(goal_id)
        record = read_goals(self._rows, goal_id)[0]
        self._connection.execute("delete from goals where id = ?", (goal_id,))
        return RemovedGoal(record)

    def _rows(self, sql: str, parameters: Sequence[str]) -> list[Row]:
        found: list[Row] = self._connection.execute(sql, parameters).fetchall()
        return found

    def _each(self, entry_ids: Iterable[str], goal_id: GoalId, sql: str) -> tuple[str, ...]:
        goal, _ = self._find(goal_id)
        return tuple(
            entry_id
            for entry_id in dict.fromkeys(entry_ids)
            if self._connection.execute(sql, (entry_rid(self._connection, entry_id), goal)).rowcount
        )

    def _add_version(self, goal: int, parent: str | None, text: str, now: datetime) -> str:
        version, device, at = self._writer.new_id(), self._writer.device, to_text(now)
        self._connection.execute(
            "insert into goal_versions (id, goal, parent, device, at, text, sha256, open)"
            " values (?, ?, ?, ?, ?, ?, ?, 1)",
            (version, goal, parent, device, at, text, content_hash(text)),
        )
        self._connection.execute(
            "update goals set text = ?, head = ? where rid = ?", (text, version, goal)
        )
        return version

    def _version(self, goal: int, version: str) -> Row | None:
        row: Row | None = self._connection.execute(
            "select rid, id, device, at, text, open from goal_versions where id = ? and goal = ?",
            (version, goal),
        ).fetchone()
        return row

    def _find(self, goal_id: GoalId) -> tuple[int, str]:
        row = self._connection.execute(
            "select rid, head from goals where id = ?", (goal_id,)
        ).fetchone()
        if row is None:
            raise GoalNotFound(goal_id)
        return int(row[0]), str(row[1])


def read_goals(
    rows: Callable[[str, Sequence[str]], list[Row]], goal_id: str | None = None
) -> list[GoalRecord]:
    """Goals as records in order of id: all of them, or the one with this id.

    Args:
        rows: runs a statement and gives its rows.
    """
    where, asked = ("where g.id = ?", (goal_id,)) if goal_id else ("", ())
    versions: dict[int, list[GoalVersionRecord]] = {}
    for row in rows(
        "select v.goal, v.id, v.parent, v.device, v.at, v.text, v.sha256 from goals g"
        f" join goal_versions v on v.goal = g.rid {where} order by v.rid",
        asked,
    ):
        versions.setdefault(row[0], []).append(GoalVersionRecord._make(row[1:]))
    entries: dict[int, list[str]] = {}
    for row in rows(
        "select eg.goal, e.id from goals g join entry_goals eg on eg.goal = g.rid"
        f" join entries e on e.rid = eg.entry {where} order by e.id",
        asked,
    ):
        entries.setdefault(row[0], []).append(row[1])
    return [
        GoalRecord._make(
            (*row[1:], tuple(versions.get(row[0], ())), tuple(entries.get(row[0], ())))
        )
        for row in rows(
            f"select g.rid, g.id, g.created_at, g.closed_at, g.head from goals g {where}"
            " order by g.id",
            asked,
        )
    ]

# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Learning goals (leerdoelen): write, close and reopen them, and let entries go with them.

Every method that changes something returns after the commit, with the `Changes` it made.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime

from logbook.core.entry import EntryId
from logbook.core.errors import NameRefused
from logbook.core.goal import GOAL_LIMIT, Goal, GoalId, GoalLine, GoalVersion, RemovedGoal
from logbook.core.moment import whole_milliseconds
from logbook.core.text import clean_text
from logbook.services.changes import Changes
from logbook.storage.database import Database
from logbook.storage.goals import GoalStore, GoalWriter
from logbook.storage.writes import Writer


class Goals:
    """Acts of the user on learning goals of one open logbook."""

    def __init__(self, database: Database, now: Callable[[], datetime], writer: Writer) -> None:
        self._database = database
        self._store = GoalStore(database)
        self._now = now
        self._writer = writer

    def all(self) -> tuple[GoalLine, ...]:
        """Every goal with its count and last entry; open ones first, then the newest first."""
        return self._store.lines()

    def line(self, goal_id: GoalId) -> GoalLine:
        """One goal with its count and last entry.

        Raises:
            GoalNotFound.
        """
        return self._store.line(goal_id)

    def versions(self, goal_id: GoalId) -> tuple[GoalVersion, ...]:
        """The versions of a goal, parents before children."""
        return self._store.versions(goal_id)

    def of_entry(self, entry_id: EntryId) -> tuple[Goal, ...]:
        """The goals an entry goes with, the oldest first."""
        return self._store.of_entry(entry_id)

    def create(self, text: str) -> tuple[Goal, Changes]:
        """A new goal, open.

        Raises:
            NameRefused: empty or too long.
        """
        good, now = _good_text(text), whole_milliseconds(self._now())
        with self._database.transaction() as connection:
            writer = GoalWriter(connection, self._writer)
            goal = writer.insert(GoalId(self._writer.new_id()), good, now)
        return goal, Changes(goals=True)

    def edit(
        self, goal_id: GoalId, text: str, base: str | None = None, *, close_version: bool = False
    ) -> tuple[str, Changes]:
        """Keep another text; versions follow the rules of revisions.

        Args:
            base: the version the editor last saw (`Goal.head`, or what the last call gave).
            close_version: end the version, so that the next change begins a new one.

        Returns:
            The version that now holds the text, and what changed.

        Raises:
            GoalNotFound.
            NameRefused: empty or too long.
        """
        good = _good_text(text)
        with self._database.transaction() as connection:
            writer = GoalWriter(connection, self._writer)
            head = writer.write(goal_id, good, base, whole_milliseconds(self._now()))
            if close_version:
                writer.close_versions(goal_id)
        return head, Changes(goals=True)

    def close(self, goal_id: GoalId) -> Changes:
        """Say that a goal is done with, for now.

        Raises:
            GoalNotFound.
        """
        return self._set_closed(goal_id, whole_milliseconds(self._now()))

    def reopen(self, goal_id: GoalId) -> Changes:
        """Go on with a goal.

        Raises:
            GoalNotFound.
        """
        return self._set_closed(goal_id, None)

    def link(self, entry_ids: Iterable[EntryId], goal_id: GoalId) -> Changes:
        """Let entries go with a goal.

        Returns:
            `entries` holds those that did not yet: `unlink` on them undoes it.

        Raises:
            EntryNotFound, GoalNotFound: nothing was changed.
        """
        with self._database.transaction() as connection:
            touched = GoalWriter(connection, self._writer).link(entry_ids, goal_id)
        return _changes(touched)

    def unlink(self, entry_ids: Iterable[EntryId], goal_id: GoalId) -> Changes:
        """Undo `link`.

        Returns:
            `entries` holds those that went with it: `link` on them undoes it.

        Raises:
            EntryNotFound, GoalNotFound: nothing was changed.
        """
        with self._database.transaction() as connection:
            touched = GoalWriter(connection, self._writer).unlink(entry_ids, goal_id)
        return _changes(touched)

    def delete(self, goal_id: GoalId) -> tuple[RemovedGoal, Changes]:
        """Delete a goal with its versions; `restore` undoes it.

        Raises:
            GoalNotFound.
        """
        with self._database.transaction() as connection:
            removed = GoalWriter(connection, self._writer).remove(goal_id)
        return removed, _changes(removed.record.entries)

    def restore(self, removed: RemovedGoal) -> Changes:
        """Put back what `delete` took away, with the entries that are there still."""
        from logbook.core.record import Remains
        from logbook.storage.kept_bulk import KeptBulk

        with self._database.transaction() as connection:
            KeptBulk(connection).add(Remains(goals=(removed.record,)))
        return _changes(removed.record.entries)

    def _set_closed(self, goal_id: GoalId, closed_at: datetime | None) -> Changes:
        with self._database.transaction() as connection:
            GoalWriter(connection, self._writer).set_closed(goal_id, closed_at)
        return Changes(goals=True)


def _good_text(text: str) -> str:
    """A text as it is kept.

    Raises:
        NameRefused: empty or too long.
    """
    good = clean_text(text).text
    if not good.strip():
        raise NameRefused("goal", "empty")
    if len(good) > GOAL_LIMIT:
        raise NameRefused("goal", "too-long", str(GOAL_LIMIT))
    return good


def _changes(entry_ids: Iterable[str]) -> Changes:
    return Changes(entries=frozenset(map(EntryId, entry_ids)), goals=True)

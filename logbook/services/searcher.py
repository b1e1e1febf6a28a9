# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Searches from any thread, on a connection of their own; a newer question ends the older ones.

A window asks under a turn. As soon as the next turn begins, what runs under an earlier one is
interrupted and answers None. Which thread asks is left to the caller.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from threading import Lock
from typing import TYPE_CHECKING, TypeVar

from logbook.core.errors import LogbookError
from logbook.services.finding import PAGE, Finding

if TYPE_CHECKING:
    from logbook.core.found import SearchPage
    from logbook.core.library import Library
    from logbook.core.query import Query
    from logbook.core.search import PageStart
    from logbook.storage.database import Database

_T = TypeVar("_T")
#: The engine looks this often (in its own steps) whether a newer question came.
_STEPS = 20_000


class _Line:
    """One connection that answers one question after the other."""

    def __init__(self, connect: Callable[[], Database], library: Callable[[], Library]) -> None:
        self._connect = connect
        self._library = library
        self._lock = Lock()
        self._turn = 0
        self._running = 0
        self._finding: Finding | None = None
        self.database: Database | None = None

    def begin(self, turn: int) -> None:
        """End what runs under an earlier turn."""
        self._turn = turn
        database = self.database
        if database is not None:
            database.connection.interrupt()

    def ask(self, turn: int, question: Callable[[Finding], _T]) -> _T | None:
        """The answer; None when another turn began."""
        with self._lock:
            if turn != self._turn:
                return None
            self._running = turn
            try:
                return question(self._open())
            except LogbookError:
                if turn != self._turn:
                    return None  # interrupted
                raise

    def close(self) -> None:
        """Let go of the file; another question opens it again."""
        with self._lock:
            database, self.database, self._finding = self.database, None, None
            if database is not None:
                database.close()

    def _open(self) -> Finding:
        if self._finding is None:
            self.database = self._connect()
            # An interruption between two statements is lost; this one is not.
            self.database.connection.set_progress_handler(self._is_late, _STEPS)
            self._finding = Finding(self.database, self._library)
        return self._finding

    def _is_late(self) -> bool:
        return self._running != self._turn


class Searcher:
    """`Finding` for a window that must go on while it searches.

    Counts have a connection of their own: the index may need half a second for one and ends none
    halfway, and hits must not wait for that.

    Args:
        connect: opens the connection; called at the first question and after `close`.
        library: as for `Finding`.
    """

    def __init__(self, connect: Callable[[], Database], library: Callable[[], Library]) -> None:
        self._hits = _Line(connect, library)
        self._counts = _Line(connect, library)
        self._turn = 0

    def next_turn(self) -> int:
        """Begin a new question; what was asked before it ends soon."""
        self._turn += 1
        self._hits.begin(self._turn)
        self._counts.begin(self._turn)
        return self._turn

    def find(
        self,
        turn: int,
        query: Query,
        *,
        limit: int = PAGE,
        after: PageStart | None = None,
        in_bin: bool = False,
        counted: bool = True,
    ) -> SearchPage | None:
        """As `Finding.find`; None when another turn began."""
        return self._ask(
            turn,
            lambda finding: finding.find(
                query, limit=limit, after=after, in_bin=in_bin, counted=counted
            ),
        )

    def count(
        self,
        turn: int,
        query: Query,
        *,
        since: datetime | None = None,
        before: datetime | None = None,
        in_bin: bool = False,
    ) -> int | None:
        """As `Finding.count`; None when another turn began."""
        return self._counts.ask(
            turn, lambda finding: finding.count(query, since=since, before=before, in_bin=in_bin)
        )

    def close(self) -> None:
        """End every search and let go of the file; another question opens it again."""
        self.next_turn()
        self._hits.close()
        self._counts.close()

    def _ask(self, turn: int, question: Callable[[Finding], _T]) -> _T | None:
        return self._hits.ask(turn, question)

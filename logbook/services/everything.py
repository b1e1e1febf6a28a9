# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""What the logbook itself adds to the one list of Ctrl+K: titles, words, and what has a name.

As `Searcher`: from any thread, under a turn. Exercises and actions are known to the window.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from logbook.services.finding import PAGE
from logbook.services.searcher import Searcher

if TYPE_CHECKING:
    from logbook.core.entry import EntrySummary
    from logbook.core.found import SearchPage
    from logbook.core.goal import GoalLine
    from logbook.core.kept import SavedSearch
    from logbook.core.label import LabelCount
    from logbook.core.library import Library
    from logbook.core.query import Query
    from logbook.core.search import PageStart
    from logbook.storage.database import Database
    from logbook.storage.titles import TitleStore

#: How many entries are found by their title.
TITLES = 6


class Named(NamedTuple):
    """Labels, learning goals and saved searches; the open goals first."""

    labels: tuple[LabelCount, ...] = ()
    goals: tuple[GoalLine, ...] = ()
    searches: tuple[SavedSearch, ...] = ()


class Everything(Searcher):
    """`find` looks in the texts, `titles` in the titles; `named` gives what has a name.

    Texts have a connection of their own: the index ends no search halfway, and titles do not wait.
    """

    def __init__(self, connect: Callable[[], Database], library: Callable[[], Library]) -> None:
        super().__init__(connect, library)
        self._texts = Searcher(connect, library)
        self._titled: TitleStore | None = None
        self._turns = 0, 0

    def next_turn(self) -> int:
        """Begin a new question; what was asked before it ends soon."""
        turn = super().next_turn()
        self._turns = turn, self._texts.next_turn()
        return turn

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
        ours, theirs = self._turns
        if turn != ours:
            return None
        return self._texts.find(
            theirs, query, limit=limit, after=after, in_bin=in_bin, counted=counted
        )

    def close(self) -> None:
        """End every search and let go of the file; another question opens it again."""
        super().close()
        self._texts.close()

    def titles(
        self, turn: int, words: tuple[str, ...], limit: int = TITLES
    ) -> tuple[EntrySummary, ...] | None:
        """The newest entries whose title begins with these words, then those that have them.

        Args:
            words: folded; the last letters of each may be missing.

        Returns:
            None when another turn began.
        """
        return self._ask(turn, lambda finding: self._titles(words, limit))

    def named(self, turn: int) -> Named | None:
        """Everything that was given a name; None when another turn began."""
        return self._ask(turn, lambda finding: self._named())

    def _titles(self, words: tuple[str, ...], limit: int) -> tuple[EntrySummary, ...]:
        from logbook.storage.entries import EntryStore
        from logbook.storage.titles import TitleStore

        database = self._opened()
        if self._titled is None or self._titled.database is not database:
            self._titled = TitleStore(database)
        return EntryStore(database).summaries_at(self._titled.fitting(words, limit))

    def _named(self) -> Named:
        from logbook.storage.goals import GoalStore
        from logbook.storage.kept import KeptStore
        from logbook.storage.labels import LabelStore

        database = self._opened()
        return Named(
            LabelStore(database).counts(),
            GoalStore(database).lines(),
            KeptStore(database).searches(),
        )

    def _opened(self) -> Database:
        database = self._hits.database
        assert database is not None, "a question opens it"
        return database

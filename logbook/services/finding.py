# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Finding back: pages of entries that a query finds, newest first, each with a piece of its text.

The same query asked again, for its next page or a count, is not worked out anew until something
was written. Use one `Finding` per thread, with a database of that thread.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from logbook.core.found import FoundLine, SearchHit, SearchPage
from logbook.core.light import TYPE_CHECKING
from logbook.core.snippets import Snippet, snippet
from logbook.storage.engine import UnreadableRow, engine_errors
from logbook.storage.search import Key, Prepared, SearchStore
from logbook.storage.search_filters import FilterSets
from logbook.storage.search_lines import lines_at, texts_at

if TYPE_CHECKING:
    from datetime import datetime, tzinfo

    from logbook.core.entry import EntryId
    from logbook.core.library import Library
    from logbook.core.query import Query
    from logbook.core.search import PageStart
    from logbook.storage.database import Database

#: How many hits a page has.
PAGE = 20


class Finding:
    """Searches in one open logbook; changes nothing.

    Args:
        library: gives the exercises; asked only by `met:terugblik`.
        zone: the time zone in which days begin; None takes the system's.
    """

    def __init__(
        self, database: Database, library: Callable[[], Library], zone: tzinfo | None = None
    ) -> None:
        self._database = database
        self._library = library
        self._store = SearchStore(database)
        self._filters = FilterSets(database, self._look_backs, zone)
        self._known: tuple[tuple[object, ...], Prepared] | None = None

    def find(
        self,
        query: Query,
        *,
        limit: int = PAGE,
        after: PageStart | None = None,
        in_bin: bool = False,
        counted: bool = True,
    ) -> SearchPage:
        """One page of hits, and the number of all hits.

        Args:
            after: where the last hit of the page before stands.
            in_bin: search the bin instead of the logbook.
            counted: count all hits; otherwise only when that takes no time.
        """
        from logbook.storage.entries import EntryStore

        rids, total, counted = self._page(query, limit, _key(after), in_bin, counted)
        summaries = EntryStore(self._database).summaries_at(rids)
        pieces = self._snippets(query, rids, (summary.excerpt for summary in summaries))
        hits = tuple(map(SearchHit, summaries, pieces))
        return SearchPage(hits, total, counted)

    def count(
        self,
        query: Query,
        *,
        since: datetime | None = None,
        before: datetime | None = None,
        in_bin: bool = False,
    ) -> int:
        """How many entries a query finds; of those, the ones begun in a stretch of time.

        Args:
            since: begun at this moment or later.
            before: begun before this moment.
        """
        if since is None and before is None:
            return self._prepared(query, in_bin).total
        prepared = self._prepared(query, in_bin, counted=False)
        from logbook.core.moment import to_text

        span = (to_text(since) if since else "", to_text(before) if before else "~")
        return self._store.count(prepared, span)

    def lines(
        self, query: Query, limit: int, *, after: Key | None = None
    ) -> tuple[tuple[FoundLine, ...], int]:
        """One page of hits as plain lines, and the number of all hits; loads the least.

        Args:
            after: moment (as text) and id of the last line of the page before.
        """
        prepared = self._prepared(query, False)
        rids = self._store.page(prepared, limit, after)
        lines = lines_at(self._database, rids)
        pieces = self._snippets(query, rids, (line.excerpt for line in lines))
        found = (
            FoundLine(_entry_id(line.id), line.created_at, line.title, piece)
            for line, piece in zip(lines, pieces, strict=True)
        )
        return tuple(found), prepared.total

    def forget(self) -> None:
        """Work the next query out anew, whatever was asked before it."""
        self._known = None

    def _page(
        self, query: Query, limit: int, after: Key | None, in_bin: bool, counted: bool
    ) -> tuple[list[int], int, bool]:
        """Row numbers of a page, how many there are at least, and whether those are all."""
        if not counted:
            found = self._store.glance(query, self._filters, limit, after, in_bin=in_bin)
            if found is not None:
                return *found, False
        prepared = self._prepared(query, in_bin, counted=counted)
        return self._store.page(prepared, limit, after), prepared.total, prepared.counted

    def _prepared(self, query: Query, in_bin: bool, *, counted: bool = True) -> Prepared:
        state = self._database.data_version(), self._database.connection.total_changes
        asked = (query, in_bin, state)
        if self._known is None or self._known[0] != asked:
            made = self._store.prepare(query, self._filters, in_bin=in_bin, counted=counted)
            self._known = asked, made
        elif counted:
            self._known = asked, self._store.counted(self._known[1])
        return self._known[1]

    def _snippets(
        self, query: Query, rids: list[int], excerpts: Iterator[str]
    ) -> Iterator[Snippet]:
        with engine_errors(self._database.path):
            texts = self._texts(rids) if query.groups else {}
            for rid, excerpt in zip(rids, excerpts, strict=True):
                yield snippet(texts.get(rid, ()), query) or Snippet(excerpt)

    def _texts(self, rids: list[int]) -> dict[int, tuple[str, str, str]]:
        try:
            return texts_at(self._database, rids)
        except (ValueError, TypeError, LookupError, AttributeError, RecursionError) as error:
            raise UnreadableRow(type(error).__name__) from error

    def _look_backs(self) -> list[tuple[str, str]]:
        from logbook.core.exercise import BlockKind
        from logbook.core.practice import blocks_of

        places = blocks_of(self._library().exercises.values(), BlockKind.REVISIT)
        return [(place.exercise_id, place.block_id) for place in places]


def _key(after: PageStart | None) -> Key | None:
    if after is None:
        return None
    from logbook.core.moment import to_text

    return to_text(after.created_at), after.id


def _entry_id(text: str) -> EntryId:
    return text  # type: ignore[return-value]  # a name for type checkers; its module loads slowly

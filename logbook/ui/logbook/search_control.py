# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Searches for the list beside the main thread, page by page; a newer query ends an older one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from logbook.bootstrap import Services
from logbook.core.errors import LogbookError
from logbook.core.found import SearchPage
from logbook.core.query import EMPTY, Query
from logbook.core.search import PageStart
from logbook.ui import background
from logbook.ui.logbook.entry_list_model import EntryListModel

#: Hits of the first page: what a window shows; more follow by themselves. And of those that follow.
FIRST, NEXT = 12, 60
#: A number that takes time is asked for when no key came for so long (milliseconds).
_COUNT_AFTER = 120


class SearchControl(QObject):
    """Puts in the list what was asked for.

    Signals:
        listed(): the list shows what was asked last.
        counted(): the number of all that was found came after the list.
        failed(LogbookError): that could not be read.
    """

    listed = Signal()
    counted = Signal()
    failed = Signal(object)

    def __init__(
        self, services: Services, model: EntryListModel, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._model = model
        self._turn = 0
        self._query = EMPTY
        self._in_bin = False
        self.total: int | None = 0
        self.busy = False
        self._soon = QTimer(self, singleShot=True, interval=_COUNT_AFTER)
        self._soon.timeout.connect(self._count_all)
        model.more_requested.connect(self._on_more_requested)

    def ask(self, query: Query, *, in_bin: bool = False) -> None:
        """List what a query finds; an empty one lists everything at once."""
        self._begin(query, in_bin)
        if query.is_empty:
            self.busy = False
            self._model.show_all(in_bin=in_bin)
            self.listed.emit()
        else:
            self._find(FIRST)

    def ask_again(self) -> None:
        """Search anew, as far as the list was read: something was written."""
        if not self._query.is_empty:
            self._begin(self._query, self._in_bin)
            self._find(max(FIRST, self._model.loaded()))

    def stop(self) -> None:
        """Nobody waits for an answer any more."""
        if self.busy:
            self._begin(self._query, self._in_bin)
            self.busy = False

    def _begin(self, query: Query, in_bin: bool) -> None:
        self._soon.stop()
        self._query, self._in_bin = query, in_bin
        if not query.is_empty or self.busy:
            self._turn = self._services.searcher.next_turn()

    def _find(self, limit: int) -> None:
        self.busy = True
        if self._query.values("met"):
            self._services.content.library()  # read here, where it is kept, and not beside
        self._run(lambda turn: self._page(turn, limit), self._on_found)

    def _page(self, turn: int, limit: int, after: PageStart | None = None) -> SearchPage | None:
        return self._services.searcher.find(
            turn, self._query, limit=limit, after=after, in_bin=self._in_bin, counted=False
        )

    def _run(self, question: Callable[[int], object], answer: Callable[[object], None]) -> None:
        """Ask beside the main thread; an answer that comes too late is dropped."""
        turn = self._turn

        def give(found: object) -> None:
            if turn == self._turn and found is not None:
                answer(found)

        background.run(lambda: question(turn), give, self._on_error, self)

    def _on_found(self, page: object) -> None:
        assert isinstance(page, SearchPage)
        self.busy = False
        self.total = page.total if page.counted else None
        total = page.total if page.counted else len(page.hits) + 1
        self._model.show_found(self._query, page.hits, total, in_bin=self._in_bin)
        self.listed.emit()
        if page.counted:
            self._count_months()
        else:
            self._soon.start()

    @Slot()
    def _count_all(self) -> None:
        query, in_bin, searcher = self._query, self._in_bin, self._services.searcher
        self._count_months()
        self._run(lambda turn: searcher.count(turn, query, in_bin=in_bin), self._on_counted)

    def _on_counted(self, number: object) -> None:
        assert isinstance(number, int)
        self.total = number
        self.counted.emit()

    @Slot(object)
    def _on_more_requested(self, after: PageStart) -> None:
        self._run(lambda turn: self._page(turn, NEXT, after), self._on_more)

    def _on_more(self, page: object) -> None:
        assert isinstance(page, SearchPage)
        known = self._model.loaded() + len(page.hits)
        self._model.append_found(page.hits, page.total if page.counted else known + 1)
        if not self._soon.isActive():
            self._count_months()

    def _count_months(self) -> None:
        """Count the months of which not all hits were read, after what is in view."""
        for month in self._model.open_months():
            self._count(month)

    def _count(self, month: date) -> None:
        since, before = self._model.span_of(month)
        query, in_bin, searcher = self._query, self._in_bin, self._services.searcher
        self._run(
            lambda turn: searcher.count(turn, query, since=since, before=before, in_bin=in_bin),
            lambda number: self._model.set_month_count(month, int(str(number))),
        )

    def _on_error(self, error: Exception) -> None:
        if not isinstance(error, LogbookError):
            raise error
        self.busy = False
        self.failed.emit(error)

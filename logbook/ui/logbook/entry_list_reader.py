# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Reads the rows of the list from the logbook or its bin, page by page; knows how far it came."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from logbook.core.entry import EntryId, EntrySummary
from logbook.core.errors import EntryNotFound
from logbook.core.found import SearchHit
from logbook.core.search import EntryFilter, PageStart
from logbook.services.reading import Reading
from logbook.ui.logbook.entry_list_rows import (
    EntryRow,
    MonthRow,
    Months,
    Row,
    forget_last_count,
    last_header,
    page_start,
    pinned_group,
)

#: As many pinned entries stand on top; nobody pins more.
_PINNED = 1_000


class EntryListReader:
    """Where reading stopped (`last`), and whether that is the end (`complete`)."""

    def __init__(self, reading: Reading, months: Months) -> None:
        self._reading = reading
        self._months = months
        self.in_bin = False
        self.last: PageStart | None = None
        self.complete = True

    @property
    def _filter(self) -> EntryFilter:
        return EntryFilter(deleted=self.in_bin)

    def pinned(self) -> list[Row]:
        """What stands on top; nothing in the bin."""
        if self.in_bin:
            return []
        found = self._reading.entries(EntryFilter(pinned=True), limit=_PINNED)
        return pinned_group(map(EntryRow, found))

    def page(self, number: int, known: date | None, *, anew: bool = False) -> list[Row]:
        """The next page, without what stands on top already.

        Args:
            known: the month that has its header already.
            anew: from the newest entry.
        """
        after = None if anew else self.last
        page = self._reading.entries(self._filter, limit=number, after=after)
        self.complete = len(page) < number
        self.last = page_start(page[-1]) if page else after
        listed = (EntryRow(line) for line in page if self.in_bin or not line.pinned)
        rows = self._months.with_headers(listed, known)
        place = -1 if self.complete else last_header(rows)
        header = rows[place] if place >= 0 else None
        if isinstance(header, MonthRow) and header.month is not None:
            rows[place] = self.counted(header.month)
        return rows

    def hits(self, hits: Sequence[SearchHit], complete: bool, known: date | None) -> list[Row]:
        """The rows of a page of hits; what is known and complete is as for `page`."""
        self.complete = complete
        self.last = page_start(hits[-1].summary) if hits else None
        rows = self._months.with_headers((EntryRow(*hit) for hit in hits), known)
        if not complete:
            forget_last_count(rows)
        return rows

    def counted(self, month: date) -> MonthRow:
        """A header with its number asked of the logbook: its month is not read to the end."""
        since, before = self._months.span(month)
        wanted = replace(self._filter, since=since, before=before)
        number = self._reading.count(wanted)
        if not self.in_bin:
            number -= self._reading.count(replace(wanted, pinned=True))
        return MonthRow(month, number)

    def summary(self, entry_id: EntryId) -> EntrySummary | None:
        """The line of an entry when it is in the logbook, or in the bin, that is read."""
        try:
            summary = self._reading.summary(entry_id)
        except EntryNotFound:
            return None
        return summary if (summary.deleted_at is not None) is self.in_bin else None

    def count_since(self, entry_id: EntryId) -> int:
        """How many entries are as new as this one or newer; 0 when it is not there."""
        try:
            begun = self._reading.summary(entry_id).created_at
        except EntryNotFound:
            return 0
        return self._reading.count(replace(self._filter, since=begun))

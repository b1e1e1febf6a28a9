# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The rows of the list as values: headers and entries, and which entry belongs to which month."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta, tzinfo
from typing import NamedTuple

from logbook.core.entry import EntryId, EntrySummary
from logbook.core.search import PageStart
from logbook.core.snippets import Snippet

NO_SNIPPET = Snippet("")


@dataclass(frozen=True, slots=True)
class MonthRow:
    """The header above the entries of one local month; `month` is its first day.

    Without a month it stands above what is pinned. `count` is None until it is known.
    """

    month: date | None
    count: int | None


class EntryRow(NamedTuple):
    """One entry; `snippet` shows why a search found it."""

    summary: EntrySummary
    snippet: Snippet = NO_SNIPPET


Row = MonthRow | EntryRow


class Months:
    """The months of a time zone; None takes the system's."""

    def __init__(self, zone: tzinfo | None = None) -> None:
        self._zone = zone

    def local(self, moment: datetime) -> datetime:
        """A moment on the clock of this zone."""
        return moment.astimezone(self._zone)

    def of(self, summary: EntrySummary) -> date:
        """The first day of the month in which an entry was begun."""
        return self.local(summary.created_at).date().replace(day=1)

    def span(self, month: date) -> tuple[datetime, datetime]:
        """The moments at which a month begins and ends."""
        return self._start(month), self._start((month + timedelta(days=32)).replace(day=1))

    def _start(self, day: date) -> datetime:
        midnight = datetime(day.year, day.month, day.day, tzinfo=self._zone)
        return midnight.astimezone(self._zone)

    def with_headers(self, page: Iterable[EntryRow], known: date | None = None) -> list[Row]:
        """The rows of a page, each month below its header; `known` has its header already."""
        rows: list[Row] = []
        header = -1
        for row in page:
            month = self.of(row.summary)
            if month != known:
                known, header = month, len(rows)
                rows.append(MonthRow(month, 0))
            if header >= 0:
                above = rows[header]
                assert isinstance(above, MonthRow)
                rows[header] = replace(above, count=(above.count or 0) + 1)
            rows.append(row)
        return rows


class RowList:
    """The rows in order, and where things stand among them.

    `grouped` says that what is pinned stands in a group of its own, on top.
    """

    def __init__(self, months: Months) -> None:
        self.months = months
        self.rows: list[Row] = []
        self.grouped = False

    def entries(self) -> tuple[EntrySummary, ...]:
        """The entries in order."""
        return tuple(row.summary for row in self.rows if isinstance(row, EntryRow))

    def row_of(self, entry_id: EntryId) -> int:
        """The row of an entry, or -1."""
        for number, row in enumerate(self.rows):
            if isinstance(row, EntryRow) and row.summary.id == entry_id:
                return number
        return -1

    def header_of(self, month: date | None) -> int:
        """The row of a header, or -1."""
        for number, row in enumerate(self.rows):
            if isinstance(row, MonthRow) and row.month == month:
                return number
        return -1

    def group_of(self, summary: EntrySummary) -> date | None:
        """The month below whose header an entry belongs; None among what is pinned."""
        return None if self.grouped and summary.pinned else self.months.of(summary)

    def group_at(self, row: int) -> date | None:
        """The same for what stands at a row."""
        found = self.rows[row]
        return found.month if isinstance(found, MonthRow) else self.group_of(found.summary)

    def last_group(self) -> date | None:
        """The group of the last row; None without rows."""
        return self.group_at(len(self.rows) - 1) if self.rows else None

    def size_of(self, group: date | None) -> int:
        """How many entries of a group are listed."""
        return sum(self.group_of(summary) == group for summary in self.entries())

    def shares_day(self, number: int) -> bool:
        """Whether a neighbour of a row was begun on the same day."""
        days = [
            self.months.local(row.summary.created_at).date()
            for row in self.rows[max(0, number - 1) : number + 2]
            if isinstance(row, EntryRow)
        ]
        return len(days) > len(set(days))

    def insertion(self, fresh: EntrySummary) -> tuple[int, list[Row]]:
        """Where an entry belongs, and what to put there: with its header when that is missing."""
        group = self.group_of(fresh)
        top = self._top()
        within = range(top) if group is None else range(top, len(self.rows))
        place = next((number for number in within if self._comes_after(number, fresh)), within.stop)
        if place < len(self.rows) and self.group_at(place) != group:
            # It is the first of the next group: before the header of that group.
            place -= isinstance(self.rows[place], EntryRow)
        row = EntryRow(fresh)
        if place and self.group_at(place - 1) == group:
            return place, [row]
        return place, [MonthRow(group, 1), row]

    def first_to_remove(self, row: int) -> int:
        """The row, or the header above it when nothing else stands below that."""
        alone = isinstance(self.rows[row - 1], MonthRow) and (
            row + 1 == len(self.rows) or isinstance(self.rows[row + 1], MonthRow)
        )
        return row - 1 if alone else row

    def is_like(self, rows: Sequence[Row]) -> bool:
        """Whether the same headers and entries stand here."""
        return _keys(rows) == _keys(self.rows)

    def _comes_after(self, number: int, fresh: EntrySummary) -> bool:
        row = self.rows[number]
        if not isinstance(row, EntryRow):
            return False
        other = row.summary
        return (other.created_at, other.id) < (fresh.created_at, fresh.id)

    def _top(self) -> int:
        """How many rows what is pinned takes."""
        if not self.rows or self.group_at(0) is not None:
            return 0
        for number in range(1, len(self.rows)):
            if isinstance(self.rows[number], MonthRow):
                return number
        return len(self.rows)


def pinned_group(pinned: Iterable[EntryRow]) -> list[Row]:
    """What is pinned below its header; nothing without any."""
    rows = list(pinned)
    return [MonthRow(None, len(rows)), *rows] if rows else []


def forget_last_count(rows: list[Row]) -> None:
    """The last month goes on at the next page: its number is not known yet."""
    place = last_header(rows)
    if place >= 0:
        rows[place] = replace(rows[place], count=None)  # type: ignore[type-var]


def last_header(rows: Sequence[Row]) -> int:
    """The place of the last header, or -1."""
    places = (place for place in reversed(range(len(rows))) if isinstance(rows[place], MonthRow))
    return next(places, -1)


def page_start(summary: EntrySummary) -> PageStart:
    """Where the page after this entry begins."""
    return PageStart(summary.created_at, summary.id)


def exercise_of(row: Row) -> tuple[str, ...]:
    """The exercise of a row, if any."""
    exercise_id = row.summary.exercise_id if isinstance(row, EntryRow) else None
    return (exercise_id,) if exercise_id else ()


def _keys(rows: Sequence[Row]) -> list[object]:
    return [row.summary.id if isinstance(row, EntryRow) else row.month for row in rows]

# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The list of entries as a Qt item model: newest first, a header row per month, read by the page.

Knows order, months and paging. What a row says is in `entry_lines`, how it looks in the delegate.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta, tzinfo

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from logbook.core.entry import EntryId, EntrySummary
from logbook.core.errors import EntryNotFound
from logbook.core.search import EntryFilter, PageStart
from logbook.services.reading import Reading
from logbook.ui.logbook.entry_lines import EntryLines

PAGE_SIZE = 100
_SHORTEST = timedelta(milliseconds=1)

Index = QModelIndex | QPersistentModelIndex


class Role:
    """Roles beside Qt's own; `MONTH` is a `MonthRow` for a header row, else None."""

    ENTRY_ID = Qt.ItemDataRole.UserRole + 1
    SUMMARY = Qt.ItemDataRole.UserRole + 2
    MONTH = Qt.ItemDataRole.UserRole + 3
    DAY = Qt.ItemDataRole.UserRole + 4
    DETAILS = Qt.ItemDataRole.UserRole + 5
    EXCERPT = Qt.ItemDataRole.UserRole + 6


@dataclass(frozen=True, slots=True)
class MonthRow:
    """The header above the entries of one local month; `month` is its first day."""

    month: date
    count: int


Row = MonthRow | EntrySummary


class EntryListModel(QAbstractListModel):
    """Entries that a filter lets through, loaded by the hundred as the user scrolls.

    Args:
        zone: the time zone that decides the month; None takes the system's.
    """

    def __init__(
        self,
        reading: Reading,
        lines: EntryLines,
        zone: tzinfo | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._reading = reading
        self._lines = lines
        self._zone = zone
        self._filter = EntryFilter()
        self._rows: list[Row] = []
        self._complete = True

    @property
    def entry_filter(self) -> EntryFilter:
        """The filter in force."""
        return self._filter

    def set_filter(self, entry_filter: EntryFilter) -> None:
        """Show other entries, from the newest."""
        self._filter = entry_filter
        self._reload(PAGE_SIZE)

    def reload(self) -> None:
        """Read the list anew, as far as it was read."""
        self._reload(max(PAGE_SIZE, self.loaded()))

    def loaded(self) -> int:
        """How many entries have been read so far."""
        return sum(isinstance(row, EntrySummary) for row in self._rows)

    def row_of(self, entry_id: EntryId) -> int:
        """The row of an entry that is loaded, or -1."""
        return next(
            (
                number
                for number, row in enumerate(self._rows)
                if isinstance(row, EntrySummary) and row.id == entry_id
            ),
            -1,
        )

    def load_until(self, entry_id: EntryId, limit: int) -> int:
        """Read on until an entry is there and return its row; -1 when it is beyond `limit`."""
        row = self.row_of(entry_id)
        if row >= 0 or self._complete:
            return row
        try:
            begun = self._reading.summary(entry_id).created_at
        except EntryNotFound:
            return -1
        wanted = self._reading.count(replace(self._filter, since=begun)) - self.loaded()
        if 0 < wanted <= limit:
            self._append_page(wanted)
        return self.row_of(entry_id)

    def load_more(self, number: int) -> None:
        """Read the next `number` entries at once."""
        if not self._complete:
            self._append_page(number)

    def update_entries(self, entry_ids: Iterable[EntryId]) -> None:
        """Bring the rows of these entries up to date; the other rows stay as they are."""
        moved: set[str] = set()
        for entry_id in entry_ids:
            row = self.row_of(entry_id)
            fresh = self._matching(entry_id)
            if fresh is None and row >= 0:
                moved.update(_exercise_of(self._rows[row]))
                self._remove(row)
            elif fresh is not None and row >= 0:
                self._put(row, fresh)
            elif fresh is not None and self._insert(fresh):
                moved.update(_exercise_of(fresh))
        if moved:
            self._renew_rounds(moved)

    # -- what Qt asks ------------------------------------------------------------------------------

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._rows)

    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and not self._complete

    def fetchMore(self, parent: Index) -> None:
        if self.canFetchMore(parent):
            self._append_page(PAGE_SIZE)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if isinstance(self._rows[index.row()], MonthRow):
            return Qt.ItemFlag.ItemNeverHasChildren  # passed over by the keyboard
        return (
            Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsSelectable
            | Qt.ItemFlag.ItemNeverHasChildren
        )

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        if isinstance(row, MonthRow):
            return self._month_data(row, role)
        return self._entry_data(row, role)

    def _month_data(self, row: MonthRow, role: int) -> object:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._lines.month(row.month, row.count)
        return row if role == Role.MONTH else None

    def _entry_data(self, row: EntrySummary, role: int) -> object:
        if role == Qt.ItemDataRole.DisplayRole:
            return self._lines.title(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._lines.spoken(row, self._local(row.created_at))
        if role == Role.ENTRY_ID:
            return row.id
        if role == Role.SUMMARY:
            return row
        if role == Role.DAY:
            return self._lines.day(self._local(row.created_at))
        if role == Role.DETAILS:
            return self._lines.details(row)
        if role == Role.EXCERPT:
            return self._lines.excerpt(row)
        return None

    # -- reading -----------------------------------------------------------------------------------

    def _reload(self, number: int) -> None:
        self.beginResetModel()
        page = self._reading.entries(self._filter, limit=number)
        self._complete = len(page) < number
        self._rows = self._with_months(page, None)
        self.endResetModel()

    def _append_page(self, number: int) -> None:
        last = self._rows[-1]
        assert isinstance(last, EntrySummary), "a month is never empty"
        page = self._reading.entries(
            self._filter, limit=number, after=PageStart(last.created_at, last.id)
        )
        self._complete = len(page) < number
        rows = self._with_months(page, self._month(last))
        if rows:
            self.beginInsertRows(QModelIndex(), len(self._rows), len(self._rows) + len(rows) - 1)
            self._rows.extend(rows)
            self.endInsertRows()

    def _with_months(self, page: Sequence[EntrySummary], known: date | None) -> list[Row]:
        """The rows of a page; the month `known` has its header already."""
        rows: list[Row] = []
        header = -1
        for summary in page:
            month = self._month(summary)
            if month != known:
                known, header = month, len(rows)
                rows.append(MonthRow(month, 0))
            if header >= 0:
                self._count_up(rows, header)
            rows.append(summary)
        if header >= 0 and not self._complete:
            rows[header] = self._counted(rows[header])
        return rows

    @staticmethod
    def _count_up(rows: list[Row], header: int) -> None:
        row = rows[header]
        assert isinstance(row, MonthRow)
        rows[header] = replace(row, count=row.count + 1)

    def _counted(self, row: Row) -> MonthRow:
        """A header with its number asked of the logbook: its month is not read to the end."""
        assert isinstance(row, MonthRow)
        start = self._start(row.month)
        end = self._start((row.month + timedelta(days=32)).replace(day=1))
        return replace(
            row, count=self._reading.count(replace(self._filter, since=start, before=end))
        )

    # -- one entry changed -------------------------------------------------------------------------

    def _matching(self, entry_id: EntryId) -> EntrySummary | None:
        """The line of an entry when the filter lets it through."""
        try:
            summary = self._reading.summary(entry_id)
        except EntryNotFound:
            return None
        begun = summary.created_at
        near = replace(self._filter, since=begun, before=begun + _SHORTEST)
        found = self._reading.entries(near, limit=PAGE_SIZE)
        return next((line for line in found if line.id == entry_id), None)

    def _put(self, row: int, fresh: EntrySummary) -> None:
        if self._rows[row] != fresh:
            self._rows[row] = fresh
            index = self.index(row)
            self.dataChanged.emit(index, index)

    def _insert(self, fresh: EntrySummary) -> bool:
        """Put a line in its place; False when that place is further than was read."""
        place = self._place_of(fresh)
        if place == len(self._rows) and not self._complete:
            self._recount(self._month(fresh))
            return False
        month = self._month(fresh)
        if place < len(self._rows) and self._month_at(place) != month:
            place -= 1  # before the header of the older month
        same = place > 0 and self._month_at(place - 1) == month
        rows: list[Row] = [fresh] if same else [MonthRow(month, 1), fresh]
        self.beginInsertRows(QModelIndex(), place, place + len(rows) - 1)
        self._rows[place:place] = rows
        self.endInsertRows()
        self._recount(month)
        return True

    def _place_of(self, fresh: EntrySummary) -> int:
        """The row of the first entry that is older."""
        for number, row in enumerate(self._rows):
            if isinstance(row, EntrySummary) and _older(row, fresh):
                return number
        return len(self._rows)

    def _remove(self, row: int) -> None:
        month = self._month_at(row)
        alone = isinstance(self._rows[row - 1], MonthRow) and (
            row + 1 == len(self._rows) or isinstance(self._rows[row + 1], MonthRow)
        )
        first = row - 1 if alone else row
        self.beginRemoveRows(QModelIndex(), first, row)
        del self._rows[first : row + 1]
        self.endRemoveRows()
        if not self._rows and not self._complete:
            self._reload(PAGE_SIZE)
        self._recount(month)

    def _recount(self, month: date) -> None:
        for number, row in enumerate(self._rows):
            if isinstance(row, MonthRow) and row.month == month:
                fresh = self._counted(row)
                if fresh != row:
                    self._rows[number] = fresh
                    self.dataChanged.emit(self.index(number), self.index(number))
                return

    def _renew_rounds(self, exercise_ids: set[str]) -> None:
        """Another round came or went: the numbers of the others may have moved."""
        for number, row in enumerate(self._rows):
            if isinstance(row, EntrySummary) and row.exercise_id in exercise_ids:
                self._put(number, self._reading.summary(row.id))

    # -- days and months ---------------------------------------------------------------------------

    def _local(self, moment: datetime) -> datetime:
        return moment.astimezone(self._zone)

    def _month(self, summary: EntrySummary) -> date:
        return self._local(summary.created_at).date().replace(day=1)

    def _month_at(self, row: int) -> date:
        found = self._rows[row]
        return found.month if isinstance(found, MonthRow) else self._month(found)

    def _start(self, day: date) -> datetime:
        midnight = datetime(day.year, day.month, day.day, tzinfo=self._zone)
        return midnight.astimezone(self._zone)


def _older(row: EntrySummary, than: EntrySummary) -> bool:
    return (row.created_at, row.id) < (than.created_at, than.id)


def _exercise_of(row: Row) -> tuple[str, ...]:
    exercise_id = row.exercise_id if isinstance(row, EntrySummary) else None
    return (exercise_id,) if exercise_id else ()

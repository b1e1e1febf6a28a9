# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The list of entries as a Qt item model: newest first, a header row per month, read by the page.

Without a query it reads the logbook itself, what is pinned first. What a query finds is given to
it page by page; who searches is left to `search_control`. What a row says is in `entry_lines`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime, tzinfo

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from logbook.core.entry import EntryId, EntrySummary
from logbook.core.found import SearchHit
from logbook.core.query import EMPTY, Query
from logbook.services.reading import Reading
from logbook.ui.logbook.entry_lines import EntryLines, RowWords
from logbook.ui.logbook.entry_list_reader import EntryListReader
from logbook.ui.logbook.entry_list_rows import (
    EntryRow,
    MonthRow,
    Months,
    Row,
    RowList,
    exercise_of,
)

PAGE_SIZE = 100
#: As many pinned entries stand on top; nobody pins more.
_PINNED = 1_000

Index = QModelIndex | QPersistentModelIndex


class Role:
    """Roles beside Qt's own; `MONTH` is a `MonthRow` for a header row, else None.

    `EXCERPT_MARKS` and `TITLE_MARKS` are the ranges that were looked for. `WORDS` (`RowWords`) is
    all that is painted, the same object until something in it changes.
    """

    ENTRY_ID = Qt.ItemDataRole.UserRole + 1
    SUMMARY = Qt.ItemDataRole.UserRole + 2
    MONTH = Qt.ItemDataRole.UserRole + 3
    DAY = Qt.ItemDataRole.UserRole + 4
    DETAILS = Qt.ItemDataRole.UserRole + 5
    EXCERPT = Qt.ItemDataRole.UserRole + 6
    EXCERPT_MARKS = Qt.ItemDataRole.UserRole + 7
    TITLE_MARKS = Qt.ItemDataRole.UserRole + 8
    WORDS = Qt.ItemDataRole.UserRole + 9


_IN_WORDS: dict[int, Callable[[RowWords], object]] = {
    Qt.ItemDataRole.DisplayRole: lambda words: words.title,
    Role.DAY: lambda words: words.day,
    Role.DETAILS: lambda words: words.details,
    Role.EXCERPT: lambda words: words.excerpt.text,
    Role.EXCERPT_MARKS: lambda words: words.excerpt.marks,
    Role.TITLE_MARKS: lambda words: words.marks,
    Role.WORDS: lambda words: words,
}


class EntryListModel(QAbstractListModel):
    """Entries, loaded page by page as the user scrolls.

    Args:
        zone: the time zone that decides the month; None takes the system's.

    Signals:
        more_requested(PageStart): the page of the search after this place is wanted.
    """

    more_requested = Signal(object)

    def __init__(
        self,
        reading: Reading,
        lines: EntryLines,
        zone: tzinfo | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._lines = lines
        self._list = RowList(Months(zone))
        self._reader = EntryListReader(reading, self._list.months)
        self._query = EMPTY
        self._waiting = False
        self._words: dict[EntryId, tuple[EntryRow, bool, Query, RowWords]] = {}
        self.modelAboutToBeReset.connect(self._words.clear)

    @property
    def query(self) -> Query:
        """The query whose hits are listed; empty for the whole logbook or bin."""
        return self._query

    @property
    def in_bin(self) -> bool:
        """Whether the bin is listed."""
        return self._reader.in_bin

    def show_all(self, *, in_bin: bool = False) -> None:
        """List the whole logbook, or the bin, from the newest."""
        self._query, self._reader.in_bin = EMPTY, in_bin
        self._reload(PAGE_SIZE)

    def reload(self) -> None:
        """Read the whole list anew, as far as it was read; hits of a query stay as they are."""
        if self._query.is_empty:
            self._reload(max(PAGE_SIZE, self.loaded()))

    def loaded(self) -> int:
        """How many entries have been read so far."""
        return len(self._list.entries())

    def entry_ids(self) -> tuple[EntryId, ...]:
        """The entries that have been read, in order."""
        return tuple(summary.id for summary in self._list.entries())

    def row_of(self, entry_id: EntryId) -> int:
        """The row of an entry that is loaded, or -1."""
        return self._list.row_of(entry_id)

    def load_until(self, entry_id: EntryId, limit: int) -> int:
        """Read on until an entry is there and return its row; -1 when it is beyond `limit`."""
        row = self.row_of(entry_id)
        if row >= 0 or self._reader.complete or not self._query.is_empty:
            return row
        read = sum(not summary.pinned or self.in_bin for summary in self._list.entries())
        wanted = self._reader.count_since(entry_id) - read
        if 0 < wanted <= limit:
            self._append_page(wanted)
        return self.row_of(entry_id)

    def load_more(self, number: int) -> None:
        """Read the next `number` entries at once; of a search the next page."""
        if not self._query.is_empty:
            self.fetchMore(QModelIndex())
        elif not self._reader.complete:
            self._append_page(number)

    # -- hits of a query ---------------------------------------------------------------------------

    def show_found(
        self, query: Query, hits: Sequence[SearchHit], total: int, *, in_bin: bool = False
    ) -> None:
        """List the first page of what a query found."""
        same = query == self._query and in_bin == self.in_bin
        self._query, self._reader.in_bin, self._waiting = query, in_bin, False
        rows = self._reader.hits(hits, len(hits) >= total, None)
        if rows and same and self._list.is_like(rows):
            self._list.rows = rows
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self._list.grouped = False
        self._list.rows = rows
        self.endResetModel()

    def append_found(self, hits: Sequence[SearchHit], total: int) -> None:
        """Add the next page of what the query found."""
        self._waiting = False
        complete = not hits or self.loaded() + len(hits) >= total
        self._append(self._reader.hits(hits, complete, self._list.last_group()))

    def open_months(self) -> tuple[date, ...]:
        """The months whose number of hits must be counted."""
        return tuple(
            row.month
            for row in self._list.rows
            if isinstance(row, MonthRow) and row.month is not None and row.count is None
        )

    def set_month_count(self, month: date, number: int) -> None:
        """Say how many entries of a month the query found."""
        self._put_header(MonthRow(month, number))

    def span_of(self, month: date) -> tuple[datetime, datetime]:
        """The moments at which a month begins and ends."""
        return self._list.months.span(month)

    # -- what changed ------------------------------------------------------------------------------

    def update_entries(self, entry_ids: Iterable[EntryId]) -> None:
        """Bring the rows of these entries up to date; the other rows stay as they are."""
        moved: set[str] = set()
        for entry_id in entry_ids:
            row = self.row_of(entry_id)
            fresh = self._reader.summary(entry_id)
            if row >= 0:
                known = self._list.rows[row]
                assert isinstance(known, EntryRow)
                groups = self._list.group_of
                if fresh is not None and groups(fresh) == groups(known.summary):
                    self._put(row, fresh)
                    continue
                self._remove(row)
                moved.update(exercise_of(known))
            if fresh is not None and self._query.is_empty and self._insert(fresh):
                moved.update(exercise_of(EntryRow(fresh)))
        if moved:
            self._renew_rounds(moved)

    def say_again(self, entry_ids: Iterable[EntryId]) -> None:
        """What is said of these entries is another; they stay where they are."""
        for entry_id in entry_ids:
            self._words.pop(entry_id, None)
            if (row := self.row_of(entry_id)) >= 0:
                self.dataChanged.emit(self.index(row), self.index(row))

    # -- what Qt asks ------------------------------------------------------------------------------

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._list.rows)

    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and not self._reader.complete and not self._waiting

    def fetchMore(self, parent: Index) -> None:
        if not self.canFetchMore(parent):
            return
        if self._query.is_empty:
            self._append_page(PAGE_SIZE)
        elif self._reader.last is not None:
            self._waiting = True
            self.more_requested.emit(self._reader.last)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if isinstance(self._list.rows[index.row()], MonthRow):
            return Qt.ItemFlag.ItemNeverHasChildren  # passed over by the keyboard
        return (
            Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsSelectable
            | Qt.ItemFlag.ItemNeverHasChildren
        )

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._list.rows):
            return None
        row = self._list.rows[index.row()]
        if isinstance(row, MonthRow):
            if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
                return self._lines.header(row.month, row.count)
            return row if role == Role.MONTH else None
        return self._entry_data(index.row(), row, role)

    def _entry_data(self, number: int, row: EntryRow, role: int) -> object:
        if role == Role.ENTRY_ID:
            return row.summary.id
        if role == Role.SUMMARY:
            return row.summary
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._lines.spoken(row, self._list.months.local(row.summary.created_at))
        place = _IN_WORDS.get(role)
        return None if place is None else place(self._words_of(number, row))

    def _words_of(self, number: int, row: EntryRow) -> RowWords:
        """The words of a row; asked many times for each paint, so they are kept."""
        shares = self._list.shares_day(number)
        kept = self._words.get(row.summary.id)
        if kept is not None and kept[0] is row and kept[1:3] == (shares, self._query):
            return kept[3]
        begun = self._list.months.local(row.summary.created_at)
        words = self._lines.words(row, begun, self._query, with_clock=shares)
        self._words[row.summary.id] = (row, shares, self._query, words)
        return words

    # -- reading -----------------------------------------------------------------------------------

    def _reload(self, number: int) -> None:
        self.beginResetModel()
        self._list.grouped = not self.in_bin
        self._list.rows = self._reader.pinned() + self._reader.page(number, None, anew=True)
        self.endResetModel()

    def _append_page(self, number: int) -> None:
        self._append(self._reader.page(number, self._list.last_group()))

    def _append(self, rows: list[Row]) -> None:
        if rows:
            known = len(self._list.rows)
            self.beginInsertRows(QModelIndex(), known, known + len(rows) - 1)
            self._list.rows.extend(rows)
            self.endInsertRows()

    # -- one entry changed -------------------------------------------------------------------------

    def _put(self, row: int, fresh: EntrySummary) -> None:
        found = self._list.rows[row]
        if isinstance(found, EntryRow) and found.summary != fresh:
            self._list.rows[row] = found._replace(summary=fresh)
            self.dataChanged.emit(self.index(row), self.index(row))

    def _insert(self, fresh: EntrySummary) -> bool:
        """Put a line in its place; False when that place is further than was read."""
        group = self._list.group_of(fresh)
        place, rows = self._list.insertion(fresh)
        if group is not None and place == len(self._list.rows) and not self._reader.complete:
            self._recount(group)
            return False
        self.beginInsertRows(QModelIndex(), place, place + len(rows) - 1)
        self._list.rows[place:place] = rows
        self.endInsertRows()
        self._recount(group)
        return True

    def _remove(self, row: int) -> None:
        group = self._list.group_at(row)
        first = self._list.first_to_remove(row)
        self.beginRemoveRows(QModelIndex(), first, row)
        del self._list.rows[first : row + 1]
        self.endRemoveRows()
        if not self._list.rows and not self._reader.complete and self._query.is_empty:
            self._reload(PAGE_SIZE)
        self._recount(group)

    def _recount(self, group: date | None) -> None:
        if group is not None and self._query.is_empty:
            self._put_header(self._reader.counted(group))
        else:
            self._put_header(MonthRow(group, self._list.size_of(group)))

    def _put_header(self, fresh: MonthRow) -> None:
        place = self._list.header_of(fresh.month)
        if place >= 0 and self._list.rows[place] != fresh:
            self._list.rows[place] = fresh
            self.dataChanged.emit(self.index(place), self.index(place))

    def _renew_rounds(self, exercise_ids: set[str]) -> None:
        """Another round came or went: the numbers of the others may have moved."""
        for number, row in enumerate(self._list.rows):
            if isinstance(row, EntryRow) and row.summary.exercise_id in exercise_ids:
                fresh = self._reader.summary(row.summary.id)
                if fresh is not None:
                    self._put(number, fresh)

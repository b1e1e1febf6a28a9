# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The Qt model of the two tables: exercises with their state, and months with their days."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from logbook.services.progress_table import (
    DAYS_HEADERS,
    PROGRESS_HEADERS,
    MonthRow,
    ProgressRow,
)
from logbook.ui.widgets.dates import month_title, short_day

#: What rows are sorted by; text is sorted by its own rules.
SORT_ROLE = Qt.ItemDataRole.UserRole
#: The number of the chapter that a row belongs to.
CHAPTER_ROLE = Qt.ItemDataRole.UserRole + 1
_NO_PARENT = QModelIndex()
Index = QModelIndex | QPersistentModelIndex


class TableModel(QAbstractTableModel):
    """Rows under headers.

    Args:
        shown: the text of a row in a column.
        sorted_by: what a row is sorted by in a column.
        right: the column with numbers, at the right.
    """

    def __init__(
        self,
        headers: tuple[str, ...],
        shown: Callable[[Any, int], str],
        sorted_by: Callable[[Any, int], Any],
        right: int,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._headers = headers
        self._shown = shown
        self._sorted_by = sorted_by
        self._right = right
        self._rows: tuple[Any, ...] = ()

    def set_rows(self, rows: Sequence[Any]) -> None:
        """Show these rows."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._headers)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Horizontal and 0 <= section < len(self._headers):
            if role == Qt.ItemDataRole.DisplayRole:
                return self._headers[section]
            if role == Qt.ItemDataRole.TextAlignmentRole:
                return self._alignment(section)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row, column = self._rows[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._shown(row, column)
        if role == SORT_ROLE:
            return self._sorted_by(row, column)
        if role == CHAPTER_ROLE:
            return getattr(row, "chapter", None)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._alignment(column)
        return None

    def _alignment(self, column: int) -> Qt.AlignmentFlag:
        sides = Qt.AlignmentFlag
        side = sides.AlignRight if column == self._right else sides.AlignLeft
        return side | sides.AlignVCenter


def progress_model(parent: QObject) -> TableModel:
    """A row per exercise."""
    return TableModel(PROGRESS_HEADERS, _progress_shown, _progress_order, 3, parent)


def months_model(parent: QObject) -> TableModel:
    """A row per month in which was written."""
    return TableModel(DAYS_HEADERS, _month_shown, _month_order, 1, parent)


def _progress_shown(row: ProgressRow, column: int) -> str:
    if column == 4:
        never = QCoreApplication.translate("ProgressTableModel", "nog niet")
        return short_day(row.last) if row.last else never
    return row.cells()[column]


def _progress_order(row: ProgressRow, column: int) -> Any:
    if column == 0:
        return row.chapter
    if column == 3:
        return row.rounds
    if column == 4:
        return (row.last or date.min).isoformat()
    return row.cells()[column].casefold()


def _month_shown(row: MonthRow, column: int) -> str:
    return month_title(row.days[0]) if column == 0 else row.cells()[column]


def _month_order(row: MonthRow, column: int) -> Any:
    return len(row.days) if column == 1 else row.days[0].isoformat()

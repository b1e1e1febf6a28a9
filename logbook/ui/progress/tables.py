# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The same facts as real tables, for who would rather read or sort them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QSortFilterProxyModel, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QVBoxLayout, QWidget

from logbook.services.progress_table import MonthRow, ProgressRow
from logbook.ui.progress.table_models import (
    CHAPTER_ROLE,
    SORT_ROLE,
    MonthsTableModel,
    ProgressTableModel,
    TableModel,
)
from logbook.ui.theme import Theme
from logbook.ui.widgets.labels import PlainLabel


class SortedTable(QTableView):
    """A table to read, sorted by a click on a heading or with the keys of the heading.

    Signals:
        row_activated(QModelIndex): Enter or a double click, as an index of the model itself.
    """

    row_activated = Signal(QModelIndex)

    def __init__(self, model: TableModel, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._proxy = QSortFilterProxyModel(self)
        self._proxy.setSourceModel(model)
        self._proxy.setSortRole(SORT_ROLE)
        self.setModel(self._proxy)
        self.setAccessibleName(name)
        self.setSortingEnabled(True)
        self.sortByColumn(0, Qt.SortOrder.AscendingOrder)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)
        self.setShowGrid(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.horizontalHeader().setHighlightSections(False)
        self.doubleClicked.connect(self._on_double_clicked)

    def set_widths(self, shares: Sequence[QHeaderView.ResizeMode]) -> None:
        """How each column takes its width."""
        for column, mode in enumerate(shares):
            self.horizontalHeader().setSectionResizeMode(column, mode)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_double_clicked(self.currentIndex())
            return
        super().keyPressEvent(event)

    @Slot(QModelIndex)
    def _on_double_clicked(self, index: QModelIndex) -> None:
        if index.isValid():
            self.row_activated.emit(self._proxy.mapToSource(index))


class ProgressTables(QWidget):
    """Both tables below each other.

    Signals:
        chapter_chosen(int): a row of this chapter was opened.
    """

    chapter_chosen = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 20, 28, 24)
        column.setSpacing(8)
        stretch = QHeaderView.ResizeMode.Stretch
        fitting = QHeaderView.ResizeMode.ResizeToContents
        self._progress_model = ProgressTableModel(self)
        self.progress = SortedTable(self._progress_model, self.tr("Voortgang per oefening"), self)
        self.progress.set_widths((stretch, stretch, stretch, fitting, fitting))
        self.progress.row_activated.connect(self._on_row_activated)
        self._months_model = MonthsTableModel(self)
        self.months = SortedTable(self._months_model, self.tr("Wanneer je schreef"), self)
        self.months.set_widths((fitting, fitting, stretch))
        self._nothing = PlainLabel(
            self.tr("In het afgelopen jaar is nog niets geschreven."), "muted", self, wrap=True
        )
        column.addWidget(self.progress, 3)
        column.addSpacing(6)
        column.addWidget(PlainLabel(self.tr("Wanneer je schreef"), "strong", self))
        column.addWidget(self.months, 2)
        column.addWidget(self._nothing)

    def set_rows(self, rows: Sequence[ProgressRow], months: Sequence[MonthRow]) -> None:
        """Show these facts."""
        self._progress_model.set_rows(rows)
        self._months_model.set_rows(months)
        self.months.setVisible(bool(months))
        self._nothing.setVisible(not months)
        if rows and not self.progress.currentIndex().isValid():
            self.progress.setCurrentIndex(self.progress.model().index(0, 0))

    @Slot(QModelIndex)
    def _on_row_activated(self, index: QModelIndex) -> None:
        self.chapter_chosen.emit(index.data(CHAPTER_ROLE))

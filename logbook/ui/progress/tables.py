# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The same facts as real tables, for who would rather read or sort them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    QSortFilterProxyModel,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from logbook.services.progress_table import MonthRow, ProgressRow
from logbook.ui.progress.table_models import (
    CHAPTER_ROLE,
    SORT_ROLE,
    TableModel,
    months_model,
    progress_model,
)
from logbook.ui.theme import Theme
from logbook.ui.widgets.columns import ReadingColumn
from logbook.ui.widgets.labels import PlainLabel

#: Left and right of the words in a cell (`styles_controls`), at 100 % text size.
_PADDING = 8


class _Wrapping(QStyledItemDelegate):
    """Makes rows as high as wrapped words need inside the padding of the style sheet."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        narrower = QStyleOptionViewItem(option)
        narrower.rect.setWidth(option.rect.width() - 2 * self._theme.px(_PADDING))
        return super().sizeHint(narrower, index)


class SortedTable(QTableView):
    """A table to read, sorted by a click on a heading or by Ctrl+Up and Ctrl+Down in a column.

    Signals:
        row_activated(QModelIndex): Enter or a double click, as an index of the model itself.
    """

    row_activated = Signal(QModelIndex)

    def __init__(
        self, model: TableModel, name: str, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setItemDelegate(_Wrapping(theme, self))
        self._least: tuple[int, ...] = ()
        self._proxy = QSortFilterProxyModel(self)
        self._proxy.setSourceModel(model)
        self._proxy.setSortRole(SORT_ROLE)
        self.setModel(self._proxy)
        self.setAccessibleName(name)
        self.horizontalHeader().setToolTip(
            self.tr("Sorteer met een klik, of met Ctrl en pijl omhoog of omlaag in een kolom")
        )
        self.setSortingEnabled(True)
        self.sortByColumn(0, Qt.SortOrder.AscendingOrder)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)
        self.setShowGrid(False)
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)
        self.doubleClicked.connect(self._on_double_clicked)

    def set_least_widths(self, widths: Sequence[int]) -> None:
        """How wide columns of words must be at least (pixels); 0 = as wide as what is in it.

        Columns of words share what is left; without enough room the table scrolls sideways.
        """
        self._least = tuple(widths)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self._fit()

    def hideEvent(self, event: QHideEvent) -> None:
        # Out of view each change of look would measure every cell some thirty times over.
        for header in (self.verticalHeader(), self.horizontalHeader()):
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        super().hideEvent(event)

    def _fit(self) -> None:
        if not self.isVisible():
            return
        widths, header = self._least, self.horizontalHeader()
        fitting = [n for n, least in enumerate(widths) if not least]
        for column in fitting:
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        taken = sum(
            max(header.sectionSizeHint(column), self.sizeHintForColumn(column))
            for column in fitting
        )
        roomy = taken + sum(widths) <= self.viewport().width()
        for column, least in enumerate(widths):
            if least and roomy:
                header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
            elif least:
                header.setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
                header.resizeSection(column, least)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_double_clicked(self.currentIndex())
            return
        orders = {
            Qt.Key.Key_Up: Qt.SortOrder.AscendingOrder,
            Qt.Key.Key_Down: Qt.SortOrder.DescendingOrder,
        }
        jump = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if jump and event.key() in orders and self.currentIndex().isValid():
            self.sortByColumn(self.currentIndex().column(), orders[Qt.Key(event.key())])
            return
        super().keyPressEvent(event)

    @Slot(QModelIndex)
    def _on_double_clicked(self, index: QModelIndex) -> None:
        if index.isValid():
            self.row_activated.emit(self._proxy.mapToSource(index))


class ProgressTables(ReadingColumn):
    """Both tables below each other.

    Signals:
        chapter_chosen(int): a row of this chapter was opened.
    """

    chapter_chosen = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent, width=1012, margins=(28, 20))
        self.body.setSpacing(8)
        self._progress_model = progress_model(self)
        name = self.tr("Voortgang per oefening")
        self.progress = SortedTable(self._progress_model, name, theme, self)
        self.progress.row_activated.connect(self._on_row_activated)
        self._months_model = months_model(self)
        name = self.tr("Wanneer je schreef")
        self.months = SortedTable(self._months_model, name, theme, self)
        self._nothing = PlainLabel(
            self.tr("In het afgelopen jaar is nog niets geschreven."), "muted", self, wrap=True
        )
        self.body.addWidget(self.progress, 3)
        self.body.addSpacing(6)
        self.body.addWidget(PlainLabel(self.tr("Wanneer je schreef"), "strong", self))
        self.body.addWidget(self.months, 2)
        self.body.addWidget(self._nothing)
        theme.changed.connect(self._fit)
        self._fit()

    def set_rows(self, rows: Sequence[ProgressRow], months: Sequence[MonthRow]) -> None:
        """Show these facts."""
        self._progress_model.set_rows(rows)
        self._months_model.set_rows(months)
        self.months.setVisible(bool(months))
        self._nothing.setVisible(not months)
        if rows and not self.progress.currentIndex().isValid():
            self.progress.setCurrentIndex(self.progress.model().index(0, 0))

    @Slot()
    def _fit(self) -> None:
        px = self._theme.px
        self.progress.setMinimumHeight(px(230))
        self.months.setMinimumHeight(px(170))
        self.progress.set_least_widths((px(180), px(210), px(150), 0, 0))
        self.months.set_least_widths((0, 0, px(150)))

    @Slot(QModelIndex)
    def _on_row_activated(self, index: QModelIndex) -> None:
        self.chapter_chosen.emit(index.data(CHAPTER_ROLE))

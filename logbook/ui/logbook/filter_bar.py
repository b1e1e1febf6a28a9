# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The bar above the list: a query to type, its filters as chips, saved searches, and a new note."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QWidget

from logbook.core.query import Query, parse
from logbook.ui.context import Context
from logbook.ui.logbook.filter_row import FilterRow
from logbook.ui.logbook.search_help import SearchHelp
from logbook.ui.logbook.search_saved import SavedSearches
from logbook.ui.widgets.buttons import Button, IconButton
from logbook.ui.widgets.search_field import SearchField
from logbook.ui.widgets.top_bar import TopBar

_FIELD = 330


class FilterBar(TopBar):
    """Makes a query of what the user types and chooses.

    Signals:
        query_changed(): another query is wished, or the bin instead of the logbook.
        note_requested(): a free note.
        list_requested(): from the field to what was found.
    """

    query_changed = Signal()
    note_requested = Signal()
    list_requested = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context.theme, parent)
        self._context = context
        self._build()
        self._connect_signals()

    @property
    def query(self) -> Query:
        """The query as it stands in the field."""
        return parse(self.field.text())

    @property
    def in_bin(self) -> bool:
        """Whether the bin is wished instead of the logbook."""
        return self.bin.isChecked()

    def set_query(self, query: Query | str) -> None:
        """Put a query in the field and ask for it."""
        self.field.setText(query if isinstance(query, str) else query.to_text())
        self._announce()

    def focus_field(self) -> None:
        """Go to the field and select what stands in it."""
        self.field.setFocus()
        self.field.selectAll()

    def clear(self, *, everything: bool = False) -> None:
        """Take the query away; the bin stays open unless `everything` is said."""
        self.field.clear()
        if everything:
            self.bin.setChecked(False)
        self._announce()

    def _build(self) -> None:
        theme = self._context.theme
        self.field = SearchField(self.tr("Zoek in wat je schreef"), theme, self)
        self.field.setProperty("role", "field")
        self.help = IconButton("circle-help", self.tr("Hoe je zoekt"), theme, self)
        self.saved = SavedSearches(self._context, self)
        self._search = QWidget(self)
        line = QHBoxLayout(self._search)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(4)
        for each in (self.field, self.help, self.saved):
            line.addWidget(each)
        self.row = FilterRow(self._context, self)
        self.bin = self.row.bin
        self.note = Button(self.tr("Vrije notitie"), "primary", "plus", self)
        self.note.setToolTip(self.tr("Een vrije notitie schrijven (Ctrl+N)"))
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(1, 1)
        self._grid.addWidget(self._search, 0, 0)
        self._grid.addWidget(self.note, 0, 2)
        self._grid.addWidget(self.row, 0, 1)
        self._wide = True
        self.left.addLayout(self._grid)
        self._place_chips()

    def _connect_signals(self) -> None:
        self.field.textEdited.connect(self._announce)
        self.field.returnPressed.connect(self._announce)
        self.help.clicked.connect(self._on_help_clicked)
        self.saved.chosen.connect(self.set_query)
        self.row.query_changed.connect(self.set_query)
        self.row.bin_changed.connect(self._announce)
        self.note.clicked.connect(self.note_requested)
        self._context.theme.changed.connect(self._place_chips)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.field.text():
            self.clear()
            self.field.setFocus()
        elif event.key() == Qt.Key.Key_Down and self.field.hasFocus():
            self.list_requested.emit()
        else:
            super().keyPressEvent(event)

    # -- layout ------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_chips()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._place_chips()
        return super().event(event)

    @Slot()
    def _place_chips(self) -> None:
        """The chips beside the field when they fit there, else on a line of their own."""
        wished = self._context.theme.px(_FIELD)
        taken = wished + self.note.sizeHint().width() + 80
        chips = self.row.needed_width()
        wide = taken + chips <= self.width()
        # More than two lines of chips would take the room of what is read.
        self.row.set_compact(chips > 2 * (self.width() - 80))
        room = wished if wide else 16_777_215
        self._search.setMaximumWidth(room)
        policy = QSizePolicy.Policy.Fixed if wide else QSizePolicy.Policy.Expanding
        self._search.setSizePolicy(policy, QSizePolicy.Policy.Fixed)
        self._search.setMinimumWidth(room if wide else 100)
        self.field.setMinimumWidth(80)
        lower = (self.note.sizeHint().height() - self.bin.sizeHint().height()) // 2
        self.row.set_top(max(0, lower) if wide else 0)
        if wide == self._wide:
            return
        self._wide = wide
        self._grid.removeWidget(self.row)
        if wide:
            self._grid.addWidget(self.row, 0, 1)
        else:
            self._grid.addWidget(self.row, 1, 0, 1, 3)
        self._grid.setColumnStretch(0, 0 if wide else 1)
        self._grid.setColumnStretch(1, 1 if wide else 0)

    # -- asking ------------------------------------------------------------------------------------

    @Slot()
    def _announce(self) -> None:
        query = self.query
        self.row.set_query(query)
        self.saved.set_query(query)
        self.query_changed.emit()

    @Slot()
    def _on_help_clicked(self) -> None:
        SearchHelp(self._context.theme, self).open_below(self.help)

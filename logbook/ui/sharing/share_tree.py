# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Entries with their answers, each with a box to tick; entries move with Alt and the arrows."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from logbook.core.entry import AnswerKey, EntryId
from logbook.texts.sharing import answers_of
from logbook.ui.sharing.offered import OfferedEntry, OfferedPart
from logbook.ui.sharing.share_work import ShareWork
from logbook.ui.theme import Theme
from logbook.ui.widgets.dates import short_day

_ENTRY = Qt.ItemDataRole.UserRole
_KEY = Qt.ItemDataRole.UserRole + 1
#: So many rows are in view at most; with fewer the tree is as high as they are.
_MOST, _LEAST = 12, 3
#: Below this width, at 100 %, there is one column.
_NARROW = 460
_ON, _SOME, _OFF = Qt.CheckState.Checked, Qt.CheckState.PartiallyChecked, Qt.CheckState.Unchecked


class ShareTree(QTreeWidget):
    """Shows what can be shared.

    Signals:
        ticked(str, object): the user turned boxes of this entry; the keys that go along now.
        move_requested(str, int): put this entry a place up (-1) or down (1).
    """

    ticked = Signal(str, object)
    move_requested = Signal(str, int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._filling = False
        self._narrow = False
        self._offered: dict[EntryId, OfferedEntry] = {}
        self.setColumnCount(2)
        self.setHeaderHidden(True)
        self.setProperty("role", "choices")
        self.setAccessibleName(self.tr("Bijdragen met hun antwoorden"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformRowHeights(True)
        self.header().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.header().setStretchLastSection(True)
        self.itemChanged.connect(self._on_item_changed)
        self.itemExpanded.connect(self._fit)
        self.itemCollapsed.connect(self._fit)
        theme.changed.connect(self._lay_out)

    @property
    def current_entry(self) -> EntryId | None:
        """The entry the keyboard is at, or one of its answers."""
        item = self.currentItem()
        return item.data(0, _ENTRY) if item is not None else None

    def show_work(self, work: ShareWork) -> None:
        """Show all entries; those that were open stay so, and the keyboard stays where it was."""
        known = {item.data(0, _ENTRY): item.isExpanded() for item in self._tops()}
        current = self.currentItem()
        at = (current.data(0, _ENTRY), current.data(0, _KEY)) if current is not None else None
        self._filling = True
        self.clear()
        self._offered = {each.id: each for each in work.entries}
        single = len(work.entries) == 1
        for each in work.entries:
            top = self._add_entry(each)
            for part in each.parts:
                self._add_part(top, each, part)
            top.setExpanded(known.get(each.id, single))
            self._show_ticks(top, work.ticked(each.id))
        self._go_to(at)
        self._filling = False
        self._fit()

    def _add_entry(self, entry: OfferedEntry) -> QTreeWidgetItem:
        details = [short_day(entry.day), answers_of(len(entry.parts))]
        if entry.sensitive:
            details.insert(0, self.tr("kan veel raken"))
        top = QTreeWidgetItem(self, [self._title(entry), " · ".join(details)])
        top.setData(0, _ENTRY, entry.id)
        top.setFlags(_FLAGS)
        top.setFont(0, self._theme.ui_font(14, 600))
        top.setToolTip(0, entry.title)
        if entry.sensitive:
            told = self.tr(
                "Deze oefening kan veel raken. Ze gaat alleen mee als je haar zelf aanvinkt."
            )
            top.setToolTip(1, told)
        return top

    def _add_part(self, top: QTreeWidgetItem, entry: OfferedEntry, part: OfferedPart) -> None:
        item = QTreeWidgetItem(top, [part.caption, part.excerpt])
        item.setData(0, _ENTRY, entry.id)
        item.setData(0, _KEY, part.key)
        item.setFlags(_FLAGS)
        item.setToolTip(0, part.caption)
        item.setToolTip(1, part.excerpt)

    def _show_ticks(self, top: QTreeWidgetItem, ticked: frozenset[AnswerKey]) -> None:
        entry = self._offered[top.data(0, _ENTRY)]
        state = _OFF if not ticked else _ON if entry.usual <= ticked else _SOME
        states = {
            _OFF: self.tr("gaat niet mee"),
            _SOME: self.tr("gaat deels mee"),
            _ON: self.tr("gaat mee"),
        }
        top.setCheckState(0, state)
        spoken = [entry.title, states[state], top.text(1)]
        top.setData(0, Qt.ItemDataRole.AccessibleTextRole, ", ".join(spoken))
        for item in _parts(top):
            on = item.data(0, _KEY) in ticked
            item.setCheckState(0, _ON if on else _OFF)
            spoken = [item.text(0), states[_ON if on else _OFF], item.text(1)]
            item.setData(0, Qt.ItemDataRole.AccessibleTextRole, ", ".join(spoken))

    def _tops(self) -> list[QTreeWidgetItem]:
        places = range(self.topLevelItemCount())
        return [item for place in places if (item := self.topLevelItem(place)) is not None]

    def _go_to(self, at: tuple[str, AnswerKey | None] | None) -> None:
        for top in self._tops():
            for item in (top, *_parts(top)):
                if at == (item.data(0, _ENTRY), item.data(0, _KEY)):
                    self.setCurrentItem(item)
                    return
        for top in self._tops()[:1]:
            self.setCurrentItem(top)

    @Slot(QTreeWidgetItem, int)
    def _on_item_changed(self, item: QTreeWidgetItem, column: int) -> None:
        if self._filling or column != 0:
            return
        top = item.parent() or item
        entry = self._offered[top.data(0, _ENTRY)]
        if item is top:
            # The box of an entry turns what usually goes along; the rest asks a tick of its own.
            keys = entry.usual if item.checkState(0) is _ON else frozenset()
        else:
            keys = frozenset(c.data(0, _KEY) for c in _parts(top) if c.checkState(0) is _ON)
        self._filling = True
        self._show_ticks(top, keys)
        self._filling = False
        self.ticked.emit(entry.id, keys)

    # -- size and keys -----------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and _moves(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if step := _moves(event):
            entry_id = self.current_entry
            if entry_id is not None:
                self.move_requested.emit(entry_id, step)
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    @Slot()
    def _lay_out(self) -> None:
        """Two columns, or one when there is little width."""
        width = self.viewport().width()
        self._narrow = width < self._theme.px(_NARROW)
        self.setColumnHidden(1, self._narrow)
        self.setColumnWidth(0, width if self._narrow else round(width * 0.56))
        for top in self._tops():
            title = self._title(self._offered[top.data(0, _ENTRY)])
            if top.text(0) != title:
                self._filling = True
                top.setText(0, title)
                self._filling = False
        self._fit()

    def _title(self, entry: OfferedEntry) -> str:
        """The title; what the other column would warn for stands before it when it is not there."""
        if self._narrow and entry.sensitive:
            return self.tr("Kan veel raken: {title}").format(title=entry.title)
        return entry.title

    @Slot()
    def _fit(self) -> None:
        """As high as its rows, up to a limit."""
        rows = sum(1 + (t.childCount() if t.isExpanded() else 0) for t in self._tops())
        index = self.model().index(0, 0)
        height = self.rowHeight(index) if index.isValid() else self.fontMetrics().height() * 2
        self.setFixedHeight(min(max(rows, _LEAST), _MOST) * max(height, 1) + 12)


_FLAGS = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable


def _parts(top: QTreeWidgetItem) -> list[QTreeWidgetItem]:
    """The answers of an entry."""
    places = range(top.childCount())
    return [item for place in places if (item := top.child(place)) is not None]


def _moves(event: QEvent | QObject) -> int:
    """Whether a key moves an entry: up -1, down 1, else 0."""
    if not isinstance(event, QKeyEvent) or event.modifiers() != Qt.KeyboardModifier.AltModifier:
        return 0
    return {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)

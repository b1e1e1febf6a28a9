# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The list on the left: selection, keys and scrolling. Passes wishes up and does nothing itself."""

from __future__ import annotations

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QListView, QWidget

from logbook.core.entry import EntryId
from logbook.ui.logbook.entry_delegate import EntryDelegate
from logbook.ui.logbook.entry_list_model import EntryListModel, Index, Role
from logbook.ui.theme import Theme

#: The End key and a wish to see one entry read on at most this far.
FAR = 5_000
_PIN = QKeySequence("Ctrl+D")


class EntryListView(QListView):
    """Entries by month; more than one can be selected.

    Signals:
        entry_selected(str): another entry is the current one; "" for none.
        selection_changed(tuple): the ids that are selected, from top to bottom.
        read_requested(str): read it (click, Space, Right); matters when only one side is in view.
        write_requested(str), copy_requested(str): Enter, Ctrl+C.
        remove_requested(tuple), pin_requested(tuple): Delete, Ctrl+D; what is selected.
        menu_requested(QPoint): the menu of what is selected, at this place on the screen.
        escape_requested(): back to the whole list.
    """

    entry_selected = Signal(str)
    selection_changed = Signal(tuple)
    read_requested = Signal(str)
    write_requested = Signal(str)
    copy_requested = Signal(str)
    remove_requested = Signal(tuple)
    pin_requested = Signal(tuple)
    menu_requested = Signal(QPoint)
    escape_requested = Signal()

    def __init__(self, model: EntryListModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries = model
        self._announced = ""
        self.setModel(model)
        self.setItemDelegate(EntryDelegate(theme, self))
        self.setAccessibleName(self.tr("Bijdragen"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("role", "entries")
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.setSelectionRectVisible(False)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.verticalScrollBar().setSingleStep(24)
        model.dataChanged.connect(self.scheduleDelayedItemsLayout)
        theme.changed.connect(self.scheduleDelayedItemsLayout)

    def current_entry(self) -> EntryId | None:
        """The entry that is read, or None."""
        entry_id = self.currentIndex().data(Role.ENTRY_ID)
        return EntryId(entry_id) if entry_id else None

    def selected_entries(self) -> tuple[EntryId, ...]:
        """The entries that are selected, from top to bottom."""
        rows = sorted(index.row() for index in self.selectedIndexes())
        found = (self._entries.index(row).data(Role.ENTRY_ID) for row in rows)
        return tuple(EntryId(entry_id) for entry_id in found if entry_id)

    def select_entry(self, entry_id: EntryId) -> bool:
        """Select an entry, reading on when it is not far; False when it is not in the list."""
        row = self._entries.load_until(entry_id, FAR)
        if row < 0:
            return False
        self._go_to(self._entries.index(row))
        return True

    def stay_at(self, row: int) -> None:
        """Stay at the entry of this row, wherever it went."""
        if self.currentIndex().row() != row:
            self._go_to(self._entries.index(row))

    def select_first(self) -> None:
        """Select the first entry."""
        self._select_near(0)

    def select_next(self, step: int) -> EntryId | None:
        """Select the next (1) or previous (-1) entry and give its id; None at the end."""
        found = self._select_near(self.currentIndex().row() + step, step)
        return self.current_entry() if found else None

    def select_only_current(self) -> None:
        """Let go of what else is selected."""
        self._go_to(self.currentIndex())

    def clear_current(self) -> None:
        """Select nothing."""
        self._go_to(QModelIndex())

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        entry_id = current.data(Role.ENTRY_ID) or ""
        if entry_id != self._announced:
            self._announced = entry_id
            self.entry_selected.emit(entry_id)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self.selection_changed.emit(self.selected_entries())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        entry_id, key = self.current_entry(), event.key()
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        if plain and (key == Qt.Key.Key_Home or (entry_id is None and key == Qt.Key.Key_Down)):
            self.select_first()
            self.scrollToTop()
        elif plain and key == Qt.Key.Key_End:
            self._entries.load_more(FAR)
            self._select_near(self._entries.rowCount() - 1, -1)
        elif plain and key == Qt.Key.Key_Escape:
            self._escape()
        elif entry_id is None:
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.write_requested.emit(entry_id)
        elif plain and key in (Qt.Key.Key_Space, Qt.Key.Key_Right):
            self.read_requested.emit(entry_id)
        elif key == Qt.Key.Key_Delete:
            self.remove_requested.emit(self._wanted(entry_id))
        elif QKeySequence(event.keyCombination()) == _PIN:
            self.pin_requested.emit(self._wanted(entry_id))
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy_requested.emit(entry_id)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        entry_id = self.indexAt(event.position().toPoint()).data(Role.ENTRY_ID)
        left = event.button() == Qt.MouseButton.LeftButton
        if entry_id and left and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self.read_requested.emit(entry_id)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        place = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            place = self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).center())
        if self.selected_entries():
            self.menu_requested.emit(place)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()  # titles and excerpts break at other words

    def reset(self) -> None:
        super().reset()
        self._announced = ""  # the next entry is news, also when it is the same one

    def rowsAboutToBeRemoved(self, parent: Index, start: int, end: int) -> None:
        """Keep a neighbour selected when the current entry goes."""
        current = self.currentIndex().row()
        if start <= current <= end:
            self._select_near(end + 1) or self._select_near(start - 1, -1)
        super().rowsAboutToBeRemoved(parent, start, end)

    def _wanted(self, entry_id: EntryId) -> tuple[EntryId, ...]:
        return self.selected_entries() or (entry_id,)

    def _escape(self) -> None:
        """First back to one entry, then to the whole list."""
        if len(self.selectedIndexes()) > 1:
            self.select_only_current()
        else:
            self.escape_requested.emit()

    def _go_to(self, index: QModelIndex) -> None:
        """Select this entry alone, also while Ctrl or Shift of a short cut is still held down."""
        flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().setCurrentIndex(index, flag)

    def _select_near(self, row: int, step: int = 1) -> bool:
        while 0 <= row < self._entries.rowCount():
            index = self._entries.index(row)
            if index.data(Role.ENTRY_ID):
                self._go_to(index)
                return True
            row += step
        return False

    @Slot()
    def reload(self) -> None:
        """Read the list anew and keep selection and scroll where they are."""
        entry_id, scroll = self.current_entry(), self.verticalScrollBar().value()
        self._entries.reload()
        if entry_id is not None and (row := self._entries.row_of(entry_id)) >= 0:
            self._go_to(self._entries.index(row))
        self.doItemsLayout()
        self.verticalScrollBar().setValue(scroll)

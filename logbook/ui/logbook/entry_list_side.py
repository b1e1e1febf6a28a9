# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The left side of the Logboek page: the list with its bar, and acts on what is selected."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from logbook.core.entry import EntryId
from logbook.ui.context import Context
from logbook.ui.logbook.entry_list_acts import EntryListActs
from logbook.ui.logbook.entry_list_bar import EntryListBar
from logbook.ui.logbook.entry_list_model import EntryListModel
from logbook.ui.logbook.entry_list_view import EntryListView
from logbook.ui.widgets.menus import popup_below


class EntryListSide(QWidget):
    """Connects the list, its bar and the acts on several entries.

    Signals:
        remove_requested(str): away with one entry; the page says its title.
    """

    remove_requested = Signal(str)

    def __init__(
        self, context: Context, model: EntryListModel, window: QWidget, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._model = model
        self.acts = EntryListActs(context, window)
        self.bar = EntryListBar(context.theme, self)
        self.view = EntryListView(model, context.theme, self)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(0)
        body.addWidget(self.bar)
        body.addWidget(self.view, 1)
        self._connect_signals()

    def _connect_signals(self) -> None:
        view, bar = self.view, self.bar
        view.selection_changed.connect(self._on_view_selection_changed)
        view.remove_requested.connect(self._remove)
        view.pin_requested.connect(self._pin)
        view.menu_requested.connect(self._on_view_menu_requested)
        bar.label_requested.connect(self._on_bar_label_requested)
        bar.pin_requested.connect(self._on_bar_pin_requested)
        bar.remove_requested.connect(self._on_bar_remove_requested)
        bar.share_requested.connect(self._on_bar_share_requested)
        bar.share_found_requested.connect(self._on_bar_share_found_requested)
        bar.restore_requested.connect(self._on_bar_restore_requested)
        bar.one_requested.connect(self._on_bar_one_requested)
        bar.empty_requested.connect(self.acts.empty_bin)

    @Slot(tuple)
    def _remove(self, entry_ids: tuple[EntryId, ...]) -> None:
        """To the bin; from the bin for good."""
        if len(entry_ids) == 1:
            self.remove_requested.emit(entry_ids[0])
        elif self._model.in_bin:
            self.acts.delete_for_good(entry_ids)
        else:
            self.acts.move_to_bin(entry_ids)

    @Slot(tuple)
    def _pin(self, entry_ids: tuple[EntryId, ...]) -> None:
        if not self._model.in_bin:
            self.acts.turn_pins(entry_ids)

    @Slot(tuple)
    def _on_view_selection_changed(self, entry_ids: tuple[EntryId, ...]) -> None:
        self.bar.set_selected(len(entry_ids))

    @Slot(QPoint)
    def _on_view_menu_requested(self, place: QPoint) -> None:
        chosen, in_bin = self.view.selected_entries(), self._model.in_bin
        self.acts.menu(chosen, in_bin=in_bin, parent=self).popup(place)

    @Slot(QWidget)
    def _on_bar_label_requested(self, below: QWidget) -> None:
        popup_below(self.acts.label_menu(self.view.selected_entries(), self), below)

    @Slot()
    def _on_bar_pin_requested(self) -> None:
        self._pin(self.view.selected_entries())

    @Slot()
    def _on_bar_remove_requested(self) -> None:
        self._remove(self.view.selected_entries())

    @Slot()
    def _on_bar_share_requested(self) -> None:
        self.acts.share(self.view.selected_entries())

    @Slot()
    def _on_bar_share_found_requested(self) -> None:
        self.acts.share_found(self._model.query)

    @Slot()
    def _on_bar_restore_requested(self) -> None:
        self.acts.take_from_bin(self.view.selected_entries())

    @Slot()
    def _on_bar_one_requested(self) -> None:
        self.view.select_only_current()
        self.view.setFocus()

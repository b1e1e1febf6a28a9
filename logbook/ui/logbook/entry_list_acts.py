# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""What can be done with the entries that are selected in the list, and how it is undone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QMenu, QWidget

from logbook.core.entry import EntryId
from logbook.core.errors import EntryNotFound
from logbook.core.label import LabelCount, LabelId, name_key
from logbook.core.query import Query
from logbook.core.search import EntryFilter
from logbook.services.changes import Changes
from logbook.texts import searching
from logbook.ui.acts import Acts
from logbook.ui.context import Context
from logbook.ui.labels.colours import swatch
from logbook.ui.logbook.name_dialog import NameDialog
from logbook.ui.navigation import ShareEntries
from logbook.ui.widgets.menus import passing_menu

#: The bin is read in pieces of so many entries.
_PIECE = 500
#: So many entries that were found can be shared together.
SHARED_MOST = 100


class EntryListActs(Acts):
    """Acts on several entries at once; failures are said in the strip.

    Signals:
        navigation_requested(Wish): an act ends on another page.
    """

    navigation_requested = Signal(object)

    def __init__(self, context: Context, window: QWidget) -> None:
        super().__init__(context, window)
        self._window = window
        self._chosen: tuple[EntryId, ...] = ()

    # -- the bin -----------------------------------------------------------------------------------

    def move_to_bin(self, entry_ids: Sequence[EntryId]) -> None:
        """Put entries in the bin; the strip offers to undo it."""
        writing = self._context.services.writing
        if self.do(lambda: writing.move_all_to_bin(entry_ids)):
            self._offer_undo(
                searching.entries_binned(len(entry_ids)),
                lambda: self.do(lambda: writing.take_all_from_bin(entry_ids)),
            )

    def take_from_bin(self, entry_ids: Sequence[EntryId]) -> None:
        """Put entries back where they were."""
        writing = self._context.services.writing
        if self.do(lambda: writing.take_all_from_bin(entry_ids)):
            said = searching.entries_put_back(len(entry_ids))
            self._context.messages.show(said, "success")

    def delete_for_good(self, entry_ids: Sequence[EntryId]) -> None:
        """Ask once, then remove entries of the bin with all their versions."""
        number = len(entry_ids)
        sure = self._context.messages.may_lose(
            self._window,
            searching.delete_entries(number),
            self.tr(
                "De teksten en alle versies ervan gaan weg uit dit logboek. "
                "Dit kun je niet ongedaan maken."
            ),
            self.tr("Voorgoed verwijderen"),
            self.tr("Laten staan"),
        )
        if not sure:
            return
        writing = self._context.services.writing
        # Some seconds for thousands of entries, in which nothing else may be written.
        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            done = self.do(lambda: writing.delete_all(entry_ids))
        finally:
            QGuiApplication.restoreOverrideCursor()
        if done:
            self._context.messages.show(searching.entries_deleted(number), "success")

    @Slot()
    def empty_bin(self) -> None:
        """Ask once, with the number, then remove everything that is in the bin now."""
        reading = self._context.services.reading
        wanted = EntryFilter(deleted=True)
        entries = reading.entries(wanted, limit=max(_PIECE, reading.count(wanted)))
        if entries:
            self.delete_for_good([entry.id for entry in entries])

    # -- sharing -----------------------------------------------------------------------------------

    def share(self, entry_ids: Sequence[EntryId]) -> None:
        """Choose what of these to share, the oldest first."""
        if entry_ids:
            self.navigation_requested.emit(ShareEntries(tuple(reversed(entry_ids))))

    def share_found(self, query: Query) -> None:
        """Choose what of all that a query finds to share, the oldest first."""
        page = self.ask(lambda: self._context.services.finding.find(query, limit=SHARED_MOST))
        if page is None:
            return
        if page.total > len(page.hits):
            self._context.messages.show(searching.too_many_to_share(len(page.hits)))
        self.share([hit.summary.id for hit in page.hits])

    # -- pins --------------------------------------------------------------------------------------

    def turn_pins(self, entry_ids: Sequence[EntryId]) -> None:
        """Pin entries; when all of them are pinned, take the pins out."""
        organising = self._context.services.organising
        act = organising.unpin_all if self.all_pinned(entry_ids) else organising.pin_all
        self.do(lambda: act(entry_ids))

    def all_pinned(self, entry_ids: Iterable[EntryId]) -> bool:
        """Whether all of these are pinned."""
        reading = self._context.services.reading
        try:
            return all(reading.summary(entry_id).pinned for entry_id in entry_ids)
        except EntryNotFound:
            return False

    # -- labels ------------------------------------------------------------------------------------

    def label_menu(self, entry_ids: Sequence[EntryId], parent: QWidget) -> QMenu:
        """Every label, with a mark at those that all of these entries have; and a new one."""
        self._chosen = tuple(entry_ids)
        menu = passing_menu(parent)
        menu.setTitle(self.tr("Label"))
        reading, theme = self._context.services.reading, self._context.theme
        shared = [{label.id for label in reading.summary(each).labels} for each in entry_ids]
        on_all = set.intersection(*shared) if shared else set()
        for each in self._context.services.labels.all():
            action = menu.addAction(each.label.name.replace("&", "&&"))
            action.setIcon(swatch(theme, each.label.colour))
            action.setCheckable(True)
            action.setChecked(each.label.id in on_all)
            action.setData((each.label.id, each.label.name))
            action.triggered.connect(self._on_label_triggered)
        menu.addSeparator()
        menu.addAction(self.tr("Nieuw label …")).triggered.connect(self._on_new_label_triggered)
        return menu

    def turn_label(
        self, entry_ids: Sequence[EntryId], label_id: LabelId, name: str, *, on: bool
    ) -> None:
        """Give entries a label, or take it away; the strip offers to undo it."""
        labels = self._context.services.labels
        act, undo = (labels.assign, labels.unassign) if on else (labels.unassign, labels.assign)
        said = searching.entries_labelled if on else searching.entries_unlabelled
        self._label(
            lambda: act(entry_ids, [label_id]),
            lambda number: said(number, name),
            lambda touched: undo(touched, [label_id]),
        )

    def give_new_label(self, entry_ids: Sequence[EntryId]) -> None:
        """Ask for a name and give the label of that name."""
        name = NameDialog.ask(
            self.tr("Nieuw label"),
            self.tr("Hoe heet het label?"),
            "",
            self.tr("Label geven"),
            self._window,
        )
        if name is None:
            return
        labels = self._context.services.labels
        known = any(name_key(each.label.name) == name_key(name) for each in labels.all())

        def undo(touched: Sequence[EntryId]) -> Changes:
            label = labels.named(name)
            changes = labels.unassign(touched, [label.id])
            if not known and LabelCount(label, 0) in labels.all():
                labels.delete(label.id)
            return changes

        self._label(
            lambda: labels.give(entry_ids, [name]),
            lambda number: searching.entries_labelled(number, labels.named(name).name),
            undo,
        )

    def _label(
        self,
        act: Callable[[], Changes],
        said: Callable[[int], str],
        undo: Callable[[Sequence[EntryId]], Changes],
    ) -> None:
        """Carry out an act on labels and offer to undo it for the entries it touched."""
        touched: list[EntryId] = []

        def carry_out() -> Changes:
            changes = act()
            touched.extend(changes.entries)
            return changes

        if self.do(carry_out) and touched:
            self._offer_undo(said(len(touched)), lambda: self.do(lambda: undo(touched)))

    # -- the menu of the list ----------------------------------------------------------------------

    def menu(self, entry_ids: Sequence[EntryId], *, in_bin: bool, parent: QWidget) -> QMenu:
        """What can be done with these entries."""
        chosen = self._chosen = tuple(entry_ids)
        menu = passing_menu(parent)
        if in_bin:
            menu.addAction(self.tr("Terugzetten")).triggered.connect(self._on_restore_triggered)
            menu.addAction(self.tr("Voorgoed verwijderen …")).triggered.connect(
                self._on_delete_triggered
            )
            return menu
        pinned = self.all_pinned(chosen)
        pin = menu.addAction(self.tr("Losmaken") if pinned else self.tr("Vastzetten"))
        pin.setShortcut("Ctrl+D")
        pin.setShortcutVisibleInContextMenu(True)
        pin.triggered.connect(self._on_pin_triggered)
        labels = self.label_menu(chosen, menu)
        menu.addMenu(labels)
        menu.addAction(self.tr("Delen …")).triggered.connect(self._on_share_triggered)
        menu.addSeparator()
        away = menu.addAction(self.tr("Naar de prullenbak"))
        away.setShortcut("Delete")
        away.setShortcutVisibleInContextMenu(True)
        away.triggered.connect(self._on_remove_triggered)
        return menu

    def _offer_undo(self, words: str, undo: Callable[[], object]) -> None:
        self._context.messages.show(words, action_text=self.tr("Ongedaan maken"), action=undo)

    @Slot()
    def _on_label_triggered(self) -> None:
        action = _sender(self)
        label_id, name = action.data()
        self.turn_label(self._chosen, label_id, name, on=action.isChecked())

    @Slot()
    def _on_new_label_triggered(self) -> None:
        self.give_new_label(self._chosen)

    @Slot()
    def _on_pin_triggered(self) -> None:
        self.turn_pins(self._chosen)

    @Slot()
    def _on_share_triggered(self) -> None:
        self.share(self._chosen)

    @Slot()
    def _on_remove_triggered(self) -> None:
        self.move_to_bin(self._chosen)

    @Slot()
    def _on_restore_triggered(self) -> None:
        self.take_from_bin(self._chosen)

    @Slot()
    def _on_delete_triggered(self) -> None:
        self.delete_for_good(self._chosen)


def _sender(receiver: QObject) -> QAction:
    action = receiver.sender()
    assert isinstance(action, QAction)
    return action

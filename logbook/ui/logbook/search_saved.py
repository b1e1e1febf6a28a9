# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Saved searches behind one button: keep this one, take another, rename or delete it."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from logbook.core.kept import SavedSearch
from logbook.core.query import EMPTY, Query, parse
from logbook.services.changes import Changes
from logbook.ui.acts import Acts
from logbook.ui.context import Context
from logbook.ui.logbook.name_dialog import NameDialog
from logbook.ui.widgets.buttons import IconButton
from logbook.ui.widgets.menus import passing_menu, popup_below


class SavedSearches(IconButton):
    """Signals:
    chosen(str): search for this query.
    """

    chosen = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__("bookmark", self.tr("Bewaarde zoekvragen"), context.theme, parent)
        self._context = context
        self._organising = context.services.organising
        self._acts = Acts(context, self)
        self._query = EMPTY
        self.clicked.connect(self._on_clicked)

    def set_query(self, query: Query) -> None:
        """The query that can be kept now."""
        self._query = query

    def known(self) -> SavedSearch | None:
        """The saved search that is asked now, or None."""
        same = (s for s in self._organising.searches() if parse(s.query) == self._query)
        return None if self._query.is_empty else next(same, None)

    def make_menu(self) -> QMenu:
        """The menu as it is now."""
        menu = passing_menu(self)
        searches, known = self._organising.searches(), self.known()
        for search in searches:
            action = menu.addAction(search.name.replace("&", "&&"))
            action.setData(search.query)
            action.setCheckable(True)
            action.setChecked(search == known)
            action.triggered.connect(self._on_search_triggered)
        if not searches:
            menu.addAction(self.tr("Nog geen bewaarde zoekvragen")).setEnabled(False)
        menu.addSeparator()
        if known is None:
            keep = menu.addAction(self.tr("Deze zoekvraag bewaren …"))
            keep.setEnabled(not self._query.is_empty)
            keep.triggered.connect(self.keep)
        else:
            name = known.name.replace("&", "&&")
            rename = menu.addAction(self.tr("“{name}” anders noemen …").format(name=name))
            rename.triggered.connect(self.rename)
            delete = menu.addAction(self.tr("“{name}” verwijderen").format(name=name))
            delete.triggered.connect(self.delete)
        return menu

    @Slot()
    def keep(self) -> None:
        """Ask for a name and keep the present query under it."""
        text = self._query.to_text()
        name = self._ask(self.tr("Zoekvraag bewaren"), text[:60])
        if name is None:
            return

        def act() -> Changes:
            return self._organising.save_search(name, text)[1]

        if self._acts.do(act):
            said = self.tr("De zoekvraag “{name}” is bewaard.").format(name=name)
            self._context.messages.show(said, "success")

    @Slot()
    def rename(self) -> None:
        """Ask for another name of the saved search that is asked now."""
        known = self.known()
        if known is None:
            return
        name = self._ask(self.tr("Zoekvraag anders noemen"), known.name)
        if name is not None:
            self._acts.do(lambda: self._organising.change_search(known.id, name, known.query))

    @Slot()
    def delete(self) -> None:
        """Delete the saved search that is asked now; the strip offers to undo it."""
        known = self.known()
        if known is None:
            return
        if self._acts.do(lambda: self._organising.delete_search(known.id)[1]):
            self._context.messages.show(
                self.tr("De zoekvraag “{name}” is verwijderd.").format(name=known.name),
                action_text=self.tr("Ongedaan maken"),
                action=lambda: self._acts.do(lambda: self._organising.restore_search(known)),
            )

    def _ask(self, title: str, proposal: str) -> str | None:
        question = self.tr("Hoe noem je deze zoekvraag?")
        return NameDialog.ask(title, question, proposal, self.tr("Bewaren"), self.window())

    @Slot()
    def _on_clicked(self) -> None:
        popup_below(self.make_menu(), self)

    @Slot()
    def _on_search_triggered(self) -> None:
        action = self.sender()
        assert isinstance(action, QAction)
        self.chosen.emit(str(action.data()))

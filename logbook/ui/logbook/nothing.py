# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""What stands in place of the list when there is nothing to list, and why."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import Enum

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from logbook.core.query import Filter, Query
from logbook.texts import searching
from logbook.ui.theme import Theme
from logbook.ui.widgets.buttons import Button
from logbook.ui.widgets.columns import FlowLayout
from logbook.ui.widgets.empty import EmptyState
from logbook.ui.widgets.labels import PlainLabel

#: More things to leave out are not offered: they would not be read.
_OFFERS = 6


class Reason(Enum):
    """Why the list is empty."""

    EMPTY_LOGBOOK = "empty"
    NOTHING_FOUND = "nothing"
    EMPTY_BIN = "bin"


class NothingFound(QScrollArea):
    """Which words and filters found nothing, and what could be left out.

    Signals:
        action_requested(): show everything again.
        without_requested(Query): search for this instead.
    """

    action_requested = Signal()
    without_requested = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offers: list[Button] = []
        self._queries: dict[Button, Query] = {}
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        holder = QWidget(self)
        holder.setProperty("role", "scrolled")
        self.setWidget(holder)
        body = QVBoxLayout(holder)
        body.setContentsMargins(28, 28, 28, 28)
        body.setSpacing(10)
        self.title = PlainLabel(self.tr("Niets gevonden"), "title", holder, wrap=True)
        self.sentence = PlainLabel("", "muted", holder, wrap=True)
        body.addWidget(self.title)
        body.addWidget(self.sentence)
        body.addSpacing(8)
        self._row = QWidget(holder)
        self._flow = FlowLayout(self._row, 8)
        self.action = Button(self.tr("Laat alles weer zien"), "primary", "", self._row)
        self.action.clicked.connect(self.action_requested)
        self._flow.addWidget(self.action)
        body.addWidget(self._row)
        body.addStretch(1)

    @property
    def offers(self) -> list[Button]:
        """The buttons that leave something out."""
        return list(self._offers)

    def show_query(self, query: Query, filters: Sequence[tuple[Filter, str]]) -> None:
        """Say what was asked. `filters` are those of the query, each in words."""
        words = list(dict.fromkeys(term.text for term in query.terms))
        excluded = list(dict.fromkeys(term.text for term in query.excluded))
        said = [named for _, named in filters]
        self.sentence.setText(searching.nothing_matches(words, said, excluded))
        for button in self._offers:
            button.hide()
            button.deleteLater()
        self._offers, self._queries = [], {}
        without = self.tr("Zonder {what}")
        for each, named in filters[:_OFFERS]:
            kept = tuple(other for other in query.filters if other != each)
            if words or excluded or kept:
                self._offer(without.format(what=named), query._replace(filters=kept))
        groups = list(dict.fromkeys(query.groups))
        if len(groups) > 1:
            for group in groups[:_OFFERS]:
                named = f"“{searching.in_short(group[0].text)}”"
                rest = tuple(other for other in query.groups if other != group)
                self._offer(without.format(what=named), query._replace(groups=rest))
        self.updateGeometry()

    def _offer(self, caption: str, query: Query) -> None:
        button = Button(caption.replace("&", "&&"), "", "", self._row)
        button.clicked.connect(self._on_offer_clicked)
        self._flow.addWidget(button)
        button.show()
        self._offers.append(button)
        self._queries[button] = query

    @Slot()
    def _on_offer_clicked(self) -> None:
        button = self.sender()
        if isinstance(button, Button) and button in self._queries:
            self.without_requested.emit(self._queries[button])


class Nothing(QStackedWidget):
    """One calm page per reason.

    Signals:
        acted(Reason): the act of that page was chosen.
        without_requested(Query): search for this instead.
    """

    acted = Signal(object)
    without_requested = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.reason = Reason.EMPTY_LOGBOOK
        self.found = NothingFound(theme, self)
        self.found.without_requested.connect(self.without_requested)
        self._pages: dict[Reason, EmptyState | NothingFound] = {
            Reason.EMPTY_LOGBOOK: EmptyState(
                "book-open",
                self.tr("Je logboek is nog leeg"),
                self.tr(
                    "Hier komt alles te staan wat je schrijft, het nieuwste bovenaan. "
                    "Begin met een vrije notitie of kies links een oefening."
                ),
                self.tr("Schrijf een vrije notitie"),
                theme,
                self,
            ),
            Reason.NOTHING_FOUND: self.found,
            Reason.EMPTY_BIN: EmptyState(
                "trash-2",
                self.tr("De prullenbak is leeg"),
                self.tr(
                    "Wat je weggooit, komt hier te staan. "
                    "Je kunt het terugzetten of voorgoed verwijderen."
                ),
                self.tr("Terug naar het logboek"),
                theme,
                self,
            ),
        }
        for page in self._pages.values():
            self.addWidget(page)
            page.action_requested.connect(self._on_action_requested)

    def show_reason(self, reason: Reason) -> None:
        """Say why there is nothing."""
        self.reason = reason
        self.setCurrentWidget(self._pages[reason])

    def show_not_found(self, query: Query, words: Callable[[Filter], str]) -> None:
        """Say that nothing fits a query; `words` names a filter."""
        self.found.show_query(query, [(each, words(each)) for each in query.filters])
        self.show_reason(Reason.NOTHING_FOUND)

    @property
    def page(self) -> EmptyState | NothingFound:
        """The page in view."""
        return self._pages[self.reason]

    @Slot()
    def _on_action_requested(self) -> None:
        self.acted.emit(self.reason)

# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The tools above a card table: the deck, its order, cards or list, own photos, an own set."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget

from logbook.core.exercise import Deck
from logbook.ui.widgets.buttons import Button
from logbook.ui.widgets.columns import FlowLayout


class _DeckBox(QComboBox):
    """Does not change when the page is scrolled over it."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class TableBar(QWidget):
    """Shows what it is told; the table listens to its buttons."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.deck_box = _DeckBox(self)
        self.deck_box.setAccessibleName(self.tr("Kaartset"))
        self.shuffle = Button(self.tr("Schudden"), "", "shuffle", self)
        self.shuffle.setAccessibleName(self.tr("Kaarten schudden"))
        self.as_list = Button(self.tr("Als lijst"), "", "list", self)
        self.as_list.setCheckable(True)
        self.look_large = Button(self.tr("Bekijk groot"), "", "maximize", self)
        self.own_set = Button(self.tr("Ik gebruik een eigen set"), "", "pencil", self)
        self.own_set.setCheckable(True)
        self.own_photos = Button(self.tr("Eigen foto’s toevoegen …"), "quiet", "images", self)
        #: What only makes sense for a deck on screen.
        self._for_decks = (self.deck_box, self.shuffle, self.as_list, self.look_large)
        flow = FlowLayout(self, spacing=10)
        for widget in (*self._for_decks, self.own_set, self.own_photos):
            flow.addWidget(widget)

    @property
    def deck_id(self) -> str:
        """The deck that is chosen; "" when there are none."""
        return self.deck_box.currentData() or ""

    def set_decks(self, decks: Sequence[Deck]) -> None:
        """Offer these decks."""
        with QSignalBlocker(self.deck_box):
            self.deck_box.clear()
            for deck in decks:
                caption = self.tr("Kaartset: {title} ({count})")
                words = caption.format(title=deck.title, count=len(deck.cards))
                self.deck_box.addItem(words, deck.id)

    def show_place(self, place: int) -> None:
        """Show which deck is on screen, by its place."""
        with QSignalBlocker(self.deck_box):
            self.deck_box.setCurrentIndex(place)

    def show_state(self, *, as_list: bool, decks: bool) -> None:
        """Show how the cards lie; `decks` says whether a deck is on screen."""
        self.as_list.setChecked(as_list)
        for widget in self._for_decks:
            widget.setVisible(decks)

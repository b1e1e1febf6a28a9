# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The photos of an own deck below each other, each with its words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from logbook.core.exercise import Card
from logbook.ui.exercise.blocks.tab_order import fields_in, set_tab_order
from logbook.ui.exercise.photos.photo_row import PhotoRow
from logbook.ui.theme import Theme
from logbook.ui.widgets.labels import PlainLabel


class PhotoList(QWidget):
    """Shows the cards it is given; keeping what is typed is left to the dialog.

    Signals:
        edited(str), left(str), move_requested(str, int), remove_requested(str): from its rows.
    """

    edited = Signal(str)
    left = Signal(str)
    move_requested = Signal(str, int)
    remove_requested = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        #: The rows by card, in the order of the deck.
        self.rows: dict[str, PhotoRow] = {}
        words = self.tr(
            "Een beschrijving helpt wie de foto niet ziet, en jezelf over een jaar. Schrijf op "
            "wat er te zien is; wat het betekent komt later."
        )
        self._hint = PlainLabel(words, "muted", self, wrap=True)
        self._places = QVBoxLayout()
        self._places.setSpacing(8)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(12)
        body.addWidget(self._hint)
        body.addLayout(self._places)

    def show_cards(self, cards: Sequence[Card], *, anew: bool = False) -> None:
        """Show these cards in this order.

        Args:
            anew: as they are kept; otherwise fields keep what is being typed.
        """
        refs = [card.ref for card in cards]
        for ref in [each for each in self.rows if anew or each not in refs]:
            self._drop(self.rows.pop(ref))
        for card in cards:
            if card.ref in self.rows:
                self.rows[card.ref].set_card(card)
            else:
                self.rows[card.ref] = self._make_row(card)
        self.rows = {ref: self.rows[ref] for ref in refs}
        rows = list(self.rows.values())
        for place, row in enumerate(rows):
            if self._places.indexOf(row) != place:
                self._places.insertWidget(place, row)
            row.set_place(place == 0, place == len(rows) - 1)
        set_tab_order(self, fields_in(*rows))
        self._hint.setVisible(bool(rows))

    def _make_row(self, card: Card) -> PhotoRow:
        row = PhotoRow(self._theme, card, self)
        row.edited.connect(self.edited)
        row.left.connect(self.left)
        row.move_requested.connect(self.move_requested)
        row.remove_requested.connect(self.remove_requested)
        row.show()
        return row

    def _drop(self, row: PhotoRow) -> None:
        self._places.removeWidget(row)
        row.hide()
        row.deleteLater()

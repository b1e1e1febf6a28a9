# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Cards of remarks below each other, away from the text they are about."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from logbook.core.remarks import PlacedRemark, RemarkStatus, Signer, numbered
from logbook.ui.context import Context
from logbook.ui.feedback.card_column import order_cards
from logbook.ui.feedback.remark_acts import RemarkActs
from logbook.ui.feedback.remark_card import RemarkCard
from logbook.ui.widgets.buttons import Button

#: A card that was in view for so long (milliseconds) is read.
_SEEN_AFTER = 1_500
#: So many cards are made until the user asks for all.
_MOST = 40


class CardList(QWidget):
    """Each card leads to its entry. A field that is open in a card stays open.

    Signals:
        wished(Wish): read the entry of a remark.
    """

    wished = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._acts = RemarkActs(context, self)
        self._fresh: frozenset[str] = frozenset()
        self.cards: dict[str, RemarkCard] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        self._found: tuple[Sequence[PlacedRemark], dict[Signer, int] | None] = ((), None)
        self._most: int | None = _MOST
        self.more = Button("", "link", "", self)
        self.more.clicked.connect(self._on_more_clicked)
        self.more.hide()
        self._column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self._seen = QTimer(self, singleShot=True, interval=_SEEN_AFTER)
        self._seen.timeout.connect(self.mark_seen)

    def show_remarks(
        self, found: Sequence[PlacedRemark], readers: dict[Signer, int] | None = None
    ) -> None:
        """Show these in order; `readers` numbers those on screen, also outside this list."""
        self._found = found, readers
        hidden = len(found) - (self._most or len(found))
        self.more.setText(self.tr("Laat er nog {number} zien").format(number=hidden))
        self.more.setVisible(hidden > 0)
        found = found[: self._most]
        for remark_id in set(self.cards) - {each.remark.id for each in found}:
            card = self.cards.pop(remark_id)
            card.flush()
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
        self._fresh |= {remark_id for each in found for remark_id in _new(each)}
        numbers = numbered(each.remark for each in found) if readers is None else readers
        for place, each in enumerate(found):
            card = self.cards.get(each.remark.id) or self._make(each.remark.id)
            card.show_remark(each, numbers.get(each.remark.signer, 0), self._fresh)
            if self._column.indexOf(card) != place:
                self._column.insertWidget(place, card)
        order_cards(self, [self.cards[each.remark.id] for each in found])
        if self.isVisible():
            self._seen.start()

    def forget_fresh(self) -> None:
        """What was read stops being called new: the user comes anew."""
        self._fresh = frozenset()

    def flush(self) -> bool:
        """Keep what is being written in a card; whether that went well."""
        kept = [card.flush() for card in self.cards.values()]  # every one, also after a failure
        return all(kept)

    def rescue_text(self) -> str:
        """What is being written in a card and could not be kept."""
        return "\n\n".join(filter(None, (card.rescue_text() for card in self.cards.values())))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._seen.start()

    @Slot()
    def _on_more_clicked(self) -> None:
        found, readers = self._found
        made = len(self.cards)
        self._most = None
        self.show_remarks(found, readers)
        list(self.cards.values())[made].setFocus()

    @Slot()
    def mark_seen(self) -> None:
        """What is new and in view was read now."""
        new = [
            remark_id
            for card in self.cards.values()
            if not card.visibleRegion().isEmpty()
            for remark_id in _new(card.placed)
        ]
        if new:
            self._acts.mark_read(new)

    def look_again(self) -> None:
        """Other cards may have come into view."""
        self._seen.start()

    def _make(self, remark_id: str) -> RemarkCard:
        card = RemarkCard(self._context, self._acts, self, leads_to_entry=True)
        card.wished.connect(self.wished)
        self.cards[remark_id] = card
        card.show()
        return card


def _new(placed: PlacedRemark) -> list[str]:
    every = (placed.remark, *placed.replies)
    return [each.id for each in every if each.status is RemarkStatus.NEW]

# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""What readers gave back beside remarks: general reactions and answers to the student's questions.

It is new until it was in view for a moment.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from logbook.core.remarks import Returned
from logbook.texts.remarks import signed
from logbook.ui.widgets.dates import local_day, long_day
from logbook.ui.widgets.frames import CardFrame
from logbook.ui.widgets.labels import Chip, PlainLabel
from logbook.ui.widgets.layouts import clear_layout

#: What was in view for so long (milliseconds) was looked at.
_SEEN_AFTER = 1_500


class SaidCard(CardFrame):
    """Of whom, when, and every word of it."""

    def __init__(self, returned: Returned, *, new: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.returned = returned
        day = long_day(local_day(returned.received_at))
        title = self.tr("{reader}, binnen op {day}").format(reader=signed(returned), day=day)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(PlainLabel(title, "small", self, wrap=True), 1)
        self.new = Chip(self.tr("nieuw"), "accent", self)
        self.new.setVisible(new)
        head.addWidget(self.new)
        self.body.addLayout(head)
        if returned.general:
            self.body.addWidget(PlainLabel(self.tr("Algemene reactie"), "strong", self))
            self._add_words(returned.general)
        for question, answer in returned.answers:
            asked = self.tr("Je vroeg: {question}").format(question=question)
            self.body.addSpacing(4)
            self.body.addWidget(PlainLabel(asked, "strong", self, wrap=True))
            self._add_words(answer)

    def _add_words(self, words: str) -> None:
        label = PlainLabel(words, "body", self, wrap=True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.body.addWidget(label)


class SaidList(QWidget):
    """The cards, the newest first.

    Signals:
        seen(object): ids of what was looked at just now.
    """

    seen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fresh: frozenset[str] = frozenset()
        self._shown: tuple[tuple[Returned, bool], ...] = ()
        self.cards: list[SaidCard] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        self._seen = QTimer(self, singleShot=True, interval=_SEEN_AFTER)
        self._seen.timeout.connect(self._look)

    def show_returned(self, returned: Iterable[Returned]) -> None:
        """Show these; cards that say the same already stay, with what is selected in them."""
        said = [each for each in returned if not each.is_blank]
        self._fresh |= {each.id for each in said if not each.seen}
        found = tuple((replace(each, seen=False), each.id in self._fresh) for each in said)
        if found != self._shown:
            self._shown = found
            clear_layout(self._column)
            self.cards = []
            for each in reversed(said):
                card = SaidCard(each, new=each.id in self._fresh, parent=self)
                self._column.addWidget(card)
                card.show()
                self.cards.append(card)
        for card, each in zip(self.cards, reversed(said), strict=True):
            card.returned = each
        self.setVisible(bool(said))
        self.look_again()

    def forget_fresh(self) -> None:
        """What was looked at stops being called new: the user comes anew."""
        self._fresh = frozenset()

    def look_again(self) -> None:
        """Other cards may have come into view."""
        if self.isVisible():
            self._seen.start()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._seen.start()

    @Slot()
    def _look(self) -> None:
        there = [card for card in self.cards if not card.visibleRegion().isEmpty()]
        if new := [card.returned.id for card in there if not card.returned.seen]:
            self.seen.emit(new)

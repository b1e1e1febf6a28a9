# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Cards beside each other, equally wide; below each other when there is little room."""

from __future__ import annotations

from PySide6.QtWidgets import QBoxLayout, QWidget


class CardRow(QBoxLayout):
    """A row of cards; those that are hidden leave their room to the others."""

    def __init__(self, *cards: QWidget) -> None:
        super().__init__(QBoxLayout.Direction.LeftToRight)
        self.setSpacing(16)
        self._cards: list[QWidget] = []
        for card in cards:
            self.add(card)

    def add(self, card: QWidget, *, before: bool = False) -> None:
        """Take a card in, as the last or before the others."""
        place = 0 if before else len(self._cards)
        self._cards.insert(place, card)
        self.insertWidget(place, card, 1)

    def arrange(self, *, narrow: bool) -> int:
        """Lay out for the room there is; how many cards are in view."""
        direction = QBoxLayout.Direction
        self.setDirection(direction.TopToBottom if narrow else direction.LeftToRight)
        return sum(not card.isHidden() for card in self._cards)

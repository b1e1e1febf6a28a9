# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Which cards are chosen and in which order: pure, knows no widgets and no decks."""

from __future__ import annotations

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class CardChoice:
    """The chosen cards in order, with how many the exercise asks.

    A change makes a new choice; a change that is not possible gives the same one back.
    """

    cards: tuple[str, ...] = ()
    minimum: int = 1
    maximum: int = 1

    @property
    def is_full(self) -> bool:
        """Whether no card can be added."""
        return len(self.cards) >= self.maximum

    @property
    def is_enough(self) -> bool:
        """Whether as many are chosen as the exercise asks at least."""
        return len(self.cards) >= self.minimum

    def __contains__(self, ref: str) -> bool:
        return ref in self.cards

    def rank(self, ref: str) -> int:
        """The place of a card from 1; 0 when it is not chosen."""
        return self.cards.index(ref) + 1 if ref in self.cards else 0

    def add(self, ref: str) -> CardChoice:
        """The card at the end; unchanged when it is there already or no place is left."""
        if ref in self.cards or self.is_full:
            return self
        return replace(self, cards=(*self.cards, ref))

    def remove(self, ref: str) -> CardChoice:
        """Without this card."""
        return replace(self, cards=tuple(card for card in self.cards if card != ref))

    def swap(self, old: str, new: str) -> CardChoice:
        """The new card in the place of the old one."""
        if old not in self.cards or new in self.cards:
            return self
        return replace(self, cards=tuple(new if card == old else card for card in self.cards))

    def move(self, ref: str, by: int) -> CardChoice:
        """The card so many places further, not beyond the ends."""
        if ref not in self.cards:
            return self
        return self.move_to(ref, self.cards.index(ref) + by)

    def move_to(self, ref: str, index: int) -> CardChoice:
        """The card at this place, counted from 0 and not beyond the ends."""
        if ref not in self.cards:
            return self
        rest = [card for card in self.cards if card != ref]
        rest.insert(max(0, min(index, len(rest))), ref)
        return replace(self, cards=tuple(rest))

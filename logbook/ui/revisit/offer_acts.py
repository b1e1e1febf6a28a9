# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""What the user decides about something that comes back; every decision can be undone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from logbook.core.entry import EntryId
from logbook.core.errors import LogbookError
from logbook.core.revisit import Offer, OfferKind
from logbook.services.changes import Changes
from logbook.services.revisiting import Revisiting
from logbook.ui.acts import Acts
from logbook.ui.revisit.later_menu import when_words


class OfferActs(Acts):
    """Each act returns whether it was done; it says so in the strip, with undo."""

    def find(self, entry_id: EntryId, block: str = "") -> Offer | None:
        """The offer about (a block of) an entry, now or later; None when nothing comes back."""
        revisiting = self._context.services.revisiting
        try:
            known = (*revisiting.offers(), *revisiting.coming())
        except LogbookError as error:
            self.say(error)
            return None
        about = [
            offer
            for offer in known
            if offer.entry_id == entry_id and offer.kind is not OfferKind.INTENTION
        ]
        exact = [offer for offer in about if block in (offer.block, *offer.blocks)]
        return next(iter((*exact, *about)), None)

    def later(self, offer: Offer, day: date | None) -> bool:
        """Let it come back on this day; None is at the next evaluation."""
        said = self.tr("Dit komt terug {when}.").format(when=when_words(day))
        return self._decide(offer, lambda: self._revisiting.later(offer, day), said)

    def drop(self, offer: Offer) -> bool:
        """Let it not come back."""
        said = self.tr("Dit komt niet meer terug.")
        return self._decide(offer, lambda: self._revisiting.drop(offer), said)

    def done(self, offer: Offer) -> bool:
        """It was looked back at; who asks says so, and offers to undo it."""
        return self.do(lambda: self._revisiting.done(offer))

    def undo(self, offer: Offer) -> bool:
        """Take back the last decision."""
        return self.do(lambda: self._revisiting.undo(offer))

    def choose_day(self, entry_id: EntryId, block: str, day: date | None) -> bool:
        """Look back at an entry on this day; None is at the next evaluation."""
        if not self.do(lambda: self._revisiting.set_own(entry_id, block, day)):
            return False
        said = self.tr("Je kijkt hierop terug {when}.").format(when=when_words(day))
        self._tell(said, lambda: self.do(lambda: self._revisiting.undo_own(entry_id, block)))
        return True

    def remove_day(self, offer: Offer) -> bool:
        """Take away a day that the user chose."""
        entry_id = offer.entry_id
        if entry_id is None:
            return False
        if not self.do(lambda: self._revisiting.remove_own(entry_id, offer.block)):
            return False
        self._tell(
            self.tr("De dag om terug te kijken is weg."),
            lambda: self.do(lambda: self._revisiting.undo_own(entry_id, offer.block)),
        )
        return True

    def set_evaluation(self, day: date | None) -> bool:
        """Set the day of the next evaluation, or take it away."""
        before = self._revisiting.evaluation
        if not self.do(lambda: self._revisiting.set_evaluation(day)):
            return False
        said = (
            self.tr("Je volgende evaluatie is {when}.").format(when=when_words(day))
            if day is not None
            else self.tr("De dag van je volgende evaluatie is weg.")
        )
        self._tell(said, lambda: self.do(lambda: self._revisiting.set_evaluation(before)))
        return True

    @property
    def _revisiting(self) -> Revisiting:
        return self._context.services.revisiting

    def _decide(self, offer: Offer, act: Callable[[], Changes], said: str) -> bool:
        if not self.do(act):
            return False
        self._tell(said, lambda: self.undo(offer))
        return True

    def _tell(self, said: str, undo: Callable[[], bool]) -> None:
        self._context.messages.show(said, action_text=self.tr("Ongedaan maken"), action=undo)

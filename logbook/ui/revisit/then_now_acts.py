# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""What can be done in Toen en nu, with the way back in the strip of the window."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from logbook import texts
from logbook.core.entry import EntryId, EntryKind
from logbook.core.entry_links import link_to
from logbook.core.errors import LogbookError
from logbook.core.revisit import Offer
from logbook.ui.following import wish_to_read
from logbook.ui.navigation import Wish
from logbook.ui.revisit.offer_acts import OfferActs

if TYPE_CHECKING:
    from logbook.ui.printing import PrintDocument
    from logbook.ui.revisit.asked import Asked
    from logbook.ui.revisit.change_part import ChangePart
    from logbook.ui.revisit.looked_at import LookedAt


class ThenNowActs(OfferActs):
    """Each act returns whether it was done; why not stands in the strip."""

    def let_come_later(self, entry_id: EntryId, block: str, day: date | None) -> bool:
        """Let it come back on this day, whether it was offered or not."""
        offer = self.find(entry_id, block)
        if offer is not None:
            return self.later(offer, day)
        return self.choose_day(entry_id, block, day)

    def finish(
        self, entry_id: EntryId, block: str, begun: EntryId | None, *, written: bool
    ) -> bool:
        """It was looked back at: settle its offer, and close the round that was begun for it.

        Args:
            begun: the round to close for now; None when there is none, or it was open before.
            written: whether something was kept.
        """
        writing = self._context.services.writing
        if begun is not None and not self.do(lambda: writing.close_for_now(begun)):
            return False
        offer = self.find(entry_id, block)
        settled = offer is not None and self.done(offer)

        def undo() -> None:
            if offer is not None and settled:
                self.undo(offer)
            if begun is not None:
                self.do(lambda: writing.reopen(begun))

        if settled or begun is not None:
            said = (
                self.tr("Klaar voor nu. Wat je schreef, staat in je logboek.")
                if written
                else self.tr("Klaar voor nu.")
            )
            self._context.messages.show(said, "success", self.tr("Ongedaan maken"), undo)
        elif written:
            said = self.tr("Klaar voor nu. Wat je schreef, staat in je logboek.")
            self._context.messages.show(said, "success")
        return True

    def close_earlier(self, entry_id: EntryId) -> bool:
        """Close an earlier round for now, so that a new one can begin."""
        if not self.do(lambda: self._context.services.writing.close_for_now(entry_id)):
            return False
        self._tell(self.tr("Je eerdere ronde is voor nu afgerond."), lambda: self.reopen(entry_id))
        return True

    def reopen(self, entry_id: EntryId) -> bool:
        """Open a round that was closed."""
        return self.do(lambda: self._context.services.writing.reopen(entry_id))

    def random(self, besides: EntryId) -> Offer | None:
        """Something else of long ago; when there is nothing, it says so."""
        try:
            found = self._context.services.revisiting.random(exclude=(besides,))
        except LogbookError as error:
            self.say(error)
            return None
        if found is None:
            self._context.messages.show(self.tr("Er is nog niets anders om op terug te kijken."))
        return found

    def links(self, *entry_ids: EntryId | None) -> str:
        """Markdown that leads to these entries; None and what is gone are left out."""
        found = []
        for entry_id in entry_ids:
            if entry_id is None:
                continue
            try:
                summary = self._context.services.reading.summary(entry_id)
            except LogbookError:
                continue
            parts = [summary.title or self.tr("Vrije notitie")]
            if summary.round is not None and summary.kind is EntryKind.EXERCISE:
                parts.append(texts.round_number(summary.round))
            found.append(link_to(entry_id, ", ".join(parts)))
        return texts.joined(found)

    def paper(
        self,
        shown: LookedAt,
        asked: Sequence[Asked],
        new: EntryId | None,
        change: ChangePart,
    ) -> PrintDocument | None:
        """Both answers and what changed, to print; None when that cannot be read."""
        from logbook.ui.revisit.then_now_paper import make_paper

        reading = self._context.services.reading
        try:
            now = reading.entry(new) if new is not None else None
        except LogbookError as error:
            self.say(error)
            return None
        return make_paper(self._context, shown, now, asked, change)

    def wish_to_read(self, entry_id: str) -> Wish | None:
        """The wish to read an entry; None when it is gone."""
        return wish_to_read(self._context, entry_id)

    def tell(self, sentence: str) -> None:
        """Put a sentence in the strip of the window; "" says nothing."""
        if sentence:
            self._context.messages.show(sentence)

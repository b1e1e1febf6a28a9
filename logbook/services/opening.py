# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""What Vandaag and Terugblik say of looking back, read beside the main thread.

In a large logbook that takes long. Which offers there are stays with `Revisiting`; this asks it
on a connection of its own.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from threading import Lock
from typing import TYPE_CHECKING

from logbook.core.revisit import OfferKind

if TYPE_CHECKING:
    from logbook.core.practice import Intention
    from logbook.core.revisit import Offer
    from logbook.services.intentions import Intentions
    from logbook.services.revisiting import Revisiting
    from logbook.storage.database import Database


@dataclass(frozen=True, slots=True)
class Found:
    """The offer of this opening, None for none, and the first open intentions."""

    offer: Offer | None
    intentions: tuple[Intention, ...]


@dataclass(frozen=True, slots=True)
class Everything:
    """What Terugblik shows; nothing stands there twice.

    Args:
        due: to look back at now, without what has a place of its own.
        memories: of this day in other years.
        once: exercises that were done once.
        chance: an old entry, None for none.
        coming: on a day that was chosen, or proposed, later than today.
        evaluation: the day of the next one.
    """

    due: tuple[Offer, ...]
    memories: tuple[Offer, ...]
    once: tuple[Offer, ...]
    chance: Offer | None
    coming: tuple[Offer, ...]
    evaluation: date | None
    intentions: tuple[Intention, ...]

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing at all to look back at."""
        found = (self.due, self.memories, self.once, self.chance, self.coming, self.intentions)
        return not any(found)


class Opening:
    """Looking back in this opening of one logbook."""

    def __init__(self, database: Database, revisiting: Revisiting, intentions: Intentions) -> None:
        self._database = database
        self._revisiting = revisiting
        self._intentions = intentions
        self._work = Lock()
        self._closed = False

    def look(self, intentions: int) -> Found:
        """What there is now; on any thread.

        Args:
            intentions: so many are read at most.

        Raises:
            LogbookError: the logbook cannot be read.
        """
        with self._work:
            if self._closed:
                return Found(None, ())
            database = self._database.beside()
            try:
                offer = self._revisiting.beside(database).offer_for_opening()
                return Found(offer, self._intentions.beside(database).open(limit=intentions))
            finally:
                database.close()

    def everything(self, chance: Offer | None = None) -> Everything | None:
        """What there is to look back at; on any thread. None when the logbook was closed.

        Args:
            chance: the old entry that is on screen, to stay there; None lets chance pick one.

        Raises:
            LogbookError: the logbook cannot be read.
        """
        with self._work:
            if self._closed:
                return None
            database = self._database.beside()
            try:
                revisiting = self._revisiting.beside(database)
                return _gather(revisiting, self._intentions.beside(database), chance)
            finally:
                database.close()

    def close(self) -> None:
        """Read no more, and wait until what reads lets go of the file."""
        self._closed = True
        with self._work:
            return


#: These have a place of their own.
_APART = (OfferKind.MEMORY, OfferKind.INTENTION)


def _gather(revisiting: Revisiting, intentions: Intentions, chance: Offer | None) -> Everything:
    offers = revisiting.offers()
    due = tuple(offer for offer in offers if offer.kind not in _APART)
    asked = {offer.entry_id for offer in due}
    returned = (offer for offer in offers if offer.kind is OfferKind.MEMORY)
    by_key = {offer.key: offer for offer in (*returned, *revisiting.on_this_day())}
    memories = tuple(offer for offer in by_key.values() if offer.entry_id not in asked)
    shown = asked | {offer.entry_id for offer in memories}
    return Everything(
        due,
        memories,
        tuple(offer for offer in revisiting.never_revisited() if offer.entry_id not in shown),
        chance or revisiting.random(),
        tuple(o for o in revisiting.coming() if o.kind is not OfferKind.INTENTION),
        revisiting.evaluation,
        intentions.open(),
    )

# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""What comes back, and when: offers to look back and what the user decides about them."""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import date, datetime, tzinfo

from logbook.core.entry import EntryId
from logbook.core.library import Library
from logbook.core.revisit import Offer
from logbook.services.changes import Changes
from logbook.storage.database import Database
from logbook.storage.writes import Writer


class Revisiting:
    """Looking back in one open logbook; one value lives as long as one opening."""

    def __init__(
        self,
        database: Database,
        library: Callable[[], Library],
        now: Callable[[], datetime],
        writer: Writer,
        zone: tzinfo | None = None,
    ) -> None:
        self._database = database
        self._library = library
        self._now = now
        self._writer = writer
        self._zone = zone

    def offers(self, today: date | None = None) -> tuple[Offer, ...]:
        """What is due, in order."""
        raise NotImplementedError

    def coming(self, today: date | None = None) -> tuple[Offer, ...]:
        """What comes later, by day; without a day last."""
        raise NotImplementedError

    def chosen(self) -> tuple[Offer, ...]:
        """Everything with a day the user chose, by day, whether that is past or not."""
        raise NotImplementedError

    def offer_for_opening(self) -> Offer | None:
        """The one offer of this opening: the same until something is decided, then None."""
        raise NotImplementedError

    def not_now(self, offer: Offer) -> None:
        """Nothing more in this opening."""
        raise NotImplementedError

    def later(self, offer: Offer, until: date | None) -> Changes:
        """Let it come back on this day (None: at the next evaluation)."""
        raise NotImplementedError

    def drop(self, offer: Offer) -> Changes:
        """Let it not come back."""
        raise NotImplementedError

    def done(self, offer: Offer) -> Changes:
        """It was looked back at."""
        raise NotImplementedError

    def undo(self, offer: Offer) -> Changes:
        """Take back the last decision about an offer."""
        raise NotImplementedError

    def set_own(self, entry_id: EntryId, block: str, day: date | None) -> Changes:
        """Look back at (a block of) an entry on this day; None: at the next evaluation."""
        raise NotImplementedError

    def remove_own(self, entry_id: EntryId, block: str = "") -> Changes:
        """Take away the day that was chosen for (a block of) an entry."""
        raise NotImplementedError

    def own(self, entry_id: EntryId) -> tuple[Offer, ...]:
        """The days that were chosen for an entry and its blocks, settled ones left out."""
        raise NotImplementedError

    @property
    def evaluation(self) -> date | None:
        """The day of the next evaluation."""
        raise NotImplementedError

    def set_evaluation(self, day: date | None) -> Changes:
        """Set the day of the next evaluation."""
        raise NotImplementedError

    def on_this_day(
        self, around: EntryId | None = None, today: date | None = None
    ) -> tuple[Offer, ...]:
        """What was written a week, some months or years before today, or before an entry."""
        raise NotImplementedError

    def random(self, exclude: Collection[EntryId] = ()) -> Offer | None:
        """An old answer, picked at random; None when there is none."""
        raise NotImplementedError

    def never_revisited(self, chapter: int | None = None) -> tuple[Offer, ...]:
        """Exercises that were filled in once and never again."""
        raise NotImplementedError

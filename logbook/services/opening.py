# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""What Vandaag says of looking back, read beside the main thread: in a large logbook it takes long.

Which offer it is stays with `Revisiting`; this asks it on a connection of its own.
"""

from __future__ import annotations

from dataclasses import dataclass
from threading import Lock
from typing import TYPE_CHECKING

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

    def close(self) -> None:
        """Read no more, and wait until what reads lets go of the file."""
        self._closed = True
        with self._work:
            return

# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Woorden door de tijd: the user's own words by quarter, their sentences, and hidden words.

Counting is done on any thread, on a connection of its own, under a turn: `next_turn` ends what
still runs. Everything stays on this computer; nothing that was counted is kept.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from logbook.core.over_time import Quarter, Sentence, WordOverTime
from logbook.services.changes import Changes

if TYPE_CHECKING:
    from logbook.storage.database import Database


class OverTime:
    """The user's own words through the years of one open logbook.

    Args:
        stop_words: the list of words that say nothing by themselves.
    """

    def __init__(self, database: Database, now: Callable[[], datetime], stop_words: Path) -> None:
        self._database = database
        self._now = now
        self._stop_words = stop_words
        self._turn = 0

    def next_turn(self) -> int:
        """Begin a new question; what was asked before it ends soon."""
        self._turn += 1
        return self._turn

    def words(self, turn: int, minimum: int = 3) -> tuple[WordOverTime, ...] | None:
        """Words that occur at least so often; None when another turn began."""
        return None if turn != self._turn else ()

    def sentences(self, turn: int, lemma: str, quarter: Quarter) -> tuple[Sentence, ...] | None:
        """The sentences with a word in one quarter; None when another turn began."""
        return None if turn != self._turn else ()

    def hidden(self) -> tuple[str, ...]:
        """The hidden words in order of the alphabet."""
        return ()

    def hide(self, lemma: str) -> Changes:
        """Leave a word out of the list; `unhide` undoes it."""
        return Changes()

    def unhide(self, lemma: str) -> Changes:
        """Show a hidden word again."""
        return Changes()

# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Woorden door de tijd: the user's own words by quarter, their sentences, and hidden words.

`words` and `sentences` may be asked on any thread: they read on a connection of their own, under a
turn, and `next_turn` ends what still runs. Everything stays on this computer, private passages
count too, and nothing that was counted is kept.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from logbook.content.word_lists import read_words
from logbook.core.over_time import (
    Lemma,
    OwnWords,
    Quarter,
    Quarters,
    Sentence,
    WordOverTime,
)
from logbook.services.changes import Changes
from logbook.storage.own_words import OwnWordsStore, hide, unhide

if TYPE_CHECKING:
    from logbook.storage.database import Database

#: The list that comes with the program, in its folder of word lists.
STOP_WORDS = "stopwoorden.txt"


class OverTime:
    """The user's own words through the years of one open logbook.

    Args:
        stop_words: the list of words that say nothing by themselves.
    """

    def __init__(self, database: Database, stop_words: Path) -> None:
        self._database = database
        self._path = stop_words
        self._turn = 0
        self._work = Lock()
        self._progress = 0, 0

    def next_turn(self) -> int:
        """Begin a new question; what was asked before it ends soon."""
        self._turn += 1
        return self._turn

    def close(self) -> None:
        """End what runs, and wait until it lets go of the file."""
        self.next_turn()
        with self._work:
            return

    @property
    def progress(self) -> tuple[int, int]:
        """How many answers were read by the counting that runs, and of how many, about."""
        return self._progress

    def words(
        self, turn: int, minimum: int = 3, *, with_hidden: bool = False
    ) -> tuple[WordOverTime, ...] | None:
        """Words that occur at least so often, the most frequent first.

        Args:
            with_hidden: give the hidden ones too.

        Returns:
            None when another turn began.

        Raises:
            FileUnreadable: the list of words that say nothing is not there.
        """
        with self._beside() as store:
            if turn != self._turn:
                return None
            own, size, done = self._own_words(store, with_hidden), store.size(), 0
            for page in store.passages():
                for passage in page:
                    own.add(passage)
                if turn != self._turn:
                    return None
                done += len(page)
                self._progress = done, size
            found = own.words(minimum)
        return found if turn == self._turn else None

    def sentences(self, turn: int, lemma: str, quarter: Quarter) -> tuple[Sentence, ...] | None:
        """The sentences of one quarter in which a word stands, in order of time.

        Returns:
            None when another turn began.
        """
        found: list[Sentence] = []
        with self._beside() as store:
            if turn != self._turn:
                return None
            own = self._own_words(store, with_hidden=True)
            for passage in store.between(*Quarters().span(quarter)):
                found += own.sentences(passage, lemma)
                if turn != self._turn:
                    return None
        return tuple(found)

    def hidden(self) -> tuple[str, ...]:
        """The hidden words in order of the alphabet."""
        return OwnWordsStore(self._database).hidden()

    def hide(self, word: str) -> Changes:
        """Leave a word (`WordOverTime.word`) out, in all its forms; `unhide` undoes it."""
        with self._database.transaction() as connection:
            hide(connection, word)
        return Changes(hidden_words=True)

    def unhide(self, word: str) -> Changes:
        """Show a hidden word again."""
        with self._database.transaction() as connection:
            unhide(connection, word)
        return Changes(hidden_words=True)

    def _own_words(self, store: OwnWordsStore, with_hidden: bool) -> OwnWords:
        hidden = () if with_hidden else store.hidden()
        return OwnWords(self._lemma, self._stop_words, hidden, Quarters())

    @contextmanager
    def _beside(self) -> Iterator[OwnWordsStore]:
        """One question at a time, each on a connection that is closed after it."""
        with self._work:
            self._progress = 0, 0
            database = self._database.beside()
            try:
                yield OwnWordsStore(database)
            finally:
                database.close()

    @cached_property
    def _stop_words(self) -> frozenset[str]:
        return frozenset(read_words(self._path))

    @cached_property
    def _lemma(self) -> Lemma:
        """The lemmas of Dutch; half a second, so not before somebody asks for words."""
        from logbook.services.lemmas import dutch_lemmas

        return dutch_lemmas()

# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Woorden door de tijd: the user's own words by quarter, their sentences, and hidden words.

`words` and `sentences` may be asked on any thread: they read on a connection of their own, under a
turn, and `next_turn` ends what still runs. Everything stays on this computer, private passages
count too, and nothing that was counted is kept.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
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
        self._loading = Lock()

    def next_turn(self) -> int:
        """Begin a new question; what was asked before it ends soon."""
        self._turn += 1
        return self._turn

    def words(
        self,
        turn: int,
        minimum: int = 3,
        progress: Callable[[int, int], None] | None = None,
    ) -> tuple[WordOverTime, ...] | None:
        """Words that occur at least so often, the most frequent first; hidden ones left out.

        Args:
            progress: is told how many answers were read, and of how many, about.

        Returns:
            None when another turn began.

        Raises:
            FileUnreadable: the list of words that say nothing is not there.
        """
        with self._beside() as store:
            own, size, done = self._own_words(store), store.size(), 0
            for page in store.passages():
                for passage in page:
                    own.add(passage)
                done += len(page)
                if turn != self._turn:
                    return None
                if progress is not None:
                    progress(done, size)
        found = own.words(minimum)
        return found if turn == self._turn else None

    def sentences(self, turn: int, lemma: str, quarter: Quarter) -> tuple[Sentence, ...] | None:
        """The sentences of one quarter in which a word stands, in order of time.

        Returns:
            None when another turn began.
        """
        found: list[Sentence] = []
        with self._beside() as store:
            own = self._own_words(store)
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

    def _own_words(self, store: OwnWordsStore) -> OwnWords:
        with self._loading:
            lemma, stop_words = self._lemma, self._stop_words
        return OwnWords(lemma, stop_words, store.hidden(), Quarters())

    @contextmanager
    def _beside(self) -> Iterator[OwnWordsStore]:
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

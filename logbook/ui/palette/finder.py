# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Asks the logbook for what was typed, beside the main thread: titles at once, texts after a pause.

What comes too late is dropped: only the last question counts.
"""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from logbook.core.entry import EntrySummary
from logbook.core.errors import LogbookError
from logbook.core.found import SearchPage
from logbook.core.query import parse
from logbook.core.ranking import asked
from logbook.services.everything import Everything, Named
from logbook.ui import background

#: Texts are looked through when nobody typed for so long.
PAUSE_MS = 140
#: How many entries are found by their words.
_TEXTS = 6


class Finder(QObject):
    """One question at a time.

    Signals:
        named_found(): labels, goals and saved searches are known.
        titles_found(): `titles` holds the entries whose title fits.
        texts_found(): `page` holds the entries whose words fit.
        failed(LogbookError): the logbook could not be read.
    """

    named_found = Signal()
    titles_found = Signal()
    texts_found = Signal()
    failed = Signal(object)

    def __init__(self, everything: Everything, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._everything = everything
        self._turn = 0
        self._text = ""
        self._named_known = False
        self.named = Named()
        self.titles: tuple[EntrySummary, ...] = ()
        self.page: SearchPage | None = None
        #: Whether the titles, or the texts, of the last question are not there yet.
        self.titles_pending = self.texts_pending = False
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._look_in_texts)

    def begin(self) -> None:
        """Read what has a name; what was known of it may have changed."""
        self._named_known = False
        self.ask("")

    def ask(self, text: str) -> None:
        """Look for what was typed; what was asked before ends."""
        self._pause.stop()
        self._turn = self._everything.next_turn()
        self._text, self.titles, self.page = text, (), None
        words = asked(text).words
        self.titles_pending = self.texts_pending = bool(words)
        if words or not self._named_known:
            look = partial(_look, self._everything, self._turn, words, not self._named_known)
            self._run(look, self._on_titles)
        if words:
            self._pause.start()

    def stop(self) -> None:
        """Nobody waits for an answer any more."""
        self._pause.stop()
        self._turn = self._everything.next_turn()
        self.titles_pending = self.texts_pending = False

    @Slot()
    def _look_in_texts(self) -> None:
        query = parse(self._text)
        look = partial(self._everything.find, self._turn, query, limit=_TEXTS)
        self._run(look, self._on_texts)

    def _run(self, look: Any, answer: Any) -> None:
        """Ask beside the main thread; an answer to an older question is dropped."""
        turn = self._turn

        def give(found: object) -> None:
            if turn == self._turn and found is not None:
                answer(found)

        def give_error(error: Exception) -> None:
            if not isinstance(error, LogbookError):
                raise error
            if turn == self._turn:
                self.titles_pending = self.texts_pending = False
                self._pause.stop()
                self.failed.emit(error)

        background.run(look, give, give_error, self)

    def _on_titles(self, found: tuple[Named | None, tuple[EntrySummary, ...] | None]) -> None:
        named, titles = found
        if named is not None:
            self.named, self._named_known = named, True
            self.named_found.emit()
        if titles is not None:
            self.titles, self.titles_pending = titles, False
            self.titles_found.emit()

    def _on_texts(self, page: SearchPage) -> None:
        self.page, self.texts_pending = page, False
        self.texts_found.emit()


def _look(
    everything: Everything, turn: int, words: tuple[str, ...], wants_named: bool
) -> tuple[Named | None, tuple[EntrySummary, ...] | None]:
    """Runs beside the main thread."""
    named = everything.named(turn) if wants_named else None
    return named, everything.titles(turn, words)

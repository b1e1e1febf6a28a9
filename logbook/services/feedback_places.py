# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Where remarks stand: from the lines that were sent home, to the lines now, and out again."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from logbook.core.anchoring import LOST, Placed, Quote, check_quote, place, quote_of
from logbook.core.entry import AnswerKey, Entry, EntryId
from logbook.core.errors import EntryNotFound
from logbook.core.text_map import replace_in
from logbook.services.share_build import home_lines

if TYPE_CHECKING:
    from logbook.core.library import Library
    from logbook.core.remarks import KeptRemark, PlacedRemark
    from logbook.core.sharing import SentAnswer
    from logbook.storage.entries import EntryStore


class HomePlaces:
    """Where things stand at home now; each entry is laid out once."""

    def __init__(self, entries: EntryStore, library: Library) -> None:
        self._entries = entries
        self._library = library
        self._loaded: dict[EntryId, tuple[Entry | None, dict[AnswerKey, str]]] = {}

    def lines(self, entry_id: EntryId) -> dict[AnswerKey, str]:
        """The lines of every answer of an entry; empty when it is gone."""
        return self._load(entry_id)[1]

    def words(self, entry_id: EntryId | None, key: AnswerKey | None) -> tuple[str, str]:
        """Title of an entry and question of an answer, each "" when it is gone."""
        entry = self._load(entry_id)[0] if entry_id else None
        if entry is None or key is None:
            return "", ""
        answer = entry.answer(key)
        return entry.title, answer.wording.prompt_text if answer else ""

    def place(self, remark: KeptRemark, home: str) -> Placed | None:
        """Where a remark stands now; None when it is about a whole answer, or about all."""
        if remark.quote is None:
            return None
        if remark.entry_id is None or remark.key is None or remark.quote.start < 0:
            return LOST
        now = self.lines(remark.entry_id).get(remark.key, "")
        return place(remark.quote, home, now)

    def _load(self, entry_id: EntryId) -> tuple[Entry | None, dict[AnswerKey, str]]:
        if entry_id not in self._loaded:
            try:
                entry = self._entries.load(entry_id)
            except EntryNotFound:
                self._loaded[entry_id] = None, {}
            else:
                exercise = self._library.exercise(entry.exercise_id)
                self._loaded[entry_id] = entry, home_lines(entry, exercise, self._library)
        return self._loaded[entry_id]


def home_quote(quote: Quote, about: SentAnswer) -> Quote | None:
    """The passage in the lines at home that a passage of the sent lines stands for."""
    sent, way = replace_in(about.home, about.places)
    found = check_quote(quote, sent)
    if found is None:
        return None
    start, end = way.back(found.start, found.end)
    return quote_of(about.home, start, end) if start < end else None


def unplaced(quote: Quote | None) -> Quote | None:
    """The passage without its place: for the list of remarks that lost theirs."""
    return replace(quote, start=-1, end=-1) if quote else None


def thread_below(remark_id: str, replies: dict[str, list[KeptRemark]]) -> tuple[KeptRemark, ...]:
    """All replies below a remark, those to replies too, in order of coming in."""
    found: list[KeptRemark] = []
    waiting = list(replies.get(remark_id, ()))
    while waiting:
        reply = waiting.pop(0)
        found.append(reply)
        waiting += replies.get(reply.id, ())
    return tuple(sorted(found, key=lambda r: r.received_at))


def quote_in(placed: PlacedRemark | None, answer: SentAnswer | None) -> Quote | None:
    """The passage of a placed remark in the lines that are sent now."""
    if placed is None or placed.placed is None or placed.is_lost or answer is None:
        return None
    sent, way = replace_in(answer.home, answer.places)
    found = way.forth(placed.placed.start, placed.placed.end)
    return quote_of(sent, *found) if found else None

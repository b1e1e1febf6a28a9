# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Where remarks stand: from the lines that were sent home, to the lines now, and out again.

What cannot be placed in one look is followed through everything that was kept since.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from logbook.core.anchor_text import anchor_text
from logbook.core.anchoring import LOST, How, Placed, Quote, check_quote, place, quote_of
from logbook.core.arrange import Part, arrange
from logbook.core.entry import AnswerKey, Entry, EntryHistory, EntryId, RevisionId, Value
from logbook.core.errors import EntryNotFound
from logbook.core.following import Known, Step, as_placed, follow, steps_of
from logbook.core.history import RawHistory, versions_in_order
from logbook.core.margin import is_margin
from logbook.core.plain import still_chosen
from logbook.core.shared_lines import answer_lines
from logbook.core.text_map import replace_in
from logbook.services.share_build import WORDS, home_lines

if TYPE_CHECKING:
    from logbook.core.exercise import Exercise
    from logbook.core.library import Library
    from logbook.core.remarks import KeptRemark, PlacedRemark
    from logbook.core.sharing import SentAnswer
    from logbook.storage.entries import EntryStore

#: A passage is followed through so many moments, and through so many characters in all.
MOMENTS_MOST = 2_000
_CHARACTERS_MOST = 4_000_000
#: So many passages that were followed are remembered while the logbook is open.
_REMEMBERED = 2_000

#: Where passages that were followed stood last, by remark: quote it began with, and that place.
Memory = dict[str, tuple[Quote, Known]]


@dataclass
class _Loaded:
    entry: Entry | None
    exercise: Exercise | None = None
    lines: dict[AnswerKey, str] = field(default_factory=dict)
    history: EntryHistory | None = None
    steps: dict[tuple[AnswerKey, RevisionId], tuple[Step, ...]] = field(default_factory=dict)


class HomePlaces:
    """Where things stand at home now; each entry is laid out once.

    Args:
        memory: outlives this; a draft that is written on is followed from where it was left.
    """

    def __init__(self, entries: EntryStore, library: Library, memory: Memory) -> None:
        self._entries = entries
        self._library = library
        self._memory = memory
        self._loaded: dict[EntryId, _Loaded] = {}

    def lines(self, entry_id: EntryId) -> dict[AnswerKey, str]:
        """The lines of every answer of an entry; empty when it is gone."""
        return self._load(entry_id).lines

    def words(self, entry_id: EntryId | None, key: AnswerKey | None) -> tuple[str, str]:
        """Title of an entry and question of an answer, each "" when it is gone."""
        entry = self._load(entry_id).entry if entry_id else None
        if entry is None or key is None:
            return "", ""
        answer = entry.answer(key)
        return entry.title, answer.wording.prompt_text if answer else ""

    def place(self, remark: KeptRemark, sent: SentAnswer | None) -> Placed | None:
        """Where a remark stands now; None when it is about a whole answer, or about all.

        Args:
            sent: the answer it was given on.
        """
        quote = remark.quote
        if quote is None:
            return None
        if remark.entry_id is None or sent is None or quote.start < 0:
            return LOST
        if sent.home[quote.start : quote.end] != quote.exact or not quote.exact.strip():
            return LOST
        now = self.lines(remark.entry_id).get(sent.key, "")
        placed = place(quote, sent.home, now)
        return self._followed(remark.id, quote, sent, now) if placed.how is How.LOST else placed

    def _followed(self, remark_id: str, quote: Quote, sent: SentAnswer, now: str) -> Placed:
        """Where a passage stands when what was kept since it was sent is gone through."""
        first, known = self._memory.get(remark_id, (None, None))
        if known is None or first != quote:
            known = Known(sent.home, quote)
            steps = self._steps_since(sent)
            if not steps or steps[-1].text != now:
                return LOST
        else:
            steps = steps_of((known.text, now))
        known, there = follow(known, steps)
        if len(self._memory) >= _REMEMBERED:
            self._memory.clear()
        self._memory[remark_id] = quote, known
        return as_placed(quote, known) if there else LOST

    def _steps_since(self, sent: SentAnswer) -> tuple[Step, ...]:
        """The lines of an answer at every moment since it was sent."""
        loaded = self._load(sent.entry_id)
        place = sent.key, sent.head
        if place not in loaded.steps:
            texts = self._walk(loaded, sent) if loaded.entry else ()
            loaded.steps[place] = steps_of(texts)
        return loaded.steps[place]

    def _walk(self, loaded: _Loaded, sent: SentAnswer) -> Iterator[str]:
        part = self._part(loaded, sent.key)
        if (part is not None and part.rows) or (part is None and not is_margin(sent.key)):
            return
        if loaded.history is None:
            loaded.history = self._entries.history(sent.entry_id)
        answers = (a for a in loaded.history.answers if a.answer.key == sent.key)
        versions = tuple(v for a in answers for v in versions_in_order(a) if not v.aside)
        pinned = [n for n, version in enumerate(versions) if version.revision.id == sent.head]
        if not pinned:
            return
        raw = RawHistory(versions)
        first = raw.last_of(pinned[0])
        count = len(raw.moments) - 1 - first
        most = min(MOMENTS_MOST, _CHARACTERS_MOST // max(1_000, len(sent.home)))
        every = -(-count // most) if count else 1
        # Counted from the last, which must be among them.
        last = len(raw.moments) - 1
        for number in [first, *(n for n in range(first + 1, last + 1) if not (last - n) % every)]:
            value = raw.value_at(number)
            text = None if value is None else self._lines_of(loaded, part, value)
            if number == first and text != sent.home:
                return
            if text is not None:
                yield text

    def _lines_of(self, loaded: _Loaded, part: Part | None, value: Value) -> str:
        if part is None or value == Value(value.text):
            return anchor_text(value.text).text
        entry, exercise = loaded.entry, loaded.exercise
        assert entry is not None, "it has parts"
        shown = still_chosen(replace(part, value=value), entry, exercise)
        return answer_lines(shown, entry, exercise, self._library, WORDS).text

    def _part(self, loaded: _Loaded, key: AnswerKey) -> Part | None:
        assert loaded.entry is not None, "it was sent"
        sections = arrange(loaded.entry, loaded.exercise, hidden=True)
        return next((p for s in sections for p in s.parts if p.key == key), None)

    def _load(self, entry_id: EntryId) -> _Loaded:
        if entry_id not in self._loaded:
            try:
                entry = self._entries.load(entry_id)
            except EntryNotFound:
                self._loaded[entry_id] = _Loaded(None)
            else:
                exercise = self._library.exercise(entry.exercise_id)
                lines = home_lines(entry, exercise, self._library)
                self._loaded[entry_id] = _Loaded(entry, exercise, lines)
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


def words_then(placed: PlacedRemark | None, about: SentAnswer | None) -> str:
    """The words a remark was given on as they were sent then, when they changed since; "" if not.

    What still stands at home but is not sent any more is not told again.
    """
    quote = placed.remark.quote if placed else None
    if placed is None or quote is None or placed.placed is None:
        return ""
    if placed.placed.how not in (How.FUZZY, How.LOST):
        return ""
    if about is None or quote.start < 0:
        return quote.exact
    sent, way = replace_in(about.home, about.places)
    found = way.forth(quote.start, quote.end)
    return sent[found[0] : found[1]] if found else ""


def quote_in(placed: PlacedRemark | None, answer: SentAnswer | None, most: int) -> Quote | None:
    """The passage of a placed remark in the lines that are sent now.

    Args:
        most: a passage of more characters is left out.
    """
    if placed is None or placed.placed is None or placed.is_lost or answer is None:
        return None
    sent, way = replace_in(answer.home, answer.places)
    found = way.forth(placed.placed.start, placed.placed.end)
    if found is None or found[1] - found[0] > most:
        return None
    quote = quote_of(sent, *found)
    return quote if quote.exact.strip() else None

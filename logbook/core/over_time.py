# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Words over time: which of the user's own words return, by quarter, and in which sentences.

Counts words by their lemma. What a lemma is, and which words say nothing, the caller brings. Words
of the question that an answer belongs to are not the user's own and are left out of that answer.
Knows no file and judges nothing.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo

from logbook.core.entry import EntryId
from logbook.core.entry_links import ENTRY_SCHEME
from logbook.core.moment import to_text
from logbook.core.text import without_marks

#: From a word in lower case to the word under which its forms are counted together.
Lemma = Callable[[str], str]

#: A shorter or longer word is not counted.
SHORTEST, LONGEST = 3, 60
#: A longer run of signs is no sentence to show whole.
LONGEST_SENTENCE = 400

# Letters, with single apostrophes and hyphens inside: `foto's`, `co-assistent`.
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
# Links to entries go whole, for their words are a title; of other links the words stay.
_ENTRY_LINK = re.compile(r"\[[^\[\]]*\]\(entry:[^)\s]*\)")
_LINK = re.compile(r"!?\[([^\[\]]*)\]\([^()\s]*(?:\s+\"[^\"]*\")?\)")
_ADDRESS = re.compile(r"\b(?:https?://|www\.|mailto:)\S+|\S+@\S+\.\S+")
# What goes on in small letters is the same sentence: `bijv. de`.
_SENTENCE_END = re.compile(r"(?<=[.!?…])[\"'”’)\]]*\s+(?![a-zà-öø-ÿ])|\n+")
# The years that every system can turn into local time.
_FIRST_YEAR, _LAST_YEAR = 1971, 9998


@dataclass(frozen=True, slots=True, order=True)
class Quarter:
    """Three months: `number` is 1 for January to March."""

    year: int
    number: int

    def begin(self, zone: tzinfo | None = None) -> datetime:
        """Local midnight of its first day, aware; `zone` None is the one of this computer."""
        naive = datetime(self.year, 3 * self.number - 2, 1)
        if zone is None and _FIRST_YEAR <= self.year <= _LAST_YEAR:
            return naive.astimezone()
        return naive.replace(tzinfo=zone or UTC)

    def next(self) -> Quarter:
        """The quarter after this one."""
        if self.number == 4:
            return Quarter(self.year + 1, 1)
        return Quarter(self.year, self.number + 1)


@dataclass(frozen=True, slots=True)
class WordOverTime:
    """One word that returns.

    Args:
        lemma: by which it is asked for.
        forms: how the user wrote it, in lower case, the most frequent form first.
        quarters: the quarters in which it occurs with how often, the oldest first.
    """

    lemma: str
    forms: tuple[str, ...]
    quarters: tuple[tuple[Quarter, int], ...]
    total: int

    @property
    def word(self) -> str:
        """What it is called, and hidden by: the form the user wrote most."""
        return self.forms[0]

    def count(self, quarter: Quarter | None) -> int:
        """How often it occurs in a quarter, or at all (None)."""
        if quarter is None:
            return self.total
        return next((count for known, count in self.quarters if known == quarter), 0)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with the word in it; `marks` are the places of the word, start and end."""

    entry_id: EntryId
    written_at: datetime
    text: str
    marks: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """What the user wrote in one answer, and what stood beside it that is not the user's.

    Args:
        at: the moment it belongs to, as it is stored (`core.moment`).
        given: the question, the title of a card, captions of options.
    """

    entry_id: EntryId
    at: str
    text: str
    given: tuple[str, ...] = ()


class Quarters:
    """From moments as they are stored to quarters of local days.

    Args:
        zone: of the days; None is the one of this computer, with its summer times.
    """

    def __init__(self, zone: tzinfo | None = None) -> None:
        self._zone = zone
        self._years: dict[str, tuple[list[str], list[Quarter]]] = {}

    def of(self, at: str) -> Quarter:
        """The quarter of the local day on which a moment falls."""
        year = at[:4]
        known = self._years.get(year)
        if known is None:
            known = self._years[year] = self._around(int(year))
        starts, quarters = known
        return quarters[max(0, bisect_right(starts, at) - 1)]

    def span(self, quarter: Quarter) -> tuple[str, str]:
        """Its first moment, and the first one after it, as they are stored."""
        return to_text(quarter.begin(self._zone)), to_text(quarter.next().begin(self._zone))

    def _around(self, year: int) -> tuple[list[str], list[Quarter]]:
        quarters = [Quarter(year, number) for number in range(1, 5)]
        if year > 1:
            quarters.insert(0, Quarter(year - 1, 4))
        if year < _LAST_YEAR:
            quarters.append(Quarter(year + 1, 1))
        return [to_text(quarter.begin(self._zone)) for quarter in quarters], quarters


class OwnWords:
    """Counts the user's own words, passage by passage.

    Args:
        lemma: is asked once for each form.
        stop_words: words that say nothing; they are not counted, nor what has one as its lemma.
        hidden: forms of words that are not counted, whatever their form.
    """

    def __init__(
        self,
        lemma: Lemma,
        stop_words: Collection[str],
        hidden: Iterable[str],
        quarters: Quarters,
    ) -> None:
        self._lemmas = _Kept(lemma)
        self._stop_words = stop_words
        self._hidden = frozenset(self._lemmas[word] for word in hidden)
        self._quarters = quarters
        self._given: dict[tuple[str, ...], frozenset[str]] = {}
        self._counts: dict[Quarter, Counter[str]] = {}

    def add(self, passage: Passage) -> None:
        """Count the words of a passage."""
        forms = _forms(own_text(passage.text))
        if passage.given:
            given, lemmas = self._lemmas_given(passage.given), self._lemmas
            forms = [form for form in forms if lemmas[form] not in given]
        quarter = self._quarters.of(passage.at)
        if quarter not in self._counts:
            self._counts[quarter] = Counter()
        self._counts[quarter].update(forms)

    def words(self, minimum: int) -> tuple[WordOverTime, ...]:
        """The words that occur at least so often, the most frequent first."""
        forms: dict[str, Counter[str]] = {}
        quarters: dict[str, dict[Quarter, int]] = {}
        for quarter in sorted(self._counts):
            for form, count in self._counts[quarter].items():
                if not self.counts(form):
                    continue
                lemma = self._lemmas[form]
                forms.setdefault(lemma, Counter())[form] += count
                by_quarter = quarters.setdefault(lemma, {})
                by_quarter[quarter] = by_quarter.get(quarter, 0) + count
        found = [
            WordOverTime(
                lemma,
                tuple(sorted(counts, key=lambda form: (-counts[form], form))),
                tuple(quarters[lemma].items()),
                counts.total(),
            )
            for lemma, counts in forms.items()
            if counts.total() >= minimum
        ]
        return tuple(sorted(found, key=lambda word: (-word.total, word.lemma)))

    def counts(self, form: str) -> bool:
        """Whether a word counts: not too short or long, saying something, and not hidden."""
        if not SHORTEST <= len(form) <= LONGEST or form in self._stop_words:
            return False
        lemma = self._lemmas[form]
        return lemma not in self._stop_words and lemma not in self._hidden

    def sentences(self, passage: Passage, lemma: str) -> Iterator[Sentence]:
        """The sentences of a passage in which a word stands, in order."""
        given = self._lemmas_given(passage.given)
        if lemma in given:
            return
        written_at = datetime.fromisoformat(passage.at)
        for sentence in sentences_of(own_text(passage.text)):
            marks = tuple(
                match.span()
                for match in _WORD.finditer(sentence)
                if self._lemmas[_form(match[0])] == lemma and self.counts(_form(match[0]))
            )
            if marks:
                yield _shown(Sentence(passage.entry_id, written_at, sentence, marks))

    def _lemmas_given(self, given: tuple[str, ...]) -> frozenset[str]:
        known = self._given.get(given)
        if known is None:
            forms = (form for text in given for form in _forms(own_text(text)))
            known = self._given[given] = frozenset(self._lemmas[form] for form in forms)
        return known


class _Kept(dict[str, str]):
    """Lemmas by form, looked up once each; the lemma of a lemma is the lemma."""

    def __init__(self, lemma: Lemma) -> None:
        super().__init__()
        self._lemma = lemma

    def __missing__(self, form: str) -> str:
        chain = [form]
        # `liep` is a form of `lopen`, and that may be a form of `loop`: all of them are one word.
        while (further := self._lemma(chain[-1]).lower()) and further not in chain:
            chain.append(further)
        # Two words that are a form of each other: one of them, whichever was asked for.
        self[form] = min(chain[chain.index(further) :]) if further else chain[-1]
        return self[form]


def own_text(text: str) -> str:
    """The text without what is not a word of the user's: marks, addresses, links to entries."""
    if not text.isascii() and not unicodedata.is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", text)
    text = text.replace("ĳ", "ij").replace("Ĳ", "IJ")
    if ENTRY_SCHEME in text:
        text = _ENTRY_LINK.sub("", text)
    if "](" in text:
        text = _LINK.sub(r"\1", text)
    if "://" in text or "www." in text or "@" in text:
        text = _ADDRESS.sub("", text)
    return without_marks(text)


def sentences_of(text: str) -> Iterable[str]:
    """The sentences of a text without marks, in order; the end of a line ends a sentence too."""
    start = 0
    for match in _SENTENCE_END.finditer(text):
        end = match.start() + len(match[0].rstrip())
        if sentence := " ".join(text[start:end].split()):
            yield sentence
        start = match.end()
    if sentence := " ".join(text[start:].split()):
        yield sentence


def _forms(text: str) -> list[str]:
    return _WORD.findall(text.lower().replace("’", "'"))


def _form(word: str) -> str:
    return word.lower().replace("’", "'")


def _shown(sentence: Sentence) -> Sentence:
    """The part of a very long sentence around the first place of the word."""
    text, marks = sentence.text, sentence.marks
    if len(text) <= LONGEST_SENTENCE:
        return sentence
    start = max(0, min(marks[0][0] - LONGEST_SENTENCE // 3, len(text) - LONGEST_SENTENCE))
    end = start + LONGEST_SENTENCE
    before, after = "… " if start else "", " …" if end < len(text) else ""
    moved = len(before) - start
    kept = tuple((a + moved, b + moved) for a, b in marks if start <= a and b <= end)
    return Sentence(sentence.entry_id, sentence.written_at, before + text[start:end] + after, kept)

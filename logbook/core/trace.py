# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""What could make somebody recognisable in a text, as values; what the finders need to know.

Knows no sentence a user reads: `texts/traces.py` says why something is a trace and what can stand
there instead.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

# A half of a joined word has at least this many letters; no joined word is longer than the other.
_HALF, _LONGEST = 4, 40


class TraceKind(StrEnum):
    """What sort of thing was found."""

    BSN = "bsn"
    PHONE = "phone"
    POSTCODE = "postcode"
    STREET = "street"
    IBAN = "iban"
    EMAIL = "email"
    WEB = "web"
    PLATE = "plate"
    BIRTH = "birth"
    DATE = "date"
    ORGANISATION = "organisation"
    ROLE_PLACE = "role_place"
    KINSHIP = "kinship"
    INITIALS = "initials"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class Trace:
    """One thing that was found.

    Args:
        start, end: its range in the text, in code points.
        text: what stands there, the user's words: never store it.
        subject: what it is about, without title or 's (`Jansen` of `mevrouw Jansen`): the same
            subject elsewhere is the same trace.
        lead: the words that already say who it is, directly before it (`mijn begeleider`).
        before: the word before it in small letters, "" at the start of a sentence.
        owner: it says whose something is (`Fatima's`).
        parts: facts for the proposals: month of a date, role, age or place of a combination.
    """

    kind: TraceKind
    start: int
    end: int
    text: str
    subject: str = ""
    lead: str = ""
    before: str = ""
    owner: bool = False
    parts: tuple[str, ...] = ()

    @property
    def reach(self) -> int:
        """Where a replacement begins: the lead goes with it, so that it does not stand twice."""
        return self.start - len(self.lead) - 1 if self.lead else self.start


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What the finders know of the world. Everything is spelled with its capitals.

    Args:
        words: the dictionary's words in small letters.
        capitals: its words with a capital that are no names of people: places, languages.
        surnames: its words with a capital that may be somebody's name.
        first_names: common first names, also those that are ordinary words.
        large_places: so many people live there that the name alone tells little.
        small_places: other places; may hold several words each.
        known: other names that point at nobody in a logbook; may hold several words.
    """

    words: frozenset[str] = frozenset()
    capitals: frozenset[str] = frozenset()
    surnames: frozenset[str] = frozenset()
    first_names: frozenset[str] = frozenset()
    large_places: frozenset[str] = frozenset()
    small_places: frozenset[str] = frozenset()
    known: frozenset[str] = frozenset()
    phrases: Phrases = field(init=False, compare=False)

    def __post_init__(self) -> None:
        named = self.large_places | self.small_places | self.known
        object.__setattr__(self, "phrases", Phrases(named))

    def knows_capital(self, word: str) -> bool:
        """Whether a word with a capital is in the dictionary, and no name of a person."""
        return self.is_known(word) or any(
            form in self.capitals and form not in self.surnames for form in _forms(word)
        )

    def is_known(self, word: str) -> bool:
        """Whether it is a form of a known name or a large place."""
        return any(form in self.known or form in self.large_places for form in _forms(word))

    def knows_word(self, word: str) -> bool:
        """Whether the dictionary has the word in small letters, or the word it is a form of."""
        return any(form in self.words for form in _forms(word.lower()))

    def is_joined(self, word: str) -> bool:
        """Whether two words of the dictionary make it up, perhaps with an s: `Jeugdzorg`."""
        word = word.lower()
        for cut in range(_HALF, min(len(word) - _HALF + 1, _LONGEST)):
            if word[cut:] in self.words and (
                word[:cut] in self.words or (word[cut - 1] == "s" and word[: cut - 1] in self.words)
            ):
                return True
        return False


class Phrases:
    """Names of one or more words, found by their first word, the longest first."""

    def __init__(self, names: frozenset[str]) -> None:
        by_first: dict[str, list[str]] = {}
        for name in names:
            by_first.setdefault(first_word(name), []).append(name)
        self._by_first = {
            first: tuple(sorted(found, key=len, reverse=True)) for first, found in by_first.items()
        }

    def at(self, text: str, start: int, word: str) -> str:
        """The longest name that begins with `word` at `start`; "" when there is none."""
        for name in self._by_first.get(first_word(word), ()):
            end = start + len(name)
            if text.startswith(name, start) and not text[end : end + 1].isalnum():
                return name
        return ""


def first_word(name: str) -> str:
    """A name up to its first blank or hyphen."""
    return name.replace("-", " ", 1).split(" ", 1)[0]


def _forms(word: str) -> tuple[str, ...]:
    """A word and what it may be a form of: `Surinaamse` of `Surinaams`, `leerdoelen`, `'s`."""
    forms = [word]
    for ending in ("'s", "’s", "en", "e", "s", "n"):
        stem = word[: -len(ending)]
        if word.endswith(ending) and len(stem) > 2:
            forms.append(stem)
            if ending in ("en", "e") and stem[-1] == stem[-2]:
                forms.append(stem[:-1])
    return tuple(forms)

# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""How well the words that somebody typed fit a title. Accents and capitals make no difference.

What is ranked, and what is done with it, is left to others.
"""

from __future__ import annotations

from enum import IntEnum
from typing import NamedTuple

from logbook.core.folding import fold, words_of
from logbook.core.query import Query, Term

#: More words than these are not looked at.
_WORDS = 16
#: Shorter words are not taken for a mistyped one.
_TYPO_LENGTH = 4


class Rank(IntEnum):
    """How a title fits, the best first."""

    START = 0
    WORDS = 1
    INSIDE = 2
    BESIDE = 3
    TYPO = 4


class Asked(NamedTuple):
    """What was typed: its words, folded. Without words nothing fits."""

    words: tuple[str, ...]

    @property
    def marks(self) -> Query:
        """The words as terms to mark in a text (`core.snippets.highlights`)."""
        return Query(tuple((Term(word),) for word in self.words))


class Titled(NamedTuple):
    """A title to rank, folded, and words beside it that lead to the same thing."""

    words: tuple[str, ...]
    beside: str = ""


def asked(text: str) -> Asked:
    """What somebody typed, made ready."""
    return Asked(tuple(words_of(fold(text))[:_WORDS]))


def titled(title: str, *beside: str) -> Titled:
    """A title made ready, and texts that stand beside it."""
    found = (word for text in beside for word in words_of(fold(text)))
    return Titled(tuple(words_of(fold(title))), "".join(f" {word}" for word in found))


def rank(typed: Asked, title: Titled) -> Rank | None:
    """How well a title fits; None when it does not. A mistyped letter is left to `rank_typo`."""
    words = typed.words
    if not words:
        return None
    line = " ".join(title.words)
    if line.startswith(" ".join(words)):
        return Rank.START
    spaced = f" {line}"
    if all(f" {word}" in spaced for word in words):
        return Rank.WORDS
    if all(word in line for word in words):
        return Rank.INSIDE
    if all(word in line or f" {word}" in title.beside for word in words):
        return Rank.BESIDE
    return None


def rank_typo(typed: Asked, title: Titled) -> Rank | None:
    """`Rank.TYPO` when the title fits but for one letter in each word; None otherwise."""
    line = " ".join(title.words)
    if typed.words and all(word in line or _is_near(word, title.words) for word in typed.words):
        return Rank.TYPO
    return None


def _is_near(word: str, words: tuple[str, ...]) -> bool:
    """Whether one of the words begins with this one but for a letter."""
    if len(word) < _TYPO_LENGTH:
        return False
    lengths = range(len(word) - 1, len(word) + 2)
    return any(_one_off(word, each[:length]) for each in words for length in lengths)


def _one_off(one: str, other: str) -> bool:
    """Whether a letter was changed, added, left out, or two that stand together were swapped."""
    if len(one) > len(other):
        one, other = other, one
    start = 0
    while start < len(one) and one[start] == other[start]:
        start += 1
    if len(one) < len(other):
        return len(other) - len(one) == 1 and one[start:] == other[start + 1 :]
    if one[start + 1 :] == other[start + 1 :]:
        return True
    swapped = one[start : start + 2][::-1] == other[start : start + 2]
    return swapped and one[start + 2 :] == other[start + 2 :]

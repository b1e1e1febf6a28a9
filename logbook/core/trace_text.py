# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Looking around in a text: where sentences start, which word stands before, what is no text.

Every look goes a fixed number of characters far, so that the finders stay linear.
"""

from __future__ import annotations

import re
from collections.abc import Container

from logbook.core.trace import Trace, TraceKind
from logbook.core.trace_words import words

_FAR = 40
_ANY_WORD = re.compile(r"[^\W\d_]{2,40}")
_OPENING = "\"'‘’“”„«([*_~>#- \t•–—%|"
_QUOTES = "\"'‘“„«|"
_ENDING = ".!?…:;|"
_LINE_NUMBER = re.compile(r"\s{0,20}\d{1,3}[.)]\s{1,5}")
_WORD_BEFORE = re.compile(r"([^\W\d_]{1,30}(?:\.[^\W\d_]{1,5}){0,3}\.?)[ \t*_]{0,5}$")
# What a link points at: an entry, a picture, a heading. Addresses on the web stay to be found.
_LINK_TARGET = re.compile(r"\]\((?!https?:|www\.)[^()\s]{1,200}\)")

#: After these a full stop ends no sentence.
ABBREVIATIONS = words(
    "bijv bv mw mevr mej dhr dr drs ing ir prof mr fam ca evt incl excl nl o.a m.n d.w.z i.v.m "
    "m.b.t t.a.v n.a.v resp st nr tel zgn geb"
)
#: Between a first name and a surname.
PARTICLES = words("van der den de het ter ten te la le el al ben von")


def without_targets(text: str) -> str:
    """The text with the targets of its own links blanked; every position stays."""
    return _LINK_TARGET.sub(lambda match: "](" + " " * (len(match[0]) - 3) + ")", text)


def starts_sentence(text: str, start: int) -> bool:
    """Whether a capital at `start` says nothing, because a sentence, line or quote begins."""
    low = max(0, start - _FAR)
    at = start
    while at > low and text[at - 1] in _OPENING:
        at -= 1
        if text[at] in _QUOTES and (text[at] == "|" or at == 0 or not text[at - 1].isalnum()):
            return True
    if at == 0 or text[at - 1] == "\n":
        return True
    if at == low:
        return False
    line = text.rfind("\n", low, start) + 1
    if line > low or low == 0:
        numbered = _LINE_NUMBER.match(text, line, start)
        if numbered and numbered.end() == start:
            return True
    before = text[at - 1]
    if before not in _ENDING:
        return False
    if before == "." and at < start:
        word = _WORD_BEFORE.search(text, low, at)
        return not (word and word[1].rstrip(".").lower() in ABBREVIATIONS) and not (
            at >= 2 and text[at - 2].isupper() and (at < 3 or not text[at - 3].isalpha())
        )
    return True


def word_before(text: str, start: int) -> str:
    """The word directly before `start`, with its capitals; "" when a sign stands between."""
    low = max(0, start - _FAR)
    match = _WORD_BEFORE.search(text[low:start])
    if match is None:
        return ""
    word = match[1]
    return "" if word.endswith(".") and word[:-1].lower() not in ABBREVIATIONS else word


def words_before(text: str, start: int, count: int) -> tuple[str, ...]:
    """Up to `count` words directly before `start`, the nearest first, single blanks between."""
    found: list[str] = []
    at = start
    for _ in range(count):
        if at < 2 or text[at - 1] != " ":
            break
        low = at - 1
        while low > 0 and at - low < _FAR and (text[low - 1].isalpha() or text[low - 1] in "-’'"):
            low -= 1
        if low == at - 1:
            break
        found.append(text[low : at - 1])
        at = low
    return tuple(found)


def trace_at(
    kind: TraceKind, text: str, start: int, end: int, parts: tuple[str, ...] = ()
) -> Trace:
    """A trace that is its own subject, with the word before it."""
    before = "" if starts_sentence(text, start) else word_before(text, start).lower()
    found = text[start:end]
    return Trace(kind, start, end, found, subject=found, before=before, parts=parts)


def cues(text: str, words: Container[str], endings: tuple[str, ...]) -> list[tuple[int, str]]:
    """Where a word stands that is one of `words`, or ends like one; with it in small letters.

    One pass for all finders that begin at a word: faster than a pattern for each.
    """
    found = []
    for match in _ANY_WORD.finditer(text):
        small = match[0].lower()
        if small in words or small.endswith(endings):
            found.append((match.start(), small))
    return found

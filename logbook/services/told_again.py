# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Words of an earlier round in a next one: with the names as they are now, and nothing that stays
home by now.

The reader saw these words once; the packet of now may be read by others, and its sender counts on
what was replaced or made private since.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from logbook.core.sharing import SentAnswer
from logbook.core.text_map import replace_in

#: Words that could tell something; shorter ones stand everywhere.
_WORD = re.compile(r"\w{3,}")


def told_again(text: str, answer: SentAnswer | None, answers: Iterable[SentAnswer]) -> str:
    """Words of an earlier round as they may be told now; "" when they hold what stays home now.

    Args:
        answer: the answer they stood in, as it is sent now.
        answers: all answers that are sent now.
    """
    told = _with_new_names(text, answers)
    if answer is None or not told:
        return told
    out = {
        word
        for place in answer.places
        for word in _words(answer.home[place.start : place.end]) - _words(place.words)
    }
    out -= _words(replace_in(answer.home, answer.places)[0])
    return "" if out & _words(told) else told


def _with_new_names(text: str, answers: Iterable[SentAnswer]) -> str:
    names: dict[str, str] = {}
    for answer in answers:
        for place in answer.places:
            name = answer.home[place.start : place.end].strip()
            names.setdefault(name, place.words.strip())
    for name, words in sorted(names.items(), key=lambda each: -len(each[0])):
        if name and words:
            text = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", lambda _, w=words: w, text)  # type: ignore[misc]
    return text


def _words(text: str) -> set[str]:
    return {found.casefold() for found in _WORD.findall(text)}

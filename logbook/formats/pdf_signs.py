# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Signs that a PDF has no letter for, and words that fit on no line.

A tagged PDF may hold no sign without a letter, so each of them is shown as `NO_LETTER`: it is
never left out without a trace.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from typing import Any

from logbook.core.text import clean_text

NO_LETTER = "□"
#: Everything up to here has a letter in our fonts.
_LATIN_END = "\u017f"
_LONG_WORD = re.compile(r"[^\s\u200b]{60,}")
_STEP = 12
_MAY_BREAK = "\u200b"


def mapped(value: Any, change: Callable[[str], str]) -> Any:
    """The same JSON with every text in it changed; keys stay."""
    if isinstance(value, str):
        return change(value)
    if isinstance(value, list):
        return [mapped(each, change) for each in value]
    if isinstance(value, dict):
        return {key: mapped(each, change) for key, each in value.items()}
    return value


def fitting(text: str) -> str:
    """Text without control characters, in which very long words may break."""
    return _LONG_WORD.sub(lambda found: _MAY_BREAK.join(_steps(found[0])), clean_text(text).text)


def _steps(word: str) -> Iterable[str]:
    """A word in pieces; signs that belong together stay together."""
    begin = 0
    for at in range(1, len(word)):
        joined = unicodedata.category(word[at])[0] in "MC" or word[at - 1] == "\u200d"
        if at - begin >= _STEP and not joined:
            yield word[begin:at]
            begin = at
    yield word[begin:]


def rare_signs(texts: str) -> list[str]:
    """The signs of a text of which it is not certain that there is a letter for them."""
    return sorted({sign for sign in texts if sign > _LATIN_END})


def signs_without_letter(signs: list[str], shows: Callable[[str], bool]) -> set[str]:
    """Which of these signs cannot be shown.

    Args:
        shows: whether all signs of a text can be shown; asked about halves of halves.
    """
    if not signs or shows("\u2003".join(signs)):
        return set()
    if len(signs) == 1:
        return set(signs)
    middle = len(signs) // 2
    return signs_without_letter(signs[:middle], shows) | signs_without_letter(signs[middle:], shows)


def without(signs: Iterable[str]) -> Callable[[str], str]:
    """A change that puts `NO_LETTER` in the place of these signs."""
    table = str.maketrans(dict.fromkeys(signs, NO_LETTER))
    return lambda text: text.translate(table)

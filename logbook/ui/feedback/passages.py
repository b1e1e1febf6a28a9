# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Where a passage of an answer stands in the words as they are shown. Knows no widgets.

What is shown has the same words in the same order, with other blanks, sometimes without its first
line (it is the title) and with marks in between. Where that leaves any doubt, there is no place.
"""

from __future__ import annotations

from bisect import bisect_left
from itertools import compress

#: What stands in a document for a picture.
_PICTURE = "\ufffc"


def passage_in(shown: str, text: str, start: int, end: int) -> tuple[int, int] | None:
    """Where the passage from `start` to `end` of `text` stands in `shown`; None when unsure.

    Args:
        shown: the words of one answer as a document has them.
        text: the same answer as lines, which the places count in.
    """
    return passage_between(Squeezed(shown), Squeezed(text), start, end)


def passage_between(
    words: Squeezed, wanted: Squeezed, start: int, end: int
) -> tuple[int, int] | None:
    """As `passage_in`, for who looks for more than one passage in the same words."""
    first, last = wanted.number(start), wanted.number(end)
    if first == last:
        return None
    if wanted.text.endswith(words.text):
        # The same, or the same without what stands above it as a title.
        gone = len(wanted.text) - len(words.text)
        return words.range(first - gone, last - gone) if first >= gone else None
    passage = wanted.text[first:last]
    there, known = _places(passage, words.text), _places(passage, wanted.text)
    if len(there) != len(known):
        return None
    at = there[known.index(first)]
    return words.range(at, at + len(passage))


class Squeezed:
    """A text without blanks and pictures, and the way back to where its signs stand."""

    def __init__(self, text: str) -> None:
        kept = [not (sign.isspace() or sign == _PICTURE) for sign in text]
        self.text = "".join(compress(text, kept))
        self._places = list(compress(range(len(text)), kept))

    def number(self, place: int) -> int:
        """How many signs are kept before a place of the text."""
        return bisect_left(self._places, place)

    def range(self, first: int, last: int) -> tuple[int, int]:
        """Begin and end in the text of the signs from `first` to `last`."""
        return self._places[first], self._places[last - 1] + 1


def _places(words: str, text: str) -> list[int]:
    found = []
    at = text.find(words)
    while at >= 0:
        found.append(at)
        at = text.find(words, at + 1)
    return found

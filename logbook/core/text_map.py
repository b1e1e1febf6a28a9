# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""How a text that was made from another leads back to it, character by character.

Used where words are taken out or replaced before a text leaves, and where Markdown becomes plain
text: a place in what others saw is found again in what the user typed. Offsets are code points.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple


class Stretch(NamedTuple):
    """A piece of the made text and the piece of the source that it stands for.

    Equal lengths mean that it was copied; else it was put in the place of the source's words.
    """

    start: int
    length: int
    source: int
    reach: int


class Replacement(NamedTuple):
    """Words that come in the place of `start` to `end` of a text; "" takes them out."""

    start: int
    end: int
    words: str


class TextMap:
    """Leads ranges of a made text back to its source, and forth.

    Args:
        stretches: in order, without gaps in the made text; gaps in the source were left out.
    """

    def __init__(self, stretches: Iterable[Stretch]) -> None:
        self._stretches = tuple(s for s in stretches if s.length or s.reach)
        self._starts = [s.start for s in self._stretches]

    def back(self, start: int, end: int) -> tuple[int, int]:
        """The range of the source that a range of the made text stands for.

        A range that begins or ends inside replaced words covers all that they replaced.
        """
        if not self._stretches:
            return 0, 0
        first = self._at(start)
        last = self._at(max(start, end - 1))
        low = first.source
        if first.length == first.reach:
            low += min(start - first.start, first.reach)
        high = last.source + last.reach
        if last.length == last.reach:
            high = last.source + min(end - last.start, last.reach)
        return low, max(low, high)

    def forth(self, start: int, end: int) -> tuple[int, int] | None:
        """The range of the made text for a range of the source; None when nothing of it is left."""
        low: int | None = None
        high = 0
        for each in self._stretches:
            over = max(start, each.source), min(end, each.source + each.reach)
            if over[0] >= over[1] or not each.length:
                continue
            copied = each.length == each.reach
            begin = each.start + (over[0] - each.source if copied else 0)
            stop = each.start + (over[1] - each.source if copied else each.length)
            low = begin if low is None else low
            high = stop
        return None if low is None else (low, high)

    def _at(self, place: int) -> Stretch:
        """The stretch a character stands in; of those without length the one before it."""
        index = max(0, bisect_right(self._starts, place) - 1)
        while index > 0 and not self._stretches[index].length:
            index -= 1
        return self._stretches[index]


def replace_in(text: str, replacements: Sequence[Replacement]) -> tuple[str, TextMap]:
    """The text with these replacements, and the way back.

    Args:
        replacements: in any order; where two overlap, the one that begins first counts (of two
            that begin alike the longest), as long as it lies inside the text.
    """
    pieces: list[str] = []
    stretches: list[Stretch] = []
    made = done = 0

    def add(words: str, source: int, reach: int) -> None:
        nonlocal made
        pieces.append(words)
        stretches.append(Stretch(made, len(words), source, reach))
        made += len(words)

    for start, end, words in sorted(replacements, key=lambda r: (r.start, -r.end)):
        if start < done or end > len(text) or end <= start:
            continue
        if start > done:
            add(text[done:start], done, start - done)
        if len(words) == end - start and words != text[start:end]:
            # As long as what it replaces, and still no copy: in two, so that the lengths differ.
            add(words, start, end - start - 1)
            add("", end - 1, 1)
        else:
            add(words, start, end - start)
        done = end
    if done < len(text):
        add(text[done:], done, len(text) - done)
    return "".join(pieces), TextMap(stretches)

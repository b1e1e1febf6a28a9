# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""What changed between two texts, by whole words. Bounded: two megabytes take some seconds.

What is equal at both ends goes first. A small middle is compared by `difflib`; a large one is cut
at rows of words that stand once in both texts, and a part for which that does not help is replaced
whole. So the outcome may be coarser than the least change, but it is never wrong.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from difflib import SequenceMatcher
from enum import StrEnum

from logbook.core.history import splice_between

#: Parts of so many pairs of words are compared word by word.
_SMALL = 160_000
#: All parts together; what goes over it is replaced whole.
_BUDGET = 12_000_000
#: Rows of so many words mark a place; in what is left between them, single words do.
_ROWS = (8, 3, 1)

_NEVER = datetime.min.replace(tzinfo=UTC)
_TOKEN = re.compile(r"(\w+(?:['’\-]\w+)*|[^\w\s])(\s*)|(\s+)")


class Change(StrEnum):
    """What happened to a piece of text."""

    SAME = "same"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text; in a replacement what was removed comes first."""

    change: Change
    text: str


def diff_words(old: str, new: str) -> tuple[Piece, ...]:
    """Pieces in order: the same and removed ones make `old`, the same and added ones `new`."""
    if old == new:
        return (Piece(Change.SAME, new),) if new else ()
    pieces = _Pieces()
    head, tail = _equal_ends(old, new)
    pieces.add(Change.SAME, old[:head])
    before, after = _tokens(old[head : len(old) - tail]), _tokens(new[head : len(new) - tail])
    at_old = at_new = 0
    for first, second, size in _blocks([w for w, _ in before], [w for w, _ in after]):
        pieces.replace(_join(before[at_old:first]), _join(after[at_new:second]))
        for (word, blank), (_, new_blank) in zip(
            before[first : first + size], after[second : second + size], strict=True
        ):
            pieces.add(Change.SAME, word)
            if blank == new_blank:
                pieces.add(Change.SAME, blank)
            else:
                pieces.replace(blank, new_blank)
        at_old, at_new = first + size, second + size
    pieces.replace(_join(before[at_old:]), _join(after[at_new:]))
    pieces.add(Change.SAME, old[len(old) - tail :])
    return pieces.done()


def count_changes(pieces: Iterable[Piece]) -> int:
    """How many places differ; a word replaced by another is one place."""
    count, inside = 0, False
    for piece in pieces:
        changed = piece.change is not Change.SAME
        count += changed and not inside
        inside = changed
    return count


def _equal_ends(old: str, new: str) -> tuple[int, int]:
    """How many characters are equal at the start and at the end, both ending between words."""
    splice = splice_between(old, new, _NEVER)
    assert splice is not None, "equal texts were told apart before"
    head = splice.offset
    tail = len(old) - head - len(splice.removed)
    while head and not old[head - 1].isspace():
        head -= 1
    while tail and not old[len(old) - tail].isspace():
        tail -= 1
    # A row of blanks stays with the word before it.
    while tail and old[len(old) - tail].isspace():
        tail -= 1
    return head, tail


def _tokens(text: str) -> list[tuple[str, str]]:
    """Words and signs, each with the blanks behind it: blanks alone do not make another word."""
    return [(found[1] or "", found[2] or found[3] or "") for found in _TOKEN.finditer(text)]


def _join(tokens: Sequence[tuple[str, str]]) -> str:
    return "".join([word + blank for word, blank in tokens])


class _Pieces:
    """Gathers pieces; neighbours that went the same way become one."""

    def __init__(self) -> None:
        self._found: list[tuple[Change, list[str]]] = []

    def add(self, change: Change, text: str) -> None:
        if not text:
            return
        if self._found and self._found[-1][0] is change:
            self._found[-1][1].append(text)
        else:
            self._found.append((change, [text]))

    def replace(self, old: str, new: str) -> None:
        # The blank behind a word stays when another word comes in its place.
        blank = old[len(old.rstrip()) :]
        if not blank or not new.endswith(blank) or new.rstrip() + blank != new:
            blank = ""
        self.add(Change.REMOVED, old[: len(old) - len(blank)])
        self.add(Change.ADDED, new[: len(new) - len(blank)])
        self.add(Change.SAME, blank)

    def done(self) -> tuple[Piece, ...]:
        return tuple(Piece(change, "".join(texts)) for change, texts in self._found)


def _blocks(old: list[str], new: list[str]) -> Iterator[tuple[int, int, int]]:
    """Stretches that are equal, in order: place in `old`, place in `new`, length."""
    budget = _BUDGET
    waiting = [(0, len(old), 0, len(new), 0)]
    while waiting:
        low, high, first, last, level = waiting.pop()
        head = _head(old, new, low, high, first, last)
        if head:
            yield low, first, head
        low, first = low + head, first + head
        tail = _tail(old, new, low, high, first, last)
        if tail:
            # Told after what stands before it: the stack gives it back as equal words.
            waiting.append((high - tail, high, last - tail, last, level))
            waiting.append((low, high - tail, first, last - tail, level))
            continue
        work = (high - low) * (last - first)
        if not work:
            continue
        if work <= _SMALL and work <= budget:
            budget -= work
            matcher = SequenceMatcher(None, old[low:high], new[first:last], autojunk=False)
            for block in matcher.get_matching_blocks():
                if block.size:
                    yield low + block.a, first + block.b, block.size
            continue
        for next_level in range(level, len(_ROWS)):
            places = _anchors(old, new, (low, high, first, last), _ROWS[next_level])
            if places:
                waiting += _between(places, (low, high, first, last), next_level)
                break


def _between(
    places: list[tuple[int, int]], part: tuple[int, int, int, int], level: int
) -> list[tuple[int, int, int, int, int]]:
    """A part cut at these places, the first piece last; each place begins a piece."""
    low, high, first, last = part
    starts = [(low, first), *places]
    ends = [*places, (high, last)]
    cut = [
        (a, b, c, d, level) for (a, c), (b, d) in zip(starts, ends, strict=True) if (a, c) != (b, d)
    ]
    return cut[::-1]


def _anchors(
    old: list[str], new: list[str], part: tuple[int, int, int, int], size: int
) -> list[tuple[int, int]]:
    """Places where a row of words that stands once in both begins, rising in both."""
    low, high, first, last = part
    ours, theirs = _once(old, low, high, size), _once(new, first, last, size)
    pairs = sorted((ours[row], theirs[row]) for row in ours.keys() & theirs.keys())
    # Longest rising row of places in `new` (patience sorting).
    tops: list[int] = []
    ends: list[int] = []
    behind: list[int] = []
    for number, (_, place) in enumerate(pairs):
        pile = bisect_left(tops, place)
        behind.append(ends[pile - 1] if pile else -1)
        if pile == len(tops):
            tops.append(place)
            ends.append(number)
        else:
            tops[pile] = place
            ends[pile] = number
    rising = []
    at = ends[-1] if ends else -1
    while at >= 0:
        rising.append(pairs[at])
        at = behind[at]
    rising.reverse()
    # A place at the very start would cut nothing off.
    return [place for place in rising if place != (low, first)]


def _once(words: list[str], low: int, high: int, size: int) -> dict[tuple[str, ...], int]:
    rows = list(zip(*(words[low + n : high] for n in range(size)), strict=False))
    counts = Counter(rows)
    return {row: low + n for n, row in enumerate(rows) if counts[row] == 1}


def _head(old: list[str], new: list[str], low: int, high: int, first: int, last: int) -> int:
    size, limit = 0, min(high - low, last - first)
    while size < limit and old[low + size] == new[first + size]:
        size += 1
    return size


def _tail(old: list[str], new: list[str], low: int, high: int, first: int, last: int) -> int:
    size, limit = 0, min(high - low, last - first)
    while size < limit and old[high - 1 - size] == new[last - 1 - size]:
        size += 1
    return size

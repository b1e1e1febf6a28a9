# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Following a passage through what was kept between then and now, one change at a time.

Where `place` sees many changes at once and gives a short passage up, each of them alone often
leaves no doubt. A passage that changed so much on the way that it is not like itself is given up.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import NamedTuple

from logbook.core.anchoring import LOST, How, Placed, Quote, is_like, place, quote_of
from logbook.core.history import splice_between

#: So many characters between a passage and a change say that the passage is no copy of it.
_BETWEEN = 40
_NEVER = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Known:
    """The last text in which a passage was found, and the passage there."""

    text: str
    quote: Quote


class Step(NamedTuple):
    """A text that was made from the one before it: `begin` to `end` there, to `stop` here."""

    text: str
    begin: int
    end: int
    stop: int


def steps_of(texts: Iterable[str]) -> tuple[Step, ...]:
    """What changed from each text to the next one; equal neighbours are one text."""
    found = []
    before: str | None = None
    for now in texts:
        change = None if before is None else splice_between(before, now, _NEVER)
        if change is not None:
            begin = change.offset
            end, stop = begin + len(change.removed), begin + len(change.inserted)
            found.append(Step(now, begin, end, stop))
        before = now
    return tuple(found)


def follow(known: Known, steps: Sequence[Step]) -> tuple[Known, bool]:
    """Follow a passage through texts.

    Args:
        steps: the first one from the text in which the passage is known.

    Returns:
        Where it was known last, and whether that is the last text.
    """
    text, start, end = known.text, known.quote.start, known.quote.end
    for step in steps:
        at = _beside(text, start, end, step)
        if at is not None:
            text, start, end = step.text, at, at + end - start
            continue
        placed = place(quote_of(text, start, end), text, step.text)
        if placed.how is How.LOST:
            last = Known(text, quote_of(text, start, end))
            return _come_back(last, steps[-1].text)
        text, start, end = step.text, placed.start, placed.end
    return Known(text, quote_of(text, start, end)), True


def as_placed(first: Quote, known: Known) -> Placed:
    """Where a passage stands that was followed from `first`; LOST when it is hardly like it."""
    now = known.quote
    if now.exact == first.exact:
        return Placed(now.start, now.end, How.EXACT if now.start == first.start else How.SHIFTED)
    if is_like(first.exact, now.exact):
        return Placed(now.start, now.end, How.FUZZY)
    return LOST


def _come_back(known: Known, now: str) -> tuple[Known, bool]:
    """What was taken out can be put in again."""
    placed = place(known.quote, known.text, now)
    if placed.how is How.LOST:
        return known, False
    return Known(now, quote_of(now, placed.start, placed.end)), True


def _beside(text: str, start: int, end: int, step: Step) -> int | None:
    """Where a passage beside the one stretch that changed begins; None when there is doubt.

    There is doubt when the passage with what stands between it and the change stands in what
    changed too: then nobody can tell which of the two was there first.
    """
    if end <= step.begin:
        words, at = text[start : min(step.begin, end + _BETWEEN)], start
    elif start >= step.end:
        words = text[max(step.end, start - _BETWEEN) : end]
        at = start + step.stop - step.end
    else:
        return None
    reach = len(words) - 1
    low = max(0, step.begin - reach)
    doubt = words in text[low : step.end + reach] or words in step.text[low : step.stop + reach]
    return None if doubt else at

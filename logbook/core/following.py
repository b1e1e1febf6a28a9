# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Following a passage through what was kept between then and now, one change at a time.

Where `place` sees many changes at once and gives a short passage up, each of them alone often
leaves no doubt. A passage that changed so much on the way that it is not like itself is given up.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

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


def follow(known: Known, texts: Iterable[str]) -> tuple[Known, bool]:
    """Follow a passage through texts, each made from the one before it.

    Returns:
        Where it was known last, and whether that is the last text.
    """
    texts = list(texts)
    for now in texts:
        placed = _step(known, now)
        if placed.how is How.LOST:
            # It may have come back: what was taken out can be put in again.
            last = place(known.quote, known.text, texts[-1])
            if last.how is How.LOST:
                return known, False
            return Known(texts[-1], quote_of(texts[-1], last.start, last.end)), True
        known = Known(now, quote_of(now, placed.start, placed.end))
    return known, True


def as_placed(first: Quote, known: Known) -> Placed:
    """Where a passage stands that was followed from `first`; LOST when it is hardly like it."""
    now = known.quote
    if now.exact == first.exact:
        return Placed(now.start, now.end, How.EXACT if now.start == first.start else How.SHIFTED)
    if is_like(first.exact, now.exact):
        return Placed(now.start, now.end, How.FUZZY)
    return LOST


def _step(known: Known, now: str) -> Placed:
    at = None if now == known.text else _beside(known.quote, known.text, now)
    if at is not None:
        return Placed(at, at + len(known.quote.exact), How.SHIFTED)
    return place(known.quote, known.text, now)


def _beside(quote: Quote, text: str, now: str) -> int | None:
    """Where a passage beside the one stretch that changed begins; None when there is doubt.

    There is doubt when the passage with what stands between it and the change stands in what
    changed too: then nobody can tell which of the two was there first.
    """
    change = splice_between(text, now, _NEVER)
    assert change is not None, "equal texts were told apart before"
    begin, end = change.offset, change.offset + len(change.removed)
    if quote.end <= begin:
        words, at = text[quote.start : min(begin, quote.end + _BETWEEN)], quote.start
    elif quote.start >= end:
        words, at = text[max(end, quote.start - _BETWEEN) : quote.end], quote.start
        at += len(now) - len(text)
    else:
        return None
    reach = len(words) - 1
    stop = begin + len(change.inserted)
    doubt = words in text[max(0, begin - reach) : end + reach]
    return None if doubt or words in now[max(0, begin - reach) : stop + reach] else at

# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Following a passage through what was kept between then and now, one change at a time.

Where `place` sees many changes at once and gives a short passage up, each of them alone often
leaves no doubt. A passage that changed so much on the way that it is not like itself is given up.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from logbook.core.anchoring import LOST, How, Placed, Quote, is_like, place, quote_of, untouched


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
    quote = known.quote
    if now != known.text and (at := untouched(quote, known.text, now)) is not None:
        return Placed(at, at + len(quote.exact), How.SHIFTED)
    return place(quote, known.text, now)

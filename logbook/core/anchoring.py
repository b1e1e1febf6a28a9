# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Finding the passage of a remark again after the text was written on.

A remark keeps the words it is about with some words around them and their place. When the text
changes, the passage is placed exactly, shifted or by likeness; where that would be a guess it is
given up, and the remark goes to the list of those that lost their place.

Source: W3C, Web Annotation Data Model (2017), 4.2.4 Text Quote Selector and 4.2.5 Text Position
Selector: exact, prefix, suffix; start and end in code points.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from difflib import SequenceMatcher
from enum import StrEnum

from logbook.core.history import splice_between
from logbook.core.words_diff import Change, diff_words

#: So many characters before and after a passage are kept with it.
CONTEXT = 32
#: So many characters next to a passage say which of several equal ones it is.
_CERTAIN = 20
#: And when another of them has so many of these in common, nothing is certain.
_DOUBT = 10
#: A changed passage must be this much like the remembered one (ratio of difflib).
_LIKE = 0.6
#: Longer passages and windows are not compared by likeness.
_FUZZY_LIMIT = 4_000
_NEVER = datetime.min.replace(tzinfo=UTC)
#: More equal passages than this are not weighed against each other.
_MANY = 2_000


class How(StrEnum):
    """How a passage was found again."""

    EXACT = "exact"
    SHIFTED = "shifted"
    FUZZY = "fuzzy"
    LOST = "lost"


@dataclass(frozen=True, slots=True)
class Quote:
    """A passage of an anchor text: its words, what stands around them, and where."""

    exact: str
    prefix: str
    suffix: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a passage stands now; both ends are 0 when it is lost."""

    start: int
    end: int
    how: How


LOST = Placed(0, 0, How.LOST)


def quote_of(text: str, start: int, end: int) -> Quote:
    """The passage from `start` to `end` of a text, with its surroundings."""
    return Quote(
        text[start:end],
        text[max(0, start - CONTEXT) : start],
        text[end : end + CONTEXT],
        start,
        end,
    )


def check_quote(quote: Quote, sent: str) -> Quote | None:
    """The quote as it stands in the text it was taken from; None when it does not stand there.

    A quote from a Word file or pasted text may have the wrong place or none: then its words must
    stand there once, or once with the same surroundings.
    """
    if not quote.exact.strip():
        return None
    if quote.start >= 0 and sent[quote.start : quote.end] == quote.exact:
        return quote_of(sent, quote.start, quote.end)
    found = list(_places(quote.exact, sent))
    if len(found) > 1:
        fitting = [
            at
            for at in found
            if sent[:at].endswith(quote.prefix)
            and sent.startswith(quote.suffix, at + len(quote.exact))
        ]
        found = fitting if quote.prefix or quote.suffix else found
    if len(found) != 1:
        return None
    return quote_of(sent, found[0], found[0] + len(quote.exact))


def place(quote: Quote, sent: str, now: str) -> Placed:
    """Where a passage of `sent` stands in `now`.

    Args:
        quote: one of `check_quote` on `sent`.

    Returns:
        LOST rather than a guess: an edit outside the passage never leads to a wrong place.
    """
    if now == sent:
        return Placed(quote.start, quote.end, How.EXACT)
    if not quote.exact.strip():
        return LOST
    there = list(_places(quote.exact, now))
    if there:
        at = _the_one(quote, sent, now, there)
        if at is not None:
            how = How.EXACT if at == quote.start else How.SHIFTED
            return Placed(at, at + len(quote.exact), how)
        return LOST
    return _by_likeness(quote, sent, now)


def _places(words: str, text: str) -> Iterator[int]:
    """Where words stand in a text, those that overlap too; at most `_MANY` places."""
    at = text.find(words)
    count = 0
    while at >= 0 and count < _MANY:
        yield at
        count += 1
        at = text.find(words, at + 1)


def _the_one(quote: Quote, sent: str, now: str, there: list[int]) -> int | None:
    """Which of these places is the one; None when that is not certain.

    Two witnesses must agree: what stands next to it, and what is the same in both texts as wholes.
    """
    before = list(_places(quote.exact, sent))
    if len(there) == 1 and len(before) == 1:
        return there[0]
    if max(len(there), len(before)) >= _MANY:
        return None
    size = len(quote.exact)
    if len(there) > len(before):
        # One of them may be a copy with its surroundings: only an untouched side decides.
        return _untouched(quote, sent, now)
    if size < _DOUBT:
        at = _untouched(quote, sent, now)
        return _between_much(quote, sent, now, there) if at is None else at
    near = {at: _alike(sent, quote.start, now, at, size) for at in there}
    best = max(there, key=lambda at: sum(near[at]))
    enough = _CERTAIN if len(sent) > 2 * _CERTAIN + size else _DOUBT
    if sum(near[best]) < enough:
        return None
    rivals = [near[at] for at in there if at != best]
    rivals += [_alike(sent, quote.start, sent, at, size) for at in before if at != quote.start]
    if min(near[best]) >= _DOUBT:
        doubt = any(min(rival) >= _DOUBT // 2 for rival in rivals)
    else:
        doubt = any(2 * max(rival) >= min(sum(near[best]), 2 * _DOUBT) for rival in rivals)
    if doubt:
        return None
    return best if best in _aligned(quote, sent, now) else None


def _between_much(quote: Quote, sent: str, now: str, there: list[int]) -> int | None:
    """The only place of some letters with much around it that stayed, when all else says so too."""
    size, least = len(quote.exact), 2 * _CERTAIN
    left, right = sent[: quote.start][-_DOUBT:], sent[quote.end :][:_DOUBT]
    around = left + quote.exact + right
    if min(len(left), len(right)) < _DOUBT or sent.count(around) != 1 or now.count(around) != 1:
        return None
    at = now.index(around) + len(left)
    if at not in there or sum(_alike(sent, quote.start, now, at, size)) < least:
        return None
    before = (each for each in _places(quote.exact, sent) if each != quote.start)
    rivals = [_alike(sent, quote.start, now, each, size) for each in there if each != at]
    rivals += [_alike(sent, quote.start, sent, each, size) for each in before]
    if any(max(rival) >= _DOUBT // 2 for rival in rivals):
        return None
    return at if at in _aligned(quote, sent, now) else None


def _untouched(quote: Quote, sent: str, now: str) -> int | None:
    """Where the passage stands when the one stretch that changed says nothing of it."""
    change = splice_between(sent, now, _NEVER)
    assert change is not None, "equal texts were told apart before"
    begin, end = change.offset, change.offset + len(change.removed)
    reach = quote.end - quote.start - 1
    for text, stop in ((sent, end), (now, begin + len(change.inserted))):
        if quote.exact in text[max(0, begin - reach) : stop + reach]:
            return None
    if quote.end <= begin:
        return quote.start
    return quote.start + len(now) - len(sent) if quote.start >= end else None


def _alike(sent: str, start: int, text: str, at: int, size: int) -> tuple[int, int]:
    """How many characters before and after two places are the same; at most twice `_CERTAIN`.

    Where both texts begin or end there, that counts as `_CERTAIN` characters.
    """
    left = right = 0
    most = 2 * _CERTAIN
    while (
        left < most and start > left and at > left and sent[start - 1 - left] == text[at - 1 - left]
    ):
        left += 1
    end, stop = start + size, at + size
    while (
        right < most
        and end + right < len(sent)
        and stop + right < len(text)
        and sent[end + right] == text[stop + right]
    ):
        right += 1
    if left == start == at:
        left = max(left, _CERTAIN)
    if end + right == len(sent) and stop + right == len(text):
        right = max(right, _CERTAIN)
    return left, right


def _aligned(quote: Quote, sent: str, now: str) -> set[int]:
    """Where the passage would begin by what is the same in both texts."""
    found = set()
    old = new = 0
    for piece in diff_words(sent, now):
        size = len(piece.text)
        if piece.change is Change.SAME:
            if old < quote.end and old + size > quote.start:
                found.add(quote.start + new - old)
            old, new = old + size, new + size
        elif piece.change is Change.REMOVED:
            old += size
        else:
            new += size
    return found


def _by_likeness(quote: Quote, sent: str, now: str) -> Placed:
    """The passage between the same surroundings, when enough of its words are left."""
    left = sent[max(0, quote.start - _CERTAIN) : quote.start]
    right = sent[quote.end : quote.end + _CERTAIN]
    low = _after(left, sent, now, at_start=quote.start == len(left))
    high = _before(right, sent, now, at_end=quote.end + len(right) == len(sent))
    size = len(quote.exact)
    if low is None and high is None:
        return LOST
    guessed = low is None or high is None
    if low is None:
        assert high is not None
        low = max(0, high - size)
    if high is None:
        high = min(len(now), low + size)
    if not 0 < high - low <= min(2 * size + CONTEXT, _FUZZY_LIMIT) or size > _FUZZY_LIMIT:
        return LOST
    found = now[low:high]
    if guessed:
        begin, end = _common(quote.exact, found)
        low, found = low + begin, found[begin:end]
    stripped = found.strip()
    if not stripped:
        return LOST
    if not is_like(quote.exact, stripped):
        return LOST
    begin = low + found.index(stripped)
    return Placed(begin, begin + len(stripped), How.FUZZY)


def _common(exact: str, found: str) -> tuple[int, int]:
    """From the first to the last whole words of a stretch that it shares with a passage."""
    pieces = diff_words(exact, found)
    begin = end = at = 0
    for piece in pieces:
        if piece.change is Change.REMOVED:
            continue
        at += len(piece.text)
        if piece.change is Change.SAME and piece.text.strip():
            begin, end = begin if end else at - len(piece.text), at
    return begin, end


def is_like(exact: str, other: str) -> bool:
    """Whether enough of a passage is left in other words."""
    if max(len(exact), len(other)) > 2 * _FUZZY_LIMIT + CONTEXT:
        return False
    matcher = SequenceMatcher(None, exact, other, autojunk=False)
    return matcher.real_quick_ratio() >= _LIKE and matcher.ratio() >= _LIKE


def _after(left: str, sent: str, now: str, *, at_start: bool) -> int | None:
    """Where what follows these words begins; None when they are gone or stand twice."""
    if len(left) < _DOUBT:
        return len(left) if at_start and now.startswith(left) else None
    if sent.count(left) != 1 or now.count(left) != 1:
        return None
    return now.index(left) + len(left)


def _before(right: str, sent: str, now: str, *, at_end: bool) -> int | None:
    """Where what comes before these words ends; None when they are gone or stand twice."""
    if len(right) < _DOUBT:
        return len(now) - len(right) if at_end and now.endswith(right) else None
    if sent.count(right) != 1 or now.count(right) != 1:
        return None
    return now.index(right)

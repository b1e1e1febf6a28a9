# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Short passages are followed through single changes; never to a wrong place."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice

import pytest

from logbook.core.anchoring import LOST, How, Placed, place, quote_of
from logbook.core.following import Known, as_placed, follow, steps_of
from tests.core.test_anchoring import _STORY, _TEXTS, _Cells, _edited


def _steps(rng: random.Random, text: str, start: int, end: int) -> list[_Cells]:
    """The text after each of many single edits outside `start` to `end`."""
    cells: _Cells = list(zip(text, range(len(text)), strict=True))
    found = []
    for _ in range(rng.randrange(3, 15)):
        low = next(n for n, (_, was) in enumerate(cells) if was == start)
        high = low + end - start
        now = "".join(sign for sign, _ in cells)
        for _ in range(20):
            made = _edited(rng, now, low, high, 1)
            if "".join(sign for sign, _ in made) != now:
                break
        kept = [was for _, was in cells]
        cells = [(sign, None if was is None else kept[was]) for sign, was in made]
        found.append(cells)
    return found


def _ranges(rng: random.Random, text: str, *, words: bool) -> Iterator[tuple[int, int]]:
    """Passages to follow: whole words of some length, or any few characters."""
    whole = [found.span() for found in re.finditer(r"\w{4,}", text)]
    while True:
        start = rng.randrange(len(text))
        end = min(len(text), start + rng.choice((1, 2, 3, 5, 8, 20)))
        if words:
            yield rng.choice(whole)
        elif text[start:end].strip():
            yield start, end


def _outcomes(name: str, *, words: bool = False) -> Counter[str]:
    rng, text, found = random.Random(name), _TEXTS[name], Counter[str]()
    for start, end in islice(_ranges(rng, text, words=words), 300):
        steps = _steps(rng, text, start, end)
        truth = next(n for n, (_, was) in enumerate(steps[-1]) if was == start)
        texts = ["".join(sign for sign, _ in cells) for cells in steps]
        quote = quote_of(text, start, end)
        placed = place(quote, text, texts[-1])
        by = "at once"
        if placed.how is How.LOST:
            known, there = follow(Known(text, quote), steps_of([text, *texts]))
            placed, by = as_placed(quote, known) if there else LOST, "followed"
        if placed.how is How.LOST:
            found["given up"] += 1
        elif (placed.start, placed.end) != (truth, truth + end - start):
            found["wrong"] += 1
        else:
            found[by] += 1
    return found


@pytest.mark.parametrize("name", _TEXTS)
def test_single_edits_outside_a_passage_never_lead_to_a_wrong_place(name: str) -> None:
    found = _outcomes(name)
    print(name, dict(found))
    assert found["wrong"] == 0
    assert found["followed"] > 0


def test_single_words_are_mostly_kept() -> None:
    found = _outcomes("story", words=True)
    print("story, words", dict(found))
    assert found["wrong"] == 0
    assert found["given up"] < 60


def test_what_was_taken_out_and_put_back_is_there_again() -> None:
    quote = quote_of(_STORY, 33, 72)
    without = _STORY[:33] + _STORY[72:]
    known, there = follow(Known(_STORY, quote), steps_of([_STORY, without, _STORY + " Nog iets."]))
    assert there
    assert as_placed(quote, known) == Placed(33, 72, How.EXACT)


def test_what_is_gone_is_given_up_and_known_where_it_stood_last() -> None:
    quote = quote_of(_STORY, 33, 72)
    shifted = "Eerst. " + _STORY
    texts = [_STORY, shifted, "Eerst. " + _STORY[:33] + _STORY[72:]]
    known, there = follow(Known(_STORY, quote), steps_of(texts))
    assert (known.text, known.quote.start, there) == (shifted, 40, False)


def test_a_passage_that_became_something_else_bit_by_bit_is_given_up() -> None:
    was = "Ik schrok van wat ze zei over mijn werk."
    others = ["sliep", "droomde", "zong"]
    texts, now = [], was
    for old, new in zip(["schrok", "ze zei", "mijn werk"], others, strict=True):
        now = now.replace(old, new)
        texts.append(now)
    quote = quote_of(was, 3, 6)
    known, there = follow(Known(was, quote), steps_of([was, *texts]))
    assert not there or as_placed(quote, known) == LOST

# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Passages are found again after edits, or given up; never put at a wrong place.

`test_random_edits` prints the shares (run pytest with -s): placed right, moved right, given up and
placed wrong, of a thousand random edits per text.
"""

from __future__ import annotations

import random
from collections import Counter

import pytest

from logbook.core.anchoring import LOST, How, Placed, check_quote, place, quote_of

_STORY = (
    "Ik heb er drie weken mee gewacht. Ik dacht dat ik het zelf moest kunnen, juist omdat ik dit "
    "vak leer. Toen ik belde, vroeg ze eerst hoe het met me ging voordat het over geld ging.\n"
    "Daar merkte ik aan dat ze luisterde: ze herhaalde mijn eigen woord, gênant, en vroeg wat dat "
    "voor mij betekende. Te lang. Drie weken, met elke dag het voornemen om het morgen te doen. "
    "Ja ja ja. Ik dacht dat ik het zelf moest kunnen. En weer dacht ik dat ik het zelf moest doen."
)
_TEXTS = {
    "story": _STORY,
    "repeats": "ja ja ja nee ja ja ja nee " * 8,
    "short": "Te lang gewacht, denk ik.",
    "signs": "Ik 🙂 was één-en-al oor\nen toch… niet 🙂 echt. Waarom? Waarom niet?",
}

#: A text as characters with the place each had at first; None for what was added.
_Cells = list[tuple[str, int | None]]


def _edited(rng: random.Random, text: str, start: int, end: int, most: int = 11) -> _Cells:
    """The text after some edits outside `start` to `end`: typed, deleted, copied, replaced."""
    cells: _Cells = list(zip(text, range(len(text)), strict=True))
    words = text.split(" ")
    for _ in range(rng.randrange(1, most + 1)):
        places = [n for n, (_, was) in enumerate(cells) if was is not None and start <= was < end]
        low, high = places[0], places[-1] + 1
        before = rng.random() * (len(cells) - high + low) < low
        first, last = (0, low) if before else (high, len(cells))
        at = rng.randint(first, last)
        act = rng.randrange(4)
        if act == 0:
            typed = " ".join(rng.choice(words) for _ in range(rng.randrange(1, 6))) + " "
            cells[at:at] = [(sign, None) for sign in typed]
        elif act == 1:
            del cells[at : min(last, at + rng.choice([1, 2, 5, 15, 60]))]
        elif act == 2:
            begin = rng.randrange(len(text))
            copied = text[begin : begin + rng.choice([10, 40, 120])]
            cells[at:at] = [(sign, None) for sign in copied]
        elif at < last:
            cells[at] = (rng.choice("abcdefg .,"), None)
    return cells


def _outcomes(name: str, lengths: tuple[int, ...]) -> Counter[str]:
    rng, text, found = random.Random(name), _TEXTS[name], Counter[str]()
    while sum(found.values()) < 1_000:
        start = rng.randrange(len(text))
        end = min(len(text), start + rng.choice(lengths))
        if not text[start:end].strip():
            continue
        cells = _edited(rng, text, start, end)
        truth = next(n for n, (_, was) in enumerate(cells) if was == start)
        placed = place(quote_of(text, start, end), text, "".join(sign for sign, _ in cells))
        if placed.how is How.LOST:
            found["given up"] += 1
        elif (placed.start, placed.end) != (truth, truth + end - start):
            found["wrong"] += 1
        else:
            found["right" if truth == start else "moved right"] += 1
    return found


def test_a_short_repeated_passage_is_found_between_much_that_stayed() -> None:
    sent = "Gesprek met Fatima over de overdracht. Zij zweeg, en Fatima keek weg. Ik wachtte toen."
    now = f"Eerst dit. {sent.replace('Ik wachtte', 'Lang wachtte ik')}"
    assert place(quote_of(sent, 12, 18), sent, now) == Placed(23, 29, How.SHIFTED)


def test_a_changed_passage_ends_with_whole_words_of_its_own() -> None:
    sent = "Zo ging het.\neerst luisteren naar haar\ndan pas vragen stellen\nDe buurvrouw zag het."
    now = sent.replace("dan pas vragen ", "")
    begin = sent.index("eerst")
    placed = place(quote_of(sent, begin, sent.index(" stellen")), sent, now)
    assert placed.how is How.FUZZY
    assert now[placed.start : placed.end] == "eerst luisteren naar haar"


@pytest.mark.parametrize("name", _TEXTS)
def test_random_edits_outside_a_passage_never_lead_to_a_wrong_place(name: str) -> None:
    found = _outcomes(name, (1, 2, 3, 5, 8, 20, 40, 90))
    print(name, dict(found))
    assert found["wrong"] == 0


def test_passages_of_some_words_are_mostly_found_again() -> None:
    found = _outcomes("story", (25, 40, 60, 90))
    print("story, some words", dict(found))
    assert found["wrong"] == 0
    assert found["right"] + found["moved right"] >= 700


def test_a_text_that_did_not_change_has_its_passage_where_it_was() -> None:
    assert place(quote_of(_STORY, 33, 72), _STORY, _STORY) == Placed(33, 72, How.EXACT)


def test_a_passage_moves_with_words_before_it() -> None:
    at = _STORY.index("gênant")
    now = "Eerst dit. " + _STORY
    assert place(quote_of(_STORY, at, at + 6), _STORY, now) == Placed(at + 11, at + 17, How.SHIFTED)


def test_of_two_equal_passages_the_surroundings_say_which() -> None:
    at = _STORY.rindex("moest kunnen")
    now = _STORY.replace("drie weken", "vier lange weken", 1)
    placed = place(quote_of(_STORY, at, at + 12), _STORY, now)
    assert (placed.start, placed.how) == (now.rindex("moest kunnen"), How.SHIFTED)


def test_a_passage_that_was_reworded_is_found_by_likeness() -> None:
    at = _STORY.index("ze herhaalde mijn eigen woord")
    now = _STORY.replace("ze herhaalde mijn eigen woord", "ze herhaalde precies mijn woord")
    placed = place(quote_of(_STORY, at, at + 29), _STORY, now)
    assert placed.how is How.FUZZY
    assert now[placed.start : placed.end] == "ze herhaalde precies mijn woord"


@pytest.mark.parametrize("now", ["", "Iets heel anders dan toen, over een andere dag."])
def test_a_passage_that_is_gone_is_given_up(now: str) -> None:
    assert place(quote_of(_STORY, 33, 72), _STORY, now) == LOST


def test_a_quote_with_a_wrong_place_is_found_by_its_words() -> None:
    quote = quote_of(_STORY, 33, 72)
    moved = check_quote(type(quote)(quote.exact, quote.prefix, quote.suffix, 5, 44), _STORY)
    assert moved is not None
    assert (moved.start, moved.end) == (33, 72)


def test_a_quote_that_stands_twice_without_surroundings_is_refused() -> None:
    quote = quote_of(_STORY, 0, 1)
    words = type(quote)("moest kunnen", "", "", -1, -1)
    assert check_quote(words, _STORY) is None


def test_a_quote_of_other_words_is_refused() -> None:
    quote = quote_of("heel iets anders", 0, 4)
    assert check_quote(quote, _STORY) is None


def test_long_texts_take_no_time_to_speak_of() -> None:
    text = " ".join(f"woord{n % 700}" for n in range(40_000))
    now = text.replace("woord5 ", "woord6 ", 3)
    assert place(quote_of(text, 1_000, 1_040), text, now).how in set(How)

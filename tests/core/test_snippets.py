# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from logbook.core.folding import fold, fold_in_place
from logbook.core.query import parse
from logbook.core.snippets import WIDTH, highlights, snippet


def marked(text: str, query: str) -> list[str]:
    return [text[start:end] for start, end in highlights(text, parse(query))]


@pytest.mark.parametrize(
    ("text", "query", "found"),
    [
        ("De coördinatie ging goed.", "coordinatie", ["coördinatie"]),
        ("cafe\u0301 en café", "café", ["cafe\u0301", "café"]),
        ("ĳs IJS ijs", "ijs", ["ĳs", "IJS", "ijs"]),
        ("hulp en hulpvraag", "hulp", ["hulp", "hulp"]),
        ("hulpvraag alleen", "vraag", ["vraag"]),
        ("hulpvraag en vraag", "vraag", ["vraag"]),
        ("de stille stil", '"stil"', ["stil"]),
        ("Het was  te\nstil. Te stil", '"te stil"', ["te\nstil", "Te stil"]),
        ("auto's en autos", "auto's", ["auto's"]),
        ("stil en ruis", "stil OR ruis -en label:x", ["stil", "ruis"]),
        ("_stil_ ½", "stil 1", ["stil", "½"]),
        ("niets", "iets 🙂", ["iets"]),
    ],
)
def test_what_is_marked(text: str, query: str, found: list[str]) -> None:
    assert marked(text, query) == found


@given(st.text(max_size=80), st.text(max_size=20))
def test_ranges_are_in_order_and_within_the_text(text: str, query: str) -> None:
    end = 0
    for start, stop in highlights(text, parse(query)):
        assert end <= start < stop <= len(text)
        end = stop


@given(st.text(max_size=200), st.text(max_size=8), st.integers(0, 200))
def test_a_snippet_is_short_and_its_marks_fit(text: str, word: str, place: int) -> None:
    text = f"{text[:place]} {word} {text[place:]}"
    found = snippet([text], parse(word))
    if found is not None:
        assert "\n" not in found.text
        assert len(found.text) <= max(WIDTH, len(word) * 2) + 8
        assert all(0 <= start < end <= len(found.text) for start, end in found.marks)
        assert found.marks


@given(st.text(max_size=60))
def test_folding_in_place_folds_the_same(text: str) -> None:
    folded, places = fold_in_place(text)
    assert folded == fold(text)
    assert len(places) == len(folded) + 1
    assert sorted(places) == list(places)


def test_the_window_with_most_terms_is_shown() -> None:
    text = "stil begin. " + "en verder " * 40 + "daar was het stil na het overleg. " + "einde " * 40
    found = snippet([text], parse("stil overleg"))
    assert found is not None
    assert [found.text[s:e] for s, e in found.marks] == ["stil", "overleg"]
    assert found.text.startswith("… ")
    assert found.text.endswith(" …")


def test_the_first_text_with_a_term_gives_the_snippet() -> None:
    found = snippet(["niets hier", "**Wat** viel\nop?"], parse("viel"))
    assert found is not None
    assert found.text == "Wat viel op?"
    assert snippet(["niets"], parse("zoek")) is None

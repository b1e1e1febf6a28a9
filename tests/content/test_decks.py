# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from logbook.content.decks import parse_deck
from logbook.core.exercise import Card, Deck
from tests.content.builders import deck_text


def test_word_deck_keeps_its_order() -> None:
    rows = "| moed | Moed | Toch doen. |\n| rust | Rust | Niets hoeft. |\n"
    parsed = parse_deck(deck_text("woorden", rows), "deck.md", Path("decks/woorden"))
    assert parsed.problems == ()
    assert parsed.deck == Deck(
        "woorden",
        "Kaarten",
        "word",
        "Kijk rustig rond.",
        "CC BY 4.0",
        "Eigen werk",
        (
            Card("woorden/moed", "Moed", "Toch doen."),
            Card("woorden/rust", "Rust", "Niets hoeft."),
        ),
    )


def test_picture_deck_names_its_files() -> None:
    rows = "| een-brug.svg | Brug | Een brug. |\n"
    parsed = parse_deck(deck_text("platen", rows, "picture"), "deck.md", Path("decks/platen"))
    assert parsed.deck is not None
    assert parsed.deck.cards[0].ref == "platen/een-brug"
    assert parsed.deck.cards[0].picture == str(Path("decks/platen/een-brug.svg"))
    assert parsed.pictures == ((15, "een-brug.svg"),)


def test_picture_may_not_stand_in_another_folder() -> None:
    rows = "| ../brug.svg | Brug | Een brug. |\n"
    parsed = parse_deck(deck_text("platen", rows, "picture"), "deck.md", Path("decks/platen"))
    assert parsed.deck is None
    assert [problem.line for problem in parsed.problems] == [15]


def test_all_mistakes_in_a_table_are_told() -> None:
    rows = "| a | A |\n| B | B | b |\n| c | | c |\n"
    parsed = parse_deck(deck_text("woorden", rows), "deck.md", Path("woorden"))
    assert [problem.line for problem in parsed.problems] == [15, 16, 17]


@given(st.text(alphabet="ab.svg-|\\` \n<[](){}#!", max_size=200))
def test_any_table_gives_a_deck_or_problems(rows: str) -> None:
    for kind in ("word", "picture"):
        parsed = parse_deck(deck_text("woorden", rows, kind), "deck.md", Path("woorden"))
        assert (parsed.deck is None) == bool(parsed.problems)

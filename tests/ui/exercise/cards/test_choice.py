# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The choice of cards as a value."""

import pytest

from logbook.ui.exercise.cards.choice import CardChoice

FULL = CardChoice(("a", "b", "c"), 3, 3)


def test_cards_are_added_at_the_end() -> None:
    assert CardChoice(("a",), 2, 2).add("b").cards == ("a", "b")


def test_nothing_is_added_to_a_full_choice() -> None:
    assert FULL.add("d") is FULL


def test_the_same_card_is_not_added_twice() -> None:
    assert CardChoice(("a",), 1, 3).add("a").cards == ("a",)


def test_a_card_is_taken_away() -> None:
    assert FULL.remove("b").cards == ("a", "c")


def test_a_swap_keeps_the_place() -> None:
    assert FULL.swap("b", "x").cards == ("a", "x", "c")
    assert FULL.swap("x", "y") is FULL


@pytest.mark.parametrize(
    ("ref", "by", "cards"),
    [
        ("a", 1, ("b", "a", "c")),
        ("c", -2, ("c", "a", "b")),
        ("a", -1, ("a", "b", "c")),
        ("c", 5, ("a", "b", "c")),
        ("x", 1, ("a", "b", "c")),
    ],
)
def test_a_card_moves_but_not_beyond_the_ends(ref: str, by: int, cards: tuple[str, ...]) -> None:
    assert FULL.move(ref, by).cards == cards


def test_rank_counts_from_one() -> None:
    assert [FULL.rank(ref) for ref in "abx"] == [1, 2, 0]


def test_enough_and_full() -> None:
    choice = CardChoice(("a",), 1, 3)
    assert (choice.is_enough, choice.is_full) == (True, False)
    assert (FULL.is_enough, FULL.is_full) == (True, True)

# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
from __future__ import annotations

import random
import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from logbook.core.words_diff import Change, Piece, count_changes, diff_words

WORDS = st.lists(st.sampled_from(["een", "twee", "drie,", "vier.", "\n", " ", "🙂", "é"]))
TEXT = WORDS.map(" ".join) | st.text(max_size=60)
SAME, REMOVED, ADDED = Change.SAME, Change.REMOVED, Change.ADDED


def old_of(pieces: tuple[Piece, ...]) -> str:
    return "".join(p.text for p in pieces if p.change is not ADDED)


def new_of(pieces: tuple[Piece, ...]) -> str:
    return "".join(p.text for p in pieces if p.change is not REMOVED)


@given(TEXT, TEXT)
def test_the_pieces_make_both_texts_again(old: str, new: str) -> None:
    pieces = diff_words(old, new)
    assert (old_of(pieces), new_of(pieces)) == (old, new)


@given(TEXT, TEXT)
def test_neighbouring_pieces_differ_and_none_is_empty(old: str, new: str) -> None:
    pieces = diff_words(old, new)
    assert all(piece.text for piece in pieces)
    assert all(a.change is not b.change for a, b in pairwise(pieces))


@pytest.mark.parametrize(
    ("old", "new", "pieces"),
    [
        ("", "", ()),
        ("een", "een", (Piece(SAME, "een"),)),
        ("", "een", (Piece(ADDED, "een"),)),
        ("een", "", (Piece(REMOVED, "een"),)),
        (
            "Ik liep naar huis.",
            "Ik fietste naar huis.",
            (
                Piece(SAME, "Ik "),
                Piece(REMOVED, "liep"),
                Piece(ADDED, "fietste"),
                Piece(SAME, " naar huis."),
            ),
        ),
        (
            "De cliënten",
            "De cliënt",
            (Piece(SAME, "De "), Piece(REMOVED, "cliënten"), Piece(ADDED, "cliënt")),
        ),
        (
            "een twee",
            "een\n\ntwee",
            (Piece(SAME, "een"), Piece(REMOVED, " "), Piece(ADDED, "\n\n"), Piece(SAME, "twee")),
        ),
    ],
)
def test_whole_words_change(old: str, new: str, pieces: tuple[Piece, ...]) -> None:
    assert diff_words(old, new) == pieces


def test_a_word_for_another_is_one_place() -> None:
    assert count_changes(diff_words("een twee drie vier", "een 2 drie 4")) == 2


def test_a_change_in_a_long_text_is_found_between_what_stayed() -> None:
    rng = random.Random(3)
    words = [f"w{rng.randrange(3000)}" for _ in range(40_000)]
    changed = [f"nieuw{n}" if n % 2_000 == 7 else word for n, word in enumerate(words)]
    pieces = diff_words(" ".join(words), " ".join(changed))
    assert new_of(pieces) == " ".join(changed)
    assert count_changes(pieces) == 20


@pytest.mark.parametrize("kind", ["other words", "two words", "one word", "rows"])
def test_a_million_characters_end_in_time(kind: str) -> None:
    rng = random.Random(5)
    made = {
        "other words": lambda: " ".join(f"w{rng.randrange(10**4)}" for _ in range(170_000)),
        "two words": lambda: " ".join(rng.choice("ab") for _ in range(500_000)),
        "one word": lambda: rng.choice("ab") * 1_000_000,
        "rows": lambda: "a b " * 250_000 + rng.choice("cd"),
    }[kind]
    old, new = made(), made()
    started = time.process_time()
    pieces = diff_words(old, new)
    assert time.process_time() - started < 20  # some seconds on a quiet machine
    assert (old_of(pieces), new_of(pieces)) == (old, new)

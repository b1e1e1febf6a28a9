# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from logbook.core.ranking import Rank, asked, rank, rank_typo, titled


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("de sp", Rank.START),
        ("DE SPIRAAL", Rank.START),
        ("korth", Rank.WORDS),
        ("korth spir", Rank.WORDS),
        ("hagen", Rank.INSIDE),
        ("ervaring", Rank.BESIDE),
        ("korth erva", Rank.BESIDE),
        ("gibbs", None),
        ("", None),
        ("…", None),
    ],
)
def test_title_is_ranked_by_where_the_words_stand(typed: str, expected: Rank | None) -> None:
    title = titled("De spiraal van Korthagen", "Eén ervaring bekijken.")
    assert rank(asked(typed), title) == expected


@pytest.mark.parametrize("typed", ["client", "CLIËNT", "clie\u0308nt"])
def test_accents_and_capitals_make_no_difference(typed: str) -> None:
    assert rank(asked(typed), titled("Cliënt en ik")) is Rank.START


def test_ligature_is_two_letters() -> None:
    assert rank(asked("ijs"), titled("\u0133sbreker")) is Rank.START


@pytest.mark.parametrize(
    ("typed", "near"),
    [
        ("korthegen", True),  # changed
        ("korhagen", True),  # left out
        ("kortthagen", True),  # added
        ("kortahgen", True),  # swapped
        ("krothegen", False),
        ("kor", True),
        ("krt", False),  # too short to tell
        ("korthge", True),
    ],
)
def test_one_letter_may_be_mistyped(typed: str, near: bool) -> None:
    found = rank_typo(asked(typed), titled("De spiraal van Korthagen"))
    assert (found is Rank.TYPO) is near


@given(st.text(), st.text(), st.text())
def test_nothing_that_is_typed_breaks(typed: str, title: str, beside: str) -> None:
    words = asked(typed)
    rank(words, titled(title, beside))
    rank_typo(words, titled(title, beside))


@given(st.text())
def test_title_itself_fits_at_its_start(title: str) -> None:
    words = asked(title)
    assert rank(words, titled(title)) in (None, Rank.START)
    assert (rank(words, titled(title)) is None) == (not words.words)

# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Replacing words in a text, and finding places of the made text back in its source."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from logbook.core.text_map import Replacement, TextMap, replace_in

_TEXT = "Ik zag Fatima en Jan"
_MADE, _MAP = replace_in(
    _TEXT, [Replacement(7, 13, "een bewoner"), Replacement(17, 20, "Pim"), Replacement(2, 2, "x")]
)


def test_words_are_replaced_in_order() -> None:
    assert _MADE == "Ik zag een bewoner en Pim"


def test_a_copied_range_leads_back_to_itself() -> None:
    assert _MAP.back(0, 6) == (0, 6)
    assert _MAP.back(18, 21) == (13, 16)


def test_a_range_inside_replaced_words_covers_all_of_them() -> None:
    assert _MAP.back(8, 9) == (7, 13)


def test_replaced_words_of_equal_length_are_no_copy() -> None:
    assert _TEXT[slice(*_MAP.back(23, 24))] in ("Ja", "Jan")


def test_a_range_of_the_source_leads_forth() -> None:
    found = _MAP.forth(7, 13)
    assert found is not None
    assert _MADE[slice(*found)] == "een bewoner"


def test_what_was_taken_out_leads_nowhere() -> None:
    made, places = replace_in("abc geheim def", [Replacement(4, 11, "")])
    assert made == "abc def"
    assert places.forth(4, 11) is None


def test_of_two_that_overlap_the_first_counts() -> None:
    made, _ = replace_in("abcdef", [Replacement(2, 5, "y"), Replacement(0, 3, "x")])
    assert made == "xdef"


def test_a_map_of_nothing_leads_to_the_start() -> None:
    assert TextMap(()).back(0, 3) == (0, 0)


@given(
    st.text(max_size=60),
    st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60), st.text(max_size=4)), max_size=6),
)
def test_every_copied_character_leads_back_to_an_equal_one(
    text: str, wanted: list[tuple[int, int, str]]
) -> None:
    made, places = replace_in(text, [Replacement(*each) for each in wanted])
    for at, sign in enumerate(made):
        low, high = places.back(at, at + 1)
        assert 0 <= low <= high <= len(text)
        if high - low == 1 and text[low] == sign:
            assert places.forth(low, high) is not None

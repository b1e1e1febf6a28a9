# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from logbook.core.entry import AnswerKey, Value
from logbook.core.private import (
    MARK,
    passages,
    public_entry,
    public_value,
    without_private,
)
from tests.builders import make_entry, make_exercise

ODD = st.text(alphabet="%a \n🙂", max_size=30)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("niets", ()),
        ("een %%twee%% drie", ((4, 12),)),
        ("%%a%%b%%c%%", ((0, 5), (6, 11))),
        ("open %%tot het eind\nook hier", ((5, 28),)),
        ("%%", ((0, 2),)),
        ("%%%", ((0, 3),)),
    ],
)
def test_passages_run_from_mark_to_mark_or_to_the_end(
    text: str, found: tuple[tuple[int, int], ...]
) -> None:
    assert passages(text) == found


@given(ODD)
def test_what_is_left_is_what_stands_outside_the_passages(text: str) -> None:
    left, behind = "", 0
    for start, end in passages(text):
        left += text[behind:start]
        behind = end
    assert without_private(text) == left + text[behind:]


def test_every_part_of_a_value_is_made_public() -> None:
    value = Value("a%%x%%", own="b%%x", cells=("c%%x%%", "d"), cards=("beelden/nest",))
    assert public_value(value) == Value("a", own="b", cells=("c", "d"), cards=("beelden/nest",))


def test_an_entry_keeps_its_answers_without_their_private_words() -> None:
    key = AnswerKey("start")
    entry = make_entry(make_exercise(), {key: Value(f"{MARK}alles{MARK}")})
    assert public_entry(entry).value(key).is_empty

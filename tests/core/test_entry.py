# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from logbook.core.canonical import content_hash
from logbook.core.entry import OWN_ITEM, AnswerKey, Entry, Value
from logbook.core.text import first_line, shorten
from tests.builders import START, make_entry, make_exercise

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
values = st.builds(
    Value,
    text=texts,
    cards=st.lists(texts, max_size=3).map(tuple),
    number=st.none() | st.integers(1, 7),
    options=st.lists(texts, max_size=3).map(tuple),
    own=texts,
    cells=st.lists(texts, max_size=3).map(tuple),
    side=st.sampled_from(["", "left", "right"]),
    rows=st.lists(texts, max_size=3).map(tuple),
    day=st.none() | st.dates(),
)


@given(values)
def test_a_value_survives_the_trip_through_json(value: Value) -> None:
    assert Value.from_json(value.to_json()) == value


@given(values, values)
def test_equal_values_and_only_those_have_equal_canonical_text(one: Value, other: Value) -> None:
    assert (one.canonical() == other.canonical()) == (one == other)


@pytest.mark.parametrize(
    "data",
    [
        {"text": 3},
        {"text": "", "cards": "a"},
        {"text": "", "cards": [1]},
        {"text": "", "number": True},
        {"text": "", "number": "3"},
        {"text": "", "day": "gisteren"},
        {"text": "", "vreemd": 1},
    ],
)
def test_a_part_of_the_wrong_type_is_refused(data: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r".+"):
        Value.from_json(data)


@pytest.mark.parametrize(
    "value",
    [
        Value(),
        Value(" \n"),
        Value(own=" "),
        Value(cells=("", " ")),
        Value(side="left", rows=("a",)),
    ],
)
def test_a_value_without_anything_given_is_empty(value: Value) -> None:
    assert value.is_empty


@pytest.mark.parametrize(
    "value",
    [
        Value("a"),
        Value(cards=("d/c",)),
        Value(number=1),
        Value(options=("x",)),
        Value(own="y"),
        Value(cells=("", "z")),
        Value(day=date(2026, 2, 28)),
    ],
)
def test_a_value_with_any_part_is_not_empty(value: Value) -> None:
    assert not value.is_empty


def test_the_words_of_a_value_are_what_the_user_wrote() -> None:
    assert Value("tekst", own="eigen", cells=("a", "", "b")).words() == "tekst\neigen\na\nb"


def test_the_hash_follows_the_content() -> None:
    assert content_hash(Value("a").canonical()) != content_hash(Value("b").canonical())


def test_the_title_of_a_note_is_its_first_line() -> None:
    entry = make_entry(make_exercise(), {AnswerKey("start"): Value("\n# Een **dag**\nmeer")})
    note = Entry(entry.id, entry.kind, START, answers=entry.answers)
    assert note.title == "Een dag"
    assert entry.title == "Oefening proef"


def test_items_are_the_chosen_cards_in_order() -> None:
    entry = make_entry(make_exercise(), {AnswerKey("kaarten"): Value(cards=("b/2", "b/1"))})
    assert entry.items("kaarten") == ("b/2", "b/1")
    assert entry.items("start") == ()


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("", ""),
        ("  \n\n", ""),
        ("> - citaat", "citaat"),
        ("**vet** en _schuin_ in snake_case", "vet en schuin in snake_case"),
        ("1. een `code`", "een code"),
        ("gewoon\nrest", "gewoon"),
    ],
)
def test_the_first_line_drops_marks(text: str, line: str) -> None:
    assert first_line(text) == line


@given(st.text(max_size=500), st.integers(10, 100))
def test_shortened_text_is_never_longer_than_asked(text: str, limit: int) -> None:
    assert len(shorten(text, limit)) <= limit


def test_a_sentence_that_is_cut_after_its_full_stop_has_no_four_dots() -> None:
    assert shorten("Dit was het. En dan nog iets", 16) == "Dit was het …"


@pytest.mark.parametrize(
    ("value", "chosen"),
    [
        (Value(), ()),
        (Value(cards=("d/a", "d/b")), ("d/a", "d/b")),
        (Value(options=("rust",)), ("rust",)),
        (Value(options=("rust",), own="slapen"), ("rust", OWN_ITEM)),
        (Value(own="slapen"), (OWN_ITEM,)),
        (Value(own="  "), ()),
    ],
)
def test_what_was_chosen_ends_with_the_own_words(value: Value, chosen: tuple[str, ...]) -> None:
    assert value.chosen == chosen

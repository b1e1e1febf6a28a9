# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from logbook.core.query import EMPTY, LIMIT, Filter, Query, Term, parse

PIECES = st.sampled_from(
    [*'"-: \n', "OR", "label", "hoofdstuk", "na", "staat", "concept", "2026-3", "1", "é", "x", '""']
)
TEXTS = st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=20).map("".join))


@given(TEXTS)
def test_every_text_is_a_query_that_writes_itself(text: str) -> None:
    query = parse(text)
    assert parse(query.to_text()) == query


@given(TEXTS, st.sampled_from(["label", "oefening", "na", "met"]), st.text(max_size=12))
def test_a_filter_is_added_and_taken_away(text: str, key: str, value: str) -> None:
    query = parse(text)
    more = query.with_filter(key, value)
    assert parse(more.to_text()) == more
    if more != query:
        assert more.without_filter(key, value) == query
    assert more.without_filter(key).values(key) == ()


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        ("stil zijn", [["stil"], ["zijn"]]),
        ("stil OR ruis zijn", [["stil", "ruis"], ["zijn"]]),
        ("a OR b OR c", [["a", "b", "c"]]),
        ("OR", [["or"]]),
        ("stil OR", [["stil"], ["or"]]),
        ("a OR OR b", [["a"], ["or", "b"]]),
        ("a -b OR c", [["a"], ["or"], ["c"]]),
        ("foo:bar", [["foo:bar"]]),
        ("staat:half", [["staat:half"]]),
        ("hoofdstuk:een", [["hoofdstuk:een"]]),
        ("na:2026-02-30", [["na:2026-02-30"]]),
        ("label:", []),
        ("- -- \" ' ", [["'"]]),
    ],
)
def test_words_and_the_operator(text: str, groups: list[list[str]]) -> None:
    assert [[term.text for term in group] for group in parse(text).groups] == groups


def test_phrases_and_exclusions() -> None:
    query = parse('"een  stil moment" -snel -"te snel" "open')
    assert query.groups == ((Term("een stil moment", True),), (Term("open", True),))
    assert query.excluded == (Term("snel"), Term("te snel", True))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("hoofdstuk:01", Filter("hoofdstuk", "1")),
        ("Label:stage", Filter("label", "stage")),
        ('label:"eerste  stage"', Filter("label", "eerste stage")),
        ("-label:stage", Filter("label", "stage", True)),
        ("na:2026", Filter("na", "2026")),
        ("voor:2026-3-5", Filter("voor", "2026-03-05")),
        ("staat:Concept", Filter("staat", "concept")),
        ("met:kaarten", Filter("met", "kaarten")),
        ("vast:ja", Filter("vast", "ja")),
    ],
)
def test_filters_have_one_form(text: str, found: Filter) -> None:
    assert parse(text) == Query(filters=(found,))


def test_chips_edit_the_query() -> None:
    query = parse('stil label:a label:"b c"')
    assert query.with_filter("label", "a") is query
    assert query.without_filter("label", "a").to_text() == 'stil label:"b c"'
    assert query.with_only("staat", "concept").with_only("staat", "afgerond").to_text() == (
        'stil label:a label:"b c" staat:afgerond'
    )
    assert query.with_filter("staat", "half") is query
    assert query.values("label") == ("a", "b c")


@pytest.mark.parametrize("text", ["", "  ", "-", '"', "label:", '""'])
def test_a_query_that_waits_for_words_asks_nothing(text: str) -> None:
    assert parse(text) == EMPTY
    assert parse(text).is_empty


def test_signs_that_are_no_words_find_nothing() -> None:
    assert parse("!! 🙂").is_hopeless
    assert not parse("!! stil").is_hopeless
    assert not parse("!! label:x").is_hopeless


@pytest.mark.parametrize(
    "piece", ["a ", '"', '""', "-", "OR ", "a:", 'x"', "label:", 'b "c" ', "ab"]
)
def test_time_is_in_proportion_to_the_text(piece: str) -> None:
    started = time.process_time()
    assert len(parse(piece * 300_000).terms) <= LIMIT
    assert time.process_time() - started < 2

# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
from itertools import permutations

import pytest

from logbook.content.attributes import Attributes, is_kebab, split_heading
from logbook.content.reporter import Reporter


def split(text: str) -> tuple[str, Attributes]:
    reporter = Reporter("a.md")
    found = split_heading(text, 1, reporter)
    assert reporter.problems == []
    return found


def test_all_parts_are_read() -> None:
    title, found = split("Hoe gaat het? {#a-b .scale from=1 low=\"nog niet\" high='heel goed'}")
    assert title == "Hoe gaat het?"
    assert (found.id, found.classes) == ("a-b", ("scale",))
    assert found.values == {"from": "1", "low": "nog niet", "high": "heel goed"}


@pytest.mark.parametrize("order", list(permutations(["#a", ".cards", "pick=1-3", 'deck="x,y"'])))
def test_order_makes_no_difference(order: tuple[str, ...]) -> None:
    assert split("Titel {" + " ".join(order) + "}") == split(
        'Titel {#a .cards pick=1-3 deck="x,y"}'
    )


@pytest.mark.parametrize("text", ["T {#a .b}", "T {: #a .b }", "T   { #a  .b }", "T\t{#a .b}"])
def test_blanks_and_colon_make_no_difference(text: str) -> None:
    assert split(text) == ("T", Attributes("a", ("b",)))


@pytest.mark.parametrize("title", ["Wat {bedoel} je?", "Een accolade { los", "x{#a}", "100 %"])
def test_braces_in_a_title_are_text(title: str) -> None:
    assert split(title) == (title, Attributes())


def test_quoted_value_may_hold_braces_and_signs() -> None:
    assert split('T {#a with="een {#b} of .c"}')[1].values == {"with": "een {#b} of .c"}


def test_value_may_name_a_block_of_another_exercise() -> None:
    assert split("T {#a .recall of=oefening#blok}")[1].values == {"of": "oefening#blok"}


@pytest.mark.parametrize("text", ["a", "a-1", "abc-def-2"])
def test_kebab_is_accepted(text: str) -> None:
    assert is_kebab(text)


@pytest.mark.parametrize("text", ["", "A", "-a", "a-", "a--b", "a_b", "é", "a b", "a" * 61])
def test_other_ids_are_refused(text: str) -> None:
    assert not is_kebab(text)

# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
import pytest

from logbook.content.passages import Passage, find_bullets, find_table, split_row


def passage(text: str) -> Passage:
    return Passage(tuple(text.split("\n")), 1)


@pytest.mark.parametrize(
    ("row", "cells"),
    [
        ("| a | b |", ("a", "b")),
        ("a | b", ("a", "b")),
        ("| a |  |", ("a", "")),
        (r"| a \| b | c |", ("a | b", "c")),
        ("| `a | b` | c |", ("`a | b`", "c")),
        ("| `a | b |", ("`a", "b")),
        ("|||", ("", "")),
    ],
)
def test_row_is_cut_at_its_bars(row: str, cells: tuple[str, ...]) -> None:
    assert split_row(row) == cells


def test_table_knows_its_rows_lines_and_neighbours() -> None:
    table = find_table(passage("uitleg\n\n| A | B |\n|:--|--:|\n| 1 | 2 |\n\nslot?"))
    assert table is not None
    assert (table.line, table.header, table.rows) == (3, ("A", "B"), ((5, ("1", "2")),))
    assert (table.before.source, table.after.source) == ("uitleg", "slot?")


@pytest.mark.parametrize("text", ["", "a | b", "| a |\n| b |", "a\n---", "```\n|a|b|\n|-|-|"])
def test_other_text_is_no_table(text: str) -> None:
    found = Passage(
        tuple(text.split("\n")), 1, frozenset({1, 2, 3}) if "`" in text else frozenset()
    )
    assert find_table(found) is None


def test_bullets_leave_the_text_around_them() -> None:
    found = find_bullets(passage("uitleg\n\n- a\n* b\n  vervolg\n+ c\n\nslot"))
    assert found.items == ((3, "a"), (4, "b vervolg"), (6, "c"))
    assert found.rest == "uitleg\n\n\nslot"


def test_rules_and_code_are_no_bullets() -> None:
    assert find_bullets(passage("- - -\n***\n**vet** tekst")).items == ()
    assert find_bullets(Passage(("```", "- a", "```"), 1, frozenset({1, 2, 3}))).items == ()

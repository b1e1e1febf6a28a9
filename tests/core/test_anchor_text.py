# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The anchor text of Markdown: marks gone, lines kept, every place leads back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from logbook.core.anchor_text import LineKind, Look, anchor_text


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("gewoon", "gewoon"),
        ("# Kop\n\nwoorden", "Kop\nwoorden"),
        ("**vet** en *schuin* en ~~weg~~", "vet en schuin en weg"),
        ("een `*code*` hier", "een *code* hier"),
        ("snake_case_naam", "snake_case_naam"),
        ("2 * 3 * 4", "2 * 3 * 4"),
        ("\\*geen mark\\*", "*geen mark*"),
        ("[woord](naslag:x) en [mijn](entry:1)", "woord en mijn"),
        ("- een\n- twee", "een\ntwee"),
        ("1. een\n\n2) twee", "een\ntwee"),
        ("> gezegd", "gezegd"),
        ("a\n\n---\n\nb", "a\nb"),
        ("```\n**x**\n```\nna", "**x**\nna"),
        ("| a | b |\n|---|---|\n| c | d |", "| a | b |\n| c | d |"),
        ("", ""),
        ("\n \n", ""),
        ("**half", "**half"),
    ],
)
def test_marks_are_gone_and_words_stay(source: str, text: str) -> None:
    assert anchor_text(source).text == text


def test_lines_know_what_they_are() -> None:
    kinds = [line.kind for line in anchor_text("# k\n- i\n> q\nw\n```\nc\n```").lines]
    assert kinds == [
        LineKind.HEADING, LineKind.ITEM, LineKind.QUOTE, LineKind.WORDS, LineKind.CODE
    ]  # fmt: skip


def test_an_item_keeps_its_number() -> None:
    assert [line.mark for line in anchor_text("3. a\n- b").lines] == ["3.", ""]


def test_what_stands_out_is_told_within_its_line() -> None:
    (line,) = anchor_text("Ik ben **heel _erg_ moe**").lines
    assert [(line.text[s.start : s.end], s.look) for s in line.styles] == [
        ("heel erg moe", Look.STRONG),
        ("erg", Look.EMPHASIS),
    ]


def test_a_place_leads_back_to_what_was_typed() -> None:
    source = "# Kop\n\nIk ben **heel _erg_ moe**"
    made = anchor_text(source)
    start = made.text.index("erg")
    low, high = made.places.back(start, start + 3)
    assert source[low:high] == "erg"
    assert made.places.forth(low, high) == (start, start + 3)


_MARKDOWN = st.text(alphabet="ab *_`~[]()#->1.\\\n|%é", max_size=80)


@given(_MARKDOWN)
def test_every_character_leads_back_to_an_equal_one(source: str) -> None:
    made = anchor_text(source)
    assert made.text == "\n".join(line.text for line in made.lines)
    for at, sign in enumerate(made.text):
        low, high = made.places.back(at, at + 1)
        if sign != "\n":
            assert source[low:high] == sign


@given(_MARKDOWN)
def test_lines_hold_no_newline_and_styles_stay_inside(source: str) -> None:
    for line in anchor_text(source).lines:
        assert line.text
        assert "\n" not in line.text
        assert all(0 <= s.start < s.end <= len(line.text) for s in line.styles)


def test_a_very_long_line_is_read_at_once() -> None:
    assert len(anchor_text("*a " * 200_000).text) == 600_000 - 1

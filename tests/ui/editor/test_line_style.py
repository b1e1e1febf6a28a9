# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Where a line of Markdown is bold, italic or only a mark."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from logbook.ui.editor.line_style import Style, style_line


def shown(line: str) -> list[tuple[str, str]]:
    """The styled parts of a line: text and the names of its styles."""
    return [
        (line[run.start : run.end], "+".join(s.name or "" for s in Style if s and s & run.style))
        for run in style_line(line).runs
    ]


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("gewoon", []),
        ("**vet** en", [("**", "MARK"), ("vet", "BOLD"), ("**", "MARK")]),
        ("een *schuin* woord", [("*", "MARK"), ("schuin", "ITALIC"), ("*", "MARK")]),
        ("_schuin_", [("_", "MARK"), ("schuin", "ITALIC"), ("_", "MARK")]),
        ("snake_case_naam", []),
        ("2 * 3 * 4", []),
        ("**open", []),
        ("- punt", [("- ", "MARK")]),
        ("12. punt", [("12. ", "MARK")]),
        ("- [x] klaar", [("- [x] ", "MARK")]),
        ("---", [("---", "MARK")]),
        ("`code`", [("`", "MARK+CODE"), ("code", "CODE"), ("`", "MARK+CODE")]),
        ("`**niet vet**`", [("`", "MARK+CODE"), ("**niet vet**", "CODE"), ("`", "MARK+CODE")]),
        ("[woord](naslag:x)", [("[", "MARK"), ("woord", "LINK"), ("](naslag:x)", "MARK")]),
        (r"\*niet\*", [("\\", "MARK"), ("\\", "MARK")]),
        ("> citaat", [("> ", "MARK+QUOTE"), ("citaat", "QUOTE")]),
    ],
)
def test_parts_of_a_line(line: str, parts: list[tuple[str, str]]) -> None:
    assert shown(line) == parts


def test_bold_and_italic_together() -> None:
    assert ("beide", "BOLD+ITALIC") in shown("***beide***")


@pytest.mark.parametrize(("line", "level"), [("# a", 1), ("### a", 3), ("####### a", 0), ("#a", 0)])
def test_heading_level(line: str, level: int) -> None:
    assert style_line(line).heading == level


@given(st.text(alphabet=st.sampled_from("*_`[]()\\!#>-1. ab\t😀‮é"), max_size=200))
def test_any_line_gives_runs_in_order_within_the_line(line: str) -> None:
    runs = style_line(line).runs
    ends = [0, *(place for run in runs for place in (run.start, run.end)), len(line)]
    assert ends == sorted(ends)
    assert all(run.start < run.end and run.style for run in runs)


@given(st.text(max_size=100))
def test_no_text_raises(line: str) -> None:
    style_line(line)


@pytest.mark.parametrize(
    "sign", ["`", "*", "_", "[", "](", "*a", "a*", "**a ", "> ", "`` ` ", "\\"]
)
def test_a_long_line_of_marks_costs_no_more_than_its_length(sign: str) -> None:
    line = sign * (100_000 // len(sign))
    begin = time.process_time()
    style_line(line)
    # A few hundredths; a quadratic scan would take minutes.
    assert time.process_time() - begin < 3

# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
import pytest

from logbook.content.reporter import Reporter
from logbook.content.scanner import Outline, code_lines, scan


def outline(text: str) -> Outline:
    lines = text.split("\n")
    reporter = Reporter("a.md")
    found = scan(lines, 0, code_lines(lines, 0, reporter), reporter)
    assert reporter.problems == []
    return found


def titles(text: str) -> list[str]:
    return [part.heading.title for part in outline(text).parts]


def test_headings_cut_the_text_and_keep_their_lines() -> None:
    found = outline("inleiding\n\n## A {#a}\n\nuitleg\n### B {#b}\nmeer\n## C {#c}")
    assert found.introduction.source == "inleiding"
    assert [(p.heading.title, p.heading.line, p.passage.source) for p in found.parts] == [
        ("A", 3, "uitleg"),
        ("C", 8, ""),
    ]
    prompt = found.parts[0].parts[0]
    assert (prompt.heading.title, prompt.heading.line, prompt.passage.first) == ("B", 6, 7)


@pytest.mark.parametrize(
    "code",
    [
        "```\n## nee\n```",
        "~~~\n## nee\n```\n~~~",
        "````\n```\n## nee\n````",
        "  ```python\n## nee\n   ```",
        "```\n## nee\n````` ",
        "~~~ a`b\n## nee\n~~~",
    ],
)
def test_heading_within_a_fence_is_code(code: str) -> None:
    assert titles(f"## A {{#a}}\n{code}\n## B {{#b}}") == ["A", "B"]


@pytest.mark.parametrize("code", ["``` a`b", "    ```", "`` ` ``"])
def test_what_is_no_fence_hides_nothing(code: str) -> None:
    assert titles(f"{code}\n## A {{#a}}") == ["A"]


@pytest.mark.parametrize(
    "heading",
    ["## A {#a}", "##\tA {#a}", "   ## A {#a}", "## A {#a}  ", "## A ## {#a}", "## A {#a} ##"],
)
def test_ways_to_write_a_heading_are_equal(heading: str) -> None:
    assert titles(heading) == ["A"]


@pytest.mark.parametrize("line", ["    ## A", "\\## A", "> ## A", "tekst ## A", "#######"])
def test_other_lines_are_no_headings(line: str) -> None:
    assert titles(line) == []


@pytest.mark.parametrize("text", ["tekst\n\n---\n\nmeer", "|a|b|\n|---|---|", "```\na\n---\n```"])
def test_lines_of_dashes_that_are_no_underline_are_fine(text: str) -> None:
    assert titles(text) == []

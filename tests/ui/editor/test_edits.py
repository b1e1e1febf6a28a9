# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""What keys do to Markdown."""

import pytest

from logbook.ui.editor.edits import has_emphasis, next_line_start, toggle_emphasis


@pytest.mark.parametrize(
    ("line", "start"),
    [
        ("gewoon", ""),
        ("- een", "- "),
        ("* een", "* "),
        ("  - diep", "  - "),
        ("9. negen", "10. "),
        ("3) drie", "4) "),
        ("- [x] klaar", "- [ ] "),
        ("> citaat", "> "),
        ("> - punt", "> - "),
        ("- ", None),
        ("2. ", None),
        ("> ", None),
        ("", ""),
        ("-geen lijst", ""),
    ],
)
def test_a_new_line_goes_on_with_the_list(line: str, start: str | None) -> None:
    assert next_line_start(line) == start


@pytest.mark.parametrize(
    ("text", "mark", "result"),
    [
        ("woord", "**", "**woord**"),
        ("**woord**", "**", "woord"),
        ("*woord*", "*", "woord"),
        ("**woord**", "*", "***woord***"),
        ("***woord***", "*", "**woord**"),
        (" woord ", "*", " *woord* "),
        ("een\n\ntwee", "**", "**een**\n\n**twee**"),
        ("**een**\n\n**twee**", "**", "een\n\ntwee"),
    ],
)
def test_emphasis_is_put_around_words_and_taken_off(text: str, mark: str, result: str) -> None:
    assert toggle_emphasis(text, mark) == result


@pytest.mark.parametrize(
    ("before", "after", "mark", "found"),
    [
        ("a **", "** b", "**", True),
        ("a **", "** b", "*", False),
        ("a *", "* b", "*", True),
        ("***", "***", "*", True),
        ("a", "b", "**", False),
    ],
)
def test_marks_beside_a_selection(before: str, after: str, mark: str, found: bool) -> None:
    assert has_emphasis(before, after, mark) is found

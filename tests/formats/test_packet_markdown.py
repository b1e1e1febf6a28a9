# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
import re

import markdown
import pytest

from logbook.formats.packet_markdown import escaped, render_packet_markdown
from tests.packet_builders import HOSTILE, full_packet, one_answer, second_round


def test_every_line_stands_in_it() -> None:
    text = render_packet_markdown(full_packet())
    for words in ("# Van Student A", "## Vier kaarten", "1. Brug: Een brug", "Ze **vroeg door**"):
        assert words in text


def test_a_second_round_shows_what_changed_and_what_was_said() -> None:
    text = render_packet_markdown(second_round())
    assert "~~mij niet~~" in text
    assert "> **tip · Fenna · verwerkt**" in text
    assert "> Ze herhaalde mijn woord." in text
    assert "## Bij alles samen" in text


@pytest.mark.parametrize(
    "text",
    ["1. x", "12) x", "- x", "+ x", "# x", "> x", "* x", "===", "---", "| a | b |", "<b>x</b>",
     "&lt;x", "[a](b)", "![a](b)", "`x`", "**x**", "_x_", "    x", "a\\*b"],
)  # fmt: skip
def test_what_was_typed_reads_back_as_it_was(text: str) -> None:
    shown = markdown.markdown(escaped(text.strip()))
    assert re.fullmatch(r"<p>.*</p>", shown, re.DOTALL)
    assert not re.search(r"<(?!/?p>)", shown)


def test_no_html_of_the_user_is_left() -> None:
    text = render_packet_markdown(one_answer(HOSTILE))
    assert "<script" not in text
    assert "<label" not in text
    assert "<script" not in markdown.markdown(text)

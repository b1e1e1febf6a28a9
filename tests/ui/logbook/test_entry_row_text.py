# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from logbook.ui.logbook.entry_row_text import Measure, broken
from logbook.ui.theme import Theme


@pytest.fixture
def measure(theme: Theme) -> Measure:
    return Measure(theme.ui_font(12.5))


def test_text_that_fits_stays_whole(measure: Measure) -> None:
    assert [line.text for line in broken("Kort", measure, 300, 2)] == ["Kort"]
    assert broken("", measure, 300, 2) == ()


def test_text_breaks_at_words_and_tells_that_more_follows(measure: Measure) -> None:
    text = "woorden " * 40
    lines = broken(text, measure, 200, 2)
    assert len(lines) == 2
    assert lines[0].text.endswith("woorden")
    assert lines[1].text.endswith("…")
    assert text[lines[1].start :].startswith("woorden")


def test_sign_of_cutting_stands_on_no_line_of_its_own(measure: Measure) -> None:
    width = int(measure.width("Het licht draait")) + 1
    lines = broken("Het licht draait …", measure, width, 2)
    assert [line.text for line in lines] == ["Het licht", "draait …"]


def test_word_without_end_is_broken(measure: Measure) -> None:
    lines = broken("a" * 500, measure, 120, 2)
    assert len(lines) == 2
    assert measure.width(lines[0].text) <= 120


@given(text=st.text(alphabet="ab é😀…  ", max_size=80), width=st.integers(1, 300))
def test_lines_are_pieces_of_the_text(text: str, width: int) -> None:
    from PySide6.QtGui import QFont

    for line in broken(text, Measure(QFont()), width, 2):
        shown = line.text.rstrip("…").rstrip()
        assert text[line.start :].startswith(shown) or not shown

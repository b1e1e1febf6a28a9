# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
from __future__ import annotations

from dataclasses import replace

import pytest

from logbook.core.exercise import Card, Deck
from logbook.core.library import Library, Problem
from logbook.core.moment import from_text, to_text, whole_milliseconds
from tests.builders import START, make_exercise, make_library


def test_exercises_of_a_chapter_come_by_order_without_the_extra_ones() -> None:
    second, first = make_exercise("b", order=2), make_exercise("a", order=1)
    extra = replace(make_exercise("x"), extra=True)
    library = make_library(second, first, extra)
    assert [e.id for e in library.of_chapter(1)] == ["a", "b"]


def test_templates_are_found_like_exercises() -> None:
    template = make_exercise("notitie", chapter=None)
    assert Library(templates={"notitie": template}).exercise("notitie") is template
    assert Library().exercise(None) is None


def test_a_card_is_found_by_its_reference() -> None:
    card = Card("d/c", "C", "")
    library = Library(decks={"d": Deck("d", "D", "word", "", "", "", (card,))})
    assert library.card("d/c") is card
    assert library.card("d/x") is None
    assert library.card("paper/1") is None


def test_a_problem_reads_as_file_line_sentence() -> None:
    assert str(Problem("a.md", 3, "Zin.")) == "a.md:3: Zin."


def test_a_chapter_is_found_by_number() -> None:
    library = make_library(make_exercise())
    assert library.chapter(1) is library.chapters[0]
    assert library.chapter(None) is None


def test_moments_read_back_as_written() -> None:
    moment = whole_milliseconds(START.replace(microsecond=123_999))
    assert from_text(to_text(moment)) == moment


def test_a_moment_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="offset"):
        from_text("2026-01-01T10:00:00")

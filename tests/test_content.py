# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The content that travels with the program is without mistakes."""

from pathlib import Path

import pytest

from logbook.content.library import ContentFolder, check_paths, load_library
from logbook.core.exercise import Origin
from logbook.core.library import Library

ROOT = Path(__file__).resolve().parent.parent
SHIPPED = ContentFolder(ROOT / "exercises", ROOT / "resources", own=False)


@pytest.fixture(scope="module")
def library() -> Library:
    return load_library([SHIPPED], cache=None)


def test_shipped_content_loads_without_problems(library: Library) -> None:
    assert [str(problem) for problem in library.problems] == []


def test_check_looks_at_every_shipped_file(library: Library) -> None:
    count, problems = check_paths([], [SHIPPED])
    assert problems == ()
    assert count == (
        len(library.chapters)
        + len(library.exercises)
        + len(library.templates)
        + len(library.decks)
        + len(library.pages)
    )


def test_first_chapter_has_its_five_exercises(library: Library) -> None:
    assert len(library.of_chapter(1)) == 5
    assert sum(e.origin is Origin.BOOK for e in library.of_chapter(1)) == 3


def test_decks_are_large_enough(library: Library) -> None:
    assert len(library.decks["beelden"].cards) >= 32
    assert len(library.decks["drijfveren"].cards) >= 24


def test_every_picture_of_a_deck_is_used(library: Library) -> None:
    folder = ROOT / "exercises" / "decks" / "beelden"
    used = {Path(card.picture).name for card in library.decks["beelden"].cards}
    assert {path.name for path in folder.glob("*.svg")} == used


def test_every_chapter_has_exercises_in_order(library: Library) -> None:
    for chapter in library.chapters:
        orders = [exercise.order for exercise in library.of_chapter(chapter.number)]
        assert orders == sorted(set(orders))
        assert orders

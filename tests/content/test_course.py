# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The content that comes with the program is whole, and keeps the rules for authors."""

from __future__ import annotations

import re
from functools import cache

import pytest

from logbook.content.library import ContentFolder, check_paths, load_library
from logbook.core.exercise import (
    BlockKind,
    CardSettings,
    Exercise,
    Field,
    OfSettings,
    Origin,
    RecallSettings,
    Sensitivity,
    Together,
)
from logbook.core.library import Library
from logbook.paths import content_folder

EXERCISES_OF_CHAPTER = {1: 5, 2: 4, 3: 5, 4: 4, 5: 4, 6: 4, 7: 4, 8: 4, 9: 4, 10: 4}
FROM_BOOK = {"drijfveren-in-beeld", "mijn-referentiekader", "toen-ik-zelf-hulp-vroeg"}
EXTRA = {
    "vorm-afwegen",
    "groep-voorbereiden",
    "module-onderbouwen",
    "rapport-en-vertrouwen",
    "stressdagboek-week",
}
TEMPLATES = {
    "vrije-notitie",
    "momentopname",
    "werkinbreng",
    "reflectieverslag",
    "tussenevaluatie-supervisie",
    "intervisie-inbreng",
    "starrt",
    "gibbs",
    "driscoll",
    "korthagen",
    "5g",
    "hoofdstuk-conclusie",
    "hoofdstuk-terugblik",
    "toen-en-nu",
    "registratie-reflectie",
}
#: Codes of sources on our own desk, marks of unfinished work, and a tone we do not use.
UNWANTED = re.compile(
    r"\b00[0-4]\b|TODO|XXX|lorem|\boeps\b|[^-]-->|(?<![!<])!(?![!\[])", re.IGNORECASE
)


@cache
def course() -> Library:
    place = content_folder()
    return load_library(
        [ContentFolder(place / "exercises", place / "resources", False)], cache=None
    )


def everything() -> list[Exercise]:
    library = course()
    return [*library.exercises.values(), *library.templates.values()]


def named(exercise_id: str) -> Exercise:
    exercise = course().exercise(exercise_id)
    assert exercise is not None
    return exercise


def asked(exercise: Exercise) -> str:
    """Every text of an exercise that a user reads."""
    parts = [exercise.title, exercise.goal, exercise.introduction]
    for block in exercise.blocks:
        parts += [block.title, block.body]
        parts += [text for prompt in block.prompts for text in (prompt.text, prompt.body)]
    return "\n".join(parts)


def test_all_content_passes_the_check() -> None:
    place = content_folder()
    folder = ContentFolder(place / "exercises", place / "resources", False)
    checked, problems = check_paths([], [folder])
    assert problems == ()
    assert checked == len(list(place.glob("exercises/**/*.md"))) + len(
        list(place.glob("resources/**/*.md"))
    )


def test_every_chapter_has_its_exercises() -> None:
    library = course()
    counts = {c.number: len(library.of_chapter(c.number)) for c in library.chapters}
    assert counts == EXERCISES_OF_CHAPTER
    assert sum(counts.values()) == 42
    assert all(chapter.theme and chapter.source for chapter in library.chapters)
    orders = [[e.order for e in library.of_chapter(n)] for n in counts]
    assert orders == [list(range(1, count + 1)) for count in counts.values()]


def test_chapters_of_the_conversation_stand_together() -> None:
    parts = {chapter.number for chapter in course().chapters if chapter.part == "het-gesprek"}
    assert parts == {4, 5, 6, 7}


def test_extra_exercises_and_templates_are_all_there() -> None:
    library = course()
    assert {e.id for e in library.exercises.values() if e.extra} == EXTRA
    assert set(library.templates) == TEMPLATES


def test_decks_have_enough_cards() -> None:
    decks = course().decks
    assert len([card for card in decks["beelden"].cards if card.picture]) >= 48
    assert len(decks["waarden"].cards) >= 30
    assert len(decks["drijfveren"].cards) >= 24
    for deck in decks.values():
        assert all(card.title and card.description for card in deck.cards)
        assert deck.licence
        assert deck.source


def test_four_cards_of_the_book_are_asked_about_whole() -> None:
    exercise = named("drijfveren-in-beeld")
    cards = next(b for b in exercise.blocks if b.kind is BlockKind.CARDS)
    assert isinstance(cards.settings, CardSettings)
    assert (cards.settings.minimum, cards.settings.maximum) == (4, 4)
    assert [p.per_item for p in cards.prompts] == [False, True, True, True]
    each = [b for b in exercise.blocks if b.kind is BlockKind.EACH]
    assert sum(len(block.prompts) for block in each) == 2
    assert all(b.settings == OfSettings(cards.id) for b in each)
    assert {BlockKind.BESIDE, BlockKind.EXCHANGE} <= {b.kind for b in exercise.blocks}


def test_frame_of_reference_asks_eight_questions() -> None:
    exercise = named("mijn-referentiekader")
    prose = [p for b, p in exercise.walk() if b.kind is BlockKind.TEXT and p.field is Field.PROSE]
    assert len(prose) == 8


def test_looking_back_on_help_asks_a_situation_and_eleven_questions() -> None:
    exercise = named("toen-ik-zelf-hulp-vroeg")
    kinds = [block.kind for block in exercise.blocks]
    assert BlockKind.SITUATION in kinds
    before = exercise.blocks[kinds.index(BlockKind.SITUATION) + 1 : kinds.index(BlockKind.EXCHANGE)]
    assert sum(len(block.prompts) for block in before) == 11
    assert kinds[kinds.index(BlockKind.EXCHANGE) + 1] is BlockKind.TEXT


def test_only_the_exercises_of_the_book_say_so() -> None:
    assert {e.id for e in everything() if e.origin is Origin.BOOK} == FROM_BOOK


def test_every_kind_of_block_is_used_somewhere() -> None:
    assert {block.kind for e in everything() for block in e.blocks} == set(BlockKind)


@pytest.mark.parametrize("exercise", everything(), ids=lambda exercise: exercise.id)
def test_texts_keep_the_rules_for_authors(exercise: Exercise) -> None:
    text = asked(exercise)
    notes = "\n".join(line for line in text.split("\n") if not line.lstrip().startswith("!!!"))
    assert UNWANTED.findall(notes) == []
    assert UNWANTED.findall(exercise.source) == []
    assert exercise.minutes
    assert exercise.goal.endswith(".")
    assert exercise.method
    if exercise.sensitivity is Sensitivity.HIGH:
        assert "!!! zorg" in exercise.introduction
    exchanged = any(block.kind is BlockKind.EXCHANGE for block in exercise.blocks)
    assert exchanged == (exercise.together is Together.EXCHANGE)


@pytest.mark.parametrize("exercise", everything(), ids=lambda exercise: exercise.id)
def test_every_exercise_ends_in_a_conclusion_an_intention_or_a_question(exercise: Exercise) -> None:
    last = [block for block in exercise.blocks if block.is_step][-1]
    if exercise.blocks[-1].kind is BlockKind.REVISIT:
        return
    open_ends = {BlockKind.TEXT, BlockKind.INTENTION, BlockKind.COLUMNS, BlockKind.EXCHANGE}
    models = {BlockKind.MODEL} if exercise.template else set()
    assert last.kind in open_ends | models


@pytest.mark.parametrize("exercise", everything(), ids=lambda exercise: exercise.id)
def test_one_question_stands_in_each_prompt(exercise: Exercise) -> None:
    for _, prompt in exercise.walk():
        assert prompt.text.count("?") <= 1, prompt.text


def test_recalled_blocks_are_there() -> None:
    for exercise in everything():
        for block in exercise.blocks:
            if isinstance(block.settings, RecallSettings):
                assert named(block.settings.exercise).block(block.settings.block)

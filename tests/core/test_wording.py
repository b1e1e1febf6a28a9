# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
from __future__ import annotations

from dataclasses import replace

from logbook.core.entry import AnswerKey
from logbook.core.exercise import Card, ChoiceSettings, Deck, Option
from logbook.core.library import Library
from logbook.core.wording import note_wording, wording_of
from tests.builders import make_exercise

EXERCISE = make_exercise(version=3)
CARD = Card("beelden/brug", "Brug", "Een brug over water.")
LIBRARY = Library(
    exercises={EXERCISE.id: EXERCISE},
    decks={"beelden": Deck("beelden", "Beelden", "picture", "", "", "", (CARD,))},
)


def test_the_question_and_its_version_are_kept() -> None:
    wording = wording_of(EXERCISE, AnswerKey("start"), LIBRARY)
    assert (wording.kind, wording.prompt_text, wording.exercise_version) == (
        "prose",
        "Wat viel op?",
        3,
    )


def test_a_card_is_kept_with_its_title_and_description() -> None:
    wording = wording_of(EXERCISE, AnswerKey("kaarten", "why", "beelden/brug"), LIBRARY)
    assert (wording.card_title, wording.card_description) == ("Brug", "Een brug over water.")


def test_an_option_is_kept_in_its_words() -> None:
    block = EXERCISE.blocks[0]
    prompt = replace(block.prompts[0], options=(Option("rust", "Rust houden"),))
    exercise = replace(
        EXERCISE,
        blocks=(
            replace(block, prompts=(prompt,), settings=ChoiceSettings(1, False)),
            *EXERCISE.blocks[1:],
        ),
    )
    wording = wording_of(exercise, AnswerKey("kijken", "do", "rust"), LIBRARY)
    assert wording.card_title == "Rust houden"


def test_an_unknown_question_keeps_its_answer_at_the_end() -> None:
    wording = wording_of(EXERCISE, AnswerKey("weg"), LIBRARY)
    assert wording.prompt_text == ""
    assert wording.position > 1000


def test_a_note_has_no_question() -> None:
    assert wording_of(None, AnswerKey("note"), LIBRARY) == note_wording()

# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The way through an exercise."""

import pytest

from logbook.core.entry import AnswerKey, Value
from logbook.core.exercise import Block, BlockKind, Prompt
from logbook.settings import StepMode
from logbook.ui.exercise.walk import StepState, look_backs, place_of, places, step_state
from tests.ui.exercise.examples import BLOCKS, CHOICE, EACH, make_exercise

CARDS = BLOCKS[1]


@pytest.mark.parametrize("mode", [StepMode.STEP, StepMode.ALL])
def test_a_step_is_a_place_and_a_look_back_is_none(mode: StepMode) -> None:
    found = places(make_exercise(), mode)
    assert [place.block.id for place in found] == ["first", "cards", "second"]
    assert {place.prompt_id for place in found} == {None}


def test_one_question_at_a_time_makes_a_place_of_each_question() -> None:
    found = places(make_exercise(), StepMode.QUESTION)
    assert [(place.block.id, place.prompt_id) for place in found] == [
        ("first", "feel"),
        ("first", "word"),
        ("cards", ""),
        ("cards", "why"),
        ("second", None),
    ]


def test_the_questions_of_an_exchange_stay_together() -> None:
    exchange = Block(
        "talk",
        BlockKind.EXCHANGE,
        "Vertel het iemand",
        prompts=(Prompt("mode", "Hoe doe je dit?"), Prompt("who", "Met wie?")),
    )
    found = places(make_exercise(blocks=(exchange,)), StepMode.QUESTION)
    assert [(place.block.id, place.prompt_id) for place in found] == [("talk", None)]


@pytest.mark.parametrize(
    ("block_id", "prompt_id", "index"),
    [("cards", "why", 3), ("cards", None, 2), ("second", None, 4), ("weg", None, 0)],
)
def test_a_place_is_found_again(block_id: str, prompt_id: str | None, index: int) -> None:
    assert place_of(places(make_exercise(), StepMode.QUESTION), block_id, prompt_id) == index


@pytest.mark.parametrize(
    ("block", "values", "state"),
    [
        (CARDS, {}, StepState.EMPTY),
        (CARDS, {CHOICE: Value(cards=("d/a",))}, StepState.WRITTEN),
        (CARDS, {AnswerKey("cards", "why", "d/weg"): Value("x")}, StepState.EMPTY),
        (EACH, {AnswerKey("each", "see", "d/weg"): Value("x")}, StepState.EMPTY),
        (
            EACH,
            {CHOICE: Value(cards=("d/a",)), AnswerKey("each", "see", "d/a"): Value("x")},
            StepState.WRITTEN,
        ),
        (BLOCKS[0], {AnswerKey("first", "feel"): Value("  ")}, StepState.EMPTY),
        (BLOCKS[0], {AnswerKey("first", "word"): Value("x")}, StepState.WRITTEN),
    ],
)
def test_state_of_a_step(block: Block, values: dict[AnswerKey, Value], state: StepState) -> None:
    assert step_state(block, values) is state


def test_look_backs_come_with_their_days() -> None:
    assert [(block.id, days) for block, days in look_backs(make_exercise())] == [("later", 84)]

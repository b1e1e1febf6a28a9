# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The way through an exercise."""

import pytest

from logbook.core.entry import AnswerKey, Value
from logbook.core.exercise import Block, BlockKind, OfSettings, Prompt, RunningSettings
from logbook.settings import StepMode
from logbook.ui.exercise.walk import (
    StepState,
    answerable,
    look_backs,
    place_of,
    places,
    step_state,
)
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


@pytest.mark.parametrize("kind", [BlockKind.GRID, BlockKind.CHECKLIST, BlockKind.CHOOSER])
def test_what_belongs_together_is_one_place(kind: BlockKind) -> None:
    block = Block("all", kind, "Alles", prompts=(Prompt("one", "Een"), Prompt("two", "Twee")))
    found = places(make_exercise(blocks=(block,)), StepMode.QUESTION)
    assert [(place.block.id, place.prompt_id) for place in found] == [("all", None)]


RUNNING = Block(
    "running",
    BlockKind.TEXT,
    "Vertel",
    prompts=(Prompt("", "Vertel"), Prompt("one", "Een?"), Prompt("two", "Twee?")),
    settings=RunningSettings(first=True),
)


def test_a_running_text_comes_after_its_questions() -> None:
    found = places(make_exercise(blocks=(RUNNING,)), StepMode.QUESTION)
    assert [place.prompt_id for place in found] == ["one", "two", ""]


@pytest.mark.parametrize(
    ("index", "known", "expected"),
    [(0, ("",), 2), (2, ("",), 2), (2, ("one", "two"), 0), (1, (), 1)],
)
def test_one_stands_where_the_questions_in_view_are(
    index: int, known: tuple[str, ...], expected: int
) -> None:
    found = places(make_exercise(blocks=(RUNNING,)), StepMode.QUESTION)
    assert answerable(found, index, known) == expected


@pytest.mark.parametrize(
    ("order", "chosen", "state"),
    [
        (Value(cards=("d/a",)), Value(cards=("d/a",)), StepState.WRITTEN),
        (Value(cards=("d/a",)), Value(cards=("d/b",)), StepState.EMPTY),
        (Value("daarom", cards=("d/a",)), Value(), StepState.WRITTEN),
        (Value(), Value(cards=("d/a",)), StepState.EMPTY),
    ],
)
def test_an_order_of_what_was_put_away_is_no_answer(
    order: Value, chosen: Value, state: StepState
) -> None:
    block = Block("order", BlockKind.RANK, "Volgorde", settings=OfSettings("cards"))
    values = {AnswerKey("order"): order, AnswerKey("cards"): chosen}
    assert step_state(block, values) is state


def test_an_order_of_own_options_is_an_answer() -> None:
    block = Block("order", BlockKind.RANK, "Volgorde", settings=OfSettings(""))
    values = {AnswerKey("order"): Value(options=("a", "b"))}
    assert step_state(block, values) is StepState.WRITTEN


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


def test_own_words_taken_back_hide_what_was_written_about_them() -> None:
    block = Block("each", BlockKind.EACH, "Bij elk", settings=OfSettings("choice"))
    about = {AnswerKey("each", "when", "own"): Value("overdag")}
    choice = AnswerKey("choice")
    assert step_state(block, about | {choice: Value(own="slapen")}) is StepState.WRITTEN
    assert step_state(block, about | {choice: Value(options=("rust",))}) is StepState.EMPTY

# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The way through an exercise: which places it has, and in which steps something is written.

Pure; knows no Qt. A place is what is on screen at once: a step, or one question of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from logbook.core.entry import AnswerKey, Value
from logbook.core.exercise import (
    Block,
    BlockKind,
    Exercise,
    OfSettings,
    Prompt,
    RevisitSettings,
    RunningSettings,
)
from logbook.settings import StepMode

_PER_CHOSEN = (BlockKind.CARDS, BlockKind.EACH, BlockKind.BESIDE)
#: Kinds of which the questions stay together, also with one question at a time.
_TOGETHER = (BlockKind.EXCHANGE, BlockKind.GRID, BlockKind.CHECKLIST, BlockKind.CHOOSER)


class StepState(StrEnum):
    """What the panel shows beside a step."""

    EMPTY = "empty"
    WRITTEN = "written"


@dataclass(frozen=True, slots=True)
class Place:
    """A step, and with one question at a time the question; None means the whole step."""

    block: Block
    prompt_id: str | None = None


def places(exercise: Exercise, mode: StepMode) -> tuple[Place, ...]:
    """Where one can stand, in order; with all steps below each other a place is a step too."""
    found: list[Place] = []
    for block in exercise.steps:
        whole = block.kind in _TOGETHER or len(block.prompts) < 2
        if mode is StepMode.QUESTION and not whole:
            found.extend(Place(block, prompt.id) for prompt in _in_order(block))
        else:
            found.append(Place(block))
    return tuple(found)


def _in_order(block: Block) -> tuple[Prompt, ...]:
    """The questions as one meets them: a running text comes after the separate questions."""
    if isinstance(block.settings, RunningSettings):
        return (*block.prompts[1:], *block.prompts[:1])
    return block.prompts


def answerable(ways: tuple[Place, ...], index: int, known: tuple[str, ...]) -> int:
    """The same place, or the first of its step when its question is not in view there.

    Args:
        known: the questions of that step that can be shown now.
    """
    place = ways[index]
    if place.prompt_id is None or place.prompt_id in known or not known:
        return index
    return place_of(ways, place.block.id, known[0])


def place_of(ways: tuple[Place, ...], block_id: str, prompt_id: str | None = None) -> int:
    """The index of a place; the start of its step, or of everything, when it is gone."""
    for index, place in enumerate(ways):
        if place.block.id == block_id and place.prompt_id == prompt_id:
            return index
    return next((i for i, place in enumerate(ways) if place.block.id == block_id), 0)


def step_state(block: Block, values: Mapping[AnswerKey, Value]) -> StepState:
    """Whether anything is written in a step; answers to cards put away do not count."""
    if block.kind is BlockKind.RANK and isinstance(block.settings, OfSettings):
        return _rank_state(block, block.settings.of, values)
    chosen: tuple[str, ...] | None = None
    if block.kind in _PER_CHOSEN:
        settings = block.settings
        source = settings.of if isinstance(settings, OfSettings) else block.id
        chosen = values.get(AnswerKey(source), Value()).chosen
    written = any(
        key.block == block.id
        and not value.is_empty
        and (not key.item or chosen is None or key.item in chosen)
        for key, value in values.items()
    )
    return StepState.WRITTEN if written else StepState.EMPTY


def _rank_state(block: Block, source: str, values: Mapping[AnswerKey, Value]) -> StepState:
    """An order of things that were all put away again is no answer."""
    value = values.get(AnswerKey(block.id), Value())
    order = value.cards or value.options
    if source:
        chosen = values.get(AnswerKey(source), Value()).chosen
        order = tuple(item for item in order if item in chosen)
    return StepState.WRITTEN if order or value.text.strip() else StepState.EMPTY


def look_backs(exercise: Exercise) -> tuple[tuple[Block, int], ...]:
    """The proposals to look back, each with its number of days."""
    return tuple(
        (block, block.settings.days)
        for block in exercise.blocks
        if isinstance(block.settings, RevisitSettings)
    )

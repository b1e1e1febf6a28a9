# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""What the program itself asks, as blocks of an exercise, so that forms of it can be read.

These are intentions that the user added and how it went with intentions; each question stands
once, with what was answered under a heading that says to which of them it belongs.
"""

from __future__ import annotations

import re
from dataclasses import replace

from logbook.core.entry import AnswerKey
from logbook.core.exercise import Block, BlockKind, Exercise, Field, Option, Prompt
from logbook.core.follow_up import (
    FOLLOW_UP_BLOCK,
    FOLLOW_UP_QUESTIONS,
    FOLLOW_UP_TITLE,
    OWN_INTENTION_BLOCK,
    OWN_INTENTION_QUESTIONS,
    OWN_INTENTION_TITLE,
    STANDING_BLOCKS,
    TRIED_WORDS,
    StandingQuestion,
    return_of,
)

# As ids are everywhere (docs/formats/logbook-1.md).
_OWN_ID = re.compile(r"[0-9A-Za-z][0-9A-Za-z_.-]{0,63}")
_OPTIONS = tuple(Option(tried.value, words) for tried, words in TRIED_WORDS.items())


def with_standing(exercise: Exercise) -> Exercise:
    """The exercise with the blocks that may stand in any form."""
    blocks = (
        _block(OWN_INTENTION_BLOCK, OWN_INTENTION_TITLE, OWN_INTENTION_QUESTIONS),
        _block(FOLLOW_UP_BLOCK, FOLLOW_UP_TITLE, FOLLOW_UP_QUESTIONS),
    )
    return replace(exercise, blocks=(*exercise.blocks, *blocks))


def is_standing_item(block_id: str, item: str) -> bool | None:
    """Whether this names one of them; None in a block of the exercise itself."""
    if block_id not in STANDING_BLOCKS:
        return None
    if block_id == FOLLOW_UP_BLOCK:
        found = return_of(AnswerKey(block_id, "", item))
        return found is not None and _OWN_ID.fullmatch(found[0]) is not None
    return _OWN_ID.fullmatch(item) is not None


def _block(block_id: str, title: str, questions: tuple[StandingQuestion, ...]) -> Block:
    prompts = tuple(
        Prompt(
            question.prompt,
            question.text,
            field=Field(question.kind),
            per_item=True,
            options=_OPTIONS if question.kind == Field.CHOICE else (),
        )
        for question in questions
    )
    return Block(block_id, BlockKind.INTENTION, title, prompts=prompts)

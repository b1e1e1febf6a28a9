# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Which questions of an earlier entry Toen en nu asks again, and what was answered to each.

Pure; knows no Qt. An entry whose exercise is gone, and a plain note, is asked again as a whole.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from logbook.core.arrange import Part, Section
from logbook.core.entry import AnswerKey, Entry, Value
from logbook.core.exercise import (
    Block,
    BlockKind,
    Exercise,
    OfSettings,
    RevisitSettings,
    RunningSettings,
)
from logbook.ui.exercise.walk import Place


@dataclass(frozen=True, slots=True)
class Asked:
    """One question. `place` is None for an entry that is asked again as a whole."""

    place: Place | None = None

    @property
    def block(self) -> Block | None:
        """The block that is answered; None for an entry as a whole."""
        return self.place.block if self.place else None

    @property
    def block_id(self) -> str:
        """Its id, "" for an entry as a whole."""
        return self.place.block.id if self.place else ""

    @property
    def wording(self) -> str:
        """The question as it stands now; "" for an entry as a whole."""
        if self.place is None:
            return ""
        prompt = self.place.block.prompt(self.place.prompt_id) if self.place.prompt_id else None
        return prompt.text if prompt else self.place.block.title

    @property
    def is_one_question(self) -> bool:
        """Whether one thing is asked, once."""
        if self.place is None:
            return False
        prompts = self.place.block.prompts
        return self.place.prompt_id is not None or (len(prompts) == 1 and not prompts[0].per_item)

    def holds(self, key: AnswerKey) -> bool:
        """Whether an answer under this key belongs to this question."""
        if self.place is None:
            return True
        if key.block != self.place.block.id:
            return False
        return self.place.prompt_id is None or key.prompt == self.place.prompt_id

    def is_answered(self, values: Mapping[AnswerKey, Value]) -> bool:
        """Whether any of these values answers it."""
        return any(self.holds(key) and not value.is_empty for key, value in values.items())


def questions(entry: Entry, exercise: Exercise | None, block_id: str = "") -> tuple[Asked, ...]:
    """What is asked again of an entry, in the order of the exercise; never none.

    Args:
        block_id: a block that is asked for by name, "" for none.
        exercise: as it is now; None when it is gone, or for a plain note.
    """
    if exercise is None:
        return (Asked(),)
    named = _named(exercise) | {block_id}
    ways = tuple(Asked(place) for place in _ways(exercise))
    answered = [each for each in ways if _was_answered(entry, each)]
    chosen = [each for each in answered if each.block_id in named] or answered
    # What leans on a choice can only be answered when that choice is made again first.
    sources = {_source(each.block) for each in chosen} - {""}
    found = tuple(each for each in ways if each in chosen or each.block_id in sources)
    return found or (Asked(),)


def is_apart(block: Block) -> bool:
    """Whether the questions of a block are asked one at a time."""
    running = isinstance(block.settings, RunningSettings)
    return block.kind is BlockKind.TEXT and not running and len(block.prompts) > 1


def looking_back(exercise: Exercise | None, block_id: str) -> Block | None:
    """The question an author asks when looking back at a block; None when there is none."""
    for block in exercise.blocks if exercise else ():
        if isinstance(block.settings, RevisitSettings) and block_id in block.settings.of:
            return block
    return None


def answered_then(sections: Iterable[Section], asked: Asked) -> tuple[Section, ...]:
    """What an entry says to a question, without the title that stands above it already."""
    if asked.place is None:
        return tuple(sections)
    found = []
    for section in sections:
        parts = tuple(part for part in section.parts if asked.holds(part.key))
        if asked.is_one_question:
            # Its words stand above both answers.
            parts = tuple(part if part.key.item else replace(part, question="") for part in parts)
        if parts:
            bare = tuple(_bare(part, section.title) for part in parts)
            found.append(replace(section, title="", parts=bare, gone=False, margin=()))
    return tuple(found)


def worded_then(sections: Iterable[Section], asked: Asked) -> str:
    """The question as it was worded then, when that is another wording than now; "" else."""
    if asked.place is None:
        return ""
    for section in sections:
        for part in section.parts:
            if asked.holds(part.key):
                then = part.question if asked.is_one_question else section.title
                return then if then.strip() != asked.wording.strip() else ""
    return ""


def _bare(part: Part, title: str) -> Part:
    return replace(part, question="") if part.question == title else part


def _named(exercise: Exercise) -> frozenset[str]:
    return frozenset(
        name
        for block in exercise.blocks
        if isinstance(block.settings, RevisitSettings)
        for name in block.settings.of
    )


def _ways(exercise: Exercise) -> tuple[Place, ...]:
    """Every step; one that asks several things to write about is asked one at a time."""
    found: list[Place] = []
    for block in exercise.steps:
        if is_apart(block):
            found.extend(Place(block, prompt.id) for prompt in block.prompts)
        else:
            found.append(Place(block))
    return tuple(found)


def _was_answered(entry: Entry, asked: Asked) -> bool:
    return any(asked.holds(a.key) and not a.value.is_empty for a in entry.answers)


def _source(block: Block | None) -> str:
    """The block whose choice this one leans on, "" for none."""
    settings = block.settings if block else None
    return settings.of if isinstance(settings, OfSettings) else ""

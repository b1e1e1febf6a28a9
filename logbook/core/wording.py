# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""From an exercise and an answer's key to the wording that is stored beside the answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from logbook.core.constants import PAPER_PREFIX as PAPER_PREFIX
from logbook.core.constants import PHOTO_PREFIX as PHOTO_PREFIX
from logbook.core.constants import PROSE as PROSE
from logbook.core.entry import NOTE_BLOCK, AnswerKey, Wording
from logbook.core.follow_up import is_follow_up, is_own_intention, standing_wording
from logbook.core.margin import beside_of, is_margin, margin_wording

if TYPE_CHECKING:
    from logbook.core.exercise import Block, Exercise, Prompt
    from logbook.core.library import Library

#: Fields by name (`core.exercise.Field`), so that keeping a note needs no exercises.
CARDS = "cards"
SCALE = "scale"
COLUMNS = "columns"
ROW_FIELDS = frozenset({"table", "columns"})


def note_wording() -> Wording:
    """The wording beside a free note: there is no question."""
    return Wording(PROSE, "", "")


def wording_of(exercise: Exercise | None, key: AnswerKey, library: Library) -> Wording:
    """How the question under `key` stands now.

    Rows of tables and columns take the wording of their block, margin notes that of what they
    stand beside, intentions that the user added and returns to one that of the program. For an
    unknown block or prompt (an answer file of an older version) the wording is empty, and the
    answer is kept all the same.
    """
    if is_margin(key):
        beside = beside_of(key)
        return margin_wording(wording_of(exercise, beside, library).prompt_text if beside else "")
    if is_follow_up(key) or is_own_intention(key):
        return standing_wording(key)
    if exercise is None or key.block == NOTE_BLOCK:
        return note_wording()
    for position, (block, prompt) in enumerate(exercise.walk()):
        if block.id == key.block and prompt.id == key.prompt:
            title, description = _item_words(exercise, block, prompt, key.item, library)
            return Wording(
                prompt.field.value,
                block.title,
                prompt.text,
                exercise.version,
                title,
                description,
                position,
                _terms(exercise, block, prompt),
            )
    return Wording(PROSE, "", "", exercise.version, position=10_000)


def _terms(exercise: Exercise, block: Block, prompt: Prompt) -> tuple[tuple[str, str], ...]:
    """Words that an answer to this question only names."""
    from logbook.core.exercise import ColumnsSettings, OfSettings, ScaleSettings, TableSettings

    match block.settings:
        case ScaleSettings() as scale:
            return (str(scale.low_number), scale.low), (str(scale.high_number), scale.high)
        case TableSettings() as table:
            return tuple((str(place), title) for place, title in enumerate(table.columns, 1))
        case ColumnsSettings() as columns:
            sides = ("left", columns.left), ("right", columns.right)
            return (*sides, ("closing", columns.closing)) if columns.closing else sides
    options = prompt.options
    if isinstance(block.settings, OfSettings) and prompt.field == "rank" and not options:
        source = exercise.block(block.settings.of)
        options = source.prompts[0].options if source and source.prompts else ()
    return tuple((option.id, option.text) for option in options)


def _item_words(
    exercise: Exercise, block: Block, prompt: Prompt, item: str, library: Library
) -> tuple[str, str]:
    if not item or prompt.field in ROW_FIELDS:
        return "", ""
    card = library.card(item)
    if card is not None:
        return card.title, card.description
    for other in exercise.blocks:
        for candidate in other.prompts:
            for option in candidate.options:
                if option.id == item:
                    return option.text, ""
    return "", ""

# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Small exercises and pages for tests of the writer; not the shipped ones."""

from __future__ import annotations

from logbook.core.entry import AnswerKey, Value
from logbook.core.exercise import (
    Block,
    BlockKind,
    CardSettings,
    Exercise,
    Field,
    OfSettings,
    Origin,
    Prompt,
    RevisitSettings,
    Sensitivity,
    Together,
)

FIRST = AnswerKey("first", "feel")
SECOND = AnswerKey("second", "")
CHOICE = AnswerKey("cards", "")


def make_exercise(**changes: object) -> Exercise:
    """Three steps: two questions, cards, one question; and a look-back after 12 weeks."""
    values: dict[str, object] = {
        "id": "proef",
        "title": "Proefoefening",
        "chapter": 1,
        "order": 1,
        "goal": "Proberen.",
        "minutes": 20,
        "parts": True,
        "method": "schrijven",
        "origin": Origin.OWN,
        "source": "Naar eigen werk",
        "sensitivity": Sensitivity.LOW,
        "together": Together.ALONE,
        "version": 1,
        "language": "nl",
        "introduction": "Een begin met een [woord](naslag:models/weegschaal).",
        "blocks": BLOCKS,
    }
    return Exercise(**(values | changes))  # type: ignore[arg-type]


BLOCKS = (
    Block(
        "first",
        BlockKind.TEXT,
        "Eerste stap",
        prompts=(
            Prompt("feel", "Hoe was het?"),
            Prompt("word", "In één woord?", field=Field.LINE),
        ),
    ),
    Block(
        "cards",
        BlockKind.CARDS,
        "Kies kaarten",
        prompts=(
            Prompt("", "Kies kaarten", field=Field.CARDS),
            Prompt("why", "Waarom deze?", per_item=True),
        ),
        settings=CardSettings(("beelden",), 1, 3),
    ),
    Block(
        "second",
        BlockKind.TEXT,
        "Laatste stap",
        prompts=(Prompt("", "Laatste stap"),),
    ),
    Block(
        "later",
        BlockKind.REVISIT,
        "Hoe is het nu?",
        settings=RevisitSettings(84, ("second",)),
    ),
)
EACH = Block(
    "each",
    BlockKind.EACH,
    "Bij elke kaart",
    prompts=(Prompt("see", "Wat zie je?", per_item=True),),
    settings=OfSettings("cards"),
)


def words(text: str) -> Value:
    """A value of prose."""
    return Value(text)

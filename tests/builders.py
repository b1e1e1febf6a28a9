# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Small builders of values that tests share."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from logbook.core.entry import Answer, AnswerKey, Entry, EntryId, EntryKind, RevisionId, Value
from logbook.core.exercise import (
    Block,
    BlockKind,
    CardSettings,
    Chapter,
    Exercise,
    Field,
    NoSettings,
    OfSettings,
    Origin,
    Prompt,
    Sensitivity,
    Settings,
    TableSettings,
    Together,
)
from logbook.core.library import Library
from logbook.core.wording import wording_of

START = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


class Clock:
    """A clock that tests move by hand."""

    def __init__(self, moment: datetime = START) -> None:
        self.moment = moment

    def __call__(self) -> datetime:
        return self.moment

    def forward(self, **parts: float) -> datetime:
        """Move on (or back, with negative parts) and tell the new moment."""
        self.moment += timedelta(**parts)
        return self.moment


class Ids:
    """Ids in order: `<prefix>0001`, `<prefix>0002`, …"""

    def __init__(self, prefix: str = "id") -> None:
        self.prefix = prefix
        self.count = 0

    def __call__(self) -> str:
        self.count += 1
        return f"{self.prefix}{self.count:04d}"


def one_question(
    block_id: str, kind: BlockKind, title: str, settings: Settings | None = None, **asked: Any
) -> Block:
    """A block whose title is its only question, in the field of its kind; `asked` goes with it."""
    field = Field.__members__.get(kind.name, Field.PROSE)
    prompts = (Prompt("", title, field=field, **asked),)
    return Block(block_id, kind, title, prompts=prompts, settings=settings or NoSettings())


def make_exercise(
    exercise_id: str = "proef", *, chapter: int | None = 1, order: int = 1, version: int = 1
) -> Exercise:
    """An exercise with a text block, cards with a question, questions per card and a table."""
    return Exercise(
        id=exercise_id,
        title=f"Oefening {exercise_id}",
        chapter=chapter,
        order=order,
        goal="Iets uitzoeken",
        minutes=20,
        parts=False,
        method="vragen",
        origin=Origin.OWN,
        source="Eigen werk",
        sensitivity=Sensitivity.LOW,
        together=Together.ALONE,
        version=version,
        language="nl",
        introduction="",
        blocks=(
            Block("start", BlockKind.TEXT, "Wat viel op?", prompts=(Prompt("", "Wat viel op?"),)),
            Block(
                "kaarten",
                BlockKind.CARDS,
                "Kies kaarten",
                prompts=(
                    Prompt("", "Kies kaarten", field=Field.CARDS),
                    Prompt("why", "Waarom deze?", per_item=True),
                ),
                settings=CardSettings(("beelden",), 1, 4, paper=True),
            ),
            Block(
                "kijken",
                BlockKind.EACH,
                "Kijk nog eens",
                prompts=(Prompt("do", "Wat doe je?", per_item=True),),
                settings=OfSettings("kaarten"),
            ),
            Block(
                "tabel",
                BlockKind.TABLE,
                "Afspraken",
                prompts=(Prompt("", "Afspraken", field=Field.TABLE),),
                settings=TableSettings(("wat", "wanneer"), (), 1, 6),
            ),
        ),
    )


def make_library(*exercises: Exercise) -> Library:
    """A library of one chapter per chapter number in the exercises."""
    numbers = sorted({e.chapter for e in exercises if e.chapter is not None})
    return Library(
        chapters=tuple(Chapter(n, f"Hoofdstuk {n}", "", "Eigen werk") for n in numbers),
        exercises={e.id: e for e in exercises},
    )


def make_entry(
    exercise: Exercise, values: dict[AnswerKey, Value], entry_id: str = "entry1"
) -> Entry:
    """A round of an exercise with these answers."""
    library = make_library(exercise)
    answers = tuple(
        Answer(key, wording_of(exercise, key, library), value, RevisionId(f"r{n}"), START)
        for n, (key, value) in enumerate(values.items())
    )
    return Entry(
        id=EntryId(entry_id),
        kind=EntryKind.EXERCISE,
        created_at=START,
        exercise_id=exercise.id,
        exercise_title=exercise.title,
        exercise_version=exercise.version,
        source=exercise.source,
        chapter=exercise.chapter,
        answers=answers,
    )

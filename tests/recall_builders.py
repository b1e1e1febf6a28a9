# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Exercises that propose to look back and ask for an intention, and a desk to work with them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, tzinfo
from pathlib import Path

from logbook.content.standard_prompts import INTENTION
from logbook.core.entry import AnswerKey, Entry, Value
from logbook.core.exercise import Block, BlockKind, Exercise, Prompt, RevisitSettings, Sensitivity
from logbook.core.library import Library
from logbook.services.conclusions import Conclusions
from logbook.services.intentions import Intentions
from logbook.services.margin import Margin
from logbook.services.reading import Reading
from logbook.services.revisiting import Revisiting
from logbook.services.threads import Threads
from logbook.services.transfer import Transfer
from logbook.services.writing import Edit, Writing
from logbook.storage.database import Database, open_database
from logbook.storage.writes import Writer
from tests.builders import Clock, Ids, make_exercise, make_library

START_BLOCK = AnswerKey("start")


def looking_back(exercise_id: str, days: int = 14, *, sensitive: bool = False) -> Exercise:
    """An exercise with a question, an intention and a proposal to look back after some days."""
    return replace(
        make_exercise(exercise_id),
        minutes=15,
        sensitivity=Sensitivity.HIGH if sensitive else Sensitivity.LOW,
        blocks=(
            Block("start", BlockKind.TEXT, "Begin", prompts=(Prompt("", "Hoe begon het?"),)),
            Block("plan", BlockKind.INTENTION, "Volgende keer", prompts=INTENTION),
            Block("back", BlockKind.REVISIT, "En nu?", settings=RevisitSettings(days, ("start",))),
        ),
    )


LIBRARY = make_library(
    looking_back("eerste"),
    looking_back("tweede", 30),
    looking_back("zwaar", 14, sensitive=True),
    make_exercise("gewoon", chapter=2),
)


@dataclass
class Shelf:
    """What exists now; tests put another library in its place."""

    library: Library = LIBRARY

    def __call__(self) -> Library:
        return self.library


class RecallDesk:
    """One logbook with everything that looks back in it."""

    def __init__(self, path: Path, prefix: str = "id", zone: tzinfo | None = None) -> None:
        self.database: Database = open_database(path, create=True)
        self.clock, self.writer = Clock(), Writer(f"apparaat-{prefix}", Ids(prefix))
        self.shelf, self.zone, self.share = Shelf(), zone, 0.5
        shelf, parts = (self.database, self.shelf), (self.clock, self.writer)
        self.writing, self.margin = Writing(*shelf, *parts), Margin(*shelf, *parts)
        self.reading, self.transfer = Reading(*shelf, self.clock), Transfer(*shelf, *parts)
        self.intentions, self.conclusions = Intentions(*shelf, *parts), Conclusions(*shelf, *parts)
        self.threads = Threads(self.database, self.intentions)
        self.revisiting = self.opening()

    def opening(self) -> Revisiting:
        """Open the program anew: another opening of the same logbook."""
        self.revisiting = Revisiting(
            self.database, self.shelf, self.clock, self.writer, self.zone, lambda: self.share
        )
        return self.revisiting

    def round(self, exercise_id: str, text: str = "zo", *, close: bool = True) -> Entry:
        """Write a round of an exercise."""
        exercise = self.shelf.library.exercises[exercise_id]
        entry = self.writing.begin_round(exercise)
        self.writing.save(entry, [Edit(START_BLOCK, Value(text))])
        if close:
            self.writing.close_for_now(entry.id)
        return entry

    def plan(self, exercise_id: str, day: date | None = None, text: str = "wachten") -> Entry:
        """Write a round with an intention."""
        entry = self.writing.begin_round(self.shelf.library.exercises[exercise_id])
        edits = [Edit(AnswerKey("plan", "try"), Value(text))]
        if day is not None:
            edits.append(Edit(AnswerKey("plan", "date"), Value(day=day)))
        self.writing.save(entry, edits)
        return entry

    def take(self, other: RecallDesk) -> None:
        """Import everything that another logbook holds."""
        text = "".join(other.transfer.export_chunks("json"))
        self.transfer.import_lines(text.encode().splitlines(keepends=True), "bestand")

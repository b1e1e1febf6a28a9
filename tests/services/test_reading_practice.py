# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Intentions and exchanges, read back from a logbook on disk."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from logbook.core.entry import AnswerKey, EntryId, Value
from logbook.core.exercise import Block, BlockKind, Exercise, Field, Option, Prompt
from logbook.core.practice import IN_CONVERSATION
from logbook.services.intentions import Intentions
from logbook.services.reading import Reading
from logbook.services.writing import Edit, Writing
from logbook.storage.database import open_database
from logbook.storage.writes import Writer
from tests.builders import Clock, Ids, make_exercise, make_library

INTENTION = Block(
    "voornemen", BlockKind.INTENTION, "Wat ga je proberen?", prompts=(Prompt("what", "Wat?"),)
)
EXCHANGE = Block(
    "samen",
    BlockKind.EXCHANGE,
    "Vertel het iemand",
    prompts=(
        Prompt("mode", "Hoe?", field=Field.CHOICE, options=(Option(IN_CONVERSATION, "gesprek"),)),
        Prompt("noticed", "Wat viel op?"),
    ),
)


def with_practice(exercise_id: str, chapter: int) -> Exercise:
    plain = make_exercise(exercise_id, chapter=chapter)
    return replace(plain, blocks=(*plain.blocks, INTENTION, EXCHANGE))


FIRST, OTHER = with_practice("eerste", 1), with_practice("ander", 2)


class Logbook:
    """Reading and writing on one file, with a clock in hand."""

    def __init__(self, path: Path) -> None:
        library = make_library(FIRST, OTHER)
        self.clock = Clock()
        self.database = open_database(path, create=True)
        self.reading = Reading(self.database, lambda: library, self.clock)
        shelf, parts = (self.database, lambda: library), (self.clock, Writer("pc", Ids()))
        self.writing, self.intentions = Writing(*shelf, *parts), Intentions(*shelf, *parts)

    def round(self, exercise: Exercise, key: AnswerKey, value: Value) -> EntryId:
        self.clock.forward(days=1)
        entry = self.writing.begin_round(exercise)
        self.writing.save(entry, [Edit(key, value), Edit(AnswerKey("start"), Value("iets"))])
        return entry.id


@pytest.fixture
def logbook(tmp_path: Path) -> Iterator[Logbook]:
    made = Logbook(tmp_path / "logboek.db")
    yield made
    made.database.close()


WHAT = AnswerKey("voornemen", "what")


def test_intentions_of_a_chapter_are_newest_first(logbook: Logbook) -> None:
    logbook.round(FIRST, WHAT, Value("rustig aan"))
    logbook.round(OTHER, WHAT, Value("hoort elders"))
    logbook.round(FIRST, WHAT, Value("een vraag stellen"))
    found = [intention.answers[0].value.text for intention in logbook.intentions.all(1)]
    assert found == ["een vraag stellen", "rustig aan"]


def test_an_intention_in_the_bin_is_left_out(logbook: Logbook) -> None:
    entry_id = logbook.round(FIRST, WHAT, Value("rustig aan"))
    logbook.writing.move_to_bin(entry_id)
    assert logbook.intentions.all(1) == ()


def test_a_chapter_without_intentions_has_none(logbook: Logbook) -> None:
    assert logbook.intentions.all(99) == ()


def test_rounds_in_conversation_are_exchanged(logbook: Logbook) -> None:
    mode = AnswerKey("samen", "mode")
    together = logbook.round(FIRST, mode, Value(options=(IN_CONVERSATION,)))
    logbook.round(OTHER, mode, Value(options=("later",)))
    logbook.round(OTHER, AnswerKey("samen", "noticed"), Value("iets"))
    assert logbook.reading.exchanged() == {together}


def test_intentions_take_few_queries_however_many_rounds(
    logbook: Logbook, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(12):
        logbook.round(FIRST, WHAT, Value(f"poging {number}"))
    queries: list[str] = []
    rows = logbook.database.rows

    def counted(sql: str, parameters: tuple[object, ...] = ()) -> list[tuple[object, ...]]:
        queries.append(sql)
        return rows(sql, parameters)

    monkeypatch.setattr(logbook.database, "rows", counted)
    assert len(logbook.intentions.all(1)) == 12
    assert len(queries) == 4

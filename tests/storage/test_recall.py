# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Facts for looking back come by an index, so that they stay quick in a large logbook."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from typing import Any

import pytest

from logbook.core.practice import BlockPlace
from logbook.core.recall_days import Span
from logbook.storage.database import Database
from logbook.storage.recall import RecallStore
from logbook.storage.revisits import RevisitStore

NOW = datetime(2026, 3, 2, tzinfo=UTC)
PLACES = [BlockPlace("proef", "plan")]
QUESTIONS: dict[str, Callable[[RecallStore], object]] = {
    "last_rounds": lambda store: store.last_rounds(["proef"]),
    "only_rounds": lambda store: store.only_rounds(["proef"]),
    "entries": lambda store: store.entries(["een"]),
    "of_days": lambda store: store.of_days([(Span.WEEK, date(2026, 3, 2), NOW, NOW)]),
    "at_chance": lambda store: store.at_chance(0.5, NOW, ()),
    "days_of_intentions": lambda store: store.days_of_intentions(),
    "last_returns": lambda store: store.last_returns(),
    "outlines": lambda store: store.outlines(PLACES),
    "intentions": lambda store: store.intentions(PLACES, ["een"]),
    "first_answers": lambda store: store.first_answers(["een"]),
    "note_of_chapter": lambda store: store.note_of_chapter("vorm", 1),
}


class Plans:
    """A database that also asks how each statement will be answered."""

    def __init__(self, database: Database) -> None:
        self._database, self.path, self.steps = database, database.path, list[str]()

    def rows(self, sql: str, parameters: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        plan = self._database.rows(f"explain query plan {sql}", parameters)
        self.steps += [step[3] for step in plan]
        return self._database.rows(sql, parameters)


@pytest.mark.parametrize("question", QUESTIONS)
def test_no_whole_table_is_read(question: str, database: Database) -> None:
    plans = Plans(database)
    QUESTIONS[question](RecallStore(plans))  # type: ignore[arg-type]
    tables = ("entries", "answers", "revisions", "e", "a", "r", "x")
    scans = [s for s in plans.steps if s.startswith("SCAN ") and s.split()[1] in tables]
    assert [s for s in scans if "USING" not in s] == []
    assert not any("entries_of_exercises" in step for step in plans.steps)


def test_decisions_about_an_entry_come_by_their_index(database: Database) -> None:
    plans = Plans(database)
    RevisitStore(plans).of_entry("een")  # type: ignore[arg-type]
    assert any("revisits_by_entry" in step for step in plans.steps)

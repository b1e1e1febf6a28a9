# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT

from typing import Any

import pytest

from logbook.core.entry import EntryId
from logbook.ui.history import LIMIT, History, from_memory, repeatable, to_memory
from logbook.ui.navigation import (
    NewNote,
    OpenChapter,
    OpenEntry,
    OpenExercise,
    OpenPage,
    ReadEntry,
    Wish,
)

TODAY, LOGBOOK = OpenPage("today"), OpenPage("logbook")


def test_back_leads_to_the_place_before() -> None:
    history = History()
    history.go(TODAY)
    history.go(LOGBOOK)
    assert history.back() == TODAY
    assert history.current == TODAY
    assert history.back() is None


def test_going_where_one_is_adds_nothing() -> None:
    history = History()
    history.go(TODAY)
    history.go(TODAY)
    assert history.back() is None


def test_settled_place_is_the_one_to_return_to() -> None:
    history = History()
    history.go(NewNote())
    history.settle(OpenEntry(EntryId("e1")))
    history.go(TODAY)
    assert history.back() == OpenEntry(EntryId("e1"))


def test_only_the_last_places_are_kept() -> None:
    history = History()
    for number in range(LIMIT + 20):
        history.go(OpenChapter(number))
    steps = 0
    while history.back() is not None:
        steps += 1
    assert steps == LIMIT


def test_returning_begins_no_new_round() -> None:
    assert repeatable(OpenExercise("drijfveren", True)) == OpenExercise("drijfveren")


@pytest.mark.parametrize(
    "place",
    [
        TODAY,
        OpenExercise("drijfveren"),
        OpenEntry(EntryId("e1")),
        ReadEntry(EntryId("e1")),
        OpenChapter(3, True),
    ],
)
def test_place_comes_back_from_memory(place: Wish) -> None:
    assert from_memory(to_memory(place)) == place


def test_new_note_is_not_remembered() -> None:
    assert to_memory(NewNote()) == {}
    assert to_memory(None) == {}


@pytest.mark.parametrize(
    "values",
    [{}, {"kind": "Onzin"}, {"kind": "OpenPage"}, {"kind": "OpenPage", "name": [1]}, {"kind": []}],
)
def test_odd_memory_leads_nowhere(values: dict[str, Any]) -> None:
    assert from_memory(values) is None

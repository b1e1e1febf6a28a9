# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Where in an entry someone stopped."""

from logbook.core.entry import EntryId
from logbook.ui.context import Context
from logbook.ui.exercise.places import Places, Stop


def test_a_place_is_remembered_per_entry(context: Context) -> None:
    Places(context.memory).keep(EntryId("a"), "block", None, 40)
    Places(context.memory).keep(EntryId("b"), "block", "prompt", 0)
    assert Places(context.memory).of(EntryId("a")) == Stop("block", None, 40)
    assert Places(context.memory).of(EntryId("b")) == Stop("block", "prompt", 0)
    assert Places(context.memory).of(EntryId("c")) is None


def test_only_the_last_entries_are_remembered(context: Context) -> None:
    places = Places(context.memory)
    for number in range(80):
        places.keep(EntryId(str(number)), "block", None, 0)
    assert places.of(EntryId("0")) is None
    assert places.of(EntryId("79")) is not None


def test_a_damaged_memory_is_no_place(context: Context) -> None:
    context.memory.set("writer.places", {"a": ["block"], "b": 3})
    assert Places(context.memory).of(EntryId("a")) is None
    assert Places(context.memory).of(EntryId("b")) is None

# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Findings of a stored entry: replaced, undone, ignored."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from logbook.bootstrap import Services, open_services
from logbook.core.entry import NOTE_BLOCK, AnswerKey, EntryId, Value
from logbook.paths import find_paths, word_lists_folder
from logbook.services.trace_edits import part_of, with_part
from logbook.services.traces import Traces
from logbook.services.writing import Edit

KEY = AnswerKey(NOTE_BLOCK)
TEXT = "Ik sprak mevrouw Jansen. Daarna belde mevrouw Jansen."


@pytest.fixture(scope="module")
def lists() -> Traces:
    return Traces(word_lists_folder())


@pytest.fixture
def services(lists: Traces) -> Iterator[Services]:
    opened = open_services(find_paths(), create=True)
    opened.__dict__["traces"] = lists
    yield opened
    opened.close()


def note(services: Services, text: str) -> EntryId:
    entry = services.writing.begin_note()
    services.writing.save(entry, [Edit(KEY, Value(text))])
    return entry.id


def text_of(services: Services, entry_id: EntryId) -> str:
    return services.reading.entry(entry_id).value(KEY).text


def test_replacing_keeps_the_place_and_can_be_undone(services: Services) -> None:
    entry_id = note(services, TEXT)
    found = services.trace_edits.needs_check(services.reading.entry(entry_id))
    done = services.trace_edits.replace(entry_id, [(found[0], "een bewoner")])
    assert done.count == 1
    assert text_of(services, entry_id) == TEXT.replace("mevrouw Jansen", "een bewoner", 1)
    assert [place.role for place in services.trace_marks.places(entry_id)] == ["een bewoner"]
    services.trace_edits.undo(entry_id, done)
    assert text_of(services, entry_id) == TEXT


def test_undo_leaves_an_answer_that_changed_since(services: Services) -> None:
    entry_id = note(services, TEXT)
    entry = services.reading.entry(entry_id)
    found = services.trace_edits.needs_check(entry)
    done = services.trace_edits.replace(entry_id, [(found[0], "een bewoner")])
    services.writing.save(entry, [Edit(KEY, Value("Iets anders."))])
    services.trace_edits.undo(entry_id, done)
    assert text_of(services, entry_id) == "Iets anders."


def test_a_text_that_changed_in_the_meantime_stays(services: Services) -> None:
    entry_id = note(services, TEXT)
    entry = services.reading.entry(entry_id)
    found = services.trace_edits.needs_check(entry)
    services.writing.save(entry, [Edit(KEY, Value("Nu staat er iets anders."))])
    assert services.trace_edits.replace(entry_id, [(found[0], "iemand")]).count == 0
    assert text_of(services, entry_id) == "Nu staat er iets anders."


def test_the_same_elsewhere_is_replaced_except_where_asked(services: Services) -> None:
    entry_id = note(services, TEXT)
    finding = services.trace_edits.needs_check(services.reading.entry(entry_id))[0].finding
    edits = services.trace_edits
    assert edits.replace_same(entry_id, finding, "iemand", besides=(KEY, "text")).count == 0
    assert edits.replace_same(entry_id, finding, "een bewoner").count == 2


def test_kept_roles_come_first_where_they_fit(services: Services) -> None:
    entry_id = note(services, "Een buurvrouw was er, en op 3 april ook Karin.")
    services.trace_edits.keep_role(entry_id, KEY, "Een buurvrouw")
    day, name = services.trace_edits.needs_check(services.reading.entry(entry_id))
    assert services.trace_edits.roles(entry_id, name.finding)[0] == "een buurvrouw"
    assert services.trace_edits.roles(entry_id, day.finding)[0] == "een dag in het voorjaar"


def test_ignored_things_are_not_found_until_heeded(services: Services) -> None:
    entry_id = note(services, TEXT)
    entry = services.reading.entry(entry_id)
    found = services.trace_edits.needs_check(entry)
    marks = services.trace_edits.ignore(entry_id, [each.finding for each in found])
    assert len(marks) == 1
    assert services.trace_edits.needs_check(entry) == ()
    services.trace_edits.heed(entry_id, marks)
    assert services.trace_edits.needs_check(entry) == found


def test_a_closed_entry_changes_only_in_its_margin(services: Services) -> None:
    entry_id = note(services, TEXT)
    services.writing.close_for_now(entry_id)
    key, _ = services.margin.add(entry_id, "Later sprak ik Karin nog eens.")
    entry = services.reading.entry(entry_id)
    found = services.trace_edits.needs_check(entry)
    done = services.trace_edits.replace(entry_id, [(each, "een collega") for each in found])
    assert done.keys == (key,)
    assert text_of(services, entry_id) == TEXT
    assert (
        services.reading.entry(entry_id).value(key).text == "Later sprak ik een collega nog eens."
    )


@pytest.mark.parametrize(
    ("part", "value"),
    [
        ("text", Value(text="x")),
        ("own", Value(own="x")),
        ("cells/1", Value(cells=("a", "x"))),
    ],
)
def test_parts_of_a_value(part: str, value: Value) -> None:
    assert part_of(value, part) == "x"
    assert part_of(with_part(value, part, "y"), part) == "y"


def test_a_cell_that_is_not_there_is_empty() -> None:
    assert part_of(Value(cells=("a",)), "cells/4") == ""

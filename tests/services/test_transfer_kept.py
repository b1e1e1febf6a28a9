# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Labels, goals, pins, searches and places travel with a logbook; nothing of ours is lost."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from logbook.core.entry import AnswerKey, EntryId, Value
from logbook.core.errors import ImportUnreadable, NameRefused
from logbook.core.search import EntryFilter
from logbook.services.goals import Goals
from logbook.services.labels import Labels
from logbook.services.margin import Margin
from logbook.services.organising import Organising
from logbook.services.reading import Reading
from logbook.services.trace_marks import TraceMarks
from logbook.services.transfer import ImportResult, Transfer
from logbook.services.writing import Edit, Writing
from logbook.storage.checks import check_database
from logbook.storage.database import Database, open_database
from logbook.storage.writes import Writer
from tests.builders import Clock, Ids, make_exercise, make_library

LIBRARY = make_library(make_exercise("eerste"))
NOTE = AnswerKey("note")


class Desk:
    """One logbook with everything that works on it."""

    def __init__(self, path: Path, prefix: str = "id") -> None:
        self.database: Database = open_database(path, create=True)
        self.clock, writer = Clock(), Writer("apparaat", Ids(prefix))
        shelf, parts = (self.database, lambda: LIBRARY), (self.clock, writer)
        self.writing, self.margin = Writing(*shelf, *parts), Margin(*shelf, *parts)
        self.reading = Reading(*shelf, self.clock)
        self.transfer = Transfer(*shelf, *parts)
        self.labels, self.goals = Labels(self.database, *parts), Goals(self.database, *parts)
        self.organising = Organising(self.database, *parts)
        self.marks = TraceMarks(self.database, self.clock)

    def json(self) -> str:
        return "".join(self.transfer.export_chunks("json"))

    def data(self) -> dict[str, Any]:
        data: dict[str, Any] = json.loads(self.json())
        del data["exported_at"]
        return data

    def take(self, text: str) -> ImportResult:
        return self.transfer.import_lines(text.encode().splitlines(keepends=True), "bestand")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = Desk(tmp_path / "een.db")
    yield made
    made.database.close()


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Desk]:
    made = Desk(tmp_path / "twee.db", "ander")
    yield made
    made.database.close()


def fill(desk: Desk) -> EntryId:
    """A closed note with something of everything."""
    note = desk.writing.begin_note()
    desk.writing.save(note, [Edit(NOTE, Value("Met een bewoner; zie [x](entry:id0001)."))])
    desk.writing.close_for_now(note.id)
    desk.margin.add(note.id, "later", NOTE)
    desk.labels.give([note.id], ["werk", "stage"])
    desk.labels.create("leeg")
    goal, _ = desk.goals.create("een")
    desk.goals.link([note.id], goal.id)
    desk.clock.forward(hours=1)
    desk.goals.edit(goal.id, "twee", goal.head)
    desk.goals.close(goal.id)
    desk.organising.pin(note.id)
    desk.organising.save_search("Stage", "label:stage")
    desk.marks.add_place(note.id, NOTE, "een bewoner")
    desk.marks.ignore(note.id, "merk")
    return note.id


def test_everything_comes_back_from_an_export(desk: Desk, other: Desk) -> None:
    note = fill(desk)
    result = other.take(desk.json())
    assert (result.added, result.same) == (1, 0)
    assert result.changes.labels
    assert other.data() == desk.data()
    assert other.reading.summary(note) == desk.reading.summary(note)
    assert other.reading.count(EntryFilter(text="stage")) == 1
    assert [e.id for e in other.reading.linked_from(EntryId("id0001"))] == [note]
    assert list(check_database(other.database)) == []


def test_what_the_user_ignores_stays_on_this_computer(desk: Desk, other: Desk) -> None:
    note = fill(desk)
    assert "merk" not in desk.json()
    other.take(desk.json())
    assert other.marks.ignored(note) == frozenset()


def test_the_same_file_twice_adds_nothing(desk: Desk) -> None:
    fill(desk)
    before = desk.data()
    result = desk.take(desk.json())
    assert (result.added, result.same, result.kept) == (0, 1, 0)
    assert not result.changes.labels
    assert desk.data() == before


def test_entries_that_were_here_gain_what_the_file_gives_and_lose_nothing(
    desk: Desk, other: Desk
) -> None:
    note = fill(desk)
    other.take(desk.json())
    before = desk.json()
    desk.labels.give([note], ["nieuw"])
    other.labels.give([note], ["eigen"])
    result = other.take(desk.json())
    assert (result.same, result.kept, result.changes.everything) == (1, 2, True)
    names = [label.name for label in other.reading.summary(note).labels]
    assert names == ["eigen", "nieuw", "stage", "werk"]
    other.take(before)
    assert len(other.reading.summary(note).labels) == 4
    assert list(check_database(other.database)) == []


def test_a_label_that_both_made_is_one_label(desk: Desk, other: Desk) -> None:
    note = fill(desk)
    ours, _ = other.labels.create("WERK")
    other.take(desk.json())
    assert ours.id in {label.id for label in other.reading.summary(note).labels}
    assert [c.label.name for c in other.labels.all()] == ["leeg", "stage", "WERK"]


@pytest.mark.parametrize("what", ["label", "goal", "search"])
def test_what_differs_under_the_same_id_is_refused(desk: Desk, other: Desk, what: str) -> None:
    fill(desk)
    other.take(desk.json())
    if what == "label":
        desk.labels.rename(desk.labels.named("werk").id, "arbeid")
    elif what == "goal":
        desk.goals.reopen(desk.goals.all()[0].goal.id)
    else:
        search = desk.organising.searches()[0]
        desk.organising.change_search(search.id, "anders", search.query)
    desk.writing.add_note("nieuw")
    before = other.data()
    with pytest.raises(ImportUnreadable) as caught:
        other.take(desk.json())
    assert caught.value.reason == f"{what}-differs"
    assert other.data() == before


def test_a_version_of_another_goal_is_refused(desk: Desk) -> None:
    fill(desk)
    data = json.loads(desk.json())
    data["goals"][0]["id"] = "vreemd"
    before = desk.data()
    with pytest.raises(ImportUnreadable) as caught:
        desk.take(json.dumps(data))
    assert caught.value.reason == "duplicate-revision"
    assert desk.data() == before


def test_what_names_entries_that_are_not_here_is_passed_over(desk: Desk, other: Desk) -> None:
    note = fill(desk)
    other.take(desk.json())
    other.writing.delete_for_good(note)
    other.take(desk.json())
    assert other.reading.count() == 0
    assert [c.entries for c in other.labels.all()] == [0, 0, 0]
    assert list(check_database(other.database)) == []


def test_a_file_from_before_labels_still_imports(desk: Desk, other: Desk) -> None:
    fill(desk)
    data = json.loads(desk.json())
    for name in ("labels", "goals", "pins", "searches", "places"):
        del data[name]
    assert other.take(json.dumps(data)).added == 1
    assert other.labels.all() == ()


def test_one_entry_takes_along_what_is_its_own(desk: Desk, other: Desk) -> None:
    note = fill(desk)
    second = desk.writing.add_note("tweede").id
    desk.labels.give([second], ["vrij"])
    other.take("".join(desk.transfer.export_chunks("json", [note])))
    assert [c.label.name for c in other.labels.all()] == ["stage", "werk"]
    assert [line.entries for line in other.goals.all()] == [1]
    assert other.organising.searches() == ()


def test_the_margin_of_a_plain_note_is_in_readable_exports(desk: Desk) -> None:
    fill(desk)
    for name in ("markdown", "html"):
        text = "".join(desk.transfer.export_chunks(name))
        assert "later" in text
        assert "Kanttekening" in text


def test_a_form_with_a_margin_never_touches_a_closed_round(desk: Desk) -> None:
    entry = desk.writing.begin_round(LIBRARY.exercises["eerste"])
    desk.writing.save(entry, [Edit(AnswerKey("start"), Value("toen"))])
    desk.margin.add(entry.id, "later", AnswerKey("start"))
    desk.writing.close_for_now(entry.id)
    before = desk.transfer.entry_data(entry.id)
    form = desk.transfer.entry_markdown(entry.id)
    again, _ = desk.transfer.answer("eerste", form, "formulier")
    assert again.id != entry.id
    assert desk.transfer.entry_data(entry.id) == before
    (section,) = desk.reading.sections(again)
    (note,) = section.parts[0].margin
    assert (note.text, note.question) == ("later", "Wat viel op?")


NAMES = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
ACTS = st.lists(
    st.tuples(
        st.sampled_from(["note", "give", "drop", "rename", "goal", "edit", "pin", "save", "bin"]),
        NAMES,
        st.integers(0, 5),
    ),
    max_size=14,
)


def act(desk: Desk, name: str, text: str, number: int) -> None:
    notes = [line.id for line in desk.reading.entries()]
    labels, goals = desk.labels.all(), desk.goals.all()
    note = notes[number % len(notes)] if notes else None
    if name == "note":
        desk.writing.add_note(text)
        desk.clock.forward(minutes=number * 4)
    elif name == "give" and note:
        desk.labels.give([note], [text])
    elif name == "drop" and labels and number:
        removed, _ = desk.labels.delete(labels[number % len(labels)].label.id)
        if number % 2:
            desk.labels.restore(removed)
    elif name == "rename" and labels:
        desk.labels.rename(labels[number % len(labels)].label.id, text)
    elif name == "goal":
        goal, _ = desk.goals.create(text)
        desk.goals.link(notes[:number], goal.id)
    elif name == "edit" and goals:
        desk.goals.edit(goals[number % len(goals)].goal.id, text, close_version=number > 2)
    elif name == "pin" and note:
        desk.organising.pin(note)
    elif name == "save":
        desk.organising.save_search(text, text)
    elif name == "bin" and note:
        desk.writing.move_to_bin(note)


@given(ACTS)
@settings(max_examples=30)
def test_any_logbook_survives_the_round_trip(acts: list[tuple[str, str, int]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        first, second = Desk(Path(folder) / "a.db"), Desk(Path(folder) / "b.db")
        for name, text, number in acts:
            try:
                act(first, name, text, number)
            except NameRefused:
                continue
        second.take(first.json())
        assert second.data() == first.data()
        assert second.take(first.json()).kept == 0
        assert list(check_database(first.database)) == list(check_database(second.database)) == []
        first.database.close()
        second.database.close()

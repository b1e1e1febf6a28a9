# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Pins, saved searches, links between entries, and decisions about traces."""

from __future__ import annotations

import pytest

from logbook.core.entry import AnswerKey, EntryId, RevisionId, Value
from logbook.core.entry_links import link_to
from logbook.core.errors import EntryNotFound, NameRefused, SearchNotFound
from logbook.core.kept import SearchId
from logbook.core.search import EntryFilter
from logbook.services.organising import Organising
from logbook.services.trace_marks import TraceMarks
from logbook.services.writing import Edit
from logbook.storage.checks import check_database
from tests.services.conftest import Desk

NOTE = AnswerKey("note")


@pytest.fixture
def organising(desk: Desk) -> Organising:
    return Organising(desk.database, desk.clock, desk.writer)


@pytest.fixture
def marks(desk: Desk) -> TraceMarks:
    return TraceMarks(desk.database, desk.clock)


def write(desk: Desk, entry_id: EntryId, text: str) -> RevisionId:
    entry = desk.reading.entry(entry_id)
    return desk.writing.save(entry, [Edit(NOTE, Value(text))]).heads[NOTE]


def test_a_pin_is_set_and_taken_out(desk: Desk, organising: Organising) -> None:
    note = desk.writing.add_note("a").id
    desk.writing.add_note("b")
    organising.pin(note)
    desk.clock.forward(days=1)
    assert organising.pin(note).entries == {note}
    assert [s.id for s in desk.reading.entries(EntryFilter(pinned=True))] == [note]
    assert desk.reading.summary(note).pinned
    organising.unpin(note)
    assert desk.reading.count(EntryFilter(pinned=True)) == 0
    with pytest.raises(EntryNotFound):
        organising.pin(EntryId("weg"))


def test_several_pins_are_set_in_one_act(desk: Desk, organising: Organising) -> None:
    notes = [desk.writing.add_note(text).id for text in "abc"]
    with pytest.raises(EntryNotFound):
        organising.pin_all([*notes, EntryId("weg")])
    assert desk.reading.count(EntryFilter(pinned=True)) == 0
    assert organising.pin_all(notes).entries == set(notes)
    assert desk.reading.count(EntryFilter(pinned=True)) == 3
    organising.unpin_all(notes[:2])
    assert [s.id for s in desk.reading.entries(EntryFilter(pinned=True))] == notes[2:]


def test_a_search_is_saved_changed_deleted_and_brought_back(
    desk: Desk, organising: Organising
) -> None:
    search, changes = organising.save_search(" Stage ", " label:stage ")
    assert (search.name, search.query, changes.searches) == ("Stage", "label:stage", True)
    desk.clock.forward(minutes=1)
    other, _ = organising.save_search("vrij", "vrij")
    organising.change_search(search.id, "stage", "hoofdstuk:1")
    removed, _ = organising.delete_search(search.id)
    assert organising.searches() == (other,)
    organising.restore_search(removed)
    assert [(s.name, s.query) for s in organising.searches()] == [
        ("stage", "hoofdstuk:1"), ("vrij", "vrij"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "query", "reason"),
    [
        ("", "x", "empty"),
        ("x", " ", "empty"),
        ("x" * 61, "x", "too-long"),
        ("x", "x" * 1001, "too-long"),
        ("STAGE", "x", "taken"),
    ],
)
def test_a_search_that_cannot_be_kept_is_refused(
    organising: Organising, name: str, query: str, reason: str
) -> None:
    organising.save_search("Stage", "label:stage")
    other, _ = organising.save_search("b", "b")
    for act in (organising.save_search, lambda n, q: organising.change_search(other.id, n, q)):
        with pytest.raises(NameRefused) as caught:
            act(name, query)
        assert caught.value.reason == reason


def test_a_search_that_is_not_there_is_told(organising: Organising) -> None:
    with pytest.raises(SearchNotFound):
        organising.delete_search(SearchId("weg"))
    with pytest.raises(SearchNotFound):
        organising.change_search(SearchId("weg"), "a", "b")


def test_links_follow_the_text(desk: Desk) -> None:
    first, second = desk.writing.add_note("Maandag [lang]").id, desk.writing.add_note("b").id
    desk.clock.forward(minutes=11)
    link = link_to(first, desk.reading.summary(first).title)
    write(desk, second, f"Zie {link} en {link} en [weg](entry:weg) en [x](entry:/etc).")
    linked = [(e.id, e.title, e.there) for e in desk.reading.links_of(second)]
    assert linked == [("weg", "", False), (first, "Maandag [lang]", True)]
    assert [e.id for e in desk.reading.linked_from(first)] == [second]
    desk.writing.move_to_bin(first)
    assert desk.reading.links_of(second)[1].binned
    desk.writing.move_to_bin(second)
    assert desk.reading.linked_from(first) == ()
    write(desk, second, "niets meer")
    assert desk.reading.links_of(second) == ()
    assert list(check_database(desk.database)) == []


def test_titles_are_completed_by_their_words(desk: Desk) -> None:
    ids = {}
    for text in (
        "Een lastig gesprek",
        "Gesprek met Zoë",
        "Gespreksvoering",
        "Iets anders\ngesprek",
    ):
        ids[text] = desk.writing.add_note(text).id
        desk.clock.forward(minutes=1)
    desk.writing.move_to_bin(desk.writing.add_note("gesprek weg").id)

    def titles(beginning: str, limit: int = 8) -> list[str]:
        return [e.title for e in desk.reading.titles_like(beginning, limit)]

    assert titles("gesprek") == ["Gespreksvoering", "Gesprek met Zoë", "Een lastig gesprek"]
    assert titles("LAST ge") == []
    assert titles("zo") == titles("gesprek zoe") == ["Gesprek met Zoë"]
    assert titles("", 2) == ["Iets anders", "Gespreksvoering"]
    assert titles("gesprek", 1) == ["Gespreksvoering"]
    for odd in ('"', "* (", "title:", "a AND", "\x00", "-", "'"):
        assert isinstance(titles(odd), list)


def test_ignored_traces_are_kept_per_entry_and_pruned(desk: Desk, marks: TraceMarks) -> None:
    note, other = desk.writing.add_note("a").id, desk.writing.add_note("b").id
    for mark in ("m1", "m2", "m1"):
        marks.ignore(note, mark)
    assert marks.ignored(note) == {"m1", "m2"}
    assert marks.ignored(other) == frozenset()
    marks.prune(note, ["m2", "m3"])
    assert marks.ignored(note) == {"m2"}
    marks.heed(note, "m2")
    assert marks.ignored(note) == frozenset()
    with pytest.raises(EntryNotFound):
        marks.ignore(EntryId("weg"), "m")


def test_nothing_is_written_when_there_is_nothing_to_forget(desk: Desk, marks: TraceMarks) -> None:
    note = desk.writing.add_note("a").id
    before = desk.database.connection.total_changes
    marks.prune(note, [])
    assert desk.database.connection.total_changes == before


def test_the_place_of_a_role_goes_when_the_text_has_it_no_more(
    desk: Desk, marks: TraceMarks
) -> None:
    note = desk.writing.add_note("met een bewoner en een collega").id
    for role in ("een bewoner", "een collega"):
        marks.add_place(note, NOTE, role)
    assert [p.role for p in marks.places(note)] == ["een bewoner", "een collega"]
    write(desk, note, "met een collega")
    (place,) = marks.places(note)
    assert (place.key, place.role, place.at) == (NOTE, "een collega", desk.clock())
    for bad in ("", "x" * 201, "twee\nregels"):
        with pytest.raises(ValueError, match=r".*"):
            marks.add_place(note, NOTE, bad)

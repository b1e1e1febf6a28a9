# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Learning goals: versions as revisions have them, open and closed, entries, and the way back."""

from __future__ import annotations

import pytest

from logbook.core.entry import EntryId
from logbook.core.errors import EntryNotFound, GoalNotFound, NameRefused
from logbook.core.goal import GoalId
from logbook.core.search import EntryFilter
from logbook.services.goals import Goals
from logbook.storage.checks import check_database
from logbook.storage.writes import Writer
from tests.builders import START, Ids
from tests.services.conftest import Desk


@pytest.fixture
def goals(desk: Desk) -> Goals:
    return Goals(desk.database, desk.clock, desk.writer)


def texts(goals: Goals, goal_id: GoalId) -> list[str]:
    return [version.text for version in goals.versions(goal_id)]


def test_a_goal_begins_open_with_one_version(goals: Goals) -> None:
    goal, changes = goals.create("Ik leer stiltes verdragen.")
    assert changes.goals
    assert (goal.is_open, goals.line(goal.id).goal) == (True, goal)
    assert [(v.id, v.parent) for v in goals.versions(goal.id)] == [(goal.head, None)]


def test_writing_on_extends_the_version_until_ten_minutes_pass(desk: Desk, goals: Goals) -> None:
    goal, _ = goals.create("een")
    desk.clock.forward(minutes=9)
    head, _ = goals.edit(goal.id, "een twee", goal.head)
    assert (head, texts(goals, goal.id)) == (goal.head, ["een twee"])
    desk.clock.forward(minutes=11)
    later, _ = goals.edit(goal.id, "drie", head)
    assert texts(goals, goal.id) == ["een twee", "drie"]
    assert [v.parent for v in goals.versions(goal.id)] == [None, goal.head]
    assert goals.line(goal.id).goal.head == later


def test_a_version_can_be_ended(goals: Goals) -> None:
    goal, _ = goals.create("een")
    goals.edit(goal.id, "twee", goal.head, close_version=True)
    goals.edit(goal.id, "drie")
    assert texts(goals, goal.id) == ["twee", "drie"]


def test_the_same_text_again_adds_nothing(desk: Desk, goals: Goals) -> None:
    goal, _ = goals.create("een")
    desk.clock.forward(hours=1)
    assert goals.edit(goal.id, "een", goal.head)[0] == goal.head
    assert texts(goals, goal.id) == ["een"]


def test_another_device_adds_a_child_and_both_are_kept(desk: Desk, goals: Goals) -> None:
    goal, _ = goals.create("een")
    other = Goals(desk.database, desk.clock, Writer("ander", Ids("x")))
    theirs, _ = other.edit(goal.id, "van hen", goal.head)
    mine, _ = goals.edit(goal.id, "van mij", goal.head)
    parents = {v.id: v.parent for v in goals.versions(goal.id)}
    assert parents == {goal.head: None, theirs: goal.head, mine: goal.head}
    assert list(check_database(desk.database)) == []


def test_open_goals_come_first_with_their_counts(desk: Desk, goals: Goals) -> None:
    old, _ = goals.create("oud")
    desk.clock.forward(days=1)
    new, _ = goals.create("nieuw")
    done, _ = goals.create("klaar")
    goals.close(done.id)
    notes = [desk.writing.add_note("een").id, desk.writing.add_note("weg").id]
    desk.clock.forward(days=1)
    goals.link(notes, old.id)
    desk.writing.move_to_bin(notes[1])
    lines = goals.all()
    assert [line.goal.id for line in lines] == [new.id, old.id, done.id]
    assert [line.entries for line in lines] == [0, 1, 0]
    assert lines[1].last_at == desk.reading.summary(notes[0]).created_at
    assert lines[0].last_at is None


def test_closing_and_reopening_begin_a_new_version(desk: Desk, goals: Goals) -> None:
    goal, _ = goals.create("een")
    goals.close(goal.id)
    assert goals.line(goal.id).goal.closed_at == START
    goals.reopen(goal.id)
    assert goals.line(goal.id).goal.is_open
    goals.edit(goal.id, "twee")
    assert texts(goals, goal.id) == ["een", "twee"]


def test_linking_tells_what_it_changed(desk: Desk, goals: Goals) -> None:
    goal, _ = goals.create("een")
    notes = [desk.writing.add_note(text).id for text in "ab"]
    assert goals.link(notes[:1], goal.id).entries == {notes[0]}
    assert goals.link(notes, goal.id).entries == {notes[1]}
    assert goals.of_entry(notes[1])[0].id == goal.id
    assert desk.reading.count(EntryFilter(goal=goal.id)) == 2
    assert goals.unlink(notes[:1], goal.id).entries == {notes[0]}
    assert goals.of_entry(notes[0]) == ()


def test_a_deleted_goal_comes_back_with_versions_and_entries(desk: Desk, goals: Goals) -> None:
    goal, _ = goals.create("een")
    note = desk.writing.add_note("a").id
    goals.link([note], goal.id)
    goals.edit(goal.id, "twee", goal.head, close_version=True)
    before = goals.line(goal.id), goals.versions(goal.id)
    removed, changes = goals.delete(goal.id)
    assert (goals.all(), goals.of_entry(note), changes.entries) == ((), (), {note})
    goals.restore(removed)
    assert (goals.line(goal.id), goals.versions(goal.id)) == before
    assert goals.of_entry(note)[0].id == goal.id


@pytest.mark.parametrize(("text", "reason"), [(" \n", "empty"), ("x" * 10_001, "too-long")])
def test_a_goal_has_a_length(goals: Goals, text: str, reason: str) -> None:
    goal, _ = goals.create("een")
    for act in (goals.create, lambda text: goals.edit(goal.id, text)):
        with pytest.raises(NameRefused) as caught:
            act(text)
        assert caught.value.reason == reason


def test_what_is_not_there_is_told(desk: Desk, goals: Goals) -> None:
    missing, note = GoalId("weg"), desk.writing.add_note("a").id
    for act in (goals.line, goals.close, goals.reopen, goals.delete):
        with pytest.raises(GoalNotFound):
            act(missing)
    with pytest.raises(GoalNotFound):
        goals.edit(missing, "tekst")
    with pytest.raises(GoalNotFound):
        goals.link([note], missing)
    with pytest.raises(EntryNotFound):
        goals.link([note, EntryId("weg")], goals.create("een")[0].id)
    assert goals.of_entry(note) == ()

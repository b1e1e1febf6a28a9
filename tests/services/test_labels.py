# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Labels: names, colours, who has them, and the way back from each act."""

from __future__ import annotations

import pytest

from logbook.core.entry import EntryId
from logbook.core.errors import EntryNotFound, LabelNotFound, NameRefused
from logbook.core.label import LabelColour, LabelId
from logbook.core.search import EntryFilter
from logbook.services.labels import Labels
from logbook.storage.checks import check_database
from tests.services.conftest import Desk


@pytest.fixture
def labels(desk: Desk) -> Labels:
    return Labels(desk.database, desk.clock, desk.writer)


@pytest.fixture
def notes(desk: Desk) -> list[EntryId]:
    return [desk.writing.add_note(text).id for text in ("een", "twee", "drie")]


def found(desk: Desk, text: str) -> int:
    return desk.reading.count(EntryFilter(text=text))


def whole(desk: Desk) -> bool:
    return list(check_database(desk.database)) == []


def named(labels: Labels) -> list[tuple[str, int]]:
    return [(each.label.name, each.entries) for each in labels.all()]


def test_labels_stand_in_order_of_name_with_their_counts(
    desk: Desk, labels: Labels, notes: list[EntryId]
) -> None:
    second, _ = labels.create("stage")
    first, _ = labels.create("Élan")
    labels.assign(notes[:2], [second.id, first.id])
    desk.writing.move_to_bin(notes[0])
    assert named(labels) == [("Élan", 1), ("stage", 1)]


def test_numbers_in_names_stand_in_order_of_size(
    desk: Desk, labels: Labels, notes: list[EntryId]
) -> None:
    names = ["2 x 9", "2 x 10", "10", "élan", "ester", "week 2", "week 10"]
    labels.give(notes[:1], reversed(names))
    assert [name for name, _ in named(labels)] == names
    assert [label.name for label in desk.reading.summary(notes[0]).labels] == names


def test_each_new_label_takes_the_colour_that_was_used_least(labels: Labels) -> None:
    made = [labels.create(f"label {n}")[0].colour for n in range(9)]
    assert made == [*LabelColour, LabelColour.TEAL]


@pytest.mark.parametrize("name", ["Werk", "  werk ", "WERK", "werk\x00"])
def test_a_name_occurs_once(labels: Labels, name: str) -> None:
    labels.create("werk")
    other, _ = labels.create("vrij")
    with pytest.raises(NameRefused) as caught:
        labels.create(name)
    assert (caught.value.reason, caught.value.fact) == ("taken", "werk")
    with pytest.raises(NameRefused):
        labels.rename(other.id, name)
    assert named(labels) == [("vrij", 0), ("werk", 0)]


@pytest.mark.parametrize(("name", "reason"), [(" \n ", "empty"), ("x" * 61, "too-long")])
def test_a_name_has_a_length(labels: Labels, name: str, reason: str) -> None:
    with pytest.raises(NameRefused) as caught:
        labels.create(name)
    assert caught.value.reason == reason


def test_a_name_is_kept_on_one_line(labels: Labels) -> None:
    assert labels.create("  Eerste\n stage\x07 ")[0].name == "Eerste stage"


def test_a_label_may_be_written_differently_by_renaming(labels: Labels) -> None:
    label, _ = labels.create("werk")
    assert labels.rename(label.id, "Werk").labels
    assert labels.named("WERK").name == "Werk"


def test_search_follows_assigning_renaming_and_deleting(
    desk: Desk, labels: Labels, notes: list[EntryId]
) -> None:
    label, _ = labels.create("Zoönose")
    labels.assign(notes, [label.id])
    assert (found(desk, "zoonose"), whole(desk)) == (3, True)
    changes = labels.rename(label.id, "Vakantie")
    assert changes.entries == set(notes)
    assert (found(desk, "zoonose"), found(desk, "vakantie"), whole(desk)) == (0, 3, True)
    labels.unassign(notes[:1], [label.id])
    assert (found(desk, "vakantie"), whole(desk)) == (2, True)
    labels.delete(label.id)
    assert (found(desk, "vakantie"), whole(desk)) == (0, True)


def test_what_was_written_later_keeps_its_labels_findable(desk: Desk, labels: Labels) -> None:
    note = desk.writing.add_note("tekst").id
    labels.give([note], ["stage"])
    desk.writing.give_form(note, desk.library.exercises["eerste"])
    assert (found(desk, "stage"), whole(desk)) == (1, True)


def test_assigning_tells_what_it_changed_so_that_it_can_be_undone(
    labels: Labels, notes: list[EntryId], desk: Desk
) -> None:
    label, _ = labels.create("werk")
    labels.assign(notes[:1], [label.id])
    changes = labels.assign(notes, [label.id])
    assert changes.entries == set(notes[1:])
    labels.unassign(changes.entries, [label.id])
    assert [s.id for s in desk.reading.entries(EntryFilter(label=label.id))] == notes[:1]


def test_an_unknown_entry_or_label_changes_nothing(labels: Labels, notes: list[EntryId]) -> None:
    label, _ = labels.create("werk")
    with pytest.raises(EntryNotFound):
        labels.assign([notes[0], EntryId("weg")], [label.id])
    with pytest.raises(LabelNotFound):
        labels.assign(notes, [label.id, LabelId("weg")])
    for act in (labels.label, labels.named, labels.delete):
        with pytest.raises(LabelNotFound):
            act(LabelId("weg"))
    with pytest.raises(LabelNotFound):
        labels.rename(LabelId("weg"), "iets")
    assert named(labels) == [("werk", 0)]


def test_a_deleted_label_comes_back_with_its_entries(
    desk: Desk, labels: Labels, notes: list[EntryId]
) -> None:
    label, _ = labels.create("werk", LabelColour.ROSE)
    labels.assign(notes, [label.id])
    removed, changes = labels.delete(label.id)
    assert changes.entries == set(notes)
    desk.writing.delete_for_good(notes[0])
    assert labels.restore(removed).entries == set(notes[1:])
    assert labels.label(label.id) == label
    assert (named(labels), whole(desk)) == ([("werk", 2)], True)


def test_a_label_does_not_come_back_over_a_new_one(labels: Labels) -> None:
    removed, _ = labels.delete(labels.create("werk")[0].id)
    labels.create("Werk")
    with pytest.raises(NameRefused):
        labels.restore(removed)


def test_merging_and_taking_it_back(desk: Desk, labels: Labels, notes: list[EntryId]) -> None:
    source, target = labels.create("colege")[0], labels.create("college")[0]
    labels.assign(notes[:2], [source.id])
    labels.assign(notes[1:], [target.id])
    removed, _ = labels.merge(source.id, target.id)
    assert (named(labels), whole(desk)) == ([("college", 3)], True)
    labels.restore(removed)
    assert (named(labels), whole(desk)) == ([("colege", 2), ("college", 2)], True)
    with pytest.raises(ValueError, match=source.id):
        labels.merge(source.id, source.id)


def test_a_merge_is_taken_back_when_the_other_label_is_gone(
    labels: Labels, notes: list[EntryId]
) -> None:
    source, target = labels.create("a")[0], labels.create("b")[0]
    labels.assign(notes, [source.id])
    removed, _ = labels.merge(source.id, target.id)
    labels.delete(target.id)
    labels.restore(removed)
    assert named(labels) == [("a", 3)]


def test_giving_by_name_makes_what_is_not_there(
    desk: Desk, labels: Labels, notes: list[EntryId]
) -> None:
    labels.create("werk", LabelColour.TEAL)
    labels.give(notes[:1], ["WERK", "stage", " Stage"])
    (label, other) = desk.reading.summary(notes[0]).labels
    assert (label.name, other.name, label.colour) == ("Stage", "werk", LabelColour.OCHRE)


def test_a_page_of_entries_brings_labels_and_pins_in_two_queries(
    desk: Desk, labels: Labels, notes: list[EntryId], monkeypatch: pytest.MonkeyPatch
) -> None:
    labels.give(notes, ["b", "a"])
    asked: list[str] = []
    rows = desk.database.rows
    monkeypatch.setattr(desk.database, "rows", lambda *a: asked.append(a[0]) or rows(*a))
    page = desk.reading.entries()
    assert [[label.name for label in line.labels] for line in page] == [["a", "b"]] * 3
    assert len(asked) == 2


def test_recolouring_tells_which_entries_show_it(labels: Labels, notes: list[EntryId]) -> None:
    label, _ = labels.create("werk")
    labels.assign(notes[:1], [label.id])
    assert labels.recolour(label.id, LabelColour.GREY).entries == {notes[0]}
    assert labels.label(label.id).colour is LabelColour.GREY

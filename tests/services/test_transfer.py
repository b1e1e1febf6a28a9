# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
from __future__ import annotations

import json
import stat
import tempfile
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from logbook.core.entry import AnswerKey, Entry, EntryId, EntryState, Value
from logbook.core.errors import (
    AnswerFileRefused,
    DamagedLogbook,
    EntryNotFound,
    ExerciseNotFound,
    FileNotWritten,
    FileUnreadable,
    ImportConflict,
    ImportUnreadable,
)
from logbook.core.exercise import Exercise
from logbook.core.search import EntryFilter
from logbook.services.importing import read_lines
from logbook.services.reading import Reading
from logbook.services.transfer import Transfer
from logbook.services.writing import Edit, Writing
from logbook.storage.database import Database, open_database
from logbook.storage.writes import Writer
from tests.builders import Clock, Ids, make_exercise, make_library

LIBRARY = make_library(make_exercise("eerste"), make_exercise("tweede", order=2))
START = AnswerKey("start")
WHY = AnswerKey("kaarten", "why", "paper/1")


class Desk:
    """One logbook with everything that works on it."""

    def __init__(self, path: Path, prefix: str = "id") -> None:
        self.database: Database = open_database(path, create=True)
        self.clock, writer = Clock(), Writer("apparaat", Ids(prefix))
        parts = (self.database, lambda: LIBRARY, self.clock)
        self.writing = Writing(*parts, writer)
        self.reading = Reading(*parts)
        self.transfer = Transfer(*parts, writer)

    def json(self) -> str:
        return "".join(self.transfer.export_chunks("json"))

    def take(self, text: str) -> tuple[int, int]:
        lines = text.encode().splitlines(keepends=True)
        result = self.transfer.import_lines(lines, "bestand")
        return result.added, result.same

    def write(self, exercise_id: str, **texts: str) -> EntryId:
        """Write in the open round, or begin one."""
        entry = self.writing.open_or_begin(LIBRARY.exercises[exercise_id])
        edits = [Edit(AnswerKey(block), Value(text)) for block, text in texts.items()]
        self.writing.save(entry, edits)
        return entry.id


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
    """A round with versions, cards, a closed round, a note in the bin, a deleted one, a skip."""
    entry = desk.writing.begin_round(LIBRARY.exercises["eerste"])
    head = desk.writing.save(entry, [Edit(START, Value("een"))]).heads[START]
    desk.clock.forward(seconds=5)
    head = desk.writing.save(entry, [Edit(START, Value("een twee"), head)]).heads[START]
    desk.clock.forward(minutes=20)
    cards = Value(cards=("beelden/brug", "paper/1"))
    desk.writing.save(entry, [Edit(START, Value("drie"), head), Edit(AnswerKey("kaarten"), cards)])
    desk.writing.save(entry, [Edit(WHY, Value("omdat"))])
    desk.writing.close_for_now(entry.id)
    note = desk.writing.add_note("Een notitie\nmet %%geheim%%")
    binned = desk.writing.add_note("weg ermee")
    desk.writing.move_to_bin(binned.id)
    desk.writing.delete_for_good(desk.writing.add_note("echt weg").id)
    desk.writing.skip("tweede")
    assert note.id != binned.id
    return entry.id


def without_moment(text: str) -> str:
    head, rest = text.split("\n", 1)
    return json.loads(head + "]}")["format"] + rest


def test_everything_comes_back_from_an_export(desk: Desk, other: Desk) -> None:
    entry_id = fill(desk)
    text = desk.json()
    assert other.take(text) == (3, 0)
    other.clock.forward(days=1)
    assert without_moment(other.json()) == without_moment(text)
    assert other.reading.history(entry_id) == desk.reading.history(entry_id)
    assert other.reading.summary(entry_id) == desk.reading.summary(entry_id)


def test_what_was_imported_can_be_found(desk: Desk, other: Desk) -> None:
    fill(desk)
    other.take(desk.json())
    assert len(other.reading.entries(EntryFilter(text="notitie"))) == 1


TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
ACTS = st.lists(
    st.tuples(
        st.sampled_from(["write", "note", "close", "bin", "wait", "round"]),
        TEXTS,
        st.sampled_from(["eerste", "tweede"]),
    ),
    max_size=12,
)


def act(desk: Desk, name: str, text: str, exercise_id: str) -> None:
    latest = desk.reading.entries(limit=1)
    if name == "write":
        desk.write(exercise_id, start=text, tabel=text[::-1])
    elif name == "note":
        desk.writing.add_note(text)
    elif name == "wait":
        desk.clock.forward(minutes=11)
    elif name == "bin" and latest:
        desk.writing.move_to_bin(latest[0].id)
    elif name in ("close", "round") and latest and latest[0].state is EntryState.DRAFT:
        desk.writing.close_for_now(latest[0].id)


@given(ACTS)
@settings(max_examples=25)
def test_any_logbook_survives_the_round_trip(acts: list[tuple[str, str, str]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        first, second = Desk(Path(folder) / "a.db"), Desk(Path(folder) / "b.db")
        for name, text, exercise_id in acts:
            act(first, name, text, exercise_id)
        exported = first.json()
        second.take(exported)
        assert without_moment(second.json()) == without_moment(exported)
        assert second.take(exported)[0] == 0
        first.database.close()
        second.database.close()


def test_the_same_file_twice_adds_nothing(desk: Desk) -> None:
    fill(desk)
    assert desk.take(desk.json()) == (0, 3)


def test_entries_that_differ_are_refused_by_name(desk: Desk, other: Desk) -> None:
    entry_id = fill(desk)
    other.take(desk.json())
    other.writing.reopen(entry_id)
    other.writing.add_note("nieuw")
    before = without_moment(desk.json())
    with pytest.raises(ImportConflict) as caught:
        desk.take(other.json())
    assert caught.value.entry_ids == (entry_id,)
    assert without_moment(desk.json()) == before


def test_a_mistake_at_the_end_changes_nothing(desk: Desk, other: Desk) -> None:
    fill(desk)
    lines = desk.json().split("\n")
    with pytest.raises(ImportUnreadable):
        other.take("\n".join(lines[:-2]))
    assert other.reading.count() == 0


def test_an_entry_that_was_deleted_here_stays_deleted(desk: Desk, other: Desk) -> None:
    entry_id = fill(desk)
    other.take(desk.json())
    other.writing.delete_for_good(entry_id)
    result = other.transfer.import_lines(desk.json().encode().splitlines(True), "bestand")
    assert (result.deleted, result.added, result.same) == ((entry_id,), 0, 2)


def test_a_version_of_another_entry_is_refused(desk: Desk) -> None:
    note = desk.writing.add_note("een")
    text = desk.json().replace(f'{{"id":"{note.id}"', '{"id":"vreemd"')
    with pytest.raises(ImportUnreadable) as caught:
        desk.take(text)
    assert caught.value.reason == "duplicate-revision"
    assert desk.reading.count() == 1


def test_a_deleted_entry_of_the_other_does_not_delete_ours(desk: Desk, other: Desk) -> None:
    entry_id = fill(desk)
    other.take(desk.json())
    other.writing.delete_for_good(entry_id)
    lines = other.json().split("\n")
    desk.take("\n".join([lines[0], lines[-2], ""]))
    assert desk.reading.entry(entry_id)


def test_an_import_from_a_file(desk: Desk, other: Desk, tmp_path: Path) -> None:
    fill(desk)
    desk.transfer.export(tmp_path / "uit.json", "json")
    result = other.transfer.import_lines(read_lines(tmp_path / "uit.json"), "uit.json")
    assert result.added == 3
    assert result.changes.everything


@pytest.mark.parametrize("name", ["er-niet.json", "."])
def test_a_file_that_cannot_be_read_is_refused(desk: Desk, tmp_path: Path, name: str) -> None:
    with pytest.raises(FileUnreadable):
        desk.transfer.import_lines(read_lines(tmp_path / name), name)


@pytest.mark.parametrize("name", ["json", "markdown", "html"])
def test_an_export_can_be_read_by_its_owner_only(desk: Desk, tmp_path: Path, name: str) -> None:
    fill(desk)
    target = tmp_path / "uit"
    target.write_text("oud", encoding="utf-8")
    desk.transfer.export(target, name)
    assert "notitie" in target.read_text(encoding="utf-8")
    assert stat.S_IMODE(target.stat().st_mode) == 0o600


def test_an_export_in_a_folder_that_is_not_there_is_refused(desk: Desk, tmp_path: Path) -> None:
    for target in (tmp_path / "weg" / "uit.json", tmp_path):
        with pytest.raises(FileNotWritten):
            desk.transfer.export(target, "json")


def test_readable_exports_leave_out_the_bin_and_what_is_private(desk: Desk) -> None:
    fill(desk)
    for name in ("markdown", "html"):
        text = "".join(desk.transfer.export_chunks(name))
        assert "weg ermee" not in text
        assert "geheim" not in text
        assert "geheim" in "".join(desk.transfer.export_chunks(name, with_private=True))


def test_one_entry_can_be_exported(desk: Desk, tmp_path: Path) -> None:
    first = fill(desk)
    second = desk.write("eerste", start="tweede ronde")
    desk.clock.forward(seconds=1)
    assert "- Ronde: 2" in desk.transfer.entry_markdown(second)
    assert "notitie" not in desk.transfer.entry_markdown(second)
    desk.transfer.export_entry(first, "json", tmp_path / "een.json")
    assert [e["id"] for e in json.loads((tmp_path / "een.json").read_text())["entries"]] == [first]
    assert desk.transfer.entry_data(first)["state"] == "closed"


def test_rounds_are_counted_per_exercise_in_a_whole_export(desk: Desk) -> None:
    desk.writing.close_for_now(desk.write("eerste", start="a"))
    desk.clock.forward(minutes=1)
    desk.writing.close_for_now(desk.write("tweede", start="b"))
    desk.clock.forward(minutes=1)
    desk.write("eerste", start="c")
    text = "".join(desk.transfer.export_chunks("markdown"))
    assert [line for line in text.split("\n") if "Ronde" in line] == [
        "- Ronde: 1", "- Ronde: 1", "- Ronde: 2",
    ]  # fmt: skip


def test_an_entry_that_is_not_there_cannot_be_exported(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(EntryNotFound):
        desk.transfer.entry_markdown(EntryId("weg"))
    with pytest.raises(EntryNotFound):
        desk.transfer.export_entry(EntryId("weg"), "html", tmp_path / "x")


def test_a_form_is_kept_as_a_new_round(desk: Desk) -> None:
    entry, changes = desk.transfer.answer("eerste", "## x {#start}\n\nja\n", "formulier")
    assert entry.value(START) == Value("ja")
    assert entry.state is EntryState.DRAFT
    assert changes.exercises == {"eerste"}


def test_a_form_goes_into_the_open_round_and_can_close_it(desk: Desk) -> None:
    entry_id = desk.write("eerste", start="oud", tabel="blijft")
    desk.clock.moment += timedelta(seconds=3)
    entry, _ = desk.transfer.answer("eerste", "## x {#start}\nnieuw", "formulier", close=True)
    assert entry.id == entry_id
    assert entry.state is EntryState.CLOSED
    assert entry.value(AnswerKey("tabel")) == Value("blijft")
    versions = next(a for a in desk.reading.history(entry_id).answers if a.answer.key == START)
    assert [r.value.text for r in versions.revisions] == ["oud", "nieuw"]


def test_a_closed_round_is_left_alone(desk: Desk) -> None:
    entry_id = desk.write("eerste", start="oud")
    desk.writing.close_for_now(entry_id)
    entry, _ = desk.transfer.answer("eerste", "## x {#start}\nnieuw", "formulier")
    assert entry.id != entry_id


def test_an_export_can_be_answered_again(desk: Desk) -> None:
    entry_id = fill(desk)
    text = desk.transfer.entry_markdown(entry_id, with_private=True)
    text = text.replace("1. beelden/brug\n2. paper/1", "1. paper/1")
    entry, _ = desk.transfer.answer("eerste", text, "formulier")
    assert entry.value(START) == Value("drie")
    assert entry.value(WHY) == Value("omdat")


def test_a_form_with_mistakes_changes_nothing(desk: Desk) -> None:
    with pytest.raises(AnswerFileRefused) as caught:
        desk.transfer.answer("eerste", "## x {#start}\nja\n## y {#weg}\n", "formulier")
    assert caught.value.mistakes == ((3, "unknown-id", "weg"),)
    assert desk.reading.count() == 0


@pytest.mark.parametrize(("name", "nearest"), [("eerst", "eerste"), ("zzz", ""), ("eer", "eerste")])
def test_an_unknown_exercise_comes_with_a_guess(desk: Desk, name: str, nearest: str) -> None:
    with pytest.raises(ExerciseNotFound) as caught:
        desk.transfer.answer(name, "", "formulier")
    assert caught.value.nearest == nearest


@pytest.mark.parametrize("name", ["markdown", "json", "html"])
def test_an_export_never_lands_on_a_logbook(desk: Desk, tmp_path: Path, name: str) -> None:
    fill(desk)
    link = tmp_path / "snelkoppeling.md"
    link.symlink_to(desk.database.path)
    journal = Path(f"{desk.database.path}-journal")
    other = tmp_path / "reserve.db"
    other.write_bytes(desk.database.path.read_bytes())
    before = desk.json().split("\n")[1:]
    for path in (desk.database.path, link, journal, other):
        with pytest.raises(FileNotWritten):
            desk.transfer.export(path, name)
    assert desk.json().split("\n")[1:] == before
    assert not journal.exists()


@pytest.mark.parametrize(
    "damage", ['update revisions set value = \'{"text":"anders"}\'', "update answers set head = ''"]
)
def test_a_damaged_logbook_gives_no_json_that_only_seems_a_copy(
    desk: Desk, tmp_path: Path, damage: str
) -> None:
    fill(desk)
    desk.database.connection.execute(damage)
    with pytest.raises(DamagedLogbook):
        desk.transfer.export(tmp_path / "kopie.json", "json")
    assert not list(tmp_path.glob("*kopie*"))


def test_two_forms_at_once_go_into_one_round(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    found = Writing.open_or_begin

    def looked_up_inside(writing: Writing, exercise: Exercise) -> Entry:
        assert desk.database.connection.in_transaction
        return found(writing, exercise)

    monkeypatch.setattr(Writing, "open_or_begin", looked_up_inside)
    form = "## Begin {#start}\n\nhallo\n"
    first, _ = desk.transfer.answer("eerste", form, "formulier")
    second, _ = desk.transfer.answer("eerste", form, "formulier")
    assert first.id == second.id

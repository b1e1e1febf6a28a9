# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""A free note that is given a form, and the way back."""

from __future__ import annotations

from dataclasses import replace

import pytest

from logbook.core.entry import NOTE_BLOCK, AnswerKey, EntryId, EntryKind, Value
from logbook.core.exercise import (
    Block,
    BlockKind,
    Exercise,
    Field,
    Prompt,
    RunningSettings,
)
from logbook.services.transfer import Transfer
from logbook.services.writing import Edit
from tests.builders import make_exercise
from tests.services.conftest import Desk

NOTE = AnswerKey(NOTE_BLOCK)
START = AnswerKey("start")
TEXT = "Het gesprek liep anders.\n\nIk bleef er lang aan denken."


@pytest.fixture
def form(desk: Desk) -> Exercise:
    made = replace(make_exercise("vorm"), chapter=None, template=True)
    desk.library = replace(desk.library, templates={"vorm": made})
    desk.writing._library = desk.reading._library = lambda: desk.library
    return made


@pytest.fixture
def note(desk: Desk) -> EntryId:
    return desk.writing.add_note(TEXT).id


def test_the_text_of_a_note_moves_to_the_first_question(
    desk: Desk, form: Exercise, note: EntryId
) -> None:
    changes = desk.writing.give_form(note, form)
    entry = desk.reading.entry(note)
    assert entry.value(START).text == TEXT
    assert entry.value(NOTE).is_empty
    assert (entry.kind, entry.exercise_id) == (EntryKind.FREE, "vorm")
    assert changes.entries == {note}
    assert desk.reading.count() == 1


def test_a_note_in_a_form_is_called_after_it(desk: Desk, form: Exercise, note: EntryId) -> None:
    desk.writing.give_form(note, form)
    summary = desk.reading.summary(note)
    assert summary.title == "Oefening vorm"
    assert summary.excerpt.startswith("Het gesprek")
    assert desk.reading.sections(desk.reading.entry(note))[0].title == "Wat viel op?"


def test_taking_the_form_away_brings_the_note_back(
    desk: Desk, form: Exercise, note: EntryId
) -> None:
    before = desk.reading.summary(note)
    desk.writing.give_form(note, form)
    back, _ = desk.writing.take_form(note, form)
    entry = desk.reading.entry(note)
    assert back == note
    assert entry.value(NOTE).text == TEXT
    assert (entry.exercise_id, entry.exercise_title, entry.source) == (None, "", "")
    after = desk.reading.summary(note)
    assert (after.title, after.excerpt) == (before.title, before.excerpt)


def test_what_was_written_after_it_moved_comes_back_too(
    desk: Desk, form: Exercise, note: EntryId
) -> None:
    desk.writing.give_form(note, form)
    head = desk.reading.entry(note).answer(START)
    assert head is not None
    entry = desk.reading.entry(note)
    desk.writing.save(entry, [Edit(START, Value(TEXT + " En nog iets."), head.head)])
    desk.writing.take_form(note, form)
    assert desk.reading.entry(note).value(NOTE).text == TEXT + " En nog iets."


def test_a_form_in_which_more_was_written_stays(desk: Desk, form: Exercise, note: EntryId) -> None:
    desk.writing.give_form(note, form)
    more = AnswerKey("tabel", "", "r1")
    desk.writing.save(desk.reading.entry(note), [Edit(more, Value(cells=("a", "b")))])
    back, changes = desk.writing.take_form(note, form)
    assert back != note
    assert desk.reading.entry(back).value(NOTE).text == TEXT
    stays = desk.reading.entry(note)
    assert stays.value(more).cells == ("a", "b")
    assert stays.value(START).is_empty
    assert changes.entries == {note, back}


def test_no_version_is_lost(desk: Desk, form: Exercise, note: EntryId) -> None:
    desk.writing.give_form(note, form)
    desk.writing.take_form(note, form)
    history = desk.reading.history(note)
    kept = {r.value.text for a in history.answers for r in a.revisions}
    assert TEXT in kept
    assert desk.reading.entry(note).value(NOTE).text == TEXT


def test_a_note_that_got_its_text_back_is_exported_as_before(
    desk: Desk, form: Exercise, note: EntryId
) -> None:
    transfer = Transfer(desk.database, lambda: desk.library, desk.clock, desk.writer)
    before = transfer.entry_markdown(note)
    desk.writing.give_form(note, form)
    assert "# Oefening vorm {#vorm}" in transfer.entry_markdown(note)
    desk.writing.take_form(note, form)
    assert transfer.entry_markdown(note) == before


def test_a_form_without_an_open_question_is_refused(
    desk: Desk, form: Exercise, note: EntryId
) -> None:
    lines = replace(form, blocks=form.blocks[1:])
    with pytest.raises(ValueError, match="vorm"):
        desk.writing.give_form(note, lines)
    assert desk.reading.entry(note).value(NOTE).text == TEXT


def test_a_form_may_ask_under_the_same_name(desk: Desk, form: Exercise, note: EntryId) -> None:
    block = replace(form.blocks[0], id=NOTE_BLOCK)
    same = replace(form, blocks=(block,))
    desk.writing.give_form(note, same)
    assert desk.reading.entry(note).value(NOTE).text == TEXT
    desk.writing.take_form(note, same)
    assert desk.reading.entry(note).value(NOTE).text == TEXT


PHASES = (
    Prompt("", "Doorlopend"),
    Prompt("a", "Eerst?"),
    Prompt("b", "Daarna?"),
)


@pytest.mark.parametrize(
    ("kind", "settings", "prompts", "expected"),
    [
        (BlockKind.MODEL, RunningSettings(first=False, model="models/x"), PHASES, "a"),
        (BlockKind.TEXT, RunningSettings(first=True), PHASES, ""),
        (BlockKind.TEXT, None, (Prompt("l", "Regel", field=Field.LINE), Prompt("p", "Tekst")), "p"),
        (BlockKind.INTENTION, None, (Prompt("try", "Wat ga je proberen?"),), None),
    ],
)
def test_the_first_open_question_is_the_one_in_view(
    form: Exercise,
    kind: BlockKind,
    settings: RunningSettings | None,
    prompts: tuple[Prompt, ...],
    expected: str | None,
) -> None:
    block = Block("blok", kind, "Blok", prompts=prompts)
    if settings is not None:
        block = replace(block, settings=settings)
    found = replace(form, blocks=(block,)).first_prose
    assert (found[1].id if found else None) == expected

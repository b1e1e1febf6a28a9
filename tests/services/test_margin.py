# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""A closed entry keeps what it says; margin notes stand beside it."""

from __future__ import annotations

import pytest

from logbook.core.entry import AnswerKey, EntryId, Value
from logbook.core.errors import (
    WRITE,
    AnswerTooLong,
    EmptyNote,
    EntryNotFound,
    MoveNotAllowed,
)
from logbook.core.margin import margin_notes
from logbook.core.search import EntryFilter
from logbook.services.margin import Margin
from logbook.services.writing import Edit
from logbook.storage.checks import check_database
from tests.services.conftest import Desk

START = AnswerKey("start")


@pytest.fixture
def margin(desk: Desk) -> Margin:
    return Margin(desk.database, lambda: desk.library, desk.clock, desk.writer)


@pytest.fixture
def closed(desk: Desk) -> EntryId:
    """A round with one answer, closed."""
    entry = desk.writing.begin_round(desk.library.exercises["eerste"])
    desk.writing.save(entry, [Edit(START, Value("toen"))], close_revisions=True)
    desk.writing.close_for_now(entry.id)
    return entry.id


def test_what_a_closed_entry_says_cannot_change(desk: Desk, closed: EntryId) -> None:
    entry = desk.reading.entry(closed)
    for edits in ([Edit(START, Value("nu"))], [Edit(AnswerKey("kaarten"), Value("nieuw"))]):
        with pytest.raises(MoveNotAllowed) as caught:
            desk.writing.save(entry, edits)
        assert caught.value.move == WRITE
    assert desk.reading.entry(closed) == entry
    desk.writing.save(entry, [], close_revisions=True)


def test_reopening_is_one_act_and_writing_goes_on(desk: Desk, closed: EntryId) -> None:
    desk.writing.reopen(closed)
    entry = desk.reading.entry(closed)
    desk.writing.save(entry, [Edit(START, Value("nu"), entry.answers[0].head)])
    assert desk.reading.entry(closed).value(START).text == "nu"


def test_a_closed_note_keeps_its_form(desk: Desk) -> None:
    note, form = desk.writing.add_note("tekst").id, desk.library.exercises["eerste"]
    desk.writing.close_for_now(note)
    with pytest.raises(MoveNotAllowed):
        desk.writing.give_form(note, form)
    with pytest.raises(MoveNotAllowed):
        desk.writing.take_form(note, form)


def test_a_note_stands_beside_the_answer_of_a_closed_entry(
    desk: Desk, margin: Margin, closed: EntryId
) -> None:
    before = desk.reading.entry(closed).answer(START)
    desk.clock.forward(days=30)
    key, saved = margin.add(closed, "Nu zie ik het anders.", START)
    entry = desk.reading.entry(closed)
    assert entry.answer(START) == before
    (section,) = desk.reading.sections(entry)
    (note,) = section.parts[0].margin
    assert (note.key, note.beside, note.question) == (key, START, "Wat viel op?")
    assert (note.text, note.written_at) == ("Nu zie ik het anders.", saved.at)
    assert saved.changes.entries == {closed}
    assert desk.reading.count(EntryFilter(text="anders")) == 1
    assert list(check_database(desk.database)) == []


def test_title_and_excerpt_stay_those_of_the_entry(
    desk: Desk, margin: Margin, closed: EntryId
) -> None:
    before = desk.reading.summary(closed)
    margin.add(closed, "Later", None)
    after = desk.reading.summary(closed)
    assert (after.title, after.excerpt) == (before.title, before.excerpt)


def test_a_note_is_changed_emptied_and_brought_back(
    desk: Desk, margin: Margin, closed: EntryId
) -> None:
    key, saved = margin.add(closed, "een")
    saved = margin.write(closed, key, "twee", saved.heads[key])
    margin.write(closed, key, "", saved.heads[key])
    assert margin_notes(desk.reading.entry(closed).answers) == ()
    margin.write(closed, key, "twee")
    assert [n.text for n in margin_notes(desk.reading.entry(closed).answers)] == ["twee"]
    history = next(a for a in desk.reading.history(closed).answers if a.answer.key == key)
    assert [r.value.text for r in history.revisions] == ["een", "twee"]


def test_autosave_of_the_window_may_keep_a_note_too(
    desk: Desk, margin: Margin, closed: EntryId
) -> None:
    key = margin.begin(START)
    desk.writing.save(desk.reading.entry(closed), [Edit(key, Value("later"))])
    (note,) = margin_notes(desk.reading.entry(closed).answers)
    assert (note.question, note.text) == ("Wat viel op?", "later")


def test_a_note_beside_what_was_not_answered_takes_the_question_of_now(
    desk: Desk, margin: Margin, closed: EntryId
) -> None:
    margin.add(closed, "later", AnswerKey("kaarten", "why", "beelden/brug"))
    (_, last) = desk.reading.sections(desk.reading.entry(closed))
    assert (last.parts, last.margin[0].question) == ((), "Waarom deze?")


def test_a_note_beside_a_free_note(desk: Desk, margin: Margin) -> None:
    note = desk.writing.add_note("Maandag\nregen").id
    margin.add(note, "Dinsdag", AnswerKey("note"))
    (section,) = desk.reading.sections(desk.reading.entry(note))
    assert section.parts[0].margin[0].text == "Dinsdag"
    assert desk.reading.summary(note).title == "Maandag"


def test_a_form_goes_and_the_margin_stays(desk: Desk, margin: Margin) -> None:
    note, form = desk.writing.add_note("tekst").id, desk.library.exercises["eerste"]
    desk.writing.give_form(note, form)
    margin.add(note, "later")
    assert desk.writing.take_form(note, form)[0] == note


def test_an_empty_note_is_not_stored(desk: Desk, margin: Margin, closed: EntryId) -> None:
    before = desk.reading.entry(closed)
    with pytest.raises(EmptyNote):
        margin.add(closed, " \n")
    assert margin.write(closed, margin.begin(), "").heads == {}
    assert desk.reading.entry(closed) == before


def test_what_cannot_be_kept_is_told(margin: Margin, closed: EntryId) -> None:
    with pytest.raises(EntryNotFound):
        margin.add(EntryId("weg"), "tekst")
    with pytest.raises(AnswerTooLong):
        margin.add(closed, "x" * 1_000_001)
    with pytest.raises(ValueError, match="start"):
        margin.write(closed, START, "tekst")

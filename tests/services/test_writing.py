# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""What a user does to entries, and what stays when something is refused."""

from __future__ import annotations

from datetime import date

import pytest

from logbook.core.entry import ANSWER_LIMIT, AnswerKey, EntryId, EntryState, Value
from logbook.core.errors import (
    OTHER_ROUND,
    AnswerTooLong,
    DiskFull,
    EntryNotFound,
    MoveNotAllowed,
)
from logbook.core.search import EntryFilter
from logbook.services.writing import Edit, clean_value
from logbook.storage.checks import check_database
from tests.services.conftest import Desk

START = AnswerKey("start")
CARDS = AnswerKey("kaarten")


def test_opening_an_exercise_stores_nothing(desk: Desk) -> None:
    desk.writing.open_or_begin(desk.library.exercises["eerste"])
    assert desk.reading.count() == 0


def test_the_first_choice_stores_the_round(desk: Desk) -> None:
    entry = desk.writing.begin_round(desk.library.exercises["eerste"])
    saved = desk.writing.save(entry, [Edit(CARDS, Value(cards=("beelden/brug",)))])
    assert desk.reading.entry(entry.id).value(CARDS).cards == ("beelden/brug",)
    assert saved.changes.entries == {entry.id}
    assert saved.changes.exercises == {"eerste"}


def test_an_empty_first_edit_stores_nothing(desk: Desk) -> None:
    entry = desk.writing.begin_note()
    desk.writing.save(entry, [Edit(AnswerKey("note"), Value("  "))])
    assert desk.reading.count() == 0


def test_an_open_round_is_gone_on_with(desk: Desk) -> None:
    exercise = desk.library.exercises["eerste"]
    entry = desk.writing.begin_round(exercise)
    desk.writing.save(entry, [Edit(START, Value("eerst"))])
    again = desk.writing.open_or_begin(exercise)
    assert again.id == entry.id
    assert again.value(START).text == "eerst"


def test_after_closing_a_new_round_stands_beside_the_old_one(desk: Desk) -> None:
    exercise = desk.library.exercises["eerste"]
    first = desk.writing.begin_round(exercise)
    desk.writing.save(first, [Edit(START, Value("toen"))])
    desk.writing.close_for_now(first.id)
    desk.clock.forward(days=100)
    second = desk.writing.open_or_begin(exercise)
    desk.writing.save(second, [Edit(START, Value("nu"))])
    assert [r.entry_id for r in desk.reading.exercise_progress(exercise).rounds] == [
        first.id,
        second.id,
    ]
    assert desk.reading.entry(first.id).value(START).text == "toen"


def test_reopening_goes_on_with_the_same_round(desk: Desk) -> None:
    entry = desk.writing.add_note("tekst")
    desk.writing.close_for_now(entry.id)
    assert desk.reading.entry(entry.id).closed_at is not None
    desk.writing.reopen(entry.id)
    reopened = desk.reading.entry(entry.id)
    assert (reopened.state, reopened.closed_at) == (EntryState.DRAFT, None)


def test_a_round_is_not_reopened_beside_another_open_one(desk: Desk) -> None:
    exercise = desk.library.exercises["eerste"]
    first = desk.writing.begin_round(exercise)
    desk.writing.save(first, [Edit(START, Value("toen"))])
    desk.writing.close_for_now(first.id)
    second = desk.writing.begin_round(exercise)
    desk.writing.save(second, [Edit(START, Value("nu"))])
    with pytest.raises(MoveNotAllowed) as caught:
        desk.writing.reopen(first.id)
    assert caught.value.move == OTHER_ROUND
    desk.writing.close_for_now(second.id)
    desk.writing.reopen(first.id)
    assert desk.reading.entry(first.id).state is EntryState.DRAFT


def test_closing_twice_is_refused(desk: Desk) -> None:
    entry = desk.writing.add_note("tekst")
    desk.writing.close_for_now(entry.id)
    with pytest.raises(MoveNotAllowed):
        desk.writing.close_for_now(entry.id)


def test_a_step_change_begins_a_new_version(desk: Desk) -> None:
    entry = desk.writing.begin_note()
    key = AnswerKey("note")
    first = desk.writing.save(entry, [Edit(key, Value("a"))], close_revisions=True)
    second = desk.writing.save(entry, [Edit(key, Value("b"), first.heads[key])])
    assert second.heads[key] != first.heads[key]


def test_the_wording_of_the_question_is_kept_with_the_answer(desk: Desk) -> None:
    entry = desk.writing.begin_round(desk.library.exercises["eerste"])
    desk.writing.save(entry, [Edit(START, Value("a"))])
    wording = desk.reading.entry(entry.id).answers[0].wording
    assert (wording.prompt_text, wording.exercise_version) == ("Wat viel op?", 1)


def test_the_bin_gives_back_what_it_got(desk: Desk) -> None:
    entry = desk.writing.add_note("tekst")
    desk.writing.move_to_bin(entry.id)
    assert desk.reading.count() == 0
    assert desk.reading.count(EntryFilter(deleted=True)) == 1
    desk.writing.take_from_bin(entry.id)
    assert desk.reading.entry(entry.id).value(AnswerKey("note")).text == "tekst"


def test_deleting_for_good_leaves_nothing_to_read(desk: Desk) -> None:
    entry = desk.writing.add_note("tekst")
    desk.writing.delete_for_good(entry.id)
    with pytest.raises(EntryNotFound):
        desk.reading.entry(entry.id)
    with pytest.raises(EntryNotFound):
        desk.writing.delete_for_good(entry.id)


def test_several_entries_go_and_come_back_all_or_none(desk: Desk) -> None:
    notes = [desk.writing.add_note(f"tekst {n}").id for n in range(3)]
    for act in (desk.writing.move_all_to_bin, desk.writing.delete_all):
        with pytest.raises(EntryNotFound):
            act([*notes, EntryId("weg")])
        assert desk.reading.count() == 3
    assert desk.writing.move_all_to_bin(notes).entries == set(notes)
    assert desk.reading.count() == 0
    desk.writing.take_all_from_bin(notes[:2])
    assert desk.reading.count() == 2


@pytest.mark.parametrize("number", [2, 40])
def test_deleting_many_leaves_the_words_of_the_others(desk: Desk, number: int) -> None:
    # Forty texts have more words than are looked up one by one.
    kept = desk.writing.add_note("samen gebleven")
    gone = [
        desk.writing.add_note(f"samen {' '.join(f'w{n}x{k}' for k in range(20))}").id
        for n in range(number)
    ]
    assert desk.writing.delete_all(gone).entries == set(gone)
    words = {word for (word,) in desk.database.rows("select word from search_words")}
    assert words == {"samen", "gebleven"}
    assert [s.id for s in desk.reading.entries()] == [kept.id]
    assert list(check_database(desk.database)) == []


def test_skipping_is_reversible(desk: Desk) -> None:
    exercise = desk.library.exercises["eerste"]
    desk.writing.skip("eerste")
    assert desk.reading.exercise_progress(exercise).skipped
    desk.writing.unskip("eerste")
    assert not desk.reading.exercise_progress(exercise).skipped


def test_the_day_an_entry_is_about_can_be_set(desk: Desk) -> None:
    entry = desk.writing.add_note("tekst")
    desk.writing.set_about_date(entry.id, date(2024, 2, 29))
    assert desk.reading.summary(entry.id).about_date == date(2024, 2, 29)


def test_an_answer_over_the_limit_is_refused_whole(desk: Desk) -> None:
    entry = desk.writing.add_note("tekst")
    with pytest.raises(AnswerTooLong):
        desk.writing.save(entry, [Edit(AnswerKey("note"), Value("x" * (ANSWER_LIMIT + 1)))])
    assert desk.reading.entry(entry.id).value(AnswerKey("note")).text == "tekst"


def test_an_answer_at_the_limit_is_kept(desk: Desk) -> None:
    entry = desk.writing.add_note("é" * ANSWER_LIMIT)
    assert len(desk.reading.entry(entry.id).value(AnswerKey("note")).text) == ANSWER_LIMIT


@pytest.mark.parametrize("text", ["🙂 é ĳ", "مرحبا \u202eomgekeerd", "regel\n\n\nregel", "\t- x"])
def test_text_is_stored_exactly_as_typed(desk: Desk, text: str) -> None:
    entry = desk.writing.add_note(text)
    assert desk.reading.entry(entry.id).value(AnswerKey("note")).text == text


def test_control_characters_are_dropped_from_every_part() -> None:
    value = clean_value(Value("a\x00b", own="c\x01", cells=("d\r\ne",)))
    assert value == Value("ab", own="c", cells=("d\ne",))


def test_a_full_disk_keeps_what_was_there_and_can_be_tried_again(desk: Desk) -> None:
    entry = desk.writing.add_note("tekst")
    pages = desk.database.rows("pragma page_count")[0][0]
    desk.database.connection.execute(f"pragma max_page_count = {pages}")
    edit = Edit(AnswerKey("note"), Value("y" * 200_000))
    with pytest.raises(DiskFull):
        desk.writing.save(entry, [edit])
    assert desk.reading.entry(entry.id).value(AnswerKey("note")).text == "tekst"
    desk.database.connection.execute("pragma max_page_count = 1000000")
    desk.writing.save(entry, [edit])
    assert len(desk.reading.entry(entry.id).value(AnswerKey("note")).text) == 200_000


def test_a_template_gives_a_note_its_title_and_source(desk: Desk) -> None:
    template = desk.library.exercises["eerste"]
    entry = desk.writing.begin_note(template)
    assert (entry.kind.value, entry.exercise_title, entry.source) == (
        "free",
        "Oefening eerste",
        "Eigen werk",
    )


def test_many_notes_keep_the_search_index_in_order(desk: Desk) -> None:
    for n in range(130):
        desk.writing.add_note(f"woord{n}")
    desk.writing.merge_search_index()
    assert desk.reading.count(EntryFilter(text="woord129")) == 1

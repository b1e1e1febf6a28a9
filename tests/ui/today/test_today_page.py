# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtWidgets import QBoxLayout

from logbook.core.entry import NOTE_BLOCK, AnswerKey, EntryKind, Value
from logbook.services.writing import Edit
from logbook.ui.context import Context
from logbook.ui.demo.hands import button, click, find, settle, type_text, words_on
from logbook.ui.editor.markdown_editor import MarkdownEditor
from logbook.ui.navigation import NewNote, OpenEntry, OpenExercise, OpenPage
from logbook.ui.today.today_page import TodayPage
from logbook.ui.widgets.dates import long_day
from logbook.ui.widgets.ring import Ring
from tests.ui.helpers import assert_accessible
from tests.ui.today.conftest import MakePage, tab_names


def field(page: TodayPage) -> MarkdownEditor:
    return find(page, MarkdownEditor, lambda editor: True)


def note_texts(context: Context) -> list[str]:
    reading = context.services.reading
    found = [reading.entry(line.id) for line in reading.entries()]
    return [entry.value(AnswerKey(NOTE_BLOCK)).text for entry in found]


def write_round(context: Context, exercise_id: str, text: str, *, close: bool = False) -> str:
    writing = context.services.writing
    exercise = context.services.content.library().exercise(exercise_id)
    entry = writing.begin_round(exercise)
    block = exercise.blocks[0]
    writing.save(entry, [Edit(AnswerKey(block.id), Value(text))], close_revisions=True)
    if close:
        writing.close_for_now(entry.id)
    return entry.id


def test_it_names_the_day(make_page: MakePage) -> None:
    page = make_page()
    assert long_day(date.today()).lower() in words_on(page).lower()


def test_looking_creates_nothing(make_page: MakePage, context: Context) -> None:
    page = make_page()
    page.leave()
    assert context.services.reading.count() == 0


def test_a_note_is_kept_by_itself(make_page: MakePage, context: Context, qtbot) -> None:
    page = make_page()
    type_text("Vandaag bleef één zin hangen.", field(page))
    qtbot.waitUntil(lambda: note_texts(context) == ["Vandaag bleef één zin hangen."], timeout=2500)
    assert "Bewaard" in words_on(page.note)


def test_leaving_keeps_the_last_letter(make_page: MakePage, context: Context) -> None:
    page = make_page()
    type_text("nog net", field(page))
    page.leave()
    assert note_texts(context) == ["nog net"]


def test_the_buttons_of_a_note_come_with_its_first_letter(make_page: MakePage) -> None:
    page = make_page()
    assert not page.note.larger.isVisible()
    type_text("x", field(page))
    assert page.note.larger.isVisible()
    assert page.note.another.isVisible()


def test_a_new_note_leaves_the_first_one_alone(make_page: MakePage, context: Context) -> None:
    page = make_page()
    type_text("de eerste", field(page))
    click(page.note.another)
    type_text("de tweede", field(page))
    page.flush()
    assert sorted(note_texts(context)) == ["de eerste", "de tweede"]


def test_a_large_field_gets_the_same_note(make_page: MakePage, context: Context) -> None:
    page = make_page()
    type_text("dit wordt langer", field(page))
    click(page.note.larger)
    (line,) = context.services.reading.entries()
    assert page.wishes == [OpenEntry(line.id)]


def test_coming_back_begins_an_empty_note(make_page: MakePage, context: Context) -> None:
    page = make_page()
    type_text("van daarnet", field(page))
    page.leave()
    page.enter()
    assert not page.note.draft.is_stored
    assert note_texts(context) == ["van daarnet"]


def test_text_that_cannot_be_kept_is_handed_over(
    make_page: MakePage, context: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = make_page()
    type_text("vast op het scherm", field(page))
    context.services._database.connection.execute("pragma query_only = on")
    assert not page.flush()
    assert page.rescue_text() == "vast op het scherm"
    context.services._database.connection.execute("pragma query_only = off")
    assert page.flush()


def test_without_a_draft_there_is_no_card_for_one(make_page: MakePage) -> None:
    page = make_page()
    assert not page.draft.isVisible()


def test_the_last_draft_can_be_gone_on_with(make_page: MakePage, context: Context) -> None:
    entry_id = write_round(context, "mijn-referentiekader", "Ik let op wie er stil is.")
    page = make_page()
    words = words_on(page.draft)
    assert "Door welke bril kijk ik?" in words
    assert "Hoofdstuk 1 · vandaag" in words
    click(page.draft.open)
    assert page.wishes == [OpenEntry(entry_id)]


def test_a_closed_round_is_not_offered_as_draft(make_page: MakePage, context: Context) -> None:
    write_round(context, "mijn-referentiekader", "klaar", close=True)
    page = make_page()
    assert not page.draft.isVisible()


def test_a_later_round_says_so(make_page: MakePage, context: Context) -> None:
    write_round(context, "mijn-referentiekader", "een", close=True)
    write_round(context, "mijn-referentiekader", "twee")
    page = make_page()
    assert "ronde 2" in words_on(page.draft)


def test_the_note_that_is_being_written_is_not_offered(
    make_page: MakePage, context: Context
) -> None:
    page = make_page()
    type_text("hier ben ik mee bezig", field(page))
    page.flush()
    page._fill()
    assert not page.draft.isVisible()


def test_two_exercises_are_suggested(make_page: MakePage) -> None:
    page = make_page()
    click(button(page, "Open Vier kaarten voor wat mij drijft"))
    assert page.wishes == [OpenExercise("drijfveren-in-beeld")]
    assert words_on(page.suggestions).count("Hoofdstuk 1") == 2


def test_what_was_begun_is_not_suggested_again(make_page: MakePage, context: Context) -> None:
    write_round(context, "drijfveren-in-beeld", "x", close=True)
    page = make_page()
    assert "Vier kaarten" not in words_on(page.suggestions)
    assert find(page, Ring, lambda ring: True).accessibleName() == "1 van 5"


def test_all_exercises_are_one_click_away(make_page: MakePage) -> None:
    page = make_page()
    click(page.suggestions.all)
    assert page.wishes == [OpenPage("exercises")]


@pytest.mark.parametrize(
    ("width", "above", "below"),
    [
        (1068, QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.LeftToRight),
        (688, QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom),
        (560, QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.TopToBottom),
    ],
)
def test_cards_stand_below_each_other_in_a_narrow_window(
    make_page: MakePage,
    width: int,
    above: QBoxLayout.Direction,
    below: QBoxLayout.Direction,
) -> None:
    page = make_page(width)
    assert (page._above.direction(), page._below.direction()) == (above, below)


def test_nothing_sticks_out_in_a_small_window_with_large_text(
    make_page: MakePage, context: Context
) -> None:
    write_round(context, "mijn-referentiekader", "x")
    page = make_page(640)
    context.preferences.change(text_size=200)
    type_text("x", field(page))
    settle()
    for card in (page.draft, page.suggestions, page.note):
        right = card.mapTo(page, card.rect().topRight()).x()
        assert right <= page.width()


def test_every_control_has_a_name(make_page: MakePage, context: Context) -> None:
    write_round(context, "mijn-referentiekader", "x")
    page = make_page()
    type_text("x", field(page))
    assert_accessible(page)


def test_a_note_is_a_free_entry(make_page: MakePage, context: Context) -> None:
    page = make_page()
    type_text("vrij", field(page))
    page.flush()
    assert context.services.reading.entries()[0].kind is EntryKind.FREE


def test_a_form_is_one_click_away(make_page: MakePage) -> None:
    page = make_page()
    click(page.note.forms["starrt"])
    assert page.wishes == [NewNote("starrt")]


def test_what_was_written_goes_along_into_a_form(make_page: MakePage, context: Context) -> None:
    page = make_page()
    type_text("een gesprek", field(page))
    click(page.note.forms["korthagen"])
    (line,) = context.services.reading.entries()
    assert page.wishes == [OpenEntry(line.id)]
    assert context.services.reading.entry(line.id).exercise_id == "korthagen"
    assert not page.note.draft.is_stored


def test_a_note_gets_a_label(make_page: MakePage, context: Context) -> None:
    page = make_page()
    click(page.note.label)
    assert page.note._tags.label_popover is None  # there is nothing to label yet
    type_text("iets", field(page))
    click(page.note.label)
    popover = page.note._tags.label_popover
    popover.field.setText("supervisie")
    popover._act_on(popover.list.item(0))
    (line,) = context.services.reading.entries()
    assert [label.name for label in line.labels] == ["supervisie"]
    assert "supervisie" in words_on(page.note)
    popover.hide()


def test_tab_goes_from_the_field_to_the_chips_and_on(make_page: MakePage) -> None:
    page = make_page()
    names = tab_names(field(page), page.suggestions.all)
    assert names[:2] == ["Label geven", "Vorm STARRT"]
    assert names[-1] == "Alle oefeningen"
    assert any(name.startswith("Open ") for name in names)

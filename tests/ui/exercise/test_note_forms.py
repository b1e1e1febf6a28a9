# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Giving a note a form, from Vandaag and in the writer; nothing that was typed gets lost."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from logbook.core.entry import NOTE_BLOCK, AnswerKey, EntryId, EntryKind
from logbook.ui.context import Context
from logbook.ui.demo.hands import click, find, settle, type_text, words_on
from logbook.ui.editor.markdown_editor import MarkdownEditor
from logbook.ui.exercise.form_dialog import FormChoice, FormDialog
from logbook.ui.exercise.writer_page import WriterPage
from logbook.ui.main_window import MainWindow
from logbook.ui.today.today_page import TodayPage
from tests.ui.recorder import Recorder

NOTE = AnswerKey(NOTE_BLOCK)
TEXT = "Het bleef stil aan tafel."


class Picker:
    """Stands in for the dialog: gives the form that a test wants."""

    def __init__(self) -> None:
        self.form_id: str | None = None
        self.cancels = False
        self.carried: list[bool] = []

    def ask(self, library, theme, *, carries_text, parent=None) -> FormChoice | None:
        self.carried.append(carries_text)
        if self.cancels:
            return None
        return FormChoice(library.templates[self.form_id] if self.form_id else None)


@pytest.fixture
def picker(monkeypatch: pytest.MonkeyPatch) -> Picker:
    made = Picker()
    monkeypatch.setattr(FormDialog, "ask", made.ask)
    return made


@pytest.fixture
def window(library_context: Context, qtbot: QtBot) -> Iterator[MainWindow]:
    library_context.preferences.change(started=True)
    made = MainWindow(library_context)
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.open_at_start()
    with qtbot.waitActive(made):
        made.show()
    qtbot.waitUntil(lambda: made.stack.page("today").note.is_begun)
    yield made
    made.keep_everything()


def today(window: MainWindow) -> TodayPage:
    page = window.stack.page("today")
    assert isinstance(page, TodayPage)
    return page


def writer(window: MainWindow) -> WriterPage:
    page = window.stack.page("writer")
    assert isinstance(page, WriterPage)
    return page


def write_on_today(window: MainWindow, text: str = TEXT) -> None:
    type_text(text, find(today(window), MarkdownEditor, lambda each: True))


def only_entry(context: Context) -> EntryId:
    (line,) = context.services.reading.entries()
    return line.id


def open_entry_id(window: MainWindow) -> EntryId:
    draft = writer(window).draft
    assert draft is not None
    return draft.entry_id


def undo(recorder: Recorder) -> None:
    action = recorder.shown[-1].action
    assert action is not None
    action()
    settle()


def test_an_empty_note_opens_the_form_and_stores_nothing(
    window: MainWindow, picker: Picker, context: Context
) -> None:
    picker.form_id = "starrt"
    click(today(window).note.form)
    assert window.stack.current_name == "writer"
    assert writer(window).draft.entry.exercise_id == "starrt"
    assert picker.carried == [False]
    window.keep_everything()
    assert context.services.reading.count() == 0


def test_the_first_letter_makes_it_a_free_note_with_its_form(
    window: MainWindow, picker: Picker, context: Context
) -> None:
    picker.form_id = "gibbs"
    click(today(window).note.form)
    type_text("x", find(writer(window), MarkdownEditor, lambda each: True))
    window.keep_everything()
    entry = context.services.reading.entry(only_entry(context))
    assert (entry.kind, entry.exercise_id) == (EntryKind.FREE, "gibbs")


@pytest.mark.parametrize("form_id", ["starrt", "korthagen", "reflectieverslag"])
def test_words_of_today_go_along_to_the_first_open_question(
    window: MainWindow, picker: Picker, context: Context, recorder: Recorder, form_id: str
) -> None:
    picker.form_id = form_id
    write_on_today(window)
    click(today(window).note.form)
    note = only_entry(context)
    form = context.services.content.library().templates[form_id]
    block, prompt = form.first_prose
    assert context.services.reading.entry(note).value(AnswerKey(block.id, prompt.id)).text == TEXT
    assert TEXT in words_on(writer(window))
    assert (prompt.text or block.title) in recorder.texts[-1]
    assert not today(window).note.draft.is_stored


def test_it_can_be_undone_from_the_strip(
    window: MainWindow, picker: Picker, context: Context, recorder: Recorder
) -> None:
    picker.form_id = "starrt"
    write_on_today(window)
    click(today(window).note.form)
    undo(recorder)
    note = only_entry(context)
    assert context.services.reading.entry(note).value(NOTE).text == TEXT
    assert open_entry_id(window) == note
    assert writer(window).view.note is not None
    assert TEXT in words_on(writer(window))


def test_what_was_typed_in_the_form_survives_undoing(
    window: MainWindow, picker: Picker, context: Context, recorder: Recorder
) -> None:
    picker.form_id = "starrt"
    write_on_today(window)
    click(today(window).note.form)
    form = only_entry(context)
    steps = writer(window).view.steps
    steps.go_on()
    other = find(writer(window), MarkdownEditor, lambda each: not each.toPlainText())
    type_text("Nog niet bewaard", other)
    undo(recorder)
    reading = context.services.reading
    assert reading.count() == 2
    assert reading.entry(open_entry_id(window)).value(NOTE).text == TEXT
    kept = [answer.value.text for answer in reading.entry(form).answers]
    assert "Nog niet bewaard" in kept


def test_a_form_without_an_open_question_leaves_the_note_alone(
    window: MainWindow, picker: Picker, context: Context, recorder: Recorder
) -> None:
    picker.form_id = "momentopname"
    assert context.services.content.library().templates["momentopname"].first_prose is None
    write_on_today(window)
    click(today(window).note.form)
    note = only_entry(context)
    assert context.services.reading.entry(note).value(NOTE).text == TEXT
    assert writer(window).draft.entry.exercise_id == "momentopname"
    undo(recorder)
    assert open_entry_id(window) == note
    assert context.services.reading.count() == 1


def test_choosing_no_form_goes_on_with_the_note(
    window: MainWindow, picker: Picker, context: Context
) -> None:
    write_on_today(window)
    click(today(window).note.form)
    assert open_entry_id(window) == only_entry(context)
    assert writer(window).view.note is not None


def test_closing_the_list_changes_nothing(
    window: MainWindow, picker: Picker, context: Context
) -> None:
    picker.cancels = True
    write_on_today(window)
    click(today(window).note.form)
    assert window.stack.current_name == "today"
    assert today(window).note.draft.entry_id == only_entry(context)


def test_the_note_in_the_writer_gets_its_form_in_place(
    window: MainWindow, picker: Picker, context: Context
) -> None:
    window.commands.new_note()
    type_text(TEXT, find(writer(window), MarkdownEditor, lambda each: True))
    picker.form_id = "driscoll"
    click(writer(window).view.note.form_button)
    assert open_entry_id(window) == only_entry(context)
    assert writer(window).view.steps is not None
    assert TEXT in words_on(writer(window))
    assert writer(window).view.bar.title.accessibleName() == "Wat, nou en, wat nu"


def test_another_form_can_be_taken_while_nothing_is_written(
    window: MainWindow, picker: Picker, context: Context
) -> None:
    picker.form_id = "gibbs"
    window.commands.choose_form()
    picker.form_id = "5g"
    window.commands.choose_form()
    assert writer(window).draft.entry.exercise_id == "5g"
    assert context.services.reading.count() == 0


@pytest.mark.parametrize("place", ["logbook", "progress"])
def test_elsewhere_the_action_begins_a_new_note(
    window: MainWindow, picker: Picker, place: str
) -> None:
    window.rail.page_requested.emit(place)
    picker.form_id = "starrt"
    window.commands.choose_form()
    assert writer(window).draft.entry.exercise_id == "starrt"


def test_in_an_exercise_the_action_leaves_the_round_alone(
    window: MainWindow, picker: Picker, context: Context
) -> None:
    writing, library = context.services.writing, context.services.content.library()
    round_id = writing.begin_round(library.exercises["mijn-referentiekader"]).id
    window.navigator._in_writer().open_exercise("mijn-referentiekader")
    window.stack.show_page("writer")
    picker.form_id = "starrt"
    window.commands.choose_form()
    assert writer(window).draft.entry.exercise_id == "starrt"
    assert writer(window).draft.entry_id != round_id


def test_a_form_comes_back_after_reopening(
    window: MainWindow, picker: Picker, context: Context
) -> None:
    picker.form_id = "starrt"
    write_on_today(window)
    click(today(window).note.form)
    window.commands.go_today()
    assert "STARRT" in words_on(today(window).draft)
    click(today(window).draft.open)
    assert writer(window).view.steps is not None
    assert TEXT in words_on(writer(window))


def test_what_another_process_did_to_the_note_is_followed(
    window: MainWindow, picker: Picker, context: Context
) -> None:
    picker.form_id = "starrt"
    write_on_today(window)
    click(today(window).note.form)
    library = context.services.content.library()
    _, changes = context.services.writing.take_form(
        only_entry(context), library.templates["starrt"]
    )
    context.notifier.announce(changes)
    assert writer(window).view.note is not None
    assert TEXT in words_on(writer(window))

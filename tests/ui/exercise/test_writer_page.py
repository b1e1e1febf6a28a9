# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The writer with real widgets and a real logbook."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from logbook.core.entry import AnswerKey, EntryState
from logbook.core.exercise import Exercise
from logbook.services.changes import Changes
from logbook.services.writing import Edit
from logbook.settings import StepMode
from logbook.ui.context import Context
from logbook.ui.editor.markdown_editor import MarkdownEditor
from logbook.ui.exercise import draft as draft_module
from logbook.ui.exercise.cards.tile import CardTile
from logbook.ui.exercise.draft import Draft
from logbook.ui.exercise.step_column import StepColumn
from logbook.ui.exercise.walk import StepState
from logbook.ui.exercise.writer_page import WriterPage
from logbook.ui.navigation import (
    GoBack,
    OpenChapter,
    OpenExercise,
    OpenPage,
    OpenReference,
    ReadEntry,
    Wish,
)
from tests.ui.exercise.examples import FIRST, SECOND, words
from tests.ui.helpers import assert_accessible, tab_stops
from tests.ui.recorder import Recorder

CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def page(qtbot: QtBot, writer_context: Context) -> WriterPage:
    made = WriterPage(writer_context)
    qtbot.addWidget(made)
    writer_context.notifier.changed.connect(made.apply_changes)
    made.resize(1100, 800)
    with qtbot.waitActive(made):
        made.show()
    return made


@pytest.fixture
def wishes(page: WriterPage) -> list[Wish]:
    found: list[Wish] = []
    page.navigation_requested.connect(found.append)
    return found


def open_(page: WriterPage, *, new_round: bool = False) -> Draft:
    page.open_exercise("proef", new_round)
    page.enter()
    return draft_of(page)


def draft_of(page: WriterPage) -> Draft:
    assert page.draft is not None
    return page.draft


def steps_of(page: WriterPage) -> StepColumn:
    assert page.view.steps is not None
    return page.view.steps


def editor_named(page: WriterPage, name: str) -> MarkdownEditor:
    column = page.view.steps or page.view.note
    assert column is not None
    editors = column.findChildren(MarkdownEditor)
    return next(editor for editor in editors if editor.accessibleName() == name)


def type_in(editor: MarkdownEditor, text: str) -> None:
    editor.setFocus()
    QTest.keyClicks(editor, text)


class TestOpening:
    def test_the_first_empty_field_has_the_keyboard(self, qtbot: QtBot, page: WriterPage) -> None:
        open_(page)
        qtbot.waitUntil(editor_named(page, "Hoe was het?").hasFocus)

    def test_opening_stores_nothing(self, page: WriterPage, writer_context: Context) -> None:
        open_(page)
        page.leave()
        assert writer_context.services.reading.count() == 0

    def test_typed_words_are_found_again(
        self, qtbot: QtBot, page: WriterPage, writer_context: Context
    ) -> None:
        draft = open_(page)
        type_in(editor_named(page, "Hoe was het?"), "Het ging goed")
        page.leave()
        again = WriterPage(writer_context)
        qtbot.addWidget(again)
        again.open_exercise("proef")
        assert draft_of(again).entry_id == draft.entry_id
        assert editor_named(again, "Hoe was het?").text() == "Het ging goed"

    def test_an_unknown_exercise_is_said(self, page: WriterPage, recorder: Recorder) -> None:
        page.open_exercise("bestaat-niet")
        assert recorder.shown[-1].kind == "error"
        assert page.draft is None

    def test_opening_the_same_exercise_keeps_its_fields(self, page: WriterPage) -> None:
        open_(page)
        editor = editor_named(page, "Hoe was het?")
        type_in(editor, "x")
        page.leave()
        page.open_exercise("proef")
        assert editor_named(page, "Hoe was het?") is editor

    def test_opening_something_else_keeps_what_was_typed(
        self, page: WriterPage, writer_context: Context
    ) -> None:
        draft = open_(page)
        entry_id = draft.entry_id
        type_in(editor_named(page, "Hoe was het?"), "eerst")
        page.new_note()
        assert writer_context.services.reading.entry(entry_id).value(FIRST).text == "eerst"

    def test_a_round_is_opened_by_its_entry(
        self, page: WriterPage, writer_context: Context, exercise: Exercise
    ) -> None:
        writing = writer_context.services.writing
        entry = writing.begin_round(exercise)
        writing.save(entry, [Edit(FIRST, words("al gezegd"))])
        page.open_entry(entry.id)
        assert editor_named(page, "Hoe was het?").text() == "al gezegd"


class TestSaving:
    def test_saved_is_said_with_its_time(self, qtbot: QtBot, page: WriterPage) -> None:
        open_(page)
        assert page.view.bar.saved.isHidden()
        type_in(editor_named(page, "Hoe was het?"), "x")
        qtbot.waitUntil(lambda: page.view.bar.saved.text().startswith("Bewaard "), timeout=3000)

    def test_leaving_a_field_saves_at_once(self, qtbot: QtBot, page: WriterPage) -> None:
        draft = open_(page)
        type_in(editor_named(page, "Hoe was het?"), "x")
        assert draft.pending
        editor_named(page, "In één woord?").setFocus()
        qtbot.waitUntil(lambda: not draft.pending, timeout=500)

    def test_a_change_of_step_saves_and_ends_the_version(
        self, page: WriterPage, writer_context: Context
    ) -> None:
        draft = open_(page)
        type_in(editor_named(page, "Hoe was het?"), "een")
        steps_of(page).go_on()
        assert not draft.pending
        steps_of(page).go_back()
        type_in(editor_named(page, "Hoe was het?"), "!")
        page.flush()
        (history,) = writer_context.services.reading.history(draft.entry_id).answers
        assert [r.value.text for r in history.revisions] == ["een", "een!"]

    def test_trouble_is_said_once_and_taken_back(
        self,
        qtbot: QtBot,
        page: WriterPage,
        writer_context: Context,
        recorder: Recorder,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        monkeypatch.setattr(draft_module, "SAVE_AFTER", 20)
        monkeypatch.setattr(draft_module, "RETRY_AFTER", (30,))
        path = writer_context.services.paths.logbook
        away = path.with_name("elders.db")
        draft = open_(page)
        path.rename(away)
        failures: list[object] = []
        draft.save_failed.connect(failures.append)
        type_in(editor_named(page, "Hoe was het?"), "nog hier")
        qtbot.waitUntil(lambda: len(failures) >= 3)
        assert [message.kind for message in recorder.shown] == ["error"]
        assert page.view.bar.saved.text() == "Niet bewaard"
        assert not page.flush()
        assert "nog hier" in page.rescue_text()
        away.rename(path)
        qtbot.waitUntil(lambda: not draft.pending)
        assert recorder.dismissed == [1]
        assert page.view.bar.saved.text().startswith("Bewaard")

    def test_what_cannot_be_kept_is_not_put_away(
        self, page: WriterPage, writer_context: Context
    ) -> None:
        draft = open_(page)
        path = writer_context.services.paths.logbook
        away = path.with_name("elders.db")
        path.rename(away)
        type_in(editor_named(page, "Hoe was het?"), "nog hier")
        page.new_note()
        assert page.draft is draft
        away.rename(path)
        assert page.flush()


class TestWalking:
    def test_keys_lead_through_the_steps(self, qtbot: QtBot, page: WriterPage) -> None:
        open_(page)
        qtbot.waitUntil(editor_named(page, "Hoe was het?").hasFocus)
        for key, modifier, block in (
            (Qt.Key.Key_PageDown, ALT, "cards"),
            (Qt.Key.Key_Return, CONTROL, "second"),
            (Qt.Key.Key_PageUp, ALT, "cards"),
        ):
            QTest.keyClick(QApplication.focusWidget(), key, modifier)
            assert steps_of(page).block_id == block

    def test_undo_survives_a_change_of_step(self, page: WriterPage) -> None:
        open_(page)
        editor = editor_named(page, "Hoe was het?")
        type_in(editor, "woord")
        steps_of(page).go_on()
        steps_of(page).go_back()
        QTest.keyClick(editor, Qt.Key.Key_Z, CONTROL)
        assert editor.text() == ""
        page.flush()

    def test_a_step_is_built_when_it_is_first_shown(self, page: WriterPage) -> None:
        open_(page)
        steps = steps_of(page)
        assert steps.view("first") is not None
        assert steps.view("second") is None
        steps.go_to_block("second")
        assert steps.view("second") is not None

    def test_all_steps_below_each_other(self, qtbot: QtBot, page: WriterPage) -> None:
        open_(page)
        page.view.bar.mode_requested.emit(StepMode.ALL)
        steps = steps_of(page)
        qtbot.waitUntil(lambda: steps.view("second") is not None)
        qtbot.waitUntil(lambda: editor_named(page, "Laatste stap").isVisible())
        assert editor_named(page, "Hoe was het?").isVisible()
        assert not steps.foot.on_button.isVisible()
        assert steps.foot.finish_button.isVisible()

    def test_where_one_writes_is_the_step_in_view(self, qtbot: QtBot, page: WriterPage) -> None:
        open_(page)
        page.view.bar.mode_requested.emit(StepMode.ALL)
        steps = steps_of(page)
        qtbot.waitUntil(lambda: steps.view("second") is not None)
        editor = editor_named(page, "Laatste stap")
        qtbot.waitUntil(editor.isVisible)
        steps.ensureWidgetVisible(editor)
        type_in(editor, "x")
        qtbot.waitUntil(lambda: steps.block_id == "second")
        steps.verticalScrollBar().setValue(steps.verticalScrollBar().value() - 10)
        assert steps.block_id == "second"
        page.flush()

    def test_keys_walk_through_steps_below_each_other_too(
        self, qtbot: QtBot, page: WriterPage
    ) -> None:
        open_(page)
        page.view.bar.mode_requested.emit(StepMode.ALL)
        steps = steps_of(page)
        qtbot.waitUntil(lambda: steps.view("second") is not None)
        steps.go_to_block("cards")
        QTest.keyClick(steps, Qt.Key.Key_Return, CONTROL)
        assert steps.block_id == "second"
        assert editor_named(page, "Laatste stap").hasFocus()

    def test_one_question_at_a_time(self, page: WriterPage) -> None:
        open_(page)
        page.view.bar.mode_requested.emit(StepMode.QUESTION)
        assert editor_named(page, "Hoe was het?").isVisible()
        assert not editor_named(page, "In één woord?").isVisible()
        steps_of(page).go_on()
        assert not editor_named(page, "Hoe was het?").isVisible()
        assert editor_named(page, "In één woord?").isVisible()

    def test_after_another_way_of_walking_one_writes_on(
        self, qtbot: QtBot, page: WriterPage
    ) -> None:
        open_(page)
        page.view.bar.mode_button.setFocus()
        page.view.bar.mode_requested.emit(StepMode.QUESTION)
        qtbot.waitUntil(editor_named(page, "Hoe was het?").hasFocus)

    def test_tab_goes_from_a_later_step_to_the_buttons_below_it(self, page: WriterPage) -> None:
        open_(page)
        steps = steps_of(page)
        steps.go_to_block("second")
        editor = editor_named(page, "Laatste stap")
        editor.setFocus()
        QTest.keyClick(editor, Qt.Key.Key_Tab)
        assert QApplication.focusWidget() is steps.foot.back_button
        QTest.keyClick(steps.foot.back_button, Qt.Key.Key_Tab)
        assert QApplication.focusWidget() is steps.foot.finish_button
        QTest.keyClick(steps.foot.finish_button, Qt.Key.Key_Tab)
        assert QApplication.focusWidget() is page.view.panel.rows[0]

    def test_steps_keep_their_order_for_tab_however_they_were_visited(
        self, page: WriterPage
    ) -> None:
        open_(page)
        steps_of(page).go_to_block("second")
        steps_of(page).go_to_block("cards")
        page.view.bar.mode_requested.emit(StepMode.ALL)
        stops = tab_stops(editor_named(page, "In één woord?"), 60)
        cards, last = stops.index("Kaartset"), stops.index("Laatste stap")
        assert cards < last < stops.index("Voor nu afronden")

    def test_cards_take_the_keyboard_and_leave_the_question_in_view(
        self, qtbot: QtBot, page: WriterPage
    ) -> None:
        page.resize(900, 420)
        open_(page)
        steps = steps_of(page)
        steps.go_to_block("cards")
        qtbot.waitUntil(lambda: steps.verticalScrollBar().maximum() > 0)
        steps.focus_first_empty()
        focused = QApplication.focusWidget()
        assert isinstance(focused, CardTile)
        assert steps.verticalScrollBar().value() == 0
        QTest.keyClick(focused, Qt.Key.Key_End)
        assert steps.verticalScrollBar().value() > 0

    def test_the_guide_explains_cards_while_they_are_chosen(self, page: WriterPage) -> None:
        open_(page)
        assert page.guide_topic() == "writer"
        steps_of(page).go_to_block("cards")
        assert page.guide_topic() == "cards"

    def test_words_stay_in_a_reading_column_beside_wide_cards(
        self, qtbot: QtBot, page: WriterPage
    ) -> None:
        open_(page)
        steps = steps_of(page)
        page.resize(1600, 900)
        steps.go_to_block("cards")
        view = steps.view("cards")
        assert view is not None
        qtbot.waitUntil(lambda: view.width() > 900)
        assert view.explanation.contentsRect().width() <= 720

    def test_the_panel_says_where_something_is_written(self, page: WriterPage) -> None:
        open_(page)
        rows = page.view.panel.rows
        assert [row.current for row in rows] == [True, False, False]
        type_in(editor_named(page, "Hoe was het?"), "x")
        assert rows[0].state is StepState.WRITTEN
        assert "iets geschreven" in rows[0].accessibleName()
        rows[2].click()
        assert steps_of(page).block_id == "second"
        page.flush()

    def test_one_comes_back_to_the_step_where_one_stopped(
        self, qtbot: QtBot, page: WriterPage, writer_context: Context
    ) -> None:
        open_(page)
        type_in(editor_named(page, "Hoe was het?"), "x")
        steps_of(page).go_to_block("second")
        page.leave()
        again = WriterPage(writer_context)
        qtbot.addWidget(again)
        again.open_exercise("proef")
        assert steps_of(again).block_id == "second"

    def test_the_proposal_to_look_back_stands_at_the_end(self, page: WriterPage) -> None:
        open_(page)
        steps = steps_of(page)
        assert not steps.foot.end.isVisible()
        steps.go_to_block("second")
        assert steps.foot.end.isVisible()
        assert steps.foot.finish_button.isVisible()

    def test_a_link_in_the_introduction_opens_a_reference_page(
        self, page: WriterPage, wishes: list[Wish]
    ) -> None:
        open_(page)
        steps_of(page).reference_requested.emit("models/weegschaal")
        assert wishes == [OpenReference("models/weegschaal")]


class TestClosing:
    def test_nothing_can_be_closed_before_something_was_written(self, page: WriterPage) -> None:
        open_(page)
        assert not page.view.bar.finish.isEnabled()
        type_in(editor_named(page, "Hoe was het?"), "x")
        assert page.view.bar.finish.isEnabled()
        page.flush()

    def test_closing_and_opening_again(self, page: WriterPage, writer_context: Context) -> None:
        draft = open_(page)
        type_in(editor_named(page, "Hoe was het?"), "gezegd")
        editor = editor_named(page, "Hoe was het?")
        page.view.bar.finish.click()
        reading = writer_context.services.reading
        assert reading.entry(draft.entry_id).state is EntryState.CLOSED
        assert page.view.is_closed
        assert not editor.isVisible()
        assert page.view.bar.finish.text() == "Verder schrijven"
        assert page.view.closed is not None
        assert tab_stops(page.view.closed.reopen_button, 3) == [
            "Nieuwe ronde", "Kanttekening", "Teruglezen in je logboek",
        ]  # fmt: skip
        page.view.closed.reopen_button.click()
        assert reading.entry(draft.entry_id).state is EntryState.DRAFT
        assert editor.isVisible()
        assert editor.text() == "gezegd"

    def test_a_new_round_stands_beside_the_earlier_one(
        self, page: WriterPage, wishes: list[Wish]
    ) -> None:
        first = open_(page).entry_id
        type_in(editor_named(page, "Hoe was het?"), "eerst")
        page.view.bar.finish.click()
        page.view.panel.new_round_requested.emit()
        assert wishes == [OpenExercise("proef", new_round=True)]
        draft = open_(page, new_round=True)
        assert draft.entry_id != first
        assert editor_named(page, "Hoe was het?").text() == ""
        type_in(editor_named(page, "Hoe was het?"), "nu")
        page.flush()
        assert page.view.bar.chip.text() == "concept · ronde 2"
        page.view.panel.round_chosen.emit(first)
        assert wishes[-1] == ReadEntry(first)

    def test_a_round_closed_elsewhere_is_shown_closed(
        self, page: WriterPage, writer_context: Context
    ) -> None:
        draft = open_(page)
        draft.set_value(FIRST, words("x"))
        page.flush()
        writer_context.services.writing.close_for_now(draft.entry_id)
        writer_context.notifier.announce(Changes(everything=True))
        assert page.view.is_closed

    def test_to_the_bin_and_back(
        self, page: WriterPage, writer_context: Context, recorder: Recorder, wishes: list[Wish]
    ) -> None:
        draft = open_(page)
        type_in(editor_named(page, "Hoe was het?"), "x")
        entry_id = draft.entry_id
        page.view.bar.delete_requested.emit()
        reading = writer_context.services.reading
        assert reading.entry(entry_id).deleted_at is not None
        assert wishes == [GoBack()]
        assert page.draft is None
        undo = recorder.shown[-1].action
        assert undo is not None
        undo()
        assert reading.entry(entry_id).deleted_at is None

    def test_skipping_and_taking_it_back(
        self, page: WriterPage, writer_context: Context, exercise: Exercise
    ) -> None:
        open_(page)
        reading = writer_context.services.reading
        page.view.panel.skip_requested.emit(True)
        assert reading.exercise_progress(exercise).skipped
        page.view.panel.skip_requested.emit(False)
        assert not reading.exercise_progress(exercise).skipped

    def test_the_path_leads_back(self, page: WriterPage, wishes: list[Wish]) -> None:
        open_(page)
        page.view.bar.chapter.click()
        page.view.bar.back_requested.emit()
        assert wishes == [OpenChapter(1), GoBack()]


class TestAround:
    def test_a_free_note_is_one_field(self, page: WriterPage, writer_context: Context) -> None:
        page.new_note()
        page.enter()
        type_in(editor_named(page, "Vrije notitie"), "Zomaar iets")
        page.leave()
        entry = writer_context.services.reading.entry(draft_of(page).entry_id)
        assert entry.title == "Zomaar iets"
        assert page.rescue_text() == "Zomaar iets\n"

    def test_focus_mode_shows_only_the_column_and_escape_leaves_it(
        self, qtbot: QtBot, page: WriterPage
    ) -> None:
        open_(page)
        qtbot.waitUntil(editor_named(page, "Hoe was het?").hasFocus)
        with qtbot.waitSignal(page.focus_mode_changed):
            page.toggle_focus_mode()
        assert not page.view.bar.isVisible()
        assert not page.view.panel.isVisible()
        assert page.view.in_focus_mode
        with qtbot.waitSignal(page.focus_mode_changed):
            QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
        assert page.view.bar.isVisible()

    def test_the_panel_folds_away_and_stays_away(
        self, qtbot: QtBot, page: WriterPage, writer_context: Context
    ) -> None:
        open_(page)
        page.view.bar.panel_button.click()
        assert not page.view.panel.isVisible()
        again = WriterPage(writer_context)
        qtbot.addWidget(again)
        again.resize(1100, 800)
        again.show()
        again.open_exercise("proef")
        assert not again.view.panel.isVisible()

    def test_a_narrow_window_gives_the_room_to_the_text(self, page: WriterPage) -> None:
        open_(page)
        page.resize(640, 560)
        assert page.width() == 640
        assert not page.view.panel.isVisible()
        page.view.bar.panel_button.click()
        assert page.view.panel.isVisible()

    def test_another_text_size_fits_too(self, page: WriterPage, writer_context: Context) -> None:
        open_(page)
        writer_context.preferences.change(text_size=200)
        page.resize(700, 560)
        assert page.width() == 700
        writer_context.preferences.change(text_size=100)

    def test_the_text_is_copied_as_markdown(self, page: WriterPage) -> None:
        open_(page)
        type_in(editor_named(page, "Hoe was het?"), "**vet**")
        page.view.bar.copy_requested.emit()
        assert "### Hoe was het?\n\n**vet**" in QGuiApplication.clipboard().text()
        page.flush()

    def test_another_process_writes_in_a_field_that_is_not_touched(
        self, page: WriterPage, writer_context: Context
    ) -> None:
        draft = open_(page)
        type_in(editor_named(page, "Hoe was het?"), "hier")
        page.flush()
        writing = writer_context.services.writing
        writing.save(draft.entry, [Edit(AnswerKey("first", "word"), words("daar"))])
        writer_context.notifier.announce(Changes(everything=True))
        assert editor_named(page, "In één woord?").text() == "daar"
        assert editor_named(page, "Hoe was het?").text() == "hier"

    def test_a_reworded_exercise_is_shown_anew_with_the_words_kept(
        self, page: WriterPage, writer_context: Context, exercise: Exercise
    ) -> None:
        open_(page)
        type_in(editor_named(page, "Hoe was het?"), "hier")
        page.flush()
        content = writer_context.services.content
        changed = replace(exercise, title="Andere titel", version=2)
        content._library = replace(content.library(), exercises={"proef": changed})
        writer_context.notifier.announce(Changes(library=True))
        assert editor_named(page, "Hoe was het?").text() == "hier"
        assert steps_of(page).block_id == "first"

    def test_everything_has_a_name_and_can_be_reached(self, page: WriterPage) -> None:
        open_(page)
        assert_accessible(page)
        draft_of(page).set_value(SECOND, words("x"))
        page.view.bar.finish.click()
        assert_accessible(page)
        page.new_note()
        assert_accessible(page)


class TestBin:
    def test_an_entry_in_the_bin_is_not_written_in(
        self, page: WriterPage, writer_context: Context, recorder: Recorder
    ) -> None:
        entry = writer_context.services.writing.add_note("weg")
        writer_context.services.writing.move_to_bin(entry.id)
        page.open_entry(entry.id)
        assert page.draft is None
        assert recorder.shown[-1].action_text == "Terugzetten"

    def test_what_is_binned_elsewhere_leaves_the_writer(
        self, page: WriterPage, writer_context: Context, wishes: list[Wish]
    ) -> None:
        page.new_note()
        draft = draft_of(page)
        type_in(editor_named(page, "Vrije notitie"), "weg")
        page.leave()
        page.hide()
        changes = writer_context.services.writing.move_to_bin(draft.entry_id)
        writer_context.notifier.announce(changes)
        assert page.draft is None
        page.enter()
        assert wishes == [OpenPage("exercises")]

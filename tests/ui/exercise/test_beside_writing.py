# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Around the text of the writer: labels, goals, links, pins, and an entry that is closed."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from logbook.core.entry import NOTE_BLOCK, AnswerKey, Entry, EntryId, EntryKind, EntryState, Value
from logbook.core.entry_links import link_to
from logbook.core.library import Library
from logbook.core.margin import margin_key, margin_notes
from logbook.ui.context import Context
from logbook.ui.exercise.closed_column import ClosedColumn
from logbook.ui.exercise.rescue import as_markdown, on_screen
from logbook.ui.exercise.writer_page import WriterPage
from logbook.ui.logbook.day_dialog import DayChoice, DayDialog
from logbook.ui.logbook.margin_html import BESIDE, address_of
from logbook.ui.navigation import ReadEntry, Wish
from tests.ui.helpers import assert_accessible, tab_stops
from tests.ui.recorder import Recorder

CONTROL = Qt.KeyboardModifier.ControlModifier
NOTE = AnswerKey(NOTE_BLOCK)


@pytest.fixture
def page(qtbot: QtBot, writer_context: Context) -> WriterPage:
    made = WriterPage(writer_context)
    qtbot.addWidget(made)
    writer_context.notifier.changed.connect(made.apply_changes)
    made.resize(1100, 800)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


@pytest.fixture
def wishes(page: WriterPage) -> list[Wish]:
    found: list[Wish] = []
    page.navigation_requested.connect(found.append)
    return found


def begin_note(page: WriterPage, words: str = "") -> EntryId:
    page.new_note()
    assert page.view.note is not None
    assert page.draft is not None
    page.view.note.focus_field()
    if words:
        page.view.note.field.editor.insertPlainText(words)
    return page.draft.entry_id


class TestLabels:
    def test_a_note_that_is_empty_gets_none(self, page: WriterPage, recorder: Recorder) -> None:
        begin_note(page)
        page.view.open_labels()
        assert page.view.tags.label_popover is None
        assert recorder.texts == ["Dit kan zodra er iets staat."]

    def test_a_note_is_labelled_by_key(self, page: WriterPage, writer_context: Context) -> None:
        entry_id = begin_note(page, "Net begonnen")
        assert page.view.note is not None
        QTest.keyClick(page.view.note.field.editor, Qt.Key.Key_L, CONTROL)
        popover = page.view.tags.label_popover
        assert popover is not None
        QTest.keyClicks(popover.field, "stilte")
        QTest.keyClick(popover.field, Qt.Key.Key_Return)
        QTest.keyClick(popover.field, Qt.Key.Key_Escape)
        labels = writer_context.services.reading.summary(entry_id).labels
        assert [label.name for label in labels] == ["stilte"]
        assert_accessible(page)

    def test_in_a_note_they_come_before_the_field(self, page: WriterPage) -> None:
        begin_note(page, "Net begonnen")
        assert page.view.note is not None
        assert tab_stops(page.view.note.form_button, 3) == [
            "Label geven", "Leerdoel koppelen …", "Vrije notitie",
        ]  # fmt: skip

    def test_a_round_has_them_in_the_panel(self, page: WriterPage) -> None:
        page.open_exercise("proef")
        assert page.view.panel.isVisible()
        assert page.view.panel.isAncestorOf(page.view.tags)
        assert page.view.tags.label_button.isVisible()
        assert_accessible(page)

    def test_without_the_panel_the_keys_still_work(
        self, page: WriterPage, writer_context: Context
    ) -> None:
        entry_id = begin_note(page, "Alleen de tekst")
        page.view.set_focus_mode(True)
        page.view.open_goals()
        popover = page.view.tags.goal_popover
        assert popover is not None
        QTest.keyClicks(popover.field, "Rust")
        QTest.keyClick(popover.field, Qt.Key.Key_Return)
        popover.hide()
        assert [g.text for g in writer_context.services.goals.of_entry(entry_id)] == ["Rust"]


class TestMenu:
    def test_pin_and_day(
        self, page: WriterPage, writer_context: Context, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        entry_id = begin_note(page, "Iets")
        page.view.bar.pin_requested.emit(True)
        assert writer_context.services.reading.summary(entry_id).pinned
        choice = DayChoice(date(2026, 3, 4))
        monkeypatch.setattr(DayDialog, "ask", lambda *_args: choice)
        page.view.bar.day_requested.emit()
        assert writer_context.services.reading.entry(entry_id).about_date == date(2026, 3, 4)
        page.view.bar.pin_requested.emit(False)
        assert not writer_context.services.reading.summary(entry_id).pinned

    def test_nothing_stored_is_said(self, page: WriterPage, recorder: Recorder) -> None:
        begin_note(page)
        page.view.bar.pin_requested.emit(True)
        page.view.bar.day_requested.emit()
        assert len(recorder.texts) == 2


class TestLinks:
    def test_a_title_is_inserted_and_followed(
        self, page: WriterPage, writer_context: Context, wishes: list[Wish], qtbot: QtBot
    ) -> None:
        other = writer_context.services.writing.add_note("Stilte laten vallen").id
        entry_id = begin_note(page, "Zie ")
        assert page.view.note is not None
        editor = page.view.note.field.editor
        QTest.keyClicks(editor, "[[stil")
        links = page.view.note.field.links
        qtbot.waitUntil(lambda: links.is_open)
        QTest.keyClick(editor, Qt.Key.Key_Tab)
        assert editor.text() == f"Zie {link_to(other, 'Stilte laten vallen')}"
        assert editor.hasFocus()
        QTest.keyClick(editor, Qt.Key.Key_Left)
        QTest.keyClick(editor, Qt.Key.Key_Return, CONTROL)
        assert wishes == [ReadEntry(other)]
        assert [link.id for link in writer_context.services.reading.links_of(entry_id)] == [other]

    def test_what_is_gone_is_said(
        self, page: WriterPage, wishes: list[Wish], recorder: Recorder
    ) -> None:
        begin_note(page, "Zie [oud](entry:weg-1)")
        assert page.draft is not None
        page.draft.entry_requested.emit("weg-1")
        assert wishes == []
        assert "niet meer" in recorder.texts[-1]


class TestClosedElsewhere:
    def test_words_on_screen_are_kept_after_opening_again(
        self, page: WriterPage, writer_context: Context, recorder: Recorder
    ) -> None:
        entry_id = begin_note(page, "Eerst")
        assert page.flush()
        services = writer_context.services
        services.writing.close_for_now(entry_id)
        assert page.view.note is not None
        page.view.note.field.editor.moveCursor(
            page.view.note.field.editor.textCursor().MoveOperation.End
        )
        QTest.keyClicks(page.view.note.field.editor, " en meer")
        assert not page.flush()
        assert recorder.shown[-1].action_text == "Heropenen en bewaren"
        page.apply_changes(services.writing.set_about_date(entry_id, None))
        assert not page.view.is_closed
        act = recorder.shown[-1].action
        assert act is not None
        act()
        entry = services.reading.entry(entry_id)
        assert entry.state is EntryState.DRAFT
        assert entry.value(NOTE).text == "Eerst en meer"
        assert page.draft is not None
        assert not page.draft.pending

    def test_the_button_of_the_bar_does_the_same(
        self, page: WriterPage, writer_context: Context
    ) -> None:
        entry_id = begin_note(page, "Eerst")
        assert page.flush()
        changes = writer_context.services.writing.close_for_now(entry_id)
        assert page.view.note is not None
        page.view.note.field.editor.insertPlainText("Meer. ")
        page.apply_changes(changes)
        assert page.view.bar.finish.text() == "Verder schrijven"
        page.view.bar.finish.click()
        assert "Meer. " in writer_context.services.reading.entry(entry_id).value(NOTE).text
        assert not page.view.is_closed

    def test_without_words_the_closed_column_comes(
        self, page: WriterPage, writer_context: Context
    ) -> None:
        entry_id = begin_note(page, "Eerst")
        assert page.flush()
        page.apply_changes(writer_context.services.writing.close_for_now(entry_id))
        assert page.view.is_closed


class TestClosedColumn:
    def closed(self, page: WriterPage) -> ClosedColumn:
        assert page.view.closed is not None
        return page.view.closed

    def notes(self, context: Context, entry_id: EntryId) -> list[str]:
        return [n.text for n in margin_notes(context.services.reading.entry(entry_id).answers)]

    def test_a_note_is_written_beside_an_answer(
        self, page: WriterPage, writer_context: Context
    ) -> None:
        entry_id = begin_note(page, "Titel\n\nWoorden van toen.")
        page.view.bar.finish.click()
        column = self.closed(page)
        assert_accessible(page)
        column.text.link_activated.emit(BESIDE + address_of(NOTE))
        field = column.margin.field
        assert field is not None
        assert_accessible(page)
        QTest.keyClicks(field.editor, "Later inzicht.")
        assert page.flush()
        assert self.notes(writer_context, entry_id) == ["Later inzicht."]
        page.view.bar.copy_requested.emit()
        assert "Later inzicht." in QGuiApplication.clipboard().text()
        assert column.margin.field is None
        assert "Later inzicht." in column.text.toPlainText()

    def test_opening_again_keeps_the_note(self, page: WriterPage, writer_context: Context) -> None:
        entry_id = begin_note(page, "Woorden")
        page.view.bar.finish.click()
        column = self.closed(page)
        column.note_button.click()
        assert column.margin.field is not None
        QTest.keyClicks(column.margin.field.editor, "Bij het geheel.")
        column.reopen_button.click()
        assert not page.view.is_closed
        assert self.notes(writer_context, entry_id) == ["Bij het geheel."]
        assert writer_context.services.reading.entry(entry_id).value(NOTE).text == "Woorden"

    def test_links_and_what_links_here_lead_there(
        self, page: WriterPage, writer_context: Context, wishes: list[Wish]
    ) -> None:
        writing = writer_context.services.writing
        other = writing.add_note("De andere").id
        entry_id = begin_note(page, f"Zie {link_to(other, 'De andere')}")
        assert page.flush()
        third = writing.add_note(f"Derde\n\n{link_to(entry_id, 'Deze')}").id
        page.view.bar.finish.click()
        column = self.closed(page)
        column.text.link_activated.emit(f"entry:{other}")
        column.linked_from.buttons[0].click()
        assert wishes == [ReadEntry(other), ReadEntry(third)]


def test_margin_notes_are_rescued_with_their_answer() -> None:
    entry = Entry(EntryId("1"), EntryKind.FREE, datetime(2026, 11, 5, 12, tzinfo=UTC))
    values = {
        NOTE: Value("Wat er stond"),
        margin_key("n-1", NOTE): Value("Erbij"),
        margin_key("n-2"): Value("Bij alles"),
    }
    text = as_markdown(on_screen(entry, values, None, Library()), None, Library())
    assert text == (
        "Wat er stond\n\n*Kanttekening, 05-11-2026*\n\nErbij\n\n"
        "## Kanttekeningen\n\n*Kanttekening, 05-11-2026*\n\nBij alles\n"
    )

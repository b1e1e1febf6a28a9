# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Where feedback is told of elsewhere: the rail, Vandaag, the writer, and drops on the window."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from logbook.bootstrap import Services
from logbook.core.entry import AnswerKey, EntryId, Value
from logbook.core.share_errors import FileTampered
from logbook.core.sharing import SentPacket
from logbook.services.changes import Changes
from logbook.services.edits import Edit
from logbook.ui.context import Context
from logbook.ui.demo.hands import settle, words_on
from logbook.ui.exercise.writer_page import WriterPage
from logbook.ui.feedback.feedback_page import FeedbackPage
from logbook.ui.history import from_memory, to_memory
from logbook.ui.main_window import MainWindow
from logbook.ui.navigation import OpenDesk, OpenExercise, OpenFeedback, OpenPage, ReadEntry, Wish
from logbook.ui.today.today_page import TodayPage
from logbook.ui.widgets.buttons import Button
from tests.ui.feedback.conftest import Circle


@pytest.fixture
def note(circle: Circle) -> EntryId:
    return circle.note()


@pytest.fixture
def sent(circle: Circle, note: EntryId) -> SentPacket:
    return circle.share(note)


@pytest.fixture
def window(context: Context, qtbot) -> Iterator[MainWindow]:
    context.preferences.change(started=True)
    made = MainWindow(context)
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show()
    qtbot.waitUntil(lambda: made._calendar is not None)  # what comes after the first paint
    yield made
    made.watcher.set_active(False)


def drop(window: MainWindow, *files: Path) -> bool:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    action = Qt.DropAction.CopyAction
    pressed = (Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    enter = QDragEnterEvent(QPointF(300, 300), action, data, *pressed)
    QApplication.sendEvent(window, enter)
    if enter.isAccepted():
        QApplication.sendEvent(window, QDropEvent(QPointF(300, 300), action, data, *pressed))
    settle()
    return enter.isAccepted()


# --- the rail -------------------------------------------------------------------------------------


def test_the_rail_counts_what_is_new(
    window: MainWindow, circle: Circle, context: Context, note: EntryId, sent: SentPacket
) -> None:
    button = window.rail.button("feedback")
    assert button.accessibleName() == "Feedback"
    remarks = [circle.remark(sent, text, "dinsdag") for text in ("Eén", "Twee")]
    circle.take_in(circle.reaction(sent, *remarks))
    context.notifier.announce(Changes(sharing=True))
    assert button.accessibleName() == "Feedback, 2 nieuwe opmerkingen"
    assert "2" in words_on(button).split()
    window.rail.set_narrow(True)
    assert button.toolTip() == "Feedback, 2 nieuwe opmerkingen"
    context.services.feedback.mark_read([remark.id for remark in remarks])
    context.notifier.announce(Changes(sharing=True))
    assert button.accessibleName() == "Feedback"
    assert "2" not in words_on(button).split()


def test_general_words_count_until_they_were_looked_at(
    window: MainWindow, circle: Circle, context: Context, sent: SentPacket, qtbot
) -> None:
    button = window.rail.button("feedback")
    circle.take_in(circle.reaction(sent, general="Dank je wel."))
    context.notifier.announce(Changes(sharing=True))
    assert button.accessibleName() == "Feedback, 1 nieuwe reactie"
    circle.take_in(circle.reaction(sent, circle.remark(sent, "Eén", "dinsdag")))
    context.notifier.announce(Changes(sharing=True))
    assert button.accessibleName() == "Feedback, 1 nieuwe opmerking en 1 nieuwe reactie"
    assert window.navigator.carry_out(OpenFeedback(sent.id))
    page = window.stack.page("feedback")
    assert isinstance(page, FeedbackPage)
    (card,) = page.returned_view.said.cards
    assert card.new.isVisible()
    qtbot.waitUntil(lambda: button.accessibleName() == "Feedback")
    assert page.returned_view.said.cards == [card]  # what one reads stays, with its mark
    assert card.new.isVisible()
    assert window.navigator.carry_out(OpenFeedback())
    assert window.navigator.carry_out(OpenFeedback(sent.id))


def test_every_way_arrives_in_the_rail(window: MainWindow, sent: SentPacket) -> None:
    for wish in (OpenPage("feedback"), OpenFeedback(sent.id), OpenFeedback()):
        assert window.navigator.carry_out(wish)
        assert window.rail.button("feedback").isChecked()
        assert window.stack.current_name == "feedback"
    window.commands.go_today()
    window.commands.go_feedback()
    assert window.stack.current_name == "feedback"


def test_going_back_and_a_restart_lead_to_the_side_one_was_at(
    window: MainWindow, context: Context, sent: SentPacket
) -> None:
    context.preferences.change(supervisor=True)
    navigator = window.navigator
    assert navigator.carry_out(OpenFeedback(sent.id))
    page = window.stack.page("feedback")
    assert isinstance(page, FeedbackPage)
    page.switch.desk.click()
    assert page.is_at_desk()
    assert navigator.history.current is not None
    assert from_memory(to_memory(navigator.history.current)) == OpenDesk()
    window.commands.go_today()
    window.commands.go_feedback()
    assert page.is_at_desk()
    assert navigator.carry_out(OpenFeedback(sent.id))
    assert not page.is_at_desk()
    window.commands.go_today()
    window.commands.go_feedback()
    assert not page.is_at_desk()  # one's own feedback was the last
    for at_desk in (False, False, True):  # Vandaag, the packet, the desk before it
        assert navigator.go_back()
        if window.stack.current_name == "feedback":
            assert page.is_at_desk() is at_desk
    assert page.switch.desk.isChecked()
    context.preferences.change(supervisor=False)
    assert navigator.carry_out(OpenDesk())
    assert not page.is_at_desk()


# --- drops ----------------------------------------------------------------------------------------


def test_reactions_can_be_dropped_anywhere(
    window: MainWindow, circle: Circle, services: Services, sent: SentPacket
) -> None:
    assert window.navigator.carry_out(OpenPage("today"))
    files = [circle.reaction(sent, circle.remark(sent, text, "dinsdag")) for text in ("a", "b")]
    assert drop(window, *files)
    page = window.stack.page("feedback")
    assert isinstance(page, FeedbackPage)
    assert len(page.incoming.cards) == 2
    assert services.feedback.threads(sent.id) == ()
    assert window.rail.button("feedback").isChecked()


def test_what_nobody_takes_falls_through(window: MainWindow, tmp_path: Path) -> None:
    picture = tmp_path / "foto.png"
    picture.write_bytes(b"")
    assert not drop(window, picture)


def test_a_document_comes_here_when_it_has_comments(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Path] = []
    monkeypatch.setattr(window.previews, "open", opened.append)
    for name, member in (("met.docx", "word/comments.xml"), ("zonder.docx", "word/document.xml")):
        with ZipFile(tmp_path / name, "w") as document:
            document.writestr(member, "<x/>")
        assert drop(window, tmp_path / name)
    page = window.stack.page("feedback")
    assert isinstance(page, FeedbackPage)
    assert [card.source.name for card in page.incoming.cards] == ["met.docx"]
    assert opened == [tmp_path / "zonder.docx"]


def test_a_damaged_document_comes_here_and_says_so(window: MainWindow, tmp_path: Path) -> None:
    damaged = tmp_path / "reactie.docx"
    damaged.write_bytes(b"PK\x03\x04 en dan niets meer")
    assert drop(window, damaged)
    page = window.stack.page("feedback")
    assert isinstance(page, FeedbackPage)
    (card,) = page.incoming.cards
    assert isinstance(card.source.error, FileTampered)


# --- Vandaag --------------------------------------------------------------------------------------


def test_vandaag_says_what_is_new(
    context: Context, circle: Circle, note: EntryId, sent: SentPacket, qtbot, wishes: list[Wish]
) -> None:
    page = TodayPage(context)
    qtbot.addWidget(page)
    page.navigation_requested.connect(wishes.append)
    page.resize(1000, 800)
    page.show()
    page.enter()
    qtbot.waitUntil(lambda: page.note.is_begun)
    assert "feedback" not in page.__dict__
    remark = circle.remark(sent, "Waarom?", "dinsdag")
    circle.take_in(circle.reaction(sent, remark))
    page.apply_changes(Changes(sharing=True))
    assert page.feedback.title.text() == "1 nieuwe opmerking van S. de Wit"
    assert "Hulp vragen" in page.feedback.line.text()
    page.feedback.read.click()
    assert wishes == [OpenFeedback(sent.id)]
    context.services.feedback.mark_read([remark.id])
    page.apply_changes(Changes(sharing=True))
    assert page.feedback.isHidden()


def test_vandaag_says_that_only_general_words_came(
    context: Context, circle: Circle, sent: SentPacket, qtbot, wishes: list[Wish]
) -> None:
    circle.take_in(circle.reaction(sent, general="Dank je wel."))
    page = TodayPage(context)
    qtbot.addWidget(page)
    page.navigation_requested.connect(wishes.append)
    page.show()
    page.enter()
    qtbot.waitUntil(lambda: page.note.is_begun)
    assert page.feedback.title.text() == "1 nieuwe reactie van S. de Wit"
    page.feedback.read.click()
    assert wishes == [OpenFeedback(sent.id)]


# --- the writer -----------------------------------------------------------------------------------


def test_the_writer_shows_what_came_back_on_a_note(
    context: Context, circle: Circle, note: EntryId, sent: SentPacket, qtbot, wishes: list[Wish]
) -> None:
    circle.take_in(circle.reaction(sent, circle.remark(sent, "Waarom toen?", "dinsdag")))
    page = WriterPage(context)
    qtbot.addWidget(page)
    page.navigation_requested.connect(wishes.append)
    page.resize(1200, 800)
    page.show()
    page.open_entry(note)
    settle()
    view = page.view.note
    assert view is not None
    assert view.remarks.isVisible()
    assert view.remarks.text() == "1 opmerking · 1 nieuw"
    view.remarks.click()
    assert wishes[-1] == ReadEntry(note)
    page.open_entry(circle.note("Nooit gedeeld"))
    settle()
    assert page.view.note is not None
    assert not page.view.note.remarks.isVisible()


def test_the_writer_shows_what_came_back_on_its_rounds(
    library_context: Context, circle: Circle, services: Services, qtbot, wishes: list[Wish]
) -> None:
    context = library_context
    exercise = next(iter(context.services.content.library().exercises.values()))
    entry = services.writing.begin_round(exercise)
    block = next(b for b in exercise.steps if b.prompts)
    key = AnswerKey(block.id, block.prompts[0].id)
    services.writing.save(entry, [Edit(key, Value("Ik wachtte op dinsdag."))], close_revisions=True)
    page = WriterPage(context)
    qtbot.addWidget(page)
    page.navigation_requested.connect(wishes.append)
    page.resize(1200, 800)
    page.show()
    page.open_exercise(exercise.id)
    settle()
    panel = page.view.panel
    assert "FEEDBACK" not in words_on(panel)
    sent = circle.share(entry.id)
    circle.take_in(circle.reaction(sent, circle.remark(sent, "Waarom toen?", "dinsdag")))
    context.notifier.announce(Changes(frozenset({entry.id}), sharing=True))
    page.open_exercise(exercise.id)
    page.view.remarks.show_exercise(exercise)
    settle()
    words = words_on(panel)
    for said in ("FEEDBACK", "Ronde 1: 1 opmerking", "Waarom toen?", "vraag · S. de Wit"):
        assert said in words
    (link,) = page.view.remarks.findChildren(Button)
    link.click()
    assert wishes[-1] == ReadEntry(entry.id)
    assert OpenExercise(exercise.id) not in wishes

# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from logbook.ui.messages import Messages, QuestionDialog
from logbook.ui.theme import Theme
from tests.ui.helpers import assert_accessible


@pytest.fixture
def messages(theme: Theme, qtbot) -> Messages:
    made = Messages(theme)
    qtbot.addWidget(made.strip)
    return made


def test_strip_shows_text_and_act(messages: Messages) -> None:
    done: list[str] = []
    messages.show("Notitie verwijderd.", "success", "Ongedaan maken", lambda: done.append("undo"))
    assert not messages.strip.isHidden()
    assert messages.strip.text.text() == "Notitie verwijderd."
    messages.strip.action.click()
    assert done == ["undo"]
    assert messages.strip.isHidden()


def test_strip_is_accessible(messages: Messages) -> None:
    messages.show("Er is iets.", "warning", "Doen", lambda: None)
    assert_accessible(messages.strip)


def test_keyboard_goes_back_to_where_it_came_from(messages: Messages, qtbot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    body = QVBoxLayout(window)
    field, other = QLineEdit(window), QLineEdit(window)
    for each in (other, messages.strip, field):
        body.addWidget(each)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    field.setFocus()
    messages.show("Weg.", "info", "Ongedaan maken", lambda: None)
    messages.strip.action.setFocus()
    messages.strip.close_button.setFocus()
    qtbot.keyClick(messages.strip.close_button, Qt.Key.Key_Space)
    assert messages.strip.isHidden()
    assert QApplication.focusWidget() is field
    messages.strip.setParent(None)  # the fixture closes it


def test_keyboard_stays_on_the_page_when_what_had_it_is_gone(messages: Messages, qtbot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    body = QVBoxLayout(window)
    rail, page = QLineEdit(window), QWidget(window)
    row, field = QLineEdit(page), QLineEdit(page)
    inside = QVBoxLayout(page)
    for each in (row, field):
        inside.addWidget(each)
    for each in (rail, messages.strip, page):
        body.addWidget(each)
    messages.strip.page = page
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    row.setFocus()
    messages.show("Weg.", "info", "Ongedaan maken", lambda: None)
    messages.strip.action.setFocus()
    row.hide()
    qtbot.keyClick(messages.strip.action, Qt.Key.Key_Space)
    assert QApplication.focusWidget() is field
    messages.strip.setParent(None)  # the fixture closes it


def test_passing_message_goes_by_itself(
    messages: Messages, qtbot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(messages.strip, "underMouse", lambda: False)
    messages.show("Klaar.", "info", timeout_ms=1)
    qtbot.waitUntil(lambda: messages.strip.isHidden())


def test_message_waits_while_the_mouse_is_on_it(
    messages: Messages, qtbot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(messages.strip, "underMouse", lambda: True)
    messages.show("Klaar.", "info", timeout_ms=1)
    qtbot.wait(30)
    assert not messages.strip.isHidden()


def test_error_stays_until_it_is_closed(messages: Messages) -> None:
    messages.show("Bewaren lukt niet.", "error")
    messages.show("Klaar.", "success")
    assert messages.strip.text.text() == "Klaar."
    messages.strip.close_button.click()
    assert messages.strip.text.text() == "Bewaren lukt niet."
    messages.strip.close_button.click()
    assert messages.strip.isHidden()


def test_long_message_takes_little_room_until_it_is_read(messages: Messages, qtbot) -> None:
    messages.show("Een.\nTwee.\nDrie.", "warning")
    assert (messages.strip.text.text(), messages.strip.more.isHidden()) == (
        "Een.\nTwee.\nDrie.",
        True,
    )
    messages.show("Een.\nTwee.\nDrie.\nVier.", "warning")
    assert messages.strip.text.text() == "Een.\nTwee."
    assert_accessible(messages.strip)
    messages.strip.more.setFocus()
    qtbot.keyClick(messages.strip.more, Qt.Key.Key_Space)
    assert messages.strip.text.text() == "Een.\nTwee.\nDrie.\nVier."
    assert messages.strip.more.isHidden()
    messages.show("Klaar.", "success")
    assert messages.strip.text.text() == "Klaar."


def test_same_text_stands_once(messages: Messages) -> None:
    messages.show("Bewaren lukt niet.", "error")
    messages.show("Bewaren lukt niet.", "error")
    messages.strip.close_button.click()
    assert messages.strip.isHidden()


def test_message_that_is_no_longer_true_can_be_taken_away(messages: Messages) -> None:
    number = messages.show("Bewaren lukt niet.", "error")
    messages.dismiss(number)
    assert messages.strip.isHidden()


def test_focus_mode_shows_only_what_went_wrong(messages: Messages) -> None:
    messages.set_quiet(True)
    messages.show("Klaar.", "success")
    assert messages.strip.isHidden()
    messages.show("Bewaren lukt niet.", "error")
    assert not messages.strip.isHidden()


def test_question_answers_with_the_caption(messages: Messages, qtbot) -> None:
    def choose() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QuestionDialog)
        assert_accessible(dialog)
        dialog.findChildren(type(messages.strip.action))[0].click()

    QTimer.singleShot(0, choose)
    assert messages.ask(None, "Weggooien?", "Dit kan niet terug.", "Weggooien", "Niet") == (
        "Weggooien"
    )


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape])
def test_no_habit_of_the_fingers_loses_anything(messages: Messages, qtbot, key: Qt.Key) -> None:
    def press() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QuestionDialog)
        assert len(dialog.findChildren(type(messages.strip.action))) == 2
        qtbot.keyClick(dialog.focusWidget() or dialog, key)

    QTimer.singleShot(0, press)
    assert not messages.may_lose(None, "Weggooien?", "Dit kan niet terug.", "Weggooien", "Niet")


def test_what_is_lost_is_chosen_on_purpose(messages: Messages, qtbot) -> None:
    def press() -> None:
        dialog = QApplication.activeModalWidget()
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Space)

    QTimer.singleShot(0, press)
    assert messages.may_lose(None, "Weggooien?", "Dit kan niet terug.", "Weggooien", "Niet")


def test_escape_is_the_last_answer(messages: Messages, qtbot) -> None:
    def press() -> None:
        qtbot.keyClick(QApplication.activeModalWidget(), Qt.Key.Key_Escape)

    QTimer.singleShot(0, press)
    assert messages.ask(None, "Weggooien?", "Dit kan niet terug.", "Weggooien", "Niet") == "Niet"

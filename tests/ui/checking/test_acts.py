# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""What the menu and the popover of a field do."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from logbook.ui.context import Context
from logbook.ui.editor.answer_field import AnswerField
from tests.ui.checking.conftest import DOTS, KEY, WAVE, Write, marked
from tests.ui.helpers import assert_accessible
from tests.ui.recorder import Recorder

TEXT = "Ik luisterde wijnig 🙂 naar mevrouw Jansen. Daarna zei mevrouw Jansen niets."


def put_cursor(field: AnswerField, words: str, offset: int = 1) -> None:
    text = field.editor.toPlainText()
    place = len(text[: text.index(words) + offset].encode("utf-16-le")) // 2
    cursor = field.editor.textCursor()
    cursor.setPosition(place)
    field.editor.setTextCursor(cursor)


def open_menu(field: AnswerField) -> QMenu:
    """The menu at the text cursor, as Shift+F10 opens it."""
    field.editor.setFocus()
    QTest.keyClick(field.editor, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def action(menu: QMenu, caption: str) -> QAction | None:
    return next((each for each in menu.actions() if each.text() == caption), None)


def choose(menu: QMenu, caption: str) -> None:
    found = action(menu, caption)
    assert found is not None
    menu.close()
    found.trigger()


def test_menu_offers_suggestions_and_puts_one_in(write: Write) -> None:
    field = write(TEXT)
    put_cursor(field, "wijnig")
    menu = open_menu(field)
    assert action(menu, "Toevoegen aan mijn woordenlijst") is not None
    choose(menu, "weinig")
    assert field.editor.text() == TEXT.replace("wijnig", "weinig")
    field.editor.undo()
    assert field.editor.text() == TEXT


def test_learning_a_word_keeps_it_and_takes_the_wave_away(
    write: Write, checked_context: Context, qtbot: QtBot
) -> None:
    field = write("Dat was qwertwoord.")
    put_cursor(field, "qwertwoord")
    choose(open_menu(field), "Toevoegen aan mijn woordenlijst")
    qtbot.waitUntil(lambda: marked(field, WAVE) == [])
    assert checked_context.services.spelling.own_words() == ("qwertwoord",)
    checked_context.services.spelling.forget("qwertwoord")


def test_a_word_with_a_capital_cannot_be_learned(write: Write) -> None:
    field = write("Qwertwoord was er.")
    put_cursor(field, "Qwertwoord")
    menu = open_menu(field)
    assert action(menu, "Overslaan") is not None
    assert action(menu, "Toevoegen aan mijn woordenlijst") is None
    menu.close()


def test_popover_replaces_here_with_one_step_to_undo(
    write: Write, checked_context: Context, qtbot: QtBot
) -> None:
    field = write(TEXT)
    put_cursor(field, "mevrouw")
    QTest.keyClick(field.editor, Qt.Key.Key_Period, Qt.KeyboardModifier.ControlModifier)
    popover = field.checks.popover
    assert popover is not None
    assert popover.isVisible()
    assert_accessible(popover)
    assert popover.roles.role == "een bewoner"
    popover.replace.click()
    assert field.editor.text() == TEXT.replace("mevrouw Jansen", "een bewoner", 1)
    places = checked_context.services.trace_marks.places(field._draft.entry_id)
    assert [(place.key, place.role) for place in places] == [(KEY, "een bewoner")]
    field.editor.undo()
    assert field.editor.text() == TEXT


def test_popover_replaces_everywhere_and_offers_that_role_first_later(
    write: Write, checked_context: Context, qtbot: QtBot
) -> None:
    field = write(TEXT + " Toen zag ik Karin.")
    put_cursor(field, "mevrouw")
    field.checks.explain()
    popover = field.checks.popover
    assert popover is not None
    popover.roles.own.setText("een buurvrouw")
    popover.everywhere.setChecked(True)
    popover.replace.click()
    assert field.editor.text().count("Jansen") == 0
    assert field.editor.text().count("een buurvrouw") == 2
    put_cursor(field, "Karin")
    field.checks.explain()
    assert popover.roles.role == "een buurvrouw"
    QTest.keyClick(popover.roles.list, Qt.Key.Key_Escape)
    assert not popover.isVisible()


def test_popover_ignores_in_this_entry_and_can_take_that_back(
    write: Write, recorder: Recorder, qtbot: QtBot
) -> None:
    field = write(TEXT)
    put_cursor(field, "mevrouw")
    field.checks.explain()
    assert field.checks.popover is not None
    field.checks.popover.ignore.click()
    qtbot.waitUntil(lambda: marked(field, DOTS) == [])
    undo = recorder.shown[-1].action
    assert undo is not None
    undo()
    qtbot.waitUntil(lambda: marked(field, DOTS) == ["mevrouw Jansen", "mevrouw Jansen"])


def test_a_resting_mouse_opens_the_popover_without_taking_the_keyboard(write: Write) -> None:
    field = write(TEXT)
    field.editor.setFocus()
    put_cursor(field, "mevrouw")
    field.editor.hovered.emit(field.editor.cursorRect().center() + QPoint(1, 0))
    popover = field.checks.popover
    assert popover is not None
    assert popover.isVisible()
    assert not popover.is_held
    QTest.keyClicks(field.editor, "x")
    assert not popover.isVisible()

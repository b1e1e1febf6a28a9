# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The field people write in, with real keys, clipboard and input methods."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import (
    QContextMenuEvent,
    QDropEvent,
    QFont,
    QGuiApplication,
    QInputMethodEvent,
    QKeyEvent,
    QTextCursor,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from logbook.core.entry import ANSWER_LIMIT
from logbook.settings import ReadingFont, Settings
from logbook.settings import Theme as ThemeChoice
from logbook.ui.editor.markdown_editor import MarkdownEditor
from logbook.ui.theme import Theme

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def editor(qtbot: QtBot, theme: Theme) -> MarkdownEditor:
    made = MarkdownEditor(theme, "Antwoord", "Schrijf hier")
    qtbot.addWidget(made)
    made.resize(500, 200)
    made.show()
    made.setFocus()
    return made


@pytest.fixture(autouse=True)
def empty_clipboard(qapp: QApplication) -> Iterator[None]:
    yield
    QGuiApplication.clipboard().clear()


def type_text(editor: MarkdownEditor, text: str) -> None:
    """Type as a keyboard does; `keyClicks` cannot send accents."""
    for sign in text:
        if sign == "\n":
            QTest.keyClick(editor, Qt.Key.Key_Return)
            continue
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, sign)
            QApplication.sendEvent(editor, event)


def paste(editor: MarkdownEditor, text: str = "", html: str = "", *, plain: bool = False) -> None:
    data = QMimeData()
    if text:
        data.setText(text)
    if html:
        data.setHtml(html)
    QGuiApplication.clipboard().setMimeData(data)
    QTest.keyClick(editor, Qt.Key.Key_V, CONTROL | SHIFT if plain else CONTROL)


def select(editor: MarkdownEditor, start: int, end: int) -> None:
    cursor = editor.textCursor()
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    editor.setTextCursor(cursor)


def format_at(editor: MarkdownEditor, position: int) -> QFont.Weight:
    block = editor.document().findBlock(position)
    for piece in block.layout().formats():
        if piece.start <= position - block.position() < piece.start + piece.length:
            return QFont.Weight(piece.format.fontWeight())
    return QFont.Weight.Normal


@pytest.mark.parametrize(
    "text",
    [
        "gewoon",
        "een\n\ntwee\n",
        "# Kop\n**vet**",
        "vaste\u00a0spatie",
        "😀 en 👩‍🏫",
        "\u202eשלום\u202c עברית",
        "regel\u2028scheiding",
        "\ttab",
        "",
    ],
)
def test_text_comes_back_exactly(editor: MarkdownEditor, text: str) -> None:
    editor.set_text("anders")
    editor.set_text(text)
    assert editor.text() == text
    editor.moveCursor(QTextCursor.MoveOperation.End)
    type_text(editor, "x")
    assert editor.text() == text + "x"


def test_filling_tells_nothing_and_typing_does(qtbot: QtBot, editor: MarkdownEditor) -> None:
    with qtbot.assertNotEmitted(editor.text_edited):
        editor.set_text("**vet**")
    with qtbot.waitSignal(editor.text_edited):
        type_text(editor, "a")


def test_another_look_is_no_edit(qtbot: QtBot, editor: MarkdownEditor, theme: Theme) -> None:
    editor.set_text("# Kop\nen **vet**")
    with qtbot.assertNotEmitted(editor.text_edited):
        theme.apply(Settings(theme=ThemeChoice.DARK, text_size=200))
        theme.apply(Settings(reading_font=ReadingFont.HYPERLEGIBLE))
    assert editor.text() == "# Kop\nen **vet**"


def test_typing_accents_dead_keys_and_input_methods(editor: MarkdownEditor) -> None:
    type_text(editor, "ideeën ")
    composing = QInputMethodEvent("´", [])
    QApplication.sendEvent(editor, composing)
    assert editor.text() == "ideeën "
    commit = QInputMethodEvent()
    commit.setCommitString("é😀")
    QApplication.sendEvent(editor, commit)
    assert editor.text() == "ideeën é😀"


def test_marks_are_shown_styled_while_typing(editor: MarkdownEditor) -> None:
    type_text(editor, "😀 **vet** woord")
    at = len("😀 **".encode("utf-16-le")) // 2
    assert format_at(editor, at) == QFont.Weight.Bold
    assert format_at(editor, at + 6) == QFont.Weight.Normal


def test_undo_and_redo_are_of_this_field(editor: MarkdownEditor) -> None:
    editor.set_text("begin")
    editor.moveCursor(QTextCursor.MoveOperation.End)
    type_text(editor, " erbij")
    editor.set_text("begin erbij")
    QTest.keyClick(editor, Qt.Key.Key_Z, CONTROL)
    assert editor.text() == "begin"
    QTest.keyClick(editor, Qt.Key.Key_Z, CONTROL)
    assert editor.text() == "begin"
    QTest.keyClick(editor, Qt.Key.Key_Z, CONTROL | SHIFT)
    assert editor.text() == "begin erbij"


def test_undo_survives_another_text_size(editor: MarkdownEditor, theme: Theme) -> None:
    type_text(editor, "woord")
    theme.apply(Settings(text_size=150))
    QTest.keyClick(editor, Qt.Key.Key_Z, CONTROL)
    assert editor.text() == ""


def test_the_keyboard_comes_in_where_the_text_ends(qtbot: QtBot, theme: Theme) -> None:
    made = MarkdownEditor(theme, "Antwoord")
    qtbot.addWidget(made)
    made.set_text("Dit schreef ik")
    with qtbot.waitActive(made):
        made.show()
    made.setFocus(Qt.FocusReason.OtherFocusReason)
    qtbot.waitUntil(made.hasFocus)
    QTest.keyClicks(made, " gisteren")
    assert made.text() == "Dit schreef ik gisteren"
    made.moveCursor(QTextCursor.MoveOperation.Start)
    made.clearFocus()
    made.setFocus(Qt.FocusReason.OtherFocusReason)
    assert made.textCursor().atStart()


def test_enter_goes_on_with_a_list_and_ends_it(editor: MarkdownEditor) -> None:
    type_text(editor, "1. een\ntwee\n\nna")
    assert editor.text() == "1. een\n2. twee\nna"


def test_enter_before_a_list_item_adds_no_mark(editor: MarkdownEditor) -> None:
    editor.set_text("- een")
    editor.moveCursor(QTextCursor.MoveOperation.Start)
    type_text(editor, "\n")
    assert editor.text() == "\n- een"


def test_shift_enter_is_a_plain_new_line(editor: MarkdownEditor) -> None:
    type_text(editor, "- een")
    QTest.keyClick(editor, Qt.Key.Key_Return, SHIFT)
    assert editor.text() == "- een\n"


def test_ctrl_enter_is_left_to_the_page(editor: MarkdownEditor) -> None:
    QTest.keyClick(editor, Qt.Key.Key_Return, CONTROL)
    assert editor.text() == ""


@pytest.mark.parametrize(
    ("key", "mark"), [(Qt.Key.Key_B, "**"), (Qt.Key.Key_I, "*")], ids=["bold", "italic"]
)
def test_keys_wrap_and_unwrap_the_selection(editor: MarkdownEditor, key: Qt.Key, mark: str) -> None:
    editor.set_text("😀 een woord hier")
    select(editor, 7, 12)
    QTest.keyClick(editor, key, CONTROL)
    assert editor.text() == f"😀 een {mark}woord{mark} hier"
    QTest.keyClick(editor, key, CONTROL)
    assert editor.text() == "😀 een woord hier"
    QTest.keyClick(editor, Qt.Key.Key_Z, CONTROL)
    assert editor.text() == f"😀 een {mark}woord{mark} hier"


def test_bold_without_selection_puts_the_cursor_between_marks(editor: MarkdownEditor) -> None:
    type_text(editor, "een ")
    editor.toggle_bold()
    type_text(editor, "x")
    assert editor.text() == "een **x**"


def test_tab_leaves_the_field_and_shift_tab_comes_back(qtbot: QtBot, theme: Theme) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    layout = QVBoxLayout(holder)
    first, second = (MarkdownEditor(theme, name, parent=holder) for name in ("een", "twee"))
    layout.addWidget(first)
    layout.addWidget(second)
    with qtbot.waitActive(holder):
        holder.show()
    first.setFocus()
    qtbot.waitUntil(first.hasFocus)
    with qtbot.waitSignal(first.focus_left):
        QTest.keyClick(first, Qt.Key.Key_Tab)
    assert second.hasFocus()
    QTest.keyClick(second, Qt.Key.Key_Backtab)
    assert first.hasFocus()
    assert first.text() == ""


def test_formatted_text_is_pasted_as_markdown(editor: MarkdownEditor) -> None:
    paste(editor, "vet woord", "<p><b>vet</b> woord</p>")
    assert editor.text() == "**vet** woord"


def test_formatted_text_is_pasted_plain_when_asked(editor: MarkdownEditor) -> None:
    paste(editor, "vet woord", "<p><b>vet</b> woord</p>", plain=True)
    assert editor.text() == "vet woord"


def test_html_alone_is_pasted_as_markdown(editor: MarkdownEditor) -> None:
    paste(editor, html="<p>een</p><p>twee</p>")
    assert editor.text() == "een\n\ntwee"


def test_own_words_are_copied_as_typed(editor: MarkdownEditor) -> None:
    editor.set_text("a\u00a0**vet**\n- punt")
    editor.selectAll()
    QTest.keyClick(editor, Qt.Key.Key_C, CONTROL)
    data = QGuiApplication.clipboard().mimeData()
    assert data.text() == "a\u00a0**vet**\n- punt"
    assert not data.hasHtml()


def test_control_characters_are_dropped_and_said(qtbot: QtBot, editor: MarkdownEditor) -> None:
    with qtbot.waitSignal(editor.notice) as told:
        paste(editor, "a\x00b\x07c\r\nd\u2029e")
    assert editor.text() == "abc\nd\ne"
    assert "weggelaten" in told.args[0]


def test_a_paste_over_the_limit_is_refused_and_stays_in_the_clipboard(
    qtbot: QtBot, editor: MarkdownEditor
) -> None:
    type_text(editor, "er was al iets")
    long = "x" * ANSWER_LIMIT
    with qtbot.waitSignal(editor.notice) as told:
        paste(editor, long)
    assert editor.text() == "er was al iets"
    assert QGuiApplication.clipboard().text() == long
    assert "1.000.000" in told.args[0]


def test_a_hundred_thousand_backticks_can_be_typed_on(editor: MarkdownEditor) -> None:
    editor.set_text("`" * 100_000)
    editor.moveCursor(QTextCursor.MoveOperation.End)
    type_text(editor, "x")
    assert editor.text().endswith("`x")


def test_a_dropped_text_goes_in(editor: MarkdownEditor) -> None:
    data = QMimeData()
    data.setHtml("<b>vet</b>")
    event = QDropEvent(
        editor.cursorRect().center(),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    editor.dropEvent(event)
    assert editor.text() == "**vet**"


def test_a_dropped_file_is_no_text(editor: MarkdownEditor) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/etc/passwd")])
    assert not editor.canInsertFromMimeData(data)


def test_a_single_line_keeps_line_ends_out(qtbot: QtBot, theme: Theme) -> None:
    editor = MarkdownEditor(theme, "Eén woord", single_line=True)
    qtbot.addWidget(editor)
    editor.show()
    paste(editor, "een\ntwee\n")
    type_text(editor, "\n")
    assert editor.text() == "een twee"


def test_the_field_grows_with_its_text_up_to_a_limit(
    qtbot: QtBot, editor: MarkdownEditor, theme: Theme
) -> None:
    empty = editor.height()
    editor.set_text("regel\n" * 12)
    assert editor.height() > empty
    assert not editor.verticalScrollBar().isVisible()
    editor.set_text("regel\n" * 200)
    assert editor.height() < theme.px(700)
    assert editor.verticalScrollBar().maximum() > 0
    editor.set_text("")
    qtbot.waitUntil(lambda: editor.height() == empty)


def test_lines_stand_apart(editor: MarkdownEditor, theme: Theme) -> None:
    editor.set_text("een\ntwee")
    type_text(editor, "drie\nvier\n")
    layout = editor.document().documentLayout()
    block = editor.document().firstBlock()
    while block.isValid():
        assert layout.blockBoundingRect(block).height() >= 1.35 * theme.px(18)
        block = block.next()


def test_the_context_menu_offers_plain_paste(qtbot: QtBot, editor: MarkdownEditor) -> None:
    point = QPoint(5, 5)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, point, editor.mapToGlobal(point))
    editor.contextMenuEvent(event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert "Plakken zonder opmaak" in [action.text() for action in menu.actions()]
    with qtbot.waitSignal(menu.destroyed):
        menu.close()


def test_the_field_has_a_name_for_screen_readers(editor: MarkdownEditor) -> None:
    assert editor.accessibleName() == "Antwoord"

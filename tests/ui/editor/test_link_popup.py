# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Links between entries while writing: offered at `[[`, followed with Ctrl."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from logbook.core.entry import EntryId
from logbook.core.errors import BusyLogbook
from logbook.core.kept import LinkedEntry
from logbook.ui.editor.entry_link import entry_at, typed_before
from logbook.ui.editor.link_popup import EntryLinks
from logbook.ui.editor.markdown_editor import MarkdownEditor
from logbook.ui.theme import Theme

CONTROL = Qt.KeyboardModifier.ControlModifier
BEGUN = datetime(2026, 11, 5, 12, tzinfo=UTC)
KNOWN = (
    LinkedEntry(EntryId("a-1"), "Stilte laten vallen", there=True, created_at=BEGUN),
    LinkedEntry(EntryId("b-2"), "Stil [staan] bij", there=True, created_at=BEGUN),
    LinkedEntry(EntryId("me"), "Stille ik", there=True, created_at=BEGUN),
)


def titles(words: str) -> tuple[LinkedEntry, ...]:
    return tuple(each for each in KNOWN if each.title.lower().startswith(words.lower()))


@pytest.fixture
def links(qtbot: QtBot, theme: Theme) -> EntryLinks:
    editor = MarkdownEditor(theme, "Antwoord")
    qtbot.addWidget(editor)
    editor.resize(500, 300)
    with qtbot.waitActive(editor):
        editor.show()
        editor.activateWindow()
    editor.setFocus()
    return EntryLinks(editor, theme, titles, "me")


@pytest.fixture
def type_in(links: EntryLinks, qtbot: QtBot) -> Callable[[str], None]:
    def type_(words: str) -> None:
        QTest.keyClicks(links._editor, words)
        qtbot.wait(10)

    return type_


def rows(links: EntryLinks) -> list[str]:
    assert links.popup is not None
    return [links.popup.list.item(row).text() for row in range(links.popup.list.count())]


def test_titles_are_offered_and_filtered_while_typing(
    links: EntryLinks, type_in: Callable[[str], None]
) -> None:
    type_in("Zie [")
    assert not links.is_open
    type_in("[")
    assert rows(links) == ["Stilte laten vallen · 5 nov", "Stil [staan] bij · 5 nov"]
    type_in("stilt")
    assert rows(links) == ["Stilte laten vallen · 5 nov"]
    type_in("x")
    assert not links.is_open


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Enter])
def test_a_key_inserts_the_link(
    links: EntryLinks, type_in: Callable[[str], None], key: Qt.Key
) -> None:
    links._editor.insertPlainText("Zie 😀 ")
    type_in("[[sti")
    QTest.keyClick(links._editor, Qt.Key.Key_Down)
    QTest.keyClick(links._editor, key)
    assert links._editor.text() == "Zie 😀 [Stil staan bij](entry:b-2)"
    assert not links.is_open
    links._editor.undo()
    assert links._editor.text() == "Zie 😀 [[sti"


def test_escape_keeps_what_was_typed(
    links: EntryLinks, type_in: Callable[[str], None], qtbot: QtBot
) -> None:
    type_in("[[sti")
    QTest.keyClick(links._editor, Qt.Key.Key_Escape)
    assert not links.is_open
    type_in("l")
    assert not links.is_open
    assert links._editor.text() == "[[stil"
    QTest.keyClick(links._editor, Qt.Key.Key_Return)
    assert links._editor.text() == "[[stil\n"
    qtbot.wait(10)
    type_in("[[st")
    assert links.is_open


def test_closing_signs_that_stand_there_go(
    links: EntryLinks, type_in: Callable[[str], None], qtbot: QtBot
) -> None:
    type_in("[[]]")
    links._editor.moveCursor(QTextCursor.MoveOperation.Left)
    links._editor.moveCursor(QTextCursor.MoveOperation.Left)
    type_in("stilt")
    QTest.keyClick(links._editor, Qt.Key.Key_Return)
    assert links._editor.text() == "[Stilte laten vallen](entry:a-1)"


def test_the_mouse_chooses_too(links: EntryLinks, type_in: Callable[[str], None]) -> None:
    type_in("[[")
    assert links.popup is not None
    shown = links.popup.list
    place = shown.visualItemRect(shown.item(1)).center()
    QTest.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert links._editor.text() == "[Stil staan bij](entry:b-2)"
    assert links._editor.hasFocus()


def test_leaving_the_field_closes_the_list(
    links: EntryLinks, type_in: Callable[[str], None]
) -> None:
    type_in("[[")
    assert links.is_open
    links._editor.clearFocus()
    assert not links.is_open


def test_a_logbook_that_is_busy_offers_nothing(
    links: EntryLinks, type_in: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_words: str) -> tuple[LinkedEntry, ...]:
        raise BusyLogbook("logboek.db")

    monkeypatch.setattr(links, "_titles", refuse)
    type_in("[[st")
    assert not links.is_open
    assert links._editor.text() == "[[st"


def test_control_enter_follows_the_link(links: EntryLinks, qtbot: QtBot) -> None:
    links._editor.set_text("Zie [Stilte](entry:a-1) hier")
    found: list[str] = []
    links.entry_requested.connect(found.append)
    cursor = links._editor.textCursor()
    cursor.setPosition(6)
    links._editor.setTextCursor(cursor)
    QTest.keyClick(links._editor, Qt.Key.Key_Return, CONTROL)
    assert found == ["a-1"]
    cursor.setPosition(1)
    links._editor.setTextCursor(cursor)
    QTest.keyClick(links._editor, Qt.Key.Key_Return, CONTROL)
    assert found == ["a-1"]
    assert links._editor.text() == "Zie [Stilte](entry:a-1) hier"


def test_control_click_follows_the_link(links: EntryLinks) -> None:
    links._editor.set_text("Zie [Stilte](entry:a-1) hier")
    found: list[str] = []
    links.entry_requested.connect(found.append)
    cursor = links._editor.textCursor()
    cursor.setPosition(7)
    place = links._editor.cursorRect(cursor).center()
    viewport = links._editor.viewport()
    QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=place)
    assert found == []
    QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, CONTROL, place)
    assert found == ["a-1"]


class TestPure:
    def test_an_opening_is_found_before_the_cursor(self) -> None:
        found = typed_before("a [[b c", 7)
        assert found is not None
        assert (found.start, found.words) == (2, "b c")
        assert typed_before("a [[b c", 3) is None
        assert typed_before("a [[b]] c", 9) is None
        assert typed_before("[[" + "x" * 90, 92) is None

    def test_the_link_around_a_place_is_found(self) -> None:
        line = "x [een](entry:1-a) [twee](entry:2-b) [drie](https://x.nl)"
        assert [entry_at(line, at) for at in (0, 2, 10, 18, 20, 40)] == [
            "",
            "1-a",
            "1-a",
            "1-a",
            "2-b",
            "",
        ]

    @given(st.text(alphabet="[]() entry:a😀\\", max_size=60), st.integers(0, 60))
    def test_no_line_is_too_odd(self, line: str, place: int) -> None:
        typed_before(line, place)
        entry_at(line, place)

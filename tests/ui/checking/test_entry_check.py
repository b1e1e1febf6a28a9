# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The ways to the check on request: from the writer and from the reading pane."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from logbook.core.entry import EntryId
from logbook.ui.checking.trace_dialog import TraceDialog
from logbook.ui.context import Context
from logbook.ui.exercise.writer_page import WriterPage
from logbook.ui.logbook.logbook_page import LogbookPage
from tests.ui.checking.conftest import KEY, make_note
from tests.ui.recorder import Recorder

KEYS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[EntryId]:
    """The entries that were looked through, in place of a dialog."""
    found: list[EntryId] = []
    monkeypatch.setattr(
        TraceDialog, "ask", lambda _context, entry_id, _parent: found.append(entry_id)
    )
    return found


def test_the_writer_keeps_what_is_typed_and_then_looks(
    checked_context: Context, asked: list[EntryId], qtbot: QtBot
) -> None:
    page = WriterPage(checked_context)
    qtbot.addWidget(page)
    page.new_note()
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.enter()
    assert page.view.note is not None
    editor = page.view.note.field.editor
    editor.setFocus()
    QTest.keyClicks(editor, "Karin zei niets.")
    QTest.keyClick(editor, Qt.Key.Key_H, KEYS)
    assert page.draft is not None
    assert asked == [page.draft.entry_id]
    stored = checked_context.services.reading.entry(page.draft.entry_id)
    assert stored.value(KEY).text == "Karin zei niets."


def test_an_empty_note_has_nothing_to_look_at(
    checked_context: Context, asked: list[EntryId], recorder: Recorder, qtbot: QtBot
) -> None:
    page = WriterPage(checked_context)
    qtbot.addWidget(page)
    page.new_note()
    page.view.bar.check_requested.emit()
    assert asked == []
    assert recorder.texts == ["Er staat nog niets om na te kijken."]


def test_the_reading_pane_looks_through_what_it_shows(
    checked_context: Context, asked: list[EntryId], qtbot: QtBot
) -> None:
    entry_id = make_note(checked_context, "Karin zei niets.")
    page = LogbookPage(checked_context)
    qtbot.addWidget(page)
    page.show()
    page.enter()
    page.read_entry(entry_id)
    qtbot.waitUntil(lambda: page.pane.shown is not None)
    page.pane.menu.check.trigger()
    assert asked == [entry_id]

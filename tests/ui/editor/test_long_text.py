# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Of a long text only what changed is read; it is always what the document shows."""

from __future__ import annotations

import random

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from logbook.ui.editor import markdown_editor
from logbook.ui.editor.cursor_edits import as_lines
from logbook.ui.editor.markdown_editor import MarkdownEditor
from logbook.ui.theme import Theme

LONG = "een twee drié\n\n%%vier%% **vijf**\n- zes\n" * 100
PIECES = ("a", "é\n", "\n\n", "%%", "🙂", "twee\nregels\n", "\t", "ﬁ", "\u00a0x\u2028y", "")


def edit(editor: MarkdownEditor, rng: random.Random) -> None:
    cursor = editor.textCursor()
    last = editor.document().characterCount() - 1
    start = rng.choice((0, last, rng.randrange(last + 1)))
    cursor.setPosition(start)
    if rng.random() < 0.5:
        end = rng.choice((0, last, min(last, start + rng.randrange(200))))
        if abs(end - start) < 1_500:
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    editor.setTextCursor(cursor)
    match rng.randrange(9):
        case 0:
            editor.undo()
        case 1:
            editor.redo()
        case 2:
            editor.toggle_bold()
        case 3:
            editor.toggle_private()
        case 4:
            QTest.keyClick(editor, rng.choice((Qt.Key.Key_Backspace, Qt.Key.Key_Delete)))
        case 5:
            QTest.keyClick(editor, Qt.Key.Key_Return)
        case _:
            cursor.insertText(rng.choice(PIECES))


@pytest.mark.parametrize("seed", range(12))
def test_the_text_is_what_the_document_holds(qtbot: QtBot, theme: Theme, seed: int) -> None:
    editor = MarkdownEditor(theme, "Antwoord")
    qtbot.addWidget(editor)
    editor.set_text(LONG if seed % 3 else LONG + "🙂")
    rng = random.Random(seed)
    for _ in range(60):
        edit(editor, rng)
        assert editor.text() == as_lines(editor.document().toRawText())


def test_a_key_in_a_long_text_reads_no_more_than_the_key(
    qtbot: QtBot, theme: Theme, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor = MarkdownEditor(theme, "Antwoord")
    qtbot.addWidget(editor)
    editor.set_text(LONG)
    read: list[str] = []

    def reads(raw: str) -> str:
        read.append(raw)
        return as_lines(raw)

    monkeypatch.setattr(markdown_editor, "as_lines", reads)
    QTest.keyClicks(editor, "hallo")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QTest.keyClick(editor, Qt.Key.Key_Backspace)
    assert editor.text() == "hallo" + LONG
    assert read == []

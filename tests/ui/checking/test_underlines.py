# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Underlines of unknown words and traces in a real field."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from logbook.services.changes import Changes
from logbook.ui.context import Context
from tests.ui.checking.conftest import DOTS, WAVE, Write, marked

TEXT = "Ik luisterde wijnig 🙂 naar mevrouw Jansen.\nBel 06-12345678 voor een gespreck."


def test_unknown_words_and_traces_have_their_own_underline(write: Write) -> None:
    field = write(TEXT)
    assert marked(field, WAVE) == ["wijnig", "gespreck"]
    assert marked(field, DOTS) == ["mevrouw Jansen", "06-12345678"]


@pytest.mark.parametrize(
    "text",
    [
        "Een zin met `codewoordd` erin.",
        "Zie [een linkk](https://www.voorbeeld.nl/gelooven).",
        "Dit is %%alleen voor mij, wijnig dus%% en dat niet.",
        "%%Begin\nwijnig en gelooven\nslot%% en klaar.",
    ],
)
def test_code_links_and_private_words_have_no_wave(write: Write, text: str) -> None:
    assert marked(write(text), WAVE) == []


def test_private_names_have_no_dots_on_later_lines(write: Write) -> None:
    assert marked(write("%%Eerst\ndan mevrouw Jansen\nslot%%"), DOTS) == []


def test_underlines_are_no_part_of_text_or_undo(write: Write) -> None:
    field = write(TEXT)
    assert field.editor.text() == TEXT
    assert not field.editor.document().isUndoAvailable()


def test_a_touched_word_loses_its_underline_until_a_pause(write: Write, qtbot: QtBot) -> None:
    field = write("Dat was wijnig vandaag.")
    cursor = field.editor.textCursor()
    cursor.setPosition(len("Dat was wij"))
    cursor.insertText("x")
    assert marked(field, WAVE) == []
    qtbot.waitUntil(lambda: marked(field, WAVE) == ["wijxnig"])


def test_the_word_being_typed_is_left_alone(write: Write, qtbot: QtBot) -> None:
    field = write("Dat was ")
    field.editor.setFocus()
    field.editor.moveCursor(field.editor.textCursor().MoveOperation.End)
    with qtbot.waitSignal(field.checks.underlines.drawn):
        QTest.keyClicks(field.editor, "wijnig")
    assert marked(field, WAVE) == []
    QTest.keyClicks(field.editor, " ")
    qtbot.waitUntil(lambda: marked(field, WAVE) == ["wijnig"])


def test_settings_turn_each_off(write: Write, checked_context: Context, qtbot: QtBot) -> None:
    field = write(TEXT)
    checked_context.preferences.change(check_traces=False)
    qtbot.waitUntil(lambda: marked(field, DOTS) == [] and marked(field, WAVE) != [])
    checked_context.preferences.change(check_spelling=False)
    qtbot.waitUntil(lambda: marked(field, WAVE) == [])


def test_without_dictionary_only_traces_are_underlined(
    write: Write, checked_context: Context, qtbot: QtBot
) -> None:
    checked_context.services.spelling._failed = True
    field = write(TEXT)
    assert marked(field, WAVE) == []
    assert marked(field, DOTS) != []
    QTest.keyClick(field.editor, Qt.Key.Key_F7)


def test_a_skipped_word_is_known_everywhere(
    write: Write, checked_context: Context, qtbot: QtBot
) -> None:
    field = write("Dat was wijnig.")
    checked_context.services.spelling.skip("wijnig")
    checked_context.notifier.announce(Changes(words=True))
    qtbot.waitUntil(lambda: marked(field, WAVE) == [])


def test_a_long_text_is_looked_at_where_it_is_seen(write: Write, qtbot: QtBot) -> None:
    field = write("Dit was wijnig.\n" * 4_000)
    assert 0 < len(marked(field, WAVE)) < 100
    field.editor.moveCursor(field.editor.textCursor().MoveOperation.End)
    last = len(field.editor.text()) - 20
    qtbot.waitUntil(lambda: any(a > last for a, _ in field.checks.underlines.ranges(WAVE)))


def test_f7_goes_from_unknown_word_to_unknown_word(write: Write, qtbot: QtBot) -> None:
    field = write(TEXT)
    for word in ("wijnig", "gespreck", "wijnig"):
        QTest.keyClick(field.editor, Qt.Key.Key_F7)
        qtbot.waitUntil(lambda word=word: field.editor.textCursor().selectedText() == word)


def test_f7_says_so_when_all_is_known(write: Write, qtbot: QtBot) -> None:
    field = write("Hier staat niets bijzonders.")
    with qtbot.waitSignal(field.editor.notice):
        QTest.keyClick(field.editor, Qt.Key.Key_F7)

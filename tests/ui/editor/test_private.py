# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Private passages in the editor: marks put and taken away, and how they look."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from logbook.core.entry import AnswerKey, Value
from logbook.core.private import passages, without_private
from logbook.ui.context import Context
from logbook.ui.editor import answer_field
from logbook.ui.editor.answer_field import AnswerField
from logbook.ui.editor.line_style import Style, style_line
from logbook.ui.editor.markdown_editor import MarkdownEditor
from logbook.ui.editor.private_marks import Marking, toggle_private
from logbook.ui.exercise.draft import Draft
from logbook.ui.theme import Theme

KEYS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def applied(text: str, marking: Marking) -> str:
    for start, end, new in marking.edits:
        text = text[:start] + new + text[end:]
    return text


@given(st.text(alphabet="ab \n🙂%", max_size=30), st.data())
def test_marked_words_are_private_and_public_again(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    marking = toggle_private(text, start, end)
    new = applied(text, marking)
    assert 0 <= marking.start <= marking.end <= len(new)
    if "%" in text or not text[start:end].strip():
        return
    words = text[start:end].strip()
    assert new[marking.start : marking.end] == words
    assert without_private(new) == text[:start] + blank(text[start:end]) + text[end:]
    back = toggle_private(new, marking.start, marking.end)
    assert applied(new, back) == text
    assert new.replace("%%", "") == text


def blank(text: str) -> str:
    """What is left of a stretch of which the words are private: the blanks around them."""
    stripped = text.strip()
    before, _, after = text.partition(stripped)
    return before + after


@pytest.mark.parametrize(
    ("text", "start", "end", "new"),
    [
        ("een twee drie", 4, 8, "een %%twee%% drie"),
        ("een twee drie", 3, 9, "een %%twee%% drie"),
        ("een %%twee%% drie", 7, 7, "een twee drie"),
        ("een %%twee%% drie", 0, 17, "een twee drie"),
        ("a %%b%% c %%d%%", 0, 15, "a b c d"),
        ("open %%tot het eind", 10, 10, "open tot het eind"),
        ("", 0, 0, "%%%%"),
    ],
)
def test_marks_are_put_around_words_or_taken_away(
    text: str, start: int, end: int, new: str
) -> None:
    assert applied(text, toggle_private(text, start, end)) == new


@pytest.fixture
def editor(qtbot: QtBot, theme: Theme) -> MarkdownEditor:
    made = MarkdownEditor(theme, "Antwoord")
    qtbot.addWidget(made)
    made.resize(500, 200)
    made.show()
    made.setFocus()
    return made


def select(editor: MarkdownEditor, words: str) -> None:
    cursor = editor.document().find(words)
    assert not cursor.isNull()
    editor.setTextCursor(cursor)


def test_the_key_makes_the_selection_private_and_public_again(editor: MarkdownEditor) -> None:
    editor.set_text("🙂 een\ntwee drie")
    select(editor, "twee")
    QTest.keyClick(editor, Qt.Key.Key_P, KEYS)
    assert editor.text() == "🙂 een\n%%twee%% drie"
    assert editor.textCursor().selectedText() == "twee"
    QTest.keyClick(editor, Qt.Key.Key_P, KEYS)
    assert editor.text() == "🙂 een\ntwee drie"


def test_the_key_takes_the_word_under_the_cursor_and_undo_is_one_step(
    editor: MarkdownEditor,
) -> None:
    editor.set_text("een twee")
    editor.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClick(editor, Qt.Key.Key_P, KEYS)
    assert editor.text() == "een %%twee%%"
    editor.undo()
    assert editor.text() == "een twee"


def test_what_is_only_read_is_not_marked(editor: MarkdownEditor) -> None:
    editor.set_text("een")
    editor.setReadOnly(True)
    editor.toggle_private()
    assert editor.text() == "een"


def looks(editor: MarkdownEditor, line: int) -> list[tuple[int, int, bool]]:
    """Start, length and dotted underline of the formats of a line."""
    block = editor.document().findBlockByNumber(line)
    dotted = QTextCharFormat.UnderlineStyle.DotLine
    return [
        (f.start, f.length, f.format.underlineStyle() == dotted) for f in block.layout().formats()
    ]


def test_a_private_passage_over_lines_is_underlined_and_tinted(editor: MarkdownEditor) -> None:
    editor.set_text("a %%b\n\nc\nd%% e")
    assert looks(editor, 0) == [(2, 2, True), (4, 1, True)]
    assert looks(editor, 2) == [(0, 1, True)]
    assert looks(editor, 3) == [(0, 1, True), (1, 2, True)]
    cursor = editor.document().find("%%")
    cursor.removeSelectedText()
    assert looks(editor, 2) == []
    assert looks(editor, 3) == [(1, 2, True), (3, 2, True)]


@given(st.lists(st.text(alphabet="a%* #", max_size=12), max_size=6))
def test_lines_agree_with_the_whole_text(lines: list[str]) -> None:
    private, shown = False, set()
    at = 0
    for line in lines:
        look = style_line(line, private)
        private = look.private
        for run in look.runs:
            if run.style & Style.PRIVATE:
                shown |= set(range(at + run.start, at + run.end))
        at += len(line) + 1
    text = "\n".join(lines)
    wanted = {place for start, end in passages(text) for place in range(start, end)}
    assert shown == {place for place in wanted if text[place] != "\n"}


def test_a_passage_without_an_end_is_told_gently(
    qtbot: QtBot, context: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(answer_field, "_HINT_AFTER", 20)
    draft = Draft(context, context.services.writing.begin_note(), None)
    field = AnswerField(draft, AnswerKey("note"), context.theme, "Antwoord")
    qtbot.addWidget(field)
    field.show()
    field.editor.setFocus()

    def hints() -> list[str]:
        return [w.text() for w in field.findChildren(QLabel) if w.isVisible()]

    QTest.keyClicks(field.editor, "open %%tot")
    assert hints() == []  # while it is written there is no end yet
    qtbot.waitUntil(lambda: len(hints()) == 1)
    assert "alleen voor jou" in hints()[0]
    QTest.keyClicks(field.editor, " hier%%")
    qtbot.waitUntil(lambda: hints() == [])
    assert draft.value(AnswerKey("note")) == Value("open %%tot hier%%")
    draft.stop()

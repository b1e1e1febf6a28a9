# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Lists that are read once for all tests of the checks, and a field to write in."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtGui import QTextCharFormat
from pytestqt.qtbot import QtBot

from logbook.core.entry import NOTE_BLOCK, AnswerKey, EntryId, Value
from logbook.paths import word_lists_folder
from logbook.services.spelling import Spelling, _open_binding
from logbook.services.traces import Traces
from logbook.services.writing import Edit
from logbook.ui.checking import underlines
from logbook.ui.context import Context
from logbook.ui.editor.answer_field import AnswerField
from logbook.ui.exercise.draft import Draft

KEY = AnswerKey(NOTE_BLOCK)
WAVE = QTextCharFormat.UnderlineStyle.WaveUnderline
DOTS = QTextCharFormat.UnderlineStyle.DotLine


@pytest.fixture(scope="session")
def dictionary() -> object:
    return _open_binding(word_lists_folder())


@pytest.fixture(scope="session")
def lists() -> Traces:
    made = Traces(word_lists_folder())
    made.load()
    return made


@pytest.fixture
def checked_context(
    context: Context, dictionary: object, lists: Traces, monkeypatch: pytest.MonkeyPatch
) -> Context:
    """A context whose dictionary and lists are there already."""
    services = context.services
    folder = word_lists_folder()
    spelling = Spelling(folder, services.paths.own_words, binding=lambda _folder: dictionary)  # type: ignore[return-value,arg-type]
    spelling.load()
    services.__dict__["spelling"] = spelling
    services.__dict__["traces"] = lists
    for name in ("PAUSE", "LONG_PAUSE", "_SHORT_PAUSE"):
        monkeypatch.setattr(underlines, name, 20)
    return context


def make_note(context: Context, text: str) -> EntryId:
    writing = context.services.writing
    entry = writing.begin_note()
    writing.save(entry, [Edit(KEY, Value(text))])
    return entry.id


Write = Callable[[str], AnswerField]


@pytest.fixture
def write(checked_context: Context, qtbot: QtBot) -> Write:
    """A field on screen with a stored note of this text, underlined."""

    def make(text: str) -> AnswerField:
        entry_id = make_note(checked_context, text)
        draft = Draft(checked_context, checked_context.services.reading.entry(entry_id), None)
        field = AnswerField(draft, KEY, checked_context.theme, "Notitie")
        draft.setParent(field)
        qtbot.addWidget(field)
        field.resize(700, 400)
        with qtbot.waitSignal(field.checks.underlines.drawn, timeout=5_000):
            field.show()
        return field

    return make


def marked(field: AnswerField, style: QTextCharFormat.UnderlineStyle) -> list[str]:
    """The words with this underline."""
    text = field.editor.toPlainText()
    data = text.encode("utf-16-le")
    return [
        data[start * 2 : end * 2].decode("utf-16-le")
        for start, end in field.checks.underlines.ranges(style)
    ]

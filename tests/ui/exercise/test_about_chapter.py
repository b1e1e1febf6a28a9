# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""A form that knows its chapter: filled in on screen, stored at the first keystroke only."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from logbook.core.entry import AnswerKey, Value
from logbook.ui.context import Context
from logbook.ui.demo.hands import type_text
from logbook.ui.editor.markdown_editor import MarkdownEditor
from logbook.ui.exercise.writer_page import WriterPage

FORM = "hoofdstuk-terugblik"
WHICH, SHIFTED = AnswerKey("chapter"), AnswerKey("shifted")


@pytest.fixture
def page(qtbot: QtBot, context: Context) -> WriterPage:
    made = WriterPage(context)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
    made.new_note(FORM, 4)
    made.enter()
    return made


def filled_in(context: Context) -> str:
    chapters = context.services.content.library().chapters
    return "4 " + next(each.title for each in chapters if each.number == 4)


def test_opening_it_stores_nothing(page: WriterPage, context: Context) -> None:
    assert page.draft is not None
    assert page.draft.value(WHICH).text == filled_in(context)
    assert not page.draft.pending
    page.leave()
    assert context.services.reading.count() == 0


def test_what_was_filled_in_comes_along_with_the_first_words(
    page: WriterPage, context: Context
) -> None:
    assert page.draft is not None
    page.draft.set_value(SHIFTED, Value("Ik luister langer."))
    page.leave()
    (line,) = context.services.reading.entries()
    entry = context.services.reading.entry(line.id)
    assert (entry.exercise_id, entry.chapter) == (FORM, 4)
    assert entry.value(WHICH).text == filled_in(context)
    assert entry.value(SHIFTED).text == "Ik luister langer."


def test_what_was_filled_in_can_be_changed(page: WriterPage, context: Context) -> None:
    assert page.draft is not None
    editors = page.findChildren(MarkdownEditor)
    type_text(" en 5", next(each for each in editors if each.text() == filled_in(context)))
    page.leave()
    (line,) = context.services.reading.entries()
    assert "en 5" in context.services.reading.entry(line.id).value(WHICH).text

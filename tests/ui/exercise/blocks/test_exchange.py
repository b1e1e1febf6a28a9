# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Exchanging: three ways, and the questions that go with each."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from logbook.core.entry import AnswerKey, Value
from logbook.core.exercise import BlockKind, ExchangeSettings, Field, Option, Prompt
from logbook.ui.context import Context
from logbook.ui.editor.markdown_editor import MarkdownEditor
from logbook.ui.exercise.blocks.exchange import ExchangeBlockView
from logbook.ui.exercise.draft import Draft
from tests.ui.exercise.blocks.makers import make_block, make_draft, show, stored
from tests.ui.helpers import assert_accessible

MODES = (
    Option("conversation", "In gesprek"),
    Option("alone", "Alleen"),
    Option("later", "Later"),
)
BLOCK = make_block(
    BlockKind.EXCHANGE,
    Prompt("mode", "Hoe doe je dit?", field=Field.CHOICE, options=MODES),
    Prompt("who", "Met wie was dat?", "Schrijf een rol, geen naam.", Field.LINE),
    Prompt("recognised", "Wat herkende je?"),
    Prompt("take-along", "Wat neem je mee?"),
    settings=ExchangeSettings("medestudent"),
)


@pytest.fixture
def draft(context: Context) -> Draft:
    return make_draft(context, BLOCK)


@pytest.fixture
def view(qtbot: QtBot, context: Context, draft: Draft) -> ExchangeBlockView:
    return show(qtbot, context, draft, BLOCK)


def asked(view: ExchangeBlockView) -> list[str]:
    return [e.accessibleName() for e in view.findChildren(MarkdownEditor) if e.isVisible()]


@pytest.mark.parametrize(
    ("mode", "questions"),
    [
        ("conversation", ["Met wie was dat?", "Wat herkende je?", "Wat neem je mee?"]),
        ("alone", ["Wat neem je mee?"]),
        ("later", []),
    ],
)
def test_the_questions_follow_the_way(
    context: Context, draft: Draft, view: ExchangeBlockView, mode: str, questions: list[str]
) -> None:
    assert asked(view) == []
    view.modes.box(mode).click()
    assert asked(view) == questions
    assert stored(context, draft, AnswerKey("block", "mode")) == Value(options=(mode,))


def test_words_stay_in_view_whatever_the_way(draft: Draft, view: ExchangeBlockView) -> None:
    draft.set_value(AnswerKey("block", "recognised"), Value("dezelfde twijfel"))
    view.modes.box("later").click()
    assert asked(view) == ["Wat herkende je?"]


def test_pressing_the_chosen_way_takes_it_back(draft: Draft, view: ExchangeBlockView) -> None:
    view.modes.box("alone").click()
    view.modes.box("alone").click()
    assert draft.value(AnswerKey("block", "mode")).options == ()


def test_the_ways_are_one_stop_for_tab(view: ExchangeBlockView) -> None:
    view.activateWindow()
    view.modes.box("conversation").setFocus()
    QTest.keyClick(view.modes.box("conversation"), Qt.Key.Key_Down)
    QTest.keyClick(view.modes.box("alone"), Qt.Key.Key_Space)
    QTest.keyClick(view.modes.box("alone"), Qt.Key.Key_Tab)
    field = view.focusWidget()
    assert isinstance(field, MarkdownEditor)
    assert field.accessibleName() == "Wat neem je mee?"


def test_once_the_way_was_chosen_the_keyboard_is_in_a_question(
    draft: Draft, view: ExchangeBlockView
) -> None:
    view.focus_first_empty()
    assert view.focusWidget() is view.modes.box("conversation")
    view.modes.box("alone").click()
    draft.set_value(AnswerKey("block", "take-along"), Value("rust"))
    view.focus_first_empty()
    field = view.focusWidget()
    assert isinstance(field, MarkdownEditor)
    assert field.accessibleName() == "Wat neem je mee?"


def test_the_role_is_the_example_and_all_is_named(view: ExchangeBlockView) -> None:
    view.modes.box("conversation").click()
    assert_accessible(view)
    who = next(e for e in view.findChildren(MarkdownEditor) if e.isVisible())
    assert who.placeholderText() == "Bijvoorbeeld: medestudent"

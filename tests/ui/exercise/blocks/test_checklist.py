# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Items with four states: choosing, taking back, walking, explaining. Nothing is counted."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from logbook.content.standard_prompts import STATES
from logbook.core.entry import AnswerKey, Value
from logbook.core.exercise import BlockKind, Field, Prompt
from logbook.ui.context import Context
from logbook.ui.exercise.blocks.checklist import CheckField, ChecklistBlockView
from logbook.ui.exercise.draft import Draft
from tests.ui.exercise.blocks.makers import make_block, make_draft, press, show, stored, write
from tests.ui.helpers import assert_accessible

BLOCK = make_block(
    BlockKind.CHECKLIST,
    Prompt("time", "Er is tijd.", field=Field.CHOICE, options=STATES),
    Prompt("room", "Er is een rustige ruimte.", field=Field.CHOICE, options=STATES),
    Prompt("goal", "Het doel is duidelijk.", field=Field.CHOICE, options=STATES),
)
TIME = AnswerKey("block", "time")


@pytest.fixture
def draft(context: Context) -> Draft:
    return make_draft(context, BLOCK)


@pytest.fixture
def view(qtbot: QtBot, context: Context, draft: Draft) -> ChecklistBlockView:
    return show(qtbot, context, draft, BLOCK)


@pytest.fixture
def first(view: ChecklistBlockView) -> CheckField:
    return view.rows[0]


def test_a_state_is_kept_and_one_takes_the_place_of_another(
    context: Context, draft: Draft, first: CheckField
) -> None:
    first.states.segment("yes").click()
    assert stored(context, draft, TIME) == Value(options=("yes",))
    first.states.segment("partly").click()
    assert draft.value(TIME).options == ("partly",)
    assert first.states.choice == "partly"


def test_a_second_press_takes_the_choice_back(draft: Draft, first: CheckField) -> None:
    first.states.segment("no").click()
    first.states.segment("no").click()
    assert draft.value(TIME).is_empty
    assert first.states.choice == ""


def test_arrows_walk_and_space_or_enter_chooses(draft: Draft, view: ChecklistBlockView) -> None:
    view.focus_first_empty()
    assert view.focusWidget() is view.rows[0].states.segment("yes")
    press(view.focusWidget(), Qt.Key.Key_Right)
    assert draft.value(TIME).is_empty
    press(view.focusWidget(), Qt.Key.Key_Space)
    assert draft.value(TIME).options == ("partly",)
    press(view.focusWidget(), Qt.Key.Key_Down)
    assert view.focusWidget() is view.rows[1].states.segment("partly")
    press(view.focusWidget(), Qt.Key.Key_Return)
    assert draft.value(AnswerKey("block", "room")).options == ("partly",)
    press(view.focusWidget(), Qt.Key.Key_Up)
    assert view.focusWidget() is view.rows[0].states.segment("partly")


def test_tab_stops_once_at_the_states_of_an_item(view: ChecklistBlockView) -> None:
    row = view.rows[0]
    row.states.segment("yes").setFocus()
    press(view.focusWidget(), Qt.Key.Key_Tab)
    assert view.focusWidget() is row.open
    press(view.focusWidget(), Qt.Key.Key_Tab)
    assert view.focusWidget() is view.rows[1].states.segment("yes")


def test_an_explanation_opens_on_demand_and_stays_open_when_filled(
    qtbot: QtBot, context: Context, draft: Draft, first: CheckField
) -> None:
    assert not first.explanation.isVisible()
    first.open.click()
    assert first.explanation.editor.hasFocus()
    write(first.explanation.editor, "op dinsdag")
    first.states.segment("yes").click()
    assert stored(context, draft, TIME) == Value("op dinsdag", options=("yes",))
    again = show(qtbot, context, draft, BLOCK)
    assert again.rows[0].explanation.isVisible()
    assert again.rows[0].states.choice == "yes"
    assert not again.rows[1].explanation.isVisible()


@pytest.mark.parametrize("width", [320, 720])
def test_words_and_states_fit(qtbot: QtBot, context: Context, draft: Draft, width: int) -> None:
    view = show(qtbot, context, draft, BLOCK, width)
    for row in view.rows:
        for segment in row.states.segments:
            assert segment.geometry().right() <= row.states.width()
            assert segment.width() >= segment.minimumSizeHint().width()
    beside = view.rows[0].label.y() == view.rows[0].states.y()
    assert beside or width == 320 or view.rows[0].states.x() > 0


def test_states_are_said_with_their_item(view: ChecklistBlockView, first: CheckField) -> None:
    assert_accessible(view)
    assert first.states.segment("unknown").accessibleName() == "Er is tijd.: weet ik nog niet"
    assert first.open.accessibleName() == "Toelichting bij Er is tijd."


def test_nothing_is_counted(draft: Draft, view: ChecklistBlockView) -> None:
    for row in view.rows:
        row.states.segment("yes").click()
    assert not any(sign.isdigit() for label in view.findChildren(QLabel) for sign in label.text())

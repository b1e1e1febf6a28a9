# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""An intention: words, and a day to look back or none."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QDate
from pytestqt.qtbot import QtBot

from logbook.core.entry import AnswerKey, Value
from logbook.core.exercise import BlockKind, Field, Prompt
from logbook.ui.context import Context
from logbook.ui.exercise.blocks.date_field import CalendarPopup, DateField
from logbook.ui.exercise.blocks.intention import IntentionBlockView
from logbook.ui.exercise.draft import Draft
from tests.ui.exercise.blocks.makers import make_block, make_draft, show, stored
from tests.ui.helpers import assert_accessible

BLOCK = make_block(
    BlockKind.INTENTION,
    Prompt("try", "Wat ga je proberen?"),
    Prompt("date", "Op welke dag kijk je terug?", field=Field.DATE),
)
KEY = AnswerKey("block", "date")


@pytest.fixture
def draft(context: Context) -> Draft:
    return make_draft(context, BLOCK)


@pytest.fixture
def view(qtbot: QtBot, context: Context, draft: Draft) -> IntentionBlockView:
    return show(qtbot, context, draft, BLOCK)


def test_a_day_near_at_hand_is_one_press(
    context: Context, draft: Draft, view: IntentionBlockView
) -> None:
    chip, day = next(iter(view.date_field.near.items()))
    chip.click()
    assert day == date.today() + timedelta(days=7)
    assert stored(context, draft, KEY) == Value(day=day)


def test_a_day_is_picked_in_the_calendar(draft: Draft, view: IntentionBlockView) -> None:
    view.date_field.pick.click()
    popup = view.findChild(CalendarPopup)
    assert popup.isVisible()
    popup.calendar.clicked.emit(QDate(2027, 1, 4))
    assert draft.value(KEY).day == date(2027, 1, 4)
    assert not popup.isVisible()
    assert view.date_field.pick.text() == "maandag 4 januari 2027"


def test_no_day_is_possible(draft: Draft, view: IntentionBlockView) -> None:
    draft.set_value(KEY, Value(day=date(2027, 1, 4)))
    assert view.date_field.day == date(2027, 1, 4)
    view.date_field.clear.click()
    assert draft.value(KEY).day is None
    assert view.date_field.pick.text() == "Kies een dag"
    assert not view.date_field.clear.isVisible()


def test_all_is_named(view: IntentionBlockView) -> None:
    assert_accessible(view)
    field = view.findChild(DateField)
    assert field.pick.accessibleName() == "Op welke dag kijk je terug? Kies een dag"

# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The scale: choosing by mouse and keys, no choice, the explanation beside it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from logbook.core.entry import AnswerKey, Value
from logbook.core.exercise import BlockKind, Field, Prompt, ScaleSettings
from logbook.ui.context import Context
from logbook.ui.exercise.blocks.scale import ScaleField
from logbook.ui.exercise.draft import Draft
from tests.ui.exercise.blocks.makers import make_block, make_draft, press, show, stored, write
from tests.ui.helpers import assert_accessible

BLOCK = make_block(
    BlockKind.SCALE,
    Prompt("start", "Aan het begin", field=Field.SCALE),
    settings=ScaleSettings(1, 7, "recept meegeven", "samen zoeken"),
)
KEY = AnswerKey("block", "start")


@pytest.fixture
def draft(context: Context) -> Draft:
    return make_draft(context, BLOCK)


@pytest.fixture
def field(qtbot: QtBot, context: Context, draft: Draft) -> ScaleField:
    return show(qtbot, context, draft, BLOCK).findChild(ScaleField)


def test_a_press_chooses_and_a_second_press_takes_it_back(
    context: Context, draft: Draft, field: ScaleField
) -> None:
    point = field.points.points[2]
    QTest.mouseClick(point, Qt.MouseButton.LeftButton)
    assert stored(context, draft, KEY) == Value(number=3)
    assert field.chosen.text() == "Gekozen: 3 van 7"
    QTest.mouseClick(point, Qt.MouseButton.LeftButton)
    assert draft.value(KEY).number is None


@pytest.mark.parametrize(
    ("keys", "number"),
    [
        ([Qt.Key.Key_5], 5),
        ([Qt.Key.Key_9], None),
        ([Qt.Key.Key_Right, Qt.Key.Key_Right], 2),
        ([Qt.Key.Key_Left], 7),
        ([Qt.Key.Key_7, Qt.Key.Key_Right], 7),
        ([Qt.Key.Key_End, Qt.Key.Key_Down], 6),
        ([Qt.Key.Key_4, Qt.Key.Key_Delete], None),
    ],
)
def test_keys_choose(
    draft: Draft, field: ScaleField, keys: list[Qt.Key], number: int | None
) -> None:
    for key in keys:
        press(field.points.focusProxy(), key)
    assert draft.value(KEY).number == number


def test_tab_goes_from_the_choice_to_its_explanation(field: ScaleField) -> None:
    QTest.keyClick(field.points.points[0], Qt.Key.Key_4)
    QTest.keyClick(field.focusWidget(), Qt.Key.Key_Tab)
    assert field.focusWidget() is field.explanation.editor


def test_no_choice_is_possible_and_keeps_the_words(draft: Draft, field: ScaleField) -> None:
    draft.set_value(KEY, Value("ik gaf raad", number=2))
    assert field.points.number == 2
    field.clear.click()
    assert draft.value(KEY) == Value("ik gaf raad")
    assert field.chosen.text() == "Nog geen plek gekozen"


def test_the_explanation_stands_beside_the_number(draft: Draft, field: ScaleField) -> None:
    press(field.points.focusProxy(), Qt.Key.Key_3)
    write(field.explanation.editor, "omdat")
    assert draft.value(KEY) == Value("omdat", number=3)


def test_points_say_both_words_and_one_is_reached_with_tab(field: ScaleField) -> None:
    assert_accessible(field)
    name = field.points.points[2].accessibleName()
    assert name == "Aan het begin 3, van 1 (recept meegeven) tot 7 (samen zoeken)"
    reached = [p for p in field.points.points if p.focusPolicy() == Qt.FocusPolicy.StrongFocus]
    assert len(reached) == 1

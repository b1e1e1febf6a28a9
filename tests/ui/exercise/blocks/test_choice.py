# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Options: several or one, the limit said kindly, own words that are never wiped."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from logbook.core.entry import AnswerKey, Value
from logbook.core.exercise import BlockKind, ChoiceSettings, Field, Prompt
from logbook.ui.context import Context
from logbook.ui.exercise.blocks.choice import ChoiceField
from logbook.ui.exercise.draft import Draft
from tests.ui.exercise.blocks.makers import (
    make_block,
    make_draft,
    options,
    press,
    show,
    stored,
    write,
)
from tests.ui.helpers import assert_accessible

KEY = AnswerKey("block")


@pytest.fixture
def opened(qtbot: QtBot, context: Context):
    def open_with(maximum: int) -> tuple[Draft, ChoiceField]:
        block = make_block(
            BlockKind.CHOICE,
            Prompt("", "Wat herken je?", field=Field.CHOICE, options=options("Aap", "Beer", "Cel")),
            settings=ChoiceSettings(maximum, own=True),
        )
        draft = make_draft(context, block)
        return draft, show(qtbot, context, draft, block).findChild(ChoiceField)

    return open_with


def test_ticked_options_are_kept_in_the_order_of_choosing(opened, context: Context) -> None:
    draft, field = opened(0)
    field.options.box("c").click()
    field.options.box("a").click()
    assert stored(context, draft, KEY) == Value(options=("c", "a"))
    field.options.box("c").click()
    assert draft.value(KEY).options == ("a",)


def test_one_too_many_is_refused_kindly_and_nothing_is_replaced(opened) -> None:
    draft, field = opened(2)
    for each in "abc":
        field.options.box(each).click()
    assert draft.value(KEY).options == ("a", "b")
    assert not field.options.box("c").isChecked()
    assert field.limit.text().startswith("Je kunt er hier hoogstens twee kiezen.")
    field.options.box("a").click()
    assert not field.limit.isVisible()


def test_of_one_choice_the_other_takes_its_place(opened) -> None:
    draft, field = opened(1)
    field.options.box("a").click()
    field.options.box("b").click()
    assert draft.value(KEY).options == ("b",)
    assert not field.options.box("a").isChecked()


def test_own_words_count_and_are_never_wiped_by_a_tick(opened) -> None:
    draft, field = opened(1)
    write(field.own.editor, "iets van mij")
    field.options.box("a").click()
    assert draft.value(KEY) == Value(own="iets van mij")
    assert field.limit.isVisible()


def test_explanation_and_own_words_are_kept_apart(opened) -> None:
    draft, field = opened(0)
    write(field.own.editor, "eigen")
    write(field.explanation.editor, "daarom")
    assert draft.value(KEY) == Value("daarom", own="eigen")


def test_keys_walk_and_tick(opened) -> None:
    draft, field = opened(0)
    press(field.options.box("a"), Qt.Key.Key_Down)
    assert field.window().focusWidget() is field.options.box("b")
    press(field.options.box("b"), Qt.Key.Key_Space)
    assert draft.value(KEY).options == ("b",)


def test_filling_ticks_the_boxes(opened) -> None:
    draft, field = opened(0)
    draft.set_value(KEY, Value(options=("b",)))
    assert [field.options.box(each).isChecked() for each in "abc"] == [False, True, False]
    assert_accessible(field)


def test_the_limit_is_told_right_below_what_was_refused(opened) -> None:
    _, field = opened(1)
    write(field.own.editor, "eigen")
    field.options.box("a").click()
    assert field.limit.isVisible()
    rows = {row.option.id: row for row in field.options.rows}
    field.options.layout().activate()
    above = rows["a"].mapTo(field, rows["a"].rect().bottomLeft()).y()
    below = rows["b"].mapTo(field, rows["b"].rect().topLeft()).y()
    assert above < field.limit.mapTo(field, field.limit.rect().center()).y() < below


def test_the_limit_is_told_below_own_words_that_are_too_many(opened) -> None:
    _, field = opened(2)
    for each in "ab":
        field.options.box(each).click()
    field.options.box("c").click()
    write(field.own.editor, "eigen")
    field.layout().activate()
    assert field.limit.isVisible()
    assert field.layout().indexOf(field.limit) == field.layout().indexOf(field.own) + 1

# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Cells two by two: where they stand, how high they are, how Tab goes through them."""

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from logbook.core.entry import AnswerKey, Value
from logbook.core.exercise import BlockKind, Prompt
from logbook.settings import StepMode
from logbook.ui.context import Context
from logbook.ui.exercise.blocks.grid import GridBlockView
from logbook.ui.exercise.draft import Draft
from tests.ui.exercise.blocks.makers import make_block, make_draft, press, show, stored, write
from tests.ui.helpers import assert_accessible

BLOCK = make_block(
    BlockKind.GRID,
    Prompt("see", "Wat zie je?", "Wat een camera ook zou zien."),
    Prompt("think", "Wat denk je?"),
    Prompt("feel", "Wat voel je?"),
    Prompt("want", "Wat wil je?"),
)
LONGER = "woord " * 40
TOO_LONG = "woord " * 300


@pytest.fixture
def draft(context: Context) -> Draft:
    return make_draft(context, BLOCK)


@pytest.fixture
def view(qtbot: QtBot, context: Context, draft: Draft) -> GridBlockView:
    return show(qtbot, context, draft, BLOCK)


def place(view: GridBlockView, number: int) -> QPoint:
    return view.cells[number].answer.mapTo(view, QPoint(0, 0))


def test_cells_stand_two_by_two(view: GridBlockView) -> None:
    first, second, third, _ = (place(view, number) for number in range(4))
    assert first.y() == second.y()
    assert first.x() == third.x()
    assert second.x() > first.x()
    assert third.y() > first.y()


@pytest.mark.parametrize("text", [LONGER, TOO_LONG])
def test_fields_of_a_row_are_as_high_as_the_fullest(
    qtbot: QtBot, draft: Draft, view: GridBlockView, text: str
) -> None:
    low = view.cells[1].answer.editor.height()
    draft.set_value(AnswerKey("block", "see"), Value(text))
    editors = [cell.answer.editor for cell in view.cells]
    qtbot.waitUntil(lambda: editors[1].height() > low)
    qtbot.waitUntil(lambda: editors[0].height() == editors[1].height())
    assert editors[2].height() == low


@pytest.mark.parametrize("narrow", [True, False])
def test_a_narrow_page_has_one_column(
    qtbot: QtBot, context: Context, draft: Draft, narrow: bool
) -> None:
    view = show(qtbot, context, draft, BLOCK, 400 if narrow else 700)
    assert view.columns == (1 if narrow else 2)


def test_one_question_at_a_time_keeps_the_cells_together_in_one_column(
    qtbot: QtBot, context: Context, draft: Draft
) -> None:
    context.preferences.change(step_mode=StepMode.QUESTION)
    view = show(qtbot, context, draft, BLOCK)
    view.show_only(None)
    assert view.columns == 1
    assert all(cell.answer.isVisible() for cell in view.cells)
    assert view.prompt_ids() == ("",)


def test_tab_goes_row_by_row(view: GridBlockView) -> None:
    view.cells[0].focus_field()
    for cell in view.cells[1:]:
        press(view.focusWidget(), Qt.Key.Key_Tab)
        assert view.focusWidget() is cell.answer.editor


def test_each_cell_has_its_own_answer(context: Context, draft: Draft, view: GridBlockView) -> None:
    write(view.cells[1].answer.editor, "dat het duurt")
    assert stored(context, draft, AnswerKey("block", "think")) == Value("dat het duurt")
    draft.set_value(AnswerKey("block", "want"), Value("rust"))
    assert view.cells[3].answer.editor.toPlainText() == "rust"


def test_writing_goes_on_in_the_first_empty_cell(draft: Draft, view: GridBlockView) -> None:
    draft.set_value(AnswerKey("block", "see"), Value("een tafel"))
    view.focus_first_empty()
    assert view.focusWidget() is view.cells[1].answer.editor


def test_every_cell_has_a_name(view: GridBlockView) -> None:
    assert_accessible(view)
    assert view.cells[2].answer.editor.accessibleName() == "Wat voel je?"

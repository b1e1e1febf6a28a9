# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Two lists: writing, going on, taking away, moving, and the closing question."""

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from logbook.core.entry import AnswerKey, Value
from logbook.core.exercise import BlockKind, ColumnsSettings, Field, Prompt
from logbook.ui.context import Context
from logbook.ui.exercise.blocks.columns import ColumnsBlockView
from logbook.ui.exercise.draft import Draft
from tests.ui.exercise.blocks.makers import make_block, make_draft, press, show, stored, write
from tests.ui.helpers import assert_accessible

BLOCK = make_block(
    BlockKind.COLUMNS,
    Prompt("", "Titel van het blok", field=Field.COLUMNS),
    settings=ColumnsSettings("Wat draagt", "Wat drukt", "Wat valt je op?", ("rust", "lawaai")),
)
KEY = AnswerKey("block")


@pytest.fixture
def draft(context: Context) -> Draft:
    return make_draft(context, BLOCK)


@pytest.fixture
def view(qtbot: QtBot, context: Context, draft: Draft) -> ColumnsBlockView:
    return show(qtbot, context, draft, BLOCK)


def lines(draft: Draft, side: str) -> list[str]:
    values = [draft.value(AnswerKey("block", "", row)) for row in draft.value(KEY).rows]
    return [value.text for value in values if value.side == side]


def write_left(view: ColumnsBlockView, *texts: str) -> None:
    for text in texts:
        write(view.field.lists["left"].edits[-1], text)


def test_a_line_is_kept_with_its_side_and_an_empty_one_follows(
    context: Context, draft: Draft, view: ColumnsBlockView
) -> None:
    write(view.field.lists["right"].edits[0], "huur")
    (row,) = stored(context, draft, KEY).rows
    assert draft.value(AnswerKey("block", "", row)) == Value("huur", side="right")
    assert [edit.text() for edit in view.field.lists["right"].edits] == ["huur", ""]


def test_enter_goes_on_below(draft: Draft, view: ColumnsBlockView) -> None:
    write_left(view, "een")
    press(view.field.lists["left"].edits[0], Qt.Key.Key_Return)
    assert view.focusWidget() is view.field.lists["left"].edits[1]
    write(view.focusWidget(), "twee")
    assert lines(draft, "left") == ["een", "twee"]


def test_tab_goes_through_both_lists_to_the_closing_question(
    qtbot: QtBot, view: ColumnsBlockView
) -> None:
    write_left(view, "een")
    left, right = view.field.lists["left"].edits, view.field.lists["right"].edits
    qtbot.waitUntil(left[1].isVisible)
    left[0].setFocus()
    for expected in (left[1], right[0], view.closing.editor):
        press(view.focusWidget(), Qt.Key.Key_Tab)
        assert view.focusWidget() is expected


def test_backspace_in_an_empty_line_takes_it_away(draft: Draft, view: ColumnsBlockView) -> None:
    write_left(view, "een", "x", "drie")
    edit = view.field.lists["left"].edits[1]
    press(edit, Qt.Key.Key_Backspace)
    press(edit, Qt.Key.Key_Backspace)
    assert lines(draft, "left") == ["een", "drie"]
    assert view.focusWidget() is view.field.lists["left"].edits[0]


def test_alt_with_an_arrow_moves_a_line(draft: Draft, view: ColumnsBlockView) -> None:
    write_left(view, "een", "twee")
    press(view.field.lists["left"].edits[1], Qt.Key.Key_Up, alt=True)
    assert lines(draft, "left") == ["twee", "een"]
    press(view.field.lists["left"].edits[0], Qt.Key.Key_Right, alt=True)
    assert (lines(draft, "left"), lines(draft, "right")) == (["een"], ["twee"])


def test_a_line_is_dragged_to_the_other_side(draft: Draft, view: ColumnsBlockView) -> None:
    write_left(view, "een", "twee")
    row = draft.value(KEY).rows[0]
    right = view.field.lists["right"]
    view.field.lists["left"].line_dropped.emit(row, right.mapToGlobal(QPoint(20, 4)))
    assert (lines(draft, "left"), lines(draft, "right")) == (["twee"], ["een"])


def test_filling_shows_the_lines_in_order(draft: Draft, view: ColumnsBlockView) -> None:
    draft.set_value(AnswerKey("block", "", "a"), Value("kinderen", side="left"))
    draft.set_value(AnswerKey("block", "", "b"), Value("zus", side="left"))
    draft.set_value(KEY, Value(rows=("b", "a")))
    assert [edit.text() for edit in view.field.lists["left"].edits] == ["zus", "kinderen", ""]


def test_the_closing_answer_stands_with_the_block(draft: Draft, view: ColumnsBlockView) -> None:
    write_left(view, "een")
    write(view.closing.editor, "veel")
    assert draft.value(KEY).text == "veel"
    assert lines(draft, "left") == ["een"]
    assert view.closing.editor.accessibleName() == "Wat valt je op?"


def test_every_line_has_a_name(view: ColumnsBlockView) -> None:
    write_left(view, "een")
    assert_accessible(view)
    names = [edit.accessibleName() for edit in view.field.lists["left"].edits]
    assert names == ["Wat draagt Regel 1", "Wat draagt Regel 2"]


def test_leaving_a_line_makes_it_durable(draft: Draft, view: ColumnsBlockView) -> None:
    first = view.field.lists["left"].edits[0]
    first.setFocus()
    write(first, "een")
    assert draft.pending
    view.closing.setFocus()
    assert not draft.pending

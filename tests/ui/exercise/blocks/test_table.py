# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The table: rows to write in, add, take away, put back and move; least and most."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from logbook.core.entry import AnswerKey, Value
from logbook.core.exercise import BlockKind, Field, Prompt, TableSettings
from logbook.ui.context import Context
from logbook.ui.exercise.blocks.table import TableField
from logbook.ui.exercise.draft import Draft
from tests.ui.exercise.blocks.makers import make_block, make_draft, press, show, stored, write
from tests.ui.helpers import assert_accessible

BLOCK = make_block(
    BlockKind.TABLE,
    Prompt("", "Titel van het blok", field=Field.TABLE),
    settings=TableSettings(("Moment", "Wat ik deed"), ("maandag", "ik vroeg door"), 2, 4),
)
KEY = AnswerKey("block")


@pytest.fixture
def draft(context: Context) -> Draft:
    return make_draft(context, BLOCK)


@pytest.fixture
def field(qtbot: QtBot, context: Context, draft: Draft) -> TableField:
    return show(qtbot, context, draft, BLOCK).findChild(TableField)


def cells(draft: Draft) -> list[tuple[str, ...]]:
    return [draft.value(AnswerKey("block", "", row)).cells for row in draft.value(KEY).rows]


def fill(field: TableField, *firsts: str) -> None:
    for place, text in enumerate(firsts):
        write(field.rows[place].edits[0], text)


def test_the_least_number_of_rows_is_there_and_nothing_is_kept_of_them(
    draft: Draft, field: TableField
) -> None:
    assert len(field.rows) == 2
    assert not draft.pending


def test_cells_are_kept_in_their_row(context: Context, draft: Draft, field: TableField) -> None:
    write(field.rows[0].edits[0], "gisteren")
    write(field.rows[0].edits[1], "gewacht")
    (row,) = stored(context, draft, KEY).rows
    assert draft.value(AnswerKey("block", "", row)) == Value(cells=("gisteren", "gewacht"))


def test_a_row_below_an_empty_one_stays_there(draft: Draft, field: TableField) -> None:
    write(field.rows[1].edits[0], "later")
    field.add.click()
    assert [row.cells()[0] for row in field.rows] == ["", "later", ""]


def test_rows_are_added_up_to_the_most(draft: Draft, field: TableField) -> None:
    field.add.click()
    field.add.click()
    assert len(field.rows) == 4
    assert not field.add.isEnabled()
    assert "4 rijen" in field.full.text()


def test_enter_in_the_last_cell_goes_on_in_a_new_row(field: TableField) -> None:
    press(field.rows[1].edits[1], Qt.Key.Key_Return)
    assert len(field.rows) == 3
    assert field.window().focusWidget() is field.rows[2].edits[0]


def test_a_row_is_taken_away_and_can_come_back(draft: Draft, field: TableField) -> None:
    fill(field, "een", "twee")
    field.rows[0].remove.click()
    assert cells(draft) == [("twee", "")]
    field.put_back.click()
    assert cells(draft) == [("een", ""), ("twee", "")]
    assert [row.cells()[0] for row in field.rows] == ["een", "twee"]


def test_alt_with_an_arrow_moves_a_row(draft: Draft, field: TableField) -> None:
    fill(field, "een", "twee")
    field.rows[0].edits[1].setFocus()
    press(field.rows[0].edits[1], Qt.Key.Key_Down, alt=True)
    assert cells(draft) == [("twee", ""), ("een", "")]
    assert field.window().focusWidget() is field.rows[1].edits[1]


def test_a_row_is_dragged(draft: Draft, field: TableField) -> None:
    fill(field, "een", "twee")
    below = field.rows[1].mapToGlobal(field.rows[1].rect().bottomLeft())
    field.rows[0].dropped.emit(below)
    assert cells(draft) == [("twee", ""), ("een", "")]


def test_filling_shows_the_rows(draft: Draft, field: TableField) -> None:
    draft.set_value(AnswerKey("block", "", "r"), Value(cells=("toen", "stil")))
    draft.set_value(KEY, Value(rows=("r",)))
    assert field.rows[0].cells() == ("toen", "stil")
    assert len(field.rows) == 2


def test_arrow_keys_go_to_the_row_below(field: TableField) -> None:
    press(field.rows[0].edits[1], Qt.Key.Key_Down)
    assert field.window().focusWidget() is field.rows[1].edits[1]


def test_cells_and_buttons_have_names(field: TableField) -> None:
    assert_accessible(field)
    assert field.rows[1].edits[0].accessibleName() == "Moment · rij 2"
    assert field.rows[1].remove.accessibleName() == "Rij 2 weghalen"


def test_on_a_narrow_page_each_cell_has_the_title_of_its_column(
    qtbot: QtBot, context: Context, draft: Draft
) -> None:
    field = show(qtbot, context, draft, BLOCK, width=250).findChild(TableField)
    row = field.rows[0]
    assert row.edits[1].mapTo(row, row.edits[1].rect().topLeft()).y() > row.edits[0].height()

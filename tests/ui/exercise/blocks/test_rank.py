# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""An order: nothing is kept unmade; moving with keys, buttons and mouse; what comes and goes."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from logbook.core.entry import OWN_ITEM, AnswerKey, Value
from logbook.core.exercise import BlockKind, ChoiceSettings, Field, OfSettings, Prompt
from logbook.ui.context import Context
from logbook.ui.exercise.blocks.rank import RankBlockView, merged_order, order_to_keep
from logbook.ui.exercise.draft import Draft
from logbook.ui.exercise.step_column import StepColumn
from tests.ui.exercise.blocks.makers import (
    CARDS,
    make_block,
    make_draft,
    options,
    press,
    show,
    stored,
    write,
)
from tests.ui.helpers import assert_accessible

OWN = make_block(
    BlockKind.RANK,
    Prompt("", "Titel van het blok", field=Field.RANK, options=options("Aap", "Beer", "Cel")),
    settings=OfSettings(""),
)
OF_CARDS = make_block(
    BlockKind.RANK, Prompt("", "Volgorde", field=Field.RANK), settings=OfSettings("cards")
)
CHOICE = replace(
    make_block(
        BlockKind.CHOICE,
        Prompt("", "Kies", field=Field.CHOICE, options=options("Rust", "Zorg", "Moed")),
        settings=ChoiceSettings(0, own=True),
    ),
    id="choice",
)
OF_CHOICE = replace(OF_CARDS, settings=OfSettings("choice"))
KEY = AnswerKey("block")
CHOSEN = AnswerKey("cards")


@pytest.fixture
def draft(context: Context) -> Draft:
    return make_draft(context, OWN)


@pytest.fixture
def view(qtbot: QtBot, context: Context, draft: Draft) -> RankBlockView:
    return show(qtbot, context, draft, OWN)


def names(view: RankBlockView) -> list[str]:
    return [row.face.title for row in view.field.rows.rows]


def test_an_order_that_nobody_made_is_no_answer(draft: Draft, view: RankBlockView) -> None:
    assert names(view) == ["Aap", "Beer", "Cel"]
    assert draft.value(KEY).is_empty
    assert not view.field.explanation.isVisible()
    assert view.field.leave.isVisible()


def test_leaving_it_so_keeps_the_order_and_asks_why(
    context: Context, draft: Draft, view: RankBlockView
) -> None:
    view.field.leave.click()
    assert stored(context, draft, KEY) == Value(options=("a", "b", "c"))
    assert view.field.why.text() == "Waarom staat ‘Aap’ bovenaan?"
    assert view.field.explanation.editor.hasFocus()
    write(view.focusWidget(), "daarom")
    assert draft.value(KEY) == Value("daarom", options=("a", "b", "c"))


def test_an_order_can_be_taken_back(draft: Draft, view: RankBlockView) -> None:
    view.field.leave.click()
    view.field.clear.click()
    assert draft.value(KEY).is_empty
    assert view.field.leave.isVisible()
    assert view.focusWidget() in view.field.rows.rows


def test_alt_with_an_arrow_moves_a_row_and_keeps_the_keyboard(
    draft: Draft, view: RankBlockView
) -> None:
    view.focus_first_empty()
    row = view.field.rows.rows[0]
    assert view.focusWidget() is row
    press(row, Qt.Key.Key_Down, alt=True)
    assert draft.value(KEY).options == ("b", "a", "c")
    assert view.focusWidget() is row
    assert row.accessibleName() == "Aap, 2 van 3"
    press(row, Qt.Key.Key_Up, alt=True)
    press(row, Qt.Key.Key_Up, alt=True)
    assert draft.value(KEY).options == ("a", "b", "c")


def test_arrows_walk_over_the_rows(view: RankBlockView) -> None:
    view.focus_first_empty()
    press(view.focusWidget(), Qt.Key.Key_Down)
    assert view.focusWidget() is view.field.rows.rows[1]


def test_buttons_move_a_row(draft: Draft, view: RankBlockView) -> None:
    first, second, last = view.field.rows.rows
    assert not first.up.isEnabled()
    assert not last.down.isEnabled()
    second.up.click()
    assert draft.value(KEY).options == ("b", "a", "c")
    assert names(view) == ["Beer", "Aap", "Cel"]


def test_a_row_is_dragged_to_its_place(draft: Draft, view: RankBlockView) -> None:
    first, _, last = view.field.rows.rows
    left = Qt.MouseButton.LeftButton
    QTest.mousePress(first, left, pos=QPoint(120, 8))
    QTest.mouseMove(first, first.mapFromGlobal(last.mapToGlobal(QPoint(120, 4))))
    QTest.mouseMove(first, first.mapFromGlobal(last.mapToGlobal(QPoint(120, 10))))
    target = first.mapFromGlobal(last.mapToGlobal(QPoint(120, 10)))
    QTest.mouseRelease(first, left, pos=target)
    assert draft.value(KEY).options == ("b", "c", "a")


def test_a_press_without_moving_changes_nothing(draft: Draft, view: RankBlockView) -> None:
    QTest.mouseClick(view.field.rows.rows[1], Qt.MouseButton.LeftButton)
    assert draft.value(KEY).is_empty


def test_chosen_cards_are_put_in_order_by_their_titles(qtbot: QtBot, context: Context) -> None:
    draft = make_draft(context, CARDS, OF_CARDS)
    view = show(qtbot, context, draft, OF_CARDS)
    assert view.nothing.isVisible()
    assert not view.field.isVisible()
    draft.set_value(CHOSEN, Value(cards=("beelden/brug", "beelden/nest")))
    assert not view.nothing.isVisible()
    assert names(view) == ["Brug", "Nest"]
    view.field.rows.rows[1].up.click()
    assert stored(context, draft, KEY) == Value(cards=("beelden/nest", "beelden/brug"))


def test_what_is_new_comes_last_and_what_was_put_away_keeps_its_place(
    qtbot: QtBot, context: Context
) -> None:
    draft = make_draft(context, CARDS, OF_CARDS)
    view = show(qtbot, context, draft, OF_CARDS)
    draft.set_value(CHOSEN, Value(cards=("beelden/brug", "beelden/nest", "beelden/anker")))
    view.field.leave.click()
    draft.set_value(CHOSEN, Value(cards=("beelden/anker", "beelden/nest", "beelden/kompas")))
    assert names(view) == ["Nest", "Anker", "Kompas"]
    view.field.rows.rows[2].up.click()
    assert names(view) == ["Nest", "Kompas", "Anker"]
    draft.set_value(CHOSEN, Value(cards=("beelden/brug", "beelden/nest", "beelden/kompas")))
    assert names(view) == ["Brug", "Nest", "Kompas"]


def test_chosen_options_are_kept_as_options_with_own_words_among_them(
    qtbot: QtBot, context: Context
) -> None:
    draft = make_draft(context, CHOICE, OF_CHOICE)
    view = show(qtbot, context, draft, OF_CHOICE)
    draft.set_value(AnswerKey("choice"), Value(options=("m", "r"), own="stilte"))
    assert names(view) == ["Moed", "Rust", "stilte"]
    view.field.leave.click()
    assert draft.value(KEY) == Value(options=("m", "r", OWN_ITEM))


def test_opening_again_shows_the_same(qtbot: QtBot, context: Context, draft: Draft) -> None:
    draft.set_value(KEY, Value("want zo", options=("c", "a", "b")))
    view = show(qtbot, context, draft, OWN)
    assert names(view) == ["Cel", "Aap", "Beer"]
    assert view.field.explanation.editor.toPlainText() == "want zo"
    assert not view.field.leave.isVisible()


def test_every_row_says_its_place(view: RankBlockView) -> None:
    assert_accessible(view)
    said = [row.accessibleName() for row in view.field.rows.rows]
    assert said == ["Aap, 1 van 3", "Beer, 2 van 3", "Cel, 3 van 3"]
    assert view.field.rows.rows[1].up.accessibleName() == "Beer naar boven"


def test_orders_are_merged_and_kept_purely() -> None:
    assert merged_order(("c", "x", "a"), ("a", "b", "c")) == ("c", "a", "b")
    assert order_to_keep(("c", "a"), ("x", "a", "c")) == ("x", "c", "a")


def test_what_was_chosen_after_the_order_waits_for_its_place(
    qtbot: QtBot, context: Context
) -> None:
    draft = make_draft(context, CHOICE, OF_CHOICE)
    draft.set_value(AnswerKey("choice"), Value(options=("m", "r")))
    draft.set_value(KEY, Value(options=("r", "m")))
    view = show(qtbot, context, draft, OF_CHOICE)
    assert not view.field.leave.isVisible()
    draft.set_value(AnswerKey("choice"), Value(options=("m", "r"), own="stilte"))
    assert names(view) == ["Rust", "Moed", "stilte"]
    assert "‘stilte’ heeft nog geen plaats" in view.field.state.text()
    assert draft.value(KEY) == Value(options=("r", "m"))
    view.field.leave.click()
    assert draft.value(KEY) == Value(options=("r", "m", OWN_ITEM))
    assert not view.field.state.isVisible()


def test_tab_goes_from_a_row_to_what_stands_below_the_list(qtbot: QtBot, context: Context) -> None:
    draft = make_draft(context, CHOICE, OF_CHOICE)
    draft.set_value(AnswerKey("choice"), Value(options=("m", "r")))
    draft.set_value(KEY, Value(options=("r", "m")))
    column = StepColumn(context, draft, draft.exercise)
    qtbot.addWidget(column)
    column.go_to_block("block")
    draft.set_value(AnswerKey("choice"), Value(options=("m", "r"), own="stilte"))
    column.show()
    column.activateWindow()
    qtbot.waitUntil(column.isActiveWindow)
    column.focus_first_empty()
    names = []
    for _ in range(10):
        widget = QApplication.focusWidget()
        assert widget is not None
        names.append(widget.accessibleName() or widget.text())
        QTest.keyClick(widget, Qt.Key.Key_Tab)
    below = {"Zo laten", "Geen volgorde", "Waarom staat ‘Rust’ bovenaan?"}
    assert names[0] == "Rust, 1 van 3"
    assert set(names[1:4]) == below

# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The whole step of cards: choosing, words for each card, order, putting back, own set."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from logbook.core.entry import AnswerKey, Value
from logbook.core.exercise import BlockKind, CardSettings, Prompt
from logbook.settings import StepMode
from logbook.ui.context import Context
from logbook.ui.editor.markdown_editor import MarkdownEditor
from logbook.ui.exercise.blocks.cards import CardsBlockView
from logbook.ui.exercise.draft import Draft
from logbook.ui.exercise.step_column import StepColumn
from tests.ui.exercise.blocks.makers import (
    CARDS,
    FOUR,
    make_block,
    make_draft,
    press,
    show,
    stored,
    write,
)
from tests.ui.helpers import assert_accessible

KEY = AnswerKey("cards")
NEST = AnswerKey("cards", "reason", "beelden/nest")


@pytest.fixture
def draft(context: Context) -> Draft:
    return make_draft(context, CARDS)


@pytest.fixture
def view(qtbot: QtBot, context: Context, draft: Draft) -> CardsBlockView:
    return show(qtbot, context, draft, CARDS)


def choose(view: CardsBlockView, *cards: str) -> None:
    for ref in cards:
        view.table.grid.tile(ref).click()


def fields(view: CardsBlockView) -> dict[str, MarkdownEditor]:
    return {
        each.accessibleName(): each
        for each in view.findChildren(MarkdownEditor)
        if each.isVisible()
    }


def test_a_choice_is_kept_at_once(context: Context, draft: Draft, view: CardsBlockView) -> None:
    choose(view, "beelden/nest", "beelden/brug")
    chosen = Value(cards=("beelden/nest", "beelden/brug"))
    assert stored(context, draft, KEY) == chosen


def test_after_choosing_each_card_has_its_questions(draft: Draft, view: CardsBlockView) -> None:
    choose(view, *FOUR)
    view.go_on.click()
    assert not view.table.isVisible()
    write(fields(view)["Brug: Voor welke drijfveer?"], "verbinden")
    assert draft.value(AnswerKey("cards", "drive", "beelden/brug")) == Value("verbinden")
    assert "verbinden" in view.items.strip.tile("beelden/brug").accessibleName()


def test_a_full_choice_opens_at_the_questions(qtbot: QtBot, context: Context, draft: Draft) -> None:
    draft.set_value(KEY, Value(cards=FOUR))
    view = show(qtbot, context, draft, CARDS)
    assert not view.table.isVisible()
    assert not view.wishes_width()
    view.choose_again.click()
    assert view.table.isVisible()
    assert view.wishes_width()


def test_going_to_the_next_card_by_button_and_key(draft: Draft, view: CardsBlockView) -> None:
    choose(view, *FOUR)
    view.go_on.click()
    view.items.forward.click()
    assert view.items.current == "beelden/nest"
    view.items.strip.focus_tile("beelden/nest")
    press(view.items.strip.tile("beelden/nest"), Qt.Key.Key_Right)
    assert view.items.current == "beelden/kompas"
    assert list(fields(view)) == ["Kompas: Voor welke drijfveer?", "Kompas: Waarom deze kaart?"]


def test_a_key_of_its_own_goes_to_the_next_card(view: CardsBlockView) -> None:
    choose(view, *FOUR)
    view.go_on.click()
    field = fields(view)["Brug: Waarom deze kaart?"]
    field.setFocus()
    keys = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(field, Qt.Key.Key_PageDown, keys)
    assert view.items.current == "beelden/nest"
    QTest.keyClick(view.focusWidget(), Qt.Key.Key_PageUp, keys)
    assert view.items.current == "beelden/brug"


def test_pressing_a_card_leads_to_its_first_empty_field(view: CardsBlockView) -> None:
    choose(view, *FOUR)
    view.go_on.click()
    view.items.strip.tile("beelden/nest").click()
    assert view.focusWidget() is fields(view)["Nest: Voor welke drijfveer?"]


def test_putting_a_card_back_keeps_its_words_and_says_so(
    qtbot: QtBot, draft: Draft, view: CardsBlockView
) -> None:
    choose(view, *FOUR)
    draft.set_value(NEST, Value("warm"))
    with qtbot.waitSignal(view.notice) as said:
        choose(view, "beelden/nest")
    assert said.args[0].startswith("Wat je bij ‘Nest’ schreef is bewaard.")
    assert draft.value(NEST) == Value("warm")


def test_choosing_a_card_again_brings_its_words_back(draft: Draft, view: CardsBlockView) -> None:
    choose(view, "beelden/nest")
    draft.set_value(NEST, Value("warm"))
    choose(view, "beelden/nest", "beelden/brug", "beelden/nest")
    view.go_on.click()
    view.items.go_to("beelden/nest")
    assert fields(view)["Nest: Waarom deze kaart?"].text() == "warm"


def test_reordering_keeps_the_answers(draft: Draft, view: CardsBlockView) -> None:
    choose(view, *FOUR)
    draft.set_value(NEST, Value("warm"))
    view.go_on.click()
    view.items.strip.focus_tile("beelden/nest")
    press(view.items.strip.tile("beelden/nest"), Qt.Key.Key_Left, alt=True)
    assert draft.value(KEY).cards[:2] == ("beelden/nest", "beelden/brug")
    assert draft.value(NEST) == Value("warm")
    assert [tile.face.title for tile in view.items.strip.tiles][:2] == ["Nest", "Brug"]


def test_one_question_at_a_time(draft: Draft, view: CardsBlockView) -> None:
    choose(view, *FOUR)
    assert view.prompt_ids() == ("", "drive", "reason")
    view.show_only("reason")
    assert list(fields(view)) == ["Brug: Waarom deze kaart?"]
    view.show_only("")
    assert view.table.isVisible()
    assert fields(view) == {}


def test_an_own_set_needs_no_pictures(draft: Draft, view: CardsBlockView) -> None:
    view.table.bar.own_set.click()
    edits = view.table.paper.edits
    write(edits["paper/1"], "een boot")
    write(edits["paper/3"], "mist")
    assert draft.value(KEY).cards == ("paper/1", "paper/3")
    assert draft.value(AnswerKey("cards", "", "paper/3")) == Value("mist")
    view.table.go_on.click()
    assert "een boot: Voor welke drijfveer?" in fields(view)


def test_clearing_an_own_card_puts_it_back(draft: Draft, view: CardsBlockView) -> None:
    view.table.bar.own_set.click()
    edit = view.table.paper.edits["paper/1"]
    write(edit, "x")
    press(edit, Qt.Key.Key_Backspace)
    assert draft.value(KEY).cards == ()


def test_an_own_set_is_shown_again(qtbot: QtBot, context: Context, draft: Draft) -> None:
    draft.set_value(AnswerKey("cards", "", "paper/1"), Value("een boot"))
    draft.set_value(KEY, Value(cards=("paper/1",)))
    view = show(qtbot, context, draft, CARDS)
    assert view.table.bar.own_set.isChecked()
    assert view.table.paper.edits["paper/1"].text() == "een boot"
    assert draft.value(KEY).cards == ("paper/1",)


def test_filling_leaves_nothing_pending(qtbot: QtBot, context: Context, draft: Draft) -> None:
    draft.set_value(KEY, Value(cards=FOUR))
    assert draft.flush()
    show(qtbot, context, draft, CARDS)
    assert not draft.pending


def test_table_and_questions_are_named(view: CardsBlockView) -> None:
    assert_accessible(view)
    choose(view, *FOUR)
    view.go_on.click()
    assert_accessible(view)


def test_a_card_of_a_lost_deck_keeps_its_words(
    qtbot: QtBot, context: Context, draft: Draft
) -> None:
    lost = "weg/oude-kaart"
    draft.set_value(AnswerKey("cards", "reason", lost), Value("van toen"))
    draft.set_value(KEY, Value(cards=(lost, *FOUR[:3])))
    view = show(qtbot, context, draft, CARDS)
    assert fields(view)["Oude kaart: Waarom deze kaart?"].text() == "van toen"


def test_tab_goes_from_the_cards_through_the_questions(view: CardsBlockView) -> None:
    choose(view, *FOUR)
    view.go_on.click()
    names, widget = [], view.items.strip.tiles[0]
    while widget is not view.choose_again:
        widget = widget.nextInFocusChain()
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            names.append(widget.accessibleName() or widget.text())
    assert names == [
        "Brug: Voor welke drijfveer?",
        "Brug: Waarom deze kaart?",
        "Volgende kaart",
        "Andere kaarten kiezen",
    ]


@pytest.mark.parametrize(("chosen", "step"), [(FOUR, "cards"), ((), "block")])
def test_going_on_passes_the_questions_about_the_chosen_cards(
    qtbot: QtBot, context: Context, chosen: tuple[str, ...], step: str
) -> None:
    after = make_block(BlockKind.TEXT, Prompt("", "En dan?"))
    draft = make_draft(context, CARDS, after)
    assert draft.exercise is not None
    column = StepColumn(context, draft, draft.exercise)
    column.set_mode(StepMode.STEP)
    qtbot.addWidget(column)
    column.show()
    draft.set_value(KEY, Value(cards=chosen))
    assert column.go_on()
    assert column.block_id == step
    if chosen:
        view = column.view("cards")
        assert isinstance(view, CardsBlockView)
        assert fields(view)["Brug: Waarom deze kaart?"]
        assert column.go_on()
        assert column.block_id == "block"


def test_of_one_card_is_spoken_as_one(qtbot: QtBot, context: Context) -> None:
    one = replace(CARDS, settings=CardSettings(("beelden",), 1, 1))
    view = show(qtbot, context, make_draft(context, one), one)
    said = (view.go_on.text(), view.table.go_on.text(), view.choose_again.text())
    assert said == ("Verder met deze kaart", "Verder met deze kaart", "Andere kaart kiezen")

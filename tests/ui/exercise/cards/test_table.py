# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The card table: choosing by mouse, keys and list; the limit; order; decks; looking large."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from logbook.ui.context import Context
from logbook.ui.exercise.cards.choice import CardChoice
from logbook.ui.exercise.cards.large import LargeCardDialog
from logbook.ui.exercise.cards.table import CardTable
from tests.ui.exercise.blocks.makers import FOUR, press
from tests.ui.helpers import assert_accessible


def open_table(qtbot: QtBot, context: Context, *cards: str) -> CardTable:
    decks = context.services.content.library().decks
    table = CardTable(
        context.theme,
        context.preferences,
        [decks["beelden"], decks["drijfveren"]],
        CardChoice(cards, 4, 4),
    )
    qtbot.addWidget(table)
    table.resize(900, 1600)
    table.show()
    qtbot.waitExposed(table)
    return table


@pytest.fixture
def table(qtbot: QtBot, context: Context) -> CardTable:
    return open_table(qtbot, context)


@pytest.fixture
def full(qtbot: QtBot, context: Context) -> CardTable:
    return open_table(qtbot, context, *FOUR)


def click(table: CardTable, ref: str) -> None:
    QTest.mouseClick(table.grid.tile(ref), Qt.MouseButton.LeftButton)


def test_pressing_cards_chooses_them_in_order(qtbot: QtBot, table: CardTable) -> None:
    with qtbot.waitSignal(table.choice_changed) as told:
        click(table, "beelden/nest")
    assert told.args[0].cards == ("beelden/nest",)
    click(table, "beelden/brug")
    assert table.choice.cards == ("beelden/nest", "beelden/brug")
    assert table.counter.text() == "2 van 4 gekozen"
    assert table.grid.tile("beelden/brug").rank == 2


def test_a_second_press_puts_a_card_back(full: CardTable) -> None:
    click(full, "beelden/nest")
    assert full.choice.cards == ("beelden/brug", "beelden/kompas", "beelden/anker")


def test_one_too_many_asks_which_to_put_back_and_replaces_nothing(full: CardTable) -> None:
    click(full, "beelden/rivier")
    assert full.choice.cards == FOUR
    assert not full.grid.tile("beelden/rivier").isChecked()
    assert full.limit.isVisible()
    assert full.limit.label.text() == (
        "Je hebt al vier kaarten gekozen. Wil je ‘Rivier’ erbij, leg dan eerst een andere terug."
    )


def test_the_named_card_makes_room_in_its_own_place(full: CardTable) -> None:
    click(full, "beelden/rivier")
    full.limit.buttons[1].click()
    assert full.choice.cards == (
        "beelden/brug", "beelden/rivier", "beelden/kompas", "beelden/anker",
    )  # fmt: skip
    assert not full.limit.isVisible()


def test_keys_walk_choose_and_enlarge(table: CardTable) -> None:
    first, second = table.grid.tiles[0], table.grid.tiles[1]
    table.focus_cards()
    press(first, Qt.Key.Key_Right)
    assert table.window().focusWidget() is second
    press(second, Qt.Key.Key_Space)
    assert table.choice.cards == (second.face.ref,)
    press(second, Qt.Key.Key_Return)
    dialog = table.findChild(LargeCardDialog)
    assert dialog.ref == second.face.ref
    dialog.accept()


def test_arrow_down_goes_one_row_down_and_end_to_the_last(table: CardTable) -> None:
    table.focus_cards()
    press(table.grid.tiles[0], Qt.Key.Key_Down)
    below = table.window().focusWidget()
    assert below.x() == table.grid.tiles[0].x()
    assert below.y() > table.grid.tiles[0].y()
    press(below, Qt.Key.Key_End)
    assert table.window().focusWidget() is table.grid.tiles[-1]


def test_alt_with_an_arrow_changes_the_order(full: CardTable) -> None:
    full.grid.focus_tile("beelden/kompas")
    press(full.grid.tile("beelden/kompas"), Qt.Key.Key_Left, alt=True)
    assert full.choice.cards == (
        "beelden/brug", "beelden/kompas", "beelden/nest", "beelden/anker",
    )  # fmt: skip


def test_a_chosen_card_is_dragged_to_the_place_of_another(full: CardTable) -> None:
    dragged, target = full.grid.tile("beelden/anker"), full.grid.tile("beelden/brug")
    middle = dragged.rect().center()
    there = dragged.mapFromGlobal(target.mapToGlobal(target.rect().center()))
    QTest.mousePress(dragged, Qt.MouseButton.LeftButton, pos=middle)
    QTest.mouseMove(dragged, middle + QPoint(40, 0))
    QTest.mouseMove(dragged, there)
    QTest.mouseRelease(dragged, Qt.MouseButton.LeftButton, pos=there)
    assert full.choice.cards[0] == "beelden/anker"
    assert len(full.choice.cards) == 4


def test_a_double_press_enlarges_and_leaves_the_choice(table: CardTable) -> None:
    tile = table.grid.tile("beelden/nest")
    QTest.mouseClick(tile, Qt.MouseButton.LeftButton)
    QTest.mouseDClick(tile, Qt.MouseButton.LeftButton)
    assert table.choice.cards == ()
    dialog = table.findChild(LargeCardDialog)
    assert dialog.ref == "beelden/nest"
    dialog.accept()


def test_a_card_is_chosen_in_the_large_view(table: CardTable) -> None:
    table.bar.look_large.click()
    dialog = table.findChild(LargeCardDialog)
    press(dialog, Qt.Key.Key_Right)
    dialog.choose.click()
    assert table.choice.cards == (table.grid.tiles[1].face.ref,)
    assert dialog.choose.text() == "Leg deze kaart terug"
    assert_accessible(dialog)
    dialog.accept()


def test_the_other_deck_is_shown_and_the_choice_stays(full: CardTable) -> None:
    full.bar.deck_box.setCurrentIndex(1)
    full.bar.deck_box.activated.emit(1)
    assert full.grid.tiles[0].face.ref.startswith("drijfveren/")
    assert full.choice.cards == FOUR
    assert full.bar.deck_box.itemText(1).startswith("Kaartset: Drijfveren (")


def test_shuffling_changes_the_view_only(full: CardTable) -> None:
    before = [tile.face.ref for tile in full.grid.tiles]
    full.bar.shuffle.click()
    after = [tile.face.ref for tile in full.grid.tiles]
    assert sorted(before) == sorted(after)
    assert before != after
    assert full.choice.cards == FOUR


def test_the_list_holds_every_card_and_is_remembered(full: CardTable, context: Context) -> None:
    full.bar.as_list.click()
    assert context.preferences.settings.cards_as_list
    boxes = full.list.boxes
    assert len(boxes) == len(context.services.content.library().decks["beelden"].cards)
    assert boxes[0].isChecked()
    assert not full.grid.isVisible()
    assert_accessible(full)


def test_the_list_is_walked_and_chosen_from_with_keys(table: CardTable) -> None:
    table.bar.as_list.click()
    first, second = table.list.boxes[:2]
    first.setFocus()
    press(first, Qt.Key.Key_Down)
    press(second, Qt.Key.Key_Space)
    assert table.choice.cards == ("beelden/wortels",)
    assert "gekozen als 1e" in second.text()
    press(second, Qt.Key.Key_Space)
    assert table.choice.cards == ()


def test_the_list_moves_a_card_in_the_order(full: CardTable) -> None:
    full.bar.as_list.click()
    box = next(box for box in full.list.boxes if box.text().startswith("Nest"))
    box.setFocus()
    press(box, Qt.Key.Key_Up, alt=True)
    assert full.choice.cards[:2] == ("beelden/nest", "beelden/brug")


def test_a_card_says_title_description_and_its_place(full: CardTable) -> None:
    name = full.grid.tile("beelden/nest").accessibleName()
    assert name.startswith("Nest. Een nest op een tak")
    assert name.endswith("Gekozen als 2e")
    assert_accessible(full)


def test_one_card_is_reached_with_tab(full: CardTable) -> None:
    strong = Qt.FocusPolicy.StrongFocus
    assert [tile.focusPolicy() for tile in full.grid.tiles].count(strong) == 1

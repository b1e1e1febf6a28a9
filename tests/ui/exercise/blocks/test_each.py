# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Earlier choices in view: questions for each, and card and words side by side."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from logbook.core.entry import OWN_ITEM, AnswerKey, Value
from logbook.core.exercise import (
    Block,
    BlockKind,
    ChoiceSettings,
    Field,
    OfSettings,
    Prompt,
)
from logbook.ui.context import Context
from logbook.ui.editor.markdown_editor import MarkdownEditor
from logbook.ui.exercise.draft import Draft
from logbook.ui.exercise.step_column import StepColumn
from tests.ui.exercise.blocks.makers import (
    CARDS,
    FOUR,
    make_block,
    make_draft,
    options,
    show,
    stored,
    write,
)
from tests.ui.helpers import assert_accessible

EACH = make_block(
    BlockKind.EACH, Prompt("see", "Wat zie je?", per_item=True), settings=OfSettings("cards")
)
BESIDE = make_block(
    BlockKind.BESIDE, Prompt("", "Leg naast elkaar", per_item=True), settings=OfSettings("cards")
)
PICK = Block(
    "pick",
    BlockKind.CHOICE,
    "Kies",
    "",
    (Prompt("", "Kies", field=Field.CHOICE, options=options("Aap", "Beer")),),
    ChoiceSettings(0, own=False),
)
OF_PICK = make_block(
    BlockKind.EACH, Prompt("see", "Wat zie je?", per_item=True), settings=OfSettings("pick")
)


@pytest.fixture
def draft(context: Context) -> Draft:
    made = make_draft(context, CARDS, EACH)
    made.set_value(AnswerKey("cards"), Value(cards=FOUR))
    return made


def visible(view) -> dict[str, MarkdownEditor]:
    found = view.findChildren(MarkdownEditor)
    return {each.accessibleName(): each for each in found if each.isVisible()}


def test_an_answer_belongs_to_its_card(qtbot: QtBot, context: Context, draft: Draft) -> None:
    view = show(qtbot, context, draft, EACH)
    view.items.go_to("beelden/kompas")
    write(visible(view)["Kompas: Wat zie je?"], "richting")
    key = AnswerKey("block", "see", "beelden/kompas")
    assert stored(context, draft, key) == Value("richting")


def test_the_keyboard_goes_to_the_first_card_without_an_answer(
    qtbot: QtBot, context: Context, draft: Draft
) -> None:
    draft.set_value(AnswerKey("block", "see", "beelden/brug"), Value("water"))
    view = show(qtbot, context, draft, EACH)
    view.focus_first_empty()
    assert view.items.current == "beelden/nest"
    assert view.focusWidget() is visible(view)["Nest: Wat zie je?"]


def test_on_a_narrow_page_all_cards_stand_below_each_other(
    qtbot: QtBot, context: Context, draft: Draft
) -> None:
    view = show(qtbot, context, draft, EACH, width=360)
    assert len(visible(view)) == 4
    assert not view.items.strip.isVisible()


def test_a_later_choice_and_order_are_followed(
    qtbot: QtBot, context: Context, draft: Draft
) -> None:
    view = show(qtbot, context, draft, EACH)
    draft.set_value(AnswerKey("cards"), Value(cards=("beelden/anker", "beelden/brug")))
    assert [tile.face.title for tile in view.items.strip.tiles] == ["Anker", "Brug"]


def test_nothing_chosen_yet_is_said(qtbot: QtBot, context: Context) -> None:
    draft = make_draft(context, CARDS, EACH)
    view = show(qtbot, context, draft, EACH)
    assert view.nothing.isVisible()
    assert "‘Kies vier kaarten’" in view.nothing.text()
    draft.set_value(AnswerKey("cards"), Value(cards=FOUR))
    assert not view.nothing.isVisible()
    assert_accessible(view)


def test_chosen_options_are_asked_about_too(qtbot: QtBot, context: Context) -> None:
    draft = make_draft(context, PICK, OF_PICK)
    draft.set_value(AnswerKey("pick"), Value(options=("b",)))
    view = show(qtbot, context, draft, OF_PICK)
    write(visible(view)["Beer: Wat zie je?"], "kracht")
    assert draft.value(AnswerKey("block", "see", "b")) == Value("kracht")


def test_card_and_words_stand_side_by_side_and_follow(
    qtbot: QtBot, context: Context, draft: Draft
) -> None:
    view = show(qtbot, context, draft, BESIDE)
    draft.set_value(AnswerKey("cards", "drive", "beelden/brug"), Value("verbinden"))

    def texts() -> list[str]:
        return [label.text() for label in view.findChildren(QLabel) if label.isVisible()]

    qtbot.waitUntil(lambda: "verbinden" in texts())
    assert "Voor welke drijfveer?" in texts()


def test_a_remark_beside_a_card_is_kept(qtbot: QtBot, context: Context, draft: Draft) -> None:
    view = show(qtbot, context, draft, BESIDE)
    write(visible(view)["Opmerking bij Nest"], "mooi")
    assert draft.value(AnswerKey("block", "", "beelden/nest")) == Value("mooi")
    assert_accessible(view)


def test_own_words_are_asked_about_and_followed(qtbot: QtBot, context: Context) -> None:
    draft = make_draft(context, PICK, OF_PICK)
    draft.set_value(AnswerKey("pick"), Value(options=("b",), own="Uil"))
    view = show(qtbot, context, draft, OF_PICK)
    assert [tile.face.title for tile in view.items.strip.tiles] == ["Beer", "Uil"]
    view.items.go_to(OWN_ITEM)
    write(visible(view)["Uil: Wat zie je?"], "wijs")
    assert draft.value(AnswerKey("block", "see", OWN_ITEM)) == Value("wijs")
    draft.set_value(AnswerKey("pick"), Value(options=("b",), own="Ransuil"))
    assert [tile.face.title for tile in view.items.strip.tiles] == ["Beer", "Ransuil"]
    assert "Ransuil: Wat zie je?" in visible(view)


def test_own_words_without_end_are_shown_as_a_title(qtbot: QtBot, context: Context) -> None:
    draft = make_draft(context, PICK, OF_PICK)
    draft.set_value(AnswerKey("pick"), Value(own="heel lang " * 2000))
    view = show(qtbot, context, draft, OF_PICK)
    (tile,) = view.items.strip.tiles
    assert len(tile.face.title) <= 120
    assert tile.face.title.endswith("…")


def test_tab_leaves_the_questions_of_a_later_card(qtbot: QtBot, context: Context) -> None:
    draft = make_draft(context, EACH)
    draft.set_value(AnswerKey("cards"), Value(cards=FOUR))
    window = QWidget()
    qtbot.addWidget(window)
    row = QHBoxLayout(window)
    column = StepColumn(context, draft, draft.exercise, window)
    row.addWidget(column)
    row.addWidget(QPushButton("Ernaast", window))
    column.go_to_block("block")
    window.resize(1100, 700)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    column.view("block").items.go_to("beelden/kompas")
    column.view("block").items.focus_first_empty()
    names = []
    for _ in range(16):
        widget = QApplication.focusWidget()
        assert widget is not None
        names.append(widget.accessibleName() or widget.text())
        QTest.keyClick(widget, Qt.Key.Key_Tab)
    again = names.index(names[0], 1)
    assert "Ernaast" in names[:again]
    assert any(name.startswith("Kompas. ") for name in names[:again])

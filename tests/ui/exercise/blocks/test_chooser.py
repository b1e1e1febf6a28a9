# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Arguments: ticking, explaining, side by side in words, an own conclusion; never a score."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from logbook.content.standard_prompts import APPLIES, CONCLUSION
from logbook.core.entry import AnswerKey, Value
from logbook.core.exercise import Argument, BlockKind, ChooserSettings, Field, Prompt
from logbook.ui.context import Context
from logbook.ui.exercise.blocks.chooser import ChooserBlockView, grouped
from logbook.ui.exercise.draft import Draft
from tests.ui.exercise.blocks.makers import make_block, make_draft, press, show, stored, write
from tests.ui.helpers import assert_accessible

ARGUMENTS = (
    Argument("i1", "Eén vaste begeleider is nodig.", ("alleen",), (), "artikel A"),
    Argument("x1", "Meedoen in een groep lukt niet.", (), ("groep",), "notitie B"),
    Argument("g1", "Herkenning helpt.", ("groep",), ("alleen",), "folder C"),
)
BLOCK = make_block(
    BlockKind.CHOOSER,
    *(Prompt(a.id, a.text, field=Field.CHOICE, options=APPLIES) for a in ARGUMENTS),
    CONCLUSION,
    settings=ChooserSettings("choosers/vorm", ARGUMENTS),
)
FIRST = AnswerKey("block", "i1")


@pytest.fixture
def draft(context: Context) -> Draft:
    return make_draft(context, BLOCK)


@pytest.fixture
def view(qtbot: QtBot, context: Context, draft: Draft) -> ChooserBlockView:
    return show(qtbot, context, draft, BLOCK)


def beside(view: ChooserBlockView) -> list[str]:
    labels = view.beside.findChildren(QLabel)
    return [label.text() for label in labels if label.isVisibleTo(view.beside)]


def test_arguments_stand_by_what_they_speak_for() -> None:
    groups = [(g.pro, g.contra, [a.id for a in g.arguments]) for g in grouped(ARGUMENTS)]
    assert groups == [
        (("alleen",), (), ["i1"]),
        (("groep",), (), ["g1"]),
        ((), ("groep",), ["x1"]),
    ]


def test_a_tick_is_kept_and_opens_room_to_explain(
    context: Context, draft: Draft, view: ChooserBlockView
) -> None:
    field = view.fields["i1"]
    assert not field.explanation.isVisible()
    field.row.box.click()
    write(field.explanation.editor, "dinsdag")
    assert stored(context, draft, FIRST) == Value("dinsdag", options=("applies",))
    field.row.box.click()
    assert draft.value(FIRST) == Value("dinsdag")
    assert field.explanation.isVisible()


def test_what_is_ticked_stands_side_by_side_in_words(qtbot: QtBot, view: ChooserBlockView) -> None:
    assert view.beside.nothing.isVisible()
    view.fields["x1"].row.box.click()
    view.fields["g1"].row.box.click()
    expected = [
        "Naast elkaar",
        "Alleen", "Pleit ertegen", "Herkenning helpt.",
        "Groep", "Pleit ervoor", "Herkenning helpt.", "Pleit ertegen",
        "Meedoen in een groep lukt niet.",
    ]  # fmt: skip
    qtbot.waitUntil(lambda: sorted(beside(view)) == sorted(expected))
    view.fields["g1"].row.box.click()
    view.fields["x1"].row.box.click()
    assert beside(view)[1:] == [view.beside.nothing.text()]


def test_nothing_is_counted(view: ChooserBlockView) -> None:
    for field in view.fields.values():
        field.row.box.click()
    said = " ".join(label.text() for label in view.findChildren(QLabel))
    assert not any(sign.isdigit() for sign in said)


def test_the_source_stands_with_each_argument(view: ChooserBlockView) -> None:
    assert view.fields["i1"].source.text() == "artikel A"
    assert view.fields["g1"].source.text() == "Pleit tegen alleen · folder C"


def test_the_page_opens_beside(qtbot: QtBot, view: ChooserBlockView) -> None:
    with qtbot.waitSignal(view.reference_requested) as asked:
        view.about.click()
    assert asked.args == ["choosers/vorm"]


def test_the_conclusion_is_in_own_words(
    qtbot: QtBot, context: Context, draft: Draft, view: ChooserBlockView
) -> None:
    conclusion = view._questions[-1]
    write(conclusion.field.editor, "eerst alleen")
    key = AnswerKey("block", "conclusion")
    assert stored(context, draft, key) == Value("eerst alleen")
    assert conclusion.field.editor.accessibleName() == "Wat is jouw conclusie?"


def test_keys_reach_and_tick(draft: Draft, view: ChooserBlockView) -> None:
    view.focus_first_empty()
    assert view.focusWidget() is view.fields["i1"].row.box
    press(view.focusWidget(), Qt.Key.Key_Space)
    assert draft.value(FIRST).options == ("applies",)
    press(view.focusWidget(), Qt.Key.Key_Tab)
    assert view.focusWidget() is view.fields["i1"].explanation.editor


def test_opening_again_shows_the_same(qtbot: QtBot, context: Context, draft: Draft) -> None:
    draft.set_value(FIRST, Value("daarom", options=("applies",)))
    again = show(qtbot, context, draft, BLOCK)
    assert again.fields["i1"].row.box.isChecked()
    assert again.fields["i1"].explanation.editor.toPlainText() == "daarom"
    qtbot.waitUntil(lambda: "Eén vaste begeleider is nodig." in beside(again))


def test_it_is_one_place_and_everything_has_a_name(view: ChooserBlockView) -> None:
    view.fields["i1"].row.box.click()
    assert view.prompt_ids() == ("",)
    assert_accessible(view)

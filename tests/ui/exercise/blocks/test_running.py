# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""One text or a field per question: switching, joining and undoing, and never losing a word."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from logbook.core.entry import AnswerKey, Value
from logbook.core.exercise import BlockKind, Prompt, RunningSettings
from logbook.settings import StepMode
from logbook.ui.context import Context
from logbook.ui.exercise.blocks.running import EACH, ONE, RunningBlockView
from logbook.ui.exercise.draft import Draft
from logbook.ui.exercise.step_column import StepColumn
from tests.ui.exercise.blocks.makers import make_block, make_draft, press, show, stored, write
from tests.ui.helpers import assert_accessible
from tests.ui.recorder import Recorder

PROMPTS = (
    Prompt("", "Titel van het blok"),
    Prompt("happened", "Wat gebeurde er?", "Wat een ander had kunnen zien."),
    Prompt("touched", "Wat raakte je?"),
)
RUNNING = make_block(BlockKind.TEXT, *PROMPTS, settings=RunningSettings(first=True))
MODEL = make_block(
    BlockKind.MODEL, *PROMPTS, settings=RunningSettings(first=False, model="models/korthagen")
)
TEXT, HAPPENED, TOUCHED = (AnswerKey("block", each) for each in ("", "happened", "touched"))


@pytest.fixture
def draft(context: Context) -> Draft:
    return make_draft(context, RUNNING)


@pytest.fixture
def view(qtbot: QtBot, context: Context, draft: Draft) -> RunningBlockView:
    return show(qtbot, context, draft, RUNNING)


def switch(view: RunningBlockView, way: str) -> None:
    view.ways.segment(way).click()


def test_an_author_says_which_way_comes_first(qtbot: QtBot, context: Context) -> None:
    assert show(qtbot, context, make_draft(context, RUNNING), RUNNING).way == ONE
    assert show(qtbot, context, make_draft(context, MODEL), MODEL).way == EACH


def test_the_last_chosen_way_is_remembered(
    qtbot: QtBot, context: Context, view: RunningBlockView
) -> None:
    switch(view, EACH)
    assert show(qtbot, context, make_draft(context, RUNNING), RUNNING).way == EACH


def test_in_one_text_the_questions_stand_beside_without_fields(
    context: Context, draft: Draft, view: RunningBlockView
) -> None:
    assert view.running.answer.isVisible()
    assert all(part.title.isVisible() and not part.answer.isVisible() for part in view.parts)
    assert view.parts[0].mapTo(view, view.rect().topLeft()).x() > view.running.x()
    write(view.running.answer.editor, "alles")
    assert stored(context, draft, TEXT) == Value("alles")


def test_when_narrow_the_questions_stand_above(
    qtbot: QtBot, context: Context, draft: Draft
) -> None:
    view = show(qtbot, context, draft, RUNNING, 420)
    qtbot.waitUntil(lambda: view.parts[0].mapTo(view, view.rect().topLeft()).y() < view.running.y())


def test_a_question_opens_to_its_explanation(qtbot: QtBot, view: RunningBlockView) -> None:
    part = view.parts[0]
    assert not part.explanation.isVisible()
    part.toggle.setFocus()
    press(part.toggle, Qt.Key.Key_Return)
    assert part.explanation.isVisible()
    qtbot.mouseClick(part, Qt.MouseButton.LeftButton, pos=part.title.geometry().center())
    assert not part.explanation.isVisible()
    assert not view.parts[1].toggle.isVisible()


def test_switching_keeps_every_word_in_view(draft: Draft, view: RunningBlockView) -> None:
    write(view.running.answer.editor, "in een text")
    switch(view, EACH)
    assert view.running.isVisible()
    assert view.running.title.text() == "Doorlopende tekst"
    assert view.running.title.isVisible()
    write(view.parts[1].answer.editor, "de stilte")
    switch(view, ONE)
    assert view.parts[1].answer.isVisible()
    assert not view.parts[0].answer.isVisible()
    write(view.parts[1].answer.editor, ".")
    assert draft.value(TEXT) == Value("in een text")
    assert draft.value(TOUCHED) == Value("de stilte.")


def test_without_a_running_text_the_questions_stand_alone(view: RunningBlockView) -> None:
    switch(view, EACH)
    assert not view.running.isVisible()
    assert all(part.answer.isVisible() for part in view.parts)


def test_joining_puts_answers_behind_the_text_and_can_be_undone(
    context: Context, draft: Draft, view: RunningBlockView, recorder: Recorder
) -> None:
    assert not view.join.isVisible()
    draft.set_value(TEXT, Value("Begin."))
    draft.set_value(TOUCHED, Value("De stilte."))
    assert view.join.isVisible()
    view.join.click()
    assert draft.value(TEXT).text == "Begin.\n\n**Wat raakte je?**\n\nDe stilte."
    assert draft.value(TOUCHED).is_empty
    assert not view.join.isVisible()
    assert view.running.answer.editor.hasFocus()
    assert recorder.shown[-1].action_text == "Ongedaan maken"
    recorder.shown[-1].action()
    assert stored(context, draft, TEXT) == Value("Begin.")
    assert draft.value(TOUCHED) == Value("De stilte.")


def test_undoing_leaves_what_was_written_since(
    draft: Draft, view: RunningBlockView, recorder: Recorder
) -> None:
    draft.set_value(HAPPENED, Value("een gesprek"))
    view.join.click()
    write(view.running.answer.editor, " en meer")
    recorder.shown[-1].action()
    assert draft.value(TEXT).text.endswith("een gesprek en meer")
    assert draft.value(HAPPENED) == Value("een gesprek")


def test_undoing_is_offered_as_long_as_the_exercise_is_open(
    qtbot: QtBot, draft: Draft, view: RunningBlockView, recorder: Recorder
) -> None:
    draft.set_value(HAPPENED, Value("een gesprek"))
    view.join.click()
    view.hide()
    draft.stop()
    draft.deleteLater()
    qtbot.waitUntil(lambda: recorder.dismissed == [1])


def test_too_much_for_one_text_stays_apart(
    qtbot: QtBot, draft: Draft, view: RunningBlockView
) -> None:
    draft.set_value(TEXT, Value("a" * 999_990))
    draft.set_value(TOUCHED, Value("De stilte."))
    with qtbot.waitSignal(view.notice) as said:
        view.join.click()
    assert "te lang" in said.args[0]
    assert draft.value(TOUCHED) == Value("De stilte.")


def test_one_question_at_a_time_follows_the_way(
    qtbot: QtBot, draft: Draft, view: RunningBlockView
) -> None:
    assert view.prompt_ids() == ("",)
    with qtbot.waitSignal(view.places_changed):
        switch(view, EACH)
    assert view.prompt_ids() == ("happened", "touched")
    view.show_only("touched")
    assert [part.isVisible() for part in view.parts] == [False, True]
    draft.set_value(TEXT, Value("ook iets"))
    assert view.prompt_ids() == ("happened", "touched", "")
    view.show_only("")
    assert view.running.isVisible()
    assert not any(part.isVisible() for part in view.parts)
    view.show_only(None)
    assert all(part.isVisible() for part in view.parts)


def test_one_stands_at_a_question_of_the_way_in_view(qtbot: QtBot, context: Context) -> None:
    last = replace(make_block(BlockKind.TEXT, Prompt("", "Laatste")), id="last")
    draft = make_draft(context, RUNNING, last)
    column = StepColumn(context, draft, draft.exercise)
    qtbot.addWidget(column)
    column.show()
    column.set_mode(StepMode.QUESTION)
    view = column.view("block")
    assert column.prompt_id == ""
    switch(view, EACH)
    assert column.prompt_id == "happened"
    assert [part.isVisibleTo(column) for part in view.parts] == [True, False]
    assert column.go_on()
    assert column.prompt_id == "touched"
    switch(view, ONE)
    assert column.prompt_id == ""
    assert view.running.isVisibleTo(column)
    assert column.go_on()
    assert column.block_id == "last"
    assert column.go_back()
    assert (column.block_id, column.prompt_id) == ("block", "")


def test_the_model_opens_beside(qtbot: QtBot, context: Context, view: RunningBlockView) -> None:
    assert not view.about.isVisible()
    model = show(qtbot, context, make_draft(context, MODEL), MODEL)
    with qtbot.waitSignal(model.reference_requested) as asked:
        model.about.click()
    assert asked.args == ["models/korthagen"]


def test_tab_goes_from_the_way_to_the_text_and_its_questions(view: RunningBlockView) -> None:
    view.ways.segment(ONE).setFocus()
    for expected in (view.running.answer.editor, view.parts[0].toggle):
        press(view.focusWidget(), Qt.Key.Key_Tab)
        assert view.focusWidget() is expected


def test_tab_goes_through_the_questions_to_the_running_text(
    draft: Draft, view: RunningBlockView
) -> None:
    draft.set_value(TEXT, Value("tekst"))
    switch(view, EACH)
    view.ways.segment(EACH).setFocus()
    for expected in (*(part.answer.editor for part in view.parts), view.running.answer.editor):
        press(view.focusWidget(), Qt.Key.Key_Tab)
        assert view.focusWidget() is expected


def test_keys_switch_the_way(view: RunningBlockView) -> None:
    view.ways.segment(ONE).setFocus()
    press(view.focusWidget(), Qt.Key.Key_Right)
    assert view.way == ONE
    press(view.focusWidget(), Qt.Key.Key_Space)
    assert view.way == EACH
    press(view.focusWidget(), Qt.Key.Key_Space)
    assert view.way == EACH


@pytest.mark.parametrize("way", [ONE, EACH])
def test_everything_has_a_name(draft: Draft, view: RunningBlockView, way: str) -> None:
    draft.set_value(TEXT, Value("x"))
    draft.set_value(TOUCHED, Value("y"))
    switch(view, way)
    assert_accessible(view)
    assert view.running.answer.editor.accessibleName() == "Doorlopende tekst"
    assert view.parts[0].toggle.accessibleName() == "Uitleg bij Wat gebeurde er?"


def test_opening_again_shows_the_same(qtbot: QtBot, context: Context, draft: Draft) -> None:
    draft.set_value(TEXT, Value("tekst"))
    draft.set_value(HAPPENED, Value("apart"))
    view = show(qtbot, context, draft, RUNNING)
    assert view.running.answer.editor.toPlainText() == "tekst"
    assert view.parts[0].answer.editor.toPlainText() == "apart"


def test_the_text_begins_at_the_top_beside_a_longer_list(
    qtbot: QtBot, context: Context, draft: Draft
) -> None:
    draft.set_value(HAPPENED, Value("een regel\n" * 30))
    view = show(qtbot, context, draft, RUNNING, 900)
    qtbot.waitUntil(lambda: view.running.height() > view.running.answer.height())
    assert view.running.answer.y() == 0

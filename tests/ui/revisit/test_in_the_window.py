# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
from __future__ import annotations

import pytest

from logbook.bootstrap import Services
from logbook.core.entry import EntryId, Value
from logbook.ui.context import Context
from logbook.ui.demo.hands import click, type_text
from logbook.ui.editor.answer_field import AnswerField
from logbook.ui.main_window import MainWindow
from logbook.ui.navigation import (
    AnswerIntention,
    CompareRounds,
    LookBack,
    OpenPage,
    OpenWords,
    ReadEntry,
)
from tests.ui.helpers import tab_stops
from tests.ui.revisit.conftest import SENTENCE, WHO, WriteRound


@pytest.fixture
def window(context: Context, qtbot) -> MainWindow:
    context.preferences.change(started=True)
    made = MainWindow(context)
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show()
    return made


@pytest.fixture
def earlier(write: WriteRound) -> EntryId:
    return write()


def go(window: MainWindow, wish: object) -> None:
    assert window.navigator.carry_out(wish)


def test_every_way_arrives_in_the_rail(
    window: MainWindow, earlier: EntryId, write: WriteRound, services: Services
) -> None:
    write({SENTENCE: Value("Samen.")}, 30)
    entry_id, _ = services.intentions.add("Ik wacht.")
    place = services.intentions.open()[0].place
    for wish in (
        OpenPage("revisit"),
        LookBack(earlier),
        CompareRounds("kader"),
        OpenWords(),
        AnswerIntention(entry_id, place),
    ):
        go(window, wish)
        assert window.rail.button("revisit").isChecked()
        assert window.stack.current_name == "revisit"


def test_back_from_rounds_side_by_side(window: MainWindow, earlier: EntryId) -> None:
    go(window, OpenPage("revisit"))
    go(window, LookBack(earlier, "kader"))
    page = window.stack.page("revisit")
    view = page.then_now
    field = next(f for f in view.columns.now.findChildren(AnswerField) if f.isVisible())
    type_text("Samen.", field.editor)
    click(view.columns.now.lay)
    click(view.columns.now.compare)
    assert page.compare_view.isVisible()
    assert window.navigator.go_back()
    assert view.isVisible()
    assert field.editor.text() == "Samen."
    assert not view.is_covered
    assert window.navigator.go_back()
    assert page.overview.isVisible()


def test_closing_the_window_keeps_the_new_answer(
    window: MainWindow, earlier: EntryId, services: Services
) -> None:
    go(window, LookBack(earlier))
    view = window.stack.page("revisit").then_now
    field = next(f for f in view.columns.now.findChildren(AnswerField) if f.isVisible())
    type_text("Bewaar mij.", field.editor)
    new = view.draft.entry_id
    assert window.close()
    assert services.reading.entry(new).value(WHO).text == "Bewaar mij."


def test_the_place_is_found_again_at_the_next_start(
    window: MainWindow, earlier: EntryId, context: Context
) -> None:
    go(window, LookBack(earlier, "zin"))
    window.keep_everything()
    window.open_at_start()
    view = window.stack.page("revisit").then_now
    assert view.isVisible()
    assert view.entry_id == earlier
    assert window.stack.guide_topic() == "then-now"


def test_the_reading_pane_leads_to_then_and_now(window: MainWindow, earlier: EntryId) -> None:
    go(window, ReadEntry(earlier))
    window.stack.page("logbook").pane.menu.then_now.trigger()
    assert window.stack.page("revisit").then_now.entry_id == earlier


def test_the_card_of_an_exercise_leads_to_then_and_now(
    window: MainWindow, earlier: EntryId
) -> None:
    from logbook.ui.library.exercise_card import ExerciseCard

    go(window, OpenPage("exercises"))
    page = window.stack.page("exercises")
    page.show_chapter(1)
    card = next(c for c in page.findChildren(ExerciseCard) if c.exercise_id == "kader")
    menu = card.make_menu()
    action = next(a for a in menu.actions() if a.text() == "Toen en nu")
    action.trigger()
    menu.deleteLater()
    assert window.stack.page("revisit").then_now.entry_id == earlier


def test_the_writer_holds_its_text_while_one_looks_back(
    window: MainWindow, earlier: EntryId, write: WriteRound, services: Services
) -> None:
    from logbook.ui.navigation import OpenExercise

    open_round = write({SENTENCE: Value("Hier schrijf ik.")}, 1, close=False)
    go(window, OpenExercise("kader"))
    go(window, LookBack(earlier, "kader"))
    view = window.stack.page("revisit").then_now
    assert view.draft.entry_id == open_round
    field = next(f for f in view.columns.now.findChildren(AnswerField) if f.isVisible())
    type_text("Erbij.", field.editor)
    go(window, OpenExercise("kader"))
    writer = window.stack.page("writer")
    assert writer.draft.value(WHO).text == "Erbij."
    assert services.reading.entry(open_round).value(SENTENCE).text == "Hier schrijf ik."


def test_the_way_back_comes_before_what_is_on_screen(
    qtbot, window: MainWindow, earlier: EntryId
) -> None:
    with qtbot.waitActive(window):
        window.activateWindow()
    go(window, CompareRounds("kader"))
    page = window.stack.page("revisit")
    assert tab_stops(page._compare_screen.back, 2) == ["Afdrukken", "Bewaren als pagina"]

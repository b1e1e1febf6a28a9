# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QMenu
from pytestqt.qtbot import QtBot

from logbook.core.library import Library
from logbook.services.changes import Changes
from logbook.settings import Settings
from logbook.ui.context import Context
from logbook.ui.library.chapter_list import part_title
from logbook.ui.library.exercise_card import ExerciseCard
from logbook.ui.library.library_page import LibraryPage
from logbook.ui.navigation import OpenChapter, OpenEntry, OpenExercise, ReadEntry
from tests.ui.helpers import assert_accessible
from tests.ui.library.conftest import CLIENT, PROBLEM, TALK, WALK, WriteRound, library
from tests.ui.recorder import Recorder

MakePage = Callable[[], LibraryPage]


def card(page: LibraryPage, exercise_id: str) -> ExerciseCard:
    return next(c for c in page.pane.cards if c.exercise_id == exercise_id)


def shown(page: LibraryPage) -> list[str]:
    return [c.exercise_id for c in page.pane.cards]


def words(widget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel))


def choose(menu: QMenu, caption: str) -> None:
    actions = [*menu.actions(), *(a for m in menu.findChildren(QMenu) for a in m.actions())]
    next(a for a in actions if a.text() == caption).trigger()


def wishes(page: LibraryPage) -> list[object]:
    sent: list[object] = []
    page.navigation_requested.connect(sent.append)
    return sent


def test_the_first_chapter_is_shown_in_order(make_page: MakePage) -> None:
    assert shown(make_page()) == ["lopen", "kijken"]


def test_the_chapter_written_in_last_is_shown_first(
    write_round: WriteRound, make_page: MakePage
) -> None:
    write_round(TALK)
    assert shown(make_page()) == ["praten"]


def test_the_chapter_chosen_last_is_remembered(make_page: MakePage) -> None:
    make_page().show_chapter(4)
    assert shown(make_page()) == ["praten"]


def test_a_card_tells_the_facts_of_an_exercise(make_page: MakePage) -> None:
    text = words(card(make_page(), "lopen"))
    assert "Merken wie het tempo bepaalt" in text
    assert "1 minuut · 4 stappen · Eigen werk" in text


def test_own_exercises_are_marked(make_page: MakePage) -> None:
    page = make_page()
    assert "eigen" in words(card(page, "kijken")).splitlines()
    assert "eigen" not in words(card(page, "lopen")).splitlines()


@pytest.mark.parametrize(
    ("closed", "open_rounds", "chip", "act"),
    [
        (0, 0, "nieuw", "Beginnen"),
        (0, 1, "concept", "Ga verder"),
        (1, 1, "concept · ronde 2", "Ga verder"),
        (1, 0, "voor nu afgerond", "Openen"),
        (2, 0, "voor nu afgerond · 2 rondes", "Openen"),
    ],
)
def test_state_and_act_follow_the_rounds(
    closed: int, open_rounds: int, chip: str, act: str, write_round: WriteRound, make_page: MakePage
) -> None:
    for _ in range(closed):
        write_round(WALK)
    for _ in range(open_rounds):
        write_round(WALK, close=False)
    found = card(make_page(), "lopen")
    assert chip in words(found).splitlines()
    assert found.main_button.text() == act
    assert found.main_button.accessibleName() == f"{act}: Samen lopen"


def test_a_click_anywhere_on_a_card_opens_it(make_page: MakePage, qtbot) -> None:
    page = make_page()
    sent = wishes(page)
    qtbot.mouseClick(card(page, "lopen"), Qt.MouseButton.LeftButton)
    assert sent == [OpenExercise("lopen")]


def test_a_closed_round_is_opened_to_read(
    write_round: WriteRound, make_page: MakePage, qtbot
) -> None:
    entry_id = write_round(WALK)
    page = make_page()
    sent = wishes(page)
    qtbot.keyClick(card(page, "lopen").main_button, Qt.Key.Key_Return)
    assert sent == [OpenEntry(entry_id)]


def test_the_menu_of_a_closed_exercise_offers_a_new_round(
    write_round: WriteRound, make_page: MakePage
) -> None:
    write_round(WALK)
    page = make_page()
    sent = wishes(page)
    choose(card(page, "lopen").make_menu(), "Nieuwe ronde")
    assert sent == [OpenExercise("lopen", new_round=True)]


def test_an_open_round_leaves_no_room_for_a_new_one(
    write_round: WriteRound, make_page: MakePage
) -> None:
    write_round(WALK, close=False)
    captions = [a.text() for a in card(make_page(), "lopen").make_menu().actions()]
    assert "Nieuwe ronde" not in captions


def test_earlier_rounds_are_read_newest_first(write_round: WriteRound, make_page: MakePage) -> None:
    ids = [write_round(WALK) for _ in range(3)]
    page = make_page()
    sent = wishes(page)
    menu = card(page, "lopen").make_menu()
    for action in menu.findChildren(QMenu)[0].actions():
        action.trigger()
    assert sent[0] == ReadEntry(ids[2])
    assert sent[2] == ReadEntry(ids[0])
    assert sent[-1] == OpenChapter(1, progress=True)


def test_forty_rounds_keep_the_menu_short(write_round: WriteRound, make_page: MakePage) -> None:
    for _ in range(40):
        write_round(WALK)
    found = card(make_page(), "lopen")
    assert "voor nu afgerond · 40 rondes" in words(found)
    assert len(found.make_menu().findChildren(QMenu)[0].actions()) == 12


def test_skipping_can_be_undone(make_page: MakePage, recorder: Recorder) -> None:
    page = make_page()
    choose(card(page, "lopen").make_menu(), "Overslaan")
    assert "overgeslagen" in words(card(page, "lopen"))
    recorder.shown[-1].action()
    assert "overgeslagen" not in words(card(page, "lopen"))


def test_skipping_leaves_the_page_where_it_was(make_page: MakePage, qtbot) -> None:
    page = make_page()
    page.resize(1000, 300)
    bar = page.pane.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 40)
    bar.setValue(40)
    card(page, "lopen").main_button.setFocus()
    choose(card(page, "lopen").make_menu(), "Overslaan")
    qtbot.waitUntil(lambda: bar.maximum() > 40 and bar.value() == 40)
    assert page.focusWidget() is card(page, "lopen").main_button


def test_a_skipped_exercise_can_be_done_after_all(make_page: MakePage) -> None:
    page = make_page()
    choose(card(page, "lopen").make_menu(), "Overslaan")
    choose(card(page, "lopen").make_menu(), "Toch doen")
    assert "nieuw" in words(card(page, "lopen"))


def test_searching_looks_in_every_chapter(make_page: MakePage, qtbot) -> None:
    page = make_page()
    qtbot.keyClicks(page.tools.search, "gesprek")
    assert shown(page) == ["praten"]
    assert "1 oefening gevonden" in words(page.pane)


def test_nothing_found_offers_the_way_back(make_page: MakePage, qtbot) -> None:
    page = make_page()
    qtbot.keyClicks(page.tools.search, "xyz")
    assert "Niets gevonden" in words(page.pane)
    page.pane.cleared.emit()
    assert shown(page) == ["lopen", "kijken"]
    assert page.tools.search.text() == ""


def test_ctrl_f_finds_and_escape_clears(make_page: MakePage, qtbot) -> None:
    page = make_page()
    qtbot.keyClick(page, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert page.tools.search.hasFocus()
    qtbot.keyClicks(page.tools.search, "gesprek")
    qtbot.keyClick(page.tools.search, Qt.Key.Key_Escape)
    assert shown(page) == ["lopen", "kijken"]


def test_a_form_filters_all_chapters(make_page: MakePage) -> None:
    page = make_page()
    choose(page.tools.make_form_menu(), "Schaal")
    assert shown(page) == ["kijken"]
    assert page.tools.form_button.text() == "Schaal"
    choose(page.tools.make_form_menu(), "Alle vormen")
    assert shown(page) == ["lopen", "kijken"]


def test_only_forms_that_occur_are_offered(make_page: MakePage) -> None:
    captions = [a.text() for a in make_page().tools.make_form_menu().actions()]
    assert captions == ["Alle vormen", "Kaarten", "Open vragen", "Schaal", "Tabel"]


def test_arrow_keys_walk_over_chapters_and_cards(make_page: MakePage, qtbot) -> None:
    page = make_page()
    focus = page.window().focusWidget
    assert focus().accessibleName().startswith("Hoofdstuk 1, Beginnen")
    qtbot.keyClick(focus(), Qt.Key.Key_Down)
    assert shown(page) == ["praten"]
    qtbot.keyClick(focus(), Qt.Key.Key_Up)
    qtbot.keyClick(focus(), Qt.Key.Key_Return)
    assert focus() is card(page, "lopen").main_button
    qtbot.keyClick(focus(), Qt.Key.Key_Down)
    assert focus() is card(page, "kijken").main_button
    qtbot.keyClick(focus(), Qt.Key.Key_Left)
    assert focus().accessibleName().startswith("Hoofdstuk 1")


def test_chapters_say_what_was_done(write_round: WriteRound, make_page: MakePage) -> None:
    write_round(WALK)
    write_round(CLIENT, "")
    page = make_page()
    name = page.window().focusWidget().accessibleName()
    assert name == "Hoofdstuk 1, Beginnen, 1 van 2 oefeningen gedaan"
    assert "Het gesprek" in words(page.chapter_list)


@pytest.mark.parametrize("part", ["het-gesprek", "Het gesprek"])
def test_a_part_reads_as_a_heading(part: str) -> None:
    assert part_title(part) == "Het gesprek"


def test_the_page_follows_changes_and_keeps_the_focus(
    chapters_context: Context, write_round: WriteRound, make_page: MakePage
) -> None:
    page = make_page()
    card(page, "kijken").main_button.setFocus()
    write_round(WALK)
    chapters_context.notifier.announce(Changes(exercises=frozenset({"lopen"})))
    assert card(page, "lopen").main_button.text() == "Openen"
    assert card(page, "kijken").main_button.hasFocus()


def test_a_hidden_page_catches_up_when_it_is_entered(
    chapters_context: Context, write_round: WriteRound, make_page: MakePage
) -> None:
    page = make_page()
    page.hide()
    write_round(WALK)
    chapters_context.notifier.announce(Changes(everything=True))
    assert card(page, "lopen").main_button.text() == "Beginnen"
    page.show()
    page.enter()
    assert card(page, "lopen").main_button.text() == "Openen"


def test_files_with_mistakes_are_named(
    chapters_context: Context, make_page: MakePage, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = chapters_context.services.content
    monkeypatch.setattr(content, "_library", library(problems=(PROBLEM,)))
    page = make_page()
    assert page.problems.summary.text() == "1 oefening kon niet worden geladen"
    page.problems.toggle.click()
    assert page.problems.sentences.text() == f"{PROBLEM.path}:7: Deze kop heeft geen id."
    assert page.problems.sentences.isVisible()


def test_without_mistakes_nothing_is_said(make_page: MakePage) -> None:
    assert not make_page().problems.isVisible()


def test_chapters_that_come_and_go_are_followed(
    chapters_context: Context, make_page: MakePage, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = make_page()
    page.show_chapter(4)
    smaller = replace(library(), chapters=library().chapters[:1])
    for known, expected in ((smaller, ["lopen", "kijken"]), (library(), ["lopen", "kijken"])):
        monkeypatch.setattr(chapters_context.services.content, "_library", known)
        chapters_context.notifier.announce(Changes(library=True))
        assert shown(page) == expected


def test_no_chapters_at_all_is_said(
    chapters_context: Context, make_page: MakePage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(chapters_context.services.content, "_library", Library())
    page = make_page()
    assert "Nog geen oefeningen" in words(page.pane)
    assert_accessible(page)


@pytest.mark.parametrize("size", [80, 100, 200])
@pytest.mark.parametrize("width", [600, 688, 1388])
def test_every_width_and_size_fits_and_can_be_reached(
    size: int, width: int, chapters_context: Context, make_page: MakePage, qtbot
) -> None:
    chapters_context.theme.apply(Settings(text_size=size))
    page = make_page()
    page.resize(width, 600)
    assert page.minimumSizeHint().width() <= 790
    qtbot.waitUntil(lambda: page.pane.horizontalScrollBar().maximum() == 0)
    assert_accessible(page)


def test_many_finds_are_shown_few_at_first_and_all_soon(
    library_context: Context, qtbot: QtBot
) -> None:
    page = LibraryPage(library_context)
    qtbot.addWidget(page)
    page.resize(1068, 800)
    page.show()
    page.enter()
    every = len(library_context.services.content.library().exercises)
    page.tools.search.setText("e")
    assert 0 < len(page.pane.cards) < every
    page.pane.focus()
    first = page.pane.cards[0].main_button
    qtbot.waitUntil(lambda: len(page.pane.cards) == every)
    assert page.pane._rover.current is first
    page.tools.search.setText("eee")
    page.tools.search.setText("e")
    page.tools.search.clear()
    qtbot.wait(20)
    assert len(page.pane.cards) < 10

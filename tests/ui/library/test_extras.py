# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Exercises that belong to no chapter: a last entry of their own, counted in no ring."""

from __future__ import annotations

from collections.abc import Callable

from pytestqt.qtbot import QtBot

from logbook.core.entry import AnswerKey, Value
from logbook.services.writing import Edit
from logbook.ui.context import Context
from logbook.ui.demo.hands import click, settle, words_on
from logbook.ui.library.extras import EXTRA, shelf_count, shelf_name, shelves
from logbook.ui.library.library_page import LibraryPage
from logbook.ui.navigation import OpenExercise
from logbook.ui.widgets.ring import Ring
from tests.ui.helpers import assert_accessible

MakePage = Callable[[], LibraryPage]


def choose_extra(page: LibraryPage) -> None:
    click(page.chapter_list._items[-1])


def test_they_stand_last_under_their_own_name(extra_context: Context, make_page: MakePage) -> None:
    page = make_page()
    names = [item.accessibleName() for item in page.chapter_list._items]
    assert names[-1] == "Bij de naslag, 1 oefening"
    assert len(names) == 3
    assert not page.chapter_list._items[-1].findChildren(Ring)


def test_without_extra_exercises_there_is_no_such_entry(make_page: MakePage) -> None:
    assert "Bij de naslag" not in words_on(make_page().chapter_list)


def test_their_cards_say_what_they_are(extra_context: Context, make_page: MakePage) -> None:
    page = make_page()
    choose_extra(page)
    words = words_on(page.pane)
    assert "Vormen wegen" in words
    assert "tellen in geen ring mee" in words
    assert "Hoofdstuk 0" not in words
    assert "0\u2002" not in words
    assert_accessible(page)


def test_no_count_has_them(extra_context: Context, make_page: MakePage) -> None:
    services = extra_context.services
    extra = services.content.library().exercises["wegen"]
    entry = services.writing.begin_round(extra)
    services.writing.save(entry, [Edit(AnswerKey("start"), Value("iets"))])
    page = make_page()
    assert "0 van 3 oefeningen gedaan" in words_on(page.chapter_list)
    assert sum(c.done for c in services.reading.chapters()) == 0
    (progress,) = services.reading.extras()
    assert progress.touched


def test_they_are_found_and_opened(extra_context: Context, make_page: MakePage) -> None:
    page = make_page()
    wishes: list[object] = []
    page.navigation_requested.connect(wishes.append)
    page.tools.search.setText("wegen")
    settle()
    assert "Bij de naslag" in words_on(page.pane)
    click(page.pane.cards[0].main_button)
    assert wishes == [OpenExercise("wegen")]


def test_the_page_comes_back_there(extra_context: Context, make_page: MakePage) -> None:
    choose_extra(make_page())
    assert "Vormen wegen" in words_on(make_page().pane)


def test_all_chapters_stand_in_an_ordinary_window(library_context: Context, qtbot: QtBot) -> None:
    page = LibraryPage(library_context)
    qtbot.addWidget(page)
    page.resize(1068, 800)
    page.show()
    page.enter()
    settle()
    assert len(page.chapter_list._items) == 11
    assert page.chapter_list.verticalScrollBar().maximum() == 0


def test_they_have_names_of_their_own(extra_context: Context) -> None:
    first, *_, last = shelves(extra_context.services.reading)
    assert last.chapter.number == EXTRA
    assert shelf_name(first.chapter) == "Hoofdstuk 1 · Beginnen"
    assert shelf_count(first) == "Hoofdstuk 1 · 0 van 2"
    assert shelf_name(last.chapter) == shelf_count(last) == "Bij de naslag"

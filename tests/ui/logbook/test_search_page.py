# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Searching, pins, several entries and the bin on a logbook of some hundred entries."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCharFormat
from pytestqt.qtbot import QtBot

from logbook.core.query import parse
from logbook.services.changes import Changes
from logbook.settings import Settings
from logbook.ui.context import Context
from logbook.ui.logbook.logbook_page import LogbookPage
from logbook.ui.logbook.name_dialog import NameDialog
from logbook.ui.logbook.nothing import Reason
from logbook.ui.logbook.search_help import SearchHelp
from logbook.ui.logbook.search_marks import Utf16
from tests.ui.helpers import assert_accessible
from tests.ui.logbook.conftest import Desk
from tests.ui.recorder import Recorder

MakePage = Callable[..., LogbookPage]
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def page(desk: Desk, make_page: MakePage) -> LogbookPage:
    for number in range(240):
        word = "stilte" if number % 3 == 0 else "drukte"
        desk.note(f"Notitie {number}\n\nIn deze {word} begon ik over {word}.")
    return make_page()


def search(page: LogbookPage, qtbot: QtBot, text: str) -> None:
    page.bar.set_query(text)
    qtbot.waitUntil(lambda: not page.control.busy)
    qtbot.waitUntil(lambda: not page._soon.isActive())


def test_number_found_is_told_and_the_list_grows_while_scrolling(
    page: LogbookPage, qtbot: QtBot
) -> None:
    search(page, qtbot, "stilte")
    assert page.list_bar.number.text() == "80 bijdragen gevonden"
    assert page.model.loaded() < 80
    for _ in range(4):
        page.view.scrollToBottom()
        qtbot.wait(30)
    qtbot.waitUntil(lambda: page.model.loaded() == 80)
    page.bar.clear()
    assert page.list_bar.isHidden()


def test_matches_are_marked_and_walked_along(page: LogbookPage, qtbot: QtBot) -> None:
    search(page, qtbot, "stilte")
    assert len(page.pane.text.extraSelections()) == 2
    selection = page.pane.text.extraSelections()[0]
    underline = selection.format.underlineStyle()
    assert underline is QTextCharFormat.UnderlineStyle.SingleUnderline
    first = page.view.current_entry()
    qtbot.keyClick(page.bar.field, Qt.Key.Key_F3)
    assert (page.marks.number, page.list_bar.place.text()) == (1, "plek 1 van 2")
    qtbot.keyClick(page.view, Qt.Key.Key_F3)
    assert page.marks.number == 2
    qtbot.keyClick(page.view, Qt.Key.Key_F3)
    assert page.view.current_entry() != first
    qtbot.waitUntil(lambda: page.marks.number == 1)
    qtbot.keyClick(page.view, Qt.Key.Key_F3, SHIFT)
    assert page.view.current_entry() == first
    qtbot.waitUntil(lambda: page.marks.number == 2)


def test_title_is_marked_and_stays_plain_text(
    desk: Desk, page: LogbookPage, context: Context, qtbot: QtBot
) -> None:
    entry_id = desk.note("Over <b>rust</b>\n\nen meer")
    context.notifier.announce(Changes(frozenset({entry_id})))
    search(page, qtbot, "rust")
    assert page.pane.title.text() == "Over <b>rust</b>"
    assert page.pane.title.textFormat() is Qt.TextFormat.RichText
    page.bar.clear()
    assert page.pane.title.textFormat() is Qt.TextFormat.PlainText


def test_escape_in_the_list_shows_everything_again(page: LogbookPage, qtbot: QtBot) -> None:
    search(page, qtbot, "drukte")
    page.view.setFocus()
    qtbot.keyClick(page.view, Qt.Key.Key_Escape)
    assert page.bar.field.text() == ""
    assert page.model.query.is_empty
    assert not page.pane.text.extraSelections()


def test_query_that_gives_way_to_another_is_not_shown(page: LogbookPage, qtbot: QtBot) -> None:
    page.bar.set_query("drukte")
    search(page, qtbot, "stilte")
    assert page.model.query == parse("stilte")
    assert page.list_bar.number.text() == "80 bijdragen gevonden"


# -- saved searches --------------------------------------------------------------------------------


def test_search_is_kept_found_back_renamed_and_deleted(
    page: LogbookPage, qtbot: QtBot, recorder: Recorder, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = iter(["Rust", "Stil"])
    monkeypatch.setattr(NameDialog, "ask", lambda *_: next(names))
    search(page, qtbot, "stilte")
    page.bar.saved.keep()
    page.bar.clear()
    menu = page.bar.saved.make_menu()
    assert menu.actions()[0].text() == "Rust"
    menu.actions()[0].trigger()
    assert page.bar.field.text() == "stilte"
    qtbot.waitUntil(lambda: not page.control.busy)
    page.bar.saved.rename()
    assert [a.text() for a in page.bar.saved.make_menu().actions()][-1] == "“Stil” verwijderen"
    page.bar.saved.delete()
    assert page.bar.saved.known() is None
    recorder.shown[-1].action()
    known = page.bar.saved.known()
    assert known is not None
    assert known.name == "Stil"


def test_name_dialog_takes_no_empty_name(qtbot: QtBot, theme: object) -> None:
    dialog = NameDialog("Bewaren", "Welke naam?", "stilte", "Bewaren")
    qtbot.addWidget(dialog)
    assert dialog.choose.isEnabled()
    dialog.field.setText("  ")
    assert not dialog.choose.isEnabled()
    assert_accessible(dialog)


def test_help_tells_how_to_search_in_five_lines(page: LogbookPage) -> None:
    page.bar.help.click()
    (found,) = page.bar.findChildren(SearchHelp)
    assert found.isVisible()
    assert len(found.lines) == 5
    found.close()


# -- pins, several entries, the bin ----------------------------------------------------------------


def test_key_pins_the_entry_and_it_stays_the_one_that_is_read(
    page: LogbookPage, qtbot: QtBot
) -> None:
    page.view.select_next(1)
    entry_id = page.view.current_entry()
    qtbot.keyClick(page.view, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert page.model.index(0).data() == "VASTGEZET · 1 bijdrage"
    assert page.model.row_of(entry_id) == 1
    assert page.view.current_entry() == entry_id
    qtbot.keyClick(page.view, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert page.model.index(0).data() != "VASTGEZET · 1 bijdrage"
    assert page.view.current_entry() == entry_id


def test_several_entries_go_to_the_bin_and_come_back(
    page: LogbookPage, qtbot: QtBot, recorder: Recorder
) -> None:
    qtbot.keyClick(page.view, Qt.Key.Key_Down, SHIFT)
    qtbot.keyClick(page.view, Qt.Key.Key_Down, SHIFT)
    chosen = page.view.selected_entries()
    assert len(chosen) == 3
    assert page.list_bar.chosen.text() == "3 bijdragen gekozen"
    page.list_bar.remove.click()
    assert not set(chosen) & set(page.model.entry_ids())
    assert recorder.shown[-1].text == "3 bijdragen staan in de prullenbak."
    assert len(page.view.selected_entries()) == 1
    recorder.shown[-1].action()
    assert set(chosen) <= set(page.model.entry_ids())


def test_label_is_given_to_several_entries_and_taken_back(
    page: LogbookPage, context: Context, qtbot: QtBot, recorder: Recorder
) -> None:
    label, changes = context.services.labels.create("stage")
    context.notifier.announce(changes)
    qtbot.keyClick(page.view, Qt.Key.Key_Down, SHIFT)
    chosen = page.view.selected_entries()
    menu = page.side.acts.label_menu(chosen, page)
    menu.actions()[0].trigger()
    labels = [context.services.reading.summary(each).labels for each in chosen]
    assert labels == [(label,), (label,)]
    assert page.view.selected_entries() == chosen
    recorder.shown[-1].action()
    assert not any(context.services.reading.summary(each).labels for each in chosen)


@pytest.mark.parametrize("known", [False, True])
def test_new_label_for_several_entries_can_be_taken_back(
    page: LogbookPage,
    context: Context,
    qtbot: QtBot,
    recorder: Recorder,
    monkeypatch: pytest.MonkeyPatch,
    known: bool,
) -> None:
    labels = context.services.labels
    if known:
        labels.create("Stage")
    monkeypatch.setattr(NameDialog, "ask", lambda *_: "stage")
    qtbot.keyClick(page.view, Qt.Key.Key_Down, SHIFT)
    page.side.acts.give_new_label(page.view.selected_entries())
    assert [each.entries for each in labels.all()] == [2]
    name = "Stage" if known else "stage"
    assert recorder.shown[-1].text == f"2 bijdragen hebben nu het label “{name}”."
    recorder.shown[-1].action()
    assert [each.entries for each in labels.all()] == ([0] if known else [])


def test_many_entries_go_and_come_back_at_once(
    page: LogbookPage, context: Context, recorder: Recorder
) -> None:
    many = [context.services.writing.add_note(f"notitie {n}").id for n in range(130)]
    context.notifier.announce(Changes(entries=frozenset(many)))
    page.side.acts.move_to_bin(many)
    assert not set(many) & set(page.model.entry_ids())
    recorder.shown[-1].action()
    assert many[-1] in page.model.entry_ids()


def test_menu_of_the_list_offers_what_can_be_done(page: LogbookPage) -> None:
    menu = page.side.acts.menu(page.view.selected_entries(), in_bin=False, parent=page)
    captions = [action.text() for action in menu.actions() if action.text()]
    assert captions == ["Vastzetten", "Label", "Delen …", "Naar de prullenbak"]
    menu = page.side.acts.menu(page.view.selected_entries(), in_bin=True, parent=page)
    assert [a.text() for a in menu.actions()] == ["Terugzetten", "Voorgoed verwijderen …"]


@pytest.mark.parametrize(("answer", "left"), [("Laten staan", 2), ("Voorgoed verwijderen", 0)])
def test_bin_is_emptied_after_a_question_with_the_number(
    page: LogbookPage, context: Context, recorder: Recorder, answer: str, left: int
) -> None:
    for entry_id in page.model.entry_ids()[:2]:
        context.notifier.announce(context.services.writing.move_to_bin(entry_id))
    page.bar.bin.click()
    assert page.list_bar.empty.isVisible()
    recorder.answers = [answer]
    page.list_bar.empty.click()
    assert recorder.asked[0][0] == "2 bijdragen voorgoed verwijderen?"
    assert page.model.loaded() == left
    if not left:
        assert page.nothing.reason is Reason.EMPTY_BIN


def test_typing_in_the_list_goes_to_a_title(desk: Desk, make_page: MakePage, qtbot: QtBot) -> None:
    desk.note("Zeldzaam begin")
    desk.note("Zomaar iets")
    page = make_page()
    qtbot.keyClicks(page.view, "zeld")
    assert page.view.currentIndex().data() == "Zeldzaam begin"


def test_places_are_counted_as_qt_does() -> None:
    assert [Utf16("a😀b").of(place) for place in (0, 1, 2, 3)] == [0, 1, 3, 4]
    assert Utf16("abc").of(2) == 2


@pytest.mark.parametrize("text_size", [100, 200])
def test_search_keeps_within_the_page(
    page: LogbookPage, context: Context, qtbot: QtBot, text_size: int
) -> None:
    context.theme.apply(Settings(text_size=text_size))
    search(page, qtbot, "stilte soort:notitie")
    page.resize(688, 600)
    qtbot.wait(20)
    assert page.minimumSizeHint().width() <= 688
    assert_accessible(page)


def test_one_chip_stands_for_the_filters_where_there_is_little_room(
    page: LogbookPage, context: Context, qtbot: QtBot
) -> None:
    context.theme.apply(Settings(text_size=200))
    page.resize(688, 600)
    row = page.bar.row
    qtbot.waitUntil(row.more.isVisible)
    assert row.chip("kind").isHidden()
    menu = row.make_menu()
    captions = [action.text() for action in menu.actions()]
    assert captions == ["hoofdstuk", "oefening", "periode", "staat", "soort", "met …", "vastgezet"]
    menu.actions()[-1].trigger()
    assert page.bar.field.text() == "vast:ja"
    qtbot.waitUntil(lambda: not page.control.busy)
    page.resize(1600, 900)
    qtbot.waitUntil(row.chip("kind").isVisible)

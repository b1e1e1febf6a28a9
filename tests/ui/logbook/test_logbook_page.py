# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from logbook.core.entry import AnswerKey, EntryState, Value
from logbook.core.errors import EntryNotFound
from logbook.core.query import parse
from logbook.services.changes import Changes
from logbook.services.writing import Edit
from logbook.settings import Settings
from logbook.ui.context import Context
from logbook.ui.logbook.logbook_page import LogbookPage
from logbook.ui.logbook.nothing import Reason
from logbook.ui.navigation import NewNote, OpenEntry, OpenExercise
from tests.ui.helpers import assert_accessible, tab_stops
from tests.ui.logbook.conftest import Desk

MakePage = Callable[..., LogbookPage]
SENTENCE = AnswerKey("in-one-sentence")


def titles(page: LogbookPage) -> list[str]:
    rows = (page.model.index(row).data() for row in range(page.model.rowCount()))
    return [text for text in rows if "·" not in text]


def wishes(page: LogbookPage) -> list[object]:
    found: list[object] = []
    page.navigation_requested.connect(found.append)
    return found


def current(page: LogbookPage) -> str:
    return str(page.view.currentIndex().data())


def test_newest_entry_is_read_at_first(desk: Desk, make_page: MakePage) -> None:
    desk.note("Oud")
    desk.note("Nieuw\n\nwoorden")
    page = make_page()
    assert current(page) == "Nieuw"
    assert page.pane.title.text() == "Nieuw"
    assert page.pane.text.toPlainText() == "woorden"


def test_page_opens_at_the_entry_that_was_read_last(
    desk: Desk, make_page: MakePage, context: Context
) -> None:
    wanted = desk.note("Oud")
    desk.note("Nieuw")
    context.memory.set("logbook/entry", wanted)
    assert current(make_page()) == "Oud"


def test_remembered_entry_that_is_gone_harms_nothing(
    desk: Desk, make_page: MakePage, context: Context
) -> None:
    desk.note("Nieuw")
    context.memory.set("logbook/entry", "weg")
    assert current(make_page()) == "Nieuw"


def test_empty_logbook_says_what_will_come_and_offers_the_first_act(make_page: MakePage) -> None:
    page = make_page()
    found = wishes(page)
    assert page.nothing.isVisible()
    assert page.nothing.reason is Reason.EMPTY_LOGBOOK
    page.nothing.page.action.click()
    assert found == [NewNote()]


def test_first_entry_takes_the_place_of_the_empty_page(
    desk: Desk, make_page: MakePage, context: Context
) -> None:
    page = make_page()
    entry_id = desk.note("Eerste")
    context.notifier.announce(Changes(frozenset({entry_id})))
    assert page.view.isVisible()
    assert titles(page) == ["Eerste"]


# -- keys ------------------------------------------------------------------------------------------


def test_arrow_keys_home_and_end_walk_over_month_headers(
    desk: Desk, make_page: MakePage, qtbot
) -> None:
    for month in (1, 2, 3):
        desk.note(f"Maand {month}", 2026, month, 5)
    page = make_page()
    walked = []
    for key in ("Key_Down", "Key_Down", "Key_Down", "Key_Up", "Key_Home", "Key_End"):
        qtbot.keyClick(page.view, getattr(Qt.Key, key))
        walked.append(current(page)[-1])
    assert walked == ["2", "1", "1", "2", "3", "1"]


def test_enter_goes_on_writing(desk: Desk, make_page: MakePage, qtbot) -> None:
    entry_id = desk.note("Verder")
    page = make_page()
    found = wishes(page)
    qtbot.keyClick(page.view, Qt.Key.Key_Return)
    assert found == [OpenEntry(entry_id)]


def test_ctrl_f_goes_to_the_field(desk: Desk, make_page: MakePage, qtbot) -> None:
    desk.note("Iets")
    page = make_page()
    qtbot.keyClick(page.view, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert page.focusWidget() is page.bar.field


def test_ctrl_c_copies_the_entry_as_markdown(desk: Desk, make_page: MakePage, qtbot) -> None:
    desk.note("Kop\n\n- een **woord**")
    page = make_page()
    qtbot.keyClick(page.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    copied = QGuiApplication.clipboard().mimeData()
    assert "- een **woord**" in copied.text()
    assert copied.hasFormat("text/markdown")


# -- filters ---------------------------------------------------------------------------------------


def test_escape_empties_the_field_and_down_goes_to_the_list(
    desk: Desk, make_page: MakePage, qtbot
) -> None:
    desk.note("Iets")
    page = make_page()
    page.bar.focus_field()
    page.bar.field.setText("weg")
    qtbot.keyClick(page.bar.field, Qt.Key.Key_Escape)
    assert page.bar.field.text() == ""
    qtbot.keyClick(page.bar.field, Qt.Key.Key_Down)
    assert page.focusWidget() is page.view


def type_query(page: LogbookPage, qtbot: QtBot, text: str) -> None:
    """Type a query and wait for the list."""
    page.bar.focus_field()
    page.bar.field.clear()
    with qtbot.waitSignal(page.control.listed):
        qtbot.keyClicks(page.bar.field, text)
        qtbot.keyClick(page.bar.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not page.control.busy)


def test_typing_finds_all_words(desk: Desk, make_page: MakePage, qtbot: QtBot) -> None:
    desk.note("Stilte in het gesprek")
    desk.note("Gesprek zonder meer")
    page = make_page()
    type_query(page, qtbot, "gesprek stil")
    assert titles(page) == ["Stilte in het gesprek"]


def test_word_is_searched_for_without_enter(desk: Desk, make_page: MakePage, qtbot: QtBot) -> None:
    desk.note("Stilte in het gesprek")
    desk.note("Iets anders")
    page = make_page()
    page.bar.focus_field()
    qtbot.keyClicks(page.bar.field, "st")  # short: after a pause
    qtbot.waitUntil(lambda: titles(page) == ["Stilte in het gesprek"])
    page.bar.field.selectAll()
    qtbot.keyClick(page.bar.field, Qt.Key.Key_Delete)
    assert len(titles(page)) == 2


def test_nothing_found_names_the_words_and_offers_to_leave_one_out(
    desk: Desk, make_page: MakePage, qtbot: QtBot
) -> None:
    desk.note("Iets")
    page = make_page()
    type_query(page, qtbot, "iets onvindbaar soort:oefening")
    assert page.nothing.reason is Reason.NOTHING_FOUND
    assert page.nothing.found.sentence.text() == (
        "Geen bijdrage met “iets” en “onvindbaar” past ook bij oefeningen. Alles is er nog."
    )
    captions = [button.text() for button in page.nothing.found.offers]
    assert captions == ["Zonder oefeningen", "Zonder “iets”", "Zonder “onvindbaar”"]
    page.nothing.found.offers[0].click()
    qtbot.waitUntil(lambda: not page.control.busy)
    assert page.bar.field.text() == "iets onvindbaar"
    page.nothing.found.offers[1].click()
    qtbot.waitUntil(lambda: titles(page) == ["Iets"])


def test_nothing_found_for_a_pasted_text_names_and_offers_only_some_words(
    desk: Desk, make_page: MakePage
) -> None:
    desk.note("Iets.")
    page = make_page()
    found = page.nothing.found
    words = " ".join(f"woord{number}" for number in range(20))
    found.show_query(parse(f"{words} {words} {'x' * 3000}"), ())
    assert len(found.offers) == 6
    assert "“woord5” en nog 15 woorden" in found.sentence.text()
    found.show_query(parse("x" * 3000), ())
    assert len(found.sentence.text()) < 120


def test_nothing_found_says_which_words_were_not_to_occur(desk: Desk, make_page: MakePage) -> None:
    desk.note("Iets.")
    found = make_page().nothing.found
    found.show_query(parse("iets -anders"), ())
    assert found.sentence.text() == "Geen bijdrage met “iets” is zonder “anders”. Alles is er nog."


def test_nothing_found_offers_to_show_all(desk: Desk, make_page: MakePage, qtbot: QtBot) -> None:
    desk.note("Iets")
    page = make_page()
    type_query(page, qtbot, "onvindbaar")
    page.nothing.page.action.click()
    assert titles(page) == ["Iets"]
    assert page.pane.title.text() == "Iets"
    assert page.bar.field.text() == ""


def test_menu_writes_a_filter_that_a_chip_takes_away(
    desk: Desk, make_page: MakePage, qtbot: QtBot
) -> None:
    desk.note("Los")
    desk.round("drijfveren-in-beeld", {SENTENCE: Value("Ik blijf")})
    page = make_page()
    row = page.bar.row
    action = row.chip("chapter").make_menu().actions()[0]
    action.trigger()
    assert page.bar.field.text() == "hoofdstuk:1"
    qtbot.waitUntil(lambda: len(titles(page)) == 1)
    assert [chip.text() for chip in row.on] == ["hoofdstuk 1"]
    assert "Filter weghalen" in row.on[0].accessibleName()
    assert row.chip("chapter").isHidden()
    row.on[0].setFocus()
    row.on[0].click()
    assert page.bar.field.text() == ""
    assert len(titles(page)) == 2
    assert row.chip("chapter").hasFocus()


def test_typed_filter_lights_its_chip(desk: Desk, make_page: MakePage, qtbot: QtBot) -> None:
    entry_id = desk.note("Met label")
    desk.services.labels.give([entry_id], ["Eigen grenzen"])
    page = make_page()
    type_query(page, qtbot, 'label:"eigen grenzen" -staat:afgerond na:2026-03')
    words = [chip.text() for chip in page.bar.row.on]
    assert words == ["Eigen grenzen  ×", "niet: voor nu afgerond", "vanaf maart 2026"]
    assert titles(page) == ["Met label"]


def test_choice_of_a_period_writes_both_ends(desk: Desk, make_page: MakePage) -> None:
    desk.note("Toen", 2024, 5, 5)
    desk.clock.forward(days=600)
    page = make_page()
    actions = page.bar.row.chip("period").make_menu().actions()
    action = next(action for action in actions if action.text() == "2024")
    action.trigger()
    assert page.bar.field.text() == "na:2024 voor:2025"


def test_menus_offer_only_what_was_written_in(desk: Desk, make_page: MakePage) -> None:
    desk.round("recept-of-samen", {AnswerKey("one-sentence"): Value("Samen")})
    page = make_page()
    row = page.bar.row
    assert [a.text() for a in row.chip("exercise").make_menu().actions()] == [
        "Recept meegeven of samen zoeken"
    ]
    assert row.chip("label").isHidden()
    assert [a.text() for a in row.chip("kind").make_menu().actions()] == [
        "oefeningen",
        "vrije notities",
    ]


def test_query_keeps_the_selected_entry_when_it_stays(
    desk: Desk, make_page: MakePage, qtbot: QtBot
) -> None:
    wanted = desk.note("Blijft over")
    desk.note("Gaat weg en blijft")
    page = make_page()
    page.view.select_entry(wanted)
    type_query(page, qtbot, "blijft")
    assert current(page) == "Blijft over"


# -- bin -------------------------------------------------------------------------------------------


def test_delete_moves_to_the_bin_and_the_strip_undoes_it(
    desk: Desk, make_page: MakePage, qtbot, recorder
) -> None:
    desk.note("Een")
    desk.note("Twee")
    page = make_page()
    qtbot.keyClick(page.view, Qt.Key.Key_Delete)
    assert titles(page) == ["Een"]
    assert current(page) == "Een"
    assert page.pane.title.text() == "Een"
    message = recorder.shown[-1]
    assert message.action_text == "Ongedaan maken"
    message.action()
    assert titles(page) == ["Twee", "Een"]


def test_last_entry_that_goes_leaves_the_empty_page(
    desk: Desk, make_page: MakePage, qtbot, recorder
) -> None:
    desk.note("Enige")
    page = make_page()
    qtbot.keyClick(page.view, Qt.Key.Key_Delete)
    assert page.nothing.isVisible()
    recorder.shown[-1].action()
    assert page.view.isVisible()


def test_bin_puts_back(desk: Desk, make_page: MakePage, context: Context) -> None:
    entry_id = desk.note("Weggegooid")
    context.services.writing.move_to_bin(entry_id)
    page = make_page()
    page.bar.bin.click()
    assert titles(page) == ["Weggegooid"]
    assert page.pane.restore.isVisible()
    assert not page.pane.write.isVisible()
    page.pane.restore.setFocus()
    page.pane.restore.click()
    assert page.nothing.reason is Reason.EMPTY_BIN
    assert page.focusWidget() is page.nothing.page.action
    page.nothing.page.action.click()
    assert titles(page) == ["Weggegooid"]


@pytest.mark.parametrize(
    ("answer", "kept"), [("Laten staan", True), ("Voorgoed verwijderen", False)]
)
def test_deleting_for_good_asks_once(
    desk: Desk, make_page: MakePage, context: Context, recorder, answer: str, kept: bool
) -> None:
    entry_id = desk.note("Weg")
    context.services.writing.move_to_bin(entry_id)
    page = make_page()
    page.bar.bin.click()
    recorder.answers = [answer]
    page.pane.purge.click()
    assert len(recorder.asked) == 1
    assert "niet ongedaan maken" in recorder.asked[0][1]
    assert bool(titles(page)) is kept
    if not kept:
        with pytest.raises(EntryNotFound):
            context.services.reading.entry(entry_id)


# -- keeping up ------------------------------------------------------------------------------------


def test_change_elsewhere_keeps_selection_and_scroll(
    desk: Desk, make_page: MakePage, context: Context
) -> None:
    for number in range(60):
        desk.note(f"Notitie {number}\n\nmet woorden eronder")
    page = make_page()
    page.view.setCurrentIndex(page.model.index(30))
    before, place = current(page), page.view.verticalScrollBar().value()
    assert place > 0
    fresh = desk.note("Nieuw bovenaan")
    context.notifier.announce(Changes(frozenset({fresh})))
    assert current(page) == before
    context.notifier.announce(Changes(everything=True))
    assert current(page) == before
    assert page.view.verticalScrollBar().value() > 0


def test_hidden_page_waits_with_refreshing(
    desk: Desk, make_page: MakePage, context: Context
) -> None:
    desk.note("Een")
    page = make_page()
    page.leave()
    context.notifier.announce(Changes(frozenset({desk.note("Twee")})))
    assert titles(page) == ["Een"]
    page.enter()
    assert titles(page) == ["Twee", "Een"]


def test_pane_follows_a_change_of_the_entry_it_shows(
    desk: Desk, make_page: MakePage, context: Context
) -> None:
    entry_id = desk.note("Kop\n\neerst")
    page = make_page()
    entry = context.services.reading.entry(entry_id)
    head = entry.answers[0].head
    saved = context.services.writing.save(
        entry, [Edit(entry.answers[0].key, Value("Kop\n\nlater"), head)]
    )
    context.notifier.announce(saved.changes)
    assert page.pane.text.toPlainText() == "later"


def test_entry_can_be_read_although_a_query_hides_it(
    desk: Desk, make_page: MakePage, qtbot: QtBot
) -> None:
    wanted = desk.note("Verborgen")
    desk.note("Zichtbaar")
    page = make_page()
    type_query(page, qtbot, "zichtbaar")
    page.read_entry(wanted)
    assert page.pane.title.text() == "Verborgen"
    assert page.bar.field.text() == ""


def test_entry_in_the_bin_can_be_read(desk: Desk, make_page: MakePage, context: Context) -> None:
    wanted = desk.note("In de bak")
    desk.note("Gewoon")
    context.services.writing.move_to_bin(wanted)
    page = make_page()
    page.read_entry(wanted)
    assert page.pane.title.text() == "In de bak"
    assert page.pane.restore.isVisible()


# -- going on --------------------------------------------------------------------------------------


def test_open_round_goes_on_and_offers_no_new_round(desk: Desk, make_page: MakePage) -> None:
    entry = desk.round("drijfveren-in-beeld", {SENTENCE: Value("Ik blijf")})
    page = make_page()
    found = wishes(page)
    assert not page.pane.new_round.isVisible()
    page.pane.write.click()
    assert found == [OpenEntry(entry.id)]


def test_closed_round_opens_again_or_begins_a_new_one(
    desk: Desk, make_page: MakePage, context: Context
) -> None:
    entry = desk.round("drijfveren-in-beeld", {SENTENCE: Value("Ik blijf")})
    context.services.writing.close_for_now(entry.id)
    page = make_page()
    found = wishes(page)
    page.pane.new_round.click()
    assert page.pane.write.text() == "Verder schrijven"
    page.pane.write.click()
    assert found == [OpenExercise("drijfveren-in-beeld", new_round=True), OpenEntry(entry.id)]
    assert context.services.reading.entry(entry.id).state is EntryState.DRAFT


def test_older_round_leads_to_the_one_that_is_open(
    desk: Desk, make_page: MakePage, context: Context
) -> None:
    first = desk.round("drijfveren-in-beeld", {SENTENCE: Value("Een")})
    context.services.writing.close_for_now(first.id)
    desk.round("drijfveren-in-beeld", {SENTENCE: Value("Twee")})
    page = make_page()
    page.read_entry(first.id)
    assert page.focusWidget() is page.view
    found = wishes(page)
    assert not page.pane.new_round.isVisible()
    page.pane.write.click()
    assert found == [OpenExercise("drijfveren-in-beeld")]


def test_round_of_an_exercise_that_is_gone_can_only_be_read(
    desk: Desk, make_page: MakePage, context: Context
) -> None:
    exercise = context.services.content.library().exercise("drijfveren-in-beeld")
    assert exercise is not None
    entry = context.services.writing.begin_round(replace(exercise, id="weg"))
    context.services.writing.save(entry, [Edit(SENTENCE, Value("Nog te lezen"))])
    page = make_page()
    assert "Nog te lezen" in page.pane.text.toPlainText()
    assert not page.pane.write.isVisible()


def test_day_it_is_about_is_shown(desk: Desk, make_page: MakePage, context: Context) -> None:
    entry_id = desk.note("Gisteren")
    page = make_page()
    assert not page.pane.day.isVisible()
    page.pane_acts.acts.set_about_date(entry_id, date(2020, 11, 1))
    assert page.pane.day.text() == "Gaat over zondag 1 november 2020"
    page.pane_acts.acts.set_about_date(entry_id, None)
    assert not page.pane.day.isVisible()


def test_note_button_asks_for_a_note(desk: Desk, make_page: MakePage) -> None:
    desk.note("Iets")
    page = make_page()
    found = wishes(page)
    page.bar.note.click()
    assert found == [NewNote()]


def test_link_in_what_was_written_is_opened_only_after_yes(
    desk: Desk, make_page: MakePage, recorder, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(
        "logbook.ui.reference.outside.QDesktopServices.openUrl",
        lambda url: opened.append(url.toString()) or True,
    )
    desk.note("[hier](https://example.org/)")
    page = make_page()
    page.pane.text.link_activated.emit("https://example.org/")
    assert opened == []
    recorder.answers = ["Openen"]
    page.pane.text.link_activated.emit("https://example.org/")
    page.pane.text.link_activated.emit("file:///etc/passwd")
    assert opened == ["https://example.org/"]


# -- room and names --------------------------------------------------------------------------------


def test_narrow_page_shows_list_and_pane_in_turns(desk: Desk, make_page: MakePage, qtbot) -> None:
    desk.note("Iets")
    page = make_page(480, 600)
    assert page.view.isVisible()
    assert not page.pane.isVisible()
    qtbot.keyClick(page.view, Qt.Key.Key_Space)
    assert page.pane.isVisible()
    assert not page.view.isVisible()
    page.pane.back.click()
    assert page.view.isVisible()
    assert page.view.hasFocus() or page.focusWidget() is page.view


def test_rows_follow_the_width_of_the_list(desk: Desk, make_page: MakePage, qtbot) -> None:
    desk.note("Een titel van één regel breed\n\nen nog wat woorden")
    page = make_page(1200, 600)

    def height() -> int:
        return page.view.visualRect(page.model.index(1)).height()

    before = height()
    page.splitter.setSizes([250, 950])
    qtbot.waitUntil(lambda: height() > before)
    page.splitter.setSizes([500, 700])
    qtbot.waitUntil(lambda: height() <= before)


def test_width_of_the_list_is_remembered(desk: Desk, make_page: MakePage, context: Context) -> None:
    desk.note("Iets")
    page = make_page()
    page.splitter.setSizes([300, 700])
    page.splitter.splitterMoved.emit(300, 1)
    assert make_page().view.width() == pytest.approx(300, abs=3)


@pytest.mark.parametrize("text_size", [80, 200])
def test_nothing_is_wider_than_the_page(
    desk: Desk, make_page: MakePage, context: Context, qtbot, text_size: int
) -> None:
    desk.round("drijfveren-in-beeld", {SENTENCE: Value("Ik blijf")})
    context.theme.apply(Settings(text_size=text_size))
    page = make_page(688, 600)
    page.read_entry(page.view.current_entry())
    area = page.pane.scroll_area
    qtbot.waitUntil(lambda: area.widget().width() <= area.viewport().width())
    assert page.minimumSizeHint().width() <= 688


def test_every_control_has_a_name_and_can_be_reached(desk: Desk, make_page: MakePage) -> None:
    desk.round("drijfveren-in-beeld", {SENTENCE: Value("Ik blijf")})
    assert_accessible(make_page())


def test_labels_come_before_the_text_they_stand_above(desk: Desk, make_page: MakePage) -> None:
    desk.round("drijfveren-in-beeld", {SENTENCE: Value("Ik blijf")})
    page = make_page()
    page.read_entry(page.view.current_entry())
    assert tab_stops(page.pane.more, 3) == [
        "Label geven", "Leerdoel koppelen …", "Tekst van deze bijdrage",
    ]  # fmt: skip


def test_a_short_cut_still_held_down_selects_nothing_more(desk: Desk, make_page: MakePage) -> None:
    first = desk.round("drijfveren-in-beeld", {SENTENCE: Value("Ik blijf")})
    second = desk.round("drijfveren-in-beeld", {SENTENCE: Value("Ik ga")})
    page = make_page()
    QTest.keyPress(page.view, Qt.Key.Key_F24, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.keyboardModifiers() == Qt.KeyboardModifier.ControlModifier
    for entry_id in (first.id, second.id, second.id):
        page.read_entry(entry_id)
        assert page.view.selected_entries() == (entry_id,)
    page.view.reload()
    assert page.view.selected_entries() == (second.id,)
    QTest.keyRelease(page.view, Qt.Key.Key_F24)

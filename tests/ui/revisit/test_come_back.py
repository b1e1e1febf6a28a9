# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Choosing when to look back, intentions beside an entry, and the thread of an exercise."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest
from PySide6.QtCore import QDate
from PySide6.QtWidgets import QAbstractItemView, QCalendarWidget, QWidget

from logbook.core.entry import AnswerKey, EntryId, Value
from logbook.core.recall_days import add_months
from logbook.services.writing import Edit
from logbook.ui.context import Context
from logbook.ui.demo.hands import button, click, settle, type_text, words_on
from logbook.ui.exercise.writer_page import WriterPage
from logbook.ui.logbook.logbook_page import LogbookPage
from logbook.ui.navigation import AnswerIntention, ReadEntry
from logbook.ui.revisit.come_back import ComeBack
from logbook.ui.revisit.later_menu import LaterMenu, ask_day
from logbook.ui.widgets.calendar_dialog import CalendarDialog
from tests.ui.helpers import assert_accessible
from tests.ui.recorder import Recorder
from tests.ui.revisit.conftest import Ago

TODAY = date.today()
TRY = AnswerKey("intention", "try")

MakeStrip = Callable[[EntryId | None], ComeBack]


@pytest.fixture
def make_strip(context: Context, qtbot) -> MakeStrip:
    """The strip beside an entry, in view."""

    def make(entry_id: EntryId | None) -> ComeBack:
        strip = ComeBack(context, lambda: entry_id)
        qtbot.addWidget(strip)
        strip.resize(400, 500)
        strip.show()
        strip.show_entry(entry_id)
        return strip

    return make


@pytest.fixture
def round_id(context: Context) -> EntryId:
    """A closed round with an intention."""
    services = context.services
    exercise = services.content.library().exercise("een-kleine-stap")
    block = next(b for b in exercise.blocks if b.kind == "intention")
    entry = services.writing.begin_round(exercise)
    key = AnswerKey(block.id, block.prompts[0].id)
    services.writing.save(entry, [Edit(key, Value("Stil zijn"))], close_revisions=True)
    services.writing.close_for_now(entry.id)
    return entry.id


def own_days(context: Context, entry_id: EntryId) -> list[date | None]:
    return [offer.due for offer in context.services.revisiting.own(entry_id)]


def test_a_day_is_chosen_and_taken_away_again(
    make_strip: MakeStrip, context: Context, recorder: Recorder
) -> None:
    entry_id = context.services.writing.add_note("een gesprek").id
    strip = make_strip(entry_id)
    day = TODAY + timedelta(days=30)
    strip.menu.day_chosen.emit(day)
    assert own_days(context, entry_id) == [day]
    assert "Je kijkt hierop terug op" in words_on(strip)
    recorder.shown[-1].action()
    assert own_days(context, entry_id) == []
    assert "Je kijkt hierop terug" not in words_on(strip)


def test_the_next_evaluation_needs_no_day(make_strip: MakeStrip, context: Context) -> None:
    entry_id = context.services.writing.add_note("een gesprek").id
    strip = make_strip(entry_id)
    strip.menu.day_chosen.emit(None)
    assert own_days(context, entry_id) == [None]
    assert "bij je volgende evaluatie" in words_on(strip)


def test_a_day_can_be_removed_and_put_back(
    make_strip: MakeStrip, context: Context, recorder: Recorder
) -> None:
    entry_id = context.services.writing.add_note("een gesprek").id
    day = TODAY + timedelta(days=30)
    context.services.revisiting.set_own(entry_id, "", day)
    strip = make_strip(entry_id)
    assert_accessible(strip)
    remove = [b for b in strip.findChildren(type(strip.later)) if b.text() == "Weghalen"]
    click(remove[0])
    assert own_days(context, entry_id) == []
    recorder.shown[-1].action()
    assert own_days(context, entry_id) == [day]


def test_nothing_can_come_back_before_there_are_words(
    make_strip: MakeStrip, recorder: Recorder
) -> None:
    strip = make_strip(None)
    click(strip.later)
    click(strip.intend)
    assert strip.form is None
    assert not strip.menu.isVisible()
    assert recorder.shown[-1].text == "Dit kan zodra er iets staat."


def test_an_intention_is_kept_beside_a_closed_round(
    make_strip: MakeStrip, context: Context, round_id: EntryId, recorder: Recorder
) -> None:
    strip = make_strip(round_id)
    click(strip.intend)
    settle()
    assert_accessible(strip)
    type_text("Vragen wat er nodig is", strip.form.fields["what"].editor)
    strip.form.fields["day"].day_chosen.emit(TODAY + timedelta(days=3))
    assert strip.flush()
    own = next(i for i in context.services.intentions.all() if i.is_own)
    assert (own.entry_id, own.text) == (round_id, "Vragen wat er nodig is")
    assert own.date == TODAY + timedelta(days=3)
    click(strip.form.ready)
    assert strip.form is None
    recorder.shown[-1].action()
    assert not [i for i in context.services.intentions.all() if i.is_own]


def test_an_empty_form_leaves_nothing(make_strip: MakeStrip, context: Context) -> None:
    entry_id = context.services.writing.add_note("een gesprek").id
    strip = make_strip(entry_id)
    strip.open_form()
    click(strip.form.ready)
    assert context.services.intentions.all() == ()


def test_another_entry_closes_the_form_and_keeps_it(
    make_strip: MakeStrip, context: Context
) -> None:
    writing = context.services.writing
    first, second = writing.add_note("een").id, writing.add_note("twee").id
    strip = make_strip(first)
    strip.open_form()
    type_text("Iets proberen", strip.form.fields["what"].editor)
    strip.show_entry(second)
    assert strip.form is None
    (intention,) = context.services.intentions.all()
    assert intention.entry_id == first


def test_a_form_that_cannot_be_kept_stays(make_strip: MakeStrip, context: Context) -> None:
    writing = context.services.writing
    first, second = writing.add_note("een").id, writing.add_note("twee").id
    strip = make_strip(first)
    strip.open_form()
    type_text("Iets proberen", strip.form.fields["what"].editor)
    connection = context.services._database.connection
    connection.execute("pragma query_only = on")
    strip.show_entry(second)
    assert strip.form is not None
    assert strip.rescue_text() == "Iets proberen"
    connection.execute("pragma query_only = off")
    assert strip.flush()


def test_the_reading_pane_offers_both_from_its_menu(
    context: Context, round_id: EntryId, qtbot
) -> None:
    page = LogbookPage(context)
    qtbot.addWidget(page)
    page.resize(1000, 700)
    page.show()
    page.enter()
    page.pane_acts.read(round_id)
    page.pane_acts.come_back.open_form()
    type_text("Uit het logboek", page.pane_acts.come_back.form.fields["what"].editor)
    assert page.flush()
    assert any(i.text == "Uit het logboek" for i in context.services.intentions.all())


def test_the_reading_pane_leads_to_the_same_day_a_year_before(
    context: Context, qtbot, ago: Ago
) -> None:
    ago.days = (TODAY - add_months(TODAY, -12)).days
    older = context.services.writing.add_note("toen geschreven").id
    ago.days = 0
    newer = context.services.writing.add_note("nu geschreven").id
    page = LogbookPage(context)
    qtbot.addWidget(page)
    page.resize(1000, 700)
    page.show()
    page.enter()
    page.pane_acts.read(newer)
    (link,) = page.pane_acts.same_day.buttons
    assert link.text() == "toen geschreven · een jaar eerder"
    wishes: list[object] = []
    page.navigation_requested.connect(wishes.append)
    click(link)
    assert wishes == [ReadEntry(older)]


def test_a_long_title_of_the_same_day_leaves_the_pane_as_wide_as_it_is(
    context: Context, qtbot, ago: Ago
) -> None:
    ago.days = (TODAY - add_months(TODAY, -12)).days
    long = "Ik begeleid nu zelf een student en herken haar zenuwen, en daarna zat ik nog lang stil"
    context.services.writing.add_note(long)
    ago.days = 0
    newer = context.services.writing.add_note("nu geschreven").id
    page = LogbookPage(context)
    qtbot.addWidget(page)
    page.resize(820, 700)
    page.show()
    page.enter()
    page.pane_acts.read(newer)
    settle()
    (link,) = page.pane_acts.same_day.buttons
    assert link.text().endswith("… · een jaar eerder")
    assert link.accessibleName().startswith(long[:60])
    holder = link.parentWidget()
    assert link.geometry().right() <= holder.width()
    assert holder.mapTo(page, holder.rect().topRight()).x() <= page.width() - 16


def test_the_writer_shows_the_thread_of_its_exercise(
    context: Context, round_id: EntryId, qtbot
) -> None:
    intentions = context.services.intentions
    (intention,) = intentions.all()
    intentions.answer(intention, "not-yet", "Het lukte niet.", "Morgen.")
    page = WriterPage(context)
    qtbot.addWidget(page)
    wishes: list[object] = []
    page.navigation_requested.connect(wishes.append)
    page.resize(1200, 800)
    page.open_entry(round_id)
    page.show()
    page.enter()
    words = words_on(page.view.earlier_thread)
    assert {"Stil zijn", "Het lukte niet.", "Morgen."} <= set(words.splitlines())
    click(button(page.view.earlier_thread, "Hoe ging het: Stil zijn"))
    assert wishes == [AnswerIntention(*intention.key)]


def test_leaving_the_writer_keeps_an_intention(context: Context, round_id: EntryId, qtbot) -> None:
    page = WriterPage(context)
    qtbot.addWidget(page)
    page.resize(1200, 800)
    page.open_entry(round_id)
    page.show()
    page.enter()
    page.view.come_back.open_form()
    type_text("Nog iets", page.view.come_back.form.fields["what"].editor)
    page.leave()
    assert any(i.text == "Nog iets" for i in context.services.intentions.all())


def test_later_counts_from_the_day_of_the_logbook(context: Context, ago: Ago, qtbot) -> None:
    ago.days = -800
    parent = QWidget()
    qtbot.addWidget(parent)
    menu = LaterMenu(context, parent)
    days = [action.data() for action in menu.actions() if action.data()]
    today = (datetime.now(UTC) + timedelta(days=800)).astimezone().date()
    assert days[0] == today + timedelta(days=7)
    assert all(day > today for day in days)


def test_only_days_to_come_can_be_chosen(qtbot, monkeypatch: pytest.MonkeyPatch) -> None:
    def choose(dialog: CalendarDialog) -> None:
        assert_accessible(dialog)
        calendar = dialog.findChild(QCalendarWidget)
        days = calendar.findChild(QAbstractItemView)
        assert days.accessibleName() == "Dag waarop dit terugkomt"
        tomorrow = TODAY + timedelta(days=1)
        assert calendar.minimumDate() == QDate(tomorrow.year, tomorrow.month, tomorrow.day)
        calendar.setSelectedDate(QDate(2040, 2, 29))
        dialog.choose.click()

    monkeypatch.setattr(CalendarDialog, "exec", choose)
    assert ask_day(TODAY) == date(2040, 2, 29)

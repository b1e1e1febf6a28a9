# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
from __future__ import annotations

import threading
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt, QThreadPool
from PySide6.QtWidgets import QWidget

from logbook.bootstrap import Services
from logbook.core.entry import EntryId, Value
from logbook.core.errors import DiskFull
from logbook.core.recall_days import Span, shift
from logbook.core.revisit import Offer, OfferKind
from logbook.services.opening import Everything, Opening
from logbook.settings import Theme as ThemeChoice
from logbook.ui import background
from logbook.ui.context import Context
from logbook.ui.demo.hands import click, press, settle, words_on
from logbook.ui.guide.topics import TOPICS
from logbook.ui.navigation import LookBack, OpenPage, OpenWords, ReadEntry
from logbook.ui.revisit import days_card, overview
from logbook.ui.revisit.later_menu import LaterMenu
from logbook.ui.revisit.offer_row import OfferRow
from logbook.ui.revisit.revisit_page import RevisitPage
from logbook.ui.widgets.calendar_dialog import CalendarDialog
from tests.ui.helpers import assert_accessible
from tests.ui.recorder import Recorder
from tests.ui.revisit.conftest import FRAMES, SENTENCE, MakePage, WriteRound, add_exercise

TODAY = date.today()


def test_an_empty_logbook_is_calm_and_leads_on(make_page: MakePage) -> None:
    page = make_page()
    words = words_on(page.overview)
    assert "Nog niets om op terug te kijken" in words
    for card in (page.overview.due, page.overview.memories, page.overview.once):
        assert not card.isVisible()
    click(page.overview._empty.action)
    assert page.wishes == [OpenPage("exercises")]


def test_what_is_due_says_why(make_page: MakePage, write: WriteRound) -> None:
    entry = write(days=400)
    page = make_page()
    (row,) = page.overview.due.rows
    words = words_on(row)
    assert "Kader" in words
    assert "Je oefening stelt voor om na 12 weken terug te kijken." in words
    assert "Je schreef dit een jaar geleden." in words
    assert "laat" not in words.split()
    click(row.read)
    click(row.open)
    assert page.wishes == [ReadEntry(entry), LookBack(entry, "kader")]


def test_a_chosen_day_is_due_with_its_own_reason(
    make_page: MakePage, services: Services, write: WriteRound
) -> None:
    entry = write({SENTENCE: Value("Kort.")}, 10)
    services.revisiting.set_own(entry, "", TODAY)
    page = make_page()
    assert "Je koos deze dag om terug te kijken." in words_on(page.overview.due)


def test_on_this_day(make_page: MakePage, services: Services, ago) -> None:
    ago.days = 7
    note = services.writing.add_note("Vorige week.")
    ago.days = 0
    page = make_page()
    (row,) = page.overview.memories.rows
    assert row.offer.entry_id == note.id
    assert "Een week geleden schreef je dit." in words_on(row)


def test_something_of_then_can_be_something_else(
    make_page: MakePage, services: Services, ago, recorder: Recorder
) -> None:
    ago.days = 100
    notes = {services.writing.add_note(f"Notitie {n}.").id for n in range(2)}
    ago.days = 0
    page = make_page()
    (row,) = page.overview.random.rows
    first = row.offer.entry_id
    assert first in notes
    click(page.overview.again)
    assert page.overview.random.rows[0].offer.entry_id in notes - {first}


def test_what_chance_picked_can_be_kept_away(make_page: MakePage, services: Services, ago) -> None:
    ago.days = 100
    notes = {services.writing.add_note(f"Notitie {n}.").id for n in range(2)}
    ago.days = 0
    page = make_page()
    (row,) = page.overview.random.rows
    click(row.drop)
    assert page.overview.random.rows[0].offer.entry_id in notes - {row.offer.entry_id}


def test_later_drop_and_their_undo(
    make_page: MakePage, write: WriteRound, services: Services, recorder: Recorder, context: Context
) -> None:
    write(days=400)
    page = make_page()
    row = page.overview.due.rows[0]
    click(row.drop)
    assert not page.overview.due.rows or not page.overview.due.isVisible()
    assert recorder.texts[-1] == "Dit komt niet meer terug."
    recorder.shown[-1].action()
    assert page.overview.due.isVisible()
    click(page.overview.due.rows[0].later)
    (menu,) = [m for m in page.findChildren(LaterMenu) if m.isVisible()]
    menu.close()
    day = shift(TODAY, Span.MONTH)
    menu.day_chosen.emit(day)
    assert not page.overview.due.isVisible()
    (later,) = page.overview.days.rows
    assert later.offer.due == day
    recorder.shown[-1].action()
    assert page.overview.due.isVisible()


def test_a_chosen_day_is_moved_and_taken_away(
    make_page: MakePage, services: Services, recorder: Recorder
) -> None:
    note = services.writing.add_note("Voor later.").id
    services.revisiting.set_own(note, "", TODAY + timedelta(days=30))
    page = make_page()
    (row,) = page.overview.days.rows
    assert "Voor later." in words_on(row)
    row._on_day_chosen(TODAY + timedelta(days=60))
    assert [o.due for o in services.revisiting.own(note)] == [TODAY + timedelta(days=60)]
    recorder.shown[-1].action()
    assert [o.due for o in services.revisiting.own(note)] == [TODAY + timedelta(days=30)]
    click(page.overview.days.rows[0].drop)
    assert services.revisiting.own(note) == ()
    recorder.shown[-1].action()
    assert [o.due for o in services.revisiting.own(note)] == [TODAY + timedelta(days=30)]


def test_the_next_evaluation(
    make_page: MakePage,
    services: Services,
    recorder: Recorder,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    note = services.writing.add_note("Bij de evaluatie.").id
    services.revisiting.set_own(note, "", None)
    page = make_page()
    days = page.overview.days
    assert "heeft nog geen dag" in words_on(days)
    assert "Bij je volgende evaluatie" in words_on(days.rows[0])
    day = TODAY + timedelta(days=40)
    monkeypatch.setattr(days_card, "ask_evaluation", lambda *_: day)
    click(days.choose)
    assert services.revisiting.evaluation == day
    assert "Je volgende evaluatie:" in words_on(days)
    click(days.forget)
    assert services.revisiting.evaluation is None
    recorder.shown[-1].action()
    assert services.revisiting.evaluation == day


def test_an_intention_is_answered_here(
    make_page: MakePage, services: Services, context: Context
) -> None:
    entry_id, changes = services.intentions.add("Ik wacht langer.", day=TODAY)
    context.notifier.announce(changes)
    page = make_page()
    (intention,) = services.intentions.open()
    page.answer_intention(entry_id, intention.place)
    settle()
    form = page.overview.intentions.form
    assert form is not None
    assert form.isVisible()
    assert page.flush()
    click(form.ready)
    page.answer_intention(EntryId("weg"), "x")
    assert "Dit voornemen is er niet meer." in context.messages.texts


def test_many_are_shown_a_few_at_a_time(make_page: MakePage, services: Services) -> None:
    for number in range(7):
        services.intentions.add(f"Voornemen {number}.")
        note = services.writing.add_note(f"Notitie {number}.").id
        services.revisiting.set_own(note, "", TODAY)
    page = make_page()
    card = page.overview.due
    assert len(card.rows) == 4
    click(card.more)
    assert len(card.rows) == 7
    assert card.rows[4].open.hasFocus()
    assert len(page.overview.intentions.items) == 4
    click(page.overview.more)
    assert len(page.overview.intentions.items) == 7


def test_exercises_done_once(make_page: MakePage, write: WriteRound) -> None:
    write({SENTENCE: Value("Kort.")}, 33)
    page = make_page()
    (row,) = page.overview.once.rows
    assert row.offer.kind is OfferKind.UNVISITED
    words = words_on(page.overview.once)
    assert "Eén keer gedaan" in words
    assert "geleden, op" in words


def test_the_ways_to_words_and_calendar(make_page: MakePage) -> None:
    page = make_page()
    click(page.words_button)
    click(page.calendar_button)
    assert page.wishes == [OpenWords(), OpenPage("settings")]


def test_trouble_is_said(
    make_page: MakePage, services: Services, recorder: Recorder, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = make_page()

    def refuse(*_: object) -> None:
        raise DiskFull("vol")

    monkeypatch.setattr(services.opening, "everything", refuse)
    page.show_overview()
    assert recorder.shown[-1].kind == "error"


def test_names_and_looks(
    make_page: MakePage, services: Services, write: WriteRound, context: Context, qtbot
) -> None:
    write(days=400)
    write({SENTENCE: Value("Nog een.")}, 7)
    services.intentions.add("Ik wacht langer.")
    page = make_page(700)
    assert_accessible(page)
    context.preferences.change(theme=ThemeChoice.DARK, text_size=200)
    qtbot.wait(20)
    bar = page.words_button.parentWidget()
    assert page.calendar_button.geometry().right() <= bar.width()


def tab_walk(page: RevisitPage, start: QWidget, end: QWidget) -> list[QWidget]:
    """What Tab comes to, from one widget up to and with another."""
    found, widget = [start], start
    while widget is not end and len(found) < 200:
        widget = widget.nextInFocusChain()
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            found.append(widget)
    return found


def test_tab_follows_the_order_on_screen(
    make_page: MakePage, services: Services, write: WriteRound, ago
) -> None:
    others = [replace(FRAMES, id=name, title=name.title()) for name in ("ander", "derde")]
    for exercise in others:
        add_exercise(services, exercise)
    write(days=400)
    write({SENTENCE: Value("Kort.")}, 30, others[0])
    chosen = write({SENTENCE: Value("Later.")}, 20, others[1])
    services.revisiting.set_own(chosen, "", TODAY + timedelta(days=9))
    services.revisiting.set_evaluation(TODAY + timedelta(days=30))
    services.intentions.add("Wachten")
    for days in (7, 365):
        ago.days = days
        services.writing.add_note(f"Een note van {days} dagen geleden.")
    ago.days = 0
    page = make_page()
    view = page.overview
    # What changes is made anew, and still stands in its place for Tab.
    view.memories.rows[0]._on_drop_clicked()
    settle()
    walk = tab_walk(page, page.words_button, view.once.rows[-1].drop)
    for row in (*view.due.rows, *view.memories.rows, *view.days.rows, *view.once.rows):
        assert row.open in walk
    inside = [w for w in walk if view.column.isAncestorOf(w)]
    tops = [w.mapTo(view.column, QPoint(0, 0)).y() for w in inside]
    cards = (view.due, view.intentions_card, view.memories, view.random, view.days, view.once)
    order = [next(n for n, card in enumerate(cards) if card.isAncestorOf(w)) for w in inside]
    assert order == sorted(order)
    assert len(set(order)) == len(cards)
    assert all(later >= earlier - 12 for earlier, later in pairwise(tops))


def test_the_keyboard_stays_in_the_card_when_a_row_goes(
    make_page: MakePage, services: Services, ago
) -> None:
    for days in (7, 365):
        ago.days = days
        services.writing.add_note(f"Een note van {days} dagen geleden.")
    ago.days = 0
    page = make_page()
    first, second = page.overview.memories.rows
    first.drop.setFocus()
    press(Qt.Key.Key_Space)
    settle()
    (left,) = page.overview.memories.rows
    assert left.offer == second.offer
    assert left.open.hasFocus()


def test_a_day_that_waits_for_the_evaluation_comes_back_so_after_undo(
    make_page: MakePage, services: Services, write: WriteRound, recorder: Recorder
) -> None:
    entry = write({SENTENCE: Value("Kort.")}, 10)
    services.revisiting.set_evaluation(TODAY + timedelta(days=30))
    services.revisiting.set_own(entry, "", None)
    page = make_page()

    def own() -> list[OfferRow]:
        return [r for r in page.overview.days.rows if r.offer.kind is OfferKind.OWN]

    own()[0]._on_day_chosen(TODAY + timedelta(days=3))
    recorder.shown[-1].action()
    own()[0]._on_drop_clicked()
    assert not own()
    recorder.shown[-1].action()
    # Moving the evaluation moves it: it was never given a day of its own.
    services.revisiting.set_evaluation(TODAY + timedelta(days=60))
    (offer,) = services.revisiting.own(entry)
    assert offer.due == TODAY + timedelta(days=60)


def test_each_view_has_its_own_explanation(make_page: MakePage, write: WriteRound) -> None:
    entry = write(days=400)
    page = make_page()
    topics = [page.guide_topic()]
    page.look_back(entry)
    topics.append(page.guide_topic())
    page.compare(FRAMES.id)
    topics.append(page.guide_topic())
    page.show_words()
    topics.append(page.guide_topic())
    assert topics == ["revisit", "then-now", "compare", "words"]
    assert set(topics) <= set(TOPICS)


def test_the_keyboard_stays_at_the_intention_that_was_answered(
    make_page: MakePage, services: Services
) -> None:
    for name in ("Wachten", "Vragen", "Luisteren"):
        services.intentions.add(name)
    page = make_page()
    answered = page.overview.intentions.items[1]
    answered.open_form()
    assert answered.form is not None
    answered.form.fields["again"].day_chosen.emit(TODAY + timedelta(days=7))
    press(Qt.Key.Key_Escape, widget=answered.form)
    settle()
    held = next(i for i in page.overview.intentions.items if i.ask.hasFocus())
    assert held.intention.key == answered.intention.key


def test_coming_back_goes_on_where_one_was(
    make_page: MakePage, services: Services, write: WriteRound, ago
) -> None:
    write(days=400)
    for days in (7, 365):
        ago.days = days
        services.writing.add_note(f"Een note van {days} dagen geleden.")
    ago.days = 0
    page = make_page()
    page.overview.focus_first()
    assert page.overview.due.rows[0].open.hasFocus()
    row = page.overview.memories.rows[1]
    row.open.setFocus()
    page.look_back(row.offer.entry_id)
    settle()
    page.enter()
    settle()
    assert page.overview.memories.rows[1].open.hasFocus()


def test_it_is_read_beside_the_main_thread_and_says_so(
    make_page: MakePage, write: WriteRound, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(days=400)
    monkeypatch.setattr(overview, "background", background)
    readers: set[int] = set()
    everything, go_on = Opening.everything, threading.Event()

    def watched(opening: Opening, chance: Offer | None = None) -> Everything | None:
        readers.add(threading.get_ident())
        go_on.wait(5)
        return everything(opening, chance)

    monkeypatch.setattr(Opening, "everything", watched)
    page = make_page()
    assert "Even kijken" in words_on(page.overview)
    assert "Nog niets" not in words_on(page.overview)
    assert not page.overview.days.isVisible()
    page.overview.fill()  # asked again while it is read: read again, once
    go_on.set()
    for _ in range(2):
        QThreadPool.globalInstance().waitForDone(5_000)
        settle()
    assert page.overview.due.rows
    assert "Even kijken" not in words_on(page.overview)
    assert readers.isdisjoint({threading.get_ident()})


def test_an_intention_that_is_being_asked_for_stays_when_the_rest_comes(
    make_page: MakePage, services: Services, write: WriteRound
) -> None:
    write(days=400)
    entry_id, _ = services.intentions.add("Ik wacht langer.", day=TODAY)
    for number in range(6):
        services.intentions.add(f"Eerder {number}.", day=TODAY - timedelta(days=9))
    page = make_page()
    place = next(i.place for i in services.intentions.open() if i.entry_id == entry_id)
    page.overview.answer_intention(entry_id, place)
    page.overview.fill()  # comes in before the form is opened
    settle()
    form = page.overview.intentions.form
    assert form is not None
    assert form.isVisible()


def test_the_calendar_of_the_evaluation_asks_for_that(
    make_page: MakePage, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(CalendarDialog, "exec", lambda dialog: asked.append(dialog.windowTitle()))
    page = make_page()
    click(page.overview.days.choose)
    assert asked == ["Je volgende evaluatie"]


def test_the_clock_of_the_logbook_says_how_long_ago(
    make_page: MakePage, write: WriteRound, ago
) -> None:
    entry = write(days=0)
    day = TODAY + timedelta(days=366)
    ago.days = -366
    page = make_page()
    assert "Je schreef dit een jaar geleden." in words_on(page.overview.due)
    page.look_back(entry)
    words = words_on(page.then_now)
    assert "een jaar geleden" in words
    assert f"Vandaag · {day.day} " in words

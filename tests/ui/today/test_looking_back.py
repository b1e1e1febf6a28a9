# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
from __future__ import annotations

import threading
from datetime import date, timedelta

import pytest
from PySide6.QtWidgets import QBoxLayout

from logbook.core.entry import AnswerKey, EntryId, Value
from logbook.core.errors import FileUnreadable
from logbook.core.recall_days import Span, shift
from logbook.services.opening import Found, Opening
from logbook.ui.context import Context
from logbook.ui.demo.hands import click, settle, type_text, words_on
from logbook.ui.navigation import AnswerIntention, LookBack, OpenPage
from logbook.ui.today.today_page import TodayPage
from tests.ui.helpers import assert_accessible
from tests.ui.recorder import Recorder
from tests.ui.today.conftest import MakePage, WriteRound, looked, tab_names

GUIDING = {AnswerKey("guiding"): Value("Eerst luisteren.")}
STEP = "een-kleine-stap"
TODAY = date.today()


@pytest.fixture
def proposed(write: WriteRound) -> EntryId:
    """A round that its exercise proposes to look back at by now."""
    return write("mijn-referentiekader", GUIDING, 190)


def intend(context: Context, what: str, day: date | None = None) -> None:
    context.services.intentions.add(what, "", "", day)


def opened(page: TodayPage, number: int = 0) -> TodayPage:
    click(page.intentions.list.items[number].ask)
    settle()
    return page


def test_one_offer_leads_to_then_and_now(make_page: MakePage, proposed: EntryId) -> None:
    page = make_page()
    assert "Terugblik" in words_on(page.offer)
    assert "Door welke bril kijk ik?" in words_on(page.offer)
    click(page.offer.open)
    (wish,) = page.wishes
    assert isinstance(wish, LookBack)
    assert wish.entry_id == proposed


def test_without_an_offer_there_is_no_card(make_page: MakePage) -> None:
    assert "offer" not in vars(make_page())


def test_not_now_ends_it_for_this_opening(
    make_page: MakePage, context: Context, proposed: EntryId, recorder: Recorder
) -> None:
    page = make_page()
    click(page.offer.not_now)
    assert not page.offer.isVisible()
    page.leave()
    page.enter()
    looked()
    assert not page.offer.isVisible()
    assert proposed in {offer.entry_id for offer in context.services.revisiting.offers()}
    recorder.shown[-1].action()
    looked()
    assert page.offer.isVisible()


def test_looking_back_is_read_beside_the_main_thread(
    make_page: MakePage, context: Context, proposed: EntryId, monkeypatch: pytest.MonkeyPatch
) -> None:
    intend(context, "Een stilte laten vallen")
    readers: set[int] = set()
    look = Opening.look

    def watched(opening: Opening, intentions: int) -> Found:
        readers.add(threading.get_ident())
        return look(opening, intentions)

    monkeypatch.setattr(Opening, "look", watched)
    page = make_page()
    assert page.offer.isVisible()
    assert page.intentions.isVisible()
    assert readers.isdisjoint({threading.get_ident()})


def test_what_was_put_off_while_it_was_read_is_not_shown(
    make_page: MakePage, context: Context, proposed: EntryId
) -> None:
    page = make_page()
    offer = page.offer.offer
    found = context.services.opening.look(5)
    click(page.offer.not_now)
    page._take(found)
    assert found.offer == offer
    assert not page.offer.isVisible()


def test_a_logbook_that_cannot_be_read_is_said_and_the_note_stays(
    make_page: MakePage,
    context: Context,
    recorder: Recorder,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    page = make_page()

    def refuse(_opening: Opening, _intentions: int) -> Found:
        raise FileUnreadable("logboek", "weg")

    monkeypatch.setattr(Opening, "look", refuse)
    page._fill()
    looked()
    assert recorder.shown[-1].kind == "error"
    assert page.note.isVisible()


def test_later_lets_it_come_back_on_a_day(
    make_page: MakePage, context: Context, proposed: EntryId, recorder: Recorder
) -> None:
    page = make_page()
    page.offer.later_menu.day_chosen.emit(shift(TODAY, Span.MONTH))
    assert not page.offer.isVisible()
    (coming,) = [o for o in context.services.revisiting.coming() if o.entry_id == proposed]
    assert coming.due == shift(TODAY, Span.MONTH)
    recorder.shown[-1].action()
    looked()
    assert page.offer.isVisible()


def test_later_offers_a_month_and_the_next_evaluation(
    make_page: MakePage, context: Context, proposed: EntryId
) -> None:
    context.services.revisiting.set_evaluation(TODAY + timedelta(days=20))
    page = make_page()
    menu = page.offer.later_menu
    chosen: list[date | None] = []
    menu.day_chosen.connect(chosen.append)
    menu.fill()
    for action in menu.actions():
        if action is not menu.pick:
            action.trigger()
    assert chosen == [shift(TODAY, s) for s in (Span.WEEK, Span.MONTH, Span.QUARTER)] + [None]


def test_never_again_drops_it_and_can_be_undone(
    make_page: MakePage, context: Context, proposed: EntryId, recorder: Recorder
) -> None:
    page = make_page()
    click(page.offer.drop)
    assert not page.offer.isVisible()
    offers = context.services.revisiting.offers
    assert proposed not in {offer.entry_id for offer in offers()}
    recorder.shown[-1].action()
    looked()
    assert proposed in {offer.entry_id for offer in offers()}
    assert page.offer.isVisible()


def test_a_draft_alone_has_its_button_beside_it(make_page: MakePage, context: Context) -> None:
    writing = context.services.writing
    note = writing.add_note("nog niet klaar")
    page = make_page()
    context.services.revisiting.offer_for_opening()
    page._fill()
    looked()
    wide = page.draft._parts.direction() is QBoxLayout.Direction.LeftToRight
    alone = "offer" not in vars(page) or page.offer.isHidden()
    assert page.draft._entry_id == note.id
    assert wide == alone


def test_open_intentions_stand_below_the_note(make_page: MakePage, context: Context) -> None:
    intend(context, "Een stilte laten vallen", TODAY + timedelta(days=5))
    page = make_page()
    words = words_on(page.intentions)
    assert "Een stilte laten vallen" in words
    assert "komt terug op" in words
    assert page.intentions.isVisible()


def test_more_than_three_lead_to_all(make_page: MakePage, context: Context) -> None:
    for number in range(5):
        intend(context, f"Stap {number}")
    page = make_page()
    assert len(page.intentions.list.items) == 3
    click(page.intentions.all)
    assert page.wishes == [OpenPage("revisit")]


def test_an_intention_whose_day_has_come_is_offered_and_not_shown_twice(
    make_page: MakePage, context: Context
) -> None:
    intend(context, "Vandaag vragen", TODAY)
    intend(context, "Later vragen", TODAY + timedelta(days=30))
    page = make_page()
    assert "Vandaag vragen" in words_on(page.offer)
    assert "Vandaag vragen" not in words_on(page.intentions)
    click(page.offer.open)
    (wish,) = page.wishes
    assert isinstance(wish, AnswerIntention)


def test_how_it_went_is_kept_while_typing(
    make_page: MakePage, context: Context, recorder: Recorder
) -> None:
    intend(context, "Een stilte laten vallen")
    page = opened(make_page())
    form = page.intentions.list.form
    click(form.fields["tried"].box("partly"))
    type_text("Het werd stil.", form.fields["happened"].editor)
    page.flush()
    (intention,) = context.services.intentions.all()
    (returned,) = intention.returns
    assert (returned.tried, returned.happened) == ("partly", "Het werd stil.")
    click(form.ready)
    looked()
    assert page.intentions.list.form is None
    assert not page.intentions.isVisible()
    recorder.shown[-1].action()
    (intention,) = context.services.intentions.open()
    assert intention.returns == ()


def test_a_new_day_keeps_it_open(make_page: MakePage, context: Context) -> None:
    intend(context, "Een stilte laten vallen")
    page = opened(make_page())
    form = page.intentions.list.form
    again = TODAY + timedelta(days=7)
    form.fields["again"].day_chosen.emit(again)
    click(form.ready)
    (intention,) = context.services.intentions.open()
    assert intention.date == again
    assert page.intentions.isVisible()


def test_going_on_the_same_day_is_the_same_return(make_page: MakePage, context: Context) -> None:
    intend(context, "Een stilte laten vallen")
    page = opened(make_page())
    click(page.intentions.list.form.fields["tried"].box("not-yet"))
    click(page.intentions.list.form.ready)
    looked()
    opened(page)
    type_text("Donderdag dan.", page.intentions.list.form.fields["next"].editor)
    click(page.intentions.list.form.ready)
    (intention,) = context.services.intentions.all()
    assert [(r.number, r.tried, r.next) for r in intention.returns] == [
        (1, "not-yet", "Donderdag dan.")
    ]


def test_what_is_being_answered_stays_when_something_else_changes(
    make_page: MakePage, context: Context
) -> None:
    intend(context, "Een stilte laten vallen")
    page = opened(make_page())
    form = page.intentions.list.form
    intend(context, "Iets anders")
    page._fill()
    looked()
    assert page.intentions.list.form is form


def test_looking_at_the_form_keeps_nothing(make_page: MakePage, context: Context) -> None:
    intend(context, "Een stilte laten vallen")
    page = opened(make_page())
    click(page.intentions.list.form.ready)
    (intention,) = context.services.intentions.all()
    assert intention.returns == ()
    assert intention.is_open


def test_the_form_can_be_used_without_a_mouse(make_page: MakePage, context: Context) -> None:
    intend(context, "Een stilte laten vallen")
    page = opened(make_page())
    assert_accessible(page)
    form = page.intentions.list.form
    names = tab_names(form.fields["tried"].box("yes"), form.ready)
    assert names[0] == "Wat gebeurde er?"
    assert names[-1] == "Klaar voor nu"


def test_tab_follows_the_order_on_screen(
    make_page: MakePage, context: Context, proposed: EntryId
) -> None:
    context.services.writing.add_note("nog niet klaar")
    intend(context, "Een stilte laten vallen")
    page = make_page()
    names = tab_names(page.draft.open, page.suggestions.all)
    wanted = ["Niet meer deze: Door welke bril kijk ik?", "Vrije notitie", "Label geven"]
    wanted += ["Hoe ging het: Een stilte laten vallen", "Alle oefeningen"]
    places = [names.index(name) for name in wanted]
    assert places == sorted(places)

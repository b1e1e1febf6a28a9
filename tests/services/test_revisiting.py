# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Looking back in a real logbook: what is due, one offer an opening, decisions, undoing them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from logbook.core.entry import EntryId, Value
from logbook.core.errors import EntryNotFound
from logbook.core.library import Library
from logbook.core.revisit import OfferKind, Span
from logbook.services.writing import Edit
from tests.recall_builders import START_BLOCK, RecallDesk, looking_back

FIRST = date(2026, 3, 2)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[RecallDesk]:
    desk = RecallDesk(tmp_path / "logboek.db", zone=ZoneInfo("Europe/Amsterdam"))
    yield desk
    desk.database.close()


def kinds(desk: RecallDesk) -> list[str]:
    return [offer.kind.value for offer in desk.opening().offers()]


def test_a_proposal_comes_after_its_days(desk: RecallDesk) -> None:
    entry = desk.round("eerste")
    (coming,) = desk.revisiting.coming()
    assert (coming.due, coming.kind) == (FIRST + timedelta(days=14), OfferKind.PROPOSAL)
    assert desk.revisiting.offers() == ()
    desk.clock.forward(days=14)
    (offer,) = desk.revisiting.offers()
    assert (offer.entry_id, offer.block, offer.question) == (entry.id, "start", "En nu?")
    assert (offer.written_on, offer.minutes, offer.sensitive) == (FIRST, 15, False)
    assert desk.revisiting.coming() == ()


def test_an_intention_that_was_kept_away_comes_back_on_a_day_that_is_chosen_after_that(
    desk: RecallDesk,
) -> None:
    desk.intentions.add("wachten", day=FIRST)
    (offer,) = desk.revisiting.offers()
    desk.revisiting.drop(offer)
    desk.clock.forward(days=3)
    assert kinds(desk) == []
    (intention,) = desk.intentions.open()
    desk.intentions.answer(intention, "not-yet", again=FIRST + timedelta(days=10))
    assert kinds(desk) == []
    desk.clock.forward(days=7)
    assert kinds(desk) == ["intention"]


def test_another_connection_belongs_to_the_same_opening(desk: RecallDesk) -> None:
    desk.round("eerste")
    desk.clock.forward(days=20)
    opening = desk.opening()
    database = desk.database.beside()
    try:
        offer = opening.beside(database).offer_for_opening()
    finally:
        database.close()
    assert offer is not None
    assert offer == opening.offer_for_opening()
    opening.not_now(offer)
    assert opening.is_decided(offer)


def test_taking_back_a_chosen_day_gives_back_what_was_chosen_before(desk: RecallDesk) -> None:
    entry = desk.round("eerste")
    desk.revisiting.set_own(entry.id, "", None)
    desk.revisiting.set_own(entry.id, "", FIRST + timedelta(days=9))
    desk.revisiting.undo_own(entry.id)
    desk.revisiting.set_evaluation(FIRST + timedelta(days=30))
    assert [o.due for o in desk.revisiting.own(entry.id)] == [FIRST + timedelta(days=30)]
    desk.revisiting.remove_own(entry.id)
    desk.revisiting.undo_own(entry.id)
    desk.revisiting.set_evaluation(FIRST + timedelta(days=60))
    assert [o.due for o in desk.revisiting.own(entry.id)] == [FIRST + timedelta(days=60)]


def test_what_was_due_long_ago_is_due_today(desk: RecallDesk) -> None:
    desk.round("eerste")
    desk.clock.forward(days=500)
    assert [o.due for o in desk.revisiting.offers()] == [FIRST + timedelta(days=500)]


def test_a_newer_round_ends_the_proposal_of_the_older_one(desk: RecallDesk) -> None:
    desk.round("eerste")
    desk.clock.forward(days=20)
    desk.round("eerste", "weer")
    assert kinds(desk) == []
    assert [o.due for o in desk.revisiting.coming()] == [FIRST + timedelta(days=34)]


def test_a_round_that_was_emptied_or_binned_proposes_nothing(desk: RecallDesk) -> None:
    entry = desk.round("eerste", close=False)
    other = desk.round("tweede")
    desk.clock.forward(days=40)
    assert len(kinds(desk)) == 2
    loaded = desk.reading.entry(entry.id)
    desk.writing.save(loaded, [Edit(START_BLOCK, Value(""), loaded.answers[0].head)])
    desk.writing.move_to_bin(other.id)
    assert kinds(desk) == []


def test_an_exercise_that_changed_or_is_gone(desk: RecallDesk) -> None:
    desk.round("eerste")
    desk.clock.forward(days=20)
    desk.shelf.library = Library(exercises={"eerste": looking_back("eerste", 60)})
    assert kinds(desk) == []
    assert [o.due for o in desk.revisiting.coming()] == [FIRST + timedelta(days=60)]
    desk.shelf.library = Library()
    assert desk.revisiting.coming() == ()


def test_forty_rounds_make_one_offer(desk: RecallDesk) -> None:
    for number in range(40):
        desk.round("eerste", f"ronde {number}")
        desk.clock.forward(minutes=1)
    desk.clock.forward(days=14)
    proposals = [o for o in desk.opening().offers() if o.kind is OfferKind.PROPOSAL]
    assert len(proposals) == 1


def test_one_opening_makes_one_offer_and_keeps_to_it(desk: RecallDesk) -> None:
    desk.round("eerste")
    desk.round("tweede")
    desk.clock.forward(days=40)
    opening = desk.opening()
    first = opening.offer_for_opening()
    assert first is not None
    desk.clock.forward(hours=3)
    assert opening.offer_for_opening() == first
    opening.not_now(first)
    assert opening.offer_for_opening() is None
    assert desk.opening().offer_for_opening() is not None


def test_an_offer_whose_entry_is_gone_is_not_made(desk: RecallDesk) -> None:
    entry = desk.round("eerste")
    desk.clock.forward(days=20)
    opening = desk.opening()
    assert opening.offer_for_opening() is not None
    desk.writing.move_to_bin(entry.id)
    assert opening.offer_for_opening() is None


def test_later_drop_and_done_each_with_undo(desk: RecallDesk) -> None:
    desk.round("eerste")
    desk.clock.forward(days=20)
    (offer,) = desk.revisiting.offers()
    until = FIRST + timedelta(days=90)
    assert desk.revisiting.later(offer, until).revisits
    assert desk.revisiting.offers() == ()
    assert [o.due for o in desk.revisiting.coming()] == [until]
    assert [o.due for o in desk.revisiting.chosen()] == [until]
    for act in (desk.revisiting.drop, desk.revisiting.done):
        act(offer)
        assert (desk.revisiting.offers(), desk.revisiting.coming()) == ((), ())
        desk.revisiting.undo(offer)
        assert [o.due for o in desk.revisiting.coming()] == [until]
    desk.clock.forward(days=90)
    assert [o.key for o in desk.opening().offers()] == [offer.key]


def test_undo_gives_the_offer_of_this_opening_back(desk: RecallDesk) -> None:
    desk.round("eerste")
    desk.clock.forward(days=20)
    opening = desk.opening()
    offer = opening.offer_for_opening()
    assert offer is not None
    opening.drop(offer)
    assert opening.offer_for_opening() is None
    opening.undo(offer)
    assert opening.offer_for_opening() == offer
    assert desk.database.rows("select count(*) from revisits") == [(0,)]


def test_an_own_day_is_set_changed_and_taken_away(desk: RecallDesk) -> None:
    entry = desk.writing.add_note("Een dag om te onthouden\nmet meer")
    day = date(2028, 2, 29)
    desk.revisiting.set_own(entry.id, "", day)
    assert [(o.kind, o.due, o.title) for o in desk.revisiting.coming()] == [
        (OfferKind.OWN, day, "Een dag om te onthouden")
    ]
    desk.revisiting.set_own(entry.id, "", FIRST)
    (offer,) = desk.revisiting.offers()
    assert desk.revisiting.own(entry.id)[0].due == FIRST
    desk.revisiting.undo(offer)
    assert desk.revisiting.own(entry.id)[0].due == day
    desk.revisiting.remove_own(entry.id)
    assert desk.revisiting.own(entry.id) == ()
    with pytest.raises(EntryNotFound):
        desk.revisiting.set_own(EntryId("weg"), "", day)


def test_at_the_next_evaluation(desk: RecallDesk) -> None:
    entry = desk.writing.add_note("Voor straks")
    desk.revisiting.set_own(entry.id, "", None)
    assert [o.due for o in desk.revisiting.coming()] == [None]
    assert desk.revisiting.chosen() == ()
    desk.revisiting.set_evaluation(date(2026, 6, 1))
    assert [o.due for o in desk.revisiting.coming()] == [date(2026, 6, 1)]
    desk.clock.forward(days=100)
    (offer,) = desk.opening().offers()
    desk.revisiting.later(offer, None)
    desk.revisiting.set_evaluation(None)
    assert desk.revisiting.evaluation is None
    assert [o.due for o in desk.revisiting.coming()] == [None]


def test_on_this_day(desk: RecallDesk) -> None:
    note = desk.writing.add_note("Van toen")
    for span, days in ((Span.WEEK, 7), (Span.MONTH, 31), (Span.YEAR, 365)):
        today = FIRST + timedelta(days=days)
        assert [(o.span, o.entry_id) for o in desk.revisiting.on_this_day(today=today)] == [
            (span, note.id)
        ]
    desk.clock.forward(days=365)
    later = desk.writing.add_note("Van nu")
    assert [o.entry_id for o in desk.revisiting.on_this_day(later.id)] == [note.id]
    assert desk.revisiting.on_this_day(note.id) == ()
    desk.writing.set_about_date(note.id, date(2025, 1, 1))
    assert desk.revisiting.on_this_day() == ()
    with pytest.raises(EntryNotFound):
        desk.revisiting.on_this_day(EntryId("weg"))


def test_a_memory_that_was_looked_at_comes_back_on_another_day_of_its_own(desk: RecallDesk) -> None:
    desk.writing.add_note("Van toen")
    desk.clock.forward(days=7)
    (memory,) = desk.opening().offers()
    desk.revisiting.done(memory)
    assert kinds(desk) == []
    desk.clock.forward(days=24)
    assert kinds(desk) == ["memory"]
    desk.revisiting.later(memory, FIRST + timedelta(days=40))
    assert kinds(desk) == []
    desk.clock.forward(days=9)
    assert kinds(desk) == ["memory"]
    desk.revisiting.drop(memory)
    desk.clock.forward(days=325)
    assert kinds(desk) == []


def test_29_february_comes_back_on_the_28th(desk: RecallDesk) -> None:
    desk.clock.moment = datetime(2024, 2, 29, 12, tzinfo=UTC)
    note = desk.writing.add_note("Schrikkeldag")
    assert [o.entry_id for o in desk.revisiting.on_this_day(today=date(2025, 2, 28))] == [note.id]
    assert desk.revisiting.on_this_day(today=date(2025, 3, 1)) == ()


def test_a_day_in_which_the_clock_changes_has_all_its_hours(desk: RecallDesk) -> None:
    found = []
    for moment in (
        datetime(2026, 3, 28, 23, 5, tzinfo=UTC),  # 29 March, five past midnight
        datetime(2026, 3, 29, 21, 55, tzinfo=UTC),  # five to midnight, two hours from Greenwich
        datetime(2026, 3, 29, 22, 5, tzinfo=UTC),  # 30 March
    ):
        desk.clock.moment = moment
        found.append(desk.writing.add_note("nacht").id)
    memories = desk.revisiting.on_this_day(today=date(2026, 4, 29))
    assert {o.entry_id for o in memories} == set(found[:2])


def test_a_move_of_time_zone_changes_nothing_that_is_stored(desk: RecallDesk) -> None:
    desk.clock.moment = datetime(2026, 3, 1, 23, 30, tzinfo=UTC)
    desk.round("eerste")
    before = desk.database.rows("select * from entries")
    desk.zone = ZoneInfo("America/New_York")
    assert [o.due for o in desk.opening().coming()] == [date(2026, 3, 15)]
    desk.zone = ZoneInfo("Europe/Amsterdam")
    assert [o.due for o in desk.opening().coming()] == [date(2026, 3, 16)]
    assert desk.database.rows("select * from entries") == before


def test_with_a_clock_set_back_the_future_is_not_offered(desk: RecallDesk) -> None:
    desk.round("eerste")
    desk.writing.add_note("later geschreven")
    desk.clock.forward(days=-400)
    opening = desk.opening()
    assert (opening.offers(), opening.offer_for_opening(), opening.random()) == ((), None, None)
    assert opening.on_this_day() == ()


def test_after_months_away_the_lightest_comes_first(desk: RecallDesk) -> None:
    desk.plan("zwaar", FIRST + timedelta(days=3))
    desk.round("eerste")
    desk.clock.forward(days=20)
    offer = desk.opening().offer_for_opening()
    assert offer is not None
    assert offer.kind is OfferKind.INTENTION
    desk.clock.forward(days=60)
    offer = desk.opening().offer_for_opening()
    assert offer is not None
    assert (offer.kind, offer.exercise_id) == (OfferKind.PROPOSAL, "eerste")


def test_random_leaves_out_what_is_new_dropped_or_named(desk: RecallDesk) -> None:
    note = desk.writing.add_note("Van toen")
    assert desk.revisiting.random() is None
    desk.clock.forward(days=50)
    offer = desk.revisiting.random()
    assert offer is not None
    assert (offer.kind, offer.entry_id, offer.block) == (OfferKind.RANDOM, note.id, "note")
    assert desk.revisiting.random([note.id]) is None
    desk.revisiting.drop(offer)
    assert desk.revisiting.random() is None


def test_without_anything_due_what_was_done_once_is_offered(desk: RecallDesk) -> None:
    entry = desk.round("gewoon")
    desk.clock.forward(days=50)
    offer = desk.opening().offer_for_opening()
    assert offer is not None
    assert (offer.kind, offer.entry_id) == (OfferKind.UNVISITED, entry.id)
    assert [o.entry_id for o in desk.revisiting.never_revisited(2)] == [entry.id]
    assert desk.revisiting.never_revisited(1) == ()
    desk.revisiting.later(offer, FIRST + timedelta(days=60))
    assert desk.revisiting.never_revisited() == ()
    desk.clock.forward(days=20)
    assert kinds(desk) == ["unvisited"]
    desk.round("gewoon")
    assert kinds(desk) == []


def test_rounds_of_two_devices_that_were_joined(desk: RecallDesk, tmp_path: Path) -> None:
    other = RecallDesk(tmp_path / "ander.db", "ander", desk.zone)
    desk.round("eerste")
    other.clock.forward(days=3)
    theirs = other.round("eerste")
    other.revisiting.set_own(theirs.id, "start", date(2026, 5, 1))
    desk.clock.forward(days=20)
    (mine,) = desk.opening().offers()
    desk.revisiting.later(mine, date(2026, 9, 1))
    desk.take(other)
    assert [o.entry_id for o in desk.opening().offers()] == [theirs.id]
    assert [(o.kind, o.due) for o in desk.revisiting.coming()] == [
        (OfferKind.OWN, date(2026, 5, 1))
    ]
    other.take(desk)
    other.clock.moment = desk.clock.moment
    assert [o.key for o in other.opening().offers()] == [o.key for o in desk.opening().offers()]
    other.database.close()


def test_deleting_for_good_forgets_the_decisions(desk: RecallDesk) -> None:
    entry = desk.writing.add_note("weg ermee")
    desk.revisiting.set_own(entry.id, "", FIRST)
    desk.writing.move_to_bin(entry.id)
    assert desk.revisiting.offers() == ()
    desk.writing.delete_for_good(entry.id)
    assert desk.database.rows("select * from revisits") == []


def test_offers_hold_what_was_asked(desk: RecallDesk) -> None:
    entry = desk.round("gewoon", "mijn antwoord")
    desk.revisiting.set_own(entry.id, "start", FIRST)
    (offer,) = desk.revisiting.offers()
    question = desk.reading.entry(entry.id).answers[0].wording.prompt_text
    assert (offer.question, offer.block) == (question, "start")
    assert replace(offer, question="") != offer

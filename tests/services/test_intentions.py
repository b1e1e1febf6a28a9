# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Intentions: open ones, how they went, another day, letting go, and taking each of these back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from logbook.core.entry import AnswerKey, EntryId, EntryKind, EntryState, Value
from logbook.core.errors import EmptyNote, EntryNotFound, MoveNotAllowed
from logbook.core.follow_up import follow_up_key, own_intention_key
from logbook.core.library import Library
from logbook.core.practice import Intention
from logbook.services.changes import Changes
from logbook.services.threads import ThreadKind
from logbook.services.writing import Edit
from tests.recall_builders import RecallDesk

FIRST = date(2026, 3, 2)
DAY = date(2026, 4, 1)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[RecallDesk]:
    desk = RecallDesk(tmp_path / "logboek.db")
    yield desk
    desk.database.close()


def only(desk: RecallDesk) -> Intention:
    (intention,) = desk.intentions.all()
    return intention


def test_an_intention_is_open_until_it_is_answered(desk: RecallDesk) -> None:
    desk.plan("eerste", DAY)
    (intention,) = desk.intentions.open()
    assert (intention.text, intention.date, intention.place) == ("wachten", DAY, "plan")
    desk.intentions.answer(intention, "yes", "Het werd stil", "Vaker doen")
    assert desk.intentions.open() == ()
    (told,) = only(desk).returns
    assert (told.words, told.happened, told.next) == ("Ja", "Het werd stil", "Vaker doen")


@pytest.mark.parametrize(
    ("tried", "again", "is_open"),
    [
        ("yes", None, False),
        ("partly", None, False),
        ("partly", DAY, True),
        ("not-yet", None, True),
        ("let-go", None, False),
        ("let-go", DAY, False),
    ],
)
def test_what_keeps_it_open(
    desk: RecallDesk, tried: str, again: date | None, is_open: bool
) -> None:
    desk.plan("eerste", FIRST)
    desk.intentions.answer(only(desk), tried, again=again)
    assert only(desk).is_open is is_open
    assert len(desk.intentions.open()) == is_open


def test_its_day_is_that_of_the_last_return(desk: RecallDesk) -> None:
    desk.plan("eerste", FIRST)
    assert [i.date for i in desk.intentions.due(FIRST)] == [FIRST]
    desk.intentions.answer(only(desk), "not-yet", again=DAY)
    assert desk.intentions.due(FIRST) == ()
    desk.clock.forward(days=30)
    assert [o.due for o in desk.opening().offers() if o.kind == "intention"] == [DAY]
    desk.intentions.answer(only(desk), "not-yet")
    assert only(desk).date is None
    assert [o for o in desk.opening().offers() if o.kind == "intention"] == []


def test_open_ones_come_by_their_day_and_may_be_few(desk: RecallDesk) -> None:
    for day in (None, DAY, FIRST, None):
        desk.plan("eerste", day)
        desk.clock.forward(minutes=1)
    assert [i.date for i in desk.intentions.open()] == [FIRST, DAY, None, None]
    assert [i.date for i in desk.intentions.open(limit=1)] == [FIRST]
    assert len(desk.intentions.open(chapter=1)) == 4
    assert desk.intentions.open(chapter=2) == desk.intentions.open(exercise_id="tweede") == ()


def test_a_closed_entry_takes_only_what_stands_beside_it(desk: RecallDesk) -> None:
    entry = desk.plan("eerste", DAY)
    desk.writing.close_for_now(entry.id)
    closed = desk.reading.entry(entry.id)
    before = closed.answers
    key = follow_up_key("plan", 1, "happened")
    desk.writing.save(closed, [Edit(key, Value("het ging"))])
    desk.margin.add(entry.id, "later gezien")
    desk.intentions.answer(only(desk), "yes")
    for refused in (AnswerKey("start"), AnswerKey("follow-up")):
        with pytest.raises(MoveNotAllowed):
            desk.writing.save(closed, [Edit(refused, Value("anders"))])
    after = desk.reading.entry(entry.id)
    assert [a for a in after.answers if a.key in {b.key for b in before}] == list(before)
    assert (after.state, len(only(desk).returns)) == (EntryState.CLOSED, 2)
    desk.writing.save(closed, [Edit(own_intention_key("x", "what"), Value("rustiger"))])
    assert len(desk.intentions.all()) == 2


def test_an_own_intention_beside_an_entry_and_alone(desk: RecallDesk) -> None:
    entry = desk.round("gewoon")
    assert desk.intentions.add("rustiger", entry_id=entry.id)[0] == entry.id
    alone, changes = desk.intentions.add("vragen stellen", "maandag", "aan de stilte", DAY)
    assert changes.touches(alone)
    note = desk.reading.entry(alone)
    assert (note.kind, note.title) == (EntryKind.FREE, "vragen stellen")
    found = desk.intentions.open()
    assert [i.text for i in found] == ["vragen stellen", "rustiger"]
    assert [i.text for i in desk.intentions.all(chapter=2)] == ["rustiger"]
    assert desk.intentions.find(alone, found[0].place) == found[0]
    assert desk.intentions.find(alone, "anders") is None
    with pytest.raises(EmptyNote):
        desk.intentions.add("  ")
    with pytest.raises(EntryNotFound):
        desk.intentions.add("iets", entry_id=EntryId("weg"))


def test_an_own_intention_can_be_taken_away_and_put_back(desk: RecallDesk) -> None:
    desk.intentions.add("rustiger", day=DAY)
    before = only(desk)
    desk.intentions.remove(before)
    assert desk.intentions.all() == ()
    desk.intentions.restore(before)
    assert (only(desk).text, only(desk).date) == ("rustiger", DAY)


@pytest.mark.parametrize("closed", [False, True])
@pytest.mark.parametrize("day", [date(2026, 9, 1), None])
def test_moving_to_another_day_or_none(desk: RecallDesk, closed: bool, day: date | None) -> None:
    entry = desk.plan("eerste", DAY)
    if closed:
        desk.writing.close_for_now(entry.id)
    before = only(desk)
    desk.intentions.move(before, day)
    assert (only(desk).date, only(desk).is_open) == (day, True)
    desk.intentions.move(only(desk), FIRST)
    assert only(desk).date == FIRST
    desk.intentions.restore(before)
    assert (only(desk).date, only(desk).returns) == (DAY, ())


def test_each_act_can_be_taken_back(desk: RecallDesk) -> None:
    desk.plan("eerste", DAY)
    desk.intentions.answer(only(desk), "not-yet", "druk", again=DAY)
    before = only(desk)
    acts: tuple[Callable[[], Changes], ...] = (
        lambda: desk.intentions.answer(before, "yes", "gelukt"),
        lambda: desk.intentions.let_go(before),
        lambda: desk.intentions.move(before, FIRST),
    )
    for act in acts:
        assert act().touches(before.entry_id)
        assert only(desk) != before
        desk.intentions.restore(before)
        found = only(desk)
        assert (found.date, found.is_open) == (DAY, True)
        assert [(r.tried, r.happened) for r in found.returns] == [("not-yet", "druk")]
    versions = desk.reading.versions(before.entry_id)
    assert versions > 3


def test_an_empty_return_is_refused(desk: RecallDesk) -> None:
    desk.plan("eerste")
    with pytest.raises(EmptyNote):
        desk.intentions.answer(only(desk), "", "  ")
    with pytest.raises(ValueError, match="misschien"):
        desk.intentions.answer(only(desk), "misschien")


def test_an_intention_outlives_its_exercise(desk: RecallDesk) -> None:
    desk.plan("eerste", FIRST)
    desk.shelf.library = Library()
    assert [i.text for i in desk.intentions.open()] == ["wachten"]
    assert [o.question for o in desk.opening().offers()] == ["wachten"]


def test_what_is_in_the_bin_is_left_out(desk: RecallDesk) -> None:
    entry = desk.plan("eerste", FIRST)
    desk.writing.move_to_bin(entry.id)
    assert desk.intentions.all() == desk.intentions.open() == ()


def test_the_thread_of_an_exercise_is_in_order_of_time(desk: RecallDesk) -> None:
    desk.plan("eerste", DAY)
    desk.clock.forward(days=3)
    desk.intentions.answer(only(desk), "partly", again=DAY)
    desk.clock.forward(days=3)
    desk.round("eerste")
    found = desk.threads.thread("eerste")
    assert [item.kind for item in found] == [
        ThreadKind.ROUND,
        ThreadKind.INTENTION,
        ThreadKind.RETURN,
        ThreadKind.ROUND,
    ]
    assert [item.number for item in found if item.round] == [1, 2]
    assert found[0].at + timedelta(days=6) == found[-1].at
    assert desk.threads.thread("tweede") == ()


def test_they_travel_with_the_logbook(desk: RecallDesk, tmp_path: Path) -> None:
    desk.plan("eerste", DAY)
    desk.intentions.add("eigen", day=DAY)
    for each in desk.intentions.all():
        desk.intentions.answer(each, "partly", "half", "verder", FIRST)
    other = RecallDesk(tmp_path / "ander.db", "ander")
    other.take(desk)
    assert other.intentions.all() == desk.intentions.all()
    other.database.close()


def test_the_conclusion_of_a_chapter_and_its_history(desk: RecallDesk) -> None:
    assert desk.conclusions.of(1) is None
    assert desk.conclusions.history(1) == ()
    entry = desk.conclusions.begin(1)
    for words in ("Ik luister meer", "Ik wacht langer"):
        stored = desk.conclusions.of(1) or entry
        head = stored.answers[0].head if stored.answers else None
        edit = Edit(AnswerKey("conclusion"), Value(words), head)
        desk.writing.save(stored, [edit], close_revisions=True)
        desk.clock.forward(days=1)
    found = desk.conclusions.of(1)
    assert found is not None
    assert (found.chapter, found.value(AnswerKey("conclusion")).text) == (1, "Ik wacht langer")
    assert [r.value.text for r in desk.conclusions.history(1)] == [
        "Ik luister meer",
        "Ik wacht langer",
    ]
    assert desk.conclusions.of(2) is None

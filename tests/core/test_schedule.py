# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The schedule: nothing twice, nobody late, and the lightest first after months away."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from logbook.core.entry import EntryId
from logbook.core.recall_days import Span
from logbook.core.revisit import (
    EntryFact,
    Facts,
    IntentionFact,
    Offer,
    OfferKind,
    Revisit,
    Settled,
)
from logbook.core.schedule import (
    AWAY,
    coming_offers,
    due_offers,
    pick,
    random_offer,
    scheduled,
    settles_on,
    unvisited_offers,
)
from tests.recall_builders import LIBRARY

ZONE = ZoneInfo("Europe/Amsterdam")
TODAY = date(2026, 3, 2)
NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)
IDS = [EntryId(f"e{number}") for number in range(4)]

moments = st.datetimes(datetime(2024, 1, 1), datetime(2027, 1, 1), timezones=st.just(UTC))
days = st.dates(date(2024, 1, 1), date(2028, 3, 1))
facts_of_entries = st.builds(
    EntryFact,
    st.sampled_from(IDS),
    st.sampled_from([*LIBRARY.exercises, "weg", None]),
    st.just("Titel"),
    moments,
    moments,
    st.none() | moments,
    st.none() | days,
)
decisions = st.builds(
    Revisit,
    st.uuids().map(str),
    st.sampled_from(list(OfferKind)),
    st.sampled_from(IDS),
    st.sampled_from(["", *LIBRARY.exercises]),
    st.sampled_from(["", "start", "plan", "back"]),
    st.none() | days,
    st.booleans(),
    st.none() | days,
    st.none() | st.sampled_from(list(Settled)),
    st.none() | moments,
    moments,
)


@st.composite
def all_facts(draw: st.DrawFn) -> Facts:
    """Facts of any logbook, also one that was joined, moved and set back."""
    entries = {each.entry_id: each for each in draw(st.lists(facts_of_entries, max_size=4))}
    intentions = st.builds(
        IntentionFact, st.sampled_from(IDS), st.sampled_from(["plan", "eigen"]), days
    )
    memory = st.tuples(st.sampled_from(list(Span)), facts_of_entries)
    return Facts(
        LIBRARY.exercises,
        tuple(draw(st.lists(facts_of_entries, max_size=4, unique_by=lambda f: f.exercise_id))),
        tuple(draw(st.lists(intentions, max_size=5, unique_by=lambda i: (i.entry_id, i.place)))),
        tuple(draw(st.lists(decisions, max_size=8, unique_by=lambda d: (d.key, d.id)))),
        entries,
        tuple(draw(st.lists(memory, max_size=6))),
        tuple(draw(st.lists(facts_of_entries, max_size=3, unique_by=lambda f: f.exercise_id))),
        draw(st.none() | days),
    )


@given(all_facts(), days)
def test_nothing_is_due_twice_or_late(facts: Facts, today: date) -> None:
    offers = due_offers(facts, today, ZONE)
    keys = [offer.key for offer in offers]
    assert len(keys) == len(set(keys))
    assert {offer.due for offer in offers} <= {today}


@given(all_facts(), days)
def test_what_comes_is_not_due_and_in_order(facts: Facts, today: date) -> None:
    coming = coming_offers(facts, today, ZONE)
    dates = [offer.due or date.max for offer in coming]
    assert dates == sorted(dates)
    assert all(offer.due is None or offer.due > today for offer in coming)
    due = {offer.key for offer in due_offers(facts, today, ZONE) if not offer.span}
    assert not due & {offer.key for offer in coming}


@given(all_facts(), days)
def test_what_was_dropped_never_comes_back(facts: Facts, today: date) -> None:
    kept = [*due_offers(facts, today, ZONE), *coming_offers(facts, today, ZONE)]
    own = {d.key for d in facts.decisions if d.kind is OfferKind.OWN}
    dropped: dict[tuple[str, str, str, str], Revisit] = {d.key: d for d in facts.decisions}
    for offer in kept:
        decision = dropped.get(offer.key)
        if decision is None or decision.settled is not Settled.DROPPED or offer.key in own:
            continue
        # But an intention does when the user gave it a new day after that.
        assert offer.kind is OfferKind.INTENTION
        ended = settles_on(decision, ZONE)
        days = (
            i.day
            for i in facts.intentions
            if (i.entry_id, i.place) == (offer.entry_id, offer.block)
        )
        assert ended is not None
        assert max(days) > ended


@given(all_facts(), days, st.none() | days, st.integers(0, 5))
def test_an_opening_never_offers_the_same_twice(
    facts: Facts, today: date, last_written: date | None, count: int
) -> None:
    offers = due_offers(facts, today, ZONE)
    seen: set[tuple[str, str, str, str]] = set()
    for _ in range(count):
        offer = pick(offers, today, last_written, seen)
        if offer is None:
            assert seen == {each.key for each in offers}
            return
        assert offer.key not in seen
        assert offer == pick(offers, today, last_written, seen)
        seen.add(offer.key)


@given(all_facts(), days)
def test_after_months_away_nothing_heavier_comes_first(facts: Facts, today: date) -> None:
    offers = due_offers(facts, today, ZONE)
    first = pick(offers, today, today - timedelta(days=AWAY))
    if first is None:
        assert offers == ()
        return
    assert not first.sensitive or all(offer.sensitive for offer in offers)


def an_offer(
    kind: OfferKind, due: date = TODAY, minutes: int = 15, *, sensitive: bool = False
) -> Offer:
    entry = EntryId(kind.value + due.isoformat())
    return Offer(kind, entry, "eerste", "", "", "", TODAY, due, None, minutes, sensitive)


def test_the_order_of_kinds() -> None:
    left = [an_offer(kind) for kind in reversed(OfferKind)]
    order = []
    while (found := pick(left, TODAY, TODAY)) is not None:
        order.append(found.kind.value)
        left.remove(found)
    assert order == ["intention", "own", "proposal", "memory", "unvisited", "random"]


def test_after_sixty_days_reading_back_comes_before_doing() -> None:
    offers = [
        an_offer(OfferKind.INTENTION),
        an_offer(OfferKind.MEMORY, sensitive=True),
        an_offer(OfferKind.PROPOSAL, minutes=40),
        an_offer(OfferKind.PROPOSAL, TODAY - timedelta(days=9), minutes=10),
    ]
    long_ago = TODAY - timedelta(days=AWAY)
    assert pick(offers, TODAY, long_ago) == offers[3]
    assert pick(offers, TODAY, long_ago + timedelta(days=1)) == offers[0]
    assert pick(offers, TODAY, None) == offers[0]


def fact(name: str = "e0", exercise_id: str | None = "eerste", ago: int = 20) -> EntryFact:
    at = NOW - timedelta(days=ago)
    return EntryFact(EntryId(name), exercise_id, "Titel", at, at, at)


def decision(kind: OfferKind, **parts: object) -> Revisit:
    made = Revisit("r", kind, EntryId("e0"), "", "", None, False, None, None, None, NOW)
    return replace(made, **parts)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("until", "evaluation", "due"),
    [
        (None, False, TODAY - timedelta(days=6)),
        (TODAY + timedelta(days=3), False, TODAY + timedelta(days=3)),
        (None, True, date(2026, 6, 1)),
    ],
)
def test_what_was_put_off_wins(until: date | None, evaluation: bool, due: date) -> None:
    put_off = decision(
        OfferKind.PROPOSAL, exercise_id="eerste", block="back", until=until, evaluation=evaluation
    )
    facts = Facts(
        LIBRARY.exercises,
        (fact(),),
        decisions=(put_off,) if until or evaluation else (),
        evaluation=date(2026, 6, 1),
    )
    assert [offer.due for offer in scheduled(facts, ZONE)] == [due]


def test_of_two_own_days_for_the_same_the_first_counts() -> None:
    two = tuple(
        decision(OfferKind.OWN, id=name, due=day)
        for name, day in (("a", TODAY + timedelta(days=9)), ("b", TODAY + timedelta(days=2)))
    )
    facts = Facts(decisions=two, entries={EntryId("e0"): fact()})
    assert [o.due for o in scheduled(facts, ZONE)] == [TODAY + timedelta(days=2)]


def test_an_intention_that_was_done_comes_again_on_a_new_day() -> None:
    done = decision(OfferKind.INTENTION, block="plan", settled=Settled.DONE, settled_at=NOW)
    for day, count in ((TODAY, 0), (TODAY + timedelta(days=1), 1)):
        facts = Facts(
            intentions=(IntentionFact(EntryId("e0"), "plan", day),),
            decisions=(done,),
            entries={EntryId("e0"): fact()},
        )
        assert len(list(scheduled(facts, ZONE))) == count


def test_what_was_decided_about_is_no_chance_and_not_unvisited() -> None:
    facts = Facts(
        LIBRARY.exercises,
        decisions=(
            decision(OfferKind.RANDOM, settled=Settled.DROPPED),
            decision(OfferKind.UNVISITED, entry_id=None, exercise_id="eerste", until=TODAY),
        ),
        unvisited=(fact(), fact("e1", "tweede", 3)),
    )
    assert random_offer(fact(), facts, ZONE) is None
    assert random_offer(fact("e1"), facts, ZONE) is not None
    assert [o.exercise_id for o in unvisited_offers(facts, ZONE)] == ["tweede"]


def test_memories_the_longest_ago_first() -> None:
    facts = Facts(memories=((Span.WEEK, fact("e1")), (Span.YEAR, fact("e2"))))
    assert [o.span for o in due_offers(facts, TODAY, ZONE)] == [Span.YEAR, Span.WEEK]

# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""When things come back, and which one is offered.

Pure: storage gives the facts, `today` and the time zone come in. Days are local days; nothing is
stored of what is worked out here. Nobody is ever late: what is due is due today.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta, tzinfo

from logbook.core.exercise import Exercise, RevisitSettings, Sensitivity
from logbook.core.recall_days import Span, local_day
from logbook.core.revisit import EntryFact, Facts, Key, Offer, OfferKind, Revisit, Settled

#: After this many days without writing, the lightest offer comes first.
AWAY = 60
#: What comes first; intentions and own days go together, the oldest first.
_RANK = {
    OfferKind.INTENTION: 0,
    OfferKind.OWN: 0,
    OfferKind.PROPOSAL: 1,
    OfferKind.MEMORY: 2,
    OfferKind.UNVISITED: 3,
    OfferKind.RANDOM: 4,
}
#: Reading back asks less than anything else.
_LIGHT_KINDS = (OfferKind.MEMORY, OfferKind.PROPOSAL)


def due_offers(facts: Facts, today: date, zone: tzinfo | None) -> tuple[Offer, ...]:
    """What is due, in the order in which it is offered; nothing twice.

    No offer has a day before today: what was to come earlier comes now.
    """
    found = {o.key: o for o in scheduled(facts, zone) if o.due is not None and o.due <= today}
    for memory in _memories(facts, today, zone):
        found.setdefault(memory.key, memory)
    return tuple(replace(o, due=today) for o in sorted(found.values(), key=_in_order))


def coming_offers(facts: Facts, today: date, zone: tzinfo | None) -> tuple[Offer, ...]:
    """What comes later, by day; what waits for an evaluation without a day comes last."""
    later = {o.key: o for o in scheduled(facts, zone) if o.due is None or o.due > today}
    return tuple(sorted(later.values(), key=_by_day))


def scheduled(facts: Facts, zone: tzinfo | None) -> Iterator[Offer]:
    """Everything with a day of its own, or waiting for an evaluation; each key once."""
    known: dict[Key, Revisit] = {}
    own: dict[Key, Offer] = {}
    for each in facts.decisions:
        if each.kind is OfferKind.OWN:
            chosen = _own(facts, each, zone)
            if chosen is not None and (chosen.key not in own or _sooner(chosen, own[chosen.key])):
                own[chosen.key] = chosen
        else:
            known[each.key] = each
    yield from own.values()
    for offer in _derived(facts, zone):
        decision = known.pop(offer.key, None)
        if decision is None:
            yield offer
        elif not _ended(decision, offer, zone):
            yield replace(offer, due=_put_off(decision, offer.due, facts.evaluation))
    for each in known.values():
        if (each.until is not None or each.evaluation) and each.settled is None:
            yield from _put_off_offer(facts, each, zone)


def same_day_offers(
    memories: Iterable[tuple[Span, EntryFact]],
    exercises: Mapping[str, Exercise],
    zone: tzinfo | None,
) -> tuple[Offer, ...]:
    """Entries of the days that "op deze dag" looks at as offers, the longest ago first."""
    order = {span: -place for place, span in enumerate(Span)}
    spans = sorted(memories, key=lambda m: (order[m[0]], m[1].created_at, m[1].entry_id))
    return tuple(
        replace(_about(OfferKind.MEMORY, fact, exercises, zone), span=span) for span, fact in spans
    )


def unvisited_offers(facts: Facts, zone: tzinfo | None) -> tuple[Offer, ...]:
    """Exercises that were filled in once and never again, the longest ago first."""
    refused = {d.key for d in facts.decisions if d.settled or d.until or d.evaluation}
    offers = (_about(OfferKind.UNVISITED, f, facts.exercises, zone) for f in facts.unvisited)
    found = [offer for offer in offers if offer.key not in refused]
    return tuple(sorted(found, key=lambda o: (o.written_on or date.min, o.key)))


def random_offer(fact: EntryFact, facts: Facts, zone: tzinfo | None) -> Offer | None:
    """An entry that chance picked as an offer; None when the user decided about it before."""
    offer = _about(OfferKind.RANDOM, fact, facts.exercises, zone)
    return None if any(d.key == offer.key for d in facts.decisions) else offer


def pick(
    offers: Iterable[Offer],
    today: date,
    last_written: date | None,
    seen: Collection[Key] = (),
) -> Offer | None:
    """The one offer to make; None when nothing is left.

    Args:
        offers: in the order of `due_offers`.
        last_written: the last day with writing, None for never.
        seen: what was decided in this opening.
    """
    left = [offer for offer in offers if offer.key not in seen]
    away = last_written is not None and (today - last_written).days >= AWAY
    return min(left, key=_weight if away else _class, default=None)


def settles_on(decision: Revisit, zone: tzinfo | None) -> date | None:
    """The local day on which a decision ended something; None while it is open."""
    return local_day(decision.settled_at, zone) if decision.settled_at else None


def proposing(exercises: Mapping[str, Exercise]) -> tuple[str, ...]:
    """The ids of the exercises that propose to look back."""
    return tuple(
        exercise.id
        for exercise in exercises.values()
        if any(isinstance(block.settings, RevisitSettings) for block in exercise.blocks)
    )


def _derived(facts: Facts, zone: tzinfo | None) -> Iterator[Offer]:
    for fact in facts.last_rounds:
        exercise = facts.exercises.get(fact.exercise_id or "")
        for block in exercise.blocks if exercise else ():
            if isinstance(block.settings, RevisitSettings):
                finished = local_day(fact.closed_at or fact.written_at, zone)
                yield replace(
                    _about(OfferKind.PROPOSAL, fact, facts.exercises, zone),
                    block=next(iter(block.settings.of), ""),
                    question=block.title,
                    due=finished + timedelta(days=block.settings.days),
                    blocks=block.settings.of,
                    place=block.id,
                )
    for intention in facts.intentions:
        entry = facts.entries.get(intention.entry_id)
        if entry is not None:
            offer = _about(OfferKind.INTENTION, entry, facts.exercises, zone)
            yield replace(offer, block=intention.place, due=intention.day)


def _own(facts: Facts, decision: Revisit, zone: tzinfo | None) -> Offer | None:
    entry = facts.entries.get(decision.entry_id) if decision.entry_id else None
    if entry is None or decision.settled is not None:
        return None
    offer = _about(OfferKind.OWN, entry, facts.exercises, zone)
    day = _put_off(decision, decision.due, facts.evaluation)
    return replace(offer, block=decision.block, due=day)


def _put_off_offer(facts: Facts, decision: Revisit, zone: tzinfo | None) -> Iterator[Offer]:
    """What has no day of its own, on the day it was put off to."""
    due = _put_off(decision, None, facts.evaluation)
    if decision.kind in (OfferKind.MEMORY, OfferKind.RANDOM) and decision.entry_id:
        entry = facts.entries.get(decision.entry_id)
        if entry is not None:
            yield replace(_about(decision.kind, entry, facts.exercises, zone), due=due)
    elif decision.kind is OfferKind.UNVISITED:
        for fact in facts.unvisited:
            if fact.exercise_id == decision.exercise_id:
                yield replace(_about(decision.kind, fact, facts.exercises, zone), due=due)


def _memories(facts: Facts, today: date, zone: tzinfo | None) -> Iterator[Offer]:
    known = {d.key: d for d in facts.decisions if d.kind is OfferKind.MEMORY}
    for offer in same_day_offers(facts.memories, facts.exercises, zone):
        decision = known.get(offer.key)
        if decision is None:
            yield offer
        elif decision.settled is Settled.DROPPED:
            continue
        elif decision.settled is Settled.DONE:
            # It was looked back at; on a later day of its own it may come again.
            done = settles_on(decision, zone)
            if done is None or done < today:
                yield offer
        elif decision.until is None and not decision.evaluation:
            yield offer


def _ended(decision: Revisit, offer: Offer, zone: tzinfo | None) -> bool:
    if decision.settled is None:
        return False
    if decision.kind is OfferKind.INTENTION:
        # It ended for the day it had; a day that is chosen after that brings it back.
        done = settles_on(decision, zone)
        return done is None or offer.due is None or offer.due <= done
    return True


def _put_off(decision: Revisit, due: date | None, evaluation: date | None) -> date | None:
    if decision.kind is OfferKind.INTENTION and decision.until and due:
        return max(decision.until, due)
    if decision.until is not None:
        return decision.until
    return evaluation if decision.evaluation else due


def _about(
    kind: OfferKind, fact: EntryFact, exercises: Mapping[str, Exercise], zone: tzinfo | None
) -> Offer:
    exercise = exercises.get(fact.exercise_id or "")
    return Offer(
        kind,
        fact.entry_id,
        fact.exercise_id,
        "",
        exercise.title if exercise and kind is OfferKind.UNVISITED else fact.title,
        "",
        fact.day(zone),
        None,
        minutes=exercise.minutes if exercise else None,
        sensitive=exercise is not None and exercise.sensitivity is Sensitivity.HIGH,
    )


def _sooner(one: Offer, other: Offer) -> bool:
    return (one.due or date.max) < (other.due or date.max)


def _class(offer: Offer) -> int:
    return _RANK[offer.kind]


def _weight(offer: Offer) -> tuple[bool, bool, int, int]:
    """How much an offer asks of somebody who was away."""
    heavy = offer.kind not in _LIGHT_KINDS
    minutes = 0 if offer.kind is OfferKind.MEMORY else offer.minutes or 0
    return offer.sensitive, heavy, minutes, _RANK[offer.kind]


def _in_order(offer: Offer) -> tuple[int, date, bool, int, Key]:
    first = offer.kind is not OfferKind.INTENTION
    span = -list(Span).index(offer.span) if offer.span else 0
    return _RANK[offer.kind], offer.due or date.max, first, span, offer.key


def _by_day(offer: Offer) -> tuple[date, int, Key]:
    return offer.due or date.max, _RANK[offer.kind], offer.key

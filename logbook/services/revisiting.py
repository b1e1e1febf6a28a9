# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""What comes back, and when: offers to look back and what the user decides about them.

One opening makes at most one offer. Which things come when is worked out in `core.schedule`.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta, tzinfo

from logbook.core.entry import EntryId
from logbook.core.errors import EntryNotFound
from logbook.core.library import Library
from logbook.core.moment import whole_milliseconds
from logbook.core.recall_days import local_day
from logbook.core.revisit import Facts, Key, Offer, OfferKind, Revisit, Settled
from logbook.core.schedule import (
    coming_offers,
    due_offers,
    pick,
    random_offer,
    same_day_offers,
    scheduled,
    unvisited_offers,
)
from logbook.services.changes import Changes
from logbook.services.recalled import Recalled
from logbook.storage.database import Database
from logbook.storage.recall import RecallStore
from logbook.storage.revisits import EVALUATION, RevisitStore, RevisitWriter
from logbook.storage.writes import Writer

_CHANGED = Changes(revisits=True)
#: What chance picks is at least this many days old.
_OLD = 28
#: So often chance is asked for something that may be offered.
_CHANCES = 6


@dataclass(slots=True)
class _ThisOpening:
    """What was offered in this opening, and what was decided in it."""

    picked: bool = False
    offered: Offer | None = None
    decided: set[Key] = field(default_factory=set)


class Revisiting:
    """Looking back in one open logbook; one value lives as long as one opening.

    Args:
        library: gives the exercises as they are now.
        zone: the local time zone; None takes the system's.
        chance: a number from 0 up to 1.
    """

    def __init__(
        self,
        database: Database,
        library: Callable[[], Library],
        now: Callable[[], datetime],
        writer: Writer,
        zone: tzinfo | None = None,
        chance: Callable[[], float] = random.random,
    ) -> None:
        self._database = database
        self._store = RevisitStore(database)
        self._recall = RecallStore(database)
        self._recalled = Recalled(database, library, zone)
        self._now = now
        self._writer = writer
        self._library = library
        self._zone = zone
        self._chance = chance
        self._opening = _ThisOpening()
        self._before: dict[Key, Revisit | None] = {}

    def beside(self, database: Database) -> Revisiting:
        """The same opening, read on another connection to this logbook."""
        made = Revisiting(
            database, self._library, self._now, self._writer, self._zone, self._chance
        )
        made._opening = self._opening
        return made

    @property
    def today(self) -> date:
        """The local day of this logbook's clock; what is offered is of this day."""
        return local_day(self._now(), self._zone)

    def offers(self, today: date | None = None) -> tuple[Offer, ...]:
        """What is due, in the order in which it is offered; no day is before today."""
        day = today or self.today
        return self._recalled.worded(due_offers(self._recalled.facts(day), day, self._zone))

    def coming(self, today: date | None = None) -> tuple[Offer, ...]:
        """What comes later, by day; what waits for an evaluation without a day comes last."""
        return self._recalled.worded(
            coming_offers(self._recalled.facts(), today or self.today, self._zone)
        )

    def chosen(self) -> tuple[Offer, ...]:
        """Everything on a day that the user chose, by day, also when that is past."""
        facts = self._recalled.facts()
        own = {d.key for d in facts.decisions if d.due or d.until or d.evaluation}
        kinds = (OfferKind.OWN, OfferKind.INTENTION)
        found = [o for o in scheduled(facts, self._zone) if o.kind in kinds or o.key in own]
        dated = [o for o in found if o.due is not None]
        return self._recalled.worded(sorted(dated, key=lambda o: (o.due or date.max, o.key)))

    def offer_for_opening(self) -> Offer | None:
        """The one offer of this opening: the same until something is decided, then None."""
        today = self.today
        facts = self._recalled.facts(today)
        due = due_offers(facts, today, self._zone)
        if not self._opening.picked:
            self._opening.picked = True
            self._opening.offered = self._pick(facts, due, today)
        offer = self._opening.offered
        if offer is None or self.is_decided(offer) or not self._still(offer, due, facts):
            return None
        return offer

    def is_decided(self, offer: Offer) -> bool:
        """Whether the user decided about it in this opening."""
        return offer.key in self._opening.decided

    def not_now(self, offer: Offer) -> None:
        """Nothing more of this in this opening."""
        self._opening.decided.add(offer.key)

    def later(self, offer: Offer, until: date | None) -> Changes:
        """Let it come back on this day; None: at the next evaluation."""
        return self._decide(offer, until=until, evaluation=until is None)

    def drop(self, offer: Offer) -> Changes:
        """Let it not come back."""
        return self._decide(offer, Settled.DROPPED)

    def done(self, offer: Offer) -> Changes:
        """It was looked back at."""
        return self._decide(offer, Settled.DONE)

    def undo(self, offer: Offer) -> Changes:
        """Take back the last decision about an offer."""
        return self._take_back(offer.key)

    def undo_own(self, entry_id: EntryId, block: str = "") -> Changes:
        """Take back the last decision about a day that was chosen for (a block of) an entry."""
        return self._take_back((OfferKind.OWN.value, entry_id, "", block))

    def _take_back(self, key: Key) -> Changes:
        self._opening.decided.discard(key)
        if key not in self._before:
            return Changes()
        before = self._before.pop(key)
        now = self._find(key)
        with self._database.transaction() as connection:
            writer = RevisitWriter(connection)
            if now is not None:
                writer.remove(now.id)
            if before is not None:
                writer.put(before)
        return _CHANGED

    def set_own(self, entry_id: EntryId, block: str, day: date | None) -> Changes:
        """Look back at an entry, or a block of it, on this day; None: at the next evaluation.

        `undo_own` takes it back.

        Raises:
            EntryNotFound.
        """
        if entry_id not in self._recall.entries([entry_id]):
            raise EntryNotFound(entry_id)
        known = self._own(entry_id, block)
        fresh = self._new(OfferKind.OWN, entry_id, "", block)
        row = replace(fresh, id=known[0].id if known else fresh.id, due=day, evaluation=day is None)
        with self._database.transaction() as connection:
            writer = RevisitWriter(connection)
            for each in known:  # a join may have left two
                writer.remove(each.id)
            writer.put(row)
        self._before[row.key] = known[0] if known else None
        self._opening.decided.discard(row.key)
        return _CHANGED

    def remove_own(self, entry_id: EntryId, block: str = "") -> Changes:
        """Take away the day that was chosen for an entry, or a block of it."""
        known = self._own(entry_id, block)
        with self._database.transaction() as connection:
            for each in known:
                RevisitWriter(connection).remove(each.id)
                self._before[each.key] = each
        return _CHANGED if known else Changes()

    def own(self, entry_id: EntryId) -> tuple[Offer, ...]:
        """The days that were chosen for an entry and its blocks, by day."""
        facts = Facts(
            self._recalled.exercises(),
            decisions=self._store.of_entry(entry_id),
            entries=self._recall.entries([entry_id]),
            evaluation=self.evaluation,
        )
        found = (o for o in scheduled(facts, self._zone) if o.kind is OfferKind.OWN)
        return self._recalled.worded(sorted(found, key=lambda o: (o.due or date.max, o.block)))

    @property
    def evaluation(self) -> date | None:
        """The day of the next evaluation."""
        return self._store.own_date(EVALUATION)

    def set_evaluation(self, day: date | None) -> Changes:
        """Set the day of the next evaluation, or forget it (None)."""
        with self._database.transaction() as connection:
            RevisitWriter(connection).set_own_date(EVALUATION, day)
        return _CHANGED

    def on_this_day(
        self, around: EntryId | None = None, today: date | None = None
    ) -> tuple[Offer, ...]:
        """What was written a week, some months or years before today, the longest ago first.

        Args:
            around: look from the day of this entry instead of from today.

        Raises:
            EntryNotFound.
        """
        day = today or self.today
        if around is not None:
            found = self._recall.entries([around])
            if around not in found:
                raise EntryNotFound(around)
            day = found[around].day(self._zone)
        offers = same_day_offers(
            self._recalled.memories(day), self._recalled.exercises(), self._zone
        )
        dropped = {d.key for d in self._store.all() if d.settled is Settled.DROPPED}
        kept = (o for o in offers if o.key not in dropped and o.entry_id != around)
        return self._recalled.worded({offer.key: offer for offer in kept}.values())

    def random(self, exclude: Collection[EntryId] = ()) -> Offer | None:
        """An old entry that chance picks; None when there is none."""
        facts = Facts(self._recalled.exercises(), decisions=self._store.all())
        offer = self._at_chance(facts, set(exclude))
        return self._recalled.worded([offer])[0] if offer else None

    def never_revisited(self, chapter: int | None = None) -> tuple[Offer, ...]:
        """Exercises that were filled in once and never again, the longest ago first."""
        facts = Facts(
            self._recalled.exercises(),
            decisions=self._store.all(),
            unvisited=self._recalled.unvisited(chapter),
        )
        return self._recalled.worded(self._once(facts, self.today))

    def _pick(self, facts: Facts, due: Sequence[Offer], today: date) -> Offer | None:
        """What this opening offers; what has no day only when nothing else is light enough."""
        written = self._recall.last_written()
        last = local_day(written, self._zone) if written else None
        candidates = list(due)
        if all(offer.sensitive or offer.key in self._opening.decided for offer in due):
            # An exercise that proposes to look back itself says when.
            own = {fact.exercise_id for fact in facts.last_rounds}
            once = [f for f in self._recalled.unvisited() if f.exercise_id not in own]
            calm = self._once(replace(facts, unvisited=tuple(once)), today - timedelta(days=_OLD))
            chance = self._at_chance(facts, set(), calm=True)
            candidates += [o for o in calm if not o.sensitive] + ([chance] if chance else [])
        found = pick(candidates, today, last, self._opening.decided)
        worded = self._recalled.worded([found]) if found else ()
        return worded[0] if worded else None

    def _once(self, facts: Facts, until: date) -> list[Offer]:
        """What was filled in once, on this day or before."""
        offers = unvisited_offers(facts, self._zone)
        return [o for o in offers if o.written_on is not None and o.written_on <= until]

    def _still(self, offer: Offer, due: Sequence[Offer], facts: Facts) -> bool:
        """Whether what was offered is there still."""
        if offer.kind is OfferKind.UNVISITED:
            return any(f.exercise_id == offer.exercise_id for f in self._recalled.unvisited())
        if offer.kind is OfferKind.RANDOM:
            return offer.entry_id in self._recall.entries([offer.entry_id or ""])
        return any(offer.key == other.key for other in due)

    def _at_chance(self, facts: Facts, exclude: set[str], *, calm: bool = False) -> Offer | None:
        """An old entry; `calm` leaves out what may touch deeply."""
        before = self._now() - timedelta(days=_OLD)
        for _ in range(_CHANCES):
            fact = self._recall.at_chance(self._chance(), before, exclude)
            if fact is None:
                return None
            offer = random_offer(fact, facts, self._zone)
            if offer is not None and not (calm and offer.sensitive):
                return offer
            exclude.add(fact.entry_id)
        return None

    def _decide(
        self,
        offer: Offer,
        settled: Settled | None = None,
        until: date | None = None,
        *,
        evaluation: bool = False,
    ) -> Changes:
        """Keep a decision about an offer and remember what it was before."""
        before = self._find(offer.key)
        kind, entry_id, exercise_id, block = offer.key
        row = before or self._new(OfferKind(kind), EntryId(entry_id), exercise_id, block)
        if settled is None:
            row = replace(row, until=until, evaluation=evaluation)
        at = whole_milliseconds(self._now()) if settled is not None else None
        row = replace(row, settled=settled, settled_at=at)
        with self._database.transaction() as connection:
            RevisitWriter(connection).put(row)
        self._before[offer.key] = before
        self._opening.decided.add(offer.key)
        return _CHANGED

    def _new(self, kind: OfferKind, entry_id: EntryId, exercise_id: str, block: str) -> Revisit:
        now = whole_milliseconds(self._now())
        return Revisit(
            self._writer.new_id(),
            kind,
            entry_id or None,
            exercise_id,
            block,
            None,
            False,
            None,
            None,
            None,
            now,
        )

    def _find(self, key: Key) -> Revisit | None:
        """The decision about an offer; of own days the one that is not settled, or the last."""
        known = self._store.of_entry(EntryId(key[1]))
        found = [each for each in known if each.key == key]
        return min(found, key=lambda each: each.settled is not None, default=None)

    def _own(self, entry_id: EntryId, block: str) -> list[Revisit]:
        known = self._store.of_entry(entry_id)
        return [each for each in known if each.kind is OfferKind.OWN and each.block == block]

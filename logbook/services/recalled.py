# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""From a logbook and its exercises to the facts that looking back follows from, and to words.

The schedule needs no words; they are looked up for what is shown, with one query.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date, tzinfo

from logbook.core.entry import Answer, EntryId
from logbook.core.exercise import BlockKind, Exercise, Field
from logbook.core.follow_up import OWN_INTENTION_BLOCK
from logbook.core.library import Library
from logbook.core.practice import BlockPlace, blocks_of
from logbook.core.recall_days import Span, bounds, same_days
from logbook.core.revisit import EntryFact, Facts, IntentionFact, Offer, OfferKind
from logbook.core.schedule import proposing
from logbook.storage.database import Database
from logbook.storage.recall import RecallStore
from logbook.storage.revisits import EVALUATION, RevisitStore

#: The question of an intention block that asks for a day; of exercises that are gone it tells
#: which block was one.
_DATE = "date"
#: So many intentions of one kind (due, or to come) are looked up at most.
_MOST = 100
_OPEN_FIELDS = (Field.PROSE, Field.LINE)


class Recalled:
    """Facts of one open logbook for looking back."""

    def __init__(
        self, database: Database, library: Callable[[], Library], zone: tzinfo | None
    ) -> None:
        self._store = RevisitStore(database)
        self._recall = RecallStore(database)
        self._library = library
        self._zone = zone

    def exercises(self) -> dict[str, Exercise]:
        """Every exercise and template as it is now, by id."""
        library = self._library()
        return {**library.templates, **library.exercises}

    def facts(self, today: date | None = None) -> Facts:
        """All facts; the ones for "op deze dag" only when a day is given."""
        exercises, decisions = self.exercises(), self._store.all()
        decided = {(d.entry_id, d.block) for d in decisions if d.kind is OfferKind.INTENTION}
        intentions = self._intentions(exercises)
        fresh = [each for each in intentions if (each.entry_id, each.place) not in decided]
        about = {d.entry_id for d in decisions if d.entry_id}
        about |= {each.entry_id for each in _to_look_up(fresh, today)}
        once = {d.exercise_id for d in decisions if d.kind is OfferKind.UNVISITED}
        return Facts(
            exercises,
            self._recall.last_rounds(proposing(exercises)),
            tuple(intentions),
            decisions,
            self._recall.entries(about) if about else {},
            self.memories(today) if today else (),
            self._recall.only_rounds(sorted(once)) if once else (),
            self._store.own_date(EVALUATION),
        )

    def memories(self, day: date) -> tuple[tuple[Span, EntryFact], ...]:
        """The entries of the days that "op deze dag" looks at."""
        days = [(span, each, *bounds(each, self._zone)) for span, each in same_days(day)]
        return self._recall.of_days(days)

    def unvisited(self, chapter: int | None = None) -> tuple[EntryFact, ...]:
        """The filled round of exercises with just one."""
        library = self._library()
        wanted = library.exercises.values() if chapter is None else library.of_chapter(chapter)
        return self._recall.only_rounds([exercise.id for exercise in wanted])

    def worded(self, offers: Iterable[Offer]) -> tuple[Offer, ...]:
        """Offers with the question that was asked; an intention in its own words.

        What turns out to be empty is left out.
        """
        found = list(offers)
        ids = {offer.entry_id for offer in found if offer.entry_id}
        answers = self._recall.first_answers(ids) if ids else {}
        worded = (_with_words(o, answers.get(o.entry_id, []) if o.entry_id else []) for o in found)
        return tuple(offer for offer in worded if offer is not None)

    def _intentions(self, exercises: dict[str, Exercise]) -> list[IntentionFact]:
        """The open intentions with a day, by that day."""
        blocks = frozenset(blocks_of(exercises.values(), BlockKind.INTENTION))
        days: dict[tuple[EntryId, str], date | None] = {}
        for entry_id, exercise_id, block, prompt, item, day in self._recall.days_of_intentions():
            if block == OWN_INTENTION_BLOCK:
                days[entry_id, item] = day
            elif BlockPlace(exercise_id or "", block) in blocks or (
                exercise_id not in exercises and prompt == _DATE
            ):
                days[entry_id, block] = day
        for key, last in self._recall.last_returns().items():
            days[key] = last.again if last.is_open else None
        found = sorted((day, *key) for key, day in days.items() if day is not None)
        return [IntentionFact(i, place, day) for day, i, place in found]


def _to_look_up(intentions: list[IntentionFact], today: date | None) -> list[IntentionFact]:
    """The first ones that are due and the first that come: nobody reads more."""
    day = today or date.min
    due = [each for each in intentions if each.day <= day]
    coming = [each for each in intentions if each.day > day]
    return [*due[:_MOST], *coming[:_MOST]]


def _with_words(offer: Offer, answers: list[Answer]) -> Offer | None:
    match offer.kind:
        case OfferKind.PROPOSAL:
            answered = {answer.key.block for answer in answers}
            block = next((block for block in offer.blocks if block in answered), offer.block)
            return replace(offer, block=block)
        case OfferKind.INTENTION:
            own = [a for a in answers if offer.block in (a.key.block, a.key.item)]
            text = next((a.value.text for a in own if a.value.text.strip()), "")
            return replace(offer, question=text) if own else None
        case OfferKind.OWN if offer.block:
            answers = [answer for answer in answers if answer.key.block == offer.block] or answers
    if not answers:
        return offer
    answer = next((a for a in answers if a.wording.kind in _OPEN_FIELDS), answers[0])
    block = offer.block if offer.kind is OfferKind.OWN else answer.key.block
    wording = answer.wording
    return replace(offer, block=block, question=wording.prompt_text or wording.block_title)

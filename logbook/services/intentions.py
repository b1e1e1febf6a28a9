# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Intentions (voornemens): what one is going to do, and how it went.

How it went may be told beside a closed entry as well: what that says is never touched.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime

from logbook.core.entry import AnswerKey, Entry, EntryId, EntryKind, EntryState, Value
from logbook.core.errors import EmptyNote, EntryNotFound
from logbook.core.exercise import BlockKind, Field
from logbook.core.follow_up import (
    Tried,
    follow_up_key,
    is_follow_up,
    own_intention_key,
    return_of,
)
from logbook.core.library import Library
from logbook.core.practice import BlockPlace, Intention, blocks_of, intentions_of
from logbook.core.recall_days import local_day
from logbook.core.wording import wording_of
from logbook.services.changes import Changes
from logbook.services.edits import clean_value
from logbook.services.on_entries import OnEntries, changes_of
from logbook.storage.database import Database
from logbook.storage.recall import RecallStore
from logbook.storage.writes import EntryWriter, Writer

_DATE = "date"


@dataclass(frozen=True, slots=True)
class _Known:
    """What is known of an intention without its words."""

    entry_id: EntryId
    place: str
    created_at: str
    day: date | None
    open: bool


class Intentions(OnEntries):
    """Intentions of one open logbook and the returns to them."""

    def __init__(
        self,
        database: Database,
        library: Callable[[], Library],
        now: Callable[[], datetime],
        writer: Writer,
    ) -> None:
        super().__init__(database, library, now, writer)
        self._recall = RecallStore(database)

    def beside(self, database: Database) -> Intentions:
        """The same, on another connection to this logbook."""
        return Intentions(database, self._library, self._now, self._writer)

    def all(
        self, chapter: int | None = None, exercise_id: str | None = None
    ) -> tuple[Intention, ...]:
        """Every intention, newest entry first; of one chapter or exercise when that is given."""
        known = self._known(chapter, exercise_id)
        return tuple(self._load(sorted(known, key=lambda k: k.created_at, reverse=True)))

    def open(
        self,
        chapter: int | None = None,
        exercise_id: str | None = None,
        limit: int | None = None,
    ) -> tuple[Intention, ...]:
        """The open ones, by their day; those without a day come last, newest first.

        Args:
            limit: no more than so many; None for all.
        """
        known = [each for each in self._known(chapter, exercise_id) if each.open]
        known.sort(key=lambda k: k.created_at, reverse=True)
        known.sort(key=lambda k: k.day or date.max)
        return tuple(self._load(known[:limit]))

    def due(self, today: date | None = None) -> tuple[Intention, ...]:
        """The open ones whose day has come, by that day."""
        day = today or local_day(self._now(), None)
        return tuple(i for i in self.open() if i.date is not None and i.date <= day)

    def find(self, entry_id: EntryId, place: str) -> Intention | None:
        """The intention at this place (`Intention.place`) of an entry; None when there is none."""
        found = self._recall.intentions(self._places(None, None), [entry_id])
        return next((i for i in intentions_of(found) if i.place == place), None)

    def answer(
        self,
        intention: Intention,
        tried: str,
        happened: str = "",
        next: str = "",
        again: date | None = None,
    ) -> Changes:
        """Keep how it went; `restore(intention)` undoes it.

        Raises:
            EntryNotFound, AnswerTooLong.
            EmptyNote: there is nothing in it.
            ValueError: `tried` is not one of `Tried`, nor "".
        """
        options = (Tried(tried).value,) if tried else ()
        values = {
            "tried": Value(options=options),
            "happened": Value(happened),
            "next": Value(next),
            "again": Value(day=again),
        }
        filled = {prompt: value for prompt, value in values.items() if not value.is_empty}
        if not filled:
            raise EmptyNote
        number = self._next_number(intention)
        return self._write(
            intention.entry_id,
            {follow_up_key(intention.place, number, p): value for p, value in filled.items()},
        )

    def add(
        self,
        what: str,
        when: str = "",
        notice: str = "",
        day: date | None = None,
        entry_id: EntryId | None = None,
    ) -> tuple[EntryId, Changes]:
        """Add an intention beside an entry, or standing alone in a free note (None).

        Returns:
            The entry that has it now, and what changed.

        Raises:
            EntryNotFound, AnswerTooLong.
            EmptyNote: nothing is said about what one is going to do.
        """
        if not what.strip():
            raise EmptyNote
        own_id = self._writer.new_id()
        values = {
            "what": Value(what),
            "when": Value(when),
            "notice": Value(notice),
            "day": Value(day=day),
        }
        edits = {
            own_intention_key(own_id, prompt): value
            for prompt, value in values.items()
            if not value.is_empty
        }
        if entry_id is not None:
            return entry_id, self._write(entry_id, edits)
        note = Entry(EntryId(self._writer.new_id()), EntryKind.FREE, self._moment())
        return note.id, self._write(note.id, edits, note)

    def move(self, intention: Intention, day: date | None) -> Changes:
        """Let it come back on another day, or on none; `restore(intention)` undoes it.

        What a closed entry says stays: there the new day is a return of its own.

        Raises:
            EntryNotFound.
        """
        entry, place = self._store.load(intention.entry_id), intention.place
        if intention.returns:
            number = intention.returns[-1].number
        elif entry.state is EntryState.DRAFT or intention.is_own:
            return self._write(entry.id, {self._day_key(intention): Value(day=day)})
        else:
            number = self._next_number(intention)
        edits = {follow_up_key(place, number, "again"): Value(day=day)}
        last = intention.returns[-1].tried if intention.returns else ""
        if day is None and last in ("", Tried.NOT_YET):
            edits[follow_up_key(place, number, "tried")] = Value(options=(Tried.NOT_YET.value,))
        return self._write(entry.id, edits)

    def let_go(self, intention: Intention) -> Changes:
        """Say that it is let go; `restore(intention)` undoes it.

        Raises:
            EntryNotFound.
        """
        return self.answer(intention, Tried.LET_GO)

    def remove(self, intention: Intention) -> Changes:
        """Empty an intention that the user added; `restore(intention)` undoes it.

        Raises:
            EntryNotFound.
            ValueError: an exercise asked for it.
        """
        if not intention.is_own:
            raise ValueError(intention.place)
        return self._write(intention.entry_id, {a.key: Value() for a in intention.answers})

    def restore(self, before: Intention) -> Changes:
        """Make an intention and the returns to it what they were.

        Raises:
            EntryNotFound.
        """
        entry, place = self._store.load(before.entry_id), before.place
        wanted = {answer.key: answer.value for answer in before.answers}
        wanted.setdefault(self._day_key(before), Value())
        for each in before.returns:
            wanted |= {
                follow_up_key(place, each.number, prompt): value
                for prompt, value in (
                    ("tried", Value(options=(each.tried,) if each.tried else ())),
                    ("happened", Value(each.happened)),
                    ("next", Value(each.next)),
                    ("again", Value(day=each.again)),
                )
            }
        for answer in entry.answers:
            found = return_of(answer.key) if is_follow_up(answer.key) else None
            if found is not None and found[0] == place:
                wanted.setdefault(answer.key, Value())
        return self._write(entry.id, {k: v for k, v in wanted.items() if entry.value(k) != v})

    def _known(self, chapter: int | None, exercise_id: str | None) -> list[_Known]:
        places = self._places(chapter, exercise_id)
        of_chapter = {place.exercise_id for place in places}
        returns = self._recall.last_returns()
        found = []
        for each in self._recall.outlines(places):
            if exercise_id is not None and each.exercise_id != exercise_id:
                continue
            if chapter not in (None, each.chapter) and each.exercise_id not in of_chapter:
                continue
            key = each.entry_id, each.item or each.block
            last = returns.get(key)
            day = last.again if last else each.day
            is_open = last is None or last.is_open
            found.append(_Known(*key, each.created_at, day, is_open))
        return found

    def _load(self, known: Iterable[_Known]) -> Iterable[Intention]:
        """These intentions with their words, in this order."""
        keys = [(each.entry_id, each.place) for each in known]
        if not keys:
            return
        places = self._places(None, None)
        placed = self._recall.intentions(places, {entry_id for entry_id, _ in keys})
        intentions = {intention.key: intention for intention in intentions_of(placed)}
        yield from (intentions[key] for key in keys if key in intentions)

    def _places(self, chapter: int | None, exercise_id: str | None) -> tuple[BlockPlace, ...]:
        """The blocks of exercises that ask for an intention."""
        library = self._library()
        if chapter is not None:
            return blocks_of(library.of_chapter(chapter), BlockKind.INTENTION)
        exercises = {**library.templates, **library.exercises}
        places = list(blocks_of(exercises.values(), BlockKind.INTENTION))
        # What was written stays an intention when its exercise is gone.
        places += {
            BlockPlace(gone, block)
            for _, gone, block, prompt, _, _ in self._recall.days_of_intentions()
            if gone and gone not in exercises and prompt == _DATE
        }
        return tuple(p for p in places if exercise_id is None or p.exercise_id == exercise_id)

    def _next_number(self, intention: Intention) -> int:
        """The number of a new return; those that were emptied keep theirs."""
        numbers = [
            found[1]
            for answer in self._store.answers(intention.entry_id)
            if is_follow_up(answer.key)
            and (found := return_of(answer.key)) is not None
            and found[0] == intention.place
        ]
        return max(numbers, default=0) + 1

    def _day_key(self, intention: Intention) -> AnswerKey:
        """The question about the day of an intention."""
        if intention.is_own:
            return own_intention_key(intention.place, "day")
        asked = next((a.key for a in intention.answers if a.wording.kind == Field.DATE), None)
        return asked or AnswerKey(intention.block_id, _DATE)

    def _write(
        self, entry_id: EntryId, edits: dict[AnswerKey, Value], begun: Entry | None = None
    ) -> Changes:
        """Keep values, each as a version of its own.

        Args:
            begun: the entry, when it is not stored yet.
        """
        now = self._moment()
        clean = {key: clean_value(value) for key, value in edits.items()}
        with self._database.transaction() as connection:
            writer = EntryWriter(connection, self._writer)
            rid = writer.insert(begun, now) if begun else writer.row_number(entry_id)
            if rid is None:
                raise EntryNotFound(entry_id)
            entry = self._store.load(entry_id)
            exercise = self._library().exercise(entry.exercise_id)
            for key, value in clean.items():
                known = entry.answer(key)
                if known is None and value.is_empty:
                    continue
                wording = known.wording if known else wording_of(exercise, key, self._library())
                writer.close_revision(rid, key)
                writer.write_answer(rid, key, wording, value, known.head if known else None, now)
                writer.close_revision(rid, key)
            if clean:
                writer.refresh(rid, now)
        return changes_of(entry)

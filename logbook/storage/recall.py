# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Facts that looking back follows from, each kind with one indexed query.

No answer is read whole: only days, and how it went with intentions. The bin is left out.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, NamedTuple

from logbook.core.entry import Answer, EntryId
from logbook.core.follow_up import FOLLOW_UP_BLOCK, OWN_INTENTION_BLOCK, Tried
from logbook.core.margin import MARGIN_BLOCK
from logbook.core.moment import to_text
from logbook.core.practice import PlacedAnswer
from logbook.core.recall_days import Span
from logbook.core.revisit import EntryFact
from logbook.storage.engine import engine_errors
from logbook.storage.rows import ANSWER_COLUMNS, Row, answer_of, moment_of, stored

if TYPE_CHECKING:
    from logbook.core.practice import BlockPlace
    from logbook.storage.database import Database

_FACT = "e.id, e.exercise_id, e.title, e.created_at, e.written_at, e.closed_at, e.about_date"
#: So many entries of one day are enough to remember.
_DAY_LIMIT = 20
_ROUNDS = "kind = 'exercise' and deleted_at is null and filled = 1"
_FILLED = """r.value <> '{"text":""}'"""
_BESIDE = f"'{MARGIN_BLOCK}', '{FOLLOW_UP_BLOCK}'"


class Outline(NamedTuple):
    """An intention without its words; `item` is the id of an own one, else ""."""

    entry_id: EntryId
    exercise_id: str | None
    chapter: int | None
    created_at: str
    block: str
    item: str
    day: date | None


class LastReturn(NamedTuple):
    """The last return to an intention: its number, what was chosen, and the new day."""

    number: int
    tried: str
    again: date | None

    @property
    def is_open(self) -> bool:
        """As `core.practice.still_open`, of what is known without its words."""
        return self.tried != Tried.LET_GO and (
            self.tried == Tried.NOT_YET or self.again is not None
        )


@stored
def fact_of(row: Row) -> EntryFact:
    """A fact from a row of `_FACT`."""
    return EntryFact(
        EntryId(row[0]),
        row[1],
        row[2],
        moment_of(row[3]),
        moment_of(row[4]),
        moment_of(row[5]) if row[5] else None,
        date.fromisoformat(row[6]) if row[6] else None,
    )


class RecallStore:
    """Facts of one open logbook for looking back, read."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def last_rounds(self, exercise_ids: Iterable[str]) -> tuple[EntryFact, ...]:
        """The last filled round of each of these exercises."""
        return self._facts(
            "json_each(?) w cross join entries e on e.rid = (select rid from entries"
            f" where exercise_id = w.value and {_ROUNDS}"
            " order by created_at desc, id desc limit 1)",
            (json.dumps(list(exercise_ids)),),
        )

    def only_rounds(self, exercise_ids: Iterable[str]) -> tuple[EntryFact, ...]:
        """The filled round of those of these exercises that have just one."""
        rounds = (
            "select rid from entries indexed by entries_by_exercise"
            f" where exercise_id = w.value and {_ROUNDS}"
        )
        return self._facts(
            f"json_each(?) w cross join entries e on e.rid = ({rounds}"
            " order by created_at, id limit 1)"
            f" where not exists ({rounds} order by created_at, id limit 1 offset 1)",
            (json.dumps(list(exercise_ids)),),
        )

    def entries(self, entry_ids: Iterable[str]) -> dict[EntryId, EntryFact]:
        """These entries by id; those that are gone or in the bin are not there."""
        found = self._facts(
            "json_each(?) w cross join entries e on e.id = w.value and e.deleted_at is null",
            (json.dumps(sorted(set(entry_ids))),),
        )
        return {fact.entry_id: fact for fact in found}

    def of_days(
        self, days: Sequence[tuple[Span, date, datetime, datetime]]
    ) -> tuple[tuple[Span, EntryFact], ...]:
        """The filled entries about these days, or else begun in them.

        Args:
            days: each with its span and the moments (UTC) at which it begins and ends.
        """
        wanted = json.dumps(
            [
                [span, day.isoformat(), to_text(begin), to_text(end)]
                for span, day, begin, end in days
            ]
        )
        with engine_errors(self._database.path):
            rows = self._database.rows(
                f"select w.value ->> 0, {_FACT} from json_each(?1) w cross join entries e"
                " where e.created_at >= w.value ->> 2 and e.created_at < w.value ->> 3"
                " and e.deleted_at is null and e.about_date is null and e.filled = 1"
                f" union all select w.value ->> 0, {_FACT} from json_each(?1) w"
                " cross join entries e where e.about_date = w.value ->> 1"
                " and e.about_date is not null and e.deleted_at is null and e.filled = 1"
                f" limit {_DAY_LIMIT * len(Span)}",
                (wanted,),
            )
            return tuple((Span(row[0]), fact_of(row[1:])) for row in rows)

    def at_chance(
        self, share: float, before: datetime, exclude: Collection[str]
    ) -> EntryFact | None:
        """A filled entry from before a moment; None when there is none.

        Args:
            share: where to begin looking, from 0 up to 1.
        """
        last = self._database.rows("select coalesce(max(rid), 0) from entries")[0][0]
        start = 1 + int(share * last)
        for sign, order in ((">=", ""), ("<", " desc")):
            found = self._facts(
                f"entries e where e.rid {sign} ? and e.filled = 1 and e.deleted_at is null"
                " and e.created_at < ? and e.id not in (select value from json_each(?))"
                f" order by e.rid{order} limit 1",
                (start, to_text(before), json.dumps(sorted(exclude))),
            )
            if found:
                return found[0]
        return None

    def last_written(self) -> datetime | None:
        """When something was last written."""
        with engine_errors(self._database.path):
            rows = self._database.rows("select at from revisions order by at desc limit 1")
            return moment_of(rows[0][0]) if rows else None

    def days_of_intentions(self) -> list[tuple[EntryId, str | None, str, str, str, date]]:
        """Entry, exercise, block, prompt, item and day of every day that was filled in."""
        rows = self._database.rows(
            "select e.id, e.exercise_id, a.block, a.prompt, a.item, r.value ->> '$.day'"
            " from answers a indexed by answers_of_days join revisions r on r.id = a.head"
            " join entries e on e.rid = a.entry and e.deleted_at is null"
            f" where a.kind = 'date' and a.block <> '{FOLLOW_UP_BLOCK}'"
            " and r.value ->> '$.day' is not null"
        )
        with engine_errors(self._database.path):
            return [(*row[:5], day_of(row[5])) for row in rows]

    def last_returns(self) -> dict[tuple[EntryId, str], LastReturn]:
        """The last return to each intention that has one, by entry and place."""
        found: dict[tuple[EntryId, str], LastReturn] = {}
        for entry_id, prompt, item, tried, day in self._database.rows(
            "select e.id, a.prompt, a.item, r.value ->> '$.options[0]', r.value ->> '$.day'"
            " from answers a indexed by answers_of_returns join revisions r on r.id = a.head"
            " join entries e on e.rid = a.entry and e.deleted_at is null"
            f" where a.block = '{FOLLOW_UP_BLOCK}' and {_FILLED}"
        ):
            place, slash, number = item.rpartition("/")
            if not slash or not number.isdecimal():
                continue
            key, last = (EntryId(entry_id), place), int(number)
            known = found.get(key)
            if known is None or known.number < last:
                known = LastReturn(last, "", None)
            if known.number == last:
                tried = tried if prompt == "tried" and tried else known.tried
                found[key] = LastReturn(last, tried, self._day(day) or known.again)
        return found

    def outlines(self, places: Iterable[BlockPlace]) -> list[Outline]:
        """The filled intentions in these blocks, and own ones, without their words."""
        return [
            Outline._make((*row[:6], self._day(row[6])))
            for row in self._database.rows(
                "select e.id, e.exercise_id, e.chapter, e.created_at, a.block,"
                f" iif(a.block = '{OWN_INTENTION_BLOCK}', a.item, '') as own,"
                f" max(iif(a.kind = 'date', r.value ->> '$.day', null)) {_INTENTIONS}"
                f" and {_FILLED} group by e.rid, a.block, own",
                (_wanted(places),),
            )
        ]

    def intentions(
        self, places: Iterable[BlockPlace], entry_ids: Iterable[str]
    ) -> tuple[PlacedAnswer, ...]:
        """The answers of these entries to intentions in these blocks, own ones and returns."""
        with engine_errors(self._database.path):
            rows = self._database.rows(
                "select e.id, coalesce(e.exercise_id, ''), e.exercise_title, e.created_at,"
                f" {ANSWER_COLUMNS} from json_each(?) w"
                " cross join entries e on e.id = w.value and e.deleted_at is null"
                " cross join answers a on a.entry = e.rid join revisions r on r.id = a.head"
                f" where a.block in ('{OWN_INTENTION_BLOCK}', '{FOLLOW_UP_BLOCK}')"
                " or (e.exercise_id, a.block) in"
                " (select value ->> 0, value ->> 1 from json_each(?))",
                (json.dumps(sorted(set(entry_ids))), _wanted(places)),
            )
            return tuple(
                PlacedAnswer(EntryId(row[0]), row[1], row[2], moment_of(row[3]), answer_of(row[4:]))
                for row in rows
            )

    def first_answers(self, entry_ids: Iterable[str]) -> dict[EntryId, list[Answer]]:
        """The filled answers of some entries by position, without what stands beside them."""
        with engine_errors(self._database.path):
            found: dict[EntryId, list[Answer]] = {}
            for row in self._database.rows(
                f"select e.id, {ANSWER_COLUMNS} from json_each(?) w"
                " cross join entries e on e.id = w.value"
                f" join answers a on a.entry = e.rid and a.block not in ({_BESIDE})"
                " join revisions r on r.id = a.head order by e.rid, a.position, a.rid",
                (json.dumps(sorted(set(entry_ids))),),
            ):
                answer = answer_of(row[1:])
                if not answer.value.is_empty:
                    found.setdefault(EntryId(row[0]), []).append(answer)
            return found

    def note_of_chapter(self, form_id: str, chapter: int) -> EntryId | None:
        """The note in this form about a chapter that was written in last; None when none is."""
        rows = self._database.rows(
            "select id from entries indexed by entries_by_exercise"
            " where exercise_id = ? and chapter = ? and deleted_at is null"
            " and kind = 'free' order by written_at desc, id desc limit 1",
            (form_id, chapter),
        )
        return EntryId(rows[0][0]) if rows else None

    def _day(self, text: str | None) -> date | None:
        with engine_errors(self._database.path):
            return day_of(text) if text else None

    def _facts(self, source: str, parameters: Sequence[object]) -> tuple[EntryFact, ...]:
        with engine_errors(self._database.path):
            rows = self._database.rows(f"select {_FACT} from {source}", parameters)
            return tuple(fact_of(row) for row in rows)


#: Answers in the wanted blocks and in those of own intentions.
_INTENTIONS = (
    "from (select a.rid as answer from (select value ->> 0 as exercise, value ->> 1 as block"
    " from json_each(?)) w cross join entries x on x.exercise_id = w.exercise"
    " and x.deleted_at is null join answers a on a.entry = x.rid and a.block = w.block"
    " union all select a.rid from answers a indexed by answers_of_intentions"
    f" where a.block = '{OWN_INTENTION_BLOCK}') f"
    " cross join answers a on a.rid = f.answer join revisions r on r.id = a.head"
    " join entries e on e.rid = a.entry and e.deleted_at is null where true"
)


def _wanted(places: Iterable[BlockPlace]) -> str:
    return json.dumps([[place.exercise_id, place.block_id] for place in places])


@stored
def day_of(text: str) -> date:
    """A day as it is stored."""
    return date.fromisoformat(text)

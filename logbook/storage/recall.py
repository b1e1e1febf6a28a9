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

from logbook.core.entry import Answer, EntryId, value_of
from logbook.core.follow_up import FOLLOW_UP_BLOCK, OWN_INTENTION_BLOCK
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
_BESIDE = f"'{MARGIN_BLOCK}', '{FOLLOW_UP_BLOCK}'"


class Outline(NamedTuple):
    """An answer to an intention; `item` is the id of an own one, else ""."""

    entry_id: EntryId
    exercise_id: str | None
    chapter: int | None
    created_at: str
    block: str
    item: str
    day: date | None


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
        rounds = f"select rid from entries where exercise_id = w.value and {_ROUNDS}"
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
        with engine_errors(self._database.path):
            rows = self._database.rows(
                "select e.id, e.exercise_id, a.block, a.prompt, a.item, r.value"
                " from answers a indexed by answers_of_days join revisions r on r.id = a.head"
                " join entries e on e.rid = a.entry and e.deleted_at is null"
                f" where a.kind = 'date' and a.block <> '{FOLLOW_UP_BLOCK}'"
            )
            found = []
            for entry_id, exercise_id, block, prompt, item, value in rows:
                day = _value_day(value)
                if day is not None:
                    found.append((EntryId(entry_id), exercise_id, block, prompt, item, day))
            return found

    def returns(self) -> dict[EntryId, list[Answer]]:
        """How it went with intentions: the answers to that, by entry."""
        with engine_errors(self._database.path):
            found: dict[EntryId, list[Answer]] = {}
            for row in self._database.rows(
                f"select e.id, {ANSWER_COLUMNS} from answers a indexed by answers_of_returns"
                " join revisions r on r.id = a.head"
                " join entries e on e.rid = a.entry and e.deleted_at is null"
                f" where a.block = '{FOLLOW_UP_BLOCK}'"
            ):
                found.setdefault(EntryId(row[0]), []).append(answer_of(row[1:]))
            return found

    def outlines(self, places: Iterable[BlockPlace]) -> list[Outline]:
        """What is known, without its words, of each filled answer to an intention."""
        with engine_errors(self._database.path):
            return [
                Outline._make((*row[:6], _value_day(row[6]) if row[6] else None))
                for row in self._database.rows(
                    "select e.id, e.exercise_id, e.chapter, e.created_at, a.block,"
                    f" iif(a.block = '{OWN_INTENTION_BLOCK}', a.item, ''),"
                    f" iif(a.kind = 'date', r.value, '') {_INTENTIONS}"
                    """ and r.value <> '{"text":""}'""",
                    (_wanted(places),),
                )
            ]

    def intentions(
        self, places: Iterable[BlockPlace], entry_ids: Iterable[str] | None = None
    ) -> tuple[PlacedAnswer, ...]:
        """The answers to intentions in these blocks, to own ones, and to how they went.

        Args:
            entry_ids: only of these entries; None for all.
        """
        some = "" if entry_ids is None else " and e.id in (select value from json_each(?))"
        more = () if entry_ids is None else (json.dumps(sorted(set(entry_ids))),)
        source = _INTENTIONS if entry_ids is None else _SOME_INTENTIONS
        with engine_errors(self._database.path):
            rows = self._database.rows(
                "select e.id, coalesce(e.exercise_id, ''), e.exercise_title, e.created_at,"
                f" {ANSWER_COLUMNS} {source}{some}",
                (_wanted(places), *more),
            )
            found = [
                PlacedAnswer(EntryId(row[0]), row[1], row[2], moment_of(row[3]), answer_of(row[4:]))
                for row in rows
            ]
        if not found:
            return ()
        returns = self.returns()
        seen = {item.entry_id: item for item in found}
        return (
            *found,
            *(
                PlacedAnswer(i, item.exercise_id, item.exercise_title, item.created_at, answer)
                for i, item in seen.items()
                for answer in returns.get(i, ())
            ),
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
            "select id from entries where exercise_id = ? and chapter = ? and deleted_at is null"
            " and kind = 'free' order by written_at desc, id desc limit 1",
            (form_id, chapter),
        )
        return EntryId(rows[0][0]) if rows else None

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
_SOME_INTENTIONS = (
    "from entries e cross join answers a on a.entry = e.rid join revisions r on r.id = a.head"
    f" where e.deleted_at is null and (a.block = '{OWN_INTENTION_BLOCK}'"
    " or (e.exercise_id, a.block) in (select value ->> 0, value ->> 1 from json_each(?)))"
)


def _wanted(places: Iterable[BlockPlace]) -> str:
    return json.dumps([[place.exercise_id, place.block_id] for place in places])


@stored
def _value_day(canonical: str) -> date | None:
    return value_of(canonical).day

# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The filters of a query as sets of row numbers of entries, each answered by an index.

What a filter needs from outside the database (block ids of look-backs, the time zone) is given.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from logbook.core.folding import fold
from logbook.core.light import TYPE_CHECKING, NamedTuple
from logbook.core.query import Filter, first_day

if TYPE_CHECKING:
    from datetime import tzinfo
    from typing import Any

    from logbook.storage.database import Database

_WRITTEN = "(r.value not like '{\"text\":%' or trim(r.value ->> 'text', ' ' || char(9, 10)) <> '')"
_ANSWERS = "answers a join revisions r on r.id = a.head"


class RowSet(NamedTuple):
    """A condition on row numbers: inside, or outside, what a statement gives."""

    inside: bool
    sql: str
    parameters: tuple[Any, ...]


class FilterSets:
    """Makes the sets of filters.

    Args:
        look_backs: gives (exercise id, block id) of every look-back; asked only when needed.
        zone: the time zone in which days begin; None takes the system's.
    """

    def __init__(
        self,
        database: Database,
        look_backs: Callable[[], Iterable[tuple[str, str]]] = tuple,
        zone: tzinfo | None = None,
    ) -> None:
        self._database = database
        self._look_backs = look_backs
        self._zone = zone

    def sets_of(self, filters: Iterable[Filter], *, in_bin: bool = False) -> tuple[RowSet, ...]:
        """One set per filter; all conditions must hold."""
        place = f"deleted_at is {'not ' if in_bin else ''}null"
        found = []
        for each in filters:
            made = getattr(self, f"_{each.key}")(each.value, place)
            found.append(made._replace(inside=made.inside is not each.excluded))
        return tuple(found)

    def _hoofdstuk(self, value: str, place: str) -> RowSet:
        sql = f"select rid from entries where chapter = ? and {place}"
        return RowSet(True, sql, (int(value),))

    def _label(self, value: str, place: str) -> RowSet:
        from logbook.core.label import name_key

        sql = (
            "select entry from entry_labels where label ="
            " (select rid from labels where name_key = ?)"
        )
        return RowSet(True, sql, (name_key(value),))

    def _leerdoel(self, value: str, place: str) -> RowSet:
        wanted = fold(value)
        goals = [
            rid
            for rid, goal_id, text in self._database.rows("select rid, id, text from goals")
            if wanted in fold(text) or value == goal_id
        ]
        import json

        sql = "select entry from entry_goals where goal in (select value from json_each(?))"
        return RowSet(True, sql, (json.dumps(goals),))

    def _oefening(self, value: str, place: str) -> RowSet:
        wanted = fold(value)
        ids = [i for i, title in self._exercises(place) if wanted in fold(title) or wanted in i]
        sql = (
            "select rid from entries where exercise_id in (select value from json_each(?))"
            f" and exercise_id is not null and {place}"
        )
        import json

        return RowSet(True, sql, (json.dumps(ids),))

    def _exercises(self, place: str) -> Sequence[tuple[str, str]]:
        """Every exercise that was done, with the title its newest round has.

        Each step goes straight to the next exercise in the index of exercises.
        """
        return self._database.rows(
            "with recursive done (id) as ("
            f"select min(exercise_id) from entries where exercise_id is not null and {place}"
            " union all select (select min(exercise_id) from entries"
            f" where exercise_id > done.id and exercise_id is not null and {place})"
            " from done where done.id is not null)"
            " select id, (select exercise_title from entries where exercise_id = done.id"
            f" and exercise_id is not null and {place} order by created_at desc, id desc limit 1)"
            " from done where id is not null"
        )

    def _voor(self, value: str, place: str) -> RowSet:
        return self._period("<", value, place)

    def _na(self, value: str, place: str) -> RowSet:
        return self._period(">=", value, place)

    def _period(self, comparison: str, value: str, place: str) -> RowSet:
        """By the day an entry is about; without one by the moment it was begun."""
        from datetime import datetime, time

        from logbook.core.moment import to_text

        day = first_day(value)
        moment = to_text(datetime.combine(day, time(), self._zone).astimezone(self._zone))
        about = "select rid from entries where about_date is not null"
        sql = (
            f"select rid from entries where created_at {comparison} ? and {place}"
            f" except {about} union {about} and about_date {comparison} ?"
        )
        return RowSet(True, sql, (moment, day.isoformat()))

    def _staat(self, value: str, place: str) -> RowSet:
        sql = f"select rid from entries where state = 'draft' and {place}"
        return RowSet(value == "concept", sql, ())

    def _soort(self, value: str, place: str) -> RowSet:
        sql = f"select rid from entries where kind = 'exercise' and {place}"
        return RowSet(value == "oefening", sql, ())

    def _vast(self, value: str, place: str) -> RowSet:
        return RowSet(value == "ja", "select rid from entries where pinned_at is not null", ())

    def _met(self, value: str, place: str) -> RowSet:
        if value == "terugblik":
            return self._with_look_back(place)
        sql = {
            "opmerkingen": "select rid from search_text where remarks <> ''",
            "gedeeld": "select entry from packet_entries",
            "kanttekening": f"select a.entry from {_ANSWERS}"
            f" where a.block = 'margin' and a.prompt <> '' and {_WRITTEN}",
            "kaarten": f"select a.entry from {_ANSWERS}"
            " where a.kind = 'cards' and r.value like '{\"cards\":%'",
        }[value]
        return RowSet(True, sql, ())

    def _with_look_back(self, place: str) -> RowSet:
        sql = (
            "with places (exercise, block) as"
            " (select value ->> 0, value ->> 1 from json_each(?))"
            " select e.rid from places p join entries e on e.exercise_id = p.exercise"
            f" and e.exercise_id is not null and e.{place}"
            " join answers a on a.entry = e.rid and a.block = p.block"
            f" join revisions r on r.id = a.head where {_WRITTEN}"
        )
        import json

        return RowSet(True, sql, (json.dumps(list(map(list, self._look_backs()))),))

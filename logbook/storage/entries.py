# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""EntryStore: reads entries, answers and revisions as core values. Writing is in `writes.py`."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from functools import wraps
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar

from logbook.core.entry import (
    Answer,
    AnswerHistory,
    Entry,
    EntryHistory,
    EntryId,
    EntrySummary,
    Revision,
    Splice,
)
from logbook.core.errors import AmbiguousId, EntryNotFound
from logbook.core.moment import to_text
from logbook.storage.engine import engine_errors
from logbook.storage.label_rows import labels_of
from logbook.storage.rows import (
    ANSWER_COLUMNS,
    ENTRY_COLUMNS,
    ROUND_COLUMNS,
    SUMMARY_COLUMNS,
    Row,
    answer_of,
    entry_of,
    moment_of,
    revision_of,
    round_of,
    splice_of,
    summary_of,
)

if TYPE_CHECKING:
    from logbook.core.exercise import Field
    from logbook.core.practice import BlockPlace, PlacedAnswer
    from logbook.core.progress import Round
    from logbook.core.search import EntryFilter, PageStart
    from logbook.storage.database import Database

_ROUND_NUMBER = (
    "case when e.exercise_id is null then null else (select count(*) from entries o"
    " where o.exercise_id = e.exercise_id and o.deleted_at is null"
    " and (o.created_at, o.id) <= (e.created_at, e.id)) end"
)

_P = ParamSpec("_P")
_T = TypeVar("_T")
_Reader = Callable[Concatenate["EntryStore", _P], _T]


def _whole(read: _Reader[_P, _T]) -> _Reader[_P, _T]:
    """Let a reader say that the logbook is damaged when a row is not what was once written."""

    @wraps(read)
    def reader(store: EntryStore, /, *args: _P.args, **kwargs: _P.kwargs) -> _T:
        with engine_errors(store._database.path):
            return read(store, *args, **kwargs)

    return reader


class EntryStore:
    """Entries of one open logbook, read."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def find_id(self, ending: str) -> EntryId:
        """The one id that is, or ends in, these characters (also in the bin).

        Raises:
            EntryNotFound, AmbiguousId.
        """
        if not ending.isascii():
            raise EntryNotFound(ending)
        exact = self._database.rows("select id from entries where id = ?", (ending,))
        if exact:
            return EntryId(exact[0][0])
        # Ids are compared from the end, so no index helps; rids and ids alone are small.
        found = self._database.rows(
            "select id from entries where substr(id, ?) = ? limit 3", (-len(ending), ending)
        )
        if not ending or not found:
            raise EntryNotFound(ending)
        if len(found) > 1:
            raise AmbiguousId(ending, len(found))
        return EntryId(found[0][0])

    @_whole
    def load(self, entry_id: EntryId) -> Entry:
        """An entry with its present answers by position.

        Raises:
            EntryNotFound: also for an entry that was deleted for good.
        """
        rows = self._database.rows(f"select {ENTRY_COLUMNS} from entries where id = ?", (entry_id,))
        if not rows:
            raise EntryNotFound(entry_id)
        return entry_of(rows[0], self.answers(entry_id))

    @_whole
    def answers(self, entry_id: EntryId) -> tuple[Answer, ...]:
        """The present answers of an entry by position, then order of writing."""
        rows = self._database.rows(
            f"select {ANSWER_COLUMNS} from answers a join revisions r on r.id = a.head"
            " where a.entry = (select rid from entries where id = ?) order by a.position, a.rid",
            (entry_id,),
        )
        return tuple(answer_of(row) for row in rows)

    @_whole
    def history(self, entry_id: EntryId) -> EntryHistory:
        """An entry with the revisions and splices of every answer."""
        entry = self.load(entry_id)
        rows = self._database.rows(
            "select v.rid, a.block, a.prompt, a.item, v.id, v.parent, v.device, v.at, v.value,"
            " v.sha256 from answers a join revisions v on v.answer = a.rid"
            " where a.entry = (select rid from entries where id = ?) order by v.rid",
            (entry_id,),
        )
        splices: dict[int, list[Splice]] = {}
        for revision, *splice in self._database.rows(
            "select s.revision, s.at, s.offset, s.removed, s.inserted from answers a"
            " join revisions v on v.answer = a.rid join splices s on s.revision = v.rid"
            " where a.entry = (select rid from entries where id = ?) order by s.rid",
            (entry_id,),
        ):
            splices.setdefault(revision, []).append(splice_of(tuple(splice)))
        revisions: dict[tuple[str, str, str], list[Revision]] = {}
        for row in rows:
            revision_value = revision_of(row[4:], tuple(splices.get(row[0], ())))
            revisions.setdefault(row[1:4], []).append(revision_value)
        return EntryHistory(
            entry,
            tuple(
                AnswerHistory(a, tuple(revisions[a.key.block, a.key.prompt, a.key.item]))
                for a in entry.answers
            ),
        )

    def later_versions(self, entry_id: EntryId) -> int:
        """How many revisions an entry has beyond the first of each answer."""
        rows = self._database.rows(
            "select count(*) - count(distinct v.answer) from answers a"
            " join revisions v on v.answer = a.rid"
            " where a.entry = (select rid from entries where id = ?)",
            (entry_id,),
        )
        return int(rows[0][0])

    @_whole
    def summaries(
        self, entry_filter: EntryFilter, *, limit: int, after: PageStart | None = None
    ) -> tuple[EntrySummary, ...]:
        """One page of entries, newest first; their labels come with one more query."""
        conditions, parameters = self._conditions(entry_filter)
        if after is not None:
            conditions.append("(e.created_at, e.id) < (?, ?)")
            parameters += [to_text(after.created_at), after.id]
        rows = self._database.rows(
            f"select {_ROUND_NUMBER}, {SUMMARY_COLUMNS} from entries e"
            f" where {' and '.join(conditions)}"
            " order by e.created_at desc, e.id desc limit ?",
            (*parameters, limit),
        )
        return self._summaries(rows)

    def count(self, entry_filter: EntryFilter) -> int:
        """How many entries the filter lets through."""
        conditions, parameters = self._conditions(entry_filter)
        sql = f"select count(*) from entries e where {' and '.join(conditions)}"
        return int(self._database.rows(sql, parameters)[0][0])

    def last_written(self) -> EntrySummary | None:
        """The open entry that was written in last, or None.

        Goes back through the revisions by time: the wanted one is nearly always the first. An
        index on `written_at` would cost every save a page.
        """
        draft = "state = 'draft' and deleted_at is null"
        if not self._database.rows(f"select 1 from entries where {draft} limit 1"):
            return None
        rows = self._database.rows(
            "select e.id from revisions r indexed by revisions_by_time"
            " join answers a on a.rid = r.answer join entries e on e.rid = a.entry"
            " where e.state = 'draft' and e.deleted_at is null and e.filled = 1"
            " order by r.at desc limit 1"
        )
        return self.summary(EntryId(rows[0][0])) if rows else None

    @_whole
    def summary(self, entry_id: EntryId) -> EntrySummary:
        """The line of one entry, also in the bin.

        Raises:
            EntryNotFound.
        """
        rows = self._database.rows(
            f"select {_ROUND_NUMBER}, {SUMMARY_COLUMNS} from entries e where e.id = ?", (entry_id,)
        )
        if not rows:
            raise EntryNotFound(entry_id)
        return self._summaries(rows)[0]

    @_whole
    def exercises_of(self, entry_ids: Sequence[EntryId]) -> frozenset[str]:
        """The ids of the exercises that any of these entries is a round of or has its form from."""
        rows = self._database.rows(
            "select distinct e.exercise_id from json_each(?) j join entries e on e.id = j.value"
            " where e.exercise_id is not null",
            (json.dumps(entry_ids),),
        )
        return frozenset(exercise_id for (exercise_id,) in rows)

    def are_shared(self, entry_ids: Sequence[EntryId]) -> bool:
        """Whether any of these entries was shared, so that remarks may belong to it."""
        return bool(
            self._database.rows(
                "select 1 from json_each(?) j join entries e on e.id = j.value"
                " join packet_entries p on p.entry = e.rid limit 1",
                (json.dumps(entry_ids),),
            )
        )

    @_whole
    def summaries_at(self, rids: Sequence[int]) -> tuple[EntrySummary, ...]:
        """The lines of the entries with these row numbers, in this order."""
        rows = self._database.rows(
            f"select {_ROUND_NUMBER}, {SUMMARY_COLUMNS} from entries e"
            " where e.rid in (select value from json_each(?))",
            (json.dumps(rids),),
        )
        found = {row[-1]: row for row in rows}
        return self._summaries([found[rid] for rid in rids if rid in found])

    def _conditions(self, entry_filter: EntryFilter) -> tuple[list[str], list[object]]:
        """The conditions of a filter, with those of the query that it may hold."""
        conditions, parameters = _conditions(entry_filter)
        if entry_filter.text.strip():
            from logbook.core.query import parse
            from logbook.storage.search import SearchStore
            from logbook.storage.search_filters import FilterSets

            store, sets = SearchStore(self._database), FilterSets(self._database)
            query = parse(entry_filter.text)
            found, more = store.condition(store.prepare(query, sets, in_bin=entry_filter.deleted))
            conditions.append(found)
            parameters += more
        return conditions, parameters

    def _summaries(self, rows: Sequence[Row]) -> tuple[EntrySummary, ...]:
        """Summaries from rows of a round number and `SUMMARY_COLUMNS`."""
        labels = labels_of(self._database, [row[-1] for row in rows]) if rows else {}
        return tuple(summary_of(row[1:], row[0], labels.get(row[-1], ())) for row in rows)

    @_whole
    def rounds(self, exercise_id: str | None = None) -> tuple[Round, ...]:
        """The rounds of one exercise, or of all, oldest first; the bin is left out."""
        where, parameters = "exercise_id is not null", ()
        if exercise_id is not None:
            where, parameters = "exercise_id = ?", (exercise_id,)  # type: ignore[assignment]
        rows = self._database.rows(
            f"select {ROUND_COLUMNS} from entries where {where} and deleted_at is null"
            " and kind = 'exercise' order by created_at, id",
            parameters,
        )
        return tuple(round_of(row) for row in rows)

    @_whole
    def answers_in_blocks(
        self, places: Iterable[BlockPlace], field: Field | None = None
    ) -> tuple[PlacedAnswer, ...]:
        """The present answers in these blocks, by round, in one query; the bin is left out.

        Args:
            field: only answers given in this kind of field; None for all.
        """
        from logbook.core.practice import PlacedAnswer

        wanted = json.dumps([[place.exercise_id, place.block_id] for place in places])
        rows = self._database.rows(
            "with wanted (exercise, block) as"
            " (select value ->> 0, value ->> 1 from json_each(?))"
            f" select e.id, e.exercise_id, e.exercise_title, e.created_at, {ANSWER_COLUMNS}"
            " from wanted w join entries e on e.exercise_id = w.exercise"
            " and e.deleted_at is null and e.kind = 'exercise'"
            " join answers a on a.entry = e.rid and a.block = w.block"
            f" join revisions r on r.id = a.head where {'a.kind = ?' if field else '? is null'}"
            " order by e.created_at, e.id, a.position, a.rid",
            (wanted, field),
        )
        return tuple(
            PlacedAnswer(EntryId(row[0]), row[1], row[2], moment_of(row[3]), answer_of(row[4:]))
            for row in rows
        )

    @_whole
    def hours_written(self, since: datetime) -> tuple[datetime, ...]:
        """The hours (UTC, in order) since a moment in which something was written."""
        rows = self._database.rows(
            "select distinct substr(at, 1, 13) from revisions where at >= ? order by 1",
            (to_text(since),),
        )
        return tuple(moment_of(f"{hour}:00:00.000Z") for (hour,) in rows)

    def skipped(self) -> frozenset[str]:
        """Ids of the exercises the user chose to skip."""
        return frozenset(
            row[0] for row in self._database.rows("select exercise_id from skipped_exercises")
        )


def _conditions(entry_filter: EntryFilter) -> tuple[list[str], list[object]]:
    from logbook.core.text import clean_text  # the window is drawn without

    conditions = [f"e.deleted_at is {'not ' if entry_filter.deleted else ''}null"]
    parameters: list[object] = []
    for column, wanted in (
        ("chapter", entry_filter.chapter),
        ("exercise_id", entry_filter.exercise_id),
        ("kind", entry_filter.kind),
        ("state", entry_filter.state),
    ):
        if wanted is not None:
            conditions.append(f"e.{column} = ?")
            parameters.append(clean_text(wanted).text if isinstance(wanted, str) else wanted)
    for table, wanted_id in (("label", entry_filter.label), ("goal", entry_filter.goal)):
        if wanted_id is not None:
            conditions.append(
                f"e.rid in (select entry from entry_{table}s where {table} ="
                f" (select rid from {table}s where id = ?))"
            )
            parameters.append(clean_text(wanted_id).text)
    if entry_filter.pinned:
        conditions.append("e.pinned_at is not null")
    for comparison, moment in ((">=", entry_filter.since), ("<", entry_filter.before)):
        if moment is not None:
            conditions.append(f"e.created_at {comparison} ?")
            parameters.append(to_text(moment))
    return conditions, parameters

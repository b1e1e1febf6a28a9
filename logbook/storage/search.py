# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Which entries a query finds, newest first: the index for words, sets of row numbers for filters.

A word matches whole words and their beginnings; only when fewer than `ENOUGH` entries match, also
words that contain it. Nothing here imports more than `logbook search` needs.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from logbook.core.folding import fold
from logbook.core.light import TYPE_CHECKING, NamedTuple
from logbook.core.query import ENOUGH, PARTS, Query, Term
from logbook.core.snippets import occurs
from logbook.storage.engine import engine_errors
from logbook.storage.search_filters import FilterSets, RowSet
from logbook.storage.search_lines import numbers

if TYPE_CHECKING:
    from typing import Any

    from logbook.storage.database import Database

#: So few matches are put in order by looking each of them up.
_FEW = 200
#: A word of so few letters begins, or is, what nearly every entry has.
_SHORT = 4
#: So many entries are read per hit that is wanted before the index is asked after all.
_READ = 3

Key = tuple[str, str]


class Prepared(NamedTuple):
    """A query made ready: asking for pages and counts of it starts here.

    Args:
        match: what to ask the index, "" when no words are asked.
        sets: conditions on row numbers that stand for the filters and the excluded words.
        bin: search the bin instead of the logbook.
        total: how many entries match; at least so many when they were not counted.
    """

    query: Query
    match: str
    sets: tuple[RowSet, ...]
    bin: bool
    total: int
    counted: bool = True

    @property
    def place(self) -> str:
        """The condition on entries that says where is searched."""
        return f"deleted_at is {'not ' if self.bin else ''}null"


class SearchStore:
    """Searching one open logbook."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def prepare(
        self, query: Query, filters: FilterSets, *, in_bin: bool = False, counted: bool = True
    ) -> Prepared:
        """Decide which words are looked for, and count what matches.

        Args:
            counted: count all of it; otherwise no further than is needed to find a page.
        """
        with engine_errors(self._database.path):
            groups = [g for group in query.groups if (g := [t for t in group if t.words])]
            sets = self._all_sets(query, filters, in_bin=in_bin)
            match = _match(groups, {})
            prepared = Prepared(query, match, sets, in_bin, 0)
            if query.is_hopeless:
                return prepared._replace(sets=(RowSet(True, "select 0 where 0", ()),))
            prepared = self._counted(prepared, counted)
            if match and prepared.total < ENOUGH:
                wider = _match(groups, self._parts(groups))
                if wider != match:
                    prepared = self._counted(prepared._replace(match=wider), counted)
            return prepared

    def glance(
        self,
        query: Query,
        filters: FilterSets,
        limit: int,
        after: Key | None = None,
        *,
        in_bin: bool = False,
    ) -> tuple[list[int], int] | None:
        """A page by reading the newest entries themselves, and how many match at least.

        Words of a few letters begin so many others that the index needs half a second for them;
        of what nearly every entry has, the newest are found at once. None when there are not so
        many, or when nothing is asked that the index takes long for.
        """
        with engine_errors(self._database.path):
            groups = [g for group in query.groups if (g := [t for t in group if t.words])]
            if not any(self._is_broad(term) for group in groups for term in group):
                return None
            sets = self._all_sets(query, filters, in_bin=in_bin)
            prepared = Prepared(query, "", sets, in_bin, 0)
            found = []
            for rid, *texts in self._read(prepared, _READ * max(limit, ENOUGH), after):
                columns = [fold(text) for text in texts if text]
                if all(any(occurs(c, t) for t in group for c in columns) for group in groups):
                    found.append(rid)
                    if len(found) > limit and len(found) >= ENOUGH:
                        return found[:limit], len(found)
        return None

    def counted(self, prepared: Prepared) -> Prepared:
        """The same with everything that matches counted."""
        return prepared if prepared.counted else self._counted(prepared, True)

    def count(self, prepared: Prepared, span: Sequence[str] | None = None, most: int = -1) -> int:
        """How many entries match.

        Args:
            span: only those begun at or after the first and before the second of these moments.
            most: count no further; -1 counts all.
        """
        if not prepared.match:
            where, parameters = _where("e.rid", self._sets(prepared, span))
            sql = f"select 1 from entries e where e.{prepared.place}{where}"
        else:
            sets = self._sets(prepared, span)
            sets += () if span is not None else self._place(prepared)
            where, parameters = _where("+rowid", sets)
            parameters = [prepared.match, *parameters]
            sql = f"select 1 from search_index where search_index match ?{where}"
        if most < 0:
            sql = sql.replace("select 1", "select count(*)", 1)
        else:
            sql, parameters = f"select count(*) from ({sql} limit ?)", [*parameters, most]
        return int(self._database.rows(sql, parameters)[0][0])

    def page(
        self,
        prepared: Prepared,
        limit: int,
        after: Key | None = None,
        span: Sequence[str] | None = None,
    ) -> list[int]:
        """Row numbers of one page, newest first.

        Args:
            after: moment and id of the last entry of the page before.
            span: as for `count`.
        """
        if not prepared.match:
            return self._by_time(prepared, limit, after, span)
        if prepared.total <= _FEW:
            return self._sorted(prepared, limit, after, span)
        found = self._newest_rows(prepared, limit, after) if span is None else None
        return self._walked(prepared, limit, after, span) if found is None else found

    def condition(self, prepared: Prepared) -> tuple[str, list[Any]]:
        """A condition on `e.rid` for a statement of somebody else, with its parameters."""
        sets = prepared.sets
        if prepared.match:
            found = "select rowid from search_index where search_index match ?"
            sets = (RowSet(True, found, (prepared.match,)), *sets)
        where, parameters = _where("e.rid", sets)
        return where.removeprefix(" and ") or "1", parameters

    def _counted(self, prepared: Prepared, counted: bool) -> Prepared:
        most = -1 if counted else max(_FEW + 1, ENOUGH)  # below `ENOUGH`, words are sought wider
        total = self.count(prepared, most=most)
        return prepared._replace(total=total, counted=counted or total < most)

    def _all_sets(self, query: Query, filters: FilterSets, *, in_bin: bool) -> tuple[RowSet, ...]:
        """The conditions that are no words to find: filters and excluded words."""
        sets = filters.sets_of(query.filters, in_bin=in_bin)
        excluded = " OR ".join(_phrase(t.words) for t in query.excluded if t.words)
        if not excluded:
            return sets
        found = "select rowid from search_index where search_index match ?"
        return (*sets, RowSet(False, found, (excluded,)))

    def _is_broad(self, term: Term) -> bool:
        """Whether a term is short, or the beginning of many words."""
        word = term.words[0]
        if term.exact or len(term.words) > 1 or len(word) <= _SHORT:
            return len(term.words) == 1 and len(word) <= _SHORT
        begun = self._database.rows(
            "select count(*) from"
            " (select 1 from search_words where word >= ? and word < ? limit ?)",
            (word, word + "\U0010ffff", PARTS + 1),
        )
        return bool(begun[0][0] > PARTS)

    def _read(self, prepared: Prepared, limit: int, after: Key | None) -> Iterator[tuple[Any, ...]]:
        """Row numbers of the newest entries, each with the columns of its document."""
        where, parameters = _where("e.rid", prepared.sets)
        later, key = _after(after)
        found: Iterator[tuple[Any, ...]] = self._database.connection.execute(
            "select s.rid, s.title, s.prompts, s.answers, s.cards, s.labels, s.remarks"
            " from entries e join search_text s on s.rid = e.rid"
            f" where e.{prepared.place}{later}{where}"
            " order by e.created_at desc, e.id desc limit ?",
            (*key, *parameters, limit),
        )
        return found

    def _by_time(
        self, prepared: Prepared, limit: int, after: Key | None, span: Sequence[str] | None
    ) -> list[int]:
        where, parameters = _where("e.rid", self._sets(prepared, span))
        later, key = _after(after)
        rows = self._database.rows(
            f"select e.rid from entries e where e.{prepared.place}{later}{where}"
            " order by e.created_at desc, e.id desc limit ?",
            (*key, *parameters, limit),
        )
        return [rid for (rid,) in rows]

    def _sorted(
        self, prepared: Prepared, limit: int, after: Key | None, span: Sequence[str] | None
    ) -> list[int]:
        """Few matches: look up when each was begun."""
        where, parameters = _where("i.rowid", self._sets(prepared, span))
        later, key = _after(after)
        rows = self._database.rows(
            "select e.rid from search_index i cross join entries e on e.rid = i.rowid"
            f" where i.search_index match ? and e.{prepared.place}{later}{where}"
            " order by e.created_at desc, e.id desc limit ?",
            (prepared.match, *key, *parameters, limit),
        )
        return [rid for (rid,) in rows]

    def _newest_rows(self, prepared: Prepared, limit: int, after: Key | None) -> list[int] | None:
        """Many matches: the highest row numbers, if those are the newest; else None.

        Entries nearly always come in order of time. The index of time tells whether the entries of
        this stretch did: none of them may stand outside the row numbers that were looked through.
        """
        top: int | None = None
        if after is not None:
            row = self._database.rows("select rid from entries where id = ?", (after[1],))
            if not row:
                return None
            top = row[0][0]
        where, parameters = _where("+rowid", prepared.sets + self._place(prepared))
        below = "" if top is None else " and rowid < ?"
        rows = self._database.rows(
            f"select rowid from search_index where search_index match ?{below}{where}"
            " order by rowid desc limit ?",
            (prepared.match, *([] if top is None else [top]), *parameters, limit),
        )
        if len(rows) < limit:
            return None
        rids = [rid for (rid,) in rows]
        found = self._database.rows(
            "select created_at, id, rid from entries where rid in"
            " (select value from json_each(?)) order by created_at desc, id desc",
            (numbers(rids),),
        )
        later, key = _after(after)
        outside = "rid < ?" if top is None else "(rid < ? or rid > ?)"
        strays = self._database.rows(
            f"select 1 from entries e where {prepared.place}{later}"
            f" and (e.created_at, e.id) > (?, ?) and {outside} limit 1",
            (*key, *found[-1][:2], min(rids), *([] if top is None else [top])),
        )
        if strays or (after is not None and found[0][:2] >= after):
            return None
        return [rid for _, _, rid in found]

    def _walked(
        self, prepared: Prepared, limit: int, after: Key | None, span: Sequence[str] | None
    ) -> list[int]:
        """Many matches in another order: go back in time until enough of them were met."""
        from array import array
        from bisect import bisect_left

        where, parameters = _where("+rowid", self._sets(prepared, span))
        listed = self._database.rows(
            f"select group_concat(rowid) from search_index where search_index match ?{where}",
            (prepared.match, *parameters),
        )[0][0]
        matching = array("q", sorted(map(int, listed.split(",")))) if listed else array("q")
        later, key = _after(after)
        found: list[int] = []
        with engine_errors(self._database.path):
            for (rid,) in self._database.connection.execute(
                f"select rid from entries e where {prepared.place}{later}"
                " order by created_at desc, id desc",
                key,
            ):
                place = bisect_left(matching, rid)
                if place < len(matching) and matching[place] == rid:
                    found.append(rid)
                    if len(found) == limit:
                        break
        return found

    def _sets(self, prepared: Prepared, span: Sequence[str] | None) -> tuple[RowSet, ...]:
        if span is None:
            return prepared.sets
        sql = (
            f"select rid from entries where {prepared.place} and created_at >= ? and created_at < ?"
        )
        return (RowSet(True, sql, tuple(span)), *prepared.sets)

    def _place(self, prepared: Prepared) -> tuple[RowSet, ...]:
        """The condition that leaves the bin out, or everything else; nothing for an empty bin."""
        binned = "select rid from entries where deleted_at is not null"
        if prepared.bin or self._database.rows(f"{binned} limit 1"):
            return (RowSet(prepared.bin, binned, ()),)
        return ()

    def _parts(self, groups: Sequence[Sequence[Term]]) -> dict[str, list[str]]:
        """Per word that stands alone: the most frequent words that contain it further on."""
        wanted = {
            term.words[0]
            for group in groups
            for term in group
            if not term.exact and len(term.words) == 1
        }
        return {word: self._containing(word) for word in wanted}

    def _containing(self, word: str) -> list[str]:
        rows = self._database.rows(
            "select word from search_words where instr(word, ?) > 1 order by word", (word,)
        )
        words = [found for (found,) in rows]
        if len(words) <= PARTS:
            return words
        import json

        self._database.connection.execute(
            "create virtual table if not exists temp.search_vocabulary"
            " using fts5vocab('main', 'search_index', 'row')"
        )
        rows = self._database.rows(
            "select v.term from json_each(?) j join temp.search_vocabulary v on v.term = j.value"
            " order by v.cnt desc, v.term limit ?",
            (json.dumps(words), PARTS),
        )
        return [found for (found,) in rows]


def _match(groups: Sequence[Sequence[Term]], parts: dict[str, list[str]]) -> str:
    """The groups in the language of FTS5. Words are folded: letters and digits only."""
    found = []
    for group in groups:
        terms = []
        for term in group:
            terms.append(_phrase(term.words) + ("" if term.exact else "*"))
            if not term.exact and len(term.words) == 1:
                terms += [_phrase((word,)) for word in parts.get(term.words[0], ())]
        found.append(f"({' OR '.join(terms)})")
    return " AND ".join(found)


def _phrase(words: Sequence[str]) -> str:
    return '"' + " ".join(words) + '"'


def _after(after: Key | None) -> tuple[str, Sequence[str]]:
    return ("", ()) if after is None else (" and (e.created_at, e.id) < (?, ?)", after)


def _where(rid: str, sets: Sequence[RowSet]) -> tuple[str, list[Any]]:
    where = "".join(f" and {rid} {'' if s.inside else 'not '}in ({s.sql})" for s in sets)
    return where, [parameter for s in sets for parameter in s.parameters]

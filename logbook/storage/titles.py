# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Which entries have a title that fits, by the title column of the search index."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from logbook.core.folding import fold, words_of
from logbook.storage.engine import engine_errors

if TYPE_CHECKING:
    from logbook.storage.database import Database

#: Looking up the beginning of more words of the index than this takes too long while one types:
#: such a beginning is compared in the titles that the other words found, and in the newest.
_LOOKED_UP = 60
#: Of the titles that the index found the newest; and of all titles.
_COMPARED, _NEWEST = 120, 2_000

Title = tuple[int, str]


class TitleStore:
    """Titles of the entries outside the bin of one open logbook."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def fitting(self, words: Sequence[str], limit: int) -> list[int]:
        """Row numbers of entries whose title begins with these words, then of others that have
        them; of both the newest first. The last letters of every word may be missing.

        Of words that begin like very many others, only the newest titles are looked at.

        Args:
            words: folded (`core.folding`).
        """
        if not words:
            return []
        with engine_errors(self._database.path):
            return _best(self._candidates(words), words, limit)

    def _candidates(self, words: Sequence[str]) -> Iterator[Title]:
        """Titles that may fit, the newest first; at the end older ones that begin so."""
        rare = [word for word in words if self._is_rare(word)]
        if not rare:
            yield from self._newest()
        looked_up = [f'"{word}" *' for word in rare] or [f'"{word}"' for word in words[:-1]]
        if not looked_up:
            return
        found = self._matching(" AND ".join(looked_up), _COMPARED)
        yield from found
        if rare and len(found) == _COMPARED:
            begin = words if words[-1] in rare else words[:-1]
            star = " *" if words[-1] in rare else ""
            yield from self._matching(f'^ "{" ".join(begin)}"{star}', _COMPARED)

    def _is_rare(self, word: str) -> bool:
        """Whether few words of the index begin so."""
        rows = self._database.rows(
            "select count(*) from"
            " (select 1 from search_words where word >= ? and word < ? limit ?)",
            (word, word + "\U0010ffff", _LOOKED_UP + 1),
        )
        return bool(rows[0][0] <= _LOOKED_UP)

    def _matching(self, match: str, limit: int) -> list[Title]:
        return self._database.rows(
            "select s.rowid, e.title from search_index s join entries e on e.rid = s.rowid"
            " where s.search_index match ? and e.deleted_at is null order by s.rowid desc limit ?",
            (f"title : ({match})", limit),
        )

    def _newest(self) -> Iterator[Title]:
        return iter(
            self._database.connection.execute(
                "select rid, title from entries where deleted_at is null"
                " order by created_at desc, id desc limit ?",
                (_NEWEST,),
            )
        )


def _best(titles: Iterable[Title], words: Sequence[str], limit: int) -> list[int]:
    """The titles that fit, those that begin so first; looks no further than is needed.

    What fits is what `core.ranking` calls so, without making a value of each of 2,000 titles.
    """
    start, inside = " ".join(words), [f" {word}" for word in words]
    begins: dict[int, None] = {}
    fits: dict[int, None] = {}
    for rid, title in titles:
        folded = fold(title.removesuffix(" …"))
        if not all(word in folded for word in words):
            continue
        line = f" {' '.join(words_of(folded))}"
        if line.startswith(start, 1):
            begins[rid] = None
            if len(begins) == limit:
                break
        elif len(fits) < limit and all(word in line for word in inside):
            fits[rid] = None
    return [*begins, *fits][:limit]

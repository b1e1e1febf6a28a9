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

#: A row number, and the folded words of a title, each with a blank before it.
Title = tuple[int, str]


class TitleStore:
    """Titles of the entries outside the bin of one open logbook.

    The newest are kept folded until something was written: they are asked for at every key.
    """

    def __init__(self, database: Database) -> None:
        self.database = database
        self._kept: tuple[tuple[int, int], list[Title]] | None = None

    def fitting(self, words: Sequence[str], limit: int) -> list[int]:
        """Row numbers of entries whose title begins with these words, then of others that have
        them; of both the newest first. The last letters of every word may be missing.

        Of words that begin like very many others, only the newest titles are looked at.

        Args:
            words: folded (`core.folding`).
        """
        if not words:
            return []
        with engine_errors(self.database.path):
            return _best(self._candidates(words), words, limit)

    def _candidates(self, words: Sequence[str]) -> Iterator[Title]:
        """Titles that may fit, the newest first; at the end older ones that begin so."""
        begun = {word: self._begun(word) for word in words}
        rare = {word: known for word in words if (known := begun[word]) is not None}
        if not rare:
            yield from self._newest()
        # Whole words: for a beginning the index would read all of them before the first answer.
        looked_up = [f"({_any(known or (word,))})" for word, known in rare.items()]
        looked_up = looked_up or [f'"{word}"' for word in words[:-1]]
        if not looked_up:
            return
        found = self._matching(" AND ".join(looked_up), _COMPARED)
        yield from found
        if rare and len(found) == _COMPARED:
            begin = words if words[-1] in rare else words[:-1]
            star = " *" if words[-1] in rare else ""
            yield from self._matching(f'^ "{" ".join(begin)}"{star}', _COMPARED)

    def _begun(self, word: str) -> list[str] | None:
        """The words of the index that begin so; None when they are many."""
        rows = self.database.rows(
            "select word from search_words where word >= ? and word < ? limit ?",
            (word, word + "\U0010ffff", _LOOKED_UP + 1),
        )
        return [found for (found,) in rows] if len(rows) <= _LOOKED_UP else None

    def _matching(self, match: str, limit: int) -> list[Title]:
        rows = self.database.rows(
            "select s.rowid, e.title from search_index s join entries e on e.rid = s.rowid"
            " where s.search_index match ? and e.deleted_at is null order by s.rowid desc limit ?",
            (f"title : ({match})", limit),
        )
        return [(rid, _line(title)) for rid, title in rows]

    def _newest(self) -> list[Title]:
        state = self.database.data_version(), self.database.connection.total_changes
        if self._kept is None or self._kept[0] != state:
            rows = self.database.rows(
                "select rid, title from entries where deleted_at is null"
                " order by created_at desc, id desc limit ?",
                (_NEWEST,),
            )
            self._kept = state, [(rid, _line(title)) for rid, title in rows]
        return self._kept[1]


def _any(words: Iterable[str]) -> str:
    return " OR ".join(f'"{word}"' for word in words)


def _line(title: str) -> str:
    return "".join(f" {word}" for word in words_of(fold(title.removesuffix(" …"))))


def _best(titles: Iterable[Title], words: Sequence[str], limit: int) -> list[int]:
    """The titles that fit, those that begin so first; looks no further than is needed.

    What fits is what `core.ranking` calls so, without making a value of each of 2,000 titles.
    """
    start, inside = f" {' '.join(words)}", [f" {word}" for word in words]
    begins: dict[int, None] = {}
    fits: dict[int, None] = {}
    for rid, line in titles:
        if line.startswith(start):
            begins[rid] = None
            if len(begins) == limit:
                break
        elif len(fits) < limit and all(word in line for word in inside):
            fits[rid] = None
    return [*begins, *fits][:limit]

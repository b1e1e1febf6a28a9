# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Which entries have a title that fits, by the title column of the search index."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from logbook.core.folding import fold, words_of
from logbook.storage.engine import engine_errors

if TYPE_CHECKING:
    from logbook.storage.database import Database

#: One or two letters begin thousands of words of the index. Nearly always enough of the newest
#: entries have them; so many are looked at first.
_SHORT, _NEWEST = 2, 400
#: Where the first word of a title stands, in characters.
_BEGINNING = 16


class TitleStore:
    """Titles of the entries outside the bin of one open logbook."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def fitting(self, words: Sequence[str], limit: int) -> list[int]:
        """Row numbers of entries whose title begins with these words, then of others that have
        them; of both the newest first. The last letters of every word may be missing.

        Args:
            words: folded (`core.folding`).
        """
        if not words:
            return []
        if len(words) == 1 and len(words[0]) <= _SHORT:
            newest = self._newest(words[0], limit)
            if len(newest) == limit:
                return newest
        found = self._matching(f'^ "{" ".join(words)}" *', limit)
        if len(found) < limit:
            others = self._matching(" AND ".join(f'"{word}" *' for word in words), limit)
            found += [rid for rid in others if rid not in set(found)]
        return found[:limit]

    def _matching(self, match: str, limit: int) -> list[int]:
        rows = self._database.rows(
            "select s.rowid from search_index s join entries e on e.rid = s.rowid"
            " where s.search_index match ? and e.deleted_at is null order by s.rowid desc limit ?",
            (f"title : ({match})", limit),
        )
        return [rid for (rid,) in rows]

    def _newest(self, word: str, limit: int) -> list[int]:
        """Those of the newest entries whose title begins with this word."""
        found = []
        with engine_errors(self._database.path):
            for rid, title in self._database.connection.execute(
                "select rid, title from entries where deleted_at is null"
                " order by created_at desc, id desc limit ?",
                (_NEWEST,),
            ):
                first = words_of(fold(title[:_BEGINNING]))
                if first and first[0].startswith(word):
                    found.append(rid)
                    if len(found) == limit:
                        break
        return found

# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""What the user wrote, passage by passage, for counting words; and the words that are hidden."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING

from logbook.core.entry import EntryId, terms_of, value_of
from logbook.core.follow_up import FOLLOW_UP_BLOCK, OWN_INTENTION_BLOCK
from logbook.core.margin import MARGIN_BLOCK
from logbook.core.over_time import Passage
from logbook.storage.engine import Connection, engine_errors
from logbook.storage.rows import Row, stored

if TYPE_CHECKING:
    from logbook.storage.database import Database

#: What is added to an entry later belongs to its own moment, not to that of the entry.
_LATER = json.dumps([MARGIN_BLOCK, FOLLOW_UP_BLOCK, OWN_INTENTION_BLOCK])
_AT = "iif(a.block in (select value from json_each(?1)), r.at, e.created_at)"
_PASSAGES = (
    f"select a.rid, e.id, {_AT} as moment, r.value, a.block_title, a.prompt_text, a.card_title,"
    " a.terms from answers a join entries e on e.rid = a.entry and e.deleted_at is null"
    " join revisions r on r.id = a.head"
)
#: So many answers are read at once; between them the file is free for who writes.
_PAGE = 400


class OwnWordsStore:
    """Passages of one open logbook, the bin left out, and hidden words."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def passages(self) -> Iterator[list[Passage]]:
        """Everything that was written, in pages; no lock is held between them."""
        last = 0
        while True:
            rows = self._database.rows(
                f"{_PASSAGES} where a.rid > ?2 order by a.rid limit {_PAGE}", (_LATER, last)
            )
            if not rows:
                return
            last = rows[-1][0]
            with engine_errors(self._database.path):
                yield [_passage(row) for row in rows]

    def between(self, begin: str, end: str) -> list[Passage]:
        """What was written from one stored moment to another, in order of time."""
        rows = self._database.rows(
            # The first condition keeps the engine from looking up every revision there is.
            f"{_PASSAGES} where e.created_at < ?3"
            " and (e.created_at >= ?2 or a.block in (select value from json_each(?1)))"
            " and moment >= ?2 and moment < ?3"
            " order by moment, a.position, a.rid",
            (_LATER, begin, end),
        )
        with engine_errors(self._database.path):
            return [_passage(row) for row in rows]

    def size(self) -> int:
        """How many answers there are, about: to tell how far the counting is."""
        return int(self._database.rows("select coalesce(max(rid), 0) from answers")[0][0])

    def hidden(self) -> tuple[str, ...]:
        """The hidden words in order of the alphabet."""
        rows = self._database.rows("select word from hidden_words order by word")
        return tuple(word for (word,) in rows)


def hide(connection: Connection, word: str) -> None:
    """Keep a word as hidden."""
    connection.execute("insert or ignore into hidden_words (word) values (?)", (word,))


def unhide(connection: Connection, word: str) -> None:
    """Forget that a word is hidden."""
    connection.execute("delete from hidden_words where word = ?", (word,))


@stored
def _passage(row: Row) -> Passage:
    _, entry_id, at, value, title, question, card, terms = row
    words = (words for _, words in terms_of(terms))
    given = tuple(dict.fromkeys(text for text in (title, question, card, *words) if text))
    return Passage(EntryId(entry_id), at, value_of(value).words(), given)

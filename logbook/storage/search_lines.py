# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""What a list shows of entries that were found: their lines, and texts to cut a snippet from."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from logbook.storage.database import Database


class Line(NamedTuple):
    """One entry as it stands in its row."""

    id: str
    created_at: str
    title: str
    excerpt: str


def lines_at(database: Database, rids: Sequence[int]) -> list[Line]:
    """The lines of the entries with these row numbers, in this order."""
    found = {
        row[0]: Line._make(row[1:])
        for row in database.rows(
            "select rid, id, created_at, title, excerpt from entries where rid in"
            " (select value from json_each(?))",
            (json.dumps(rids),),
        )
    }
    return [found[rid] for rid in rids if rid in found]


def texts_at(database: Database, rids: Sequence[int]) -> dict[int, tuple[str, str, str]]:
    """Per row number the original words of the answers, of the questions and of the cards."""
    texts: dict[int, tuple[list[str], dict[str, None], dict[str, None]]] = {}
    for entry, value, terms, *wording in database.rows(
        "select a.entry, r.value, a.terms, a.block_title, a.prompt_text, a.card_title"
        " from answers a join revisions r on r.id = a.head"
        " where a.entry in (select value from json_each(?)) order by a.entry, a.position, a.rid",
        (json.dumps(rids),),
    ):
        written, questions, cards = texts.setdefault(entry, ([], {}, {}))
        data = json.loads(value)
        written += filter(None, (data["text"], data.get("own"), *data.get("cells", ())))
        if options := data.get("options"):
            known = json.loads(terms or "{}")
            written += (known.get(option) or option.replace("-", " ") for option in options)
        questions.update(dict.fromkeys(filter(None, wording[:2])))
        cards.update(dict.fromkeys(filter(None, wording[2:])))
        for card in data.get("cards", ()):
            cards[card.rpartition("/")[2].replace("-", " ")] = None
    return {
        rid: ("\n".join(written), "\n".join(questions), "\n".join(cards))
        for rid, (written, questions, cards) in texts.items()
    }

# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""What a list shows of entries that were found: their lines, and texts to cut a snippet from."""

from __future__ import annotations

from collections.abc import Sequence

from logbook.core.light import TYPE_CHECKING, NamedTuple

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
            (numbers(rids),),
        )
    }
    return [found[rid] for rid in rids if rid in found]


def texts_at(database: Database, rids: Sequence[int]) -> dict[int, tuple[str, str, str]]:
    """Per row number the original words of the answers, of the questions and of the cards."""
    texts: dict[int, tuple[list[str], dict[str, None], dict[str, None]]] = {}
    for entry, text, parts, terms, *wording in database.rows(
        "select a.entry, r.value ->> 'text',"
        # Keys are sorted and "text" is the last of them: first means alone.
        " case when substr(r.value, 1, 8) <> '{\"text\":' then r.value end, a.terms,"
        " a.block_title, a.prompt_text, a.card_title"
        " from answers a join revisions r on r.id = a.head"
        " where a.entry in (select value from json_each(?)) order by a.entry, a.position, a.rid",
        (numbers(rids),),
    ):
        written, questions, cards = texts.setdefault(entry, ([], {}, {}))
        questions.update(dict.fromkeys(filter(None, wording[:2])))
        cards.update(dict.fromkeys(filter(None, wording[2:])))
        if parts is None:
            written += filter(None, (text,))
            continue
        import json  # most answers are text alone, and it takes longer to load than a search

        data = json.loads(parts)
        written += filter(None, (data["text"], data.get("own"), *data.get("cells", ())))
        if options := data.get("options"):
            known = json.loads(terms or "{}")
            written += (known.get(option) or option.replace("-", " ") for option in options)
        for card in data.get("cards", ()):
            cards[card.rpartition("/")[2].replace("-", " ")] = None
    return {
        rid: ("\n".join(written), "\n".join(questions), "\n".join(cards))
        for rid, (written, questions, cards) in texts.items()
    }


def numbers(rids: Sequence[int]) -> str:
    """Row numbers as a JSON array, for `json_each`."""
    return f"[{','.join(map(str, rids))}]"

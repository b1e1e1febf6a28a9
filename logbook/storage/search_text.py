# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The search document of an entry: one normalised row per entry, the content of the index.

Columns and rules: docs/design.md, "Search document".
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from logbook.core.entry import Answer
from logbook.core.text import normalise
from logbook.storage.engine import Connection

Document = tuple[str, str, str, str]


def document_of(title: str, answers: Iterable[Answer]) -> Document:
    """Title, prompts, answers and cards of an entry, normalised, one part a line."""
    prompts: dict[str, None] = {}
    cards: dict[str, None] = {}
    words: list[str] = []
    for answer in answers:
        wording = answer.wording
        for text in (wording.block_title, wording.prompt_text):
            if text:
                prompts[text] = None
        if wording.card_title:
            cards[wording.card_title] = None
        if written := answer.value.words():
            words.append(written)
    return (
        normalise(title),
        normalise("\n".join(prompts)),
        normalise("\n".join(words)),
        normalise("\n".join(cards)),
    )


def put_document(connection: Connection, rid: int, document: Document) -> None:
    """Write the document of the entry with this row number; triggers keep the index equal."""
    connection.execute(
        "insert into search_text (rid, title, prompts, answers, cards) values (?, ?, ?, ?, ?)"
        " on conflict (rid) do update set title = excluded.title, prompts = excluded.prompts,"
        " answers = excluded.answers, cards = excluded.cards",
        (rid, *document),
    )


def put_labels(connection: Connection, rids: Sequence[int]) -> None:
    """Bring the names of their labels up to date in the documents of these entries."""
    for rid in rids:
        names = connection.execute(
            "select l.name from entry_labels el join labels l on l.rid = el.label"
            " where el.entry = ? order by l.name_key",
            (rid,),
        )
        text = label_text(name for (name,) in names)
        connection.execute(
            "update search_text set labels = ?1 where rid = ?2 and labels <> ?1", (text, rid)
        )


def label_text(names: Iterable[str]) -> str:
    """The names of labels as the document holds them, one a line; they come in order of key."""
    return normalise("\n".join(names))


def merge_steps(connection: Connection, pages: int) -> None:
    """Merge some of the index's segments: bounded work for an idle moment.

    Automatic merging is off because it stalls single saves (docs/design.md, "Speed").
    """
    connection.execute(
        "insert into search_index (search_index, rank) values ('merge', ?)", (pages,)
    )

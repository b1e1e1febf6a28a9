# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The search document of an entry: one normalised row per entry, the content of the index.

Columns and rules: docs/design.md, "Search document".
"""

from __future__ import annotations

from logbook.core.folding import fold, words_of
from logbook.core.light import TYPE_CHECKING
from logbook.core.text import normalise

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from logbook.core.said import Said
    from logbook.storage.engine import Connection

#: From so many words on, the words of the index are read all at once.
_MANY_WORDS = 300

Document = tuple[str, str, str, str]


def document_of(title: str, answers: Iterable[Said]) -> Document:
    """Title, prompts, answers and cards of an entry, normalised, one part a line."""
    prompts: dict[str, None] = {}
    cards: dict[str, None] = {}
    words: list[str] = []
    options: set[str] = set()
    chosen: set[str] = set()
    for answer in answers:
        for text in (answer.block_title, answer.prompt_text):
            if text:
                prompts[text] = None
        if answer.card_title:
            cards[answer.card_title] = None
        if answer.words:
            words.append(answer.words)
        options.update(answer.options)
        chosen.update(answer.cards)
    return (
        normalise(title),
        normalise("\n".join(prompts)),
        normalise("\n".join([*words, *sorted(options)])),
        normalise("\n".join([*cards, *sorted(chosen)])),
    )


def put_document(connection: Connection, rid: int, document: Document) -> None:
    """Write the document of the entry with this row number; triggers keep the index equal."""
    before = connection.execute(
        "select title, prompts, answers, cards from search_text where rid = ?", (rid,)
    ).fetchone()
    connection.execute(
        "insert into search_text (rid, title, prompts, answers, cards) values (?, ?, ?, ?, ?)"
        " on conflict (rid) do update set title = excluded.title, prompts = excluded.prompts,"
        " answers = excluded.answers, cards = excluded.cards",
        (rid, *document),
    )
    _change_words(connection, before or ("",) * len(document), document)


def remove_documents(connection: Connection, rids: Iterable[int]) -> None:
    """Take the documents of entries away, and the words that no other entry has."""
    words: set[str] = set()
    for rid in rids:
        before = connection.execute(
            "select title, prompts, answers, cards, labels, remarks from search_text where rid = ?",
            (rid,),
        ).fetchone()
        if before is not None:
            words |= document_words(before)
            connection.execute("delete from search_text where rid = ?", (rid,))
    # After the last: to look in the index costs much more when it has just changed.
    _forget_words(connection, words)


def put_labels(connection: Connection, rids: Sequence[int]) -> None:
    """Bring the names of their labels up to date in the documents of these entries."""
    for rid in rids:
        names = connection.execute(
            "select l.name from entry_labels el join labels l on l.rid = el.label"
            " where el.entry = ? order by l.name_key",
            (rid,),
        )
        text = label_text(name for (name,) in names)
        before = connection.execute(
            "select labels from search_text where rid = ? and labels <> ?", (rid, text)
        ).fetchone()
        if before is not None:
            connection.execute("update search_text set labels = ? where rid = ?", (text, rid))
            _change_words(connection, before, (text,))


def put_remarks(connection: Connection, rids: Sequence[int]) -> None:
    """Bring the remarks on them, and the replies, up to date in the documents of these entries."""
    for rid in rids:
        texts = connection.execute("select text from remarks where entry = ? order by rid", (rid,))
        text = remark_text(text for (text,) in texts)
        before = connection.execute(
            "select remarks from search_text where rid = ? and remarks <> ?", (rid, text)
        ).fetchone()
        if before is not None:
            connection.execute("update search_text set remarks = ? where rid = ?", (text, rid))
            _change_words(connection, before, (text,))


def document_words(texts: Iterable[str]) -> set[str]:
    """The words of normalised texts as the index holds them."""
    return set(words_of(fold("\n".join(texts))))


def add_words(connection: Connection, words: Iterable[str]) -> None:
    """Put words in the list of words; those that are there stay."""
    connection.executemany(
        "insert or ignore into search_words (word) values (?)", [(word,) for word in words]
    )


def add_all_words(connection: Connection) -> None:
    """Put every word of the index in the list of words, at once: after many new documents."""
    _open_vocabulary(connection)
    connection.execute(
        "insert or ignore into search_words (word) select term from temp.search_vocabulary"
    )


def _open_vocabulary(connection: Connection) -> None:
    connection.execute(
        "create virtual table if not exists temp.search_vocabulary"
        " using fts5vocab('main', 'search_index', 'row')"
    )


def _change_words(connection: Connection, before: Sequence[str], after: Sequence[str]) -> None:
    """Keep the list of words equal to the words of the index, which has changed already."""
    changed = [pair for pair in zip(before, after, strict=True) if pair[0] != pair[1]]
    old = document_words(text for text, _ in changed)
    new = document_words(text for _, text in changed)
    if new - old:
        add_words(connection, new - old)
    _forget_words(connection, old - new)


def _forget_words(connection: Connection, words: set[str]) -> None:
    """Take the words that stand in no document any more from the list of words."""
    if len(words) > _MANY_WORDS:
        # One look at all of the index; one at each word costs half a millisecond after a change.
        _open_vocabulary(connection)
        left = {word for (word,) in connection.execute("select term from temp.search_vocabulary")}
        connection.executemany(
            "delete from search_words where word = ?", [(word,) for word in words - left]
        )
        return
    for word in words:
        found = connection.execute(
            "select 1 from search_index where search_index match ? limit 1", (f'"{word}"',)
        ).fetchone()
        if found is None:
            connection.execute("delete from search_words where word = ?", (word,))


def label_text(names: Iterable[str]) -> str:
    """The names of labels as the document holds them, one a line; they come in order of key."""
    return normalise("\n".join(names))


def remark_text(texts: Iterable[str]) -> str:
    """The words of remarks and replies as the document holds them; in order of coming in."""
    return normalise("\n".join(texts))


def merge_steps(connection: Connection, pages: int) -> None:
    """Merge some of the index's segments: bounded work for an idle moment.

    Automatic merging is off because it stalls single saves (docs/design.md, "Speed").
    """
    connection.execute(
        "insert into search_index (search_index, rank) values ('merge', ?)", (pages,)
    )

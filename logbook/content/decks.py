# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Parses a `deck.md`: its header, its introduction and the table with one card a line.

Whether the pictures are there and safe is left to `pictures`.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from logbook.content.attributes import ID_LENGTH, is_kebab
from logbook.content.cache import ContentCache
from logbook.content.front_matter import Document, read_document
from logbook.content.markup import check_page
from logbook.content.passages import Passage, Table, find_table
from logbook.content.prepared import References
from logbook.content.reporter import Reporter
from logbook.content.sentences import Mistake
from logbook.core.exercise import Card, Deck
from logbook.core.library import Problem
from logbook.core.text import slug

CARDS_MOST = 500
COLUMNS = ("card", "title", "description")
PICTURE_ENDINGS = (".svg", ".jpg", ".jpeg", ".png", ".webp")


class ParsedDeck(NamedTuple):
    """A deck, or None and problems. `pictures` are (line, file name) of a picture deck."""

    deck: Deck | None
    problems: tuple[Problem, ...]
    references: References
    pictures: tuple[tuple[int, str], ...] = ()


def parse_deck(
    text: str,
    path: str,
    folder: Path,
    cache: ContentCache | None = None,
    *,
    own: bool = False,
) -> ParsedDeck:
    """Parse the text of a `deck.md`.

    Args:
        path: how problems name the file.
        folder: where the deck stands; its name is the id.
        own: the user's own: a card may go without description, and its table may be long.
    """
    reporter = Reporter(path)
    document = read_document(text, "deck", reporter, cache)
    if not document.readable:
        return ParsedDeck(None, reporter.sorted(), References())
    references = check_page(_checked_lines(document, own), document.start, reporter)
    header = document.header
    if header is None:
        return ParsedDeck(None, reporter.sorted(), references)
    if header["id"] != folder.name:
        reporter.add(
            document.line_of("id"),
            Mistake.ID_NOT_NAME,
            id=header["id"],
            what="de map",
            name=folder.name,
        )
    table = _table(document, reporter)
    if table is None:
        return ParsedDeck(None, reporter.sorted(), references)
    pictures: list[tuple[int, str]] = []
    needed = COLUMNS[:2] if own else COLUMNS
    with_pictures = header["kind"] == "picture"
    cards = _cards(table, folder, with_pictures, pictures, reporter, needed)
    if reporter.problems:
        return ParsedDeck(None, reporter.sorted(), references, tuple(pictures))
    deck = Deck(
        folder.name,
        header["title"],
        header["kind"],
        table.before.source,
        header["licence"],
        header["source"],
        cards,
        own,
    )
    return ParsedDeck(deck, (), references, tuple(pictures))


def _checked_lines(document: Document, own: bool) -> tuple[str, ...]:
    """The lines in which Markdown is looked for. Cells of an own deck are words and nothing else,
    and may together be longer than a paragraph that is to be rendered.
    """
    if not own:
        return document.lines
    table = find_table(Passage(document.lines[document.start :], document.start + 1))
    rows = {line for line, _ in table.rows} if table else set()
    return tuple("" if n in rows else line for n, line in enumerate(document.lines, 1))


def _table(document: Document, reporter: Reporter) -> Table | None:
    table = find_table(Passage(document.lines[document.start :], document.start + 1))
    if table is None or not table.rows:
        reporter.add(table.line if table else 1, Mistake.CARDS_MISSING)
        return None
    if tuple(title.lower() for title in table.header) != COLUMNS:
        reporter.add(table.line, Mistake.CARDS_HEADER)
        return None
    if len(table.rows) > CARDS_MOST:
        reporter.add(table.line, Mistake.CARDS_TOO_MANY, limit=CARDS_MOST)
        return None
    if (second := find_table(table.after)) is not None:
        reporter.add(second.line, Mistake.TABLE_TWICE)
    return table


def _cards(
    table: Table,
    folder: Path,
    with_pictures: bool,
    pictures: list[tuple[int, str]],
    reporter: Reporter,
    needed: Sequence[str],
) -> tuple[Card, ...]:
    cards: list[Card] = []
    seen: dict[str, int] = {}
    for line, cells in table.rows:
        if len(cells) != len(COLUMNS):
            reporter.add(line, Mistake.TABLE_UNEVEN, count=len(cells), expected=len(COLUMNS))
            continue
        empty = [n for n, cell in zip(COLUMNS, cells, strict=True) if not cell and n in needed]
        if empty:
            reporter.add(line, Mistake.CARD_EMPTY, name=empty[0])
            continue
        name = cells[0]
        title, description = (_plain(cell) for cell in cells[1:])
        card_id = _without_ending(name) if with_pictures else name
        if not is_kebab(card_id) or (with_pictures and card_id == name):
            reporter.add(
                line, Mistake.CARD_NAME, name=name, example=_suggested(name, with_pictures)
            )
        elif card_id in seen:
            reporter.add(line, Mistake.CARD_DOUBLE, name=name, other=seen[card_id])
        else:
            seen[card_id] = line
            picture = str(folder / name) if with_pictures else ""
            if with_pictures:
                pictures.append((line, name))
            cards.append(Card(f"{folder.name}/{card_id}", title, description, picture))
    return tuple(cards)


def _suggested(name: str, with_pictures: bool) -> str:
    """The nearest name that a card may have."""
    stem, dot, ending = name.rpartition(".") if with_pictures else (name, "", "")
    ending = f"{dot}{ending}".lower()
    if with_pictures and (ending not in PICTURE_ENDINGS or not slug(stem)):
        return "een-brug.svg"
    return (slug(stem)[:ID_LENGTH].strip("-") or "een-woord") + ending


def _plain(cell: str) -> str:
    """The words of a cell; signs that would be taken for Markdown may stand there as entities."""
    if "&" not in cell:
        return cell
    # Not at the top: it brings a table of all entities, and few decks need it.
    from html import unescape

    return unescape(cell)


def _without_ending(name: str) -> str:
    """A file name without the ending of a picture; unchanged when it has none that is taken."""
    return next((name[: -len(e)] for e in PICTURE_ENDINGS if name.endswith(e)), name)

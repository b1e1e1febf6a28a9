# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Entries as readable Markdown, in the form that `logbook answer` reads back.

Every answer stands exactly as it was typed, below its question as it was worded. The words of one
answer are in `answer_text.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from logbook.core.arrange import Part, Section, arrange, card_titles
from logbook.core.entry import Entry, EntryKind, EntryState
from logbook.core.entry_record import PlainNote
from logbook.core.exercise import Card, Exercise
from logbook.core.margin import MARGIN_BLOCK, MARGIN_TITLE, MarginNote, margin_notes
from logbook.core.plain import still_chosen
from logbook.core.private import MARK, public_entry, public_text
from logbook.formats.answer_text import render_answer
from logbook.formats.form_text import escape_text, heading, one_line
from logbook.formats.local_time import local_minute, local_minute_of

#: Labels of the lines below a title; `form_reader` passes over lines that begin with one.
LABELS = ("Geschreven", "Gaat over", "Ronde", "Stand", "Bron", "Let op")
STATES = {EntryState.DRAFT: "concept", EntryState.CLOSED: "voor nu afgerond"}


@dataclass(frozen=True, slots=True)
class Readable:
    """An entry to be read, with what stands around it.

    `round` counts from 1; None for a free note.
    """

    entry: Entry
    exercise: Exercise | None
    round: int | None


def render_markdown(
    items: Iterable[Readable | PlainNote], card: Callable[[str], Card | None], *, with_private: bool
) -> Iterator[str]:
    """One piece per entry, with a blank line between two.

    Args:
        card: finds a card by its reference, for titles that were not stored with an answer.
        with_private: also private passages, `%%…%%`, and the addresses of links to entries.
    """
    between = ""
    for item in items:
        if isinstance(item, PlainNote):
            yield between + _note(item, with_private)
        else:
            yield between + render_entry(item, card, with_private=with_private)
        between = "\n"


def render_entry(item: Readable, card: Callable[[str], Card | None], *, with_private: bool) -> str:
    """One entry: title, facts, then blocks with questions and answers."""
    if not with_private:
        item = replace(item, entry=public_entry(item.entry))
    entry = item.entry
    title = entry_title(entry)
    lines = [heading(1, title, entry.exercise_id or "note"), "", *_facts(item)]
    for section in _joined(arrange(entry, item.exercise)):
        body = list(_section(section, item, card))
        if body:
            title = section.title or section.block
            lines += ["", heading(2, title, section.block), *body]
    lines += _margin(margin_notes(entry.answers), with_private)
    return "\n".join(lines) + "\n"


def _joined(sections: Iterable[Section]) -> Iterator[Section]:
    """Sections in which a block occurs once, as in a form: what was asked again is put together."""
    standing: dict[str, Section] = {}
    for section in sections:
        if not section.is_standing:
            yield section
            continue
        day = local_minute(section.at)[:10] if section.at else ""
        parts = tuple(replace(p, item_title=day or section.title) for p in section.parts)
        known = standing.get(section.block)
        standing[section.block] = replace(section, parts=(*(known.parts if known else ()), *parts))
    yield from standing.values()


def shown_notes(
    notes: Iterable[MarginNote], with_private: bool
) -> Iterator[tuple[MarginNote, str]]:
    """The margin notes that have words to show, and these words."""
    for note in notes:
        words = note.text if with_private else public_text(note.text)
        if words.strip():
            yield note, words


def _margin(notes: Iterable[MarginNote], with_private: bool) -> Iterator[str]:
    """Margin notes as a section of their own, dated, each below the question it stands beside."""
    above = ["", heading(2, MARGIN_TITLE, MARGIN_BLOCK)]
    for note, words in shown_notes(notes, with_private):
        yield from above
        above = []
        yield from ("", heading(3, local_minute(note.written_at), note.key.prompt))
        if note.beside is not None:
            yield from ("", heading(4, note.question or note.beside.block, note.key.item))
        yield from ("", escape_text(words).strip("\n"))


def entry_title(entry: Entry) -> str:
    """The title of an entry; for one without a form the beginning of what may be shown of it."""
    return one_line(entry.exercise_title) or entry.exercise_id or entry.title or "Notitie"


def note_title(note: PlainNote, with_private: bool) -> str:
    """The title of a note; none when it would show a private passage."""
    if not with_private:
        for text in note.texts:
            if MARK in text:
                return "Notitie"
    return note.title or "Notitie"


def _note(note: PlainNote, with_private: bool) -> str:
    title = escape_text(note_title(note, with_private))
    about = f"- Gaat over: {note.about_date}\n" if note.about_date else ""
    words = "\n\n".join(
        [
            escape_text(text if with_private else public_text(text)).strip("\n")
            for text in note.texts
        ]
    )
    margin = ""
    if note.margin:
        margin = "".join(f"{line}\n" for line in _margin(note.margin, with_private))
    written = local_minute_of(note.created_at)
    return f"# {title}\n\n- Geschreven: {written}\n{about}\n{words}\n{margin}"


def cards_of(
    entry: Entry, block: str, refs: Iterable[str], card: Callable[[str], Card | None]
) -> dict[str, tuple[str, str]]:
    """Title and description of cards: as stored with the answers, else as they are now."""
    stored = card_titles(entry, block)
    told = {a.key.item: a.wording.card_description for a in entry.answers if a.key.item}
    found = {}
    for ref in refs:
        now = card(ref)
        title = stored.get(ref) or (now.title if now else "")
        found[ref] = (title, told.get(ref) or (now.description if now else ""))
    return found


def by_question(section: Section) -> list[list[Part]]:
    """The parts of a section gathered per question, in order of the questions."""
    questions: dict[str, list[Part]] = {}
    for part in section.parts:
        questions.setdefault(part.key.prompt, []).append(part)
    return sorted(questions.values(), key=lambda parts: (parts[0].key.prompt != "", _place(parts)))


def shown_parts(parts: Iterable[Part], item: Readable) -> list[Part]:
    """The parts of which anything is left to show, orders without what was put away."""
    kept = (still_chosen(part, item.entry, item.exercise) for part in parts)
    return [part for part in kept if _has_words(part)]


def _has_words(part: Part) -> bool:
    rows = any(row.text.strip() or any(cell.strip() for cell in row.cells) for row in part.rows)
    return rows or not part.value.is_empty


def _place(parts: list[Part]) -> int:
    return min(part.wording.position for part in parts)


def _section(section: Section, item: Readable, card: Callable[[str], Card | None]) -> Iterator[str]:
    if section.gone:
        yield ""
        yield "<!-- vraag uit een eerdere versie van de oefening -->"
    for parts in by_question(section):
        shown = shown_parts(parts, item)
        if shown and shown[0].key.prompt:
            yield ""
            yield heading(3, shown[0].question or shown[0].key.prompt, shown[0].key.prompt)
        for part in shown:
            cards = cards_of(item.entry, section.block, part.value.cards, card)
            if part.key.item:
                yield ""
                now = card(part.key.item)
                title = part.item_title or (now.title if now else part.key.item)
                if not part.key.prompt and part.key.item.startswith("paper/"):
                    title = "Eigen kaart"
                yield heading(4, title, part.key.item)
            yield ""
            yield render_answer(part, item.exercise, cards)


def _facts(item: Readable) -> Iterator[str]:
    entry = item.entry
    yield f"- Geschreven: {local_minute(entry.created_at)}"
    if entry.about_date:
        yield f"- Gaat over: {entry.about_date.isoformat()}"
    if item.round is not None and entry.kind is EntryKind.EXERCISE:
        yield f"- Ronde: {item.round}"
        closed = f" ({local_minute(entry.closed_at)})" if entry.closed_at else ""
        yield f"- Stand: {STATES[entry.state]}{closed}"
    if entry.source:
        yield f"- Bron: {one_line(entry.source)}"

# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The logbook as one calm page to read or print: no scripts, nothing from elsewhere.

Pictures of chosen cards travel inside the page. How one answer looks is in `html_parts.py`, the
style sheet in `html_style.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime
from html import escape

from logbook.core.arrange import Part, Section, arrange
from logbook.core.entry import EntryKind
from logbook.core.entry_record import PlainNote
from logbook.core.library import Library
from logbook.core.margin import MarginNote
from logbook.core.private import public_entry, public_text
from logbook.core.wording import PAPER_PREFIX
from logbook.formats.form_text import one_line
from logbook.formats.html_parts import Parts
from logbook.formats.html_style import STYLE
from logbook.formats.local_time import day_in_words, local_minute, local_minute_of
from logbook.formats.markdown import (
    STATES,
    Readable,
    by_question,
    entry_title,
    note_title,
    shown_notes,
    shown_parts,
)
from logbook.formats.rich_text import UserText

_HEAD = f"""<!DOCTYPE html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy"
 content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<title>Logboek</title>
<style>
{STYLE}</style>
</head>
<body>
"""


def render_page(
    entries: Callable[[], Iterator[Readable | PlainNote]],
    library: Callable[[], Library],
    exported_at: datetime,
    *,
    with_private: bool,
) -> Iterator[str]:
    """The page in pieces: heading, table of contents, then one piece per entry.

    Args:
        entries: asked twice: for the contents and for the text, so that memory stays flat.
        with_private: also private passages, `%%…%%`.
    """
    day = day_in_words(exported_at.astimezone().date())
    yield f"{_HEAD}<header>\n<h1>Logboek</h1>\n<p>Gemaakt op {day}.</p>\n</header>\n"
    yield from _contents(entries(), with_private)
    yield "<main>\n"
    page = _Page(library(), with_private)
    for item in entries():
        yield page.entry(item)
    yield "</main>\n</body>\n</html>\n"


def _contents(entries: Iterator[Readable | PlainNote], with_private: bool) -> Iterator[str]:
    yield '<nav aria-labelledby="inhoud">\n<h2 id="inhoud">Inhoud</h2>\n<ol>\n'
    for item in entries:
        if isinstance(item, PlainNote):
            title, day = note_title(item, with_private), local_minute_of(item.created_at)
        else:
            title, day = entry_title(item.entry), local_minute(item.entry.created_at)
        entry_id = item.id if isinstance(item, PlainNote) else item.entry.id
        yield (
            f'<li><a href="#{_anchor(entry_id)}">{escape(title)}</a> <span>{day[:10]}</span></li>\n'
        )
    yield "</ol>\n</nav>\n"


class _Page:
    """Renders entries; keeps the Markdown parser and the pictures between them."""

    def __init__(self, library: Library, with_private: bool) -> None:
        self._with_private = with_private
        self._parts = Parts(library, UserText())

    def entry(self, item: Readable | PlainNote) -> str:
        """One entry as an article."""
        if isinstance(item, PlainNote):
            return self._note(item)
        if not self._with_private:
            item = replace(item, entry=public_entry(item.entry))
        entry = item.entry
        lines = [
            f'<article id="{_anchor(entry.id)}">',
            f"<h2>{escape(entry_title(entry))}</h2>",
            _facts(item),
        ]
        loose: list[MarginNote] = []
        for section in arrange(entry, item.exercise):
            lines += self._section(section, item, loose)
        lines += self._margin(sorted(loose, key=lambda note: note.written_at), beside=True)
        if entry.source:
            lines.append(f'<p class="source">{escape(one_line(entry.source))}</p>')
        return "\n".join((*lines, "</article>\n"))

    def _note(self, note: PlainNote) -> str:
        texts = note.texts if self._with_private else tuple(map(public_text, note.texts))
        facts = local_minute_of(note.created_at)
        if note.about_date:
            facts += f" · over {day_in_words(date.fromisoformat(note.about_date))}"
        words = "".join(f"{self._parts.words(text)}\n" for text in texts)
        words += "".join(f"{aside}\n" for aside in self._margin(note.margin))
        return (
            f'<article id="{_anchor(note.id)}">\n'
            f"<h2>{escape(note_title(note, self._with_private))}</h2>\n"
            f'<p class="facts">{facts}</p>\n{words}</article>\n'
        )

    def _margin(self, notes: Iterable[MarginNote], *, beside: bool = False) -> Iterator[str]:
        """Margin notes, dated; `beside` says that they name the question they stand beside."""
        for note, words in shown_notes(notes, self._with_private):
            about = f" bij “{escape(one_line(note.question))}”" if beside and note.question else ""
            day = day_in_words(note.written_at.astimezone().date())
            yield (
                f'<aside class="margin">\n<p class="told">Kanttekening van {day}{about}</p>\n'
                f"{self._parts.words(words)}\n</aside>"
            )

    def _section(self, section: Section, item: Readable, loose: list[MarginNote]) -> Iterator[str]:
        """One block; margin notes beside what is not shown are added to `loose`."""
        loose += section.margin
        questions = []
        for parts in by_question(section):
            shown = shown_parts((part for part in parts if not _is_paper_card(part)), item)
            kept = {part.key for part in shown}
            loose += [note for part in parts if part.key not in kept for note in part.margin]
            if shown:
                questions.append(shown)
        if not questions:
            return
        yield f"<section>\n<h3>{escape(section.title or section.block)}</h3>"
        if section.at is not None:
            yield f'<p class="told">{day_in_words(section.at.astimezone().date())}</p>'
        if section.gone:
            yield '<p class="note">Een vraag uit een eerdere versie van de oefening.</p>'
        for shown in questions:
            question = shown[0].question
            level = 4
            if shown[0].key.prompt and question != section.title:
                yield f"<h4>{escape(question)}</h4>"
                level = 5
            for part in shown:
                yield self._parts.part(part, item, level)
                yield from self._margin(part.margin)
        yield "</section>"


def _is_paper_card(part: Part) -> bool:
    """Whether these are the words of an own card: the list of chosen cards shows them already."""
    return not part.key.prompt and part.key.item.startswith(PAPER_PREFIX)


def _anchor(entry_id: str) -> str:
    return f"e-{escape(entry_id)}"


def _facts(item: Readable) -> str:
    entry = item.entry
    facts = [f"<span>{local_minute(entry.created_at)}</span>"]
    if entry.about_date:
        facts.append(f"<span>over {day_in_words(entry.about_date)}</span>")
    if item.round is not None and entry.kind is EntryKind.EXERCISE:
        facts.append(f"<span>ronde {item.round}</span>")
        facts.append(f"<span>{STATES[entry.state]}</span>")
    return f'<p class="facts">{" · ".join(facts)}</p>'

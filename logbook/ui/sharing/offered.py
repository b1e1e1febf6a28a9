# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""What of an entry can be shared: its answers one by one, each with a few words to know it by."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication

from logbook.bootstrap import Services
from logbook.core.arrange import Part, Section
from logbook.core.entry import AnswerKey, Entry, EntryId
from logbook.core.margin import MarginNote
from logbook.core.private import passages, public_text
from logbook.core.sharing import ShareChoice, chosen_entry
from logbook.core.text import first_line
from logbook.core.wording import PAPER_PREFIX
from logbook.ui.widgets.dates import local_day

_LINE = 120


@dataclass(frozen=True, slots=True)
class OfferedPart:
    """One answer that can be shared.

    Args:
        excerpt: the beginning of it, without what is private.
        usual: it goes along unless the user says otherwise.
    """

    key: AnswerKey
    caption: str
    excerpt: str
    usual: bool = True


@dataclass(frozen=True, slots=True)
class OfferedEntry:
    """One entry that can be shared, with at least one part."""

    id: EntryId
    title: str
    day: date
    round: int
    sensitive: bool
    parts: tuple[OfferedPart, ...]

    @property
    def usual(self) -> frozenset[AnswerKey]:
        """What goes along unless the user says otherwise."""
        return frozenset(part.key for part in self.parts if part.usual)


def offered_entry(services: Services, entry_id: EntryId) -> OfferedEntry | None:
    """An entry as it can be shared; None when nothing is written in it, or it is in the bin.

    Raises:
        EntryNotFound.
    """
    entry = services.reading.entry(entry_id)
    parts = tuple(_parts(services.reading.sections(entry)))
    if entry.deleted_at is not None or not parts:
        return None
    summary = services.reading.summary(entry_id)
    return OfferedEntry(
        entry_id,
        public_text(summary.title) or _tr("Zonder titel"),
        entry.about_date or local_day(entry.created_at),
        summary.round or 0,
        services.sharing.is_sensitive(entry_id),
        parts,
    )


def private_passages(entry: Entry, choice: ShareChoice) -> int:
    """How many private passages stand in what is chosen of an entry: they stay at home."""
    found = 0
    for answer in chosen_entry(entry, choice).answers:
        value = answer.value
        found += sum(len(passages(text)) for text in (value.text, value.own, *value.cells))
    return found


def _parts(sections: tuple[Section, ...]) -> Iterator[OfferedPart]:
    for section in sections:
        for part in section.parts:
            own_card = not part.key.prompt and part.key.item.startswith(PAPER_PREFIX)
            if not (part.hidden or own_card):
                yield _answer(part, section)
            yield from map(_note, part.margin)
        yield from map(_note, section.margin)


def _answer(part: Part, section: Section) -> OfferedPart:
    words = part.question or section.title or _tr("Notitie")
    caption = f"{part.item_title} · {words}" if part.item_title else words
    if section.is_standing:
        caption = f"{section.title} · {words}"
    return OfferedPart(part.key, public_text(caption), _excerpt(part), not section.is_standing)


def _excerpt(part: Part) -> str:
    value = part.value
    told = [
        value.text,
        value.own,
        *value.cells,
        *(c for r in part.rows for c in (r.text, *r.cells)),
    ]
    line = next((found for text in told if (found := first_line(public_text(text), _LINE))), "")
    if line:
        return line
    if value.cards:
        return _tr("Gekozen kaarten")
    return "" if any(told) else _tr("Wat je koos")


def _note(note: MarginNote) -> OfferedPart:
    excerpt = first_line(public_text(note.text), _LINE)
    return OfferedPart(note.key, _tr("Kanttekening"), excerpt, usual=False)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Offered", text)

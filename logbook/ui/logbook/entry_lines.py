# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""What one row of the list says: title, day, details, and all of it for a screen reader."""

from __future__ import annotations

from datetime import date, datetime
from typing import NamedTuple

from PySide6.QtCore import QObject

from logbook import texts
from logbook.core.entry import EntryId, EntryKind, EntrySummary
from logbook.core.query import Query
from logbook.core.snippets import Range, Snippet, highlights
from logbook.services.content import ContentService
from logbook.ui.logbook.entry_list_rows import EntryRow
from logbook.ui.widgets.dates import long_day, month_title, short_day

#: What stands between a title and the words behind it.
_BETWEEN = " ….,;:?!"


class RowWords(NamedTuple):
    """What is painted of one entry; `marks` are the ranges of the title that were looked for.

    `shared` says that it was shared, "" for not.
    """

    row: EntryRow
    title: str
    marks: tuple[Range, ...]
    day: str
    details: str
    excerpt: Snippet
    shared: str = ""


class EntryLines(QObject):
    """Sentences about an entry. Asks the library for the name of a template only."""

    def __init__(self, content: ContentService, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._content = content
        #: The entries that were shared.
        self.shared: frozenset[EntryId] = frozenset()

    def words(self, row: EntryRow, begun: datetime, query: Query, *, with_clock: bool) -> RowWords:
        """All that is painted of a row."""
        summary = row.summary
        return RowWords(
            row,
            self.title(summary),
            self.title_marks(summary, query),
            self.day(begun, with_clock=with_clock),
            self.details(summary, begun.date()),
            self.excerpt(row),
            self.tr("gedeeld") if summary.id in self.shared else "",
        )

    def title(self, summary: EntrySummary) -> str:
        """The title, or words for an entry without one."""
        return summary.title or self.tr("Zonder titel")

    def title_marks(self, summary: EntrySummary, query: Query) -> tuple[Range, ...]:
        """The ranges of the title that were looked for."""
        return highlights(summary.title, query) if query.groups else ()

    def set_shared(self, shared: frozenset[EntryId]) -> frozenset[EntryId]:
        """Which entries were shared; gives those of which another thing is said now."""
        changed, self.shared = shared ^ self.shared, shared
        return changed

    def header(self, month: date | None, number: int | None) -> str:
        """`NOVEMBER 2026 · 5 bijdragen`, or `VASTGEZET`; the number when it is known."""
        name = self.tr("Vastgezet") if month is None else month_title(month)
        return name.upper() if number is None else f"{name.upper()} · {texts.entries(number)}"

    def day(self, begun: datetime, *, with_clock: bool = False) -> str:
        """`21 nov`, or `21 nov, 14:02` beside another entry of that day."""
        day = short_day(begun.date())
        return f"{day}, {begun:%H:%M}" if with_clock else day

    def excerpt(self, row: EntryRow) -> Snippet:
        """The piece that was found, without the title; else what follows it or did not fit in it.

        The ranges are those that were looked for.
        """
        title = row.summary.title.removesuffix(" …")
        if not row.snippet.marks:
            return Snippet(row.summary.excerpt.removeprefix(title).lstrip(_BETWEEN))
        text, marks = row.snippet
        if not title or not text.startswith(title):
            return row.snippet
        kept = text[len(title) :].lstrip(_BETWEEN)
        gone = len(text) - len(kept)
        moved = ((max(start - gone, 0), end - gone) for start, end in marks)
        return Snippet(kept, tuple(mark for mark in moved if mark[1] > 0))

    def details(self, summary: EntrySummary, begun: date) -> str:
        """`H1 · concept · ronde 2`, or `Vrije notitie`; with the day it is about."""
        parts = self._details(summary, self.tr("H{number}"))
        if summary.about_date not in (None, begun):
            parts.append(self.tr("over {day}").format(day=short_day(summary.about_date)))
        return " · ".join(parts)

    def spoken(self, row: EntryRow, begun: datetime) -> str:
        """The whole row as one sentence for a screen reader."""
        summary = row.summary
        details = self._details(summary, self.tr("hoofdstuk {number}"))
        if summary.about_date not in (None, begun.date()):
            details.append(self.tr("gaat over {day}").format(day=long_day(summary.about_date)))
        if summary.pinned:
            details.append(self.tr("vastgezet"))
        if summary.id in self.shared:
            details.append(self.tr("gedeeld"))
        if summary.labels:
            names = texts.joined([label.name for label in summary.labels])
            details.append(self.tr("label {names}").format(names=names))
        said = ", ".join(details)
        return f"{self.title(summary)}, {long_day(begun.date())}, {said}. {self.excerpt(row).text}"

    def _details(self, summary: EntrySummary, chapter: str) -> list[str]:
        if summary.kind is EntryKind.FREE:
            return [self.tr("Vrije notitie"), *self._template(summary)]
        parts = [] if summary.chapter is None else [chapter.format(number=summary.chapter)]
        parts.append(texts.entry_state(summary.state))
        if summary.round is not None and summary.round > 1:
            parts.append(texts.round_number(summary.round))
        return parts

    def _template(self, summary: EntrySummary) -> list[str]:
        if summary.exercise_id is None:
            return []
        template = self._content.library().exercise(summary.exercise_id)
        return [] if template is None or template.title == summary.title else [template.title]

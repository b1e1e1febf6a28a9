# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""What one row of the list says: title, day, details, and all of it for a screen reader."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import QObject

from logbook import texts
from logbook.core.entry import EntryKind, EntrySummary
from logbook.services.content import ContentService
from logbook.ui.widgets.dates import long_day, month_title, short_day


class EntryLines(QObject):
    """Sentences about an entry. Asks the library for the name of a template only."""

    def __init__(self, content: ContentService, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._content = content

    def title(self, summary: EntrySummary) -> str:
        """The title, or words for an entry without one."""
        return summary.title or self.tr("Zonder titel")

    def month(self, month: date, number: int) -> str:
        """`NOVEMBER 2026 · 5 bijdragen`."""
        return f"{month_title(month).upper()} · {texts.entries(number)}"

    def day(self, begun: datetime) -> str:
        """`21 nov`."""
        return short_day(begun.date())

    def excerpt(self, summary: EntrySummary) -> str:
        """What follows the title; of one long line, what did not fit in the title."""
        return summary.excerpt.removeprefix(summary.title.removesuffix(" …")).lstrip(" …")

    def details(self, summary: EntrySummary) -> str:
        """`H1 · concept · ronde 2`, or `Vrije notitie` with the name of its template."""
        return " · ".join(self._details(summary, self.tr("H{number}")))

    def spoken(self, summary: EntrySummary, begun: datetime) -> str:
        """The whole row as one sentence for a screen reader."""
        details = ", ".join(self._details(summary, self.tr("hoofdstuk {number}")))
        return (
            f"{self.title(summary)}, {long_day(begun.date())}, {details}. {self.excerpt(summary)}"
        )

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

# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Entries as rows of the list of Ctrl+K: found by title, by their words, or opened lately."""

from __future__ import annotations

from PySide6.QtCore import QObject

from logbook import texts
from logbook.core.entry import EntryKind, EntrySummary
from logbook.core.found import SearchHit
from logbook.core.library import Library
from logbook.core.ranking import Asked
from logbook.ui.navigation import FindEntries, OpenEntry, ReadEntry
from logbook.ui.palette.ranked import marked
from logbook.ui.palette.rows import Row
from logbook.ui.widgets.dates import local_day, short_day


class EntryRows(QObject):
    """Makes rows of entries. Enter reads one, Ctrl+Enter goes on writing in it."""

    def __init__(self, library: Library, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library = library

    def row(self, summary: EntrySummary) -> Row:
        """An entry by its title, with where it belongs and its day."""
        return Row(
            f"entry:{summary.id}",
            summary.title or self.tr("Zonder titel"),
            f"{self._place(summary)} · {self._day(summary)}",
            "file-text" if summary.kind is EntryKind.FREE else "pencil",
            wish=ReadEntry(summary.id),
            other=OpenEntry(summary.id),
            other_text=self.tr("verder schrijven"),
        )

    def found(self, hit: SearchHit, typed: Asked) -> Row:
        """An entry by its words: the piece that was found stands below its title."""
        row = self.row(hit.summary)
        lead = f"{self._day(hit.summary)} · "
        marks = tuple((len(lead) + s, len(lead) + e) for s, e in hit.snippet.marks)
        return marked(row, typed)._replace(detail=lead + hit.snippet.text, detail_marks=marks)

    def all_found(self, query: str, total: int) -> Row:
        """The row that shows every hit in Logboek."""
        title = self.tr("Alle {entries} tonen in Logboek").format(entries=texts.entries(total))
        return Row(f"all:{query}", title, icon="search", wish=FindEntries(query))

    def _place(self, summary: EntrySummary) -> str:
        if summary.kind is EntryKind.FREE:
            form = self._library.exercise(summary.exercise_id)
            return self.tr("Vrije notitie") if form is None else form.title
        parts = []
        if summary.chapter is not None:
            parts.append(self.tr("Hoofdstuk {number}").format(number=summary.chapter))
        if summary.round is not None and summary.round > 1:
            parts.append(texts.round_number(summary.round))
        return " · ".join(parts) or self.tr("Oefening")

    def _day(self, summary: EntrySummary) -> str:
        return short_day(summary.about_date or local_day(summary.created_at))

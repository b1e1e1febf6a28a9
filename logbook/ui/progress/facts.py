# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Everything the page Voortgang shows, read in one go, and its text forms for elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from logbook.bootstrap import Services
from logbook.core.entry import EntryId
from logbook.core.practice import Intention
from logbook.core.progress import ChapterProgress, YearDays
from logbook.core.revisit import Offer, OfferKind
from logbook.services.progress_table import (
    DAYS_HEADERS,
    PROGRESS_HEADERS,
    MonthRow,
    ProgressRow,
    months_of,
    render_csv,
    render_markdown,
    render_text,
    render_tsv,
    rows_of,
)


class Form(Enum):
    """A form in which the facts can be taken along; the value is its usual file name."""

    PROGRESS_TSV = "voortgang.tsv"
    DAYS_TSV = "schrijfdagen.tsv"
    TEXT = "voortgang.txt"
    PROGRESS_CSV = "voortgang.csv"
    DAYS_CSV = "schrijfdagen.csv"
    MARKDOWN = "voortgang.md"


@dataclass(frozen=True, slots=True)
class Facts:
    """Progress as it stands now."""

    chapters: tuple[ChapterProgress, ...]
    exchanged: frozenset[EntryId]
    year: YearDays
    offers: tuple[Offer, ...] = ()
    intentions: tuple[Intention, ...] = ()

    @property
    def due(self) -> frozenset[str]:
        """The exercises that can be looked back at now."""
        return frozenset(offer.exercise_id for offer in self.offers if offer.exercise_id)

    def offers_of(self, chapter: ChapterProgress) -> tuple[Offer, ...]:
        """What can be looked back at now in a chapter."""
        ids = {progress.exercise.id for progress in chapter.exercises}
        return tuple(offer for offer in self.offers if offer.exercise_id in ids)

    def intends_in(self, chapter: ChapterProgress) -> bool:
        """Whether a chapter has an open intention."""
        ids = {progress.exercise.id for progress in chapter.exercises}
        return any(each.exercise_id in ids for each in self.intentions)

    @property
    def rows(self) -> tuple[ProgressRow, ...]:
        """A row per exercise."""
        return rows_of(self.chapters, self.exchanged, due=self.due)

    @property
    def months(self) -> tuple[MonthRow, ...]:
        """A row per month in which was written."""
        return months_of(self.year)

    def render(self, form: Form) -> str:
        """The facts in one of their text forms."""
        if form is Form.TEXT:
            return render_text(self.chapters, self.rows)
        if form is Form.MARKDOWN:
            return render_markdown(self.rows, self.months)
        of_days = form in (Form.DAYS_CSV, Form.DAYS_TSV)
        headers = DAYS_HEADERS if of_days else PROGRESS_HEADERS
        cells = [row.cells() for row in (self.months if of_days else self.rows)]
        as_csv = form in (Form.PROGRESS_CSV, Form.DAYS_CSV)
        return render_csv(headers, cells) if as_csv else render_tsv(headers, cells)


def read_facts(services: Services) -> Facts:
    """The facts from the logbook.

    Raises:
        LogbookError: it cannot be read.
    """
    reading = services.reading
    asked = (OfferKind.PROPOSAL, OfferKind.OWN)
    return Facts(
        reading.chapters(),
        reading.exchanged(),
        reading.year_days(),
        tuple(offer for offer in services.revisiting.offers() if offer.kind in asked),
        services.intentions.open(),
    )

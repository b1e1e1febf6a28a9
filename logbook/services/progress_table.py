# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Progress as a table: rows of facts, and the same as text, tab-separated, CSV or Markdown.

Pure but for `save_table`. Dates in files are ISO 8601; what a screen shows is left to `ui`.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from pathlib import Path

from logbook import texts
from logbook.core.entry import EntryId
from logbook.core.errors import FileNotWritten
from logbook.core.progress import ChapterProgress, ExerciseProgress, YearDays
from logbook.files.replace import replace_file

PROGRESS_HEADERS = ("Hoofdstuk", "Oefening", "Stand", "Rondes", "Laatst")
DAYS_HEADERS = ("Maand", "Aantal dagen", "Dagen")

#: A cell that begins like this is a formula in a spreadsheet; an apostrophe keeps it text.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class ProgressRow:
    """One exercise. `last` is the local day on which it was last written in, or None."""

    chapter: int
    chapter_title: str
    exercise_id: str
    exercise_title: str
    state: str
    rounds: int
    last: date | None

    @property
    def chapter_name(self) -> str:
        """`1 Relatiegericht werken`."""
        return f"{self.chapter} {self.chapter_title}"

    def cells(self) -> tuple[str, ...]:
        """The cells under `PROGRESS_HEADERS`."""
        last = self.last.isoformat() if self.last else ""
        return (self.chapter_name, self.exercise_title, self.state, str(self.rounds), last)


@dataclass(frozen=True, slots=True)
class MonthRow:
    """The local days of one month on which something was written, in order."""

    year: int
    month: int
    days: tuple[date, ...]

    def cells(self) -> tuple[str, ...]:
        """The cells under `DAYS_HEADERS`."""
        numbers = ", ".join(str(day.day) for day in self.days)
        return (f"{self.year:04d}-{self.month:02d}", str(len(self.days)), numbers)


def local_day(moment: datetime | None, zone: tzinfo | None = None) -> date | None:
    """The local day of a moment; `zone` None takes the system's."""
    return moment.astimezone(zone).date() if moment else None


def state_words(
    progress: ExerciseProgress,
    exchanged: frozenset[EntryId] = frozenset(),
    due: frozenset[str] = frozenset(),
) -> str:
    """The state of an exercise with its marks: `concept, uitgewisseld`.

    Args:
        due: the exercises that can be looked back at now.
    """
    words = [texts.exercise_state(progress.state, skipped=progress.skipped)]
    if progress.skipped and progress.rounds:
        words.append("overgeslagen")
    if any(item.entry_id in exchanged for item in progress.rounds):
        words.append("uitgewisseld")
    if progress.exercise.id in due:
        words.append("terugblik klaar")
    return ", ".join(words)


def rows_of(
    chapters: Iterable[ChapterProgress],
    exchanged: frozenset[EntryId] = frozenset(),
    zone: tzinfo | None = None,
    due: frozenset[str] = frozenset(),
) -> tuple[ProgressRow, ...]:
    """A row for every exercise, in the order of the chapters.

    Args:
        exchanged: the rounds that were exchanged (`Reading.exchanged`).
        due: the exercises that can be looked back at now.
    """
    return tuple(
        ProgressRow(
            chapter.chapter.number,
            chapter.chapter.title,
            progress.exercise.id,
            progress.exercise.title,
            state_words(progress, exchanged, due),
            progress.filled_rounds,
            local_day(progress.last_written, zone),
        )
        for chapter in chapters
        for progress in chapter.exercises
    )


def months_of(year: YearDays) -> tuple[MonthRow, ...]:
    """A row for every month in which something was written, oldest first."""
    grouped: dict[tuple[int, int], list[date]] = {}
    for day in sorted(year.days):
        grouped.setdefault((day.year, day.month), []).append(day)
    return tuple(MonthRow(*month, tuple(days)) for month, days in grouped.items())


def render_tsv(headers: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Tab-separated lines, as a spreadsheet takes them from the clipboard."""
    lines = [headers, *rows]
    return "".join("\t".join(_one_line(_plain(cell)) for cell in line) + "\n" for line in lines)


def render_csv(headers: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """CSV as Dutch spreadsheets open it: semicolons, CRLF, and a mark that it is UTF-8."""
    stream = io.StringIO()
    stream.write("\ufeff")
    writer = csv.writer(stream, delimiter=";")
    writer.writerow(headers)
    writer.writerows([_plain(_one_line(cell)) for cell in row] for row in rows)
    return stream.getvalue()


def render_markdown(rows: Sequence[ProgressRow], months: Sequence[MonthRow]) -> str:
    """Both tables below each other, as a Markdown document."""
    parts = ["# Voortgang", "", *_pipe_table(PROGRESS_HEADERS, [row.cells() for row in rows])]
    parts += ["", "## Wanneer je schreef", ""]
    if months:
        parts += _pipe_table(DAYS_HEADERS, [month.cells() for month in months])
    else:
        parts.append("In het afgelopen jaar is nog niets geschreven.")
    return "\n".join(parts) + "\n"


def render_text(chapters: Iterable[ChapterProgress], rows: Sequence[ProgressRow]) -> str:
    """Progress to read: a line per chapter, below it a line per exercise."""
    lines = []
    for chapter in chapters:
        number = chapter.chapter.number
        facts = texts.exercises_done(chapter.done, chapter.total)
        lines.append(f"{number} {chapter.chapter.title} · {facts}")
        for row in rows:
            if row.chapter == number:
                parts = [row.state]
                if row.rounds:
                    parts.append(texts.rounds(row.rounds))
                if row.last:
                    parts.append(f"laatst op {row.last.isoformat()}")
                lines.append(f"  {row.exercise_title}: {', '.join(parts)}")
    return "\n".join(lines) + "\n"


def save_table(path: Path, text: str) -> None:
    """Write a rendered table to a file, whole or not at all.

    Raises:
        FileNotWritten: the place cannot be written; what stood there is unchanged.
    """
    try:
        replace_file(path, [text.encode()])
    except OSError as error:
        raise FileNotWritten(str(path), str(error)) from error


def _pipe_table(headers: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    lines = [headers, ["---"] * len(headers), *rows]
    return ["| " + " | ".join(_pipe_cell(cell) for cell in line) + " |" for line in lines]


def _pipe_cell(text: str) -> str:
    return _one_line(text).replace("\\", "\\\\").replace("|", "\\|")


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _plain(text: str) -> str:
    return "'" + text if text.startswith(_FORMULA) else text

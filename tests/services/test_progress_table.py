# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
from __future__ import annotations

import csv
import io
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from logbook.core.entry import EntryId, EntryState
from logbook.core.errors import FileNotWritten
from logbook.core.exercise import Chapter, Exercise
from logbook.core.progress import ChapterProgress, ExerciseProgress, Round, YearDays
from logbook.services.progress_table import (
    DAYS_HEADERS,
    PROGRESS_HEADERS,
    months_of,
    render_csv,
    render_markdown,
    render_text,
    render_tsv,
    rows_of,
    save_table,
)
from tests.builders import make_exercise

ZONE = ZoneInfo("Europe/Amsterdam")
LATE = datetime(2026, 3, 2, 23, 30, tzinfo=UTC)


def titled(exercise_id: str, title: str) -> Exercise:
    return replace(make_exercise(exercise_id), title=title)


def one_round(entry_id: str, *, filled: bool = True, closed: bool = False) -> Round:
    state = EntryState.CLOSED if closed else EntryState.DRAFT
    return Round(EntryId(entry_id), "a", state, LATE, LATE, LATE if closed else None, filled)


def chapters() -> tuple[ChapterProgress, ...]:
    done = ExerciseProgress(
        titled("a", "Kijken | luisteren"),
        (one_round("1", closed=True), one_round("2", filled=False, closed=True)),
    )
    skipped = ExerciseProgress(titled("b", "=Som"), (), skipped=True)
    chapter = Chapter(1, "Begin", "", "Eigen werk")
    return (ChapterProgress(chapter, (done, skipped)),)


def test_a_row_counts_only_rounds_that_hold_something() -> None:
    first, second = rows_of(chapters())
    assert (first.rounds, first.state) == (1, "voor nu afgerond")
    assert (second.rounds, second.state, second.last) == (0, "overgeslagen", None)


def test_the_last_day_is_the_local_one() -> None:
    assert rows_of(chapters(), zone=ZONE)[0].last == date(2026, 3, 3)
    assert rows_of(chapters(), zone=UTC)[0].last == date(2026, 3, 2)


def test_marks_stand_behind_the_state() -> None:
    (chapter,) = chapters()
    skipped = replace(chapter.exercises[0], skipped=True)
    row = rows_of([replace(chapter, exercises=(skipped,))], frozenset({EntryId("1")}))[0]
    assert row.state == "voor nu afgerond, overgeslagen, uitgewisseld"


def test_tab_separated_text_has_a_line_per_row() -> None:
    rows = [row.cells() for row in rows_of(chapters(), zone=UTC)]
    lines = render_tsv(PROGRESS_HEADERS, rows).splitlines()
    assert lines[0] == "Hoofdstuk\tOefening\tStand\tRondes\tLaatst"
    assert lines[1] == "1 Begin\tKijken | luisteren\tvoor nu afgerond\t1\t2026-03-02"


def test_csv_reads_back_and_holds_no_formula() -> None:
    text = render_csv(PROGRESS_HEADERS, [row.cells() for row in rows_of(chapters())])
    table = list(csv.reader(io.StringIO(text.removeprefix("\ufeff")), delimiter=";"))
    assert table[0] == list(PROGRESS_HEADERS)
    assert table[2][1] == "'=Som"


def test_months_hold_the_days_in_order_across_a_leap_day() -> None:
    days = frozenset({date(2028, 2, 29), date(2028, 2, 3), date(2027, 12, 31)})
    rows = months_of(YearDays(date(2027, 3, 1), date(2028, 2, 29), days))
    assert [row.cells() for row in rows] == [("2027-12", "1", "31"), ("2028-02", "2", "3, 29")]


def test_markdown_holds_both_tables_with_bars_escaped() -> None:
    year = YearDays(date(2025, 3, 4), date(2026, 3, 3), frozenset({date(2026, 3, 3)}))
    text = render_markdown(rows_of(chapters()), months_of(year))
    assert "Kijken \\| luisteren" in text
    assert "| Maand | Aantal dagen | Dagen |" in text
    assert "| 2026-03 | 1 | 3 |" in text


def test_markdown_of_an_empty_logbook_says_so() -> None:
    assert "nog niets geschreven" in render_markdown((), ())


def test_text_names_the_count_of_each_chapter() -> None:
    lines = render_text(chapters(), rows_of(chapters(), zone=UTC)).splitlines()
    assert lines[0] == "1 Begin · 1 van 2 oefeningen gedaan"
    assert lines[1].endswith("voor nu afgerond, 1 ronde, laatst op 2026-03-02")


def test_saving_writes_the_text(tmp_path: Path) -> None:
    text = render_csv(DAYS_HEADERS, [])
    save_table(tmp_path / "dagen.csv", text)
    assert (tmp_path / "dagen.csv").read_bytes().decode() == text


def test_a_place_that_cannot_be_written_is_an_expected_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotWritten):
        save_table(tmp_path / "er-is-geen-map" / "dagen.csv", "x")

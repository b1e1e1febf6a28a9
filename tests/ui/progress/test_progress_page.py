# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QLabel, QMenu, QWidget
from pytestqt.qtbot import QtBot

from logbook.bootstrap import Services
from logbook.core.entry import AnswerKey, Value
from logbook.core.library import Library
from logbook.services.changes import Changes
from logbook.settings import Settings, Theme
from logbook.ui.context import Context
from logbook.ui.demo.hands import settle
from logbook.ui.navigation import OpenChapter, OpenPage, ReadEntry
from logbook.ui.progress.chapter_rows import ChapterRow
from logbook.ui.progress.progress_page import ProgressPage
from logbook.ui.progress.tables import _Wrapping
from tests.builders import Clock
from tests.ui.helpers import assert_accessible, tab_stops
from tests.ui.progress.conftest import (
    EXTRA,
    LOOK,
    TALK,
    TOGETHER,
    TRY,
    WALK,
    WHEN,
    MakePage,
    WriteRound,
)
from tests.ui.recorder import Recorder


def rows(page: ProgressPage) -> list[ChapterRow]:
    return page.overview.rows.rows


def dots(page: ProgressPage) -> list[str]:
    return [dot.accessibleName() for row in rows(page) for dot in row.dots]


def words(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]


def choose(menu: QMenu, caption: str) -> None:
    next(a for a in menu.actions() if a.text() == caption).trigger()


def wishes(page: ProgressPage) -> list[object]:
    sent: list[object] = []
    page.navigation_requested.connect(sent.append)
    return sent


def table(page: ProgressPage) -> list[list[str]]:
    model = page.tables.progress.model()
    return [
        [str(model.index(row, column).data()) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def test_a_chapter_counts_exercises_with_something_in_them(
    write_round: WriteRound, make_page: MakePage
) -> None:
    write_round(WALK, TOGETHER)
    write_round(LOOK, emptied=True)
    write_round(EXTRA)
    names = [row.accessibleName() for row in rows(make_page())]
    assert names == [
        "1 Beginnen, 1 van 2 oefeningen gedaan, laatst op maandag 2 maart",
        "4 Praten, 0 van 1 oefening gedaan",
    ]


def test_own_exercises_count(write_round: WriteRound, make_page: MakePage) -> None:
    write_round(LOOK)
    assert "1 van 2 oefeningen gedaan" in rows(make_page())[0].accessibleName()


def test_what_is_in_the_bin_does_not_count(
    services: Services, write_round: WriteRound, make_page: MakePage
) -> None:
    services.writing.move_to_bin(write_round(LOOK))
    assert "0 van 2 oefeningen gedaan" in rows(make_page())[0].accessibleName()


def test_a_dot_names_title_state_rounds_and_last_day(
    services: Services, clock: Clock, write_round: WriteRound, make_page: MakePage
) -> None:
    write_round(WALK, TOGETHER)
    clock.forward(days=9)
    write_round(WALK, {TRY: Value("stil zijn")}, close=False)
    services.writing.skip(LOOK.id)
    assert dots(make_page()) == [
        "Samen lopen, concept, uitgewisseld, 2 rondes, laatst op woensdag 11 maart",
        "Kijken, overgeslagen",
        "Een gesprek, nieuw",
    ]


def test_marks_stand_at_the_end_of_a_row(write_round: WriteRound, make_page: MakePage) -> None:
    write_round(WALK, TOGETHER, close=False)
    first, second = rows(make_page())
    assert {"concept", "uitgewisseld", "2 mrt"} <= set(words(first))
    assert "—" in words(second)


def test_arrow_keys_walk_over_rows_and_dots(make_page: MakePage, qtbot) -> None:
    page = make_page()
    first, second = rows(page)
    focus = page.window().focusWidget
    assert focus() is first
    qtbot.keyClick(focus(), Qt.Key.Key_Right)
    assert focus() is first.dots[0]
    qtbot.keyClick(focus(), Qt.Key.Key_End)
    assert focus() is first.dots[1]
    qtbot.keyClick(focus(), Qt.Key.Key_Down)
    assert focus() is second.dots[0]
    qtbot.keyClick(focus(), Qt.Key.Key_Home)
    assert focus() is second


def test_a_row_or_its_dot_opens_the_chapter(make_page: MakePage, qtbot) -> None:
    page = make_page()
    sent = wishes(page)
    qtbot.keyClick(rows(page)[0], Qt.Key.Key_Return)
    qtbot.mouseClick(rows(page)[1].dots[0], Qt.MouseButton.LeftButton)
    assert sent == [OpenChapter(1, progress=True), OpenChapter(4, progress=True)]


def test_days_written_are_counted(clock: Clock, services: Services, make_page: MakePage) -> None:
    for _ in range(3):
        services.writing.add_note("iets")
        clock.forward(days=2)
    assert "mrt 2025 – mrt 2026 · 3 dagen" in words(make_page().overview)


def test_the_page_follows_changes(
    context: Context, write_round: WriteRound, make_page: MakePage
) -> None:
    page = make_page()
    entry_id = write_round(TALK)
    context.notifier.announce(Changes(entries=frozenset({entry_id})))
    assert "1 van 1 oefening gedaan" in rows(page)[1].accessibleName()


def test_a_hidden_page_catches_up_when_it_is_entered(
    context: Context, write_round: WriteRound, make_page: MakePage
) -> None:
    page = make_page()
    page.hide()
    write_round(TALK)
    context.notifier.announce(Changes(everything=True))
    assert "0 van 1" in rows(page)[1].accessibleName()
    page.show()
    page.enter()
    assert "1 van 1" in rows(page)[1].accessibleName()


def test_the_table_holds_the_same_facts(
    services: Services, write_round: WriteRound, make_page: MakePage
) -> None:
    write_round(WALK, TOGETHER)
    services.writing.skip(LOOK.id)
    page = make_page()
    page.table_button.click()
    assert page.tables.isVisible()
    assert table(page) == [
        ["1 Beginnen", "Samen lopen", "voor nu afgerond, uitgewisseld", "1", "2 mrt"],
        ["1 Beginnen", "Kijken", "overgeslagen", "0", "nog niet"],
        ["4 Praten", "Een gesprek", "nieuw", "0", "nog niet"],
    ]


def test_the_table_sorts_by_keys(write_round: WriteRound, make_page: MakePage, qtbot) -> None:
    write_round(TALK)
    page = make_page()
    page.table_button.click()
    grid = page.tables.progress
    grid.setCurrentIndex(grid.model().index(0, 3))
    qtbot.keyClick(grid, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    assert table(page)[0][1] == "Een gesprek"
    qtbot.keyClick(grid, Qt.Key.Key_Up, Qt.KeyboardModifier.ControlModifier)
    assert table(page)[-1][1] == "Een gesprek"


def test_a_row_of_the_table_opens_its_chapter(make_page: MakePage, qtbot) -> None:
    page = make_page()
    page.table_button.click()
    sent = wishes(page)
    page.tables.progress.setCurrentIndex(page.tables.progress.model().index(2, 1))
    qtbot.keyClick(page.tables.progress, Qt.Key.Key_Return)
    assert sent == [OpenChapter(4, progress=True)]


@pytest.mark.parametrize("name", ["progress", "months"])
def test_the_models_hold_what_qt_expects(
    name: str, write_round: WriteRound, make_page: MakePage, qtmodeltester
) -> None:
    write_round(WALK, TOGETHER)
    qtmodeltester.check(getattr(make_page().tables, name).model())


def test_the_choice_for_a_table_is_remembered(make_page: MakePage) -> None:
    make_page().table_button.click()
    assert make_page().tables.isVisible()


def test_copying_puts_a_table_on_the_clipboard(
    write_round: WriteRound, make_page: MakePage, recorder: Recorder
) -> None:
    write_round(WALK, TOGETHER)
    page = make_page()
    choose(page.make_copy_menu(), "Voortgang als tabel")
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0] == "Hoofdstuk\tOefening\tStand\tRondes\tLaatst"
    assert lines[1].split("\t")[3:] == ["1", "2026-03-02"]
    assert recorder.texts == ["Gekopieerd."]
    choose(page.make_copy_menu(), "Schrijfdagen als tabel")
    assert QGuiApplication.clipboard().text().splitlines()[1] == "2026-03\t1\t2"
    choose(page.make_copy_menu(), "Voortgang als tekst")
    assert "1 Beginnen · 1 van 2 oefeningen gedaan" in QGuiApplication.clipboard().text()


@pytest.mark.parametrize(
    ("caption", "suffix", "expected"),
    [
        ("Voortgang als CSV …", ".csv", "Hoofdstuk;Oefening;Stand;Rondes;Laatst"),
        ("Schrijfdagen als CSV …", ".csv", "Maand;Aantal dagen;Dagen"),
        ("Alles als Markdown …", ".md", "## Wanneer je schreef"),
    ],
)
def test_exporting_writes_a_file(
    caption: str,
    suffix: str,
    expected: str,
    make_page: MakePage,
    recorder: Recorder,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    chosen = str(tmp_path / "mijn voortgang")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (chosen, ""))
    choose(make_page().make_export_menu(), caption)
    path = tmp_path / f"mijn voortgang{suffix}"
    assert expected in path.read_text(encoding="utf-8-sig")
    assert str(path) in recorder.texts[0]


def test_a_place_that_cannot_be_written_is_told(
    make_page: MakePage, recorder: Recorder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chosen = str(tmp_path / "weg" / "voortgang.md")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (chosen, ""))
    choose(make_page().make_export_menu(), "Alles als Markdown …")
    assert recorder.shown[0].kind == "error"


def test_leaving_the_dialog_writes_nothing(
    make_page: MakePage, recorder: Recorder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    choose(make_page().make_export_menu(), "Alles als Markdown …")
    assert recorder.shown == []


def test_a_chapter_has_a_page_with_facts_and_intentions(
    clock: Clock, write_round: WriteRound, make_page: MakePage
) -> None:
    write_round(WALK, {**TOGETHER, TRY: Value("stil zijn"), WHEN: Value("donderdag")})
    clock.forward(days=30)
    write_round(LOOK, close=False)
    page = make_page()
    page.show_chapter(1)
    shown = words(page.chapter)
    assert "2 van 2 oefeningen gedaan, 2 rondes, 1 keer uitgewisseld" in shown
    assert {"stil zijn", "Wanneer?", "donderdag", "2 mrt · Samen lopen"} <= set(shown)
    assert "voor nu afgerond, uitgewisseld" in shown


def test_a_chapter_without_rounds_says_so(make_page: MakePage) -> None:
    page = make_page()
    page.show_chapter(4)
    assert "In dit hoofdstuk is nog niets geschreven." in words(page.chapter)
    assert any(text.startswith("Nog geen voornemens.") for text in words(page.chapter))


def test_a_mark_and_an_intention_open_their_round(
    write_round: WriteRound, make_page: MakePage, qtbot
) -> None:
    entry_id = write_round(WALK, {TRY: Value("stil zijn")})
    page = make_page()
    page.show_chapter(1)
    sent = wishes(page)
    qtbot.keyClick(page.chapter.timeline.rows[0].track.marks[0], Qt.Key.Key_Return)
    page.chapter.intentions.items[0].read_button.click()
    assert sent == [ReadEntry(entry_id), ReadEntry(entry_id)]


def test_a_chapter_leads_back_and_to_its_exercises(make_page: MakePage) -> None:
    page = make_page()
    page.show_chapter(4)
    assert page.chapter.back_button.hasFocus()
    sent = wishes(page)
    page.chapter.back_button.click()
    page.chapter.exercises_button.click()
    assert sent == [OpenPage("progress"), OpenChapter(4)]
    page.enter()
    assert page.overview.isVisible()


def test_the_page_of_a_chapter_follows_changes(
    context: Context, write_round: WriteRound, make_page: MakePage
) -> None:
    page = make_page()
    page.show_chapter(4)
    for _ in range(40):
        write_round(TALK)
    context.notifier.announce(Changes(everything=True))
    assert page.chapter.isVisible()
    assert "1 van 1 oefening gedaan, 40 rondes" in words(page.chapter)
    assert len(page.chapter.timeline.rows[0].track.marks) == 40


def test_an_unknown_chapter_changes_nothing(make_page: MakePage) -> None:
    page = make_page()
    page.show_chapter(99)
    assert page.overview.isVisible()


def test_no_chapters_at_all_is_said(
    services: Services, make_page: MakePage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(services.content, "_library", Library())
    page = make_page()
    assert "Nog geen hoofdstukken" in words(page.overview)
    assert_accessible(page)


@pytest.mark.parametrize("size", [80, 100, 200])
@pytest.mark.parametrize("width", [600, 688, 1388])
def test_every_view_fits_and_can_be_reached(
    size: int, width: int, context: Context, write_round: WriteRound, make_page: MakePage, qtbot
) -> None:
    write_round(WALK, {**TOGETHER, TRY: Value("stil zijn")})
    write_round(LOOK, {AnswerKey("start"): Value("iets")}, close=False)
    context.theme.apply(Settings(text_size=size))
    page = make_page()
    page.resize(width, 600)
    page.show_chapter(1)
    assert page.minimumSizeHint().width() <= 790
    views = (page.overview, page.chapter, page.tables)
    qtbot.waitUntil(lambda: not any(view.horizontalScrollBar().maximum() for view in views))
    assert_accessible(page)


def test_ten_chapters_and_the_year_fit_in_a_large_window(
    library_context: Context, qtbot: QtBot
) -> None:
    library_context.services.content.reload()  # the shipped chapters
    page = ProgressPage(library_context)
    qtbot.addWidget(page)
    page.resize(1389, 1000)
    page.show()
    page.enter()
    settle()
    assert len(page.overview.rows.rows) == 10
    assert page.overview.verticalScrollBar().maximum() == 0


def test_a_long_chapter_title_is_not_cut_off_in_the_table(
    library_context: Context, qtbot: QtBot
) -> None:
    library_context.services.content.reload()  # the shipped chapters
    page = ProgressPage(library_context)
    qtbot.addWidget(page)
    page.resize(1068, 800)
    page.show()
    page.enter()
    page.table_button.click()
    settle()
    table = page.tables.progress
    padding = 2 * 8
    for row in range(table.model().rowCount()):
        index = table.model().index(row, 0)
        room = QRect(0, 0, table.columnWidth(0) - padding, 10_000)
        needed = table.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, index.data())
        assert table.rowHeight(row) >= needed.height(), index.data()


def test_tab_goes_from_the_chapters_to_the_goals_and_the_year(
    services: Services, write_round: WriteRound, make_page: MakePage
) -> None:
    services.goals.create("Ik wil vaker wachten")
    write_round(WALK)
    page = make_page()
    page.goals.fill()
    page.overview.focus()
    assert tab_stops(rows(page)[0], 3) == [
        "Ik wil vaker wachten, 0 bijdragen", "Alle leerdoelen …", "Wanneer je schreef",
    ]  # fmt: skip


def test_a_table_out_of_view_is_not_measured_when_the_look_changes(
    make_page: MakePage, context: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    measured: list[bool] = []
    hint = _Wrapping.sizeHint
    monkeypatch.setattr(
        _Wrapping,
        "sizeHint",
        lambda self, option, index: measured.append(True) or hint(self, option, index),
    )
    page = make_page()
    page.table_button.click()
    settle()
    assert measured
    page.table_button.click()
    settle()
    measured.clear()
    context.theme.apply(Settings(theme=Theme.DARK))
    settle()
    assert not measured

# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Agenda among the settings, and the file that is kept up to date."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import icalendar
import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from logbook.services.changes import Changes
from logbook.ui.calendar_keeper import CalendarKeeper
from logbook.ui.context import Context
from logbook.ui.preferences_page.calendar_card import CalendarCard
from tests.ui.helpers import assert_accessible
from tests.ui.recorder import Recorder


@pytest.fixture
def card(context: Context, qtbot: QtBot) -> CalendarCard:
    made = CalendarCard(context)
    context.preferences.changed.connect(made.show_settings)
    made.show_settings(context.preferences.settings)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def chosen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The place that the file dialog answers with."""
    path = tmp_path / "agenda.ics"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    return path


def choose_a_day(context: Context, day: date = date(2027, 3, 1)) -> Changes:
    entry = context.services.writing.add_note("Iets")
    return context.services.revisiting.set_own(entry.id, "", day)


def days(path: Path) -> list[date]:
    calendar = icalendar.Calendar.from_ical(path.read_bytes())
    return [event.decoded("DTSTART") for event in calendar.walk("VEVENT")]


def test_a_file_is_made_once(
    card: CalendarCard, context: Context, chosen: Path, recorder: Recorder
) -> None:
    choose_a_day(context)
    card.once_button.click()
    assert days(chosen) == [date(2027, 3, 1)]
    assert recorder.texts == ["1 datum in het agendabestand gezet."]
    assert context.preferences.settings.calendar_file == ""
    assert not card.place.isVisible()
    assert_accessible(card)


def test_a_name_without_ending_gets_one(
    card: CalendarCard, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = str(tmp_path / "agenda")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (name, ""))
    card.once_button.click()
    assert (tmp_path / "agenda.ics").is_file()


def test_a_place_is_kept_shown_and_let_go(
    card: CalendarCard, context: Context, chosen: Path, recorder: Recorder
) -> None:
    card.keep_button.click()
    assert context.preferences.settings.calendar_file == str(chosen)
    assert days(chosen) == []
    assert card.place.text() == str(chosen)
    assert card.place.isVisible()
    assert card.keep_button.text() == "Andere plek …"
    assert_accessible(card)
    card.stop_button.click()
    assert context.preferences.settings.calendar_file == ""
    assert chosen.is_file()
    assert recorder.shown[-1].action is not None
    recorder.shown[-1].action()
    assert context.preferences.settings.calendar_file == str(chosen)


def test_no_choice_in_the_dialog_changes_nothing(
    card: CalendarCard, context: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    card.once_button.click()
    card.keep_button.click()
    assert context.preferences.settings.calendar_file == ""


def test_a_file_of_somebody_else_is_refused(
    card: CalendarCard, context: Context, chosen: Path, recorder: Recorder
) -> None:
    chosen.write_text("iets anders")
    card.keep_button.click()
    assert context.preferences.settings.calendar_file == ""
    assert recorder.shown[-1].kind == "error"
    assert chosen.read_text() == "iets anders"


@pytest.fixture
def keeper(context: Context, chosen: Path) -> CalendarKeeper:
    context.preferences.change(calendar_file=str(chosen))
    return CalendarKeeper(context, context.theme)


def test_the_file_follows_what_one_chooses(
    keeper: CalendarKeeper, context: Context, chosen: Path, qtbot: QtBot
) -> None:
    keeper._timer.setInterval(0)
    context.notifier.announce(choose_a_day(context))
    qtbot.waitUntil(lambda: chosen.exists() and days(chosen) == [date(2027, 3, 1)])


def test_at_the_end_what_waits_is_written(
    keeper: CalendarKeeper, context: Context, chosen: Path
) -> None:
    context.notifier.announce(choose_a_day(context))
    assert not chosen.exists()
    keeper.finish()
    assert days(chosen) == [date(2027, 3, 1)]


def test_what_has_no_dates_writes_nothing(keeper: CalendarKeeper, context: Context) -> None:
    keeper._timer.stop()
    context.notifier.announce(Changes(words=True))
    assert not keeper._timer.isActive()
    context.preferences.change(calendar_file="")
    context.notifier.announce(choose_a_day(context))
    assert not keeper._timer.isActive()


def test_a_file_that_cannot_be_written_is_said_once(
    keeper: CalendarKeeper, context: Context, chosen: Path, recorder: Recorder
) -> None:
    chosen.write_text("iets anders")
    for _ in range(3):
        keeper._write()
    assert len(recorder.shown) == 1
    assert recorder.shown[0].kind == "warning"
    chosen.unlink()
    keeper._write()
    chosen.write_text("weer iets anders")
    keeper._write()
    assert len(recorder.shown) == 2

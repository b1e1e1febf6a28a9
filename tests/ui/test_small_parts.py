# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT

import threading
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QRect, Qt, QUrl
from PySide6.QtWidgets import QPushButton, QWidget

from logbook.core.errors import FolderUnusable
from logbook.settings import Settings, load_settings
from logbook.settings import Theme as Choice
from logbook.ui import background
from logbook.ui.memory import WindowMemory
from logbook.ui.placement import fit_place
from logbook.ui.preferences import Preferences
from logbook.ui.theme import Theme
from logbook.ui.widgets import dates
from logbook.ui.widgets.buttons import Button, IconButton
from logbook.ui.widgets.columns import FlowLayout, ReadingColumn
from logbook.ui.widgets.empty import EmptyState
from logbook.ui.widgets.rich_text import RichText
from logbook.ui.widgets.ring import Ring
from tests.ui.helpers import assert_accessible


@pytest.mark.parametrize("value", ["tekst", 3, 2.5, True, b"\x00\xff", [1, 2], {"a": "b"}], ids=str)
def test_memory_gives_back_the_type_that_was_kept(tmp_path: Path, value: object) -> None:
    first = WindowMemory(tmp_path / "window.ini")
    first.set("a/b", value)  # type: ignore[arg-type]
    first.save()
    kept = WindowMemory(tmp_path / "window.ini").get("a/b", type(value)())
    assert kept == value
    assert type(kept) is type(value)


def test_memory_of_another_type_counts_as_none(tmp_path: Path) -> None:
    memory = WindowMemory(tmp_path / "window.ini")
    memory.set("a", "woord")
    assert memory.get("a", 7) == 7
    assert memory.get("nothing", [1]) == [1]


def test_preference_is_kept_and_put_in_force(tmp_path: Path, theme: Theme, qtbot) -> None:
    preferences = Preferences(tmp_path / "settings.json", Settings(), theme)
    with qtbot.waitSignal(preferences.changed) as told:
        preferences.change(theme=Choice.DARK)
    assert told.args[0].theme is Choice.DARK
    assert theme.dark
    assert load_settings(tmp_path / "settings.json").theme is Choice.DARK


def test_preference_that_cannot_be_kept_is_said(tmp_path: Path, theme: Theme, qtbot) -> None:
    (tmp_path / "file").write_text("")
    preferences = Preferences(tmp_path / "file" / "settings.json", Settings(), theme)
    with qtbot.waitSignal(preferences.save_failed) as told:
        preferences.change(text_size=125)
    assert isinstance(told.args[0], FolderUnusable)
    assert preferences.settings.text_size == 125


def test_background_answers_on_the_main_thread(qtbot) -> None:
    parent, answers = QObject(), []
    threads: list[int] = []

    def work() -> int:
        threads.append(threading.get_ident())
        return 42

    background.run(
        work,
        lambda result: answers.append((result, threading.get_ident())),
        lambda error: answers.append(error),
        parent,
    )
    qtbot.waitUntil(lambda: bool(answers))
    assert answers == [(42, threading.get_ident())]
    assert threads != [threading.get_ident()]


def test_background_hands_over_the_error(qtbot) -> None:
    parent, errors = QObject(), []

    def work() -> None:
        raise ValueError("nee")

    background.run(work, lambda result: None, errors.append, parent)
    qtbot.waitUntil(lambda: bool(errors))
    assert isinstance(errors[0], ValueError)


def test_background_tells_nobody_when_the_asker_is_gone(qtbot) -> None:
    parent, answers = QObject(), []
    free = threading.Event()
    background.run(lambda: free.wait(5), answers.append, answers.append, parent)
    parent.deleteLater()
    qtbot.waitSignal(parent.destroyed, timeout=1000).wait()
    free.set()
    qtbot.wait(20)
    assert answers == []


def test_dutch_days() -> None:
    day, today = date(2026, 11, 21), date(2026, 12, 1)
    assert dates.long_day(day, today) == "zaterdag 21 november"
    assert dates.long_day(day, date(2027, 1, 1)) == "zaterdag 21 november 2026"
    assert dates.short_day(day, today) == "21 nov"
    assert dates.short_day(day, date(2027, 1, 1)) == "21 nov 2026"
    assert dates.month_title(day) == "november 2026"


def test_clock_is_local() -> None:
    moment = datetime(2026, 11, 21, 13, 2, tzinfo=UTC)
    assert dates.clock(moment) == moment.astimezone().strftime("%H:%M")


SCREEN = QRect(0, 0, 1920, 1080)


@pytest.mark.parametrize(
    ("wanted", "screens"),
    [
        (QRect(100, 100, 900, 700), [SCREEN]),
        (QRect(5000, 100, 900, 700), [SCREEN]),
        (QRect(-500, -300, 900, 700), [SCREEN]),
        (QRect(0, 0, 4000, 3000), [SCREEN]),
        (QRect(2000, 10, 900, 700), [SCREEN, QRect(1920, 0, 1280, 1024)]),
        (QRect(0, 0, 10, 10), [QRect(0, 0, 500, 300)]),
    ],
)
def test_window_lies_on_a_screen(wanted: QRect, screens: list[QRect]) -> None:
    place = fit_place(wanted, screens)
    assert any(screen.contains(place) for screen in screens)


def test_window_that_fits_stays_where_it_was() -> None:
    wanted = QRect(2000, 10, 900, 700)
    assert fit_place(wanted, [SCREEN, QRect(1920, 0, 1280, 1024)]) == wanted


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_buttons_answer_to_the_keyboard(theme: Theme, qtbot, key: Qt.Key) -> None:
    for made in (Button("Doen", "primary", "check"), IconButton("x", "Sluiten", theme)):
        qtbot.addWidget(made)
        with qtbot.waitSignal(made.clicked):
            qtbot.keyClick(made, key)


def test_ring_says_its_count(theme: Theme, qtbot) -> None:
    ring = Ring(3, 4, theme)
    qtbot.addWidget(ring)
    assert ring.accessibleName() == "3 van 4"
    assert not ring.grab().isNull()


def test_column_is_centred_and_at_most_so_wide(theme: Theme, qtbot) -> None:
    column = ReadingColumn(theme)
    qtbot.addWidget(column)
    column.resize(1400, 600)
    column.show()
    assert column.column.width() == 720
    left = column.column.mapTo(column, column.column.rect().topLeft()).x()
    assert abs(left - (column.viewport().width() - 720) // 2) <= 1
    theme.apply(Settings(text_size=125))
    qtbot.waitUntil(lambda: column.column.width() == 900)


def test_flow_goes_on_at_the_next_line(qtbot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    flow = FlowLayout(holder)
    for number in range(8):
        flow.addWidget(QPushButton(f"Knop {number}"))
    assert flow.heightForWidth(200) > 2 * flow.heightForWidth(4000)


def test_rich_text_grows_and_loads_nothing(theme: Theme, qtbot) -> None:
    text = RichText(theme)
    qtbot.addWidget(text)
    text.resize(400, 50)
    text.show()
    text.set_html("<p>Een</p>")
    low = text.height()
    text.set_html("<p>Een</p>" * 20 + "<img src='http://example.org/a.png'>")
    assert text.height() > 4 * low
    nothing = text.loadResource(2, QUrl("file:///etc/passwd"))
    assert nothing is None or nothing.size().width() <= 1


def test_link_is_told_and_not_followed(theme: Theme, qtbot) -> None:
    text = RichText(theme)
    qtbot.addWidget(text)
    text.set_html("<p><a href='naslag:models/referentiekader'>kader</a></p>")
    with qtbot.waitSignal(text.link_activated) as told:
        text.anchorClicked.emit(QUrl("naslag:models/referentiekader"))
    assert told.args == ["naslag:models/referentiekader"]
    assert "kader" in text.toPlainText()


def test_empty_state_offers_the_first_act(theme: Theme, qtbot) -> None:
    state = EmptyState("book-open", "Nog leeg", "Hier komt wat je schrijft.", "Begin", theme)
    qtbot.addWidget(state)
    assert_accessible(state)
    with qtbot.waitSignal(state.action_requested):
        state.action.click()

# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from logbook.bootstrap import open_services
from logbook.core.entry import AnswerKey
from logbook.paths import find_paths
from logbook.settings import Role, load_settings
from logbook.ui.context import Context
from logbook.ui.demo.hands import button, click, press, settle, words_on
from logbook.ui.memory import WindowMemory
from logbook.ui.notifier import Notifier
from logbook.ui.preferences import Preferences
from logbook.ui.welcome.welcome_page import WelcomePage
from tests.ui.helpers import assert_accessible
from tests.ui.recorder import Recorder


def show(context: Context, qtbot) -> WelcomePage:
    page = WelcomePage(context)
    qtbot.addWidget(page)
    page.resize(1280, 820)
    page.show()
    page.enter()
    return page


@pytest.fixture
def synced_context(recorder: Recorder, theme, tmp_path: Path):
    """A logbook that lives in a folder kept by a service."""
    folder = tmp_path / "Nextcloud" / "studie"
    folder.mkdir(parents=True)
    services = open_services(find_paths(logbook=folder / "logboek.db"), create=True)
    paths = services.paths
    preferences = Preferences(paths.settings, load_settings(paths.settings), theme)
    yield Context(services, theme, Notifier(), recorder, preferences, WindowMemory(paths.window))
    services.close()


def test_one_key_begins(context: Context, qtbot) -> None:
    page = show(context, qtbot)
    qtbot.waitUntil(page.begin.hasFocus)
    with qtbot.waitSignal(page.finished):
        press(Qt.Key.Key_Return)
    assert load_settings(context.services.paths.settings).started


def test_beginning_chooses_nothing_else(context: Context, qtbot) -> None:
    before = context.preferences.settings
    page = show(context, qtbot)
    click(page.begin)
    assert context.preferences.settings == replace(before, started=True)


def test_looking_is_not_beginning(context: Context, qtbot) -> None:
    show(context, qtbot)
    assert not load_settings(context.services.paths.settings).started


def test_who_one_is_is_kept_at_once(context: Context, qtbot) -> None:
    page = show(context, qtbot)
    click(button(page, "Wie ben je hier?: Supervisor"))
    assert load_settings(context.services.paths.settings).role is Role.SUPERVISOR


def test_it_tells_where_the_logbook_is(context: Context, qtbot) -> None:
    page = show(context, qtbot)
    assert str(context.services.paths.logbook) in words_on(page).replace("\u200b", "")


def test_an_ordinary_folder_gets_no_warning(context: Context, qtbot) -> None:
    page = show(context, qtbot)
    assert page.move_button is None
    assert "Eén bestand op deze computer" in words_on(page)


def test_a_synced_folder_is_named(synced_context: Context, qtbot) -> None:
    page = show(synced_context, qtbot)
    assert "Nextcloud" in words_on(page)


def test_the_better_place_is_one_click_away(synced_context: Context, qtbot) -> None:
    services = synced_context.services
    services.writing.add_note("verhuist mee")
    old = services.paths.logbook
    page = show(synced_context, qtbot)
    with qtbot.waitSignal(page.restart_requested):
        click(page.move_button)
    new = Path(synced_context.preferences.settings.logbook)
    assert not old.exists()
    moved = open_services(services.paths._replace(logbook=new), create=False)
    (line,) = moved.reading.entries()
    assert moved.reading.entry(line.id).value(AnswerKey("note")).text == "verhuist mee"
    moved.close()


def test_a_better_place_that_is_taken_leaves_all_as_it_was(
    synced_context: Context, recorder: Recorder, qtbot
) -> None:
    page = show(synced_context, qtbot)
    page._better.parent.mkdir(parents=True)
    page._better.write_text("van iemand anders")
    click(page.move_button)
    assert len(recorder.texts) == 1
    assert page._better.read_text() == "van iemand anders"
    synced_context.services.writing.add_note("gaat gewoon door")


def test_every_control_has_a_name(synced_context: Context, qtbot) -> None:
    page = show(synced_context, qtbot)
    assert_accessible(page)


@pytest.mark.parametrize("size", [100, 200])
def test_all_of_it_fits_in_the_width_of_a_small_window(context: Context, qtbot, size: int) -> None:
    context.preferences.change(text_size=size)
    page = show(context, qtbot)
    page.resize(560, 600)
    settle()
    for card in (page.begin, page.role):
        assert card.mapTo(page, card.rect().topRight()).x() <= page.width()

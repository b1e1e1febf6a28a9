# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""What tests of screens share: a theme, a real logbook, and a look at what was left behind."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QThreadPool
from PySide6.QtWidgets import QApplication, QDialog, QMenu

from logbook.bootstrap import Services, open_services
from logbook.paths import find_paths
from logbook.settings import Settings, load_settings
from logbook.ui.context import Context
from logbook.ui.lasting_none import keep_none
from logbook.ui.memory import WindowMemory
from logbook.ui.notifier import Notifier
from logbook.ui.preferences import Preferences
from logbook.ui.theme import Theme
from tests.ui.recorder import Recorder

keep_none()


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    """The style of the program, as `ui.app` asks for it."""
    return ["Logboek", "-style", "fusion"]


@pytest.fixture(autouse=True)
def nothing_left_open(qapp: QApplication) -> Iterator[None]:
    """After a test no dialog is open and no work is under way."""
    yield
    QThreadPool.globalInstance().waitForDone(5_000)
    left = [
        type(widget).__name__
        for widget in qapp.topLevelWidgets()
        if isinstance(widget, QDialog | QMenu) and widget.isVisible()
    ]
    # Each new theme would restyle whatever is left, and without an event loop nothing is deleted.
    for widget in qapp.topLevelWidgets():
        widget.hide()
        widget.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert left == []


@pytest.fixture
def services() -> Iterator[Services]:
    """The services on a new logbook in this test's own folder."""
    opened = open_services(find_paths(), create=True)
    yield opened
    opened.close()


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    """The light theme, applied."""
    made = Theme(qapp)
    made.apply(Settings())
    return made


@pytest.fixture
def recorder(qapp: QApplication) -> Recorder:
    """Keeps the messages that a screen shows."""
    return Recorder()


@pytest.fixture
def preferences(services: Services, theme: Theme) -> Preferences:
    """The choices of the user in this test's own folder."""
    path = services.paths.settings
    return Preferences(path, load_settings(path), theme)


@pytest.fixture
def context(
    services: Services, theme: Theme, recorder: Recorder, preferences: Preferences
) -> Context:
    """What a page gets: real services, theme, notifier and preferences; recorded messages."""
    memory = WindowMemory(services.paths.window)
    return Context(services, theme, Notifier(), recorder, preferences, memory)  # type: ignore[arg-type]


@pytest.fixture
def library_context(context: Context) -> Context:
    """A context whose exercises have been read."""
    context.services.content.library()
    return context

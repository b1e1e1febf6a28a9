# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Vandaag on a logbook in which one can write some days ago."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt, QThreadPool
from PySide6.QtWidgets import QWidget

from logbook.bootstrap import Services, open_services
from logbook.core.entry import AnswerKey, EntryId, Value
from logbook.paths import find_paths
from logbook.services.writing import Edit
from logbook.ui.context import Context
from logbook.ui.demo.hands import settle, words_on
from logbook.ui.today.today_page import TodayPage

MakePage = Callable[..., TodayPage]
WriteRound = Callable[..., EntryId]


class Ago:
    """The present moment, or some days before it."""

    days = 0.0

    def __call__(self) -> datetime:
        return datetime.now(UTC) - timedelta(days=self.days)


@pytest.fixture
def ago() -> Ago:
    """How long ago things are written."""
    return Ago()


@pytest.fixture
def services(ago: Ago) -> Iterator[Services]:
    """The services on a new logbook, with this clock."""
    opened = open_services(find_paths(), create=True, now=ago)
    yield opened
    opened.close()


@pytest.fixture
def write(services: Services, ago: Ago) -> WriteRound:
    """Write a round of a shipped exercise, so many days ago, and close it for now."""

    def make(exercise_id: str, values: dict[AnswerKey, Value], days: float) -> EntryId:
        exercise = services.content.library().exercise(exercise_id)
        assert exercise is not None
        ago.days = days
        entry = services.writing.begin_round(exercise)
        services.writing.save(entry, [Edit(k, v) for k, v in values.items()], close_revisions=True)
        services.writing.close_for_now(entry.id)
        ago.days = 0
        return entry.id

    return make


@pytest.fixture
def make_page(context: Context, qtbot) -> MakePage:
    """A shown Vandaag, of this width, that hears of changes as it does in the window."""

    def make(width: int = 1068) -> TodayPage:
        page = TodayPage(context)
        page.wishes = []
        page.navigation_requested.connect(page.wishes.append)
        context.notifier.changed.connect(page.apply_changes)
        qtbot.addWidget(page)
        page.resize(width, 820)
        page.show()
        page.enter()
        qtbot.waitUntil(lambda: "Alle oefeningen" in words_on(page))
        looked()
        return page

    return make


def looked() -> None:
    """Let what is read beside the main thread come on screen."""
    settle()
    QThreadPool.globalInstance().waitForDone(5_000)
    settle()


def tab_names(start: QWidget, end: QWidget) -> list[str]:
    """The names of what Tab comes to after one widget, up to another."""
    names, widget = [], start
    while widget is not end and len(names) < 100:
        widget = widget.nextInFocusChain()
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            names.append(widget.accessibleName() or widget.text())
    return names

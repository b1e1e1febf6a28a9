# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""A logbook whose clock is moved by hand, and the page on it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

import pytest

from logbook.bootstrap import Services, open_services
from logbook.core.entry import AnswerKey, Entry, EntryId, Value
from logbook.paths import find_paths
from logbook.services.writing import Edit
from logbook.ui.context import Context
from logbook.ui.logbook.entry_lines import EntryLines
from logbook.ui.logbook.entry_list_model import EntryListModel
from logbook.ui.logbook.logbook_page import LogbookPage
from tests.builders import Clock


@dataclass
class Desk:
    """Writes entries at chosen moments."""

    services: Services
    clock: Clock

    def note(self, text: str, *moment: int) -> EntryId:
        """A free note, begun at year, month, day, hour, minute (UTC)."""
        if moment:
            self.clock.moment = datetime(*moment, tzinfo=UTC)  # type: ignore[arg-type]
        else:
            self.clock.forward(minutes=1)
        return self.services.writing.add_note(text).id

    def round(self, exercise_id: str, values: dict[AnswerKey, Value]) -> Entry:
        """An open round of a shipped exercise with these answers."""
        exercise = self.services.content.library().exercise(exercise_id)
        assert exercise is not None
        self.clock.forward(minutes=1)
        entry = self.services.writing.begin_round(exercise)
        self.services.writing.save(entry, [Edit(key, value) for key, value in values.items()])
        return self.services.reading.entry(entry.id)


@pytest.fixture
def clock() -> Clock:
    return Clock(datetime(2026, 11, 2, 9, 0, tzinfo=UTC))


@pytest.fixture
def services(clock: Clock) -> Iterator[Services]:
    opened = open_services(find_paths(), create=True, now=clock)
    yield opened
    opened.close()


@pytest.fixture
def desk(services: Services, clock: Clock) -> Desk:
    return Desk(services, clock)


@pytest.fixture
def make_model(services: Services, qapp: object) -> Callable[..., EntryListModel]:
    lines = EntryLines(services.content)
    kept: list[EntryListModel] = []  # an index outlives its model badly

    def make(**options: object) -> EntryListModel:
        model = EntryListModel(services.reading, lines, **options)  # type: ignore[arg-type]
        model.reload()
        kept.append(model)
        return model

    return make


@pytest.fixture
def make_page(context: Context, qtbot: object) -> Callable[..., LogbookPage]:
    """The page in view, told of every change."""

    def make(width: int = 1000, height: int = 700) -> LogbookPage:
        page = LogbookPage(context)
        qtbot.addWidget(page)  # type: ignore[attr-defined]
        context.notifier.changed.connect(page.apply_changes)
        page.resize(width, height)
        with qtbot.waitActive(page):  # type: ignore[attr-defined]
            page.show()
            page.activateWindow()
        page.enter()
        return page

    return make

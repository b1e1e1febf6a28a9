# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""A library made by hand and a clock in hand, so that days are known."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from logbook.bootstrap import Services, open_services
from logbook.core.entry import AnswerKey, EntryId, Value
from logbook.core.exercise import Block, BlockKind, Chapter, Exercise, Field, Prompt
from logbook.core.library import Library
from logbook.core.practice import IN_CONVERSATION
from logbook.paths import find_paths
from logbook.services.writing import Edit
from logbook.ui.context import Context
from logbook.ui.progress.progress_page import ProgressPage
from tests.builders import Clock, make_exercise

EXCHANGE = Block(
    "samen", BlockKind.EXCHANGE, "Samen", prompts=(Prompt("mode", "Hoe?", field=Field.CHOICE),)
)
INTENTION = Block(
    "voornemen",
    BlockKind.INTENTION,
    "Voornemen",
    prompts=(Prompt("try", "Wat ga je proberen?"), Prompt("when", "Wanneer?", field=Field.LINE)),
)
WALK = replace(make_exercise("lopen"), title="Samen lopen", blocks=(EXCHANGE, INTENTION))
LOOK = replace(make_exercise("kijken", order=2), title="Kijken", own=True)
TALK = replace(make_exercise("praten", chapter=4), title="Een gesprek")
EXTRA = replace(make_exercise("los", chapter=None), title="Los", extra=True)
LIBRARY = Library(
    chapters=(Chapter(1, "Beginnen", "", "Eigen werk"), Chapter(4, "Praten", "", "Eigen werk")),
    exercises={e.id: e for e in (WALK, LOOK, TALK, EXTRA)},
)
TRY, WHEN = AnswerKey("voornemen", "try"), AnswerKey("voornemen", "when")
TOGETHER = {AnswerKey("samen", "mode"): Value(options=(IN_CONVERSATION,))}

WriteRound = Callable[..., EntryId]
MakePage = Callable[[], ProgressPage]


@pytest.fixture
def clock() -> Clock:
    """The moment at which things are written."""
    return Clock()


@pytest.fixture
def services(clock: Clock, monkeypatch: pytest.MonkeyPatch) -> Iterator[Services]:
    """The services on a new logbook, with this clock and this library."""
    opened = open_services(find_paths(), create=True, now=clock)
    monkeypatch.setattr(opened.content, "_library", LIBRARY)
    yield opened
    opened.close()


@pytest.fixture
def write_round(services: Services) -> WriteRound:
    """Write a round: its exercise, its answers, and whether to close it for now."""
    writing = services.writing

    def write(
        exercise: Exercise,
        values: dict[AnswerKey, Value] | None = None,
        *,
        close: bool = True,
        emptied: bool = False,
    ) -> EntryId:
        given = values or {AnswerKey("start"): Value("iets")}
        entry = writing.begin_round(exercise)
        saved = writing.save(entry, [Edit(key, value) for key, value in given.items()])
        if emptied:
            writing.save(entry, [Edit(k, Value(), saved.heads[k]) for k in given])
        if close:
            writing.close_for_now(entry.id)
        return entry.id

    return write


@pytest.fixture
def make_page(context: Context, qtbot) -> MakePage:
    """A shown page that hears of changes as it does in the window."""
    pages = []

    def make() -> ProgressPage:
        page = ProgressPage(context)
        pages.append(page)
        qtbot.addWidget(page)
        context.notifier.changed.connect(page.apply_changes)
        page.resize(1068, 800)
        page.show()
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        page.enter()
        return page

    return make

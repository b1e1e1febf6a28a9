# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Terugblik on a logbook in which one can write some days ago."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace

import pytest

from logbook.bootstrap import Services, open_services
from logbook.core.entry import AnswerKey, EntryId, Value
from logbook.core.errors import LogbookError
from logbook.core.exercise import Block, BlockKind, Exercise, Field, Prompt, RevisitSettings
from logbook.paths import find_paths
from logbook.services.writing import Edit
from logbook.ui.context import Context
from logbook.ui.demo.hands import settle
from logbook.ui.navigation import Wish
from logbook.ui.revisit import overview
from logbook.ui.revisit.revisit_page import RevisitPage
from tests.builders import make_exercise

#: Two prompts in one step, a line, and a step that nobody is asked to look back at.
FRAME = Block(
    "kader",
    BlockKind.TEXT,
    "Je kader",
    body="Denk aan deze week.",
    prompts=(Prompt("wie", "Wie draagt wat?"), Prompt("hoe", "Hoe help je?")),
)
LINE = Block(
    "zin", BlockKind.TEXT, "In één zin?", prompts=(Prompt("", "In één zin?", "", Field.LINE),)
)
ASIDE = Block("los", BlockKind.TEXT, "Iets anders?", prompts=(Prompt("", "Iets anders?"),))
LATER = Block(
    "terug",
    BlockKind.REVISIT,
    "Wat is er verschoven?",
    settings=RevisitSettings(84, ("kader", "zin")),
)
FRAMES = replace(make_exercise("kader"), title="Kader", blocks=(FRAME, LINE, ASIDE, LATER))
WHO, HOW = AnswerKey("kader", "wie"), AnswerKey("kader", "hoe")
SENTENCE, OTHER = AnswerKey("zin"), AnswerKey("los")
ANSWERS = {
    WHO: Value("De cliënt moet het zelf doen."),
    HOW: Value("Ik geef aan wat er mogelijk is."),
    SENTENCE: Value("Zelf doen."),
    OTHER: Value("Niets."),
}

WriteRound = Callable[..., EntryId]
MakePage = Callable[..., RevisitPage]


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
    """The services on a new logbook with this clock; the small exercise beside the shipped ones."""
    opened = open_services(find_paths(), create=True, now=ago)
    add_exercise(opened, FRAMES)
    yield opened
    opened.close()


def add_exercise(services: Services, exercise: Exercise) -> None:
    """Let the library hold this exercise as it is now."""
    library = services.content.library()
    exercises = {**library.exercises, exercise.id: exercise}
    services.content._library = replace(library, exercises=exercises)


@pytest.fixture
def write(services: Services, ago: Ago) -> WriteRound:
    """Write a round so many days ago, and close it for now."""

    def make(
        values: dict[AnswerKey, Value] | None = None,
        days: float = 400,
        exercise: Exercise = FRAMES,
        *,
        close: bool = True,
    ) -> EntryId:
        ago.days = days
        entry = services.writing.begin_round(exercise)
        edits = [Edit(key, value) for key, value in (values or ANSWERS).items()]
        services.writing.save(entry, edits, close_revisions=True)
        if close:
            services.writing.close_for_now(entry.id)
        ago.days = 0
        return entry.id

    return make


@pytest.fixture(autouse=True)
def read_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the overview reads beside the main thread comes on screen at once."""

    def run(function, on_done, on_error, _parent) -> None:
        try:
            found = function()
        except LogbookError as error:
            on_error(error)
        else:
            on_done(found)

    monkeypatch.setattr(overview, "background", SimpleNamespace(run=run))


@pytest.fixture
def make_page(context: Context, qtbot) -> MakePage:
    """Terugblik on screen, of this width, that hears of changes as it does in the window."""

    made: list[RevisitPage] = []  # as the window does: it keeps what it shows

    def make(width: int = 1068) -> RevisitPage:
        page = RevisitPage(context)
        made.append(page)
        wishes: list[Wish] = []
        page.navigation_requested.connect(wishes.append)
        page.wishes = wishes
        context.notifier.changed.connect(page.apply_changes)
        qtbot.addWidget(page)
        page.resize(width, 820)
        page.show()
        page.show_overview()
        settle()
        return page

    return make

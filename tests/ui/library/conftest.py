# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""A library made by hand, so that these tests do not hang on the shipped texts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from logbook.core.entry import AnswerKey, EntryId, Value
from logbook.core.exercise import Block, BlockKind, Chapter, Exercise, Field, Prompt
from logbook.core.library import Library, Problem
from logbook.services.writing import Edit
from logbook.ui.context import Context
from logbook.ui.library.library_page import LibraryPage
from tests.builders import make_exercise

WALK = replace(
    make_exercise("lopen"), title="Samen lopen", goal="Merken wie het tempo bepaalt", minutes=1
)
SCALE = Block(
    "plek", BlockKind.SCALE, "Waar stond je?", prompts=(Prompt("a", "Begin", field=Field.SCALE),)
)
CLIENT = replace(
    make_exercise("kijken", order=2),
    title="Kijken naar de cliënt",
    blocks=(SCALE,),
    own=True,
)
TALK = replace(make_exercise("praten", chapter=4), title="Een gesprek")
PROBLEM = Problem("exercises/04-praten/kapot.md", 7, "Deze kop heeft geen id.")


def library(*, problems: tuple[Problem, ...] = ()) -> Library:
    return Library(
        chapters=(
            Chapter(1, "Beginnen", "Waar het *over* gaat.", "Eigen werk"),
            Chapter(4, "Praten", "", "Eigen werk", part="het-gesprek"),
        ),
        exercises={e.id: e for e in (WALK, CLIENT, TALK)},
        problems=problems,
    )


WriteRound = Callable[..., EntryId]


@pytest.fixture
def chapters_context(context: Context, monkeypatch: pytest.MonkeyPatch) -> Context:
    """Two chapters with three exercises, one of them the user's own."""
    monkeypatch.setattr(context.services.content, "_library", library())
    return context


@pytest.fixture
def write_round(chapters_context: Context) -> WriteRound:
    """Write a round: its exercise, what to say, and whether to close it for now."""
    writing = chapters_context.services.writing

    def write(exercise: Exercise, text: str = "iets", *, close: bool = True) -> EntryId:
        entry = writing.begin_round(exercise)
        saved = writing.save(entry, [Edit(AnswerKey("start"), Value(text or "x"))])
        if not text:
            base = saved.heads[AnswerKey("start")]
            writing.save(entry, [Edit(AnswerKey("start"), Value(""), base)])
        if close:
            writing.close_for_now(entry.id)
        return entry.id

    return write


@pytest.fixture
def make_page(chapters_context: Context, qtbot) -> Callable[[], LibraryPage]:
    """A shown page that hears of changes as it does in the window."""

    pages = []

    def make() -> LibraryPage:
        page = LibraryPage(chapters_context)
        pages.append(page)
        qtbot.addWidget(page)
        chapters_context.notifier.changed.connect(page.apply_changes)
        page.resize(1068, 800)
        page.show()
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        page.enter()
        return page

    return make


@pytest.fixture
def extra_context(chapters_context: Context, monkeypatch: pytest.MonkeyPatch) -> Context:
    """The same chapters, and an exercise that belongs to none."""
    made = library()
    extra = replace(
        make_exercise("wegen"), title="Vormen wegen", goal="Kiezen", chapter=None, extra=True
    )
    with_extra = replace(made, exercises={**made.exercises, extra.id: extra})
    monkeypatch.setattr(chapters_context.services.content, "_library", with_extra)
    return chapters_context

# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Entries to share, and the page Delen with what the user does on it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QThreadPool

from logbook.bootstrap import Services
from logbook.core.entry import AnswerKey, EntryId, Value
from logbook.core.exercise import Block, BlockKind, Exercise, Prompt, Sensitivity
from logbook.services.writing import Edit
from logbook.ui.context import Context
from logbook.ui.demo.hands import settle
from logbook.ui.navigation import Wish
from logbook.ui.sharing.share_page import SharePage
from tests.builders import make_exercise

WHO, HOW = AnswerKey("gesprek", "wie"), AnswerKey("gesprek", "hoe")
_TALK = Block(
    "gesprek",
    BlockKind.TEXT,
    "Het gesprek",
    prompts=(Prompt("wie", "Wie zat er?"), Prompt("hoe", "Hoe ging het?")),
)
TALK = replace(make_exercise("gesprek"), title="Een gesprek", blocks=(_TALK,))
HOME = replace(make_exercise("thuis"), title="Thuis", blocks=(_TALK,), sensitivity=Sensitivity.HIGH)
TEXT = "Fatima zat aan tafel. %%Ik schrok.%% Later belde Fatima weer."
OTHER = "Met Fatima ging het **goed**."

Write = Callable[..., EntryId]
MakePage = Callable[..., SharePage]


def wait() -> None:
    """Until what runs beside has answered."""
    for _ in range(3):
        settle()
        QThreadPool.globalInstance().waitForDone(5_000)
    settle()


@pytest.fixture
def write(services: Services) -> Write:
    """Write a round of an exercise."""
    library = services.content.library()
    added = {exercise.id: exercise for exercise in (TALK, HOME)}
    services.content._library = replace(library, exercises={**library.exercises, **added})

    def make(exercise: Exercise = TALK, who: str = TEXT, how: str = OTHER) -> EntryId:
        entry = services.writing.begin_round(exercise)
        edits = [Edit(WHO, Value(who)), Edit(HOW, Value(how))]
        services.writing.save(entry, edits, close_revisions=True)
        services.writing.close_for_now(entry.id)
        return entry.id

    return make


@pytest.fixture
def make_page(context: Context, qtbot) -> MakePage:
    """Delen on screen, with these entries."""
    made: list[SharePage] = []

    def make(*entry_ids: EntryId, width: int = 1068, height: int = 800) -> SharePage:
        page = SharePage(context)
        made.append(page)
        wishes: list[Wish] = []
        page.navigation_requested.connect(wishes.append)
        page.wishes = wishes
        context.notifier.changed.connect(page.apply_changes)
        qtbot.addWidget(page)
        page.resize(width, height)
        page.show()
        if entry_ids:
            page.begin(entry_ids)
        page.enter()
        wait()
        return page

    return make

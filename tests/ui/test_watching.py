# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Own exercises that come, change or go while the window is open."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from logbook.services.changes import Changes
from logbook.ui.context import Context
from logbook.ui.watching import Watcher
from tests.content.builders import exercise_text


@pytest.fixture
def watcher(context: Context, qapp: object) -> Iterator[Watcher]:
    context.services.content.library()
    made = Watcher(context)
    made.start()
    yield made
    made.deleteLater()


@pytest.fixture
def own(context: Context) -> Path:
    return context.services.paths.own_exercises


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def knows(context: Context, exercise_id: str) -> bool:
    return context.services.content.library().exercise(exercise_id) is not None


def test_first_exercise_of_ones_own_is_noticed(
    watcher: Watcher, context: Context, own: Path, qtbot
) -> None:
    with qtbot.waitSignal(context.notifier.changed, timeout=5_000) as told:
        write(own / "hoofdstuk-1" / "van-mij.md", exercise_text("van-mij"))
    assert told.args == [Changes(library=True)]
    qtbot.waitUntil(lambda: knows(context, "van-mij"))


def test_exercise_in_a_new_folder_is_noticed(context: Context, own: Path, qtbot) -> None:
    write(own / "hoofdstuk-1" / "van-mij.md", exercise_text("van-mij"))
    watcher = Watcher(context)
    watcher.start()
    write(own / "hoofdstuk-2" / "ook-van-mij.md", exercise_text("ook-van-mij", chapter=2))
    qtbot.waitUntil(lambda: knows(context, "ook-van-mij"), timeout=5_000)


def test_change_and_removal_are_noticed(context: Context, own: Path, qtbot) -> None:
    file = own / "hoofdstuk-1" / "van-mij.md"
    write(file, exercise_text("van-mij"))
    watcher = Watcher(context)
    watcher.start()
    other = file.with_suffix(".new")
    write(other, exercise_text("van-mij").replace("Een proef", "Anders"))
    other.replace(file)

    def title() -> str:
        found = context.services.content.library().exercise("van-mij")
        return found.title if found else ""

    qtbot.waitUntil(lambda: title() == "Anders", timeout=5_000)
    file.unlink()
    qtbot.waitUntil(lambda: title() == "", timeout=5_000)


def test_writing_in_the_logbook_reads_no_exercises_anew(
    watcher: Watcher, context: Context, qtbot
) -> None:
    library = context.services.content.library()
    with qtbot.assertNotEmitted(context.notifier.changed, wait=900):
        context.services.writing.add_note("Een woord.")
    assert context.services.content.library() is library

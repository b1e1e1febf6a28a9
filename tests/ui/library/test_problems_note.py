# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
from __future__ import annotations

import pytest

from logbook.core.library import Problem
from logbook.ui.library.problems_note import ProblemsNote
from logbook.ui.theme import Theme
from tests.ui.helpers import assert_accessible


@pytest.mark.parametrize(
    ("paths", "words"),
    [
        (["exercises/01-a/een.md", "exercises/01-a/een.md"], "1 oefening kon niet worden geladen"),
        (["een.md", "twee.md"], "2 oefeningen konden niet worden geladen"),
        (["een.md", "exercises/decks/x/deck.md"], "2 bestanden konden niet worden geladen"),
        (["exercises/01-a/chapter.md"], "1 bestand kon niet worden geladen"),
    ],
)
def test_files_are_counted_once_and_called_what_they_are(
    paths: list[str], words: str, theme: Theme, qtbot
) -> None:
    note = ProblemsNote(theme)
    qtbot.addWidget(note)
    note.set_problems([Problem(path, line, "Fout.") for line, path in enumerate(paths)])
    assert note.summary.text() == words
    assert_accessible(note)


def test_a_flood_of_mistakes_is_cut(theme: Theme, qtbot) -> None:
    note = ProblemsNote(theme)
    qtbot.addWidget(note)
    note.set_problems([Problem("een.md", line, "Fout.") for line in range(250)])
    assert note.sentences.text().splitlines()[-1] == "… en nog 150"


def test_it_goes_away_when_all_is_mended(theme: Theme, qtbot) -> None:
    note = ProblemsNote(theme)
    qtbot.addWidget(note)
    note.set_problems([Problem("een.md", 1, "Fout.")])
    note.set_problems([])
    assert note.isHidden()

# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Wishes to go somewhere: frozen values that pages send up and the window carries out."""

from __future__ import annotations

from dataclasses import dataclass

from logbook.core.entry import EntryId


@dataclass(frozen=True, slots=True)
class OpenPage:
    """Go to a rail page: today, exercises, logbook, progress, settings."""

    name: str


@dataclass(frozen=True, slots=True)
class OpenExercise:
    """Write in an exercise: its open round, or a new one when asked or none is open."""

    exercise_id: str
    new_round: bool = False


@dataclass(frozen=True, slots=True)
class OpenEntry:
    """Go on writing in this entry (a round or a free note); reading when it is closed."""

    entry_id: EntryId


@dataclass(frozen=True, slots=True)
class ReadEntry:
    """Show this entry in the Logboek's reading pane."""

    entry_id: EntryId


@dataclass(frozen=True, slots=True)
class NewNote:
    """Begin a free note in the writer."""


@dataclass(frozen=True, slots=True)
class OpenChapter:
    """Show the exercises of a chapter, or its progress page."""

    number: int
    progress: bool = False


@dataclass(frozen=True, slots=True)
class OpenReference:
    """Open a reference page (`models/referentiekader`) beside what is on screen."""

    path: str


@dataclass(frozen=True, slots=True)
class GoBack:
    """Return to the page one came from."""


Wish = (
    OpenPage | OpenExercise | OpenEntry | ReadEntry | NewNote | OpenChapter | OpenReference | GoBack
)

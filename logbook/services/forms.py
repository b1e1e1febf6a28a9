# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Exercises as empty forms, for who writes outside the program; needs no logbook."""

from __future__ import annotations

import difflib

from logbook.core.errors import ExerciseNotFound
from logbook.core.exercise import Exercise
from logbook.core.library import Library
from logbook.formats.answer_form import render_form


def empty_form(exercise: Exercise, library: Library) -> str:
    """The form with every question and no answer."""
    return render_form(exercise, library)


def find_exercise(library: Library, exercise_id: str) -> Exercise:
    """The exercise or template with this id.

    Raises:
        ExerciseNotFound: with the id that looks most like it.
    """
    found = library.exercise(exercise_id)
    if found is None:
        known = [*library.exercises, *library.templates]
        near = difflib.get_close_matches(exercise_id, known, 1)
        near = near or [name for name in known if exercise_id in name]
        raise ExerciseNotFound(exercise_id, near[0] if near else "")
    return found

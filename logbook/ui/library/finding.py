# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Finding exercises by the words in their title, goal and questions, and by form. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from logbook.core.exercise import Exercise
from logbook.core.folding import fold
from logbook.core.progress import ChapterProgress, ExerciseProgress
from logbook.ui.library.forms import Form, forms_of


@dataclass(frozen=True, slots=True)
class Query:
    """What is asked for; words are joined by AND, and each may stand inside a longer word."""

    text: str = ""
    form: Form | None = None

    @property
    def is_empty(self) -> bool:
        """Whether everything passes."""
        return not self.text.strip() and self.form is None


@dataclass(frozen=True, slots=True)
class Match:
    """An exercise that was found. `question` is the one the words stand in, "" when title or goal
    says it.
    """

    progress: ExerciseProgress
    question: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """The exercises that were found in one chapter."""

    chapter: ChapterProgress
    matches: tuple[Match, ...]


def find(chapters: Iterable[ChapterProgress], query: Query) -> tuple[Found, ...]:
    """Every chapter in which something was found, in order."""
    words = fold(query.text).split()
    found = []
    for chapter in chapters:
        matches = tuple(
            match
            for progress in chapter.exercises
            if (match := _match(progress, words, query.form)) is not None
        )
        if matches:
            found.append(Found(chapter, matches))
    return tuple(found)


def _match(progress: ExerciseProgress, words: list[str], form: Form | None) -> Match | None:
    exercise = progress.exercise
    if form is not None and form not in forms_of(exercise):
        return None
    head = fold(f"{exercise.title}\n{exercise.goal}")
    missing = [word for word in words if word not in head]
    if not missing:
        return Match(progress)
    questions = _questions(exercise)
    folded = [fold(question) for question in questions]
    if any(not any(word in text for text in folded) for word in missing):
        return None
    best = max(range(len(folded)), key=lambda n: sum(word in folded[n] for word in missing))
    return Match(progress, questions[best])


def _questions(exercise: Exercise) -> list[str]:
    """Titles of blocks and their questions, each once, in order."""
    found: dict[str, None] = {}
    for block in exercise.blocks:
        found[block.title] = None
        for prompt in block.prompts:
            if prompt.text:
                found[prompt.text] = None
    return list(found)

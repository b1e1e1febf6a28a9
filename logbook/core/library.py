# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Everything that was loaded from the exercise and resource folders, as one value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from logbook.core.exercise import Argument, Card, Chapter, Deck, Exercise, Prompt


#: The conclusion of a chapter, and what changed between two rounds: each has a place of its own.
_OPENED_BY_ITSELF = frozenset({"hoofdstuk-conclusie", "toen-en-nu"})


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """A mistake in a file from an author: where, and a Dutch sentence with what to write instead.

    `line` counts from 1; 0 means the whole file.
    """

    path: str
    line: int
    message: str

    def __str__(self) -> str:
        """`file:line: sentence`, the form authors see; no line when it is about the whole file."""
        place = f"{self.path}:{self.line}" if self.line else self.path
        return f"{place}: {self.message}"


@dataclass(frozen=True, slots=True)
class ReferencePage:
    """A page of `resources/`: `path` is the link target such as `models/referentiekader`.

    Args:
        phases: the questions of a model; empty when it has none.
        arguments: the arguments of a chooser.
    """

    path: str
    id: str
    title: str
    kind: str
    summary: str
    source: str
    status: str
    body: str
    phases: tuple[Prompt, ...] = ()
    arguments: tuple[Argument, ...] = ()


@dataclass(frozen=True, slots=True)
class Library:
    """All content. Exercises are keyed by id; reference pages by path; decks by id."""

    chapters: tuple[Chapter, ...] = ()
    exercises: Mapping[str, Exercise] = field(default_factory=dict)
    templates: Mapping[str, Exercise] = field(default_factory=dict)
    decks: Mapping[str, Deck] = field(default_factory=dict)
    pages: Mapping[str, ReferencePage] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()

    def exercise(self, exercise_id: str | None) -> Exercise | None:
        """The exercise or template with this id, or None."""
        if exercise_id is None:
            return None
        return self.exercises.get(exercise_id) or self.templates.get(exercise_id)

    @property
    def forms(self) -> Mapping[str, Exercise]:
        """The templates to choose from; those that a screen opens by itself are left out."""
        return {i: form for i, form in self.templates.items() if i not in _OPENED_BY_ITSELF}

    def of_chapter(self, number: int) -> tuple[Exercise, ...]:
        """The exercises of a chapter by order, then id; extra ones are not in it."""
        found = [e for e in self.exercises.values() if e.chapter == number and not e.extra]
        return tuple(sorted(found, key=lambda e: (e.order, e.id)))

    @property
    def extras(self) -> tuple[Exercise, ...]:
        """The exercises that belong to no chapter, by order, then id."""
        return tuple(
            sorted((e for e in self.exercises.values() if e.extra), key=lambda e: (e.order, e.id))
        )

    def chapter(self, number: int | None) -> Chapter | None:
        """The chapter with this number, or None."""
        return next((c for c in self.chapters if c.number == number), None)

    def card(self, ref: str) -> Card | None:
        """The card with this `deck/card` reference, or None (also for paper cards)."""
        deck = self.decks.get(ref.partition("/")[0])
        return deck.card(ref) if deck else None

# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Gathers the mistakes in one file while it is read, so that all are told at once."""

from __future__ import annotations

from dataclasses import dataclass, field

from logbook.content.sentences import Mistake
from logbook.core.library import Problem

#: More mistakes than this in one file help nobody.
PROBLEM_LIMIT = 100


@dataclass(slots=True)
class Reporter:
    """The mistakes of one file. `path` is how a person would name the file."""

    path: str
    problems: list[Problem] = field(default_factory=list)

    def add(self, line: int, mistake: Mistake, **facts: object) -> None:
        """Note a mistake at a line (counted from 1; 0 for the whole file)."""
        self.add_sentence(line, mistake.sentence(**facts))

    def add_sentence(self, line: int, sentence: str) -> None:
        """Note a mistake that was worded before."""
        if len(self.problems) < PROBLEM_LIMIT:
            self.problems.append(Problem(self.path, line, sentence))

    def sorted(self) -> tuple[Problem, ...]:
        """What was found, by line, each once."""
        return tuple(sorted(set(self.problems)))

# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Learning goals (leerdoelen): a text of their own with history, open or closed.

Versions follow the rules of revisions (docs/design.md): the same device extends the open one
until a pause of ten minutes, and history follows `parent`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import NewType

from logbook.core.record import GoalRecord

GoalId = NewType("GoalId", str)

#: A goal may have this many characters.
GOAL_LIMIT = 10_000


@dataclass(frozen=True, slots=True)
class Goal:
    """A learning goal as it is now. `head` is the version that holds its text."""

    id: GoalId
    text: str
    created_at: datetime
    closed_at: datetime | None
    head: str

    @property
    def is_open(self) -> bool:
        """Whether the user is still working on it."""
        return self.closed_at is None


@dataclass(frozen=True, slots=True)
class GoalLine:
    """One line of the list: a goal, the entries outside the bin that go with it, and the last.

    `last_at` is the moment the newest of those entries was begun, None without any.
    """

    goal: Goal
    entries: int
    last_at: datetime | None


@dataclass(frozen=True, slots=True)
class GoalVersion:
    """One version of the text of a goal; `parent` is None for the first."""

    id: str
    parent: str | None
    device: str
    at: datetime
    text: str


@dataclass(frozen=True, slots=True)
class RemovedGoal:
    """What deleting a goal took away: all that is needed to put it back."""

    record: GoalRecord

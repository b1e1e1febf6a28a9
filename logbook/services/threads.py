# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The thread (draad) of an exercise: rounds, intentions and how they went, in order of time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from logbook.core.entry import EntryId
from logbook.core.follow_up import IntentionReturn
from logbook.core.practice import Intention
from logbook.core.progress import Round
from logbook.services.intentions import Intentions
from logbook.storage.database import Database
from logbook.storage.entries import EntryStore


class ThreadKind(StrEnum):
    """What happened in a thread."""

    ROUND = "round"
    INTENTION = "intention"
    RETURN = "return"


@dataclass(frozen=True, slots=True)
class ThreadItem:
    """One thing that happened: a round was begun, an intention written, or returned to.

    `round` is there for a round, with its `number` from 1; `intention` for the other two;
    `returned` for a return.
    """

    kind: ThreadKind
    at: datetime
    entry_id: EntryId
    round: Round | None = None
    number: int = 0
    intention: Intention | None = None
    returned: IntentionReturn | None = None


class Threads:
    """Threads of exercises in one open logbook."""

    def __init__(self, database: Database, intentions: Intentions) -> None:
        self._store = EntryStore(database)
        self._intentions = intentions

    def thread(self, exercise_id: str) -> tuple[ThreadItem, ...]:
        """What happened with an exercise, oldest first."""
        items = [
            ThreadItem(ThreadKind.ROUND, each.created_at, each.entry_id, each, number)
            for number, each in enumerate(self._store.rounds(exercise_id), 1)
        ]
        for intention in self._intentions.all(exercise_id=exercise_id):
            entry_id = intention.entry_id
            items.append(
                ThreadItem(
                    ThreadKind.INTENTION, intention.written_at, entry_id, intention=intention
                )
            )
            items += [
                ThreadItem(
                    ThreadKind.RETURN, r.written_at, entry_id, intention=intention, returned=r
                )
                for r in intention.returns
            ]
        return tuple(sorted(items, key=lambda item: (item.at, item.entry_id)))

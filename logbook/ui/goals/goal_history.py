# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The versions of a learning goal in the shape that the history view reads."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from logbook.core.canonical import content_hash
from logbook.core.entry import (
    NOTE_BLOCK,
    Answer,
    AnswerHistory,
    AnswerKey,
    Entry,
    EntryHistory,
    EntryId,
    EntryKind,
    Revision,
    RevisionId,
    Value,
    Wording,
)
from logbook.core.goal import Goal, GoalVersion


def goal_history(goal: Goal, versions: Sequence[GoalVersion]) -> EntryHistory:
    """One answer with a revision for each version."""
    title = QCoreApplication.translate("GoalHistory", "Leerdoel")
    revisions = tuple(
        Revision(
            RevisionId(version.id),
            RevisionId(version.parent) if version.parent else None,
            version.device,
            version.at,
            Value(version.text),
            content_hash(Value(version.text).canonical()),
        )
        for version in versions
    )
    written = next((v.at for v in versions if v.id == goal.head), goal.created_at)
    answer = Answer(
        AnswerKey(NOTE_BLOCK),
        Wording("prose", title, title),
        Value(goal.text),
        RevisionId(goal.head),
        written,
    )
    entry = Entry(EntryId(goal.id), EntryKind.FREE, goal.created_at, answers=(answer,))
    return EntryHistory(entry, (AnswerHistory(answer, revisions),))

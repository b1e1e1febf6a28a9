# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Small values that are kept beside entries: saved searches, places of roles, links."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import NewType

from logbook.core.entry import AnswerKey, EntryId

SearchId = NewType("SearchId", str)

#: A query may have this many characters.
QUERY_LIMIT = 1_000
#: A role that stands for somebody may have this many.
ROLE_LIMIT = 200


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """A query the user gave a name."""

    id: SearchId
    name: str
    query: str
    created_at: datetime


@dataclass(frozen=True, slots=True)
class TracePlace:
    """Where in an entry a role replaced something that could be traced; never what that was.

    Args:
        key: the answer in which it stands.
        at: when it was replaced.
        role: the words that stand there now, such as `een bewoner`.
    """

    key: AnswerKey
    at: datetime
    role: str


@dataclass(frozen=True, slots=True)
class LinkedEntry:
    """An entry that a text links to. `title` is "" and `there` is False when it is gone.

    `binned` says that it is in the bin, `created_at` when it was begun (None when it is gone).
    """

    id: EntryId
    title: str
    there: bool
    binned: bool = False
    created_at: datetime | None = None

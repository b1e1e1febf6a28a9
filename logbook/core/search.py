# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Which entries a list shows: a filter and where the next page begins."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from logbook.core.entry import EntryId, EntryKind, EntryState


@dataclass(frozen=True, slots=True)
class EntryFilter:
    """What a list of entries is limited to; None means no limit.

    `deleted` chooses the bin instead of the logbook. `text` is a query as it is typed
    (`core.query`). `since` (included) and `before` (not included) limit the moment an entry was
    begun. `label` and `goal` are ids; `pinned` asks for pinned entries only.
    """

    chapter: int | None = None
    exercise_id: str | None = None
    kind: EntryKind | None = None
    state: EntryState | None = None
    text: str = ""
    deleted: bool = False
    since: datetime | None = None
    before: datetime | None = None
    label: str | None = None
    goal: str | None = None
    pinned: bool = False


@dataclass(frozen=True, slots=True)
class PageStart:
    """Entries after this one in newest-first order."""

    created_at: datetime
    id: EntryId

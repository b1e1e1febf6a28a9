# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""What a search gives back. Named tuples: `logbook search` must start fast."""

from __future__ import annotations

from logbook.core.light import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from logbook.core.entry import EntryId, EntrySummary
    from logbook.core.snippets import Snippet


class FoundLine(NamedTuple):
    """One entry that was found, as a plain line; `created_at` is ISO 8601 text in UTC."""

    id: EntryId
    created_at: str
    title: str
    snippet: Snippet


class SearchHit(NamedTuple):
    """One entry that was found, with the piece of text that shows why."""

    summary: EntrySummary
    snippet: Snippet


class SearchPage(NamedTuple):
    """One page of hits, newest first.

    `total` is how many there are in all; at least so many when they were not `counted`.
    """

    hits: tuple[SearchHit, ...]
    total: int
    counted: bool = True

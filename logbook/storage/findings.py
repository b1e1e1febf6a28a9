# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""What a check of a logbook can find, and the one way to look at a stored moment."""

from __future__ import annotations

from typing import NamedTuple

from logbook.core.moment import from_text, to_text


class Finding(NamedTuple):
    """One thing that is not as it should be.

    Args:
        code: integrity, foreign-key, trigger, index, unreadable, head, parent, hash, steps,
            document, links, title, goal or label.
        place: id of an entry, revision, label or goal, or a name of SQLite's.
    """

    code: str
    place: str


def check_moments(*moments: str | None) -> None:
    """Raise a ValueError when one is not a moment as this program writes it."""
    for moment in moments:
        if moment is not None and to_text(from_text(moment)) != moment:
            raise ValueError(moment)

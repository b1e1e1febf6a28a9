# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""What follows from the answers of an entry: its title, excerpt, and whether it is filled."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from logbook.core.entry import Answer, EntryKind, first_line, shorten

_EXCERPT = 160


@dataclass(frozen=True, slots=True)
class Derived:
    """What a list shows of an entry."""

    title: str
    excerpt: str
    filled: bool


def derive(kind: EntryKind, exercise_title: str, answers: Sequence[Answer]) -> Derived:
    """Title, excerpt and filled; a free note takes its first line as its title."""
    words = [text for a in answers if (text := a.value.words()).strip()]
    title = exercise_title
    if kind is EntryKind.FREE and not title:
        title = first_line(words[0]) if words else ""
    excerpt = shorten(words[0][:1000], _EXCERPT) if words else ""
    return Derived(title, excerpt, any(not a.value.is_empty for a in answers))

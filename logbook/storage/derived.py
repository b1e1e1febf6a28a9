# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""What follows from the answers of an entry: its title, excerpt, and whether it is filled."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from logbook.core.entry import Answer, EntryKind
from logbook.core.text import first_line, shorten, without_marks

_EXCERPT = 160


@dataclass(frozen=True, slots=True)
class Derived:
    """What a list shows of an entry."""

    title: str
    excerpt: str
    filled: bool


def derive(kind: EntryKind, exercise_title: str, answers: Sequence[Answer]) -> Derived:
    """Title, excerpt and filled; a free note takes its first line as its title.

    The excerpt does not say again what the title says.
    """
    words = [text for a in answers if (text := a.value.words()).strip()]
    title = exercise_title
    beginning = without_marks(words[0][:500]).strip() if words else ""
    if kind is EntryKind.FREE and not title:
        title = first_line(beginning)
        line, _, rest = beginning.partition("\n")
        beginning = rest if title == " ".join(line.split()) else beginning
    filled = any(not a.value.is_empty for a in answers)
    return Derived(title, shorten(beginning, _EXCERPT), filled)

# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""What follows from the answers of an entry: its title, excerpt, and whether it is filled."""

from __future__ import annotations

from logbook.core.constants import FREE
from logbook.core.light import TYPE_CHECKING, NamedTuple
from logbook.core.text import first_line, shorten, without_marks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from logbook.core.said import Said

_EXCERPT = 160


class Derived(NamedTuple):
    """What a list shows of an entry."""

    title: str
    excerpt: str
    filled: bool


def derive(kind: str, exercise_title: str, answers: Sequence[Said]) -> Derived:
    """Title, excerpt and filled; a free note takes its first line as its title.

    The excerpt does not say again what the title says.
    """
    first = next((a.words for a in answers if a.words.strip()), "")
    title = exercise_title
    beginning = without_marks(first[:500]).strip()
    if kind == FREE and not title:
        title = first_line(beginning)
        line, _, rest = beginning.partition("\n")
        beginning = rest if title == " ".join(line.split()) else beginning
    filled = not all(a.empty for a in answers)
    return Derived(title, shorten(beginning, _EXCERPT), filled)

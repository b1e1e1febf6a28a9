# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Labels: a name and one of eight colours that a user gives to entries.

Which hex value a colour has is left to the theme of the window.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NewType

LabelId = NewType("LabelId", str)

#: A name may have this many characters.
NAME_LIMIT = 60


class LabelColour(StrEnum):
    """The colours a label can have, by the name of their token."""

    TEAL = "teal"
    OCHRE = "ochre"
    ROSE = "rose"
    BLUE = "blue"
    GREEN = "green"
    VIOLET = "violet"
    BROWN = "brown"
    GREY = "grey"


@dataclass(frozen=True, slots=True)
class Label:
    """A label as it is now."""

    id: LabelId
    name: str
    colour: LabelColour


@dataclass(frozen=True, slots=True)
class LabelCount:
    """A label and how many entries outside the bin have it."""

    label: Label
    entries: int


@dataclass(frozen=True, slots=True)
class RemovedLabel:
    """What deleting or merging a label took away: all that is needed to put it back.

    Args:
        entries: ids of the entries that had it, the bin included.
        merged_into: the label that took its place, None when it was deleted.
        gained: ids of the entries that got the other label by the merge.
    """

    label: Label
    created_at: datetime
    entries: tuple[str, ...]
    merged_into: LabelId | None = None
    gained: tuple[str, ...] = ()


def tidy_name(name: str) -> str:
    """A name as it is kept: one line, single blanks, no control characters."""
    from logbook.core.text import clean_text  # its patterns take time; summaries need none

    return " ".join(clean_text(name).text.split())


def name_key(name: str) -> str:
    """What two names have in common when they count as the same: NFKC, lower case."""
    from logbook.core.text import normalise

    return " ".join(normalise(tidy_name(name)).split())


def name_order(name: str) -> tuple[str | int, ...]:
    """What names are sorted by: accents and capitals count for nothing, `2` comes before `10`."""
    from logbook.core.folding import fold

    pieces = re.split("([0-9]+)", fold(name_key(name)))
    return tuple(int(piece) if place % 2 else piece for place, piece in enumerate(pieces))


def next_colour(used: tuple[LabelColour, ...]) -> LabelColour:
    """The colour that was used least, the first of them in the order of the palette."""
    return min(LabelColour, key=used.count)

# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Answers as lines of plain text, with the words that screens use."""

from __future__ import annotations

from datetime import date

from logbook import texts
from logbook.core.arrange import Part
from logbook.core.entry import Entry
from logbook.core.exercise import Exercise, ScaleSettings
from logbook.core.library import Library
from logbook.core.plain import Line, Words, item_title, value_lines
from logbook.texts.photos import own_photo
from logbook.ui.widgets.dates import long_day


def _place(number: int, scale: ScaleSettings | None) -> str:
    return texts.scale_place(number, scale.high_number if scale else None)


#: Days as one says them.
SPOKEN = Words(_place, long_day, texts.own_card, own_photo(), texts.STANDARD_OPTIONS)
#: Days as files have them.
WRITTEN = Words(_place, date.isoformat, texts.own_card, own_photo(), texts.STANDARD_OPTIONS)


def lines_of(
    part: Part,
    entry: Entry,
    exercise: Exercise | None,
    library: Library,
    words: Words = SPOKEN,
) -> tuple[Line, ...]:
    """An answer without its prose, one thing a line."""
    return value_lines(part, entry, exercise, library, words)


def title_of(
    item: str, part: Part, entry: Entry, exercise: Exercise | None, library: Library
) -> str:
    """What a chosen card or option is called."""
    return item_title(item, part, entry, exercise, library, SPOKEN)

# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""A note that is begun about a chapter: what of it is known before anything is written."""

from __future__ import annotations

from dataclasses import replace

from logbook.core.entry import AnswerKey, Entry, Value
from logbook.core.exercise import Exercise
from logbook.core.library import Library

#: The block in which a form asks for its chapter.
_WHICH = AnswerKey("chapter")


def about_chapter(
    note: Entry, form: Exercise | None, chapter: int | None, library: Library
) -> tuple[Entry, Exercise | None, dict[AnswerKey, Value]]:
    """The note about this chapter, its form, and what is filled in: which chapter it is.

    Args:
        chapter: None for a note about no chapter, of which nothing is filled in.
    """
    if chapter is None:
        return note, form, {}
    about = replace(note, chapter=chapter)
    if form is None or form.block(_WHICH.block) is None:
        return about, form, {}
    title = next((each.title for each in library.chapters if each.number == chapter), "")
    return about, form, {_WHICH: Value(f"{chapter} {title}".strip())}

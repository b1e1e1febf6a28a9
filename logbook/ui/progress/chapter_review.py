# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Beginning the form with which one looks back at a chapter, with its chapter filled in."""

from __future__ import annotations

from dataclasses import replace

from logbook.core.entry import AnswerKey, EntryId, EntryKind, EntryState, Value
from logbook.core.errors import ExerciseNotFound, LogbookError
from logbook.core.search import EntryFilter
from logbook.services.writing import Edit
from logbook.texts import error_sentence
from logbook.ui.context import Context

_FORM, _WHICH = "hoofdstuk-terugblik", AnswerKey("chapter")


def open_review(context: Context, number: int, title: str) -> EntryId | None:
    """The note in which one looks back at this chapter: the open one, else a new one.

    None when it cannot be begun; then the strip says why.
    """
    services = context.services
    wanted = EntryFilter(number, _FORM, EntryKind.FREE, EntryState.DRAFT)
    try:
        found = services.reading.entries(wanted, limit=1)
        if found:
            return found[0].id
        form = services.content.library().templates.get(_FORM)
        if form is None:
            raise ExerciseNotFound(_FORM)
        note = replace(services.writing.begin_note(form), chapter=number)
        which = Edit(_WHICH, Value(f"{number} {title}"))
        saved = services.writing.save(note, [which], close_revisions=True)
    except LogbookError as error:
        context.messages.show(error_sentence(error), "error")
        return None
    context.notifier.announce(saved.changes)
    return note.id

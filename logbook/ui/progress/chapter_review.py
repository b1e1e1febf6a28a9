# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Where one looks back at a chapter: in the form for it, with its chapter filled in."""

from __future__ import annotations

from logbook.core.entry import EntryKind, EntryState
from logbook.core.errors import LogbookError
from logbook.core.search import EntryFilter
from logbook.texts import error_sentence
from logbook.ui.context import Context
from logbook.ui.navigation import NewNote, OpenEntry, Wish

_FORM = "hoofdstuk-terugblik"


def review_of(context: Context, number: int) -> Wish | None:
    """The note in which one looks back at this chapter: the open one, else a new one.

    Nothing is stored before the first words. None when it cannot be read; then the strip says why.
    """
    wanted = EntryFilter(number, _FORM, EntryKind.FREE, EntryState.DRAFT)
    try:
        found = context.services.reading.entries(wanted, limit=1)
    except LogbookError as error:
        context.messages.show(error_sentence(error), "error")
        return None
    return OpenEntry(found[0].id) if found else NewNote(_FORM, number)

# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Following a link to another entry, which may be gone by now."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from logbook import texts
from logbook.core.entry import EntryId
from logbook.core.errors import EntryNotFound, LogbookError
from logbook.ui.context import Context
from logbook.ui.navigation import ReadEntry, Wish


def wish_to_read(context: Context, entry_id: str) -> Wish | None:
    """The wish to read an entry; None when it is gone, and then the strip says so."""
    try:
        context.services.reading.summary(EntryId(entry_id))
    except EntryNotFound:
        context.messages.show(
            QCoreApplication.translate(
                "Following", "De bijdrage waar dit naar verwijst, is er niet meer."
            )
        )
        return None
    except LogbookError as error:
        context.messages.show(texts.error_sentence(error), "error")
        return None
    return ReadEntry(EntryId(entry_id))

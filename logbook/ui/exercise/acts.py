# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Acts on the entry in the writer: carried out by a service, told to every screen, said aloud."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from logbook import texts
from logbook.core.entry import Entry, EntryId, EntryState
from logbook.core.errors import LogbookError
from logbook.services.changes import Changes
from logbook.ui.context import Context


class EntryActs(QObject):
    """Each act returns whether it was done; why not stands in the strip of the window."""

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._writing = context.services.writing

    def say(self, error: LogbookError) -> None:
        """Put an error in the strip."""
        self._context.messages.show(texts.error_sentence(error), "error")

    def finish_or_reopen(self, entry: Entry) -> bool:
        """Close for now, or open again: whichever this entry allows."""
        if entry.state is EntryState.CLOSED:
            return self._do(lambda: self._writing.reopen(entry.id))
        return self._do(lambda: self._writing.close_for_now(entry.id))

    def skip(self, exercise_id: str, *, skipped: bool) -> bool:
        """Say that an exercise is skipped, or take that back."""
        act = self._writing.skip if skipped else self._writing.unskip
        return self._do(lambda: act(exercise_id))

    def to_bin(self, entry_id: EntryId) -> bool:
        """Put an entry in the bin, with the offer to take it out again."""
        if not self._do(lambda: self._writing.move_to_bin(entry_id)):
            return False
        self.offer_from_bin(entry_id)
        return True

    def offer_from_bin(self, entry_id: EntryId) -> None:
        """Say that an entry lies in the bin, with the way to take it out."""
        self._context.messages.show(
            self.tr("Dit ligt in de prullenbak."),
            "info",
            self.tr("Terugzetten"),
            lambda: self._do(lambda: self._writing.take_from_bin(entry_id)),
        )

    def _do(self, act: Callable[[], Changes]) -> bool:
        try:
            changes = act()
        except LogbookError as error:
            self.say(error)
            return False
        self._context.notifier.announce(changes)
        return True

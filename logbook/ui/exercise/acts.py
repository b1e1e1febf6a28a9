# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Acts on the entry in the writer."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from logbook.core.entry import Entry, EntryId, EntryState
from logbook.ui.acts import Acts
from logbook.ui.context import Context
from logbook.ui.logbook.day_dialog import DayDialog
from logbook.ui.widgets.dates import local_day


class WriterActs(Acts):
    """Each act returns whether it was done; why not stands in the strip of the window."""

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(context, parent)
        self._writing = context.services.writing

    def finish_or_reopen(self, entry: Entry) -> bool:
        """Close for now, or open again: whichever this entry allows."""
        if entry.state is EntryState.CLOSED:
            return self.do(lambda: self._writing.reopen(entry.id))
        return self.do(lambda: self._writing.close_for_now(entry.id))

    def reopen(self, entry_id: EntryId) -> bool:
        """Open an entry that was closed for now."""
        return self.do(lambda: self._writing.reopen(entry_id))

    def pin(self, entry_id: EntryId, *, pinned: bool) -> bool:
        """Pin an entry, or take its pin out."""
        organising = self._context.services.organising
        act = organising.pin if pinned else organising.unpin
        return self.do(lambda: act(entry_id))

    def choose_day(self, entry: Entry, window: QWidget) -> None:
        """Ask which day an entry is about."""
        day = entry.about_date or local_day(entry.created_at)
        choice = DayDialog.ask(day, window)
        if choice is not None:
            self.do(lambda: self._writing.set_about_date(entry.id, choice.day))

    def needs_words(self) -> None:
        """Say that something can be done once there are words."""
        self._context.messages.show(self.tr("Dit kan zodra er iets staat."))

    def skip(self, exercise_id: str, *, skipped: bool) -> bool:
        """Say that an exercise is skipped, or take that back."""
        act = self._writing.skip if skipped else self._writing.unskip
        return self.do(lambda: act(exercise_id))

    def tell(self, sentence: str) -> None:
        """Put a sentence from the column in the strip of the window; "" says nothing."""
        if sentence:
            self._context.messages.show(sentence)

    def copy(self, text: str) -> None:
        """Put the text of an entry on the clipboard."""
        QGuiApplication.clipboard().setText(text)
        self._context.messages.show(self.tr("De tekst staat op het klembord."), "success")

    def to_bin(self, entry_id: EntryId) -> bool:
        """Put an entry in the bin, with the offer to take it out again."""
        if not self.do(lambda: self._writing.move_to_bin(entry_id)):
            return False
        self.offer_from_bin(entry_id)
        return True

    def offer_from_bin(self, entry_id: EntryId) -> None:
        """Say that an entry lies in the bin, with the way to take it out."""
        self._context.messages.show(
            self.tr("Dit ligt in de prullenbak."),
            "info",
            self.tr("Terugzetten"),
            lambda: self.do(lambda: self._writing.take_from_bin(entry_id)),
        )

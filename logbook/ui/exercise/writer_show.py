# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Brings what one sees of the writer in line with what is stored; opening and keeping are not its.

A round that is closed for now shows its own column in place of the one to write in.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from logbook.core.entry import Entry, EntryKind, EntryState
from logbook.core.errors import LogbookError
from logbook.core.exercise import Exercise
from logbook.ui.context import Context
from logbook.ui.exercise.acts import WriterActs
from logbook.ui.exercise.closed_column import ClosedColumn
from logbook.ui.exercise.draft import Draft
from logbook.ui.exercise.rounds import Rounds, following_exercise, rounds_around
from logbook.ui.exercise.writer_view import WriterView


class WriterShow(QObject):
    """Shows one draft in a `WriterView`.

    Signals:
        reopen_requested(): go on with the closed round.
        navigation_requested(Wish): elsewhere, from the closed round.
    """

    reopen_requested = Signal()
    navigation_requested = Signal(object)

    def __init__(
        self, context: Context, view: WriterView, acts: WriterActs, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._view = view
        self._acts = acts
        self._rounds = Rounds()
        self.shown_stored = False

    def show(self, draft: Draft, exercise: Exercise | None, *, just_closed: bool) -> None:
        """Bring bar, panel and column up to date.

        Args:
            just_closed: the user closed it a moment ago, and may want to know what comes next.
        """
        entry = draft.entry
        self.shown_stored = draft.is_stored
        try:
            self._rounds = rounds_around(self._context.services, entry, exercise)
        except LogbookError as error:
            self._acts.say(error)
        # What could not be kept because somebody else closed it stays in view.
        closed = entry.state is EntryState.CLOSED and not draft.pending
        if closed and not self._view.is_closed:
            self._view.show_closed(self._closed_column(entry, exercise, just_closed))
        elif not closed:
            self._view.show_writing()
        bar, panel = self._view.bar, self._view.panel
        bar.show_entry(entry, self._rounds.number, is_stored=draft.is_stored)
        mode = self._context.preferences.settings.step_mode
        bar.show_mode(mode, has_steps=exercise is not None and not closed)
        bar.show_keeping(draft)
        bar.show_pinned(self._is_pinned(entry) if draft.is_stored else False)
        self._view.show_tags(draft.entry_id if draft.is_stored else None)
        note = entry.kind is EntryKind.FREE
        self._view.earlier_thread.show_exercise(entry.exercise_id)
        self._view.remarks.show_exercise(None if note else exercise)
        if self._view.note is not None:
            self._view.note.remarks.show_entry(draft.entry_id if draft.is_stored else None)
        panel.set_earlier(self._rounds.earlier, new_round=closed and not note)
        panel.set_source(entry.source)
        panel.set_skipping(offered=not note and not draft.is_stored, skipped=self._rounds.skipped)
        self._view.show_steps()

    def _is_pinned(self, entry: Entry) -> bool:
        try:
            return self._context.services.reading.summary(entry.id).pinned
        except LogbookError:
            return False  # it is gone; the draft finds out by itself

    def _closed_column(
        self, entry: Entry, exercise: Exercise | None, just_closed: bool
    ) -> ClosedColumn:
        following = None
        if just_closed and entry.kind is EntryKind.EXERCISE:
            following = following_exercise(self._context.services, exercise)
        column = ClosedColumn(
            self._context, entry, following, just_closed=just_closed, parent=self._view
        )
        column.reopen_requested.connect(self.reopen_requested)
        column.navigation_requested.connect(self.navigation_requested)
        return column

# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Where the new answer of Toen en nu is written: the open round, a new one, or a new note."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from logbook.core.entry import EntryId, EntryKind, EntryState
from logbook.ui.context import Context
from logbook.ui.exercise.draft import Draft
from logbook.ui.exercise.save_strip import SaveStrip
from logbook.ui.revisit.looked_at import LookedAt, entry_to_answer_in


class NewAnswer(QObject):
    """The draft of the new answer, from looking back until that is let go.

    Signals:
        value_changed(): something was written or chosen.
        saving_changed(): it was kept, or could not be.
        entry_requested(str): a link in it was followed.
        reopen_requested(): its round was closed elsewhere while words stood here.
    """

    value_changed = Signal()
    saving_changed = Signal()
    entry_requested = Signal(str)
    reopen_requested = Signal()

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._strip = SaveStrip(context.messages, self)
        self._strip.reopen_requested.connect(self.reopen_requested)
        self._begun_here = False
        self.draft: Draft | None = None

    @property
    def is_round(self) -> bool:
        """Whether it is a round of an exercise."""
        return self.draft is not None and self.draft.entry.kind is EntryKind.EXERCISE

    @property
    def stored_id(self) -> EntryId | None:
        """Its entry; None while nothing of it is stored."""
        return self.draft.entry_id if self.draft is not None and self.draft.is_stored else None

    @property
    def began_round(self) -> bool:
        """Whether it is in a round that was begun here and is stored."""
        return self._begun_here and self.is_round and self.stored_id is not None

    def begin(self, shown: LookedAt) -> None:
        """Have a place for it; there is none while the entry looked back at is the open round.

        Raises:
            LogbookError: the logbook cannot be read.
        """
        entry = entry_to_answer_in(self._context.services, shown)
        self._begun_here = entry is not None and not entry.answers
        if entry is None:
            return
        self.draft = draft = Draft(self._context, entry, shown.exercise, self)
        draft.value_changed.connect(self.value_changed)
        draft.saving_changed.connect(self.saving_changed)
        draft.entry_requested.connect(self.entry_requested)
        self._strip.follow(draft)

    def can_go_on(self) -> bool:
        """Whether it can still be written: nobody closed its round or threw it away."""
        draft = self.draft
        if draft is None:
            return False
        left = draft.entry.state is EntryState.CLOSED or draft.entry.deleted_at is not None
        return draft.pending or not (draft.is_stored and left)

    def flush(self) -> bool:
        """Make it durable; whether that went well."""
        return self.draft is None or self.draft.flush(close_revisions=True)

    def end(self) -> None:
        """Let go of it; `flush` first."""
        self._strip.follow(None)
        if self.draft is not None:
            self.draft.stop()
            self.draft.deleteLater()
        self.draft = None

# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Says in the strip of the window that saving fails, and takes that back when it is over."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QObject, Signal, Slot

from logbook import texts
from logbook.core.errors import WRITE, AnswerTooLong, LogbookError, MoveNotAllowed
from logbook.ui.exercise.draft import Draft
from logbook.ui.messages import Messages


class SaveStrip(QObject):
    """Follows one draft at a time. The same trouble is said once, however often it returns.

    Signals:
        reopen_requested(): the entry was closed elsewhere; open it again and keep what is on
            screen.
    """

    reopen_requested = Signal()

    def __init__(self, messages: Messages, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._messages = messages
        self._draft: Draft | None = None
        self._number: int | None = None
        self._said = ""

    def follow(self, draft: Draft | None) -> None:
        """Watch this draft from now on; None watches nothing."""
        self._take_back()
        self._draft = draft
        if draft is not None:
            draft.save_failed.connect(self._on_draft_save_failed)
            draft.saved.connect(self._on_draft_saved)

    def _take_back(self) -> None:
        if self._number is not None:
            self._messages.dismiss(self._number)
        self._number, self._said = None, ""

    @Slot(object)
    def _on_draft_save_failed(self, error: LogbookError) -> None:
        # An answer that is too long is said at its own field.
        if isinstance(error, AnswerTooLong):
            return
        sentence = texts.error_sentence(error)
        if sentence == self._said:
            return
        self._take_back()
        self._said = sentence
        words = self.tr("{sentence} Wat je schreef, staat nog op het scherm.").format(
            sentence=sentence
        )
        if isinstance(error, MoveNotAllowed) and error.move == WRITE:
            caption, act = self.tr("Heropenen en bewaren"), self._reopen
        else:
            caption, act = self.tr("Opnieuw proberen"), self._retry
        self._number = self._messages.show(words, "error", caption, act)

    def _reopen(self) -> None:
        self._said = ""
        self._number = None
        self.reopen_requested.emit()

    def _retry(self) -> None:
        self._said = ""
        self._number = None
        if self._draft is not None:
            self._draft.flush()

    @Slot(object)
    def _on_draft_saved(self, _at: datetime) -> None:
        self._take_back()

# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The ways on from Toen en nu: ready, later, something else, rounds side by side, back."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from logbook.ui.navigation import CompareRounds, GoBack, LookBack, OpenPage, OpenReference
from logbook.ui.revisit.then_now_acts import ThenNowActs

if TYPE_CHECKING:
    from logbook.ui.revisit.then_now import ThenNow


class ThenNowWays(QObject):
    """Carries out what the bar and the columns ask; everything is kept before one leaves.

    Signals:
        wished(Wish): the user wants to go somewhere.
    """

    wished = Signal(object)

    def __init__(self, view: ThenNow, acts: ThenNowActs) -> None:
        super().__init__(view)
        self._view = view
        self._acts = acts
        bar, columns = view.bar, view.columns
        bar.back_requested.connect(self._on_back_requested)
        bar.finish_requested.connect(self._on_finish_requested)
        bar.later_chosen.connect(self._on_later_chosen)
        bar.other_requested.connect(self._on_other_requested)
        columns.compare_requested.connect(self._on_compare_requested)
        columns.close_requested.connect(self._on_close_requested)
        columns.reference_requested.connect(self._on_reference_requested)
        columns.entry_requested.connect(self.to_entry)
        view.change.entry_requested.connect(self.to_entry)
        view.answer.entry_requested.connect(self.to_entry)

    @Slot(str)
    def to_entry(self, entry_id: str) -> None:
        """Read an entry that a link leads to."""
        wish = self._acts.wish_to_read(entry_id)
        if wish is not None and self._view.flush():
            self.wished.emit(wish)

    @Slot()
    def _on_back_requested(self) -> None:
        if self._view.flush():
            self.wished.emit(GoBack())

    @Slot()
    def _on_finish_requested(self) -> None:
        view = self._view
        if view.entry_id is None or not view.flush():
            return
        done = self._acts.finish(
            view.entry_id,
            view.asked.block_id,
            view.answer.stored_id if view.answer.began_round else None,
            written=bool(view.answer.stored_id or view.change.entry_id),
        )
        if done and view.let_go():
            self.wished.emit(OpenPage("revisit"))

    @Slot(object)
    def _on_later_chosen(self, day: date | None) -> None:
        view = self._view
        if view.entry_id is None or not view.flush():
            return
        if self._acts.let_come_later(view.entry_id, view.asked.block_id, day):
            self.wished.emit(OpenPage("revisit"))

    @Slot()
    def _on_other_requested(self) -> None:
        """Something else of long ago; this stays where it is."""
        view = self._view
        if view.entry_id is None or not view.flush():
            return
        other = self._acts.random(view.entry_id)
        if other is not None and other.entry_id is not None:
            self.wished.emit(LookBack(other.entry_id, other.block))

    @Slot()
    def _on_compare_requested(self) -> None:
        view = self._view
        draft = view.draft
        if draft is None or draft.exercise is None or not view.flush() or view.entry_id is None:
            return
        chosen = (view.entry_id, draft.entry_id)
        self.wished.emit(CompareRounds(draft.exercise.id, chosen, view.asked.block_id))

    @Slot()
    def _on_close_requested(self) -> None:
        """Close the earlier round for now, so that a new one can begin."""
        view = self._view
        if view.entry_id is None or not self._acts.close_earlier(view.entry_id):
            return
        entry_id, block = view.entry_id, view.asked.block_id
        if view.let_go():
            view.look_back(entry_id, block)

    @Slot(str)
    def _on_reference_requested(self, path: str) -> None:
        self.wished.emit(OpenReference(path))

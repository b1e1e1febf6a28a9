# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The ways out of the writer: each keeps everything, then says where the user wants to go."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot

from logbook.core.entry import Entry, EntryId
from logbook.ui.context import Context
from logbook.ui.exercise.writer_view import WriterView
from logbook.ui.following import wish_to_read
from logbook.ui.navigation import GoBack, OpenChapter, OpenExercise, OpenReference, ReadEntry


class WriterWays(QObject):
    """What bar and panel lead to.

    Args:
        keep: makes what is on screen durable; what cannot be kept stays on screen.

    Signals:
        navigation_requested(Wish): go there.
    """

    navigation_requested = Signal(object)

    def __init__(
        self,
        context: Context,
        view: WriterView,
        keep: Callable[[], bool],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._keep = keep
        self._entry: Entry | None = None
        view.bar.back_requested.connect(self._on_bar_back_requested)
        view.bar.chapter_requested.connect(self._on_bar_chapter_requested)
        view.panel.round_chosen.connect(self._on_panel_round_chosen)
        view.panel.new_round_requested.connect(self._on_panel_new_round_requested)

    def follow(self, entry: Entry) -> None:
        """Lead from this entry."""
        self._entry = entry

    @Slot(str)
    def to_entry(self, entry_id: str) -> None:
        """Another entry, that the text links to."""
        self._keep()
        wish = wish_to_read(self._context, entry_id)
        if wish is not None:
            self.navigation_requested.emit(wish)

    @Slot(str)
    def to_reference(self, path: str) -> None:
        """A reference page beside the text."""
        self.navigation_requested.emit(OpenReference(path))

    @Slot()
    def _on_bar_back_requested(self) -> None:
        self._keep()
        self.navigation_requested.emit(GoBack())

    @Slot()
    def _on_bar_chapter_requested(self) -> None:
        if self._entry is not None and self._entry.chapter is not None:
            self._keep()
            self.navigation_requested.emit(OpenChapter(self._entry.chapter))

    @Slot()
    def _on_panel_new_round_requested(self) -> None:
        if self._entry is not None and self._entry.exercise_id is not None:
            self.navigation_requested.emit(OpenExercise(self._entry.exercise_id, new_round=True))

    @Slot(str)
    def _on_panel_round_chosen(self, entry_id: str) -> None:
        self._keep()
        self.navigation_requested.emit(ReadEntry(EntryId(entry_id)))

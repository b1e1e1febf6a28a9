# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""What the menu of the bar and the panel do to the entry in the writer, which stays on screen."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from logbook.core.entry import EntryId
from logbook.settings import StepMode
from logbook.ui.context import Context
from logbook.ui.exercise.acts import WriterActs
from logbook.ui.exercise.draft import Draft
from logbook.ui.exercise.writer_view import WriterView


class WriterBarActs(QObject):
    """Carries out what bar and panel ask for.

    Args:
        stored: makes sure that what is written is stored and gives its id; None when there is
            nothing to store yet.
        text: everything on screen as Markdown.

    Signals:
        done(): bar and panel may have something else to show.
    """

    done = Signal()

    def __init__(
        self,
        context: Context,
        view: WriterView,
        acts: WriterActs,
        stored: Callable[[], EntryId | None],
        text: Callable[[], str],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._view = view
        self._acts = acts
        self._stored = stored
        self._text = text
        self._window = parent
        self._draft: Draft | None = None
        view.bar.mode_requested.connect(self._on_bar_mode_requested)
        view.bar.copy_requested.connect(self._on_bar_copy_requested)
        view.bar.pin_requested.connect(self._on_bar_pin_requested)
        view.bar.day_requested.connect(self._on_bar_day_requested)
        view.panel.skip_requested.connect(self._on_panel_skip_requested)

    def follow(self, draft: Draft | None) -> None:
        """Act on this draft."""
        self._draft = draft

    @Slot(object)
    def _on_bar_mode_requested(self, mode: StepMode) -> None:
        self._context.preferences.change(step_mode=mode)

    @Slot()
    def _on_bar_copy_requested(self) -> None:
        if self._view.closed is not None:
            self._view.closed.margin.close()  # what it holds is told, and then part of the text
        self._acts.copy(self._text())

    @Slot(bool)
    def _on_bar_pin_requested(self, pinned: bool) -> None:
        entry_id = self._stored()
        if entry_id is None:
            self._view.bar.show_pinned(False)
            self._acts.needs_words()
        elif self._acts.pin(entry_id, pinned=pinned):
            self.done.emit()

    @Slot()
    def _on_bar_day_requested(self) -> None:
        if self._stored() is None or self._draft is None:
            self._acts.needs_words()
        else:
            self._acts.choose_day(self._draft.entry, self._window)

    @Slot(bool)
    def _on_panel_skip_requested(self, skip: bool) -> None:
        if self._draft is not None and self._draft.exercise is not None:
            self._acts.skip(self._draft.exercise.id, skipped=skip)
            self.done.emit()

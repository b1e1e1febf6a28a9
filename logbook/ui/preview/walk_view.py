# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The exercise of a preview: its column, its steps, and a draft whose logbook is in memory.

Keeps what was typed, the step and the place on the page when a newer version comes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QWidget

from logbook.core.exercise import Exercise
from logbook.settings import StepMode
from logbook.ui.context import Context
from logbook.ui.exercise.draft import Draft
from logbook.ui.exercise.side_panel import SidePanel, has_room_beside
from logbook.ui.exercise.step_walker import StepWalker
from logbook.ui.exercise.walk import step_state
from logbook.ui.preview.marked_column import MarkedColumn
from logbook.ui.widgets.empty import EmptyState


class _Stop(NamedTuple):
    """Where someone is in a version of an exercise; `before` are the steps up to there."""

    block_id: str
    prompt_id: str | None
    scroll: int
    before: tuple[str, ...]


class WalkView(QWidget):
    """Column and steps of the last good version; a sentence while there has been none.

    Signals:
        reference_requested(str), notice(str), finish_requested(): from the column.
        mode_changed(StepMode): the steps are walked in another way.
        panel_shown(bool): the steps beside the text came or went.
    """

    reference_requested = Signal(str)
    notice = Signal(str)
    finish_requested = Signal()
    mode_changed = Signal(object)
    panel_shown = Signal(bool)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._mode = context.preferences.settings.step_mode
        self._panel_wanted: bool | None = None
        self._said: Mapping[str, Sequence[str]] = {}
        self.exercise: Exercise | None = None
        self.draft: Draft | None = None
        self.steps: MarkedColumn | None = None
        self._build()
        self._walker = StepWalker(self, self.panel, lambda: self.steps)
        self._connect_signals()

    def announce(self) -> None:
        """Tell how the steps are walked and whether they stand beside the text."""
        self.mode_changed.emit(self._mode)
        self.fit_panel()

    def show_exercise(self, exercise: Exercise, *, anew: bool) -> None:
        """Show this version; what is on screen stays when it is the same.

        Args:
            anew: build it in any case, because something it names is another now.
        """
        if exercise == self.exercise and not anew:
            return
        stop = self._stop()
        self.exercise = exercise
        if self.draft is None:
            entry = self._context.services.writing.begin_round(exercise)
            self.draft = Draft(self._context, entry, exercise, self)
            self.draft.value_changed.connect(self._on_draft_value_changed)
        self.draft.exercise = exercise
        self._build_steps(self.draft, exercise, stop)

    def set_marks(self, said: Mapping[str, Sequence[str]]) -> None:
        """Show sentences above the blocks with these ids."""
        self._said = said
        if self.steps is not None:
            self.steps.set_marks(said)

    def go_to_block(self, block_id: str) -> None:
        """Bring a block into view, when this version has it."""
        known = [block.id for block in self.exercise.steps] if self.exercise is not None else []
        if self.steps is not None and block_id in known:
            self.steps.go_to_block(block_id)

    @Slot()
    def focus_work(self) -> None:
        """Put the keyboard where one goes on."""
        if self.steps is not None:
            self.steps.focus_first_empty()

    def keep_what_is_typed(self) -> None:
        """Put what is on screen in the passing logbook, with the wording it was typed to."""
        if self.draft is not None:
            self.draft.flush(close_revisions=True)

    def stop(self) -> None:
        """The window closes; nothing is kept."""
        if self.draft is not None:
            self.draft.flush()
            self.draft.stop()

    @Slot(object)
    def set_mode(self, mode: StepMode) -> None:
        """Walk the steps in another way; only here."""
        self._mode = mode
        if self.steps is not None:
            self.steps.set_mode(mode)
        self.mode_changed.emit(mode)

    @Slot()
    def toggle_panel(self) -> None:
        """The steps beside the text, or the text alone."""
        self._panel_wanted = self.panel.isHidden()
        self.fit_panel()

    @Slot()
    def fit_panel(self) -> None:
        """The steps give way when the column would become too narrow, unless asked for."""
        roomy = has_room_beside(self._context.theme, self.width())
        shown = roomy if self._panel_wanted is None else self._panel_wanted
        shown = shown and self.exercise is not None
        self.panel.setVisible(shown)
        self.panel_shown.emit(shown)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit_panel()

    # --- building

    def _build(self) -> None:
        theme = self._context.theme
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._center = QStackedWidget(self)
        self.nothing = EmptyState(
            "file-text",
            self.tr("Nog geen voorbeeld"),
            self.tr("Zodra er geen fouten meer in het bestand staan, zie je hier de oefening."),
            theme=theme,
            parent=self._center,
        )
        self._center.addWidget(self.nothing)
        self.panel = SidePanel(theme, self)
        self.panel.set_earlier((), new_round=False)
        self.panel.set_skipping(offered=False, skipped=False)
        row.addWidget(self._center, 1)
        row.addWidget(self.panel)

    def _connect_signals(self) -> None:
        self._context.theme.changed.connect(self.fit_panel)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)

    def _build_steps(self, draft: Draft, exercise: Exercise, stop: _Stop | None) -> None:
        old, self.steps = self.steps, None
        had_keyboard = old is not None and old.isAncestorOf(self.focusWidget() or self)
        steps = MarkedColumn(self._context, draft, exercise, self._center)
        steps.place_changed.connect(self._show_steps)
        steps.reference_requested.connect(self.reference_requested)
        steps.notice.connect(self.notice)
        steps.finish_requested.connect(self.finish_requested)
        steps.set_marks(self._said)
        self.steps = steps
        self._center.addWidget(steps)
        self._center.setCurrentWidget(steps)
        self.panel.set_steps([block.title for block in exercise.steps])
        self.panel.set_source(exercise.source)
        steps.set_mode(self._mode)
        if stop is not None:
            ids = {block.id for block in exercise.steps}
            there = next((each for each in reversed(stop.before) if each in ids), "")
            same = there == stop.block_id
            steps.restore(there, stop.prompt_id if same else None, stop.scroll if same else 0)
        self._show_steps()
        self.fit_panel()
        if old is not None:
            self._walker.let_go()
            self._center.removeWidget(old)
            old.hide()
            old.deleteLater()
        if had_keyboard:
            steps.focus_first_empty()

    def _stop(self) -> _Stop | None:
        steps = self.steps
        if steps is None or self.exercise is None:
            return None
        ids = tuple(block.id for block in self.exercise.steps)
        before = ids[: steps.step_rank + 1]
        return _Stop(steps.block_id, steps.prompt_id, steps.scroll_value(), before)

    # --- slots

    @Slot()
    def _show_steps(self) -> None:
        if self.steps is None or self.draft is None or self.exercise is None:
            return
        values = self.draft.values()
        states = [step_state(block, values) for block in self.exercise.steps]
        self.panel.show_steps(states, self.steps.step_rank)

    @Slot(object)
    def _on_draft_value_changed(self, _key: object) -> None:
        self._show_steps()

    @Slot(QWidget, QWidget)
    def _on_focus_changed(self, _old: QWidget | None, now: QWidget | None) -> None:
        self._walker.watch(now)

# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""What one sees of the writer: bar, column, side panel, focus mode, and the keys between them.

Shows what it is given; keeping, closing and navigating are left to the page.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from logbook.core.entry import EntryId
from logbook.core.exercise import Exercise
from logbook.ui.checking.entry_check import EntryCheck
from logbook.ui.checking.warmup import Warmup
from logbook.ui.context import Context
from logbook.ui.exercise.blocks.tab_order import bring_into_place
from logbook.ui.exercise.closed_column import ClosedColumn
from logbook.ui.exercise.draft import Draft
from logbook.ui.exercise.note_view import NoteView
from logbook.ui.exercise.places import Stop
from logbook.ui.exercise.side_panel import SidePanel, has_room_beside
from logbook.ui.exercise.step_column import StepColumn
from logbook.ui.exercise.step_walker import StepWalker
from logbook.ui.exercise.walk import step_state
from logbook.ui.exercise.writer_bar import WriterBar
from logbook.ui.feedback.round_remarks import RoundRemarks
from logbook.ui.labels.entry_tags import GOAL_KEYS, LABEL_KEYS, EntryTags
from logbook.ui.revisit.come_back import ComeBack
from logbook.ui.revisit.thread_view import ThreadView
from logbook.ui.widgets.buttons import IconButton
from logbook.ui.widgets.shortcuts import add_shortcut

_PANEL_SHOWN = "writer.panel"


class WriterView(QWidget):
    """Bar, column and panel of the writer.

    Args:
        stored: makes sure that what is written is stored and gives its id; None when there is
            nothing to store yet.

    Signals:
        focus_mode_changed(bool): only the column is on screen, or everything again.
        form_requested(): lay the note on screen out in a form.
        navigation_requested(Wish): elsewhere, from the learning goals.
    """

    focus_mode_changed = Signal(bool)
    form_requested = Signal()
    navigation_requested = Signal(object)

    _note_tags: EntryTags | None

    def __init__(
        self,
        context: Context,
        stored: Callable[[], EntryId | None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._stored = stored
        self._draft: Draft | None = None
        self._exercise: Exercise | None = None
        self.steps: StepColumn | None = None
        self.note: NoteView | None = None
        self.closed: ClosedColumn | None = None
        self.in_focus_mode = False
        self._panel_wanted = context.memory.get(_PANEL_SHOWN, True)
        self._panel_forced: bool | None = None
        self._build()
        self.walker = StepWalker(self, self.panel, self._steps_in_view)
        self.check = EntryCheck(context, stored, self)
        self._warmup = Warmup(context, self._is_typing, self)
        self._connect_signals()

    def _steps_in_view(self) -> StepColumn | None:
        return None if self.is_closed else self.steps

    @property
    def is_closed(self) -> bool:
        """Whether a closed round is on screen."""
        return self.closed is not None and self._center.currentWidget() is self.closed

    @property
    def tags(self) -> EntryTags:
        """The labels and learning goals that are on screen: of a note, or in the panel."""
        return self._panel_tags if self._note_tags is None else self._note_tags

    def show_tags(self, entry_id: EntryId | None) -> None:
        """Show what this entry was given, and when it comes back; None is not stored yet."""
        self.tags.show_entry(entry_id)
        self.come_back.show_entry(entry_id)

    @Slot()
    def open_labels(self) -> None:
        """Offer the labels."""
        self.tags.open_labels(self._tags_anchor())

    @Slot()
    def open_goals(self) -> None:
        """Offer the learning goals."""
        self.tags.open_goals(self._tags_anchor())

    def _tags_anchor(self) -> QWidget | None:
        """Where a popover opens while its button is not in view."""
        if self.tags.isVisible():
            return None
        return self.bar.more_button if self.bar.isVisible() else self._leave_focus

    def clear(self) -> None:
        """Take everything off the screen."""
        self._put_closed_away()
        self._note_tags = None
        self.walker.let_go()
        self._draft = self._exercise = None
        self.steps = self.note = self.closed = None
        while (widget := self._center.widget(0)) is not None:
            self._center.removeWidget(widget)
            widget.hide()
            widget.deleteLater()

    def build_writing(self, draft: Draft, exercise: Exercise | None, stop: Stop | None) -> None:
        """Build the column to write in; `stop` is where someone left off."""
        self._draft, self._exercise = draft, exercise
        if exercise is None:
            self.note = NoteView(self._context, draft, self)
            self.note.form_requested.connect(self.form_requested)
            self.note.remarks.wished.connect(self.navigation_requested)
            tags = self._make_tags(self.note)
            self.note.add_tags(tags)
            self._note_tags = tags
            self._place(self.note)
            self.panel.set_steps(())
            return
        self.steps = StepColumn(self._context, draft, exercise, self)
        self.steps.place_changed.connect(self.show_steps)
        self._place(self.steps)
        self.panel.set_steps([block.title for block in exercise.steps])
        self.steps.set_mode(self._context.preferences.settings.step_mode)
        if stop is not None:
            self.steps.restore(stop.block_id, stop.prompt_id, stop.scroll)

    def _place(self, column: QWidget) -> None:
        """Put a column in the middle; made after the panel, but Tab comes to it before."""
        self._center.addWidget(column)
        bring_into_place(self._center, column)

    def show_writing(self) -> None:
        """Put the column to write in on screen."""
        writing = self.steps or self.note
        if writing is not None:
            self._center.setCurrentWidget(writing)
        self._put_closed_away()
        self.fit_panel()

    def show_closed(self, closed: ClosedColumn) -> None:
        """Put a closed round on screen instead; what is to write in stays behind it."""
        self._put_closed_away()
        self.closed = closed
        self._place(closed)
        self._center.setCurrentWidget(closed)
        self.fit_panel()

    def _put_closed_away(self) -> None:
        closed, self.closed = self.closed, None
        if closed is not None:
            closed.put_away()
            self._center.removeWidget(closed)
            closed.deleteLater()

    @Slot()
    def show_steps(self) -> None:
        """Bring the states of the steps up to date."""
        if self._draft is None or self.steps is None or self._exercise is None:
            return
        values = self._draft.values()
        states = [step_state(block, values) for block in self._exercise.steps]
        self.panel.show_steps(states, -1 if self.is_closed else self.steps.step_rank)

    def guide_topic(self) -> str:
        """Which topic of the guide explains what is on screen."""
        steps = self._steps_in_view()
        view = steps.view(steps.block_id) if steps is not None else None
        return view.guide_topic() if view is not None else "writer"

    def focus_work(self) -> None:
        """Put the keyboard where one goes on, when that is on screen."""
        if not self.isVisible():
            return
        if self.closed is not None and self.is_closed:
            self.closed.focus_first()
        elif self.steps is not None:
            self.steps.focus_first_empty()
        elif self.note is not None:
            self.note.focus_field()

    @Slot()
    def toggle_focus_mode(self) -> None:
        """Only the column on screen, or everything again."""
        self.set_focus_mode(not self.in_focus_mode)

    def set_focus_mode(self, on: bool) -> None:
        """Show only the column, or everything."""
        if on == self.in_focus_mode:
            return
        self.in_focus_mode = on
        self.bar.setVisible(not on)
        self._escape.setEnabled(on)
        self._leave_focus.setVisible(on)
        self._leave_focus.raise_()
        self.fit_panel()
        self.focus_mode_changed.emit(on)
        self._place_leave_focus()
        focused = self.focusWidget()
        if focused is None or not self._center.isAncestorOf(focused):
            self.focus_work()

    @Slot()
    def fit_panel(self) -> None:
        """The panel gives way when the column would become too narrow, unless it was asked for."""
        roomy = has_room_beside(self._context.theme, self.width())
        if roomy:
            self._panel_forced = None
        wanted = self._panel_wanted and roomy if self._panel_forced is None else self._panel_forced
        shown = wanted and not self.in_focus_mode and self._exercise is not None
        self.panel.setVisible(shown)
        self.bar.show_panel(shown)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._warmup.begin()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._warmup.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit_panel()
        self._place_leave_focus()

    def _build(self) -> None:
        theme = self._context.theme
        self.bar = WriterBar(theme, self)
        self._center = QStackedWidget(self)
        self.panel = SidePanel(theme, self)
        self._panel_tags = self._make_tags(self.panel)
        self._note_tags = None
        self.panel.add_tags(self._panel_tags)
        self.come_back = ComeBack(self._context, self._stored, self.panel)
        self.remarks = RoundRemarks(self._context, self.panel)
        self.panel.add_remarks(self.remarks)
        self.earlier_thread = ThreadView(self._context, self.panel)
        self.panel.add_coming_back(self.earlier_thread, self.come_back)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.bar)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self._center, 1)
        row.addWidget(self.panel)
        outer.addLayout(row, 1)
        self._leave_focus = IconButton("minimize", self.tr("Focus verlaten (Esc)"), theme, self)
        self._leave_focus.hide()

    def _make_tags(self, parent: QWidget) -> EntryTags:
        made = EntryTags(self._context, self._stored, parent)
        made.navigation_requested.connect(self.navigation_requested)
        return made

    def _is_typing(self) -> bool:
        return self._draft is not None and self._draft.pending

    def _connect_signals(self) -> None:
        self.bar.check_requested.connect(self.check.open)
        self.remarks.wished.connect(self.navigation_requested)
        self.earlier_thread.wished.connect(self.navigation_requested)
        self.come_back.answered.connect(self._on_come_back_answered)
        self.bar.labels_requested.connect(self.open_labels)
        self.bar.goals_requested.connect(self.open_goals)
        add_shortcut(self, LABEL_KEYS, self.open_labels)
        add_shortcut(self, GOAL_KEYS, self.open_goals)
        self.bar.focus_requested.connect(self.toggle_focus_mode)
        self.bar.panel_requested.connect(self._on_bar_panel_requested)
        self._leave_focus.clicked.connect(self.toggle_focus_mode)
        self._context.theme.changed.connect(self.fit_panel)
        self._escape = add_shortcut(self, "Escape", self.toggle_focus_mode)
        self._escape.setEnabled(False)

    @Slot()
    def _on_come_back_answered(self) -> None:
        self.earlier_thread.show_exercise(self._exercise.id if self._exercise is not None else None)

    def _place_leave_focus(self) -> None:
        size = self._leave_focus.sizeHint()
        self._leave_focus.resize(size)
        self._leave_focus.move(self.width() - size.width() - 24, 14)

    @Slot()
    def _on_bar_panel_requested(self) -> None:
        shown = not self.panel.isHidden()
        self._panel_forced = not shown
        self._panel_wanted = not shown
        self._context.memory.set(_PANEL_SHOWN, self._panel_wanted)
        self.fit_panel()

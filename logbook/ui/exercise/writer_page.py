# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Schrijven: one exercise or free note, open to write in or closed for now.

Opens, keeps, closes and bins; what that looks like is left to `WriterView`. Every way out of this
page makes everything durable first.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from logbook.core.entry import Entry, EntryId, EntryKind, EntryState
from logbook.core.errors import ExerciseNotFound, LogbookError
from logbook.core.exercise import Exercise
from logbook.core.progress import ExerciseState
from logbook.services.changes import Changes
from logbook.settings import Settings, StepMode
from logbook.ui.context import Context
from logbook.ui.exercise.acts import WriterActs
from logbook.ui.exercise.closed_column import ClosedColumn
from logbook.ui.exercise.draft import Draft
from logbook.ui.exercise.places import Places
from logbook.ui.exercise.rescue import screen_as_markdown
from logbook.ui.exercise.rounds import Rounds, following_exercise, rounds_around
from logbook.ui.exercise.save_strip import SaveStrip
from logbook.ui.exercise.writer_view import WriterView
from logbook.ui.navigation import (
    GoBack,
    OpenChapter,
    OpenExercise,
    OpenPage,
    OpenReference,
    ReadEntry,
)
from logbook.ui.page import Page


class WriterPage(Page):
    """The writer. Open something with `open_exercise`, `open_entry` or `new_note`.

    Signals:
        focus_mode_changed(bool): only the column should be on screen, or everything again.
    """

    focus_mode_changed = Signal(bool)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.setProperty("role", "page")
        self._draft: Draft | None = None
        self._exercise: Exercise | None = None
        self._rounds = Rounds()
        self._just_closed = False
        self._shown_stored = False
        self._acts = WriterActs(context, self)
        self._places = Places(context.memory)
        self._save_strip = SaveStrip(context.messages, self)
        self.view = WriterView(context, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.view)
        self._connect_signals()

    @property
    def draft(self) -> Draft | None:
        """What is open; None before the first visit."""
        return self._draft

    @property
    def in_focus_mode(self) -> bool:
        """Whether only the column is on screen."""
        return self.view.in_focus_mode

    def guide_topic(self) -> str:
        return self.view.guide_topic()

    def open_exercise(self, exercise_id: str, new_round: bool = False) -> None:
        """Write in an exercise: its open round, else a new one."""
        exercise = self.context.services.content.library().exercise(exercise_id)
        if exercise is None:
            self._acts.say(ExerciseNotFound(exercise_id))
            return
        try:
            entry = self._entry_for(exercise, new_round)
        except LogbookError as error:
            self._acts.say(error)
            return
        self._open(entry, exercise)

    def open_entry(self, entry_id: EntryId) -> None:
        """Go on in a round or note; a closed one is shown with the offer to open it again."""
        try:
            entry = self.context.services.reading.entry(entry_id)
        except LogbookError as error:
            self._acts.say(error)
            return
        if entry.deleted_at is not None:
            self._acts.offer_from_bin(entry_id)
            return
        self._open(entry, self.context.services.content.library().exercise(entry.exercise_id))

    def new_note(self) -> None:
        """Begin a free note."""
        self._open(self.context.services.writing.begin_note(), None)

    def flush(self) -> bool:
        """Make everything on screen durable; whether that went well."""
        if self._draft is None:
            return True
        kept = self._draft.flush(close_revisions=True)
        self._remember_place()
        return kept

    def rescue_text(self) -> str:
        """Everything on screen as Markdown, kept or not; "" when there is nothing."""
        if self._draft is None:
            return ""
        return screen_as_markdown(self._draft, self.context.services.content.library())

    def set_focus_mode(self, on: bool) -> None:
        """Show only the column, or everything."""
        self.view.set_focus_mode(on)

    @Slot()
    def toggle_focus_mode(self) -> None:
        """Only the column on screen, or everything again."""
        self.view.toggle_focus_mode()

    def enter(self) -> None:
        if self._draft is None:
            self.navigation_requested.emit(OpenPage("exercises"))
        self._refresh()
        QTimer.singleShot(0, self, self._focus_work)

    def leave(self) -> None:
        self.set_focus_mode(False)
        self.flush()

    def apply_changes(self, changes: Changes) -> None:
        draft = self._draft
        if draft is None:
            return
        if changes.library and draft.entry.exercise_id is not None:
            self._follow_library(draft)
        if draft.is_telling:
            # Our own words: nothing to show anew but that there is an entry now.
            if not self._shown_stored:
                self._refresh()
            return
        exercise_id = self._exercise.id if self._exercise else None
        if changes.touches(draft.entry_id):
            draft.reload()
            gone = draft.is_gone or draft.entry.deleted_at is not None
            if gone and not draft.pending and not self.isVisible():
                self._let_go()
            self._refresh()
        elif exercise_id in changes.exercises:
            self._refresh()

    def _connect_signals(self) -> None:
        bar, panel = self.view.bar, self.view.panel
        self.view.focus_mode_changed.connect(self.focus_mode_changed)
        bar.back_requested.connect(self._on_bar_back_requested)
        bar.chapter_requested.connect(self._on_chapter_requested)
        bar.finish_requested.connect(self._on_finish_requested)
        bar.mode_requested.connect(self._on_bar_mode_requested)
        bar.copy_requested.connect(self._on_bar_copy_requested)
        bar.delete_requested.connect(self._on_bar_delete_requested)
        panel.round_chosen.connect(self._on_panel_round_chosen)
        panel.new_round_requested.connect(self._on_new_round_requested)
        panel.skip_requested.connect(self._on_panel_skip_requested)
        self.context.preferences.changed.connect(self._on_preferences_changed)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)
            app.applicationStateChanged.connect(self._on_application_state_changed)

    # --- opening and putting away

    def _entry_for(self, exercise: Exercise, new_round: bool) -> Entry:
        services = self.context.services
        draft = self._draft
        if draft is not None and self._exercise is not None and self._exercise.id == exercise.id:
            entry = draft.entry
            if entry.kind is EntryKind.EXERCISE and entry.state is EntryState.DRAFT:
                return entry
        progress = services.reading.exercise_progress(exercise)
        if new_round and progress.state is not ExerciseState.DRAFT:
            return services.writing.begin_round(exercise)
        return services.writing.open_or_begin(exercise)

    def _open(self, entry: Entry, exercise: Exercise | None) -> None:
        draft = self._draft
        if draft is not None and draft.entry_id == entry.id and self._exercise == exercise:
            draft.reload()
            self._refresh()
            return
        if not self._put_away():
            return
        self._exercise = exercise
        self._just_closed = False
        self._draft = draft = Draft(self.context, entry, exercise, self)
        draft.saving_changed.connect(self._on_draft_saving_changed)
        draft.value_changed.connect(self._on_draft_value_changed)
        self._save_strip.follow(draft)
        self._build_writing(draft)
        self._refresh()

    def _put_away(self) -> bool:
        """Keep what is open and take it off the screen; False when it cannot be kept."""
        if self._draft is None:
            return True
        if not self.flush():
            return False
        self._let_go()
        return True

    def _let_go(self) -> None:
        draft, self._draft = self._draft, None
        self._exercise = None
        self._save_strip.follow(None)
        self.view.clear()
        if draft is not None:
            draft.stop()
            draft.deleteLater()

    def _build_writing(self, draft: Draft) -> None:
        self.view.build_writing(draft, self._exercise, self._places.of(draft.entry_id))
        steps = self.view.steps
        if steps is not None:
            steps.place_changed.connect(self._on_steps_place_changed)
            steps.reference_requested.connect(self._on_steps_reference_requested)
            steps.notice.connect(self._on_steps_notice)
            steps.finish_requested.connect(self._on_finish_requested)

    def _follow_library(self, draft: Draft) -> None:
        """An author changed the file: show the exercise as it is now, keep what is written."""
        exercise = self.context.services.content.library().exercise(draft.entry.exercise_id)
        if exercise is None or exercise == self._exercise:
            return
        self.flush()
        self._exercise = draft.exercise = exercise
        self.view.clear()
        self._build_writing(draft)

    def _remember_place(self) -> None:
        steps = self.view.steps
        if self._draft is not None and steps is not None and self._draft.is_stored:
            self._places.keep(
                self._draft.entry_id, steps.block_id, steps.prompt_id, steps.scroll_value()
            )

    # --- showing

    def _refresh(self) -> None:
        """Bring bar, panel and column in line with what is stored now."""
        draft = self._draft
        if draft is None:
            return
        entry = draft.entry
        self._shown_stored = draft.is_stored
        try:
            self._rounds = rounds_around(self.context.services, entry, self._exercise)
        except LogbookError as error:
            self._acts.say(error)
        closed = entry.state is EntryState.CLOSED
        if closed and not self.view.is_closed:
            self.view.show_closed(self._closed_column(entry))
        elif not closed:
            self.view.show_writing()
        bar, panel = self.view.bar, self.view.panel
        bar.show_entry(entry, self._rounds.number, is_stored=draft.is_stored)
        mode = self.context.preferences.settings.step_mode
        bar.show_mode(mode, has_steps=self._exercise is not None and not closed)
        self._on_draft_saving_changed()
        note = entry.kind is EntryKind.FREE
        panel.set_earlier(self._rounds.earlier, new_round=closed and not note)
        panel.set_source(entry.source)
        panel.set_skipping(offered=not note and not draft.is_stored, skipped=self._rounds.skipped)
        self.view.show_steps()

    def _closed_column(self, entry: Entry) -> ClosedColumn:
        following = None
        if self._just_closed and entry.kind is EntryKind.EXERCISE:
            following = following_exercise(self.context.services, self._exercise)
        column = ClosedColumn(
            self.context, entry, following, just_closed=self._just_closed, parent=self.view
        )
        column.reopen_requested.connect(self._on_finish_requested)
        column.navigation_requested.connect(self.navigation_requested)
        return column

    @Slot()
    def _focus_work(self) -> None:
        if self.isVisible():
            self.view.focus_work()

    @Slot()
    def _on_draft_saving_changed(self) -> None:
        if self._draft is not None:
            self.view.bar.show_keeping(self._draft)

    @Slot(object)
    def _on_draft_value_changed(self, _key: object) -> None:
        self.view.show_steps()

    @Slot()
    def _on_steps_place_changed(self) -> None:
        # A change of step ends the versions of what was written in it.
        self.flush()

    @Slot(str)
    def _on_steps_reference_requested(self, path: str) -> None:
        self.navigation_requested.emit(OpenReference(path))

    @Slot(str)
    def _on_steps_notice(self, sentence: str) -> None:
        if sentence:
            self.context.messages.show(sentence)

    @Slot()
    def _on_bar_back_requested(self) -> None:
        self.flush()
        self.navigation_requested.emit(GoBack())

    @Slot()
    def _on_chapter_requested(self) -> None:
        chapter = self._draft.entry.chapter if self._draft is not None else None
        if chapter is not None:
            self.flush()
            self.navigation_requested.emit(OpenChapter(chapter))

    @Slot()
    def _on_finish_requested(self) -> None:
        """Close for now, or open again: whichever this round allows."""
        draft = self._draft
        if draft is None or not self.flush() or not draft.is_stored:
            return
        self._just_closed = draft.entry.state is EntryState.DRAFT
        if self._acts.finish_or_reopen(draft.entry):
            draft.reload()
            self._refresh()
            self.view.focus_work()

    @Slot()
    def _on_new_round_requested(self) -> None:
        if self._exercise is not None:
            self.navigation_requested.emit(OpenExercise(self._exercise.id, new_round=True))

    @Slot(str)
    def _on_panel_round_chosen(self, entry_id: str) -> None:
        self.flush()
        self.navigation_requested.emit(ReadEntry(EntryId(entry_id)))

    @Slot(bool)
    def _on_panel_skip_requested(self, skip: bool) -> None:
        if self._exercise is not None:
            self._acts.skip(self._exercise.id, skipped=skip)
            self._refresh()

    @Slot(object)
    def _on_bar_mode_requested(self, mode: StepMode) -> None:
        self.context.preferences.change(step_mode=mode)

    @Slot(object)
    def _on_preferences_changed(self, settings: Settings) -> None:
        steps = self.view.steps
        if steps is not None and steps.mode is not settings.step_mode:
            steps.set_mode(settings.step_mode)
            self.enter()

    @Slot()
    def _on_bar_copy_requested(self) -> None:
        QGuiApplication.clipboard().setText(self.rescue_text())
        self.context.messages.show(self.tr("De tekst staat op het klembord."), "success")

    @Slot()
    def _on_bar_delete_requested(self) -> None:
        draft = self._draft
        if draft is None or not self.flush() or not draft.is_stored:
            return
        if self._acts.to_bin(draft.entry_id):
            self._let_go()
            self.navigation_requested.emit(GoBack())

    @Slot(QWidget, QWidget)
    def _on_focus_changed(self, old: QWidget | None, new: QWidget | None) -> None:
        self.view.watch(new)
        draft = self._draft
        if draft is not None and draft.pending and old is not None and self.isAncestorOf(old):
            draft.flush()

    @Slot(Qt.ApplicationState)
    def _on_application_state_changed(self, state: Qt.ApplicationState) -> None:
        if state is not Qt.ApplicationState.ApplicationActive:
            self.flush()

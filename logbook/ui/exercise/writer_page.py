# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Schrijven: one exercise or free note, open to write in or closed for now.

Opens, keeps, closes and bins; what that looks like is left to `WriterView`. Every way out of this
page makes everything durable first.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from logbook.core.entry import AnswerKey, Entry, EntryId, EntryKind, EntryState, Value
from logbook.core.errors import ExerciseNotFound
from logbook.core.exercise import Exercise
from logbook.services.changes import Changes
from logbook.settings import Settings
from logbook.ui.context import Context
from logbook.ui.exercise.about_chapter import about_chapter
from logbook.ui.exercise.acts import WriterActs
from logbook.ui.exercise.attention import Attention
from logbook.ui.exercise.draft import Draft
from logbook.ui.exercise.note_forms import NoteForms
from logbook.ui.exercise.places import Places
from logbook.ui.exercise.rescue import screen_as_markdown
from logbook.ui.exercise.rounds import entry_for
from logbook.ui.exercise.save_strip import SaveStrip
from logbook.ui.exercise.writer_bar_acts import WriterBarActs
from logbook.ui.exercise.writer_show import WriterShow
from logbook.ui.exercise.writer_view import WriterView
from logbook.ui.exercise.writer_ways import WriterWays
from logbook.ui.navigation import GoBack, OpenPage, ShareEntries
from logbook.ui.page import Page

_NOTHING: Mapping[AnswerKey, Value] = MappingProxyType({})


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
        self._just_closed = False
        self._acts = WriterActs(context, self)
        self._places = Places(context.memory)
        self._save_strip = SaveStrip(context.messages, self)
        self.view = WriterView(context, self._stored_id, self)
        self._show = WriterShow(context, self.view, self._acts, self)
        self._ways = WriterWays(context, self.view, self.flush, self)
        self._bar_acts = WriterBarActs(
            context, self.view, self._acts, self._stored_id, self.rescue_text, self
        )
        self._attention = Attention(self)
        self._forms = NoteForms(context, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.view)
        self._connect_signals()

    @property
    def draft(self) -> Draft | None:
        """What is open; None before the first visit."""
        return self._draft

    def guide_topic(self) -> str:
        return self.view.guide_topic()

    def open_exercise(self, exercise_id: str, new_round: bool = False) -> None:
        """Write in an exercise: its open round, else a new one."""
        exercise = self.context.services.content.library().exercise(exercise_id)
        if exercise is None:
            self._acts.say(ExerciseNotFound(exercise_id))
            return
        services, draft = self.context.services, self._draft
        entry = self._acts.ask(lambda: entry_for(services, exercise, draft, new_round))
        if entry is not None:
            self._open(entry, exercise)

    def open_entry(self, entry_id: EntryId) -> None:
        """Go on in a round or note; a closed one is shown with the offer to open it again."""
        entry = self._acts.ask(lambda: self.context.services.reading.entry(entry_id))
        if entry is None:
            return
        if entry.deleted_at is not None:
            self._acts.offer_from_bin(entry_id)
            return
        self._open(entry, self.context.services.content.library().exercise(entry.exercise_id))

    def new_note(self, form_id: str = "", chapter: int | None = None) -> None:
        """Begin a free note, in the form with this id when it is there; about this chapter.

        Raises:
            ExerciseNotFound.
        """
        library = self.context.services.content.library()
        form = library.templates.get(form_id)
        if form_id and form is None:
            raise ExerciseNotFound(form_id)
        note = self.context.services.writing.begin_note(form)
        self._open(*about_chapter(note, form, chapter, library))

    def share(self) -> None:
        draft = self._draft
        if draft is not None and self.flush() and draft.is_stored:
            self.navigation_requested.emit(ShareEntries((draft.entry_id,)))
        else:
            super().share()

    @Slot()
    def choose_form(self) -> None:
        """Lay the note on screen out in a form; anything else stays, and a new note begins."""
        draft = self._draft
        plain = draft is not None and draft.entry.kind is EntryKind.FREE and not self.view.is_closed
        if draft is None or not plain or (draft.is_stored and self._exercise is not None):
            super().choose_form()
            return
        if not self.flush():
            return
        wish = self._forms.choose(draft.entry_id if draft.is_stored else None, self)
        if wish is not None:
            self.navigation_requested.emit(wish)

    @Slot()
    def flush(self) -> bool:
        """Make everything on screen durable; whether that went well."""
        if self._draft is None:
            return True
        kept = self._draft.flush(close_revisions=True)
        if self.view.closed is not None:
            kept = self.view.closed.margin.flush() and kept
        kept = self.view.come_back.flush() and kept
        self._remember_place()
        return kept

    def rescue_text(self) -> str:
        """Everything on screen as Markdown, kept or not; "" when there is nothing."""
        if self._draft is None:
            return ""
        text = screen_as_markdown(self._draft, self.context.services.content.library())
        closed = self.view.closed
        note = closed.margin.rescue_text() if closed is not None else ""
        return "\n".join(filter(None, (text, note, self.view.come_back.rescue_text())))

    @Slot()
    def toggle_focus_mode(self) -> None:
        """Only the column on screen, or everything again."""
        self.view.toggle_focus_mode()

    def enter(self) -> None:
        if self._draft is None:
            self.navigation_requested.emit(OpenPage("exercises"))
        self._refresh()
        QTimer.singleShot(0, self.view, self.view.focus_work)

    def leave(self) -> None:
        self.view.set_focus_mode(False)
        self.flush()

    def apply_changes(self, changes: Changes) -> None:
        draft = self._draft
        if draft is None:
            return
        if changes.library and draft.entry.exercise_id is not None:
            self._follow_exercise(draft)
        if draft.is_telling:
            # Our own words: nothing to show anew but that there is an entry now.
            if not self._show.shown_stored:
                self._refresh()
            return
        exercise_id = self._exercise.id if self._exercise else None
        if changes.touches(draft.entry_id):
            draft.reload()
            gone = draft.is_gone or draft.entry.deleted_at is not None
            if gone and not draft.pending and not self.isVisible():
                self._let_go()
            elif draft.entry.exercise_id != exercise_id:
                self._follow_exercise(draft)  # a note was given a form, or lost it
            self._refresh()
        elif exercise_id in changes.exercises:
            self._refresh()

    def _connect_signals(self) -> None:
        bar = self.view.bar
        self.view.focus_mode_changed.connect(self.focus_mode_changed)
        bar.finish_requested.connect(self._on_finish_requested)
        bar.delete_requested.connect(self._on_bar_delete_requested)
        self._bar_acts.done.connect(self._refresh)
        self._save_strip.reopen_requested.connect(self._reopen_to_keep)
        self.context.preferences.changed.connect(self._on_preferences_changed)
        self.view.form_requested.connect(self.choose_form)
        self._show.reopen_requested.connect(self._on_finish_requested)
        for part in (self.view, self._show, self._ways, self._forms):
            part.navigation_requested.connect(self.navigation_requested)
        self._attention.moved.connect(self.view.walker.watch)
        self._attention.field_left.connect(self._on_attention_field_left)
        self._attention.program_left.connect(self.flush)

    # --- opening and putting away

    def _open(
        self, entry: Entry, exercise: Exercise | None, known: Mapping[AnswerKey, Value] = _NOTHING
    ) -> None:
        """Show an entry to write in, with what is known of it before anything is written."""
        draft = self._draft
        if draft is not None and draft.entry_id == entry.id and self._exercise == exercise:
            draft.reload()
            self._refresh()
            return
        if draft is not None:
            if not self.flush():
                return  # what cannot be kept stays on screen
            self._let_go()
        self._exercise = exercise
        self._just_closed = False
        self._draft = draft = Draft(self.context, entry, exercise, self)
        draft.fill_in(known)
        draft.saving_changed.connect(self._on_draft_saving_changed)
        draft.value_changed.connect(self.view.show_steps)
        draft.entry_requested.connect(self._ways.to_entry)
        self._save_strip.follow(draft)
        self._bar_acts.follow(draft)
        self._build_writing(draft)
        self._refresh()

    def _let_go(self) -> None:
        draft, self._draft = self._draft, None
        self._exercise = None
        self._save_strip.follow(None)
        self._bar_acts.follow(None)
        self.view.clear()
        if draft is not None:
            draft.stop()
            draft.deleteLater()

    def _build_writing(self, draft: Draft) -> None:
        self.view.build_writing(draft, self._exercise, self._places.of(draft.entry_id))
        steps = self.view.steps
        if steps is not None:
            # A change of step ends the versions of what was written in it.
            steps.place_changed.connect(self.flush)
            steps.reference_requested.connect(self._ways.to_reference)
            steps.notice.connect(self._acts.tell)
            steps.finish_requested.connect(self._on_finish_requested)

    def _follow_exercise(self, draft: Draft) -> None:
        """Another form, or an author changed the file: show that, keep what is written."""
        exercise_id = draft.entry.exercise_id
        exercise = self.context.services.content.library().exercise(exercise_id)
        if exercise == self._exercise or (exercise is None and exercise_id is not None):
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

    @Slot()
    def _refresh(self) -> None:
        """Bring bar, panel and column in line with what is stored now."""
        draft = self._draft
        if draft is None:
            return
        self._ways.follow(draft.entry)
        self._show.show(draft, self._exercise, just_closed=self._just_closed)

    @Slot()
    def _on_draft_saving_changed(self) -> None:
        if self._draft is not None:
            self.view.bar.show_keeping(self._draft)

    @Slot()
    def _on_finish_requested(self) -> None:
        """Close for now, or open again: whichever this round allows."""
        draft = self._draft
        if draft is not None and draft.pending and draft.entry.state is EntryState.CLOSED:
            self._reopen_to_keep()
            return
        if draft is None or not self.flush() or not draft.is_stored:
            return
        self._just_closed = draft.entry.state is EntryState.DRAFT
        if self._acts.finish_or_reopen(draft.entry):
            draft.reload()
            self._refresh()
            self.view.focus_work()

    @Slot()
    def _reopen_to_keep(self) -> None:
        """Somebody closed the entry while words stood on screen: open it, and keep them."""
        draft = self._draft
        if draft is None or not self._acts.reopen(draft.entry_id):
            return
        draft.reload()
        draft.flush()
        self._refresh()

    def _stored_id(self) -> EntryId | None:
        """The id of what is on screen once that is stored; None when nothing is there yet."""
        draft = self._draft
        if draft is None or not self.flush() or not draft.is_stored:
            return None
        return draft.entry_id

    @Slot(object)
    def _on_preferences_changed(self, settings: Settings) -> None:
        steps = self.view.steps
        if steps is not None and steps.mode is not settings.step_mode:
            steps.set_mode(settings.step_mode)
            self.enter()

    @Slot()
    def _on_bar_delete_requested(self) -> None:
        draft = self._draft
        if draft is None or not self.flush() or not draft.is_stored:
            return
        if self._acts.to_bin(draft.entry_id):
            self._let_go()
            self.navigation_requested.emit(GoBack())

    @Slot()
    def _on_attention_field_left(self) -> None:
        if self._draft is not None and self._draft.pending:
            self._draft.flush()

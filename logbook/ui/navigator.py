# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Carries out wishes to go somewhere, and remembers where one came from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal, Slot

from logbook import texts
from logbook.core.entry import EntryKind, EntryState
from logbook.core.errors import ExerciseNotFound, LogbookError
from logbook.ui.history import History, repeatable
from logbook.ui.navigation import (
    AnswerIntention,
    BeginExercise,
    ChooseForm,
    CompareRounds,
    FindEntries,
    GoBack,
    LookBack,
    NewNote,
    OpenChapter,
    OpenDesk,
    OpenEntry,
    OpenExercise,
    OpenFeedback,
    OpenFeedbackFile,
    OpenPage,
    OpenReference,
    OpenWords,
    PreviewExercise,
    ReadEntry,
    ShareEntries,
    ShareRound,
    Wish,
)
from logbook.ui.pages import FEEDBACK, REVISIT, SHARE, WRITER

if TYPE_CHECKING:
    from logbook.ui.context import Context
    from logbook.ui.page_stack import PageStack

HOME = OpenPage("today")


class Navigator(QObject):
    """Brings screens into view.

    Signals:
        arrived(str): the item of the rail that belongs to the place one is at.
        reference_requested(str): show this reference page beside the screen.
        preview_requested(): look at an exercise file in a window of its own.
        beginning_requested(int): begin an exercise file, in this chapter to start with.
    """

    arrived = Signal(str)
    reference_requested = Signal(str)
    preview_requested = Signal()
    beginning_requested = Signal(int)

    def __init__(self, context: Context, stack: PageStack, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._stack = stack
        self.history = History()
        stack.navigation_requested.connect(self.carry_out)

    @Slot(object)
    def carry_out(self, wish: Wish) -> bool:
        """Go where the wish says; False when that cannot be (a message tells why)."""
        if isinstance(wish, GoBack):
            return self.go_back()
        if isinstance(wish, ChooseForm):
            return self._choose_form()
        if isinstance(wish, OpenReference | PreviewExercise | BeginExercise):
            self._pass_on(wish)
            return True
        self.settle()
        place = self._arrive(wish)
        if place is None:
            return False
        self.history.go(repeatable(place))
        self.arrived.emit(self.rail_item(place))
        return True

    def _pass_on(self, wish: OpenReference | PreviewExercise | BeginExercise) -> None:
        """What leaves the screen as it is."""
        match wish:
            case OpenReference(path):
                self.reference_requested.emit(path)
            case PreviewExercise():
                self.preview_requested.emit()
            case BeginExercise(chapter):
                self.beginning_requested.emit(chapter)

    def go_back(self) -> bool:
        """Return to the place before; from the writer to the exercises when there is none."""
        self.settle()
        while (wish := self.history.back()) is not None:
            place = self._arrive(wish)
            if place is not None:
                self.arrived.emit(self.rail_item(place))
                return True
        if self._stack.current_name == WRITER:
            return self.carry_out(OpenPage("exercises"))
        if self._stack.current_name == REVISIT:
            return self.carry_out(OpenPage(REVISIT))
        return False

    def settle(self) -> None:
        """Note which round or note the writer is in: going back must not begin another."""
        if self._stack.current_name != WRITER:
            return
        writer: Any = self._stack.page(WRITER)
        draft = writer.draft
        if draft is not None and draft.is_stored:
            self.history.settle(OpenEntry(draft.entry_id))

    def rail_item(self, place: Wish) -> str:
        """Under which item of the rail a place belongs."""
        match place:
            case OpenPage(name):
                return "logbook" if name == SHARE else name
            case OpenChapter(_, progress):
                return "progress" if progress else "exercises"
            case ReadEntry() | NewNote() | FindEntries():
                return "logbook"
            case LookBack() | CompareRounds() | AnswerIntention() | OpenWords():
                return REVISIT
            case OpenFeedback() | OpenDesk():
                return FEEDBACK
            case OpenEntry(entry_id):
                kind = self._context.services.reading.summary(entry_id).kind
                return "logbook" if kind is EntryKind.FREE else "exercises"
        return "exercises"

    def _choose_form(self) -> bool:
        """Ask for a form and begin a note in it; False when the user changed their mind."""
        from logbook.ui.exercise.form_dialog import FormDialog  # drawing the window needs none

        library, theme = self._context.services.content.library(), self._context.theme
        choice = FormDialog.ask(library, theme, carries_text=False, parent=self._stack)
        if choice is None:
            return False
        return self.carry_out(NewNote(choice.form.id if choice.form else ""))

    def _arrive(self, wish: Wish) -> Wish | None:
        """Carry out a wish; the place where one is now, or None."""
        if self._would_lose_text(wish):
            self._stack.show_page(WRITER)
            return None
        try:
            return self._show(wish)
        except LogbookError as error:
            self._context.messages.show(texts.error_sentence(error), "error")
            return None

    def _show(self, wish: Wish) -> Wish:
        match wish:
            case OpenPage(name):
                self._stack.show_page(name)
                return self._feedback_side() if name == FEEDBACK else wish
            case OpenChapter(number, progress):
                name = "progress" if progress else "exercises"
                self._on_page(name).show_chapter(number)
            case ReadEntry(entry_id):
                self._on_page("logbook").read_entry(entry_id)
            case LookBack() | CompareRounds() | AnswerIntention() | OpenWords():
                return self._look_back(wish)
            case OpenFeedback() | OpenFeedbackFile() | OpenDesk():
                return self._feedback(wish)
            case ShareEntries() | ShareRound():
                return self._share(wish)
            case FindEntries(query):
                bar = self._on_page("logbook").bar
                bar.clear(everything=True)
                bar.set_query(query)
            case OpenEntry(entry_id):
                summary = self._context.services.reading.summary(entry_id)
                if summary.state is EntryState.CLOSED:
                    self._on_page("logbook").read_entry(entry_id)
                    return ReadEntry(entry_id)
                self._in_writer().open_entry(entry_id)
                self._stack.show_page(WRITER)
            case OpenExercise(exercise_id, new_round):
                if self._context.services.content.library().exercise(exercise_id) is None:
                    raise ExerciseNotFound(exercise_id)
                self._in_writer().open_exercise(exercise_id, new_round)
                self._stack.show_page(WRITER)
            case NewNote(form_id, chapter):
                self._in_writer().new_note(form_id, chapter)
                self._stack.show_page(WRITER)
        return wish

    def _look_back(self, wish: Wish) -> Wish:
        """Carry out what the page Terugblik shows."""
        page = self._on_page(REVISIT)
        match wish:
            case LookBack(entry_id, block):
                page.look_back(entry_id, block)
            case CompareRounds(exercise_id, entry_ids, block):
                page.compare(exercise_id, entry_ids, block)
            case AnswerIntention(entry_id, block):
                page.answer_intention(entry_id, block)
                return OpenPage(REVISIT)
            case OpenWords():
                page.show_words()
        return wish

    def _share(self, wish: ShareEntries | ShareRound) -> Wish:
        """Begin to share; what was begun stays there to go back to."""
        page: Any = self._stack.page(SHARE)
        match wish:
            case ShareEntries(entry_ids):
                page.begin(entry_ids)
            case ShareRound(packet_id):
                page.next_round(packet_id)
        self._stack.show_page(SHARE)
        return OpenPage(SHARE)

    def _feedback(self, wish: Wish) -> Wish:
        """Carry out what the page Feedback shows."""
        page = self._on_page(FEEDBACK)
        match wish:
            case OpenFeedback(packet_id):
                page.show_packet(packet_id)
            case OpenFeedbackFile(path):
                page.open_files([path])
                return OpenFeedback()
            case OpenDesk():
                page.show_desk()
                return self._feedback_side()
        return wish

    def _feedback_side(self) -> Wish:
        """Which of the two sides of Feedback is in view."""
        page: Any = self._stack.page(FEEDBACK)
        return OpenDesk() if page.is_at_desk() else OpenFeedback()

    def _on_page(self, name: str) -> Any:
        self._stack.show_page(name)
        return self._stack.page(name)

    def _in_writer(self) -> Any:
        return self._stack.page(WRITER)

    def _would_lose_text(self, wish: Wish) -> bool:
        """Whether the writer holds text that cannot be kept now and would have to make room."""
        if not isinstance(wish, OpenExercise | OpenEntry | NewNote):
            return False
        return self._stack.is_built(WRITER) and not self._stack.page(WRITER).flush()

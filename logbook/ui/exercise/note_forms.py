# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Laying a free note out in a form: ask which, move what was written, offer the way back."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from logbook.core.entry import EntryId
from logbook.core.exercise import Exercise
from logbook.ui.acts import Acts
from logbook.ui.exercise.form_dialog import FormDialog
from logbook.ui.exercise.places import Places
from logbook.ui.navigation import NewNote, OpenEntry, Wish


class NoteForms(Acts):
    """Forms for notes. Keep what is pending before asking it anything.

    Signals:
        navigation_requested(Wish): to the note that a step back leads to.
    """

    navigation_requested = Signal(object)

    def choose(self, note: EntryId | None, parent: QWidget) -> Wish | None:
        """Ask for a form and give it to a note.

        Args:
            note: a stored note without a form; None when nothing is written yet.

        Returns:
            Where to go on writing; None when the user changed their mind or it was refused.
        """
        library = self._context.services.content.library()
        carries_text = note is not None
        choice = FormDialog.ask(
            library, self._context.theme, carries_text=carries_text, parent=parent
        )
        if choice is None:
            return None
        if note is None:
            return NewNote(choice.form.id if choice.form else "")
        if choice.form is None:
            return OpenEntry(note)
        return self._give(note, choice.form)

    def lay_out(self, note: EntryId | None, form_id: str) -> Wish | None:
        """Give this form to a note, or begin one in it.

        Args, Returns: as for `choose`.
        """
        form = self._context.services.content.library().templates.get(form_id)
        if form is None or note is None:
            return NewNote(form.id) if form else None
        return self._give(note, form)

    def _give(self, note: EntryId, form: Exercise) -> Wish | None:
        writing, messages = self._context.services.writing, self._context.messages
        first = form.first_prose
        if first is None:
            said = self.tr("Deze vorm heeft geen open vraag. Je notitie staat in je logboek.")
            messages.show(said, "info", self.tr("Terug naar je notitie"), lambda: self._go_to(note))
            return NewNote(form.id)
        if not self.do(lambda: writing.give_form(note, form)):
            return None
        block, prompt = first
        Places(self._context.memory).keep(note, block.id, prompt.id, 0)
        said = self.tr("Je notitie staat nu bij “{question}”.")
        messages.show(
            said.format(question=prompt.text or block.title),
            "success",
            self.tr("Ongedaan maken"),
            lambda: self._take(note, form),
        )
        return OpenEntry(note)

    def _take(self, note: EntryId, form: Exercise) -> None:
        """The way back: the note as it was, with what was added to it since."""
        self._go_to(note)  # on the way everything on screen is kept
        back = self.gain(lambda: self._context.services.writing.take_form(note, form))
        if back is not None and back != note:
            self._go_to(back)

    def _go_to(self, note: EntryId) -> None:
        self.navigation_requested.emit(OpenEntry(note))

# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The free note of Vandaag: a field that keeps itself while one types."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from logbook.core.entry import NOTE_BLOCK, AnswerKey, EntryId
from logbook.texts import error_sentence
from logbook.ui.widgets.buttons import Button
from logbook.ui.widgets.dates import clock
from logbook.ui.widgets.frames import CardFrame
from logbook.ui.widgets.labels import PlainLabel, set_role

if TYPE_CHECKING:
    from logbook.core.errors import LogbookError
    from logbook.ui.context import Context
    from logbook.ui.editor.answer_field import AnswerField
    from logbook.ui.exercise.draft import Draft

_KEY = AnswerKey(NOTE_BLOCK)


class NoteCard(CardFrame):
    """A new free note; stored from the first keystroke.

    Signals:
        open_requested(EntryId): go on with this note in the writer.
        form_requested(): lay it out in a form.
    """

    open_requested = Signal(object)
    form_requested = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._draft: Draft | None = None
        self._field: AnswerField | None = None
        self.body.addWidget(PlainLabel(self.tr("Vrije notitie"), "small", self))
        self._place = QVBoxLayout()
        self.body.addLayout(self._place)
        # No FlowLayout: it would name Qt's enumerations before the first paint.
        self._chips = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._chips.setSpacing(8)
        self.larger = Button(self.tr("Verder in groot veld"), "chip", parent=self)
        self.larger.clicked.connect(self._on_larger_clicked)
        self.another = Button(self.tr("Nieuwe notitie"), "chip", "plus", parent=self)
        self.another.clicked.connect(self.begin)
        self.form = Button(self.tr("Vorm kiezen"), "chip", parent=self)
        self.form.clicked.connect(self.form_requested)
        self._state = PlainLabel("", "small", self, wrap=True)
        for each in (self.form, self.larger, self.another):
            self._chips.addWidget(each)
        self._chips.addStretch(1)
        self._foot = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._foot.setSpacing(8)
        self._foot.addLayout(self._chips, 1)
        self._foot.addWidget(self._state, 1)
        self.body.addLayout(self._foot)
        self.larger.hide()
        self.another.hide()

    def set_narrow(self, narrow: bool) -> None:
        """Put what is kept below the buttons instead of beside them."""
        direction = QBoxLayout.Direction
        way = direction.TopToBottom if narrow else direction.LeftToRight
        self._foot.setDirection(way)
        self._chips.setDirection(way)

    @property
    def is_begun(self) -> bool:
        """Whether there is a field to write in; the window is drawn before it is made."""
        return self._draft is not None

    @property
    def draft(self) -> Draft:
        """The note being written."""
        if self._draft is None:
            self.begin()
        assert self._draft is not None, "begun above"
        return self._draft

    @Slot()
    def begin(self) -> None:
        """Put an empty note in place of the one that was written; that one is kept."""
        # Not at the top: the editor is made after the first paint, and so is its import.
        from logbook.ui.editor.answer_field import AnswerField
        from logbook.ui.exercise.draft import Draft

        alignment = QtCore.Qt.AlignmentFlag
        self._state.setAlignment(alignment.AlignRight | alignment.AlignVCenter)
        if self._draft is not None and self._field is not None:
            if not self._draft.flush(close_revisions=True):
                return
            self._draft.stop()
            self._field.hide()
            self._field.deleteLater()
            self._draft.deleteLater()
        note = self._context.services.writing.begin_note()
        self._draft = Draft(self._context, note, None, self)
        self._field = AnswerField(
            self._draft,
            _KEY,
            self._context.theme,
            self.tr("Vrije notitie"),
            self.tr("Wat bleef er vandaag hangen?"),
            parent=self,
        )
        set_role(self._field.editor, "bare")
        self._field.editor.set_minimum_lines(4)
        self._place.addWidget(self._field)
        self._field.show()  # a hidden field would not take the keyboard
        self.setFocusProxy(self._field)
        self._draft.saving_changed.connect(self._show_state)
        self._show_state()

    def flush(self) -> bool:
        """Keep what is pending; whether that went well."""
        return self._draft is None or self._draft.flush(close_revisions=True)

    @Slot()
    def _show_state(self) -> None:
        draft = self.draft
        written = draft.is_stored or draft.pending
        self.larger.setVisible(written)
        self.another.setVisible(written)
        failure: LogbookError | None = draft.failure
        if failure is not None:
            self._state.setText(error_sentence(failure))
        elif draft.saved_at is not None and not draft.pending:
            saved = self.tr("Bewaard {clock}, op deze computer en nergens anders")
            self._state.setText(saved.format(clock=clock(draft.saved_at)))
        else:
            self._state.setText(self.tr("Blijft op deze computer, nergens anders"))

    @Slot()
    def _on_larger_clicked(self) -> None:
        if self.flush() and self.draft.is_stored:
            entry_id: EntryId = self.draft.entry_id
            self.begin()
            self.open_requested.emit(entry_id)

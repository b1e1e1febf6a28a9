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
    from collections.abc import Container

    from logbook.core.errors import LogbookError
    from logbook.ui.context import Context
    from logbook.ui.editor.answer_field import AnswerField
    from logbook.ui.exercise.draft import Draft
    from logbook.ui.labels.entry_tags import EntryTags

_KEY = AnswerKey(NOTE_BLOCK)


class NoteCard(CardFrame):
    """A new free note; stored from the first keystroke.

    Signals:
        open_requested(EntryId): go on with this note in the writer.
        form_requested(str): lay it out in this form; "" lets the user choose one.
        navigation_requested(Wish): elsewhere, from the learning goals of the note.
    """

    open_requested = Signal(object)
    form_requested = Signal(str)
    navigation_requested = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._draft: Draft | None = None
        self._field: AnswerField | None = None
        self._tags: EntryTags | None = None
        self._narrow = False
        self.body.addWidget(PlainLabel(self.tr("Vrije notitie"), "small", self))
        self._place = QVBoxLayout()
        self.body.addLayout(self._place)
        self._foot = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._foot.setSpacing(12)
        self.body.addLayout(self._foot)

    def set_narrow(self, narrow: bool) -> None:
        """Put what is kept below the buttons instead of beside them."""
        direction = QBoxLayout.Direction
        self._foot.setDirection(direction.TopToBottom if narrow else direction.LeftToRight)
        self._narrow = narrow
        if self._draft is not None:
            self._align_state()

    def _align_state(self) -> None:
        alignment = QtCore.Qt.AlignmentFlag
        side = alignment.AlignLeft if self._narrow else alignment.AlignRight
        self._state.setAlignment(side | alignment.AlignVCenter)

    def show_forms(self, known: Container[str]) -> None:
        """Offer the forms that are there."""
        for form_id, chip in self.forms.items():
            chip.setVisible(form_id in known)

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
        from logbook.ui.exercise.blocks.tab_order import bring_into_place
        from logbook.ui.exercise.draft import Draft

        if self._draft is None:
            self._build_foot()
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
        self._field.editor.set_minimum_lines(3)
        self._place.addWidget(self._field)
        bring_into_place(self, self._field)
        self._field.show()  # a hidden field would not take the keyboard
        self.setFocusProxy(self._field)
        self._drop_tags()
        self._draft.saving_changed.connect(self._show_state)
        self._show_state()

    def _build_foot(self) -> None:
        """The chips and what is kept; after the first paint, because their layout names Qt."""
        from logbook.ui.widgets.columns import FlowLayout

        chips = QWidget(self)
        flow = FlowLayout(chips, 8)
        self.label = Button(self.tr("+ label"), "chip", "", chips)
        self.label.setAccessibleName(self.tr("Label geven"))
        self.label.clicked.connect(self._on_label_clicked)
        flow.addWidget(self.label)
        self.forms = {
            form_id: Button(caption, "chip", "", chips)
            for form_id, caption in (("starrt", "STARRT"), ("korthagen", "Korthagen"))
        }
        for form_id, chip in self.forms.items():
            chip.setProperty("form", form_id)
            chip.setAccessibleName(self.tr("Vorm {name}").format(name=chip.text()))
            chip.clicked.connect(self._on_form_clicked)
            flow.addWidget(chip)
        self.form = Button(self.tr("Andere vorm …"), "chip", "", chips)
        self.form.setProperty("form", "")
        self.form.clicked.connect(self._on_form_clicked)
        self.larger = Button(self.tr("Verder in groot veld"), "chip", "", chips)
        self.larger.clicked.connect(self._on_larger_clicked)
        self.another = Button(self.tr("Nieuwe notitie"), "chip", "", chips)
        self.another.clicked.connect(self.begin)
        for each in (self.form, self.larger, self.another):
            flow.addWidget(each)
        self._state = PlainLabel("", "small", self, wrap=True)
        self._align_state()
        self._foot.addWidget(chips, 2)
        self._foot.addWidget(self._state, 1)
        chips.show()
        self._state.show()

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

    def _stored(self) -> EntryId | None:
        return self.draft.entry_id if self.flush() and self.draft.is_stored else None

    def _drop_tags(self) -> None:
        tags, self._tags = self._tags, None
        if tags is not None:
            tags.hide()
            tags.deleteLater()
        self.label.show()

    @Slot()
    def _on_label_clicked(self) -> None:
        from logbook.ui.labels.entry_tags import EntryTags  # not every note gets a label

        if self._tags is None:
            self._tags = EntryTags(self._context, self._stored, self)
            self._tags.hide()
            self._tags.navigation_requested.connect(self.navigation_requested)
            self.body.insertWidget(self.body.count() - 1, self._tags)
        self._tags.open_labels(self.label)
        popover = self._tags.label_popover
        if popover is not None:
            popover.changed.connect(
                self._on_labels_changed, QtCore.Qt.ConnectionType.UniqueConnection
            )

    @Slot()
    def _on_labels_changed(self) -> None:
        """From the first label on, the note shows what it was given."""
        if self._tags is not None:
            self._tags.show()
            self.label.hide()

    @Slot()
    def _on_form_clicked(self) -> None:
        self.form_requested.emit(self.sender().property("form"))

    @Slot()
    def _on_larger_clicked(self) -> None:
        if self.flush() and self.draft.is_stored:
            entry_id: EntryId = self.draft.entry_id
            self.begin()
            self.open_requested.emit(entry_id)

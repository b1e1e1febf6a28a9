# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""A free note: the day, and one field as high as the window."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from logbook.core.entry import NOTE_BLOCK, AnswerKey
from logbook.ui.context import Context
from logbook.ui.editor.answer_field import AnswerField
from logbook.ui.exercise.blocks.tab_order import bring_into_place, fields_in
from logbook.ui.exercise.draft import Draft
from logbook.ui.feedback.note_remarks import NoteRemarks
from logbook.ui.widgets.buttons import Button
from logbook.ui.widgets.dates import local_day, long_day
from logbook.ui.widgets.labels import PlainLabel

_WIDTH = 720
_SIDE = 34


class NoteView(QWidget):
    """A free note without steps.

    Signals:
        form_requested(): lay it out in a form.
    """

    form_requested = Signal()

    def __init__(self, context: Context, draft: Draft, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = context.theme
        day = draft.entry.about_date or local_day(draft.entry.created_at)
        words = long_day(day)
        self._day = PlainLabel(words[:1].upper() + words[1:], "muted", self)
        self._layout = QVBoxLayout(self)
        self._layout.setSpacing(12)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self._day, 1)
        self.form_button = Button(self.tr("Vorm kiezen"), "quiet", "list-checks", self)
        self.form_button.setToolTip(self.tr("Vragen bij je notitie (Ctrl+Shift+N)"))
        self.form_button.clicked.connect(self.form_requested)
        head.addWidget(self.form_button)
        self._layout.addLayout(head)
        self.remarks = NoteRemarks(context, self)
        self._layout.addWidget(self.remarks, 0, Qt.AlignmentFlag.AlignLeft)
        self.field = AnswerField(
            draft,
            AnswerKey(NOTE_BLOCK),
            context.theme,
            self.tr("Vrije notitie"),
            self.tr("Schrijf hier wat je bezighoudt. Rollen in plaats van namen."),
            parent=self,
        )
        self.field.editor.set_fills(True)
        self._tags = QVBoxLayout()
        self._layout.addLayout(self._tags)
        self._layout.addWidget(self.field, 1)
        context.theme.changed.connect(self._place)
        self._place()

    def add_tags(self, tags: QWidget) -> None:
        """Show the labels and learning goals of the note here."""
        self._tags.addWidget(tags)
        bring_into_place((fields_in(self.remarks) or [self.form_button])[-1], tags)

    def focus_field(self) -> None:
        """Put the keyboard in the note."""
        self.field.editor.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    @Slot()
    def _place(self) -> None:
        side = max(_SIDE, (self.width() - self._theme.px(_WIDTH)) // 2)
        self._layout.setContentsMargins(side, 28, side, 28)

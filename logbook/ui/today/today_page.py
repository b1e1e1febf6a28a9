# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Vandaag: go on with the last draft, write a free note, or begin with something new."""

from __future__ import annotations

from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from logbook.ui.navigation import OpenEntry, OpenExercise, OpenPage
from logbook.ui.page import Page
from logbook.ui.today.cards import DraftCard, SuggestionsCard
from logbook.ui.today.note_card import NoteCard
from logbook.ui.widgets.columns import ReadingColumn
from logbook.ui.widgets.dates import long_day
from logbook.ui.widgets.labels import PlainLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from logbook.core.entry import EntryId
    from logbook.services.changes import Changes
    from logbook.ui.context import Context
    from logbook.ui.exercise.note_forms import NoteForms

_WIDTH = 972


class TodayPage(Page):
    """The first screen of a day."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._to_begin = False
        self._build()
        self._connect_signals()

    def guide_topic(self) -> str:
        return "today"

    def enter(self) -> None:
        day = long_day(date.today())
        self._day.setText(day[:1].upper() + day[1:])
        note = self.note
        if note.is_begun and note.draft.is_stored and not note.draft.pending:
            note.begin()
        self._fill_draft()
        # The field, and what needs the exercises, come right after this was drawn.
        self._to_begin = True
        self.update()

    def leave(self) -> None:
        self.note.flush()

    def flush(self) -> bool:
        """Keep what is pending; whether that went well."""
        return self.note.flush()

    def rescue_text(self) -> str:
        """What is in the note and not durable yet."""
        if not self.note.is_begun:
            return ""
        draft = self.note.draft
        return "\n\n".join(v.text for v in draft.values().values()) if draft.pending else ""

    def apply_changes(self, changes: Changes) -> None:
        if self.isVisible():
            self._fill()

    @Slot()
    def choose_form(self) -> None:
        """Lay the note below out in a form, or begin one in it; goes on in the writer."""
        note = self.note
        if not note.flush():
            return
        stored = note.is_begun and note.draft.is_stored
        wish = self._forms.choose(note.draft.entry_id if stored else None, self)
        if wish is not None:
            if stored:
                note.begin()
            self.navigation_requested.emit(wish)

    @cached_property
    def _forms(self) -> NoteForms:
        from logbook.ui.exercise.note_forms import NoteForms  # drawing the screen needs none

        made = NoteForms(self.context, self)
        made.navigation_requested.connect(self.navigation_requested)
        return made

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._to_begin:
            self._to_begin = False
            QTimer.singleShot(0, self, self._begin)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _build(self) -> None:
        theme = self.context.theme
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self._column = ReadingColumn(theme, self, _WIDTH, (48, 34))
        outer.addWidget(self._column)
        body = self._column.body
        body.setSpacing(16)
        self._day = PlainLabel("", "display", self._column.column, wrap=True)
        body.addWidget(self._day)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(16)
        self.draft = DraftCard(self._column.column)
        self.suggestions = SuggestionsCard(theme, self._column.column)
        self._row.addWidget(self.draft, 1)
        self._row.addWidget(self.suggestions, 1)
        self.draft.hide()
        body.addSpacing(6)
        body.addLayout(self._row)
        self.note = NoteCard(self.context, self._column.column)
        body.addWidget(self.note)
        body.addStretch(1)

    def _connect_signals(self) -> None:
        self.draft.open_requested.connect(self._on_entry_requested)
        self.note.open_requested.connect(self._on_entry_requested)
        self.note.form_requested.connect(self.choose_form)
        self.suggestions.exercise_requested.connect(self._on_suggestions_exercise_requested)
        self.suggestions.all_requested.connect(self._on_suggestions_all_requested)
        self.context.theme.changed.connect(self._arrange)

    @Slot()
    def _arrange(self) -> None:
        narrow = self.width() < self.context.theme.px(760)
        direction = QBoxLayout.Direction
        self.note.set_narrow(narrow)
        self._row.setDirection(direction.TopToBottom if narrow else direction.LeftToRight)

    @Slot()
    def _begin(self) -> None:
        if not self.note.is_begun:
            self.note.begin()
        self.note.setFocus()
        self._fill()

    @Slot()
    def _fill(self) -> None:
        self._fill_draft()
        reading = self.context.services.reading
        self.suggestions.show_suggestions(reading.suggestions(), reading.chapters())

    def _fill_draft(self) -> None:
        """Show the last draft, but not the note that stands below."""
        draft = self.context.services.reading.last_draft()
        note = self.note
        if draft is not None and note.is_begun and draft.id == note.draft.entry_id:
            draft = None
        if draft is not None:
            number = draft.chapter
            chapter = "" if number is None else self.tr("Hoofdstuk {number}")
            self.draft.show_draft(draft, chapter.format(number=number))
        self.draft.setVisible(draft is not None)

    @Slot(object)
    def _on_entry_requested(self, entry_id: EntryId) -> None:
        self.navigation_requested.emit(OpenEntry(entry_id))

    @Slot(str)
    def _on_suggestions_exercise_requested(self, exercise_id: str) -> None:
        self.navigation_requested.emit(OpenExercise(exercise_id))

    @Slot()
    def _on_suggestions_all_requested(self) -> None:
        self.navigation_requested.emit(OpenPage("exercises"))

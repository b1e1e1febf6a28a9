# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The cards of Vandaag: the last draft and the exercises that could be next."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from logbook import texts
from logbook.ui.widgets.buttons import Button
from logbook.ui.widgets.dates import clock, local_day, long_day
from logbook.ui.widgets.frames import CardFrame
from logbook.ui.widgets.labels import Chip, PlainLabel

if TYPE_CHECKING:
    from logbook.core.entry import EntryId, EntrySummary
    from logbook.core.progress import ChapterProgress, ExerciseProgress
    from logbook.ui.theme import Theme


class DraftCard(CardFrame):
    """The open entry that was written in last.

    Signals:
        open_requested(EntryId): go on writing in it.
    """

    open_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entry_id: EntryId | None = None
        # Words above or beside the button: beside it when the card has a row for itself.
        self._parts = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._parts.setSpacing(8)
        words = QVBoxLayout()
        words.setSpacing(8)
        words.addWidget(Chip(self.tr("Verder schrijven"), "neutral", self))
        self._title = PlainLabel("", "heading", self, wrap=True)
        self._line = PlainLabel("", "muted", self, wrap=True)
        self._excerpt = PlainLabel("", "small", self, wrap=True)
        for label in (self._title, self._line, self._excerpt):
            words.addWidget(label)
        words.addStretch(1)
        self._parts.addLayout(words, 1)
        self.open = Button(self.tr("Ga verder"), "primary", parent=self)
        self.open.clicked.connect(self._on_open_clicked)
        self._foot = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._foot.addWidget(self.open)
        self._foot.addStretch(1)
        self._parts.addLayout(self._foot)
        self.body.addLayout(self._parts)

    def set_wide(self, wide: bool) -> None:
        """Put the button beside the words, or below them."""
        direction = QBoxLayout.Direction
        self._parts.setDirection(direction.LeftToRight if wide else direction.TopToBottom)

    def show_draft(self, draft: EntrySummary, chapter: str, today: date) -> None:
        """Show this entry.

        Args:
            draft: the entry.
            chapter: "Hoofdstuk 1", or "" for a free note.
            today: the local day.
        """
        self._entry_id = draft.id
        title = draft.title or self.tr("Vrije notitie")
        self._title.setText(title)
        day = local_day(draft.written_at)
        when = self.tr("vandaag") if day == today else long_day(day)
        parts = [chapter or self.tr("Vrije notitie")]
        if draft.round is not None and draft.round > 1:
            parts.append(self.tr("ronde {number}").format(number=draft.round))
        parts.append(
            self.tr("{when} {clock} bewaard").format(when=when, clock=clock(draft.written_at))
        )
        self._line.setText(" · ".join(parts))
        same = draft.excerpt.startswith(title.removesuffix("…").rstrip())
        self._excerpt.setText("" if same else draft.excerpt)
        self._excerpt.setVisible(bool(self._excerpt.text()))
        self.open.setAccessibleName(self.tr("Ga verder met {title}").format(title=title))

    @Slot()
    def _on_open_clicked(self) -> None:
        if self._entry_id is not None:
            self.open_requested.emit(self._entry_id)


class SuggestionsCard(CardFrame):
    """At most two exercises that could be next, each with the ring of its chapter.

    Signals:
        exercise_requested(str): begin with this exercise.
        all_requested(): show all exercises.
    """

    exercise_requested = Signal(str)
    all_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._title = PlainLabel(self.tr("Volgende oefeningen"), "strong", self)
        self.body.addWidget(self._title)
        self.body.addSpacing(4)
        self._holder = QWidget(self)
        self._rows = QVBoxLayout(self._holder)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(12)
        self.body.addWidget(self._holder)
        self.body.addStretch(1)
        self.all = Button(self.tr("Alle oefeningen"), "link", parent=self)
        self.all.clicked.connect(self.all_requested)
        self.body.addLayout(_at_left(self.all))

    def show_suggestions(
        self, found: tuple[ExerciseProgress, ...], chapters: tuple[ChapterProgress, ...]
    ) -> None:
        """Show these exercises; a sentence when there is nothing left to begin."""
        from logbook.ui.exercise.blocks.tab_order import set_tab_order  # the editor's package

        while (item := self._rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for progress in found:
            chapter = next(c for c in chapters if progress in c.exercises)
            self._rows.addWidget(self._row(progress, chapter))
        set_tab_order(self._holder, self._holder.findChildren(Button))
        if not found:
            sentence = self.tr("Aan elke oefening ben je begonnen. Een nieuwe ronde kan altijd.")
            self._rows.addWidget(PlainLabel(sentence, "muted", self, wrap=True))

    def _row(self, progress: ExerciseProgress, chapter: ChapterProgress) -> QWidget:
        from logbook.ui.widgets.ring import Ring  # after the first paint: it needs much of Qt

        exercise = progress.exercise
        row = QWidget(self._holder)
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(12)
        ring = Ring(chapter.done, chapter.total, self._theme, parent=row)
        line.addWidget(ring, 0, QtCore.Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(PlainLabel(exercise.title, "strong", row, wrap=True))
        parts = [self.tr("Hoofdstuk {number}").format(number=chapter.chapter.number)]
        if exercise.minutes:
            parts.append(texts.minutes(exercise.minutes))
        words.addWidget(PlainLabel(" · ".join(parts), "small", row, wrap=True))
        line.addLayout(words, 1)
        begin = Button(self.tr("Openen"), parent=row)
        begin.setAccessibleName(self.tr("Open {title}").format(title=exercise.title))
        begin.setProperty("exercise", exercise.id)
        begin.clicked.connect(self._on_begin_clicked)
        line.addWidget(begin, 0, QtCore.Qt.AlignmentFlag.AlignVCenter)
        return row

    @Slot()
    def _on_begin_clicked(self) -> None:
        self.exercise_requested.emit(self.sender().property("exercise"))


def _at_left(widget: QWidget) -> QHBoxLayout:
    """A row with a widget as small as it wants to be."""
    row = QHBoxLayout()
    row.addWidget(widget)
    row.addStretch(1)
    return row

# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The exercises of a chapter below each other, each with its rounds over time."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from logbook.core.entry import EntryId
from logbook.core.progress import ExerciseProgress
from logbook.services.progress_table import state_words
from logbook.ui.navigation import CompareRounds
from logbook.ui.progress.grid_rover import GridRover
from logbook.ui.progress.round_track import RoundTrack, span_of
from logbook.ui.theme import Theme
from logbook.ui.widgets.buttons import Button
from logbook.ui.widgets.labels import PlainLabel

_TITLE_WIDTH = 250


class TimelineRow(QWidget):
    """Title and state of an exercise, beside them its line of time.

    Signals:
        compare_requested(Wish): lay its rounds side by side.
    """

    compare_requested = Signal(object)

    def __init__(
        self,
        progress: ExerciseProgress,
        state: str,
        track: RoundTrack,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._exercise_id = progress.exercise.id
        self.track = track
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._words = QWidget(self)
        column = QVBoxLayout(self._words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        title = progress.exercise.title
        column.addWidget(PlainLabel(title, "strong", self._words, wrap=True))
        column.addWidget(PlainLabel(state, "small", self._words, wrap=True))
        self.compare = Button(self.tr("Rondes naast elkaar"), "link", "", self._words)
        self.compare.setAccessibleName(self.tr("Rondes naast elkaar: {title}").format(title=title))
        self.compare.setVisible(progress.filled_rounds > 1)
        self.compare.clicked.connect(self._on_compare_clicked)
        column.addWidget(self.compare, 0, Qt.AlignmentFlag.AlignLeft)
        self._box.addWidget(self._words)
        track.setParent(self)
        self._box.addWidget(track, 1)

    def set_compact(self, compact: bool) -> None:
        """Put the line below the words when there is little room."""
        down, right = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._box.setDirection(down if compact else right)
        self._box.setSpacing(4 if compact else 20)
        if compact:
            self._words.setMinimumWidth(0)
            self._words.setMaximumWidth(16_777_215)
        else:
            self._words.setFixedWidth(self._theme.px(_TITLE_WIDTH))

    @Slot()
    def _on_compare_clicked(self) -> None:
        self.compare_requested.emit(CompareRounds(self._exercise_id))


class Timeline(QWidget):
    """All exercises of one chapter over the same span of time.

    Signals:
        round_chosen(str): the entry id of the round that was chosen.
        compare_requested(Wish): lay the rounds of an exercise side by side.
    """

    round_chosen = Signal(str)
    compare_requested = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(14)
        self.rows: list[TimelineRow] = []
        self._rover = GridRover(self)
        self.moved = self._rover.moved

    def set_exercises(
        self,
        exercises: Sequence[ExerciseProgress],
        exchanged: frozenset[EntryId],
        today: date,
        due: frozenset[str] = frozenset(),
    ) -> None:
        """Show these exercises up to today; `due` are those that can be looked back at."""
        for row in self.rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        span = span_of(exercises, today)
        self.rows = []
        for progress in exercises:
            track = RoundTrack(progress, span, self._theme)
            track.round_chosen.connect(self.round_chosen)
            state = state_words(progress, exchanged, due)
            row = TimelineRow(progress, state, track, self._theme, self)
            row.compare_requested.connect(self.compare_requested)
            self._column.addWidget(row)
            row.show()  # at once, so that its marks can take the focus
            self.rows.append(row)
        self._rover.set_rows([row.track.marks for row in self.rows])

    def set_compact(self, compact: bool) -> None:
        """Lay out for little room."""
        for row in self.rows:
            row.set_compact(compact)

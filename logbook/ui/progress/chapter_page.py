# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The page of one chapter: counts, rounds over time and intentions. Facts, no verdict."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from logbook import texts
from logbook.core.entry import EntryId
from logbook.core.practice import Intention
from logbook.core.progress import ChapterProgress
from logbook.ui.navigation import OpenChapter, OpenPage, ReadEntry
from logbook.ui.progress.intentions import IntentionList
from logbook.ui.progress.timeline import Timeline
from logbook.ui.theme import Theme
from logbook.ui.widgets.buttons import Button
from logbook.ui.widgets.columns import ReadingColumn
from logbook.ui.widgets.frames import CardFrame
from logbook.ui.widgets.labels import PlainLabel
from logbook.ui.widgets.ring import Ring

_NARROW = 620


class ChapterPage(ReadingColumn):
    """One chapter of Voortgang.

    Signals:
        wished(Wish): back to all chapters, to the exercises, or read a round.
    """

    wished = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent, width=860, margins=(32, 20))
        self._number = 0
        self.body.setSpacing(16)
        self.back_button = Button(self.tr("Alle hoofdstukken"), "link", "arrow-left", self.column)
        self.back_button.setToolTip(self.tr("Terug (Alt+Pijl links)"))
        self.body.addWidget(self.back_button, 0, Qt.AlignmentFlag.AlignLeft)
        self._build_head()
        self.timeline = Timeline(theme, self.column)
        self._no_rounds = PlainLabel(
            self.tr("In dit hoofdstuk is nog niets geschreven."), "muted", self.column, wrap=True
        )
        self._add_card(self.tr("Oefeningen en rondes"), self._no_rounds, self.timeline)
        self.intentions = IntentionList(theme, self.column)
        self._add_card(self.tr("Wat je ging proberen"), self.intentions)
        self.body.addStretch(1)
        self.back_button.clicked.connect(self._on_back_clicked)
        self.exercises_button.clicked.connect(self._on_exercises_clicked)
        self.timeline.round_chosen.connect(self._on_round_chosen)
        self.timeline.moved.connect(self._on_moved)
        self.intentions.round_chosen.connect(self._on_round_chosen)
        theme.changed.connect(self._fit)

    @property
    def number(self) -> int:
        """The chapter in view, 0 before the first."""
        return self._number

    def show_chapter(
        self,
        chapter: ChapterProgress,
        intentions: Sequence[Intention],
        exchanged: frozenset[EntryId],
        today: date,
    ) -> None:
        """Show one chapter as it stands today."""
        about = chapter.chapter
        self._number = about.number
        self._ring.set_count(chapter.done, chapter.total)
        self._title.setText(f"{about.number}\u2002 {about.title}")
        self._facts.setText(facts_of(chapter, exchanged))
        self._no_rounds.setVisible(not any(e.rounds for e in chapter.exercises))
        self.timeline.set_exercises(chapter.exercises, exchanged, today)
        self.intentions.set_intentions(intentions)
        self._fit()

    def focus(self) -> None:
        """Bring the focus to the way back."""
        self.back_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _build_head(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(18)
        self._ring = Ring(0, 0, self._theme, 60, self.column)
        head.addWidget(self._ring, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(4)
        self._title = PlainLabel("", "page-title", self.column, wrap=True)
        self._facts = PlainLabel("", "body", self.column, wrap=True)
        self.exercises_button = Button(self.tr("Naar de oefeningen"), "", "", self.column)
        words.addWidget(self._title)
        words.addWidget(self._facts)
        words.addSpacing(6)
        words.addWidget(self.exercises_button, 0, Qt.AlignmentFlag.AlignLeft)
        head.addLayout(words, 1)
        self.body.addLayout(head)

    def _add_card(self, title: str, *content: QWidget) -> None:
        card = CardFrame(self.column)
        card.body.setSpacing(14)
        card.body.addWidget(PlainLabel(title, "heading", card))
        for widget in content:
            card.body.addWidget(widget)
        self.body.addWidget(card)

    def _fit(self) -> None:
        self.timeline.set_compact(self.viewport().width() < self._theme.px(_NARROW))

    @Slot(QWidget)
    def _on_moved(self, widget: QWidget) -> None:
        self.ensureWidgetVisible(widget)

    @Slot()
    def _on_back_clicked(self) -> None:
        self.wished.emit(OpenPage("progress"))

    @Slot()
    def _on_exercises_clicked(self) -> None:
        self.wished.emit(OpenChapter(self._number))

    @Slot(str)
    def _on_round_chosen(self, entry_id: str) -> None:
        self.wished.emit(ReadEntry(EntryId(entry_id)))


def facts_of(chapter: ChapterProgress, exchanged: frozenset[EntryId]) -> str:
    """`3 van 5 oefeningen gedaan, 6 rondes, 1 keer uitgewisseld`."""
    rounds = sum(progress.filled_rounds for progress in chapter.exercises)
    times = sum(
        item.entry_id in exchanged for progress in chapter.exercises for item in progress.rounds
    )
    parts = [texts.exercises_done(chapter.done, chapter.total)]
    if rounds:
        parts.append(texts.rounds(rounds))
    if times:
        parts.append(texts.times_exchanged(times))
    return ", ".join(parts)

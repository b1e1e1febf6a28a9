# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The page of one chapter: counts, the user's conclusion, rounds over time and intentions.

Facts and own words, no verdict.
"""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from logbook import texts
from logbook.core.entry import EntryId
from logbook.core.errors import LogbookError
from logbook.core.progress import ChapterProgress
from logbook.core.search import EntryFilter
from logbook.ui.context import Context
from logbook.ui.navigation import OpenChapter, OpenPage, ReadEntry, ShareEntries
from logbook.ui.progress.chapter_review import review_of
from logbook.ui.progress.conclusion_card import ConclusionCard
from logbook.ui.progress.facts import Facts
from logbook.ui.progress.look_back_list import LookBackList
from logbook.ui.progress.timeline import Timeline
from logbook.ui.revisit.intention_list import IntentionList
from logbook.ui.widgets.buttons import Button
from logbook.ui.widgets.columns import FlowLayout, ReadingColumn
from logbook.ui.widgets.frames import CardFrame
from logbook.ui.widgets.labels import PlainLabel
from logbook.ui.widgets.ring import Ring

_NARROW = 620
#: So many entries of a chapter can be shared together, the newest.
SHARED_MOST = 100


class ChapterPage(ReadingColumn):
    """One chapter of Voortgang.

    Signals:
        wished(Wish): back to all chapters, to the exercises, or read a round.
    """

    wished = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        theme = context.theme
        super().__init__(theme, parent, width=860, margins=(32, 20))
        self._context = context
        self._number = 0
        self.body.setSpacing(16)
        self.back_button = Button(self.tr("Alle hoofdstukken"), "link", "arrow-left", self.column)
        self.back_button.setToolTip(self.tr("Terug (Alt+Pijl links)"))
        self.body.addWidget(self.back_button, 0, Qt.AlignmentFlag.AlignLeft)
        self._build_head()
        self.conclusion = ConclusionCard(context, self.column)
        self.body.addWidget(self.conclusion)
        self.look_backs = LookBackList(self.column)
        self._look_back_card = self._add_card(self.tr("Terugblik"), self.look_backs)
        self.timeline = Timeline(theme, self.column)
        self._no_rounds = PlainLabel(
            self.tr("In dit hoofdstuk is nog niets geschreven."), "muted", self.column, wrap=True
        )
        self._add_card(self.tr("Oefeningen en rondes"), self._no_rounds, self.timeline)
        nothing = self.tr(
            "Nog geen voornemens. Wat je in een oefening schrijft bij ‘Wat ga je proberen?’, "
            "komt hier te staan."
        )
        self.intentions = IntentionList(context, nothing, parent=self.column)
        self._add_card(self.tr("Wat je ging proberen"), self.intentions)
        self.body.addStretch(1)
        self._connect_signals()

    def _connect_signals(self) -> None:
        self.back_button.clicked.connect(self._on_back_clicked)
        self.exercises_button.clicked.connect(self._on_exercises_clicked)
        self.review_button.clicked.connect(self._on_review_clicked)
        self.share_button.clicked.connect(self.share)
        self.timeline.round_chosen.connect(self._on_round_chosen)
        self.timeline.compare_requested.connect(self.wished)
        self.timeline.moved.connect(self._on_moved)
        self.look_backs.wished.connect(self.wished)
        self.intentions.round_chosen.connect(self._on_round_chosen)
        self.intentions.answered.connect(self._fill_intentions)
        self._theme.changed.connect(self._fit)

    @property
    def number(self) -> int:
        """The chapter in view, 0 before the first."""
        return self._number

    def show_chapter(self, chapter: ChapterProgress, facts: Facts, today: date) -> bool:
        """Show one chapter as it stands today; False when that cannot be read."""
        about = chapter.chapter
        if not self.conclusion.show_chapter(about.number, about.title):
            return False
        self._number = about.number
        self._ring.set_count(chapter.done, chapter.total)
        self._title.setText(f"{about.number}\u2002 {about.title}")
        self._facts.setText(facts_of(chapter, facts.exchanged))
        rounds = any(e.rounds for e in chapter.exercises)
        self._no_rounds.setVisible(not rounds)
        self.share_button.setVisible(rounds)
        self.timeline.set_exercises(chapter.exercises, facts.exchanged, today, facts.due)
        offers = facts.offers_of(chapter)
        services = self._context.services
        self.look_backs.set_offers(offers, services.content.library(), services.today())
        self._look_back_card.setVisible(bool(offers))
        self._fill_intentions()
        self._fit()
        return True

    def flush(self) -> bool:
        """Keep what is being written; whether that went well."""
        kept = self.conclusion.flush()
        return self.intentions.flush() and kept

    def rescue_text(self) -> str:
        """What is on screen and could not be kept."""
        parts = (self.conclusion.rescue_text(), self.intentions.rescue_text())
        return "\n\n".join(filter(None, parts))

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
        buttons = QWidget(self.column)
        flow = FlowLayout(buttons, 10)
        self.exercises_button = Button(self.tr("Naar de oefeningen"), "", "", buttons)
        self.review_button = Button(self.tr("Terugblik op dit hoofdstuk"), "", "", buttons)
        flow.addWidget(self.exercises_button)
        flow.addWidget(self.review_button)
        self.share_button = Button(self.tr("Delen …"), "", "messages-square", buttons)
        self.share_button.setAccessibleName(self.tr("Dit hoofdstuk delen"))
        flow.addWidget(self.share_button)
        words.addWidget(self._title)
        words.addWidget(self._facts)
        words.addSpacing(6)
        words.addWidget(buttons)
        head.addLayout(words, 1)
        self.body.addLayout(head)

    def _add_card(self, title: str, *content: QWidget) -> CardFrame:
        card = CardFrame(self.column)
        card.body.setSpacing(14)
        card.body.addWidget(PlainLabel(title, "heading", card))
        for widget in content:
            card.body.addWidget(widget)
        self.body.addWidget(card)
        return card

    @Slot()
    def _fill_intentions(self) -> None:
        """Show the open ones first, then those that are answered."""
        try:
            found = self._context.services.intentions.all(self._number)
        except LogbookError as error:
            self._context.messages.show(texts.error_sentence(error), "error")
            return
        self.intentions.set_intentions(sorted(found, key=lambda each: not each.is_open))

    @Slot()
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

    @Slot()
    def _on_review_clicked(self) -> None:
        wish = review_of(self._context, self._number)
        if wish is not None:
            self.wished.emit(wish)

    @Slot()
    def share(self) -> None:
        """Choose what of this chapter to share, the oldest first."""
        wanted = EntryFilter(chapter=self._number)
        found = self._context.services.reading.entries(wanted, limit=SHARED_MOST)
        self.wished.emit(ShareEntries(tuple(each.id for each in reversed(found))))

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

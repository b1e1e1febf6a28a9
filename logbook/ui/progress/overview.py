# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The first view of Voortgang: all chapters, and below them the days of the past year."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from logbook import texts
from logbook.core.progress import YearDays
from logbook.ui.exercise.blocks.tab_order import bring_into_place
from logbook.ui.progress.chapter_rows import ChapterRows
from logbook.ui.progress.facts import Facts
from logbook.ui.progress.year_view import YearView
from logbook.ui.theme import Theme
from logbook.ui.widgets.columns import FlowLayout, ReadingColumn
from logbook.ui.widgets.dates import short_month
from logbook.ui.widgets.empty import EmptyState
from logbook.ui.widgets.frames import CardFrame
from logbook.ui.widgets.labels import PlainLabel

_NARROW = 640


class Overview(ReadingColumn):
    """Chapters and year.

    Signals:
        chapter_chosen(int): the user wants to see the page of this chapter.
    """

    chapter_chosen = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent, width=1012, margins=(28, 19))
        self.body.setSpacing(14)
        self._empty = EmptyState(
            "chart-no-axes-column",
            self.tr("Nog geen hoofdstukken"),
            self.tr("Zodra er oefeningen zijn, zie je hier per hoofdstuk wat je hebt gedaan."),
            "",
            theme,
            self.column,
        )
        self.body.addWidget(self._empty)
        self._chapters_card = CardFrame(self.column, margin=10)
        self.rows = ChapterRows(theme, self._chapters_card)
        self._chapters_card.body.addWidget(self.rows)
        self.body.addWidget(self._chapters_card)
        self._goals_place = QWidget(self.column)
        QVBoxLayout(self._goals_place).setContentsMargins(0, 0, 0, 0)
        self.body.addWidget(self._goals_place)
        self.body.addWidget(self._build_year())
        self.body.addStretch(1)
        self.rows.chapter_chosen.connect(self.chapter_chosen)
        self.rows.moved.connect(self._on_moved)
        theme.changed.connect(self._fit)

    def set_facts(self, facts: Facts) -> None:
        """Show these facts."""
        self._empty.setVisible(not facts.chapters)
        self._chapters_card.setVisible(bool(facts.chapters))
        self.rows.set_facts(facts)
        self._span.setText(year_words(facts.year))
        self.year.set_year(facts.year)
        self._fit()

    def add_goals(self, card: QWidget) -> None:
        """Show the learning goals between the chapters and the year."""
        layout = self._goals_place.layout()
        assert layout is not None, "made with a layout"
        layout.addWidget(card)
        bring_into_place(self._goals_place, card)

    def focus(self) -> None:
        """Bring the focus to the chapters."""
        self.rows.focus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _build_year(self) -> CardFrame:
        card = CardFrame(self.column)
        head = QWidget(card)
        flow = FlowLayout(head, spacing=16)
        flow.addWidget(PlainLabel(self.tr("Wanneer je schreef"), "strong", head))
        self._span = PlainLabel("", "small", head)
        flow.addWidget(self._span)
        card.body.addWidget(head)
        self.year = YearView(self._theme, card)
        self.year.day_shown.connect(self._on_day_shown)
        card.body.addWidget(self.year)
        self._day = PlainLabel("", "small", card)
        card.body.addWidget(self._day, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    @Slot()
    def _fit(self) -> None:
        self.rows.set_compact(self.viewport().width() < self._theme.px(_NARROW))

    @Slot(str)
    def _on_day_shown(self, words: str) -> None:
        self._day.setText(words)

    @Slot(QWidget)
    def _on_moved(self, widget: QWidget) -> None:
        self.ensureWidgetVisible(widget, 0, 20)


def year_words(year: YearDays) -> str:
    """`nov 2025 – nov 2026 · 41 dagen`."""
    first, last = short_month(year.first, year=True), short_month(year.last, year=True)
    return f"{first} – {last} · {texts.days(len(year.days))}"

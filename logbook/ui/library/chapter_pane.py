# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The exercises of one chapter, or what was found in all of them, as a column of cards."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from logbook import texts
from logbook.core.progress import ChapterProgress
from logbook.services.rendering import render_html
from logbook.ui.library.exercise_card import ExerciseCard
from logbook.ui.library.extras import EXTRA, shelf_name
from logbook.ui.library.finding import Found, Match
from logbook.ui.theme import Theme
from logbook.ui.widgets.columns import ReadingColumn
from logbook.ui.widgets.empty import EmptyState
from logbook.ui.widgets.labels import PlainLabel
from logbook.ui.widgets.layouts import clear_layout
from logbook.ui.widgets.rich_text import RichText
from logbook.ui.widgets.rover import Rover

#: Below this width (at 100 % text size) the acts of a card stand under its words.
_NARROW = 560
#: So many names and cards are built before anything is shown: more than fit on a screen.
_AT_ONCE = 10


class ChapterPane(ReadingColumn):
    """The right side of the library.

    Signals:
        wished(Wish): something was asked for on a card or in the theme of the chapter.
        skip_requested(str, bool): skip this exercise, or take that back.
        left_behind(): the user wants to go back to the chapters (Left).
        cleared(): the user wants to see everything again.
        link_activated(str): a link in the theme of the chapter.
    """

    wished = Signal(object)
    skip_requested = Signal(str, bool)
    left_behind = Signal()
    cleared = Signal()
    link_activated = Signal(str)

    def __init__(
        self, theme: Theme, today: Callable[[], date], parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, parent, width=760, margins=(32, 26))
        self._today = today
        self.cards: list[ExerciseCard] = []
        self._waiting: list[str | Match] = []
        self._more = QTimer(self, singleShot=True, interval=0)
        self._more.timeout.connect(self._on_more_timeout)
        self._compact = False
        self._shown: tuple[str, ...] = ()
        self._scroll = 0
        self.body.setSpacing(14)
        self._rover = Rover(self, out=(Qt.Key.Key_Left,))
        self._rover.moved.connect(self._on_rover_moved)
        self._rover.left_behind.connect(self.left_behind)

    def show_chapter(self, chapter: ChapterProgress) -> None:
        """Show one chapter with all its exercises."""
        focused = self._clear()
        self._add_head(chapter)
        if not chapter.exercises:
            self._add_empty(
                self.tr("Nog geen oefeningen"),
                self.tr("Bij dit hoofdstuk horen nog geen oefeningen."),
            )
        for progress in chapter.exercises:
            self._add_card(Match(progress))
        self._finish(focused)

    def show_found(self, found: Sequence[Found]) -> None:
        """Show what was found, per chapter; an empty state when that is nothing."""
        focused = self._clear()
        amount = sum(len(each.matches) for each in found)
        if not amount:
            self._add_empty(
                self.tr("Niets gevonden"),
                self.tr(
                    "Er is geen oefening met deze woorden of in deze vorm. Probeer een ander "
                    "woord, of bekijk alle oefeningen."
                ),
                self.tr("Alle oefeningen"),
            )
            self._finish(focused)
            return
        title = self.tr("{amount} gevonden").format(amount=texts.exercises(amount))
        self._add(PlainLabel(title, "title", self.column, wrap=True))
        for each in found:
            self._waiting += [shelf_name(each.chapter.chapter), *each.matches]
        self._build_some()
        self._finish(focused)

    def _build_some(self) -> None:
        """Build a few of the waiting names and cards; the first ones at once, the rest behind."""
        some, self._waiting = self._waiting[:_AT_ONCE], self._waiting[_AT_ONCE:]
        for each in some:
            if isinstance(each, Match):
                self._add_card(each)
            else:
                name = PlainLabel(each, "section", self.column, wrap=True)
                self._add(name)
                name.show()
        if self._waiting:
            self._more.start()

    @Slot()
    def _on_more_timeout(self) -> None:
        before, current = len(self.cards), self._rover.current
        self.body.takeAt(self.body.count() - 1)  # the stretch below the last card
        self._build_some()
        self._finish_cards(current)
        for card in self.cards[before:]:
            card.set_compact(self._compact)

    def show_nothing(self, title: str, sentence: str) -> None:
        """Say that there are no exercises at all."""
        self._clear()
        self._add_empty(title, sentence)
        self._finish("")

    def focus(self, *, in_view: bool = True) -> None:
        """Bring the focus to the card that had it last, or the first.

        Args:
            in_view: also scroll to it; otherwise the top of the chapter stays in view.
        """
        self._rover.focus()
        if in_view:
            self._on_rover_moved(self._rover.current)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_cards()

    def _add_head(self, chapter: ChapterProgress) -> None:
        about = chapter.chapter
        title = about.title if about.number == EXTRA else f"{about.number}\u2002 {about.title}"
        self._add(PlainLabel(title, "page-title", self.column, wrap=True))
        if about.theme.strip():
            theme = RichText(self._theme, self.column, 14, False, "muted")
            theme.set_html(render_html(about.theme))
            theme.setAccessibleName(self.tr("Waar dit hoofdstuk over gaat"))
            theme.link_activated.connect(self.link_activated)
            self._add(theme)
        if about.source:
            self._add(PlainLabel(about.source, "small", self.column, wrap=True))
        self.body.addSpacing(4)

    def _add_card(self, match: Match) -> None:
        card = ExerciseCard(match, self._theme, self._today(), self.column)
        card.wished.connect(self.wished)
        card.skip_requested.connect(self.skip_requested)
        self.cards.append(card)
        self._add(card)
        card.show()  # at once, so that it can take the focus

    def _add_empty(self, title: str, sentence: str, action: str = "") -> None:
        empty = EmptyState("search", title, sentence, action, self._theme, self.column)
        empty.action_requested.connect(self.cleared)
        self._add(empty)

    def _add(self, widget: QWidget) -> None:
        self.body.addWidget(widget)

    def _clear(self) -> str:
        """Take everything away; tells which exercise's card had the focus."""
        focus = self.window().focusWidget()
        inside = [c for c in self.cards if focus is not None and c.isAncestorOf(focus)]
        self._scroll = self.verticalScrollBar().value()
        self._rover.set_widgets([])
        self._waiting = []
        self._more.stop()
        self.cards = []
        clear_layout(self.body)
        return inside[0].exercise_id if inside else ""

    def _finish(self, focused: str) -> None:
        self._finish_cards(None)
        self._fit_cards()
        for card in self.cards:
            if card.exercise_id == focused:
                card.main_button.setFocus()
        before, self._shown = self._shown, tuple(card.exercise_id for card in self.cards)
        if before == self._shown:
            # The same exercises with another state: the page does not move below one's eyes.
            QTimer.singleShot(0, self, self._restore_scroll)

    def _finish_cards(self, current: QWidget | None) -> None:
        """Let arrow keys walk over all cards; `current` stays the one that Tab comes to."""
        self.body.addStretch(1)
        self._rover.set_widgets([card.main_button for card in self.cards])
        if current is not None:
            self._rover.set_current(current)

    @Slot()
    def _restore_scroll(self) -> None:
        self.body.activate()
        self.verticalScrollBar().setValue(self._scroll)

    def _fit_cards(self) -> None:
        self._compact = self.viewport().width() < self._theme.px(_NARROW)
        for card in self.cards:
            card.set_compact(self._compact)

    @Slot(QWidget)
    def _on_rover_moved(self, button: QWidget | None) -> None:
        for card in self.cards:
            if card.main_button is button:
                self.ensureWidgetVisible(card, 0, 20)

# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Woorden door de tijd: the user's own words that return, by quarter, with their sentences.

Counting runs beside the main thread and can be stopped; nothing is judged and nothing is drawn.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from logbook import texts
from logbook.core.entry import EntryId
from logbook.core.errors import LogbookError
from logbook.core.over_time import Quarter, Sentence, WordOverTime
from logbook.services.changes import Changes
from logbook.ui import background
from logbook.ui.acts import Acts
from logbook.ui.context import Context
from logbook.ui.navigation import ReadEntry
from logbook.ui.revisit.words_card import WordCard
from logbook.ui.revisit.words_html import BACK, chosen, hidden_html
from logbook.ui.revisit.words_quarter import QuarterPart
from logbook.ui.widgets.buttons import Button
from logbook.ui.widgets.columns import ReadingColumn
from logbook.ui.widgets.labels import PlainLabel
from logbook.ui.widgets.layouts import clear_layout
from logbook.ui.widgets.rich_text import RichText

_WIDTH = 760
#: So many quarters are shown at first, and more each time one asks.
_QUARTERS = 6
_LOOK_EVERY = 250


class WordsView(ReadingColumn):
    """Quarters below each other, the newest first.

    Signals:
        navigation_requested(Wish): read the text of a sentence.
    """

    navigation_requested = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context.theme, parent, _WIDTH, (28, 24))
        self._context = context
        self._acts = Acts(context, self)
        self._words: tuple[WordOverTime, ...] | None = None
        self._stale = True
        self._counting = False
        self._shown = _QUARTERS
        self._parts: list[QuarterPart] = []
        self._card: WordCard | None = None
        self._look = QTimer(self)
        self._look.setInterval(_LOOK_EVERY)
        self.body.setSpacing(18)
        self._build()
        self._connect_signals()

    def enter(self) -> None:
        """Come into view: count anew when something was written since."""
        if self._counting or (self._words is not None and not self._stale):
            return
        self._count()

    # -- building ----------------------------------------------------------------------------------

    def _build(self) -> None:
        column, theme = self.column, self._context.theme
        self.intro = PlainLabel(
            self.tr(
                "Woorden die je zelf vaker schreef. Woorden uit de vragen tellen niet mee, en ook"
                " geen woorden als ‘de’ en ‘maar’. Kies een woord en lees waar je het schreef."
            ),
            "muted",
            column,
            wrap=True,
        )
        self.body.addWidget(self.intro)
        self.state = PlainLabel("", "body", column, wrap=True)
        self.body.addWidget(self.state)
        self.stop = Button(self.tr("Stoppen met tellen"), "", "", column)
        self.body.addWidget(self.stop, 0, Qt.AlignmentFlag.AlignLeft)
        self.again = Button(self.tr("Opnieuw tellen"), "", "", column)
        self.body.addWidget(self.again, 0, Qt.AlignmentFlag.AlignLeft)
        self._list = QVBoxLayout()
        self._list.setSpacing(26)
        self.body.addLayout(self._list)
        self.earlier = Button(self.tr("Eerdere kwartalen"), "", "history", column)
        self.body.addWidget(self.earlier, 0, Qt.AlignmentFlag.AlignLeft)
        self.hidden_title = PlainLabel(self.tr("Verborgen woorden"), "section", column)
        self.body.addWidget(self.hidden_title)
        self.hidden_note = PlainLabel(
            self.tr("Kies een woord om het weer te laten zien."), "small", column, wrap=True
        )
        self.body.addWidget(self.hidden_note)
        self.hidden = RichText(theme, column, px=14, reading=False)
        self.hidden.setAccessibleName(self.tr("Verborgen woorden"))
        self.body.addWidget(self.hidden)
        self.body.addStretch(1)
        self._show_state()

    def _connect_signals(self) -> None:
        self.stop.clicked.connect(self._on_stop_clicked)
        self.again.clicked.connect(self._count)
        self.earlier.clicked.connect(self._on_earlier_clicked)
        self.hidden.link_activated.connect(self._on_hidden_link_activated)
        self._look.timeout.connect(self._show_state)
        self._context.notifier.changed.connect(self._on_notifier_changed)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():
            self._on_stop_clicked()

    # -- counting ----------------------------------------------------------------------------------

    @Slot()
    def _count(self) -> None:
        over_time = self._context.services.over_time
        turn = over_time.next_turn()
        self._counting, self._stale, self._words = True, False, None
        self._fill()
        self._look.start()
        background.run(
            lambda: over_time.words(turn, with_hidden=True), self._take, self._refuse, self
        )

    def _take(self, words: tuple[WordOverTime, ...] | None) -> None:
        if words is None:
            return  # it was stopped, and perhaps begun anew
        self._counting, self._words = False, words
        self._look.stop()
        self._fill()

    def _refuse(self, error: Exception) -> None:
        self._counting, self._stale = False, True
        self._look.stop()
        self._show_state()
        if not isinstance(error, LogbookError):
            raise error
        self._context.messages.show(texts.error_sentence(error), "error")

    @Slot()
    def _on_stop_clicked(self) -> None:
        if not self._counting:
            return
        self._context.services.over_time.next_turn()
        self._counting, self._stale = False, True
        self._look.stop()
        self._show_state()

    # -- showing -----------------------------------------------------------------------------------

    @Slot()
    def _show_state(self) -> None:
        """Say how far the counting is, or that there is nothing yet."""
        nothing = self._words is not None and not self._visible_words()
        self.stop.setVisible(self._counting)
        self.again.setVisible(not self._counting and self._words is None)
        self.state.setVisible(self._words is None or nothing)
        if self._counting:
            done, size = self._context.services.over_time.progress
            part = min(99, 100 * done // size) if size else 0
            self.state.setText(self.tr("Je woorden worden geteld: {part} %").format(part=part))
        elif self._words is None:
            self.state.setText(self.tr("Het tellen is gestopt."))
        else:
            self.state.setText(
                self.tr("Hier komen woorden te staan die je minstens drie keer schreef.")
            )

    def _fill(self) -> None:
        self._close_card()
        clear_layout(self._list)
        self._parts = []
        self._add_parts()
        self._show_hidden()
        self._show_state()

    def _add_parts(self) -> None:
        words = self._visible_words()
        quarters = sorted({q for word in words for q, _ in word.quarters}, reverse=True)
        for quarter in quarters[len(self._parts) : self._shown]:
            part = QuarterPart(self._context.theme, quarter, self.column)
            part.set_words(words)
            part.word_chosen.connect(self._on_part_word_chosen)
            self._parts.append(part)
            self._list.addWidget(part)
        self.earlier.setVisible(len(quarters) > self._shown)

    def _show_hidden(self) -> None:
        hidden = self._hidden()
        self.hidden.set_html(hidden_html(hidden))
        for widget in (self.hidden_title, self.hidden_note, self.hidden):
            widget.setVisible(bool(hidden) and self._words is not None)

    def _hidden(self) -> tuple[str, ...]:
        try:
            return self._context.services.over_time.hidden()
        except LogbookError as error:
            self._acts.say(error)
            return ()

    def _visible_words(self) -> Sequence[WordOverTime]:
        hidden = frozenset(self._hidden())
        return [word for word in self._words or () if hidden.isdisjoint(word.forms)]

    @Slot()
    def _on_earlier_clicked(self) -> None:
        first_new = len(self._parts)
        self._shown += _QUARTERS
        self._add_parts()
        if first_new < len(self._parts):
            self._parts[first_new].words.setFocus()

    # -- one word ----------------------------------------------------------------------------------

    @Slot(object, str)
    def _on_part_word_chosen(self, quarter: Quarter, lemma: str) -> None:
        word = next((each for each in self._words or () if each.lemma == lemma), None)
        if word is None:
            return
        while quarter not in (part.quarter for part in self._parts):
            known = len(self._parts)
            self._shown += _QUARTERS
            self._add_parts()
            if len(self._parts) == known:
                return
        self._open_card(next(p for p in self._parts if p.quarter == quarter), word)

    def _open_card(self, part: QuarterPart, word: WordOverTime) -> None:
        self._close_card()
        card = self._card = WordCard(self._context, word, part.quarter, part)
        part.place.addWidget(card)
        card.entry_chosen.connect(self._on_card_entry_chosen)
        card.quarter_chosen.connect(self._on_card_quarter_chosen)
        card.hide_requested.connect(self._on_card_hide_requested)
        card.close_requested.connect(self._close_card)
        card.show()
        card.close_button.setFocus()
        self._bring_into_view()
        over_time = self._context.services.over_time
        turn, lemma, quarter = over_time.next_turn(), word.lemma, part.quarter

        def show(found: tuple[Sentence, ...] | None) -> None:
            if found is not None and self._card is card:
                card.set_sentences(found)
                self._bring_into_view()

        background.run(lambda: over_time.sentences(turn, lemma, quarter), show, self._refuse, self)

    def _bring_into_view(self) -> None:
        """Show the card after the layout has made room for it."""
        QTimer.singleShot(0, self, self._scroll_to_card)

    @Slot()
    def _scroll_to_card(self) -> None:
        card, content, bar = self._card, self.widget(), self.verticalScrollBar()
        part = card.parentWidget() if card else None
        if card is None or part is None or content is None:
            return
        room, air = self.viewport().height(), self._context.theme.px(16)
        whole = part if part.height() + air < room else card
        top = whole.mapTo(content, whole.rect().topLeft()).y()
        if top < bar.value() or top + whole.height() > bar.value() + room:
            bar.setValue(top - air)

    @Slot()
    def _close_card(self) -> None:
        card, self._card = self._card, None
        if card is None:
            return
        part = card.parentWidget()
        held = card.isAncestorOf(self.focusWidget() or self)
        card.hide()
        card.deleteLater()
        if held and isinstance(part, QuarterPart):
            part.words.setFocus()

    @Slot(str)
    def _on_card_entry_chosen(self, entry_id: str) -> None:
        self.navigation_requested.emit(ReadEntry(EntryId(entry_id)))

    @Slot(object)
    def _on_card_quarter_chosen(self, quarter: Quarter) -> None:
        if self._card is not None:
            self._on_part_word_chosen(quarter, self._card.word.lemma)

    # -- hiding ------------------------------------------------------------------------------------

    @Slot()
    def _on_card_hide_requested(self) -> None:
        if self._card is None:
            return
        word, over_time = self._card.word.word, self._context.services.over_time
        said = self.tr("“{word}” staat niet meer in de lijst.").format(word=word)
        self._do(lambda: over_time.hide(word), lambda: over_time.unhide(word), said)

    @Slot(str)
    def _on_hidden_link_activated(self, address: str) -> None:
        word = chosen(address, BACK)
        if word is None:
            return
        over_time = self._context.services.over_time
        said = self.tr("“{word}” staat weer in de lijst.").format(word=word)
        self._do(lambda: over_time.unhide(word), lambda: over_time.hide(word), said)

    def _do(self, act: Callable[[], Changes], undo: Callable[[], Changes], said: str) -> None:
        """Carry out an act and say so, with the way back."""
        if self._acts.do(act):
            again = self.tr("Ongedaan maken")
            self._context.messages.show(said, action_text=again, action=lambda: self._acts.do(undo))

    @Slot(object)
    def _on_notifier_changed(self, changes: Changes) -> None:
        if changes.entries or changes.everything:
            self._stale = True
        if changes.hidden_words or changes.everything:
            self._refresh()

    def _refresh(self) -> None:
        """Show other words without counting anew; the place in the list stays."""
        place = self.verticalScrollBar().value()
        self._close_card()
        words = self._visible_words()
        for part in self._parts:
            part.set_words(words)
        self._add_parts()
        self._show_hidden()
        self._show_state()
        self.verticalScrollBar().setValue(place)

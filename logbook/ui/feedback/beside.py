# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Remarks of readers beside the entry that is read: cards next to their passages.

With little room the cards stand below the text. A remark is read once its card was in view.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication, QBoxLayout, QWidget

from logbook.core.entry import NOTE_BLOCK, AnswerKey, Entry, EntryId
from logbook.core.errors import LogbookError
from logbook.core.remarks import PlacedRemark, RemarkStatus, numbered
from logbook.services.changes import Changes
from logbook.services.share_build import home_lines
from logbook.ui.context import Context
from logbook.ui.feedback.card_column import CardColumn, order_cards
from logbook.ui.feedback.passage_marks import PassageMarks
from logbook.ui.feedback.remark_acts import RemarkActs
from logbook.ui.feedback.remark_card import RemarkCard
from logbook.ui.feedback.remarks_bar import RemarksBar
from logbook.ui.logbook.reading_pane import ReadingPane
from logbook.ui.widgets.layouts import NO_LIMIT
from logbook.ui.widgets.rich_text import RichText

#: Width of the cards beside the text, the room between them, and the least for both, at 100 %.
_CARDS, _BETWEEN, _TOGETHER = 256, 24, 600
#: A card that was in view for so long (milliseconds) is read.
_SEEN_AFTER = 1_500


class RemarksBeside(QObject):
    """Between one reading pane and the remarks on what it shows.

    Signals:
        wished(Wish): elsewhere, from a card.
        noted(AnswerKey): a margin note was made of a remark.
    """

    wished = Signal(object)
    noted = Signal(object)

    def __init__(self, context: Context, pane: ReadingPane, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._pane = pane
        self._entry: Entry | None = None
        self._lines: dict[AnswerKey, str] = {}
        self._found: tuple[PlacedRemark, ...] = ()
        self._fresh: frozenset[str] = frozenset()
        self._current = ""
        self._stale = False
        self.cards: dict[str, RemarkCard] = {}
        pane.with_places = True
        self._acts = RemarkActs(context, self)
        self.bar = RemarksBar(context.theme, pane)
        self.bar.hide()
        pane.above_text_place.addWidget(self.bar)
        self.column = CardColumn(pane)
        self.column.hide()
        pane.text_row.addWidget(self.column)
        self.marks = PassageMarks(self._texts, context.theme, self)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._seen = QTimer(self, singleShot=True, interval=_SEEN_AFTER)
        self._connect_signals()

    def show_entry(self, entry: Entry) -> None:
        """Show the remarks on this entry as it is now; ask `may_show` first."""
        if self._entry is None or self._entry.id != entry.id:
            self._fresh, self._current = frozenset(), ""
        self._entry = entry
        self._read()

    def may_show(self, entry_id: EntryId) -> bool:
        """Whether another entry can take the place; False when a reply cannot be kept now."""
        same = self._entry is not None and self._entry.id == entry_id
        return same or self.flush()

    def clear(self) -> None:
        """Show nothing."""
        self._entry, self._found = None, ()
        self._fill()

    def flush(self) -> bool:
        """Keep what is being written in a card; whether that went well."""
        kept = [card.flush() for card in self.cards.values()]  # every one, also after a failure
        return all(kept)

    def rescue_text(self) -> str:
        """What is being written in a card and could not be kept."""
        return "\n\n".join(filter(None, (card.rescue_text() for card in self.cards.values())))

    @Slot()
    def go_next(self) -> None:
        """Turn to the next remark."""
        self.go(1)

    @Slot()
    def go_previous(self) -> None:
        """Turn to the remark before."""
        self.go(-1)

    @Slot(int)
    def go(self, step: int) -> None:
        """Turn to the next (1) or the previous (-1) remark, round at the end."""
        ids = list(self.cards)
        if not ids:
            return
        place = ids.index(self._current) if self._current in ids else (-1 if step > 0 else 0)
        self.turn_to(ids[(place + step) % len(ids)])

    @Slot(str)
    def turn_to(self, remark_id: str) -> None:
        """Bring a remark and its passage into view, with the keyboard on its card."""
        card = self.cards.get(remark_id)
        if card is None:
            return
        self._turn(remark_id)
        card.setFocus()
        # First the passage, so that its card is in view when both cannot be.
        self._scroll_to_passage(remark_id)
        self._pane.scroll_area.ensureWidgetVisible(card, 0, 16)

    # -- building ----------------------------------------------------------------------------------

    def _connect_signals(self) -> None:
        self._soon.timeout.connect(self._place)
        self._seen.timeout.connect(self._mark_seen)
        self.marks.moved.connect(self._soon.start)
        self.marks.clicked.connect(self.turn_to)
        self.bar.step_requested.connect(self.go)
        self.bar.wished.connect(self.wished)
        self.column.arranged.connect(self._seen.start)
        self._pane.scroll_area.verticalScrollBar().valueChanged.connect(self._seen.start)
        self._pane.scroll_area.installEventFilter(self)
        self._context.notifier.changed.connect(self._on_notifier_changed)
        self._context.theme.changed.connect(self._soon.start)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_changed)

    def _texts(self) -> list[RichText]:
        place = self._pane.text_place
        items = [place.itemAt(number) for number in range(place.count())]
        widgets = [item.widget() for item in items if item is not None]
        return [widget for widget in widgets if isinstance(widget, RichText)]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Show):
            self._soon.start()
            if self._stale and event.type() == QEvent.Type.Show:
                self._read()
        return super().eventFilter(watched, event)

    # -- filling -----------------------------------------------------------------------------------

    def _read(self) -> None:
        entry, services = self._entry, self._context.services
        self._stale = False
        if entry is None:
            return
        try:
            self._found = services.feedback.remarks_of(entry.id)
        except LogbookError:
            self._found = ()  # whoever shows the entry says what is wrong
        self._fresh |= {remark_id for each in self._found for remark_id in _new_ids(each)}
        self._fill()

    def _fill(self) -> None:
        entry, found = self._entry, self._found
        gone = set(self.cards) - {each.remark.id for each in found}
        for remark_id in gone:
            card = self.cards.pop(remark_id)
            card.flush()
            card.hide()
            card.deleteLater()
        self._lines = {}
        if entry is not None and found:
            library = self._context.services.content.library()
            self._lines = home_lines(entry, library.exercise(entry.exercise_id), library)
        self._pane.show_whole(any(self._is_in_title(each) for each in found))
        readers = numbered(each.remark for each in found)
        for each in found:
            card = self.cards.get(each.remark.id) or self._make_card(each.remark.id)
            card.show_remark(each, readers[each.remark.signer], self._fresh)
        shown = bool(found)
        self.bar.setVisible(shown)
        self.column.setVisible(shown)
        if shown:
            self.bar.show_remarks(found, len(self._fresh & {i for c in found for i in _ids(c)}))
        self._place()

    def _is_in_title(self, each: PlacedRemark) -> bool:
        """Whether a passage begins in the first line of a note, which stands above it as title."""
        key, place = each.remark.key, each.placed
        if key is None or key.block != NOTE_BLOCK or place is None or each.is_lost:
            return False
        return "\n" not in self._lines.get(key, "")[: place.start].lstrip()

    def _make_card(self, remark_id: str) -> RemarkCard:
        card = RemarkCard(self._context, self._acts, self.column)
        card.activated.connect(self._on_card_activated)
        card.wished.connect(self.wished)
        card.noted.connect(self.noted)
        self.cards[remark_id] = card
        card.show()
        return card

    @Slot()
    def _place(self) -> None:
        """Find the passages anew and put each card beside its own, or all below the text."""
        self._soon.stop()
        beside = self._lay_out()
        if self._entry is None or not self._found:
            self.marks.passages = []
            self.marks.set_current("")
            for text in self._texts():
                text.set_marks("remarks", [])
            self.column.set_cards([])  # it must not place cards that are gone
            return
        readers = numbered(each.remark for each in self._found)
        self.marks.find(
            self._entry,
            self._lines,
            [(each, readers[each.remark.signer]) for each in self._found],
        )
        inside = self._pane.scroll_area.column
        above = self.column.mapTo(inside, self.column.rect().topLeft()).y()
        tops = {
            each.remark_id: self.marks.top(each, inside) - above for each in self.marks.passages
        }
        # Several passages may begin on one line.
        starts = {each.remark_id: each.start for each in self.marks.passages}
        order = sorted(
            self._found,
            key=lambda each: (*_rank(each, tops), starts.get(each.remark.id, 0)),
        )
        self.cards = {each.remark.id: self.cards[each.remark.id] for each in order}
        self.column.set_cards(
            [(card, tops.get(i, 0) if beside else 0) for i, card in self.cards.items()]
        )
        order_cards(self.column, self.cards.values())

    def _lay_out(self) -> bool:
        """Give cards and text their room; whether they stand beside each other."""
        theme, area = self._context.theme, self._pane.scroll_area
        beside = bool(self._found) and area.width() - 88 >= theme.px(_TOGETHER)
        way = QBoxLayout.Direction
        self._pane.text_row.setDirection(way.LeftToRight if beside else way.TopToBottom)
        self._pane.text_row.setSpacing(theme.px(_BETWEEN) if beside else 16)
        self.column.setMinimumWidth(theme.px(_CARDS) if beside else 0)
        self.column.setMaximumWidth(theme.px(_CARDS) if beside else NO_LIMIT)
        area.set_column_width(theme.column_width + _BETWEEN + _CARDS if beside else None)
        return beside

    def _scroll_to_passage(self, remark_id: str) -> None:
        passage = self.marks.passage(remark_id)
        area = self._pane.scroll_area
        holder = area.widget()
        if passage is None or holder is None:
            return
        top = self.marks.top(passage, holder)
        area.ensureVisible(0, top, 0, min(90, area.viewport().height() // 4))

    def _turn(self, remark_id: str) -> None:
        self._current = remark_id
        self.marks.set_current(remark_id)
        for each, card in self.cards.items():
            card.set_current(each == remark_id)

    # -- slots -------------------------------------------------------------------------------------

    @Slot(QWidget, QWidget)
    def _on_focus_changed(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Turn to the remark in whose card something has the keyboard."""
        for remark_id, card in self.cards.items():
            if now is not None and card.isAncestorOf(now):
                self._on_card_activated(remark_id)
                return

    @Slot(str)
    def _on_card_activated(self, remark_id: str) -> None:
        if remark_id == self._current:
            return
        self._turn(remark_id)
        # Below the text the card would go out of view with the passage in it.
        if self._pane.text_row.direction() is QBoxLayout.Direction.LeftToRight:
            self._scroll_to_passage(remark_id)

    @Slot(object)
    def _on_notifier_changed(self, changes: Changes) -> None:
        entry = self._entry
        if entry is None or not (changes.sharing or changes.everything):
            return
        self._stale = not self._pane.isVisible()
        if not self._stale:
            self._read()

    @Slot()
    def _mark_seen(self) -> None:
        """What is new and in view was read now."""
        new = [
            remark_id
            for each in self._found
            if not self.cards[each.remark.id].visibleRegion().isEmpty()
            for remark_id in _new_ids(each)
        ]
        if new:
            self._acts.mark_read(new)


def _ids(placed: PlacedRemark) -> tuple[str, ...]:
    return placed.remark.id, *(reply.id for reply in placed.replies)


def _new_ids(placed: PlacedRemark) -> list[str]:
    every = (placed.remark, *placed.replies)
    return [each.id for each in every if each.status is RemarkStatus.NEW]


def _rank(placed: PlacedRemark, tops: dict[str, int]) -> tuple[int, int]:
    """About the whole first, then in order of the text; those that lost their place last."""
    if placed.is_lost:
        return 2, 0
    if placed.remark.id in tops:
        return 1, tops[placed.remark.id]
    return 0, 0

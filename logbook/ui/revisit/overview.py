# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The first view of Terugblik: what can be looked back at, why, and the days that were chosen.

Counts nothing and says nothing is late: what comes back is an invitation.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from logbook import texts
from logbook.core.entry import EntryId
from logbook.core.errors import LogbookError
from logbook.core.revisit import Offer
from logbook.ui import background
from logbook.ui.context import Context
from logbook.ui.navigation import OpenPage, ReadEntry
from logbook.ui.revisit.days_card import DaysCard
from logbook.ui.revisit.intention_list import IntentionItem, IntentionList, scroll_to
from logbook.ui.revisit.offer_acts import OfferActs
from logbook.ui.revisit.offers_card import OffersCard
from logbook.ui.widgets.buttons import Button
from logbook.ui.widgets.columns import ReadingColumn
from logbook.ui.widgets.empty import EmptyState
from logbook.ui.widgets.frames import CardFrame
from logbook.ui.widgets.labels import PlainLabel

if TYPE_CHECKING:
    from logbook.core.practice import Intention
    from logbook.services.opening import Everything

_WIDTH = 760
#: So many intentions are shown until the user asks for all.
_FIRST = 4


class Overview(ReadingColumn):
    """Cards below each other; a card without anything in it is not there.

    Signals:
        wished(Wish): the user wants to go somewhere.
    """

    wished = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context.theme, parent, _WIDTH, (28, 24))
        self._context = context
        self._acts = OfferActs(context, self)
        self._random: Offer | None = None
        self._open: tuple[Intention, ...] = ()
        self._asking: IntentionItem | None = None
        self._all = False
        self._reading = self._again = self._wants_keyboard = False
        self.body.setSpacing(16)
        self._build()
        self._connect_signals()

    def fill(self) -> None:
        """Show what there is now, once it was read beside the main thread."""
        if self._reading:
            self._again = True
            return
        self._reading, self._again = True, False
        opening, chance = self._context.services.opening, self._random
        background.run(lambda: opening.everything(chance), self._take, self._refuse, self)

    def focus_first(self) -> None:
        """Put the keyboard back where it was, or where looking back begins."""
        last = self.column.focusWidget()
        if last is not None and last.isVisible():
            last.setFocus()
            return
        self._wants_keyboard = self._reading
        for card in (self.due, self.memories, self.random, self.once):
            if card.rows:
                card.rows[0].focus_first()
                return

    def answer_intention(self, entry_id: EntryId, place: str) -> None:
        """Ask how an intention went; `place` is its block, or the id of an own intention."""
        try:
            found = self._context.services.intentions.find(entry_id, place)
        except LogbookError as error:
            self._context.messages.show(texts.error_sentence(error), "error")
            return
        if found is None:
            self._context.messages.show(self.tr("Dit voornemen is er niet meer."))
            return
        item = self._item(found)
        if item is None:
            others = tuple(each.intention for each in self.intentions.items)
            self._show_intentions((found, *others))
            item = self._item(found)
        if item is not None:
            self._asking = item
            QTimer.singleShot(0, self, self._ask)

    def flush(self) -> bool:
        """Keep what is being written; whether that went well."""
        return self.intentions.flush()

    def rescue_text(self) -> str:
        """What is on screen and could not be kept."""
        return self.intentions.rescue_text()

    # -- building ----------------------------------------------------------------------------------

    def _build(self) -> None:
        context, column = self._context, self.column
        self._empty = EmptyState(
            "history",
            self.tr("Nog niets om op terug te kijken"),
            self.tr("Zodra je oefeningen maakt, komen je antwoorden hier na een tijd terug."),
            self.tr("Naar de oefeningen"),
            context.theme,
            column,
        )
        self._calm = PlainLabel(
            self.tr("Vandaag komt er niets terug. Rondkijken kan altijd."), "muted", column, True
        )
        self._waiting = PlainLabel(self.tr("Even kijken wat er terugkomt …"), "muted", column, True)
        title = self.tr("Om nu op terug te kijken")
        self.due = OffersCard(context, title, "", self._acts, column)
        self.intentions_card = CardFrame(column)
        self.intentions_card.body.addWidget(
            PlainLabel(self.tr("Open voornemens"), "heading", self.intentions_card)
        )
        self.intentions = IntentionList(context, short=True, parent=self.intentions_card)
        self.intentions_card.body.addWidget(self.intentions)
        self.more = Button(self.tr("Laat alles zien"), "link", "", self.intentions_card)
        self.more.setAccessibleName(self.tr("Alle open voornemens laten zien"))
        self.intentions_card.body.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self.memories = OffersCard(
            context,
            self.tr("Op deze dag"),
            self.tr("Wat je precies een week, een paar maanden of een jaar geleden schreef."),
            self._acts,
            column,
        )
        self.random = OffersCard(context, self.tr("Iets van toen"), "", self._acts, column)
        self.again = Button(self.tr("Iets anders"), "link", "shuffle", self.random)
        self.random.add_below(self.again)
        self.days = DaysCard(context, self._acts, column)
        self.once = OffersCard(
            context,
            self.tr("Eén keer gedaan"),
            self.tr("Oefeningen waar je nog niet op terugkwam. Dat hoeft ook niet."),
            self._acts,
            column,
            first=4,
        )
        cards: tuple[QWidget, ...] = (self.due, self.intentions_card, self.memories)
        for part in (self._empty, self._calm, self.days):
            part.hide()  # until it was read
        for card in (
            self._waiting,
            self._empty,
            self._calm,
            *cards,
            self.random,
            self.days,
            self.once,
        ):
            self.body.addWidget(card)
        self.body.addStretch(1)

    def _connect_signals(self) -> None:
        for card in (self.due, self.memories, self.random, self.once, self.days):
            card.wished.connect(self.wished)
        self._empty.action_requested.connect(self._on_exercises_requested)
        self.random.dropped.connect(self._on_random_dropped)
        self.again.clicked.connect(self._on_again_clicked)
        self.more.clicked.connect(self._on_more_clicked)
        self.intentions.round_chosen.connect(self._on_round_chosen)
        self.intentions.answered.connect(self.fill)

    # -- showing -----------------------------------------------------------------------------------

    def _take(self, found: Everything | None) -> None:
        """Show what was read; nothing of it when something was decided in the meantime."""
        self._reading = False
        if self._again:
            self.fill()
            return
        if found is None:
            return
        first = not self._waiting.isHidden()
        self._waiting.hide()
        self.due.set_offers(found.due)
        self.memories.set_offers(found.memories)
        self._show_random(self._random or found.chance)
        self.once.set_offers(found.once)
        if self._asking is None:
            self._show_intentions(found.intentions)
        self.days.set_days(found.coming, found.evaluation)
        self.days.show()
        self._empty.setVisible(found.is_empty)
        self._calm.setVisible(not found.is_empty and not found.due)
        if self._wants_keyboard and self.isVisible():
            self.focus_first()
            self._wants_keyboard = False
        if first and self.intentions.form is not None:
            QTimer.singleShot(0, self, self._show_form)

    def _refuse(self, error: Exception) -> None:
        self._reading = False
        if not isinstance(error, LogbookError):
            raise error
        self._waiting.hide()
        self._context.messages.show(texts.error_sentence(error), "error")

    def _show_random(self, offer: Offer | None) -> None:
        self._random = offer
        self.random.set_offers((offer,) if offer is not None else ())

    def _show_intentions(self, intentions: Sequence[Intention]) -> None:
        self._open = tuple(intentions)
        shown = self._open if self._all else self._open[:_FIRST]
        self.intentions.set_intentions(shown)
        self.more.setVisible(len(self._open) > len(shown))
        self.intentions_card.setVisible(bool(self.intentions.items))

    def _item(self, intention: Intention) -> IntentionItem | None:
        for item in self.intentions.items:
            if item.intention.key == intention.key:
                return item
        return None

    # -- slots -------------------------------------------------------------------------------------

    @Slot()
    def _on_again_clicked(self) -> None:
        before = self._random
        exclude = (before.entry_id,) if before is not None and before.entry_id else ()
        try:
            found = self._context.services.revisiting.random(exclude=exclude)
        except LogbookError as error:
            self._context.messages.show(texts.error_sentence(error), "error")
            return
        if found is None:
            self._context.messages.show(self.tr("Iets anders is er nog niet."))
            return
        self._show_random(found)
        self.again.setFocus()

    @Slot()
    def _on_random_dropped(self) -> None:
        self._random = None
        self.fill()

    @Slot()
    def _ask(self) -> None:
        """Open the form once the intention is in view."""
        item, self._asking = self._asking, None
        if item is not None and item in self.intentions.items:
            item.open_form()
            scroll_to(item)

    @Slot()
    def _show_form(self) -> None:
        """Keep what is being answered in view: the cards above it came later."""
        form = self.intentions.form
        if form is not None:
            scroll_to(form)

    @Slot()
    def _on_more_clicked(self) -> None:
        self._all = True
        self._show_intentions(self._open)

    @Slot()
    def _on_exercises_requested(self) -> None:
        self.wished.emit(OpenPage("exercises"))

    @Slot(str)
    def _on_round_chosen(self, entry_id: str) -> None:
        self.wished.emit(ReadEntry(EntryId(entry_id)))

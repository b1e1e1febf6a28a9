# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Beside what is read or written: when to look back at it, and an intention that follows from it.

Used below the reading pane and in the writer's side panel, as `EntryTags` is.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from logbook.core.entry import EntryId
from logbook.core.errors import LogbookError
from logbook.core.revisit import Offer
from logbook.services.changes import Changes
from logbook.ui.context import Context
from logbook.ui.exercise.blocks.tab_order import bring_into_place, fields_in, set_tab_order
from logbook.ui.revisit.intention_form import OwnIntentionForm
from logbook.ui.revisit.intention_list import scroll_to
from logbook.ui.revisit.later_menu import LaterMenu, when_words
from logbook.ui.revisit.offer_acts import OfferActs
from logbook.ui.widgets.buttons import Button
from logbook.ui.widgets.columns import FlowLayout
from logbook.ui.widgets.flow_label import FlowLabel
from logbook.ui.widgets.frames import CardFrame
from logbook.ui.widgets.labels import PlainLabel
from logbook.ui.widgets.layouts import clear_layout
from logbook.ui.widgets.menus import popup_below


class ComeBack(QWidget):
    """The days on which one entry comes back, a way to choose one, and the form of an intention.

    Args:
        stored: makes sure that the entry is stored and gives its id; None when there is nothing to
            store yet.

    Signals:
        answered(): the form of an intention was closed; what was written is kept.
    """

    answered = Signal()

    def __init__(
        self,
        context: Context,
        stored: Callable[[], EntryId | None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._stored = stored
        self._acts = OfferActs(context, self)
        self._entry_id: EntryId | None = None
        self._shown: tuple[Offer, ...] = ()
        self.form: OwnIntentionForm | None = None
        self._form_card: CardFrame | None = None
        self._body = QVBoxLayout(self)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(6)
        self._days = QVBoxLayout()
        self._days.setSpacing(2)
        self._body.addLayout(self._days)
        row = QWidget(self)
        flow = FlowLayout(row, 6)
        self.later = Button(self.tr("Kijk hier later op terug …"), "aside", "history", row)
        self.intend = Button(self.tr("Voornemen toevoegen"), "aside", "plus", row)
        flow.addWidget(self.later)
        flow.addWidget(self.intend)
        self._body.addWidget(row)
        self.menu = LaterMenu(context, self)
        self.later.clicked.connect(self._on_later_clicked)
        self.intend.clicked.connect(self.open_form)
        self.menu.day_chosen.connect(self._on_day_chosen)
        context.notifier.changed.connect(self._on_notifier_changed)

    def show_entry(self, entry_id: EntryId | None) -> None:
        """Belong to this entry from now on; None is one that is not stored yet.

        A form of another entry is kept and closed; when it cannot be kept, it stays.
        """
        if self.form is not None and self.form.entry_id != entry_id and not self.close_form():
            return
        self._entry_id = entry_id
        self._read()

    def set_locked(self, locked: bool) -> None:
        """Offer nothing (an entry in the bin)."""
        self.setHidden(locked)

    def flush(self) -> bool:
        """Keep what is being written; whether that went well."""
        return self.form is None or self.form.flush()

    def rescue_text(self) -> str:
        """What is on screen and could not be kept."""
        return "" if self.form is None else self.form.rescue_text()

    @Slot()
    def choose_day(self) -> None:
        """Offer the days, below their button or in the middle of the window."""
        if self._ready() is not None:
            scroll_to(self.later)
            popup_below(self.menu, self.later)

    @Slot()
    def open_form(self) -> None:
        """Write down an intention beside the entry."""
        if self.form is not None:
            self.form.setFocus()
            return
        entry_id = self._ready()
        if entry_id is None:
            return
        try:
            entry = self._context.services.reading.entry(entry_id)
        except LogbookError as error:
            self._acts.say(error)
            return
        card = CardFrame(self, margin=14)
        card.body.addWidget(PlainLabel(self.tr("Voornemen"), "strong", card))
        self.form = OwnIntentionForm(self._context, entry, card)
        self.form.done.connect(self._on_form_done)
        card.body.addWidget(self.form)
        self._form_card = card
        self._body.addWidget(card)
        bring_into_place(self.intend, card)
        card.show()
        self.form.setFocus()
        scroll_to(card)

    def close_form(self) -> bool:
        """Keep the intention and take its form away; False when it cannot be kept now."""
        if self.form is None:
            return True
        if not self.form.close_form():
            return False
        self._take_form_away()
        return True

    # -- filling -----------------------------------------------------------------------------------

    def _ready(self) -> EntryId | None:
        entry_id = self._stored()
        if entry_id is None:
            self._context.messages.show(self.tr("Dit kan zodra er iets staat."))
            return None
        self._entry_id = entry_id
        return entry_id

    def _read(self) -> None:
        found: tuple[Offer, ...] = ()
        if self._entry_id is not None:
            with suppress(LogbookError):  # it is gone; whoever shows it finds out
                found = self._context.services.revisiting.own(self._entry_id)
        if found != self._shown:
            self._shown = found
            self._fill()

    def _fill(self) -> None:
        clear_layout(self._days)
        for place, offer in enumerate(self._shown):
            line = QWidget(self)
            flow = FlowLayout(line, 8)
            when = when_words(offer.due)
            said = self.tr("Je kijkt hierop terug {when}").format(when=when)
            flow.addWidget(FlowLabel(said, "small", line, wrap=True))
            remove = Button(self.tr("Weghalen"), "link", "", line)
            remove.setAccessibleName(self.tr("Terugblik {when} weghalen").format(when=when))
            remove.setProperty("place", place)
            remove.clicked.connect(self._on_remove_clicked)
            flow.addWidget(remove)
            self._days.addWidget(line)
            line.show()
        set_tab_order(self, fields_in(*self._day_lines()))

    def _day_lines(self) -> list[QWidget]:
        items = (self._days.itemAt(place) for place in range(self._days.count()))
        widgets = (item.widget() for item in items if item is not None)
        return [widget for widget in widgets if widget is not None]

    def _take_form_away(self) -> None:
        card, form = self._form_card, self.form
        self.form = self._form_card = None
        if card is None or form is None:
            return
        self._body.removeWidget(card)
        card.hide()
        card.deleteLater()
        if form.is_changed:
            self._context.messages.show(
                self.tr("Je voornemen staat erbij. Op Vandaag kom je het weer tegen."),
                "success",
                self.tr("Ongedaan maken"),
                form.take_back,
            )
        self.answered.emit()

    # -- slots -------------------------------------------------------------------------------------

    @Slot(object)
    def _on_notifier_changed(self, changes: Changes) -> None:
        if changes.revisits or changes.everything:
            self._read()

    @Slot()
    def _on_later_clicked(self) -> None:
        self.choose_day()

    @Slot(object)
    def _on_day_chosen(self, day: date | None) -> None:
        if self._entry_id is not None:
            self._acts.choose_day(self._entry_id, "", day)

    @Slot()
    def _on_remove_clicked(self) -> None:
        place = self.sender().property("place")
        if place < len(self._shown):
            self._acts.remove_day(self._shown[place])

    @Slot()
    def _on_form_done(self) -> None:
        self._take_form_away()
        self.intend.setFocus()

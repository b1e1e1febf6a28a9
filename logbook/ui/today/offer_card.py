# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The one offer to look back that Vandaag makes in an opening, with three ways to say no."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from logbook.core.revisit import Offer, OfferKind
from logbook.texts.looking_back import why
from logbook.ui.navigation import AnswerIntention, LookBack, OpenExercise, ReadEntry, Wish
from logbook.ui.revisit.later_menu import LaterMenu
from logbook.ui.revisit.offer_acts import OfferActs
from logbook.ui.widgets.buttons import Button
from logbook.ui.widgets.columns import FlowLayout
from logbook.ui.widgets.frames import CardFrame
from logbook.ui.widgets.labels import Chip, PlainLabel
from logbook.ui.widgets.menus import popup_below

if TYPE_CHECKING:
    from logbook.ui.context import Context


class OfferCard(CardFrame):
    """One offer; what is decided about it can be undone in the strip.

    Signals:
        wished(Wish): look back at it.
        put_off(): the user wants nothing now, or took that back; the services were told.
    """

    wished = Signal(object)
    put_off = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._acts = OfferActs(context, self)
        self._offer: Offer | None = None
        self._chip = Chip(self.tr("Terugblik"), "ochre", self)
        self._title = PlainLabel("", "heading", self, wrap=True)
        self._question = PlainLabel("", "muted", self, wrap=True)
        self._line = PlainLabel("", "small", self, wrap=True)
        for each in (self._chip, self._title, self._question, self._line):
            self.body.addWidget(each)
        self.body.addStretch(1)
        self.body.addSpacing(4)
        foot = QWidget(self)
        flow = FlowLayout(foot, 14)
        self.open = Button("", "", "", foot)
        self.not_now = Button(self.tr("Nu niet"), "aside", "", foot)
        self.later = Button(self.tr("Later"), "aside", "", foot)
        self.drop = Button(self.tr("Niet meer deze"), "aside", "", foot)
        for button in (self.open, self.not_now, self.later, self.drop):
            flow.addWidget(button)
        self.body.addWidget(foot)
        self.later_menu = LaterMenu(context, self)
        self.open.clicked.connect(self._on_open_clicked)
        self.not_now.clicked.connect(self._on_not_now_clicked)
        self.later.clicked.connect(self._on_later_clicked)
        self.later_menu.day_chosen.connect(self._on_later_chosen)
        self.drop.clicked.connect(self._on_drop_clicked)

    @property
    def offer(self) -> Offer | None:
        """What is offered now."""
        return self._offer

    def show_offer(self, offer: Offer) -> None:
        """Show this offer."""
        self._offer = offer
        self._title.setText(offer.title or self.tr("Vrije notitie"))
        self._question.setText(offer.question)
        self._question.setVisible(bool(offer.question) and offer.question != offer.title)
        self._line.setText(self._about(offer))
        self._line.setVisible(bool(self._line.text()))
        self.open.setText(self._open_caption(offer))
        title = offer.title or self.tr("Vrije notitie")
        for button in (self.open, self.not_now, self.later, self.drop):
            button.setAccessibleName(f"{button.text()}: {title}")

    def _about(self, offer: Offer) -> str:
        library = self._context.services.content.library()
        exercise = library.exercise(offer.exercise_id) if offer.exercise_id else None
        return why(offer, exercise, self._context.services.today())

    def _open_caption(self, offer: Offer) -> str:
        if offer.kind is OfferKind.INTENTION:
            return self.tr("Hoe ging het?")
        if offer.entry_id is None:
            return self.tr("Openen")
        return self.tr("Toen en nu") if offer.exercise_id else self.tr("Lezen")

    def _wish(self, offer: Offer) -> Wish:
        entry_id = offer.entry_id
        if entry_id is None:
            return OpenExercise(offer.exercise_id or "")
        if offer.kind is OfferKind.INTENTION:
            return AnswerIntention(entry_id, offer.block)
        if offer.exercise_id:
            return LookBack(entry_id, offer.block)
        return ReadEntry(entry_id)

    # -- slots -------------------------------------------------------------------------------------

    @Slot()
    def _on_open_clicked(self) -> None:
        if self._offer is not None:
            self.wished.emit(self._wish(self._offer))

    @Slot()
    def _on_not_now_clicked(self) -> None:
        offer = self._offer
        if offer is None:
            return
        self._context.services.revisiting.not_now(offer)
        self._context.messages.show(
            self.tr("Het blijft bij Terugblik staan."),
            action_text=self.tr("Ongedaan maken"),
            action=lambda: self._take_back(offer),
        )
        self.put_off.emit()

    def _take_back(self, offer: Offer) -> None:
        if self._acts.undo(offer):
            self.put_off.emit()

    @Slot()
    def _on_later_clicked(self) -> None:
        popup_below(self.later_menu, self.later)

    @Slot(object)
    def _on_later_chosen(self, day: date | None) -> None:
        if self._offer is not None:
            self._acts.later(self._offer, day)

    @Slot()
    def _on_drop_clicked(self) -> None:
        if self._offer is not None:
            self._acts.drop(self._offer)

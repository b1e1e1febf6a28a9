# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""One line of Terugblik: something that can be looked back at, why, and what can be done."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from logbook.core.revisit import Offer, OfferKind
from logbook.texts.looking_back import ago, why
from logbook.ui.context import Context
from logbook.ui.navigation import LookBack, OpenExercise, ReadEntry
from logbook.ui.revisit.later_menu import LaterMenu
from logbook.ui.revisit.offer_acts import OfferActs
from logbook.ui.widgets.buttons import Button
from logbook.ui.widgets.columns import FlowLayout
from logbook.ui.widgets.dates import long_day
from logbook.ui.widgets.labels import PlainLabel
from logbook.ui.widgets.menus import popup_below

#: So many characters of a question are shown.
_SHORT = 160


class OfferRow(QWidget):
    """An offer in words, with its acts below.

    Args:
        acts: carries out decisions.
        dated: it is shown for its day, which can be moved or taken away.
        lasting: it can be kept from coming back.

    Signals:
        wished(Wish): look back, or read.
        dropped(): it does not come back any more.
    """

    wished = Signal(object)
    dropped = Signal()

    def __init__(
        self,
        context: Context,
        offer: Offer,
        acts: OfferActs,
        parent: QWidget | None = None,
        *,
        dated: bool = False,
        lasting: bool = True,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._acts = acts
        self._dated = dated
        self.offer = offer
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(3)
        title = offer.title or self.tr("Vrije notitie")
        body.addWidget(PlainLabel(title, "strong", self, wrap=True))
        if offer.question and offer.question != offer.title:
            body.addWidget(PlainLabel(_short(offer.question), "reading", self, wrap=True))
        body.addWidget(PlainLabel(self._reason(), "small", self, wrap=True))
        body.addSpacing(3)
        body.addWidget(self._build_acts(title, lasting=lasting))

    def focus_first(self) -> None:
        """Put the keyboard on the first thing to do."""
        self.open.setFocus()

    def _reason(self) -> str:
        offer, today = self.offer, self._context.services.today()
        library = self._context.services.content.library()
        exercise = library.exercise(offer.exercise_id) if offer.exercise_id else None
        if not self._dated:
            reason = why(offer, exercise, today)
            if offer.kind is OfferKind.PROPOSAL and offer.written_on is not None:
                written = self.tr("{reason} Je schreef dit {ago}.")
                return written.format(reason=reason, ago=ago(offer.written_on, today))
            if offer.kind is OfferKind.UNVISITED and offer.written_on is not None:
                once = self.tr("{ago}, op {day}")
                words = once.format(
                    ago=ago(offer.written_on, today), day=long_day(offer.written_on)
                )
                return words[:1].upper() + words[1:]
            return reason
        if offer.due is None:
            return self.tr("Bij je volgende evaluatie")
        day = long_day(offer.due)
        return day[:1].upper() + day[1:]

    def _build_acts(self, title: str, *, lasting: bool) -> QWidget:
        acts = QWidget(self)
        flow = FlowLayout(acts, 12)
        self.open = Button(self.tr("Toen en nu"), "", "", acts)
        self.read = Button(self.tr("Lezen"), "aside", "", acts)
        self.later = Button(
            self.tr("Andere dag") if self._dated else self.tr("Later"), "aside", "", acts
        )
        self.drop = Button(
            self.tr("Weghalen") if self._dated else self.tr("Niet meer deze"), "aside", "", acts
        )
        self.read.setVisible(self.offer.entry_id is not None)
        movable = self._dated or self.offer.kind in (OfferKind.PROPOSAL, OfferKind.OWN)
        self.later.setVisible(movable)
        self.drop.setVisible(lasting)
        self.open.clicked.connect(self._on_open_clicked)
        self.read.clicked.connect(self._on_read_clicked)
        self.later.clicked.connect(self._on_later_clicked)
        self.drop.clicked.connect(self._on_drop_clicked)
        for button in (self.open, self.read, self.later, self.drop):
            button.setAccessibleName(f"{button.text()}: {title}")
            flow.addWidget(button)
        return acts

    @Slot()
    def _on_open_clicked(self) -> None:
        offer = self.offer
        if offer.entry_id is not None:
            self.wished.emit(LookBack(offer.entry_id, offer.block))
        elif offer.exercise_id:
            self.wished.emit(OpenExercise(offer.exercise_id))

    @Slot()
    def _on_read_clicked(self) -> None:
        if self.offer.entry_id is not None:
            self.wished.emit(ReadEntry(self.offer.entry_id))

    @Slot()
    def _on_later_clicked(self) -> None:
        menu = LaterMenu(self._context, self)
        menu.day_chosen.connect(self._on_day_chosen)
        menu.aboutToHide.connect(menu.deleteLater)
        popup_below(menu, self.later)

    @Slot(object)
    def _on_day_chosen(self, day: date | None) -> None:
        offer = self.offer
        if offer.kind is OfferKind.OWN and offer.entry_id is not None:
            self._acts.choose_day(offer.entry_id, offer.block, day)
        else:
            self._acts.later(offer, day)

    @Slot()
    def _on_drop_clicked(self) -> None:
        if self._dated and self.offer.kind is OfferKind.OWN:
            self._acts.remove_day(self.offer)
        elif self._acts.drop(self.offer):
            self.dropped.emit()


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _SHORT else f"{words[:_SHORT].rstrip()} …"

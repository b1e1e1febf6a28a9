# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""A card of Terugblik: offers of one sort below each other, the first few of many at once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from logbook.core.revisit import Offer
from logbook.ui.context import Context
from logbook.ui.exercise.blocks.tab_order import fields_in, set_tab_order
from logbook.ui.revisit.offer_acts import OfferActs
from logbook.ui.revisit.offer_row import OfferRow
from logbook.ui.widgets.buttons import Button
from logbook.ui.widgets.frames import CardFrame, Separator
from logbook.ui.widgets.labels import PlainLabel
from logbook.ui.widgets.layouts import clear_layout


class OffersCard(CardFrame):
    """A heading, a sentence and rows; hidden while it has none.

    Args:
        first: so many rows are shown until the user asks for all.

    Signals:
        wished(Wish): look back at one, or read it.
        dropped(): one of them does not come back any more.
    """

    wished = Signal(object)
    dropped = Signal()

    def __init__(
        self,
        context: Context,
        title: str,
        sentence: str,
        acts: OfferActs,
        parent: QWidget | None = None,
        first: int = 4,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._acts = acts
        self._first = first
        self._all = False
        self._shown: tuple[Offer, ...] = ()
        self.rows: list[OfferRow] = []
        self._below: list[QWidget] = []
        self.body.addWidget(PlainLabel(title, "heading", self))
        if sentence:
            self.body.addWidget(PlainLabel(sentence, "small", self, wrap=True))
        self.body.addSpacing(4)
        self._place = QVBoxLayout()
        self._place.setSpacing(14)
        self.body.addLayout(self._place)
        self.more = Button(self.tr("Laat alles zien"), "link", "", self)
        self.more.setAccessibleName(self.tr("{title}: laat alles zien").format(title=title))
        self.more.clicked.connect(self._on_more_clicked)
        self.body.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()

    def add_below(self, widget: QWidget) -> None:
        """Show a widget below the rows."""
        self.body.addWidget(widget, 0, Qt.AlignmentFlag.AlignLeft)
        self._below.append(widget)

    def set_offers(self, offers: Iterable[Offer]) -> None:
        """Show these offers."""
        found = tuple(offers)
        self.setVisible(bool(found))
        if found == self._shown:
            return
        self._shown = found
        self._fill()

    def _fill(self) -> None:
        held = row_with_keyboard(self.rows)
        clear_layout(self._place)
        self.rows = []
        shown = self._shown if self._all else self._shown[: self._first]
        for offer in shown:
            if self.rows:
                self._place.addWidget(Separator(self))
            row = OfferRow(self._context, offer, self._acts, self)
            row.wished.connect(self.wished)
            row.dropped.connect(self.dropped)
            self._place.addWidget(row)
            self.rows.append(row)
        self.more.setVisible(len(self._shown) > len(shown))
        set_tab_order(self, fields_in(*self.rows, self.more, *self._below))
        give_keyboard(self.rows, held)

    @Slot()
    def _on_more_clicked(self) -> None:
        self._all = True
        before = len(self.rows)
        self._fill()
        self.rows[before].focus_first()


def row_with_keyboard(rows: Sequence[OfferRow]) -> int | None:
    """Which of these rows has the keyboard; None when none has."""
    focus = QApplication.focusWidget()
    return next(
        (place for place, row in enumerate(rows) if focus is not None and row.isAncestorOf(focus)),
        None,
    )


def give_keyboard(rows: Sequence[OfferRow], place: int | None) -> None:
    """Put it at the same place after the rows were made anew."""
    if rows and place is not None:
        rows[min(place, len(rows) - 1)].show()
        rows[min(place, len(rows) - 1)].focus_first()

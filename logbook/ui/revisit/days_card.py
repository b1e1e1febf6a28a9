# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The days to come on which something comes back, and the day of the next evaluation."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from logbook.core.revisit import Offer
from logbook.ui.context import Context
from logbook.ui.exercise.blocks.tab_order import fields_in, set_tab_order
from logbook.ui.revisit.later_menu import ask_evaluation
from logbook.ui.revisit.offer_acts import OfferActs
from logbook.ui.revisit.offer_row import OfferRow
from logbook.ui.revisit.offers_card import give_keyboard, row_with_keyboard
from logbook.ui.widgets.buttons import Button
from logbook.ui.widgets.columns import FlowLayout
from logbook.ui.widgets.dates import long_day
from logbook.ui.widgets.flow_label import FlowLabel
from logbook.ui.widgets.frames import CardFrame, Separator
from logbook.ui.widgets.labels import PlainLabel
from logbook.ui.widgets.layouts import clear_layout

#: So many are shown until the user asks for all.
_FIRST = 5


class DaysCard(CardFrame):
    """Rows by day, each with another day and away; below them the evaluation.

    Signals:
        wished(Wish): look back at one now, or read it.
    """

    wished = Signal(object)

    def __init__(self, context: Context, acts: OfferActs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._acts = acts
        self._evaluation: date | None = None
        self._all = False
        self._shown: tuple[Offer, ...] = ()
        self.rows: list[OfferRow] = []
        self.body.addWidget(PlainLabel(self.tr("Wat later terugkomt"), "heading", self))
        self.body.addSpacing(2)
        self.body.addWidget(self._build_evaluation())
        self._place = QVBoxLayout()
        self._place.setSpacing(14)
        self.body.addLayout(self._place)
        self.more = Button(self.tr("Laat alles zien"), "link", "", self)
        self.more.setAccessibleName(self.tr("Alles wat later terugkomt laten zien"))
        self.more.clicked.connect(self._on_more_clicked)
        self.body.addWidget(self.more)

    def set_days(self, offers: Sequence[Offer], evaluation: date | None) -> None:
        """Show these days."""
        self._evaluation = evaluation
        self._line.setText(
            self.tr("Je volgende evaluatie: {day}").format(day=long_day(evaluation))
            if evaluation is not None
            else self.tr("Je volgende evaluatie heeft nog geen dag.")
        )
        self._line.updateGeometry()
        self.choose.setText(
            self.tr("Andere dag") if evaluation is not None else self.tr("Kies een dag")
        )
        self.choose.setAccessibleName(f"{self.tr('Volgende evaluatie')}: {self.choose.text()}")
        self.forget.setVisible(evaluation is not None)
        if tuple(offers) != self._shown:
            self._shown = tuple(offers)
            self._fill()
        self.more.setVisible(len(self._shown) > len(self.rows))

    def _fill(self) -> None:
        held = row_with_keyboard(self.rows)
        clear_layout(self._place)
        self.rows = []
        for offer in self._shown if self._all else self._shown[:_FIRST]:
            self._place.addWidget(Separator(self))
            row = OfferRow(self._context, offer, self._acts, self, dated=True)
            row.wished.connect(self.wished)
            self._place.addWidget(row)
            self.rows.append(row)
        self.more.setVisible(len(self._shown) > len(self.rows))
        set_tab_order(self, fields_in(self.choose, self.forget, *self.rows, self.more))
        give_keyboard(self.rows, held)

    def _build_evaluation(self) -> QWidget:
        row = QWidget(self)
        flow = FlowLayout(row, 10)
        self._line = FlowLabel("", "body", row, wrap=True)
        self.choose = Button(self.tr("Kies een dag"), "aside", "", row)
        self.forget = Button(self.tr("Weghalen"), "aside", "", row)
        self.forget.setAccessibleName(self.tr("Volgende evaluatie: weghalen"))
        for widget in (self._line, self.choose, self.forget):
            flow.addWidget(widget)
        self.choose.clicked.connect(self._on_choose_clicked)
        self.forget.clicked.connect(self._on_forget_clicked)
        return row

    @Slot()
    def _on_choose_clicked(self) -> None:
        day = ask_evaluation(self._context.services.today(), self.window(), self._evaluation)
        if day is not None:
            self._acts.set_evaluation(day)

    @Slot()
    def _on_forget_clicked(self) -> None:
        self._acts.set_evaluation(None)

    @Slot()
    def _on_more_clicked(self) -> None:
        self._all = True
        before = len(self.rows)
        self._fill()
        self.rows[before].focus_first()

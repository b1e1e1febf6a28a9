# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""What can be looked back at now in one chapter, each with its reason."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from logbook.core.entry import EntryId
from logbook.core.library import Library
from logbook.core.revisit import Offer
from logbook.texts.looking_back import why
from logbook.ui.exercise.blocks.tab_order import set_tab_order
from logbook.ui.navigation import LookBack
from logbook.ui.widgets.buttons import Button
from logbook.ui.widgets.labels import PlainLabel
from logbook.ui.widgets.layouts import clear_layout


class LookBackList(QWidget):
    """Offers below each other.

    Signals:
        wished(Wish): look back at one.
    """

    wished = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        self.buttons: list[Button] = []

    def set_offers(self, offers: Sequence[Offer], library: Library, today: date) -> None:
        """Show these, which are of entries, as they are on this day."""
        clear_layout(self._column)
        self.buttons = []
        for offer in offers:
            row = QWidget(self)
            line = QHBoxLayout(row)
            line.setContentsMargins(0, 0, 0, 0)
            line.setSpacing(12)
            words = QVBoxLayout()
            words.setSpacing(2)
            exercise = library.exercise(offer.exercise_id)
            words.addWidget(PlainLabel(offer.title, "strong", row, wrap=True))
            words.addWidget(PlainLabel(why(offer, exercise, today), "small", row, wrap=True))
            line.addLayout(words, 1)
            button = Button(self.tr("Toen en nu"), "", "", row)
            button.setAccessibleName(self.tr("Toen en nu: {title}").format(title=offer.title))
            button.setProperty("wish", LookBack(offer.entry_id or EntryId(""), offer.block))
            button.clicked.connect(self._on_button_clicked)
            line.addWidget(button)
            self._column.addWidget(row)
            self.buttons.append(button)
        set_tab_order(self, self.buttons)

    @Slot()
    def _on_button_clicked(self) -> None:
        self.wished.emit(self.sender().property("wish"))

# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The rounds of an exercise as small switches: which of them stand beside each other."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from logbook.core.compare import MOST, ComparedRound
from logbook.core.entry import EntryId
from logbook.ui.revisit.compare_words import round_label
from logbook.ui.widgets.buttons import Button
from logbook.ui.widgets.columns import FlowLayout
from logbook.ui.widgets.dates import local_day, short_day
from logbook.ui.widgets.labels import PlainLabel
from logbook.ui.widgets.layouts import clear_layout
from logbook.ui.widgets.rover import Rover


class RoundChooser(QWidget):
    """One stop for Tab; arrows walk over the rounds, Space or Enter turns one on or off.

    Signals:
        rounds_chosen(tuple): ids of the rounds that are on now, the oldest first; at least one.
    """

    rounds_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rounds: tuple[ComparedRound, ...] = ()
        self._on: tuple[EntryId, ...] = ()
        self.switches: list[Button] = []
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(8)
        words = self.tr("Kies er twee tot vijf.")
        body.addWidget(PlainLabel(words, "small", self, wrap=True))
        self._holder = QWidget(self)
        self._flow = FlowLayout(self._holder, spacing=8)
        body.addWidget(self._holder)
        keys = Qt.Key
        self._rover = Rover(self, (keys.Key_Left, keys.Key_Up), (keys.Key_Right, keys.Key_Down))
        self.setAccessibleName(self.tr("Rondes die naast elkaar staan"))

    def set_rounds(self, rounds: Sequence[ComparedRound], on: Sequence[EntryId]) -> None:
        """Show these rounds, of which some are on."""
        if tuple(rounds) != self._rounds:
            self._rounds = tuple(rounds)
            clear_layout(self._flow)
            self.switches = []
            for item in self._rounds:
                caption = self.tr("{number} · {day}").format(
                    number=item.number, day=short_day(local_day(item.created_at))
                )
                switch = Button(caption, "chip", "", self._holder)
                switch.setCheckable(True)
                switch.setAccessibleName(round_label(item))
                switch.clicked.connect(self._on_switch_clicked)
                self._flow.addWidget(switch)
                self.switches.append(switch)
            self._rover.set_widgets(self.switches)
        self._on = tuple(on)
        for item, switch in zip(self._rounds, self.switches, strict=True):
            switch.setChecked(item.entry_id in self._on)
            switch.set_role("chip-on" if item.entry_id in self._on else "chip")
            switch.set_icon_name("check" if item.entry_id in self._on else "")
            switch.setEnabled(item.entry_id in self._on or len(self._on) < MOST)

    @Slot()
    def _on_switch_clicked(self) -> None:
        found = tuple(
            item.entry_id
            for item, switch in zip(self._rounds, self.switches, strict=True)
            if switch.isChecked()
        )
        if found:
            self.rounds_chosen.emit(found)
        else:
            self.set_rounds(self._rounds, self._on)

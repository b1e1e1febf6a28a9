# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The line above a text that has remarks: how many, of whom, and the way along them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from logbook import texts
from logbook.core.remarks import PlacedRemark, RemarkStatus
from logbook.texts.remarks import remarks, signed
from logbook.ui.navigation import OpenFeedback
from logbook.ui.theme import Theme
from logbook.ui.widgets.buttons import Button, IconButton
from logbook.ui.widgets.columns import FlowLayout
from logbook.ui.widgets.flow_label import FlowLabel

#: The keys that go to the next and the previous remark.
NEXT_KEYS, PREVIOUS_KEYS = "F8", "Shift+F8"


class RemarksBar(QWidget):
    """A count, two arrows and the way to all of it.

    Signals:
        step_requested(int): 1 to the next remark, -1 to the previous one.
        wished(Wish): see what came back as a whole.
    """

    step_requested = Signal(int)
    wished = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._packet = ""
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 8)
        words = QWidget(self)
        flow = FlowLayout(words, 10)
        self.said = FlowLabel("", "small", words, wrap=True)
        self.all = Button(self.tr("Alles bij Feedback"), "aside", "", words)
        flow.addWidget(self.said)
        flow.addWidget(self.all)
        row.addWidget(words, 1)
        before = self.tr("Vorige opmerking ({keys})").format(keys=PREVIOUS_KEYS)
        after = self.tr("Volgende opmerking ({keys})").format(keys=NEXT_KEYS)
        self.previous = IconButton("arrow-up", before, theme, self, "muted", 16)
        self.next = IconButton("arrow-down", after, theme, self, "muted", 16)
        row.addWidget(self.previous)
        row.addWidget(self.next)
        self.all.clicked.connect(self._on_all_clicked)
        self.previous.clicked.connect(self._on_previous_clicked)
        self.next.clicked.connect(self._on_next_clicked)

    def show_remarks(self, found: Sequence[PlacedRemark], fresh: int) -> None:
        """Count these; `fresh` of them were not read before."""
        readers = dict.fromkeys(signed(each.remark) for each in found)
        parts = [
            self.tr("{remarks} van {readers}").format(
                remarks=remarks(len(found)), readers=texts.joined(list(readers))
            )
        ]
        if fresh:
            parts.append(self.tr("{number} nieuw").format(number=fresh))
        if done := sum(each.remark.status is RemarkStatus.DONE for each in found):
            parts.append(self.tr("{number} verwerkt").format(number=done))
        self.said.setText(" · ".join(parts))
        self._packet = found[-1].remark.packet if found else ""

    @Slot()
    def _on_all_clicked(self) -> None:
        self.wished.emit(OpenFeedback(self._packet))

    @Slot()
    def _on_previous_clicked(self) -> None:
        self.step_requested.emit(-1)

    @Slot()
    def _on_next_clicked(self) -> None:
        self.step_requested.emit(1)

# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""What came back for one packet in short, with the way to all of it."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from logbook import texts
from logbook.core.remarks import Returned
from logbook.core.sharing import SentPacket
from logbook.core.text import shorten
from logbook.texts.remarks import signed
from logbook.ui.widgets.buttons import Button
from logbook.ui.widgets.dates import local_day, short_day
from logbook.ui.widgets.frames import CardFrame
from logbook.ui.widgets.labels import Chip, PlainLabel

_GENERAL = 180


class BackCard(CardFrame):
    """Of whom, how much, and how the general reaction begins.

    Args:
        back: what came back in words.
        new: whether something in it was not read yet.

    Signals:
        read_requested(str): the id of the packet.
    """

    read_requested = Signal(str)

    def __init__(
        self,
        packet: SentPacket,
        last: Returned,
        back: str,
        *,
        new: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._id = packet.id
        reader = signed(last)
        head = QHBoxLayout()
        head.setSpacing(10)
        self.title = PlainLabel(
            self.tr("Van {reader}").format(reader=reader), "heading", self, wrap=True
        )
        head.addWidget(self.title, 1)
        if new:
            head.addWidget(Chip(self.tr("nieuw"), "accent", self))
        self.body.addLayout(head)
        parts = [
            self.tr("binnen {day}").format(day=short_day(local_day(last.received_at))),
            self.tr("gedeeld {day}").format(day=short_day(local_day(packet.made_at))),
        ]
        if packet.round > 1:
            parts.append(texts.round_number(packet.round))
        self.body.addWidget(PlainLabel(" · ".join(parts), "small", self, wrap=True))
        self.body.addWidget(PlainLabel(back, "body", self, wrap=True))
        if last.general:
            words = f"“{shorten(last.general, _GENERAL)}”"
            self.body.addWidget(PlainLabel(words, "muted", self, wrap=True))
        row = QHBoxLayout()
        self.read = Button(self.tr("Lezen"), "primary" if new else "", "", self)
        self.read.setAccessibleName(self.tr("Lezen wat {reader} teruggaf").format(reader=reader))
        self.read.clicked.connect(self._on_read_clicked)
        row.addWidget(self.read)
        row.addStretch(1)
        self.body.addLayout(row)

    @Slot()
    def _on_read_clicked(self) -> None:
        self.read_requested.emit(self._id)

# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""One packet that was shared: to whom, when, what came back, and how to go on."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from logbook import texts
from logbook.core.sharing import SentPacket
from logbook.texts.remarks import reader_name
from logbook.ui.widgets.buttons import Button
from logbook.ui.widgets.columns import FlowLayout
from logbook.ui.widgets.dates import local_day, long_day
from logbook.ui.widgets.labels import PlainLabel


class SentRow(QFrame):
    """A row of words and quiet acts.

    Args:
        back: what came back for it in words, "" for nothing yet.
        newest: whether no later round went to this reader.

    Signals:
        read_requested(str), round_requested(str), forget_requested(str): the id of the packet.
    """

    read_requested = Signal(str)
    round_requested = Signal(str)
    forget_requested = Signal(str)

    def __init__(
        self, packet: SentPacket, back: str, *, newest: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._id = packet.id
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(3)
        reader = reader_name(packet.reader)
        title = self.tr("Aan {reader}").format(reader=reader)
        if packet.round > 1:
            title = f"{title} · {texts.round_number(packet.round)}"
        body.addWidget(PlainLabel(title, "strong", self, wrap=True))
        parts = [long_day(local_day(packet.made_at)), texts.entries(len(packet.entries))]
        if packet.sealed:
            parts.append(self.tr("versleuteld"))
        parts.append(back or self.tr("nog niets teruggekomen"))
        body.addWidget(PlainLabel(" · ".join(parts), "small", self, wrap=True))
        acts = QWidget(self)
        flow = FlowLayout(acts, 14)
        self.read = Button(self.tr("Lezen"), "link", "", acts)
        self.read.setVisible(bool(back))
        self.go_on = Button(self.tr("Volgende ronde …"), "link", "", acts)
        self.go_on.setVisible(newest)
        self.forget = Button(self.tr("Vergeten …"), "aside", "", acts)
        for button in (self.read, self.go_on, self.forget):
            button.setAccessibleName(f"{button.text()}: {title}")
            flow.addWidget(button)
        body.addWidget(acts)
        self.read.clicked.connect(self._on_read_clicked)
        self.go_on.clicked.connect(self._on_go_on_clicked)
        self.forget.clicked.connect(self._on_forget_clicked)

    @Slot()
    def _on_read_clicked(self) -> None:
        self.read_requested.emit(self._id)

    @Slot()
    def _on_go_on_clicked(self) -> None:
        self.round_requested.emit(self._id)

    @Slot()
    def _on_forget_clicked(self) -> None:
        self.forget_requested.emit(self._id)

# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""One reply below a remark; the student's own can be changed and taken away."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from logbook.core.packet import Author
from logbook.core.remarks import KeptRemark
from logbook.core.text import shorten
from logbook.texts.remarks import signed
from logbook.ui.widgets.buttons import Button
from logbook.ui.widgets.columns import FlowLayout
from logbook.ui.widgets.dates import local_day, short_day
from logbook.ui.widgets.labels import PlainLabel


class ReplyRow(QFrame):
    """Who, when and what.

    Signals:
        change_requested(KeptRemark), take_back_requested(KeptRemark): of an own reply.
    """

    change_requested = Signal(object)
    take_back_requested = Signal(object)

    def __init__(self, reply: KeptRemark, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.reply = reply
        own = reply.author is Author.STUDENT
        self.setProperty("role", "reply")
        body = QVBoxLayout(self)
        body.setContentsMargins(10, 2, 0, 2)
        body.setSpacing(2)
        who = self.tr("Jij") if own else signed(reply)
        day = short_day(reply.day or local_day(reply.received_at))
        body.addWidget(PlainLabel(f"{who} · {day}", "small", self, wrap=True))
        words = PlainLabel(reply.text, "body", self, wrap=True)
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        body.addWidget(words)
        if not own:
            return
        acts = QWidget(self)
        flow = FlowLayout(acts, 12)
        said = shorten(reply.text, 60)
        self.change = Button(self.tr("Wijzigen"), "aside", "", acts)
        self.change.setAccessibleName(self.tr("Antwoord wijzigen: {words}").format(words=said))
        self.change.clicked.connect(self._on_change_clicked)
        self.remove = Button(self.tr("Weghalen"), "aside", "", acts)
        self.remove.setAccessibleName(self.tr("Antwoord weghalen: {words}").format(words=said))
        self.remove.clicked.connect(self._on_remove_clicked)
        flow.addWidget(self.change)
        flow.addWidget(self.remove)
        body.addWidget(acts)

    @Slot()
    def _on_change_clicked(self) -> None:
        self.change_requested.emit(self.reply)

    @Slot()
    def _on_remove_clicked(self) -> None:
        self.take_back_requested.emit(self.reply)

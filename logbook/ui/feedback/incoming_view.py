# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The step between receiving and taking in: what would come in, from whom; nothing changes yet."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from logbook.texts.remarks import taken_in
from logbook.ui.acts import Acts
from logbook.ui.context import Context
from logbook.ui.exercise.blocks.tab_order import fields_in, set_tab_order
from logbook.ui.feedback.incoming import Source
from logbook.ui.feedback.incoming_card import IncomingCard
from logbook.ui.widgets.buttons import Button
from logbook.ui.widgets.columns import FlowLayout, ReadingColumn
from logbook.ui.widgets.labels import PlainLabel
from logbook.ui.widgets.layouts import clear_layout


class IncomingView(QWidget):
    """Sources below each other, and one act to take in all that can be.

    Signals:
        done(str): the user is ready; the packet that something came in for, or "".
    """

    done = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._acts = Acts(context, self)
        self._passphrase = ""
        self.cards: list[IncomingCard] = []
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self._column = ReadingColumn(context.theme, self)
        outer.addWidget(self._column)
        body = self._column.body
        self._said = PlainLabel(
            self.tr("Kijk rustig. Er verandert niets in je logboek voordat je overneemt."),
            "muted",
            self,
            wrap=True,
        )
        body.addWidget(self._said)
        self._cards = QVBoxLayout()
        self._cards.setSpacing(14)
        body.addLayout(self._cards)
        foot = QWidget(self)
        flow = FlowLayout(foot, 12)
        self.take = Button(self.tr("Overnemen"), "primary", "check", foot)
        self.leave = Button(self.tr("Niet overnemen"), "", "", foot)
        flow.addWidget(self.take)
        flow.addWidget(self.leave)
        body.addSpacing(4)
        body.addWidget(foot)
        body.addStretch(1)
        self.take.clicked.connect(self._on_take_clicked)
        self.leave.clicked.connect(self._on_leave_clicked)

    @property
    def sources(self) -> list[Source]:
        """What is being looked at."""
        return [card.source for card in self.cards]

    def show_sources(self, sources: Iterable[Source], *, add: bool) -> None:
        """Look at these; beside those that are shown already when `add`."""
        if not add:
            self.clear()
        first: IncomingCard | None = None
        for source in sources:
            self._look(source, self._passphrase)
            if source.is_sealed and self._passphrase:
                self._look(source, "")  # not the one of before: ask, do not scold
            card = IncomingCard(self._context, source, self)
            card.passphrase_given.connect(self._on_card_passphrase_given)
            self._cards.addWidget(card)
            card.show()
            self.cards.append(card)
            if first is None and source.is_sealed:
                first = card
        self._show_ready()
        # Right after this the page comes into view, and with it the field.
        QTimer.singleShot(0, self, first.focus_first if first is not None else self._focus)

    def clear(self) -> None:
        """Let go of everything that was not taken in."""
        clear_layout(self._cards)
        self.cards = []

    def _look(self, source: Source, passphrase: str) -> None:
        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            source.look(self._context.services.feedback, passphrase)
        finally:
            QGuiApplication.restoreOverrideCursor()

    def _show_ready(self) -> None:
        found = [s.incoming for s in self.sources if s.incoming is not None]
        ready = any(not incoming.is_empty for incoming in found)
        self.take.setVisible(ready)
        self.leave.setText(self.tr("Niet overnemen") if ready else self.tr("Terug"))
        self._said.setVisible(ready)
        set_tab_order(self, fields_in(*self.cards, self.take, self.leave))

    @Slot()
    def _focus(self) -> None:
        (self.leave if self.take.isHidden() else self.take).setFocus()

    # -- slots -------------------------------------------------------------------------------------

    @Slot(str)
    def _on_card_passphrase_given(self, passphrase: str) -> None:
        card = self.sender()
        if not isinstance(card, IncomingCard):
            return
        self._look(card.source, passphrase)
        if card.source.incoming is not None:
            self._passphrase = passphrase  # others of the same reader open with it too
            for other in self.cards:
                if other is not card and other.source.is_sealed:
                    self._look(other.source, passphrase)
                    if other.source.is_sealed:
                        self._look(other.source, "")
                    other.fill()
        card.fill()
        self._show_ready()
        if card.field is not None:
            card.focus_first()
        else:
            self._focus()

    @Slot()
    def _on_take_clicked(self) -> None:
        feedback = self._context.services.feedback
        taken, packet = 0, ""
        for source in self.sources:
            if packet and source.incoming is not None:
                # Another of these files may have brought the same remarks.
                self._look(source, source.passphrase)
            incoming = source.incoming
            if incoming is None or incoming.is_empty:
                continue
            if not self._acts.do(lambda each=incoming: feedback.take_in(each)):  # type: ignore[misc]
                return
            taken += len(incoming.new)
            packet = incoming.returned.packet
            source.incoming = None
        self._context.messages.show(taken_in(taken), "success")
        self._passphrase = ""
        self.clear()
        self.done.emit(packet)

    @Slot()
    def _on_leave_clicked(self) -> None:
        self.clear()
        self.done.emit("")

# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Cards below each other, each no higher than what it belongs to. Knows nothing of remarks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from logbook.ui.exercise.blocks.tab_order import fields_in, set_tab_order

_GAP = 12


def order_cards(anchor: QWidget, cards: Iterable[QWidget]) -> None:
    """Let Tab go through these cards in this order; what pops up from a field has its own."""
    window = anchor.window()
    set_tab_order(anchor, [field for field in fields_in(*cards) if field.window() is window])


class CardColumn(QWidget):
    """Places its cards itself; as high as they need.

    Signals:
        arranged(): the cards stand at their places.
    """

    arranged = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cards: list[tuple[QWidget, int]] = []
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._arrange)

    def set_cards(self, cards: Sequence[tuple[QWidget, int]]) -> None:
        """Show these from top to bottom, each at this height or below it."""
        self._cards = list(cards)
        self._arrange()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._soon.start()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._arrange()

    @Slot()
    def _arrange(self) -> None:
        width, below = max(self.width(), 1), 0
        for card, wished in self._cards:
            layout = card.layout()
            height = card.sizeHint().height()
            if layout is not None and layout.hasHeightForWidth():
                height = layout.totalHeightForWidth(width)
            top = max(below, wished)
            card.setGeometry(0, top, width, height)
            below = top + height + _GAP
        needed = max(below, 1)
        if needed != self.minimumHeight():
            self.setMinimumHeight(needed)
            self.updateGeometry()
        self.arranged.emit()

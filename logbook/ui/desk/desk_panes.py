# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Three sides beside each other, two, or one at a time, as there is room."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSplitter, QWidget

from logbook.ui.desk.packet_side import PacketSide
from logbook.ui.desk.remark_column import RemarkColumn
from logbook.ui.theme import Theme

#: Widths at 100 % text from where three, and two sides fit.
_THREE, _TWO = 860, 600
_LIST, _REMARKS = 236, 300
LIST, TEXT, REMARKS = "list", "text", "remarks"


class DeskPanes(QSplitter):
    """List, text and remarks; `turn` says which is in view when there is no room for all."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self._sides: tuple[QWidget, PacketSide, RemarkColumn] | None = None
        self._shown = 0
        self.turn = LIST
        self.setChildrenCollapsible(False)
        self.setHandleWidth(1)
        self._by_hand = False
        self.splitterMoved.connect(self._on_splitter_moved)

    def set_sides(self, students: QWidget, text: PacketSide, remarks: RemarkColumn) -> None:
        """What was made inside."""
        self._sides = (students, text, remarks)
        for place, side in enumerate(self._sides):
            self.addWidget(side)
            self.setStretchFactor(place, int(place == 1))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.share()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.share()

    def take_turn(self, turn: str) -> None:
        """Bring a side into view."""
        self.turn = turn
        self.share()

    def share(self) -> None:
        """Show what there is room for."""
        if self._sides is None:
            return
        _, text, remarks = self._sides
        px, width = self._theme.px, self.width()
        fits = 3 if width >= px(_THREE) else 2 if width >= px(_TWO) else 1
        if fits == 3:
            visible = (True, True, True)
        elif fits == 2:
            listed = self.turn == LIST
            visible = (listed, not listed, not listed)
        else:
            visible = (self.turn == LIST, self.turn == TEXT, self.turn == REMARKS)
        for side, seen in zip(self._sides, visible, strict=True):
            side.setVisible(seen)
        text.show_turns(back=fits < 3, remarks=fits == 1)
        remarks.back.setVisible(fits == 1)
        # Before it is seen its width says little: until the user chose, every width counts anew.
        if fits != self._shown or fits < 3 or not self._by_hand:
            left = px(_LIST) if visible[0] and fits == 3 else width if visible[0] else 0
            right = px(_REMARKS) if visible[2] and fits > 1 else width if visible[2] else 0
            self.setSizes([left, max(0, width - left - right), right])
            self._shown = fits

    @property
    def beside(self) -> int:
        """How many sides are in view."""
        return self._shown

    @Slot()
    def _on_splitter_moved(self) -> None:
        self._by_hand = True

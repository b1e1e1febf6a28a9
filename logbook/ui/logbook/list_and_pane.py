# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The list and the reading pane beside each other, or in turns when there is little width."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QSplitter, QWidget

from logbook.ui.context import Context
from logbook.ui.logbook.entry_list_side import EntryListSide
from logbook.ui.logbook.reading_pane import ReadingPane

#: Below this width, at 100 % text, the list and the pane take turns.
_TOGETHER = 620
#: Width of the list until the user chose another, and the least of both sides.
_LIST, _LEAST = 350, 250
_SPLIT = "logbook/list_width"


class ListAndPane(QSplitter):
    """Divides the width and remembers how the user wants that."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._context = context
        self._side: EntryListSide | None = None
        self._pane: ReadingPane | None = None
        #: Whether only one of the two is in view.
        self.in_turns = False
        self.setChildrenCollapsible(False)
        self.setHandleWidth(1)
        self.splitterMoved.connect(self._on_moved)

    def set_parts(self, side: EntryListSide, pane: ReadingPane) -> None:
        """What was made inside: the list and the pane."""
        self._side, self._pane = side, pane
        self.setStretchFactor(0, 0)
        self.setStretchFactor(1, 1)
        least = min(self._context.theme.px(_LEAST), 420)
        side.setMinimumWidth(least)
        pane.setMinimumWidth(least)

    def share(self, width: int) -> None:
        """Divide this width."""
        if self._side is None or self._pane is None:
            return
        px = self._context.theme.px
        turns = width < px(_TOGETHER)
        if turns != self.in_turns:
            self.in_turns = turns
            self._pane.show_back(turns)
            if turns:
                self.take_turn(pane=False)
            else:
                self._side.show()
                self._pane.show()
        if not turns:
            wished = self._context.memory.get(_SPLIT, 0) or px(_LIST)
            wide = max(width, px(_TOGETHER))
            wished = min(wished, round(wide * 0.46))
            self.setSizes([wished, wide - wished])

    def take_turn(self, *, pane: bool) -> None:
        """Bring the pane or the list into view, when they take turns."""
        if self.in_turns and self._side is not None and self._pane is not None:
            self._side.setVisible(not pane)
            self._pane.setVisible(pane)
            (self._pane.back if pane else self._side.view).setFocus()

    @Slot()
    def back_to_list(self) -> None:
        """Bring the list into view, when they take turns."""
        self.take_turn(pane=False)

    @Slot()
    def _on_moved(self) -> None:
        if not self.in_turns and self._side is not None:
            self._context.memory.set(_SPLIT, self._side.width())

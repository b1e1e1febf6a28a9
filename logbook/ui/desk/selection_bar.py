# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The bar below selected words: which kind of remark, or a sentence to begin with.

The keyboard needs no bar: the digits in it are the keys.
"""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from logbook.core.packet import RemarkKind
from logbook.texts.remarks import REMARK_KINDS
from logbook.ui.desk.packet_reader import KINDS, PacketReader
from logbook.ui.widgets.buttons import Button
from logbook.ui.widgets.columns import FlowLayout

_MARGIN = 8


class SelectionBar(QFrame):
    """Follows the selection of a reader.

    Signals:
        kind_chosen(RemarkKind): begin a remark of this kind.
        starters_requested(): choose a sentence to begin with.
    """

    kind_chosen = Signal(object)
    starters_requested = Signal()

    def __init__(self, reader: PacketReader) -> None:
        super().__init__(reader.viewport())
        self._reader = reader
        self.setProperty("role", "card")
        self.setAutoFillBackground(True)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(6, 6, 6, 6)
        self._row = QWidget(self)
        self._flow = flow = FlowLayout(self._row, 4)
        outer.addWidget(self._row)
        self.buttons: dict[RemarkKind, Button] = {}
        for number, kind in enumerate(KINDS, 1):
            button = self._button(f"{number}  {REMARK_KINDS[kind]}")
            button.setAccessibleName(
                self.tr("{kind}, toets {number}").format(kind=REMARK_KINDS[kind], number=number)
            )
            button.setProperty("kind", kind.value)
            button.clicked.connect(self._on_kind_clicked)
            flow.addWidget(button)
            self.buttons[kind] = button
        self.starters = self._button(self.tr("6  zin …"))
        self.starters.setAccessibleName(self.tr("Een zin om mee te beginnen, toets 6"))
        self.starters.clicked.connect(self.starters_requested)
        flow.addWidget(self.starters)
        self.hide()
        reader.selection_moved.connect(self.follow)
        reader.resized.connect(self.follow)
        reader.verticalScrollBar().valueChanged.connect(self.follow)

    def _button(self, caption: str) -> Button:
        made = Button(caption, "quiet", "", self._row)
        # The selection must not lose the keyboard; its keys do what these buttons do.
        made.setProperty("reached_otherwise", True)
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return made

    @Slot()
    def follow(self) -> None:
        """Stand below what is selected, or be gone."""
        if self._reader.passage() is None:
            self.hide()
            return
        room = self._reader.viewport().rect()
        place = self._selected()
        self.ensurePolished()
        wide = sum(b.sizeHint().width() + 4 for b in (*self.buttons.values(), self.starters))
        width = min(wide + 20, room.width())
        height = self._flow.heightForWidth(width - 14) + 14
        left = max(0, min(place.left() - _MARGIN, room.width() - width))
        below = place.bottom() + _MARGIN
        top = below if below + height <= room.height() else place.top() - height - _MARGIN
        top = max(0, min(top, room.height() - height))
        self.setGeometry(QRect(QPoint(left, top), QSize(width, height)))
        self.show()
        self.raise_()

    def _selected(self) -> QRect:
        """The room that the selected words take, as far as their two ends tell."""
        cursor = QTextCursor(self._reader.textCursor())
        end = QTextCursor(cursor)
        cursor.setPosition(self._reader.textCursor().selectionStart())
        end.setPosition(self._reader.textCursor().selectionEnd())
        return self._reader.cursorRect(cursor).united(self._reader.cursorRect(end))

    @Slot()
    def _on_kind_clicked(self) -> None:
        sender = self.sender()
        if isinstance(sender, Button):
            self.kind_chosen.emit(RemarkKind(sender.property("kind")))

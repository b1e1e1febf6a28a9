# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The cards as a list: a check box with the title, and below it what is on the card."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QGridLayout, QVBoxLayout, QWidget

from logbook import texts
from logbook.ui.exercise.blocks.tab_order import set_tab_order
from logbook.ui.exercise.cards.faces import Face
from logbook.ui.exercise.cards.painting import FaceView
from logbook.ui.exercise.cards.tiles import reveal
from logbook.ui.exercise.move_keys import OnlySpace, claims_move
from logbook.ui.theme import Theme
from logbook.ui.widgets.labels import PlainLabel

_WALK: dict[int, int] = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class _Box(OnlySpace, QCheckBox):
    """A check box that leaves all keys but Space to the list."""

    def event(self, event: QEvent) -> bool:
        return claims_move(event) or super().event(event)


class _Row(QWidget):
    """One card of the list."""

    def __init__(self, theme: Theme, face: Face, parent: QWidget) -> None:
        super().__init__(parent)
        self.face = face
        self.box = _Box(self)
        self._picture = FaceView(theme, face, 84, self)
        description = PlainLabel(face.description, "small", self, wrap=True)
        description.setContentsMargins(theme.px(32), 0, 0, 0)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 4, 0, 4)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(0)
        grid.addWidget(self._picture, 0, 0, 3, 1, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.box, 0, 1)
        grid.addWidget(description, 1, 1)
        grid.setColumnStretch(1, 1)
        grid.setRowStretch(2, 1)
        self.set_rank(0)

    def set_rank(self, rank: int) -> None:
        """Its place among the chosen cards; 0 when it is not chosen."""
        chosen = self.tr("gekozen als {rank}").format(rank=texts.ordinal(rank)) if rank else ""
        self.box.setChecked(bool(rank))
        self.box.setText(f"{self.face.title} · {chosen}" if rank else self.face.title)
        self.box.setAccessibleName(f"{self.face.spoken} {chosen}".strip())


class DescribedList(QWidget):
    """Every card with title and description.

    Signals:
        pressed(str): a box was ticked or unticked by the user.
        moved(str, int): Alt with an arrow moved a chosen card to this place, from 0.
        large_requested(str): Enter.
    """

    pressed = Signal(str)
    moved = Signal(str, int)
    large_requested = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows: list[_Row] = []
        self._chosen: tuple[str, ...] = ()
        self._body = QVBoxLayout(self)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(2)

    @property
    def boxes(self) -> tuple[QCheckBox, ...]:
        """The check boxes in order."""
        return tuple(row.box for row in self._rows)

    def set_faces(self, faces: Sequence[Face]) -> None:
        """Show these cards in this order."""
        for row in self._rows:
            self._body.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = [_Row(self._theme, face, self) for face in faces]
        for row in self._rows:
            row.box.clicked.connect(self._on_box_clicked)
            self._body.addWidget(row)
        set_tab_order(self, self.boxes)
        self.set_chosen(self._chosen)

    def set_chosen(self, cards: Sequence[str]) -> None:
        """Show which cards are chosen, in this order."""
        self._chosen = tuple(cards)
        for row in self._rows:
            ref = row.face.ref
            row.set_rank(self._chosen.index(ref) + 1 if ref in self._chosen else 0)

    def focus_card(self, ref: str, *, in_view: bool = True) -> None:
        """Put the focus on a card, and bring it into view unless what is above is read first."""
        for row in self._rows:
            if row.face.ref == ref or not ref:
                row.box.setFocus(Qt.FocusReason.OtherFocusReason)
                if in_view:
                    reveal(row)
                return

    def keyPressEvent(self, event: QKeyEvent) -> None:
        focused = self.window().focusWidget()
        place = next((n for n, row in enumerate(self._rows) if row.box is focused), -1)
        step = _WALK.get(event.key(), 0)
        if place < 0:
            super().keyPressEvent(event)
        elif step and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self._move(self._rows[place].face.ref, step)
        elif step and 0 <= place + step < len(self._rows):
            self.focus_card(self._rows[place + step].face.ref)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.large_requested.emit(self._rows[place].face.ref)
        else:
            super().keyPressEvent(event)

    def _move(self, ref: str, step: int) -> None:
        if ref in self._chosen:
            self.moved.emit(ref, self._chosen.index(ref) + step)

    @Slot()
    def _on_box_clicked(self) -> None:
        for row in self._rows:
            if row.box is self.sender():
                self.pressed.emit(row.face.ref)
                return

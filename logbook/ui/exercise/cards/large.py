# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""One card large, with its description; the neighbours are one key away."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from logbook.ui.exercise.cards.faces import Face
from logbook.ui.exercise.cards.painting import SHAPE, FaceView
from logbook.ui.theme import Theme
from logbook.ui.widgets.buttons import Button, IconButton
from logbook.ui.widgets.labels import PlainLabel

_WIDEST = 760
_WALK: dict[int, int] = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class LargeCardDialog(QDialog):
    """Shows the cards of a table one by one. Open it with `open()`.

    Args:
        faces: the cards to walk through, in the order of the table.
        choosable: whether a card can be chosen or put back here.

    Signals:
        choice_requested(str): choose this card, or put it back.
    """

    choice_requested = Signal(str)

    def __init__(
        self,
        theme: Theme,
        faces: Sequence[Face],
        ref: str,
        choosable: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._faces = tuple(faces)
        self._chosen: tuple[str, ...] = ()
        refs = [face.ref for face in self._faces]
        self._place = refs.index(ref) if ref in refs else 0
        self.setWindowTitle(self.tr("Kaart"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._build(choosable)
        self._show()
        self.resize(self._fitting_size())

    @property
    def ref(self) -> str:
        """The card in view."""
        return self._faces[self._place].ref

    def set_chosen(self, cards: Sequence[str]) -> None:
        """Say which cards are chosen."""
        self._chosen = tuple(cards)
        self._show()

    def _build(self, choosable: bool) -> None:
        self.picture = FaceView(self._theme, self._faces[self._place], _WIDEST, self)
        self._title = PlainLabel("", "title", self)
        self._description = PlainLabel("", "body", self, wrap=True)
        self.back = IconButton("arrow-left", self.tr("Vorige kaart"), self._theme, self)
        self.forward = IconButton("arrow-right", self.tr("Volgende kaart"), self._theme, self)
        self.choose = Button("", "", "check", self)
        self.choose.setVisible(choosable)
        close = Button(self.tr("Sluiten"), "primary", "", self)
        self.back.clicked.connect(self._on_back_clicked)
        self.forward.clicked.connect(self._on_forward_clicked)
        self.choose.clicked.connect(self._on_choose_clicked)
        close.clicked.connect(self.accept)
        bar = QHBoxLayout()
        for widget in (self.back, self.forward):
            bar.addWidget(widget)
        bar.addStretch(1)
        bar.addWidget(self.choose)
        bar.addWidget(close)
        body = QVBoxLayout(self)
        body.setContentsMargins(24, 24, 24, 20)
        body.setSpacing(10)
        body.addWidget(self.picture, 1)
        body.addWidget(self._title)
        body.addWidget(self._description)
        body.addSpacing(8)
        body.addLayout(bar)
        close.setFocus()

    def _fitting_size(self) -> QSize:
        parent = self.parentWidget()
        room = parent.window().size() if parent is not None else QSize(900, 700)
        width = min(self._theme.px(_WIDEST) + 48, room.width() - 60)
        rest = self._theme.px(170)
        width = min(width, round(max(200, room.height() - 60 - rest) / SHAPE) + 48)
        return QSize(width, round((width - 48) * SHAPE) + rest)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _WALK.get(event.key(), 0)
        if step:
            self._walk(step)
        else:
            super().keyPressEvent(event)

    def _walk(self, step: int) -> None:
        self._place = (self._place + step) % len(self._faces)
        self._show()

    def _show(self) -> None:
        face = self._faces[self._place]
        self.picture.set_face(face)
        self._title.setText(face.title)
        self._description.setText(face.description)
        chosen = face.ref in self._chosen
        caption = self.tr("Leg deze kaart terug") if chosen else self.tr("Kies deze kaart")
        self.choose.setText(caption)
        self.choose.set_icon_name("undo-2" if chosen else "check")
        alone = len(self._faces) < 2
        self.back.setVisible(not alone)
        self.forward.setVisible(not alone)

    @Slot()
    def _on_back_clicked(self) -> None:
        self._walk(-1)

    @Slot()
    def _on_forward_clicked(self) -> None:
        self._walk(1)

    @Slot()
    def _on_choose_clicked(self) -> None:
        self.choice_requested.emit(self.ref)

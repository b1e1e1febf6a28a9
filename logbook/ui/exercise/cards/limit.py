# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""What is said when one card too many is chosen: kindly, with the way out beside it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from logbook import texts
from logbook.ui.exercise.blocks.tab_order import set_tab_order
from logbook.ui.exercise.cards.faces import Face
from logbook.ui.theme import Theme
from logbook.ui.widgets.buttons import Button, IconButton
from logbook.ui.widgets.columns import FlowLayout
from logbook.ui.widgets.labels import PlainLabel


def announce(widget: QWidget, text: str) -> None:
    """Have a screen reader say something that appeared on screen."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))


class LimitNote(QFrame):
    """Hidden until `ask` is called: names the chosen cards, each one press from going back.

    Signals:
        swap_requested(str, str): put the first card back and take the second instead.
    """

    swap_requested = Signal(str, str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "tip")
        self._wanted = ""
        self._buttons: dict[Button, str] = {}
        self.label = PlainLabel("", "body", self, wrap=True)
        self._close = IconButton("x", self.tr("Laat zo"), theme, self, px=15)
        self._close.clicked.connect(self.dismiss)
        top = QHBoxLayout()
        top.addWidget(self.label, 1)
        top.addWidget(self._close)
        self._flow = FlowLayout(spacing=8)
        body = QVBoxLayout(self)
        body.setContentsMargins(14, 8, 8, 12)
        body.addLayout(top)
        body.addLayout(self._flow)
        self.hide()

    @property
    def buttons(self) -> tuple[Button, ...]:
        """The buttons that put a card back, in the order of the choice."""
        return tuple(self._buttons)

    def ask(self, wanted: Face, chosen: Sequence[Face]) -> None:
        """Say that there is no place for `wanted` and offer to put back one of `chosen`."""
        self.dismiss()
        self._wanted = wanted.ref
        text = self.tr("{full} Wil je {card} erbij, leg dan eerst een andere terug.").format(
            full=texts.cards_full(len(chosen)), card=f"‘{wanted.title}’"
        )
        self.label.setText(text)
        for face in chosen:
            made = Button(self.tr("{card} terugleggen").format(card=face.title), "", "", self)
            made.clicked.connect(self._on_button_clicked)
            self._flow.addWidget(made)
            self._buttons[made] = face.ref
            made.show()
        set_tab_order(self, [*self._buttons, self._close])
        self.show()
        announce(self, text)

    @Slot()
    def dismiss(self) -> None:
        """Leave everything as it is."""
        for made in self._buttons:
            self._flow.removeWidget(made)
            made.hide()
            made.deleteLater()
        self._buttons = {}
        self.hide()

    @Slot()
    def _on_button_clicked(self) -> None:
        old = self._buttons.get(self.sender(), "")  # type: ignore[call-overload]
        wanted = self._wanted
        self.dismiss()
        if old:
            self.swap_requested.emit(old, wanted)

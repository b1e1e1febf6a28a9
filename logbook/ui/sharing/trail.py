# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The steps of sharing in one row: where one is, and where one can go."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from logbook.ui.theme import Theme
from logbook.ui.widgets.buttons import Button
from logbook.ui.widgets.labels import PlainLabel

#: Below this width of the page (at 100 %) the row is one line of words.
_CROWDED = 660


class Trail(QWidget):
    """A button for each step; those that cannot be reached yet are off.

    Signals:
        step_requested(int): go to this step, counted from 0.
    """

    step_requested = Signal(int)

    def __init__(self, theme: Theme, names: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._names = tuple(names)
        self._at = 0
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        self.words = PlainLabel("", "strong", self)
        row.addWidget(self.words)
        self.buttons: list[Button] = []
        for number, name in enumerate(self._names):
            button = Button(f"{number + 1} {name}", "chip", "", self)
            button.setProperty("step", number)
            button.clicked.connect(self._on_clicked)
            self.buttons.append(button)
            row.addWidget(button)
        self.set_width(10_000)

    def show_step(self, at: int, reach: int) -> None:
        """Say which step one is at, and up to which one can go."""
        self._at = at
        for number, button in enumerate(self.buttons):
            button.set_role("chip-on" if number == at else "chip")
            button.setEnabled(number <= reach)
            name = self.tr("Stap {number}: {name}")
            if number == at:
                name = self.tr("Stap {number}: {name}, hier ben je")
            button.setAccessibleName(name.format(number=number + 1, name=self._names[number]))
        words = self.tr("Stap {number} van {count}: {name}")
        self.words.setText(
            words.format(number=at + 1, count=len(self._names), name=self._names[at])
        )

    def set_width(self, width: int) -> None:
        """Take the form that fits a page so wide."""
        crowded = width < self._theme.px(_CROWDED)
        self.words.setVisible(crowded)
        for button in self.buttons:
            button.setVisible(not crowded)

    @Slot()
    def _on_clicked(self) -> None:
        sender = self.sender()
        if sender is not None:
            self.step_requested.emit(sender.property("step"))

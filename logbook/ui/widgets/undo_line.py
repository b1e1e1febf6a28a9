# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""A line in a dialog that says what was done, with the way to undo it.

The strip of the window cannot be reached while a dialog is open.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from logbook.ui.widgets.buttons import Button
from logbook.ui.widgets.labels import PlainLabel


class UndoLine(QWidget):
    """One sentence and, when it can be undone, a button; not there when nothing is said."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._undo: Callable[[], object] | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        self.words = PlainLabel("", "small", self, wrap=True)
        self.button = Button(self.tr("Ongedaan maken"), "link", "undo-2", self)
        self.button.clicked.connect(self._on_clicked)
        row.addWidget(self.words, 1)
        row.addWidget(self.button)
        self.hide()

    def say(self, sentence: str, undo: Callable[[], object] | None = None) -> None:
        """Say what happened; "" says nothing more."""
        self._undo = undo
        self.words.setText(sentence)
        self.button.setVisible(undo is not None)
        self.setVisible(bool(sentence))

    @Slot()
    def _on_clicked(self) -> None:
        undo = self._undo
        self.say("")
        if undo is not None:
            undo()

# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The line below the steps of sharing: back, why one cannot go on, and on."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from logbook.ui.sharing.step import Step
from logbook.ui.widgets.buttons import Button
from logbook.ui.widgets.labels import PlainLabel
from logbook.ui.widgets.layouts import clear_layout


class ShareFoot(QFrame):
    """`build` makes its buttons, and makes them anew."""

    back: Button
    next: Button

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "foot")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(28, 10, 28, 10)
        self._row.setSpacing(12)

    def build(self) -> None:
        """Make the buttons."""
        clear_layout(self._row)
        self.back = Button(self.tr("Vorige"), "", "arrow-left", self)
        self.back.setToolTip(self.tr("Vorige stap (Alt+Pijl links)"))
        self.why = PlainLabel("", "muted", self, wrap=True)
        self.why.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.next = Button("", "primary", "", self)
        self._row.addWidget(self.back)
        self._row.addWidget(self.why, 1)
        self._row.addWidget(self.next)

    def show_step(self, step: Step, *, first: bool, following: str) -> None:
        """Show the ways on from a step; `following` names the next one, "" for the last."""
        self.back.setVisible(not first)
        if following:
            self.next.setText(self.tr("Verder naar {name}").format(name=following))
            self.next.setToolTip(self.tr("Volgende stap (Alt+Pijl rechts)"))
        else:
            self.next.setText(self.tr("Bestand bewaren …"))
            self.next.setToolTip("")
        self.next.setEnabled(step.ready)
        self.why.setText(step.hint)

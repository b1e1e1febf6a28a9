# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""A calm window for when the logbook cannot be opened: what happened and what can be done."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMainWindow, QWidget

from logbook.ui.theme import Theme
from logbook.ui.widgets.buttons import Button
from logbook.ui.widgets.columns import FlowLayout, ReadingColumn
from logbook.ui.widgets.labels import PlainLabel


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing the user can do."""

    name: str
    caption: str


class TroubleWindow(QMainWindow):
    """Title, sentence, place of the file and choices; the first choice is the recommended one.

    Signals:
        chosen(str): the name of the choice; "close" when the window was closed.
    """

    chosen = Signal(str)

    def __init__(
        self,
        theme: Theme,
        title: str,
        sentence: str,
        place: str,
        choices: Sequence[Choice],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._done = False
        self.setWindowTitle(self.tr("Logboek"))
        self.resize(theme.px(820), theme.px(520))
        column = ReadingColumn(theme, self, width=600, margins=(40, 56))
        self.setCentralWidget(column)
        top = QHBoxLayout()
        top.setSpacing(14)
        self._icon = QLabel(self)
        top.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        top.addWidget(PlainLabel(title, "page-title", self, wrap=True), 1)
        column.body.addLayout(top)
        self.sentence = PlainLabel(sentence, "reading", self, wrap=True)
        column.body.addWidget(self.sentence)
        if place and place not in sentence:
            where = PlainLabel(place, "small", self, wrap=True)
            where.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse
                | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
            column.body.addWidget(where)
        column.body.addSpacing(14)
        holder = QWidget(self)
        flow = FlowLayout(holder, spacing=10)
        self.buttons: dict[str, Button] = {}
        for number, choice in enumerate(choices):
            made = Button(choice.caption, "primary" if number == 0 else "", "", holder)
            made.setObjectName(choice.name)
            made.clicked.connect(self._on_button_clicked)
            flow.addWidget(made)
            self.buttons[choice.name] = made
        column.body.addWidget(holder)
        column.body.addStretch(1)
        theme.changed.connect(self._tint)
        self._tint()
        next(iter(self.buttons.values())).setFocus()

    def finish(self) -> None:
        """Go away without a choice: the trouble is over."""
        self._done = True
        self.close()
        self.deleteLater()

    def closeEvent(self, event: QCloseEvent) -> None:
        event.accept()
        if not self._done:
            self._done = True
            self.chosen.emit("close")

    @Slot()
    def _on_button_clicked(self) -> None:
        sender = self.sender()
        if isinstance(sender, Button):
            self.chosen.emit(sender.objectName())

    @Slot()
    def _tint(self) -> None:
        self._icon.setPixmap(self._theme.pixmap("shield-alert", 28, "ochre"))

# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""What is replaced in what leaves: what stood there, what comes there, and the way back.

What stood there is read from the texts for the screen; nowhere is it kept as a list.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from logbook.services.share_names import Shown
from logbook.ui.widgets.buttons import Button
from logbook.ui.widgets.labels import PlainLabel
from logbook.ui.widgets.layouts import clear_layout


class ReplacedList(QWidget):
    """A line for each pair of words, with how often it stands there.

    Signals:
        undo_requested(object): let what stood there come back; the replacements of one line.
    """

    undo_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._groups: list[tuple[Shown, ...]] = []
        self.buttons: list[Button] = []
        self._body = QVBoxLayout(self)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(4)

    def show_replacements(self, found: Sequence[Shown]) -> None:
        """Show these, the same words in one line."""
        clear_layout(self._body)
        self.buttons = []
        groups: dict[tuple[str, str], list[Shown]] = {}
        for each in found:
            groups.setdefault((each.was, each.role), []).append(each)
        self._groups = [tuple(group) for group in groups.values()]
        for (was, words), group in groups.items():
            self._body.addWidget(self._row(was, words, len(group)))

    def _row(self, was: str, words: str, number: int) -> QWidget:
        row = QWidget(self)
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(12)
        said = self.tr("“{was}” wordt “{words}”").format(was=" ".join(was.split()), words=words)
        if number > 1:
            said = self.tr("{said} ({number} keer)").format(said=said, number=number)
        line.addWidget(PlainLabel(said, "body", row, wrap=True), 1)
        back = Button(self.tr("Toch laten staan"), "link", "undo-2", row)
        back.setAccessibleName(self.tr("Toch laten staan: {was}").format(was=was))
        back.clicked.connect(self._on_back_clicked)
        self.buttons.append(back)
        line.addWidget(back)
        return row

    @Slot()
    def _on_back_clicked(self) -> None:
        sender = self.sender()
        place = next((n for n, button in enumerate(self.buttons) if button is sender), None)
        if place is not None:
            self.undo_requested.emit(self._groups[place])

# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The entries that link to the one that is read: ‘Verwijst hierheen’."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from logbook.core.kept import LinkedEntry
from logbook.ui.widgets.buttons import Button
from logbook.ui.widgets.columns import FlowLayout
from logbook.ui.widgets.dates import local_day, short_day
from logbook.ui.widgets.frames import Separator
from logbook.ui.widgets.labels import PlainLabel
from logbook.ui.widgets.layouts import clear_layout


class LinkedFrom(QWidget):
    """Titles with their day; not there when nothing links here.

    Signals:
        entry_requested(str): read this entry.
    """

    entry_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 18, 0, 0)
        body.setSpacing(8)
        body.addWidget(Separator(self))
        body.addSpacing(6)
        body.addWidget(PlainLabel(self.tr("VERWIJST HIERHEEN"), "section", self))
        self._holder = QWidget(self)
        self._rows = FlowLayout(self._holder, spacing=14)
        body.addWidget(self._holder)
        self.buttons: list[Button] = []
        self.hide()

    def show_entries(self, entries: Sequence[LinkedEntry]) -> None:
        """Show these entries."""
        clear_layout(self._rows)
        self.buttons = []
        for entry in entries:
            title = entry.title or self.tr("Zonder titel")
            day = short_day(local_day(entry.created_at)) if entry.created_at else ""
            words = " · ".join(filter(None, (title, day)))
            # A caption knows no other sign for a shortcut than this one.
            link = Button(words.replace("&", "&&"), "link", "", self._holder)
            link.setAccessibleName(words)
            link.setProperty("entry_id", entry.id)
            link.clicked.connect(self._on_clicked)
            self._rows.addWidget(link)
            link.show()
            self.buttons.append(link)
        self.setVisible(bool(entries))

    @Slot()
    def _on_clicked(self) -> None:
        self.entry_requested.emit(self.sender().property("entry_id"))

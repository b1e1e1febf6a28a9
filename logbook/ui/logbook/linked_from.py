# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Entries that belong to the one that is read: that link to it, or are of the same day before."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from logbook.core.kept import LinkedEntry
from logbook.ui.widgets.buttons import Button
from logbook.ui.widgets.columns import FlowLayout
from logbook.ui.widgets.dates import local_day, short_day
from logbook.ui.widgets.entry_link import EntryLink
from logbook.ui.widgets.frames import Separator
from logbook.ui.widgets.labels import PlainLabel
from logbook.ui.widgets.layouts import clear_layout


class LinkedFrom(QWidget):
    """Titles with their day; not there when there are none.

    Args:
        heading: what they have to do with what is read; "" says that they link to it.

    Signals:
        entry_requested(str): read this entry.
    """

    entry_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None, heading: str = "") -> None:
        super().__init__(parent)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 18, 0, 0)
        body.setSpacing(8)
        body.addWidget(Separator(self))
        body.addSpacing(6)
        body.addWidget(PlainLabel(heading or self.tr("VERWIJST HIERHEEN"), "section", self))
        self._holder = QWidget(self)
        self._rows = FlowLayout(self._holder, spacing=14)
        body.addWidget(self._holder)
        self.buttons: list[Button] = []
        self.hide()

    def show_entries(self, entries: Sequence[LinkedEntry]) -> None:
        """Show these entries, each with its day."""
        self.show_links(
            [
                (each.id, each.title, short_day(local_day(each.created_at)))
                if each.created_at
                else (each.id, each.title, "")
                for each in entries
            ]
        )

    def show_links(self, links: Sequence[tuple[str, str, str]]) -> None:
        """Show these: the id of an entry, its title, and what is said about when."""
        clear_layout(self._rows)
        self.buttons = []
        for entry_id, known, when in links:
            title = known or self.tr("Zonder titel")
            link = EntryLink(entry_id, title, when, self._holder)
            link.clicked.connect(self._on_clicked)
            self._rows.addWidget(link)
            link.show()
            self.buttons.append(link)
        self.setVisible(bool(links))

    @Slot()
    def _on_clicked(self) -> None:
        self.entry_requested.emit(self.sender().property("entry_id"))

# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""One quiet line above a note that is being written: how many remarks came back on it."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from logbook.core.entry import EntryId
from logbook.core.errors import LogbookError
from logbook.core.remarks import PlacedRemark, RemarkStatus
from logbook.services.changes import Changes
from logbook.texts.remarks import remarks
from logbook.ui.context import Context
from logbook.ui.navigation import ReadEntry
from logbook.ui.widgets.buttons import Button


class NoteRemarks(Button):
    """Leads to where the remarks stand beside the text; hidden while there are none.

    Signals:
        wished(Wish): read them.
    """

    wished = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__("", "link", "messages-square", parent)
        self._context = context
        self._entry_id: EntryId | None = None
        self.clicked.connect(self._on_clicked)
        context.notifier.changed.connect(self._on_notifier_changed)
        self.hide()

    def show_entry(self, entry_id: EntryId | None) -> None:
        """Count the remarks on this note; None while it is not stored."""
        self._entry_id = entry_id
        found: tuple[PlacedRemark, ...] = ()
        if entry_id is not None:
            services = self._context.services
            try:
                if entry_id in services.sharing.shared_entries():
                    found = services.feedback.remarks_of(entry_id)
            except LogbookError:
                found = ()  # said by whoever keeps the note
        self.setVisible(bool(found))
        parts = [remarks(len(found))]
        if fresh := sum(each.remark.status is RemarkStatus.NEW for each in found):
            parts.append(self.tr("{number} nieuw").format(number=fresh))
        self.setText(" · ".join(parts))
        self.setAccessibleName(self.tr("Lezen: {remarks}").format(remarks=self.text()))

    @Slot()
    def _on_clicked(self) -> None:
        if self._entry_id is not None:
            self.wished.emit(ReadEntry(self._entry_id))

    @Slot(object)
    def _on_notifier_changed(self, changes: Changes) -> None:
        if changes.sharing or changes.everything:
            self.show_entry(self._entry_id)

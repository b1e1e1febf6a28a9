# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The versions of one entry in a dialog, and putting one of them back."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from logbook.core.entry import AnswerKey, EntryId, Value
from logbook.ui.context import Context
from logbook.ui.logbook.entry_acts import EntryActs
from logbook.ui.logbook.versions_dialog import VersionChoice, VersionsDialog


class EntryVersions(QObject):
    """Opens the dialog and carries out what is asked there, with the way back in the strip."""

    def __init__(self, context: Context, acts: EntryActs, window: QWidget) -> None:
        super().__init__(window)
        self._context = context
        self._acts = acts
        self._window = window
        self._entry_id = EntryId("")
        self._dialog: VersionsDialog | None = None

    def open(self, entry_id: EntryId) -> None:
        """Show what there was of this entry, until the user closes it."""
        services, theme = self._context.services, self._context.theme
        history = services.reading.history(entry_id)
        self._entry_id = entry_id
        self._dialog = VersionsDialog(history, services.content.library(), theme, self._window)
        self._dialog.restore_requested.connect(self._on_restore_requested)
        self._dialog.exec()
        self._dialog.deleteLater()
        self._dialog = None

    @Slot(object)
    def _on_restore_requested(self, choice: VersionChoice) -> None:
        entry_id, key, before = self._entry_id, choice.key, choice.present
        entry = self._context.services.reading.entry(entry_id)
        if not self._acts.restore_version(entry, key, choice.value, choice.head):
            return
        if self._dialog is not None:
            self._dialog.accept()
        self._context.messages.show(
            self.tr("Deze versie staat er weer."),
            "success",
            self.tr("Ongedaan maken"),
            lambda: self._take_back(entry_id, key, before),
        )

    def _take_back(self, entry_id: EntryId, key: AnswerKey, value: Value) -> None:
        """Put back what stood there before a version was put back: again a version more."""
        entry = self._context.services.reading.entry(entry_id)
        answer = entry.answer(key)
        if answer is not None:
            self._acts.restore_version(entry, key, value, answer.head)

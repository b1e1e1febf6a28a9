# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Keeps the calendar file at the place that the user chose up to date while the window is open."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Slot

from logbook.core.errors import LogbookError
from logbook.services.changes import Changes
from logbook.texts import error_sentence
from logbook.ui.context import Context

#: A little after the last change, so that typing writes no file at every word.
_PAUSE = 3_000


class CalendarKeeper(QObject):
    """Writes some seconds after a change of what may hold dates, at the start and at the end."""

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._path = ""
        self._refused = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE)
        self._timer.timeout.connect(self._write)
        context.notifier.changed.connect(self._on_notifier_changed)
        context.preferences.changed.connect(self._follow)
        self._follow()

    def finish(self) -> None:
        """Write what waits to be written."""
        if self._timer.isActive():
            self._timer.stop()
            self._write()

    @Slot()
    def _follow(self) -> None:
        path = self._context.preferences.settings.calendar_file
        if path == self._path:
            return
        self._path, self._refused = path, ""
        if path:
            self._timer.start()
        else:
            self._timer.stop()

    @Slot(object)
    def _on_notifier_changed(self, changes: Changes) -> None:
        dates = changes.revisits or changes.entries or changes.everything or changes.library
        if self._path and dates:
            self._timer.start()

    @Slot()
    def _write(self) -> None:
        try:
            self._context.services.calendar.keep(Path(self._path))
        except LogbookError as error:
            # Said once: the next change would say it again.
            if self._refused != self._path:
                self._refused = self._path
                self._context.messages.show(error_sentence(error), "warning")
        else:
            self._refused = ""

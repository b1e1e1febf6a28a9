# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""What the user chose, while the window is open: changed here, kept on disk, put in force."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from logbook.core.errors import LogbookError
from logbook.settings import Settings, save_settings

if TYPE_CHECKING:
    from pathlib import Path

    from logbook.ui.theme import Theme


class Preferences(QObject):
    """The settings in force.

    Signals:
        changed(Settings): after a choice is in force.
        save_failed(LogbookError): a choice is in force but could not be kept.
    """

    changed = Signal(object)
    save_failed = Signal(object)

    def __init__(
        self, path: Path, settings: Settings, theme: Theme, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._path = path
        self._theme = theme
        self._settings = settings

    @property
    def settings(self) -> Settings:
        """The choices as they are now."""
        return self._settings

    def change(self, **values: Any) -> None:
        """Change choices by name, keep them and put them in force."""
        wanted = replace(self._settings, **values)
        if wanted == self._settings:
            return
        self._settings = wanted
        failure: LogbookError | None = None
        try:
            save_settings(self._path, wanted)
        except LogbookError as error:
            failure = error
        self._theme.apply(wanted)
        self.changed.emit(wanted)
        if failure is not None:
            self.save_failed.emit(failure)

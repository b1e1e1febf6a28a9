# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""One signal for everything that changed data; screens refresh from it and from nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from logbook.services.changes import Changes


class Notifier(QObject):
    """Carries `Changes` from whoever acted to every screen.

    Signals:
        changed(Changes): after the commit of an act.
    """

    changed = Signal(object)

    def announce(self, changes: Changes) -> None:
        """Tell every screen what was touched."""
        self.changed.emit(changes)

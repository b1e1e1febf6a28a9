# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The way to the check on request, from any screen that shows one entry."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from logbook.core.entry import EntryId
from logbook.ui.context import Context
from logbook.ui.widgets.shortcuts import add_shortcut

CHECK_KEYS = "Ctrl+Shift+H"


class EntryCheck(QObject):
    """Opens the check, by `open` or by its keys.

    Args:
        stored: makes what is on screen durable and gives its entry; None when there is none.
        window: the screen that listens to the keys.
    """

    def __init__(
        self, context: Context, stored: Callable[[], EntryId | None], window: QWidget
    ) -> None:
        super().__init__(window)
        self._context = context
        self._stored = stored
        self._window = window
        add_shortcut(window, CHECK_KEYS, self.open)

    @Slot()
    def open(self) -> None:
        """Look through the entry on screen."""
        entry_id = self._stored()
        if entry_id is None:
            self._context.messages.show(self.tr("Er staat nog niets om na te kijken."))
            return
        # Not at the top: most visits never ask for it.
        from logbook.ui.checking.trace_dialog import TraceDialog

        TraceDialog.ask(self._context, entry_id, self._window)

# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Loads dictionary and word lists at a quiet moment, before the first pause of somebody typing."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Slot

from logbook.ui.background import run
from logbook.ui.context import Context

#: Milliseconds after the writer came into view; again as many while somebody types.
_QUIET = 1500


class Warmup(QObject):
    """Loads what the settings ask for, once.

    Args:
        is_busy: whether somebody types just now.
    """

    def __init__(
        self, context: Context, is_busy: Callable[[], bool], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._is_busy = is_busy
        self._timer = QTimer(self, singleShot=True, interval=_QUIET)
        self._timer.timeout.connect(self._load)

    def begin(self) -> None:
        """The writer came into view."""
        self._timer.start()

    def end(self) -> None:
        """The writer went out of view."""
        self._timer.stop()

    @Slot()
    def _load(self) -> None:
        if self._is_busy():
            self._timer.start()
            return
        settings, services = self._context.preferences.settings, self._context.services

        def load() -> None:
            if settings.check_spelling:
                services.spelling.load()
            if settings.check_traces:
                services.traces.load()

        run(load, _nothing, _nothing, self)


def _nothing(_result: object) -> None:
    """A list that cannot be read is told by the field that asks for it."""

# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The end of the session or of the process, asked for from outside, as a Qt signal."""

from __future__ import annotations

import contextlib
import os
import signal
import sys
from types import FrameType

from PySide6.QtCore import QObject, QSocketNotifier, QTimer, Signal, Slot

_LISTENED = ("SIGTERM", "SIGINT", "SIGHUP")


class QuitSignals(QObject):
    """Listens for SIGTERM, SIGINT and SIGHUP.

    Python runs its handlers only between its own steps; a pipe wakes Qt's loop for that.

    Signals:
        quit_requested(): the process must end now.
    """

    quit_requested = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pipe: tuple[int, int] | None = None
        self._asked = False
        for name in _LISTENED:
            number = getattr(signal, name, None)
            if number is not None:
                signal.signal(number, self._handle)
        if sys.platform == "win32":
            # No pipe can wake Qt there: let Python have a turn now and then.
            self._turns = QTimer(self, interval=500)
            self._turns.timeout.connect(self._tell)
            self._turns.start()
            return
        self._pipe = os.pipe()
        for end in self._pipe:
            os.set_blocking(end, False)
        signal.set_wakeup_fd(self._pipe[1], warn_on_full_buffer=False)
        self._notifier = QSocketNotifier(self._pipe[0], QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_notifier_activated)

    def close(self) -> None:
        """Stop listening."""
        for name in _LISTENED:
            number = getattr(signal, name, None)
            if number is not None:
                signal.signal(number, signal.SIG_DFL)
        if self._pipe is not None:
            self._notifier.setEnabled(False)
            signal.set_wakeup_fd(-1)
            for end in self._pipe:
                os.close(end)
            self._pipe = None

    def _handle(self, _number: int, _frame: FrameType | None) -> None:
        self._asked = True

    @Slot()
    def _on_notifier_activated(self) -> None:
        if self._pipe is not None:
            with contextlib.suppress(BlockingIOError):
                os.read(self._pipe[0], 64)
        # The handler runs before this slot's Python code does.
        self._tell()

    @Slot()
    def _tell(self) -> None:
        if self._asked:
            self._asked = False
            self.quit_requested.emit()

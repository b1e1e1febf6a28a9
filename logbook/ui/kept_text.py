# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""One text that keeps itself, for what is written outside the writer: margin notes, goals.

Knows no widgets and no service: how the text is stored, its owner says.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from logbook.clock import now_utc
from logbook.core.errors import LogbookError

#: Milliseconds from the first unsaved change to the save; half of what is promised.
SAVE_AFTER = 1000
#: Milliseconds before a failed save is tried again, longer each time.
RETRY_AFTER = (2000, 4000, 8000, 10_000)

#: Stores a text: the version last seen and whether to end the version; gives the new version.
Write = Callable[[str, str | None, bool], str | None]


class KeptText(QObject):
    """A text with autosave.

    Args:
        write: stores it.
        text, base: as they are stored now; None for a text that is not there yet.

    Signals:
        saved(): after a commit.
        failed(LogbookError): a save was refused; the text stays, saving is tried again.
    """

    saved = Signal()
    failed = Signal(object)

    def __init__(
        self,
        write: Write,
        text: str = "",
        base: str | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._write = write
        self._text = text
        self._base = base
        self._pending = False
        self._open_version = False
        self._failures = 0
        self.saved_at: datetime | None = None
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._on_timer_timeout)

    @property
    def text(self) -> str:
        """What is on screen."""
        return self._text

    @property
    def pending(self) -> bool:
        """Whether what is on screen is not durable yet."""
        return self._pending

    def edit(self, text: str) -> None:
        """The user changed the text: it will be durable within two seconds."""
        if text == self._text:
            return
        self._text = text
        self._pending = True
        if not self._timer.isActive():
            self._timer.start(SAVE_AFTER)

    def flush(self, *, close_version: bool = False) -> bool:
        """Make it durable now; whether that went well.

        Args:
            close_version: end the version too, so that the next change begins a new one.
        """
        self._timer.stop()
        if not self._pending and not (close_version and self._open_version):
            return True
        try:
            self._base = self._write(self._text, self._base, close_version)
        except LogbookError as error:
            if self._pending:
                self._timer.start(RETRY_AFTER[min(self._failures, len(RETRY_AFTER) - 1)])
            self._failures += 1
            self.failed.emit(error)
            return False
        self._failures = 0
        if self._pending:
            self.saved_at = now_utc()
        self._pending = False
        self._open_version = not close_version
        self.saved.emit()
        return True

    def stop(self) -> None:
        """End the autosave; call `flush` first."""
        self._timer.stop()

    @Slot()
    def _on_timer_timeout(self) -> None:
        self.flush()

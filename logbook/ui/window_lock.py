# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""One window for each logbook: a lock beside the file."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QLockFile, QSysInfo


class Holder(NamedTuple):
    """Who holds a lock."""

    pid: int
    host: str
    is_here: bool


class WindowLock:
    """The lock of a window on a logbook: `logboek.db.lock` beside it.

    A lock of a process on this computer that is gone is taken over. One from another computer
    (the file may sit in a synced folder) cannot be judged: the user decides.
    """

    def __init__(self, logbook: Path) -> None:
        self._lock = QLockFile(str(logbook) + ".lock")
        self._lock.setStaleLockTime(0)

    def take(self) -> bool:
        """Take the lock; False when another window has it.

        A folder that cannot be written is not for the lock to judge: opening says so.
        """
        if self._lock.tryLock(0):
            return True
        return self._lock.error() is not QLockFile.LockError.LockFailedError

    def holder(self) -> Holder | None:
        """Who has the lock, as far as that can be read."""
        pid, host, _ = self._lock.getLockInfo()
        if not pid:
            return None
        return Holder(pid, host, host in ("", QSysInfo.machineHostName()))

    def take_over(self) -> bool:
        """Remove the lock of another computer and take it; False when that failed."""
        self._lock.removeStaleLockFile()
        return self.take()

    def release(self) -> None:
        """Give the lock back."""
        self._lock.unlock()

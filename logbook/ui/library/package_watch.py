# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Carries how far work on a package is from its thread to the screen, and the wish to stop back."""

from __future__ import annotations

from threading import Event

from PySide6.QtCore import QObject, Signal

from logbook.core.errors import PackageStopped

_STEPS = 50


class PackageWatch(QObject):
    """Called by the service after each file.

    Signals:
        moved(int, int): so many files of so many are done; about fifty times in all.
    """

    moved = Signal(int, int)

    def __init__(self) -> None:
        super().__init__()
        self._stop = Event()

    def __call__(self, done: int, total: int) -> None:
        """Tell how far the work is.

        Raises:
            PackageStopped: the user does not want it any more.
        """
        if self._stop.is_set():
            raise PackageStopped
        if done == total or done % max(1, total // _STEPS) == 0:
            self.moved.emit(done, total)

    @property
    def is_stopped(self) -> bool:
        """Whether the user wants no more of it."""
        return self._stop.is_set()

    def stop(self) -> None:
        """End the work after the file it is at."""
        self._stop.set()

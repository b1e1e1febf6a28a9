# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Tells when one file has another content, however its editor saves it.

Editors write over a file, put a new one in its place, or take it away for a moment. The system
tells most of it at once; a look now and then finds the rest (network drives tell nothing).
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal, Slot

#: Milliseconds without news before a file counts as saved.
SETTLE = 200
#: Milliseconds that a file may be away while an editor puts another in its place.
AWAY = 1_200
_LOOK_EVERY = 2_000

State = tuple[int, int, int]


class FileFollower(QObject):
    """Follows one file, also while it is not there.

    Signals:
        changed(): there is something else now, or nothing any more.
    """

    changed = Signal()

    def __init__(self, file: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._file = file
        self._known = self._state()
        self._watcher = QFileSystemWatcher(self)
        self._settle = QTimer(self, singleShot=True, interval=SETTLE)
        self._away = QTimer(self, singleShot=True, interval=AWAY)
        self._look = QTimer(self, interval=_LOOK_EVERY)
        self._watcher.fileChanged.connect(self._settle.start)
        self._watcher.directoryChanged.connect(self._settle.start)
        self._settle.timeout.connect(self._on_settled)
        self._away.timeout.connect(self._on_away_timeout)
        self._look.timeout.connect(self._on_settled)
        self._watch()
        self._look.start()

    def stop(self) -> None:
        """Follow no longer."""
        for timer in (self._settle, self._away, self._look):
            timer.stop()
        watched = [*self._watcher.files(), *self._watcher.directories()]
        if watched:
            self._watcher.removePaths(watched)

    def _state(self) -> State | None:
        try:
            found = self._file.stat()
        except (OSError, ValueError):
            return None
        return found.st_ino, found.st_mtime_ns, found.st_size

    def _watch(self) -> None:
        """Watch the file and its folder; a file that was replaced must be added again."""
        folder = self._file.parent
        while not folder.is_dir() and folder != folder.parent:
            folder = folder.parent
        wanted = {str(folder)} | ({str(self._file)} if self._file.exists() else set())
        watched = {*self._watcher.files(), *self._watcher.directories()}
        if gone := sorted(watched - wanted):
            self._watcher.removePaths(gone)
        if fresh := sorted(wanted - watched):
            self._watcher.addPaths(fresh)

    @Slot()
    def _on_settled(self) -> None:
        self._watch()
        now = self._state()
        if now is None:
            if self._known is not None and not self._away.isActive():
                self._away.start()
            return
        self._away.stop()
        if now != self._known:
            self._known = now
            self.changed.emit()

    @Slot()
    def _on_away_timeout(self) -> None:
        if self._state() is None:
            self._known = None
            self.changed.emit()
        else:
            self._on_settled()

# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Notices what others do: another process that writes the logbook, exercises that change."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Slot

from logbook import texts
from logbook.core.errors import LogbookError

if TYPE_CHECKING:
    from pathlib import Path

    from logbook.ui.context import Context

_log = logging.getLogger(__name__)

_LOOK_EVERY = 2_000
#: A program that saves a file touches it more than once; wait until it is done.
_SETTLE = 400
_MOST_FILES = 500


class Watcher(QObject):
    """Looks at the logbook while the window is active, and at the user's own exercises."""

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._version: int | None = None
        self._failed = False
        self._timer = QTimer(self, interval=_LOOK_EVERY)
        self._timer.timeout.connect(self.look)
        self._settle = QTimer(self, singleShot=True, interval=_SETTLE)
        self._settle.timeout.connect(self._on_exercises_settled)
        self._files: QFileSystemWatcher | None = None

    def start(self) -> None:
        """Begin; what stands there now is known."""
        self.look()
        self._files = QFileSystemWatcher(self)
        self._files.directoryChanged.connect(self._settle.start)
        self._files.fileChanged.connect(self._settle.start)
        self._watch_files()

    def set_active(self, active: bool) -> None:
        """The window came to the front, or went from it."""
        if active:
            self.look()
            self._timer.start()
        else:
            self._timer.stop()

    @Slot()
    def look(self) -> None:
        """Announce when another process has written since the last look."""
        try:
            version = self._context.services.reading.data_version()
        except LogbookError as error:
            if not self._failed:
                self._context.messages.show(texts.error_sentence(error), "error")
            self._failed = True
            return
        self._failed = False
        known, self._version = self._version, version
        if known is not None and version != known:
            from logbook.services.changes import Changes

            self._context.notifier.announce(Changes(everything=True))

    def tidy(self) -> None:
        """Upkeep of the search index, for a moment in which nobody types."""
        try:
            self._context.services.writing.merge_search_index()
        except LogbookError as error:
            _log.info("search index not merged: %s", type(error).__name__)

    @Slot()
    def _on_exercises_settled(self) -> None:
        self._watch_files()
        from logbook.services.changes import Changes

        self._context.services.content.reload()
        self._context.notifier.announce(Changes(library=True))

    def _watch_files(self) -> None:
        """Watch the folders and the files in them; a replaced file must be added again."""
        if self._files is None:
            return
        own = self._context.services.paths.own_exercises
        wanted = [str(own.parent)] if own.parent.is_dir() else []
        if own.is_dir():
            wanted += [str(path) for path in _inside(own)[:_MOST_FILES]]
        watched = {*self._files.directories(), *self._files.files()}
        gone = watched - set(wanted)
        if gone:
            self._files.removePaths(sorted(gone))
        fresh = [path for path in wanted if path not in watched]
        if fresh:
            self._files.addPaths(fresh)


def _inside(folder: Path) -> list[Path]:
    try:
        return [folder, *(path for path in sorted(folder.rglob("*")) if not path.is_symlink())]
    except OSError:
        return [folder]

# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Notices what others do: another process that writes the logbook, exercises that change."""

from __future__ import annotations

import contextlib
import logging
import stat
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
_MOST_WATCHED = 2_000
_DEEPEST = 6


class Watcher(QObject):
    """Looks at the logbook while the window is active, and at the user's own exercises.

    Of the packages only their coming and going: nobody edits in them.
    """

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
        self._found: list[Path] = []
        self._known: dict[Path, tuple[int, int]] = {}

    def start(self) -> None:
        """Begin; what stands there now is known."""
        self.look()
        self._files = QFileSystemWatcher(self)
        self._files.directoryChanged.connect(self._settle.start)
        self._files.fileChanged.connect(self._settle.start)
        self._watch_files()
        self._known = _state(self._found)

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
        # Watched first and looked at then: what comes in between is told of again.
        self._watch_files()
        found = _state(self._found)
        if found == self._known:
            return
        self._known = found
        from logbook.services.changes import Changes

        content = self._context.services.content
        before = content.library()
        if content.reload() == before:
            return  # a package that was only looked into, or a file that is none of ours
        self._context.notifier.announce(Changes(library=True))

    def _watch_files(self) -> None:
        """Watch the folders and the files in them; a replaced file must be added again."""
        if self._files is None:
            return
        paths = self._context.services.paths
        self._found = []
        wanted: set[str] = set()
        for root, depth in ((paths.own_exercises, _DEEPEST), (paths.bundles, 1)):
            if root.is_dir():
                self._found += _inside(root, depth)
            else:
                # Only to notice that it is made; much else happens in the folder above it.
                above = next((each for each in root.parents if each.is_dir()), None)
                wanted |= {str(above)} if above is not None else set()
        folders = [path for path in self._found if path.is_dir()]
        others = [path for path in self._found if path not in set(folders)]
        wanted |= {str(path) for path in [*folders, *others][:_MOST_WATCHED]}
        watched = {*self._files.directories(), *self._files.files()}
        gone = watched - wanted
        if gone:
            self._files.removePaths(sorted(gone))
        fresh = wanted - watched
        if fresh:
            self._files.addPaths(sorted(fresh))


def _inside(folder: Path, depth: int) -> list[Path]:
    """A folder and what it holds, so many levels deep; hidden ones and links are left alone."""
    found = [folder]
    try:
        entries = sorted(folder.iterdir())
    except OSError:
        return found
    for path in entries:
        if path.name.startswith(".") or path.is_symlink():
            continue
        found += _inside(path, depth - 1) if depth > 1 and path.is_dir() else [path]
    return found


def _state(found: list[Path]) -> dict[Path, tuple[int, int]]:
    """What tells whether something was changed: files by size and time, folders by which it is."""
    state = {}
    for path in found:
        with contextlib.suppress(OSError):
            status = path.stat()
            is_folder = stat.S_ISDIR(status.st_mode)
            state[path] = (status.st_ino, 0) if is_folder else (status.st_mtime_ns, status.st_size)
    return state

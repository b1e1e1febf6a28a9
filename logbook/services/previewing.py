# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The content a preview shows: the exercise in one file, with everything it can name.

Follows no file by itself and stores nothing; who shows it says when to look again.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from logbook.content.cache import ContentCache
from logbook.content.preview import FileReading, read_exercise, refusal
from logbook.content.strays import could_be_meant
from logbook.paths import Paths
from logbook.services.content import ContentService

if TYPE_CHECKING:
    from logbook.core.library import Library

__all__ = ["FileReading", "PreviewContent", "could_be_meant", "refusal"]


class PreviewContent(ContentService):
    """As the content of the program, with the exercise of one file in it, also half-written.

    `library` gives what the last good reading knew, so that what is on screen stays whole while
    the file has mistakes.
    """

    def __init__(self, paths: Paths, file: Path) -> None:
        super().__init__(paths)
        self.file = file
        # Read, never written: a preview leaves nothing behind.
        self._cache = ContentCache(paths.library_cache)

    def read(self) -> FileReading:
        """Look at the file now; `library` stays as it is until `take`."""
        return read_exercise(self.file, self.folders(), self._cache)

    def take(self, reading: FileReading) -> None:
        """From now on `library` gives what this reading knew; one with mistakes is not taken."""
        if reading.exercise is not None:
            self._library = reading.library

    def library(self) -> Library:
        """What the last good reading knew; nothing before the first."""
        if self._library is None:
            from logbook.core.library import Library

            return Library()
        return self._library

    def forget(self) -> None:
        """Nothing: what is on screen keeps standing on what the last good reading knew."""

    def reload(self) -> Library:
        """The same: only `take` brings something new."""
        return self.library()

# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The library for screens and commands: loaded when first needed, read anew on request."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from logbook.paths import Paths, content_folder

if TYPE_CHECKING:
    from logbook.content.library import ContentFolder
    from logbook.core.library import Library, Problem


class ContentService:
    """Exercises, decks and reference pages of this user."""

    def __init__(self, paths: Paths) -> None:
        self._paths = paths
        self._library: Library | None = None

    def library(self) -> Library:
        """All content, loaded at the first call."""
        if self._library is None:
            # Not at the top: adding a note or listing entries never needs the exercises.
            from logbook.content.library import load_library

            self._library = load_library(self.folders(), cache=self._paths.library_cache)
        return self._library

    def reload(self) -> Library:
        """Read the folders anew."""
        self._library = None
        return self.library()

    def folders(self) -> tuple[ContentFolder, ...]:
        """The shipped folder first, then the user's own when it is there."""
        from logbook.content.library import ContentFolder

        shipped = content_folder()
        folders = [ContentFolder(shipped / "exercises", shipped / "resources", own=False)]
        own = self._paths.own_exercises
        if own.is_dir():
            folders.append(ContentFolder(own, None, own=True))
        return tuple(folders)

    def check(self, paths: Sequence[Path]) -> tuple[int, tuple[Problem, ...]]:
        """How many files were checked, and every mistake in them; no paths means all content."""
        from logbook.content.library import check_paths

        return check_paths(paths, self.folders())

# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The library for screens and commands: loaded when first needed, read anew on request."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from logbook.paths import Paths, content_folder

if TYPE_CHECKING:
    from logbook.content.library import ContentFolder
    from logbook.core.library import Library, Problem

#: What the id of a package looks like; the program gives its folder no other name.
_ID = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_NO_FOLDER = ".none"


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

    def forget(self) -> None:
        """Read the folders anew when something is next asked for."""
        self._library = None

    def reload(self) -> Library:
        """Read the folders anew."""
        self._library = None
        return self.library()

    def folders(self) -> tuple[ContentFolder, ...]:
        """The shipped folder, the user's own when it is there, then every package by id."""
        from logbook.content.library import ContentFolder

        own = self._paths.own_exercises
        folders = [shipped_folder()]
        if own.is_dir():
            beside = own / "resources"
            folders.append(ContentFolder(own, beside if beside.is_dir() else None, own=True))
        folders += [package_folder(path) for path in installed_folders(self._paths.bundles)]
        return tuple(folders)

    def check(self, paths: Sequence[Path]) -> tuple[int, tuple[Problem, ...]]:
        """How many files were checked, and every mistake in them; no paths means all content."""
        from logbook.content.library import check_paths

        return check_paths(paths, self.folders())


def shipped_folder() -> ContentFolder:
    """What came with the program."""
    from logbook.content.library import ContentFolder

    shipped = content_folder()
    return ContentFolder(shipped / "exercises", shipped / "resources", own=False)


def package_folder(path: Path, package: str = "") -> ContentFolder:
    """A package that stands unpacked at `path`; its id is the folder's name unless given."""
    from logbook.content.library import ContentFolder

    # The program puts no links in a package: one that stands there leads out of it.
    beside, inside = path / "resources", path / "exercises"
    resources = beside if beside.is_dir() and not beside.is_symlink() else None
    exercises = path / _NO_FOLDER if inside.is_symlink() else inside
    return ContentFolder(exercises, resources, own=False, package=package or path.name)


def installed_folders(bundles: Path) -> list[Path]:
    """The folder of every installed package by id.

    What a broken installation left behind is put right first.
    """
    names = _names(bundles)
    if any(name.startswith(".") for name in names):
        # Not at the top: hardly ever needed.
        from logbook.files.set_folder import recover

        recover(bundles)
        names = _names(bundles)
    return [bundles / name for name in names if _ID.fullmatch(name)]


def _names(folder: Path) -> list[str]:
    try:
        with os.scandir(folder) as found:
            return sorted(each.name for each in found if each.is_dir(follow_symlinks=False))
    except OSError:
        return []

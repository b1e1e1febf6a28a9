# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Which content folder a path belongs to, so that a single file is checked among its own.

A draft somewhere else may lean on its own decks and pages; this finds them beside it.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from logbook.content.folders import ContentFolder, Source, is_folder, is_skipped, role_of
from logbook.content.resources import PAGE_FOLDERS
from logbook.files.intake import is_inside

_LEVELS = 3


def is_under(file: Path, path: Path) -> bool:
    """Whether a file is `path` or stands below it, links followed.

    A link that leads out of a folder stands in it all the same: it is a mistake there.
    """
    try:
        if not path.is_dir():
            return file.samefile(path)
        return is_inside(file, path) or is_inside(file.parent, path)
    except (OSError, ValueError):
        return False


def enclosing_folder(path: Path, known: Sequence[ContentFolder]) -> ContentFolder:
    """The content folder in which a file or folder stands; one of its own if there is none."""
    for folder in known:
        roots = [folder.exercises] + ([folder.resources] if folder.resources else [])
        if any(is_under(path, root) for root in roots):
            return folder
    real = Path(os.path.realpath(path))
    start = real if is_folder(real) else real.parent
    if is_folder(start / "exercises") or is_folder(start / "resources"):
        return ContentFolder(start / "exercises", start / "resources", own=True)
    for candidate in (start, *start.parents)[:_LEVELS]:
        if _is_exercises(candidate):
            return ContentFolder(candidate, candidate.parent / "resources", own=True)
        if _is_resources(candidate):
            return ContentFolder(candidate.parent / "exercises", candidate, own=True)
    # Of no known shape: a folder is read as one of exercises, a file alone (`loose_sources`).
    return ContentFolder(start if is_folder(real) else real, None, own=True)


def loose_sources(file: Path) -> list[Source]:
    """A single file that stands in no content folder, read for what its name says."""
    if is_skipped(file):
        return []
    return [Source(file, str(file), role_of(file), file.parent, own=True)]


def _is_exercises(folder: Path) -> bool:
    if folder.name == "exercises":
        return True
    names = _folders(folder)
    return bool(names & {"decks", "templates", "extra"}) or any(
        (folder / name / "chapter.md").is_file() for name in names
    )


def _is_resources(folder: Path) -> bool:
    return folder.name == "resources" or bool(_folders(folder) & PAGE_FOLDERS.keys())


def _folders(folder: Path) -> set[str]:
    try:
        with os.scandir(folder) as entries:
            return {
                entry.name
                for entry in entries
                if not entry.name.startswith(".") and entry.is_dir(follow_symlinks=False)
            }
    except OSError:
        return set()

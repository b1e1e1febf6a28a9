# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Finds the files in a folder of exercises and its folder of reference pages.

Knows the shape of the folders and which role each place gives a file; opens no file.
"""

from __future__ import annotations

import os
from enum import Enum, auto
from pathlib import Path
from typing import NamedTuple

from logbook.content.reporter import Reporter
from logbook.content.resources import PAGE_FOLDERS
from logbook.content.sentences import Mistake
from logbook.core.library import Problem
from logbook.files.intake import is_inside

#: What a folder says of itself when a package is made of it; no exercise.
PACKAGE_FILE = "package.md"
_SKIPPED = frozenset({"readme.md", "leesmij.md", "license.md", "licence.md", PACKAGE_FILE})


class Role(Enum):
    """What a file is, told by its place."""

    EXERCISE = auto()
    TEMPLATE = auto()
    EXTRA = auto()
    CHAPTER = auto()
    DECK = auto()
    PAGE = auto()


class ContentFolder(NamedTuple):
    """A folder of the shape of `exercises/`, with its reference pages beside it.

    Args:
        own: the user's own, as opposed to what came with the program or in a package.
        package: the id of the package it came in, or "".
    """

    exercises: Path
    resources: Path | None
    own: bool
    package: str = ""


class Source(NamedTuple):
    """One file to read.

    Args:
        shown: how a person would name it.
        root: the folder that links may not lead out of.
        package: the id of the package it came in, or "".
    """

    file: Path
    shown: str
    role: Role
    root: Path
    own: bool
    package: str = ""

    @property
    def name(self) -> str:
        """The file name without ending."""
        return self.file.name[: -len(".md")]

    @property
    def target(self) -> str:
        """For a page: what a link after `naslag:` says."""
        relative = self.file.relative_to(self.root).as_posix()
        return relative[: -len(".md")]


def role_of(file: Path, folder_role: Role = Role.EXERCISE) -> Role:
    """The role of a Markdown file in a folder for exercises."""
    return _BY_NAME.get(file.name, folder_role) if folder_role is Role.EXERCISE else folder_role


def is_folder(path: Path) -> bool:
    """Whether a path is a folder that the system lets us look at."""
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


def is_there(path: Path) -> bool:
    """Whether there is anything at a path that the system lets us look at."""
    try:
        return path.exists()
    except (OSError, ValueError):
        return False


def is_skipped(file: Path) -> bool:
    """Whether a file is none of ours: hidden, no Markdown, or a read-me."""
    name = file.name
    return name.startswith(".") or not name.endswith(".md") or name.lower() in _SKIPPED


_BY_FOLDER = {"templates": Role.TEMPLATE, "extra": Role.EXTRA}
_BY_NAME = {"chapter.md": Role.CHAPTER, "deck.md": Role.DECK}


def find_sources(folder: ContentFolder) -> tuple[list[Source], list[Problem]]:
    """Every file of a content folder in a fixed order, and what could not be looked at."""
    walk = _Walk(folder.own, folder.package)
    if is_folder(folder.exercises):
        walk.exercises(folder.exercises)
    elif not folder.own and not folder.package:
        walk.problem(folder.exercises, folder.exercises.name, Mistake.FOLDER_MISSING)
    if folder.resources is not None and is_folder(folder.resources):
        walk.pages(folder.resources)
    return walk.sources, walk.problems


class _Walk:
    def __init__(self, own: bool, package: str) -> None:
        self._own = own
        self._package = package
        self.sources: list[Source] = []
        self.problems: list[Problem] = []

    def problem(self, path: Path, shown: str, mistake: Mistake) -> None:
        reporter = Reporter(shown)
        reporter.add(0, mistake)
        self.problems.extend(reporter.problems)

    def exercises(self, root: Path) -> None:
        files, folders = self._list(root, root)
        self._add(files, root, _BY_FOLDER.get(root.name, Role.EXERCISE))
        for folder in folders:
            if folder.name == "resources":
                continue  # an author may keep the reference pages in the same folder
            if folder.name == "decks":
                for deck in self._list(folder, root)[1]:
                    inside = [f for f in self._list(deck, root)[0] if f.name == "deck.md"]
                    self._add(inside, root, Role.DECK)
            else:
                role = _BY_FOLDER.get(folder.name, Role.EXERCISE)
                self._add(self._list(folder, root)[0], root, role)

    def pages(self, root: Path) -> None:
        files, folders = self._list(root, root)
        self._add(files, root, Role.PAGE)
        for folder in folders:
            if folder.name in PAGE_FOLDERS:
                self._add(self._list(folder, root)[0], root, Role.PAGE)

    def _add(self, files: list[Path], root: Path, role: Role) -> None:
        for file in files:
            shown = self._shown(file, root)
            found = Source(file, shown, role_of(file, role), root, self._own, self._package)
            self.sources.append(found)

    def _list(self, folder: Path, root: Path) -> tuple[list[Path], list[Path]]:
        """The Markdown files and folders in a folder by name; hidden ones are left alone."""
        files: list[Path] = []
        folders: list[Path] = []
        try:
            with os.scandir(folder) as entries:
                found = sorted(entries, key=lambda entry: entry.name)
        except OSError:
            self.problem(folder, self._shown(folder, root), Mistake.FILE_UNREADABLE)
            return files, folders
        for entry in found:
            if entry.name.startswith("."):
                continue
            path = folder / entry.name
            try:
                is_folder = entry.is_dir()
                outside = entry.is_symlink() and is_folder and not is_inside(path, root)
            except OSError:
                is_folder = outside = False
            if outside:
                self.problem(path, self._shown(path, root), Mistake.FILE_LINK_OUTSIDE)
            elif is_folder:
                folders.append(path)
            elif not is_skipped(path):
                files.append(path)
        return files, folders

    def _shown(self, path: Path, root: Path) -> str:
        place = f"{root.name}/{path.relative_to(root).as_posix()}"
        return f"{self._package}/{place}" if self._package else place

# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""From folders to one Library, and the check of files that an author asks for.

The doors of this package. Reading single files is left to `exercises`, `decks` and `resources`,
comparing them to `shelf`.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from logbook.content.cache import ContentCache
from logbook.content.enclosing import enclosing_folder, is_under, loose_sources
from logbook.content.folders import ContentFolder, Source, find_sources, is_there
from logbook.content.pictures import PictureGate
from logbook.content.reporter import Reporter
from logbook.content.sentences import Mistake
from logbook.content.shelf import Named, Shelf
from logbook.content.strays import find_strays
from logbook.core.exercise import Exercise
from logbook.core.library import Library, Problem

__all__ = [
    "CheckedFolder",
    "ContentFolder",
    "check_folder",
    "check_paths",
    "check_strays",
    "load_library",
]


class CheckedFolder(NamedTuple):
    """What the check of one whole folder found.

    Args:
        sources: its files, in a fixed order.
        named: the pictures and other files that they name.
    """

    sources: tuple[Source, ...]
    named: tuple[Named, ...]
    problems: tuple[Problem, ...]


def load_library(folders: Sequence[ContentFolder], *, cache: Path | None) -> Library:
    """Read the folders, the shipped one first; never fails because of what a file holds.

    Args:
        cache: file that keeps what was checked before; None to keep nothing.

    Returns:
        Everything without mistakes, and the mistakes of all other files by path and line.
    """
    kept = ContentCache(cache)
    shelf, problems = _load(folders, kept)
    kept.save()
    for folder in folders:
        if folder.own:
            problems += find_strays(folder, _read_by(shelf), only_sure=True)
    exercises = sorted(shelf.exercises.values(), key=_order)
    return Library(
        chapters=tuple(sorted(shelf.chapters.values(), key=lambda chapter: chapter.number)),
        exercises={found.id: found for found in exercises if not found.template},
        templates={found.id: found for found in exercises if found.template},
        decks=dict(shelf.decks),
        pages=dict(shelf.pages),
        problems=tuple(sorted({*problems, *(p for each in shelf.problems.values() for p in each)})),
    )


def check_paths(
    paths: Sequence[Path], folders: Sequence[ContentFolder]
) -> tuple[int, tuple[Problem, ...]]:
    """Check files and folders anywhere, with the decks and pages of `folders` known.

    Args:
        paths: what the author asks for; none means all of `folders`.

    Returns:
        How many files were checked, and every mistake in them by path and line.
    """
    shelf, walked = _load(folders, ContentCache(None))
    read = dict.fromkeys(folders, (shelf, walked))
    asked = list(paths) or [
        root for folder in folders for root in (folder.exercises, folder.resources) if root
    ]
    checked: set[Path] = set()
    problems: list[Problem] = []
    for path in asked:
        if not is_there(path):
            problems.append(_problem(path, Mistake.FILE_MISSING))
            continue
        folder = enclosing_folder(path, folders)
        if folder not in read:
            read[folder] = _read_beside(shelf, folder)
        found, walked = read[folder]
        files = [file for file in found.problems if is_under(file, path)]
        if not files and path.is_file() and folder not in folders:
            found = shelf.leaning()
            found.fill(loose_sources(path))
            files = list(found.problems)
        checked.update(files)
        problems += [problem for file in files for problem in found.problems[file]]
        if path.is_dir():
            problems += walked
            problems += find_strays(folder, _read_by(found), below=path)
        elif not files:
            is_text = path.name.endswith(".md")
            mistake = Mistake.FILE_MISPLACED if is_text else Mistake.FILE_NOT_MARKDOWN
            problems.append(_problem(path, mistake))
    return len(checked), tuple(sorted(set(problems)))


def check_folder(folder: ContentFolder, known: Sequence[ContentFolder]) -> CheckedFolder:
    """Check a folder that is not loaded, with what it lacks looked up in the `known` ones."""
    beside, _ = _load(known, ContentCache(None))
    shelf = beside.leaning()
    sources, problems = find_sources(folder)
    shelf.fill(sources)
    found = {*problems, *(p for each in shelf.problems.values() for p in each)}
    return CheckedFolder(tuple(sources), tuple(shelf.named), tuple(sorted(found)))


def check_strays(folder: ContentFolder, checked: CheckedFolder) -> tuple[Problem, ...]:
    """Check the files of a folder that nothing reads or names: pictures, and text out of place."""
    known = {source.file for source in checked.sources} | {named.file for named in checked.named}
    problems: list[Problem] = []
    gate = PictureGate(ContentCache(None))
    for root in (folder.exercises, folder.resources):
        for file in sorted(root.rglob("*")) if root else ():
            if file in known or file.is_dir():
                continue
            reporter = Reporter(f"{root.name}/{file.relative_to(root).as_posix()}" if root else "")
            if file.suffix == ".md":
                reporter.add(0, Mistake.FILE_MISPLACED)
            else:
                gate.check(file.parent, file.name, 0, reporter)
            problems += reporter.problems
    return tuple(problems)


def _read_by(shelf: Shelf) -> set[Path]:
    """The files that are read for what they hold, and those that they name."""
    return {*shelf.problems, *(named.file for named in shelf.named)}


def _read_beside(shelf: Shelf, folder: ContentFolder) -> tuple[Shelf, list[Problem]]:
    """Another folder than the known ones: what it lacks is looked up in those."""
    leaning = shelf.leaning()
    sources, problems = find_sources(folder)
    leaning.fill(sources)
    return leaning, problems


def _load(folders: Sequence[ContentFolder], cache: ContentCache) -> tuple[Shelf, list[Problem]]:
    shelf = Shelf(cache)
    sources = []
    problems = []
    for folder in folders:
        found, missed = find_sources(folder)
        sources += found
        problems += missed
    shelf.fill(sources)
    return shelf, problems


def _order(exercise: Exercise) -> tuple[int, int, str]:
    return exercise.chapter or 1_000, exercise.order, exercise.id


def _problem(path: Path, mistake: Mistake) -> Problem:
    reporter = Reporter(str(path))
    reporter.add(0, mistake)
    return reporter.problems[0]

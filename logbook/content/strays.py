# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Names the files that an author may think are read and that are not.

A file with another ending, as Kladblok gives it, or an exercise in a folder too deep. Opens none.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator
from pathlib import Path

from logbook.content.enclosing import is_under
from logbook.content.folders import ContentFolder, is_skipped
from logbook.content.reporter import Reporter
from logbook.content.sentences import Mistake
from logbook.core.library import Problem

#: Endings of an exercise that was saved as something else; a plain note may have them too.
_WRITTEN = (".txt", ".text", ".rtf", ".doc", ".docx", ".odt", ".pages")
#: Endings that say Markdown in another way.
_MARKDOWN = (".md", ".markdown", ".mdown", ".mkd")
#: So deep below a root exercises are read, and so deep one is looked for that went too deep.
_READ_LEVELS = 2
_LEVELS = 5


def could_be_meant(name: str) -> bool:
    """Whether a file of this name may be an exercise, saved well or not."""
    return name.lower().endswith((*_MARKDOWN, *_WRITTEN))


def find_strays(
    folder: ContentFolder,
    read: Collection[Path],
    *,
    below: Path | None = None,
    only_sure: bool = False,
) -> list[Problem]:
    """The files of a content folder that look like exercises and are not among those read.

    Args:
        read: the files that are read or named.
        below: only what stands below this folder.
        only_sure: only those that must have been meant as exercises: a `.txt` may be a note.
    """
    problems: list[Problem] = []
    for root in (folder.exercises, folder.resources):
        for file in _files(root, folder.resources) if root else ():
            if file in read or (below is not None and not is_under(file, below)):
                continue
            place = file.relative_to(root).parts if root else ()
            mistake = _mistake(file, only_sure or len(place) > _READ_LEVELS)
            if mistake is not None and root is not None:
                shown = "/".join((root.name, *place))
                reporter = Reporter(f"{folder.package}/{shown}" if folder.package else shown)
                reporter.add(0, mistake)
                problems += reporter.problems
    return problems


def _mistake(file: Path, only_sure: bool) -> Mistake | None:
    name = file.name.lower()
    if file.suffix == ".md":
        return None if is_skipped(file) else Mistake.FILE_MISPLACED
    if name.endswith(_MARKDOWN):
        return Mistake.FILE_NOT_MARKDOWN
    if name.endswith(_WRITTEN) and (not only_sure or Path(name).stem.endswith(".md")):
        return Mistake.FILE_NOT_MARKDOWN
    return None


def _files(root: Path, beside: Path | None, level: int = 1) -> Iterator[Path]:
    """Files by name; hidden ones, links to folders and the folder `beside` left alone."""
    try:
        with os.scandir(root) as entries:
            found = sorted(entries, key=lambda entry: entry.name)
    except OSError:
        return
    for entry in found:
        path = root / entry.name
        # "~$…" is what Word puts beside a file that is open.
        if entry.name.startswith((".", "~$")) or path == beside:
            continue
        if not entry.is_dir(follow_symlinks=False):
            yield path
        elif level < _LEVELS:
            yield from _files(path, beside, level + 1)

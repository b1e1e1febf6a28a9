# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""One exercise file by itself, for an author who is writing it: what it holds, or what is wrong.

Known around it are the decks and pages of the known folders and of the folder it stands in, as
the check knows them (`library.check_paths`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from logbook.content.cache import ContentCache
from logbook.content.enclosing import enclosing_folder, loose_sources
from logbook.content.folders import ContentFolder, Role, Source, find_sources
from logbook.content.front_matter import read_document
from logbook.content.reporter import Reporter
from logbook.content.scanner import code_lines, scan
from logbook.content.sentences import Mistake
from logbook.content.shelf import FILE_LIMIT, Shelf
from logbook.core.errors import LogbookError
from logbook.core.exercise import Exercise
from logbook.core.library import Library, Problem
from logbook.files.intake import read_text

FOLDER = "Dit is een map. Kies het bestand van een oefening; dat eindigt op .md."
OTHER_KIND = "Dit is geen oefening maar {kind}. Kies het bestand van een oefening."

_OTHER = {
    Role.CHAPTER: "het blad van een hoofdstuk",
    Role.DECK: "een kaartenset",
    Role.PAGE: "een blad van de naslag",
}


@dataclass(frozen=True, slots=True)
class FileReading:
    """What one look at a file gave.

    Args:
        exercise: None when there are problems.
        problems: by line.
        headings: (line, id) of every `##` that could be told apart, also in a file with problems.
        library: everything an exercise can name, with the exercise itself in it.
    """

    exercise: Exercise | None
    problems: tuple[Problem, ...] = ()
    headings: tuple[tuple[int, str], ...] = ()
    library: Library = field(default_factory=Library)

    def block_at(self, line: int) -> str:
        """The id of the block in which a line of the file stands; "" above the first."""
        above = [block for start, block in self.headings if start <= line]
        return above[-1] if above else ""


def refusal(path: Path) -> str:
    """Why nothing at this place can be looked at as an exercise; "" when it can be tried."""
    try:
        if path.is_dir():
            return FOLDER
        if not path.exists():
            return Mistake.FILE_MISSING.sentence()
    except (OSError, ValueError):
        return Mistake.FILE_MISSING.sentence()
    return "" if path.name.endswith(".md") else Mistake.FILE_NOT_MARKDOWN.sentence()


def read_exercise(path: Path, folders: Sequence[ContentFolder], cache: ContentCache) -> FileReading:
    """Look at one exercise file; never fails because of what it holds.

    Args:
        folders: the known ones, the shipped one first.
        cache: keeps what was checked, so that looking again costs little.
    """
    if sentence := refusal(path):
        return _refused(path, sentence)
    shelf, source = _shelve(path, folders, cache)
    if source is None:
        return _refused(path, Mistake.FILE_MISPLACED.sentence())
    if source.role in _OTHER:
        return _refused(path, OTHER_KIND.format(kind=_OTHER[source.role]))
    problems = shelf.problems.get(source.file, ())
    place = str(source.file)
    exercise = next((each for each in shelf.exercises.values() if each.path == place), None)
    headings = _headings(source, cache) if exercise is None else _headings_of(exercise)
    return FileReading(exercise, problems, headings, _library(shelf, exercise))


def _shelve(
    path: Path, folders: Sequence[ContentFolder], cache: ContentCache
) -> tuple[Shelf, Source | None]:
    """Everything around a file and the file itself, and as what it was read."""
    known = Shelf(cache)
    sources = [source for folder in folders for source in find_sources(folder)[0]]
    known.fill(sources)
    folder = enclosing_folder(path, folders)
    if folder in folders:
        return known, _source_of(path, sources)
    beside = known.leaning()
    sources = find_sources(folder)[0]
    beside.fill(sources)
    source = _source_of(path, sources)
    if source is not None:
        return beside, source
    alone = known.leaning()
    sources = loose_sources(path)
    alone.fill(sources)
    return alone, _source_of(path, sources)


def _source_of(path: Path, sources: Sequence[Source]) -> Source | None:
    for source in sources:
        try:
            if source.file == path or source.file.samefile(path):
                return source
        except OSError:
            continue
    return None


def _library(shelf: Shelf, exercise: Exercise | None) -> Library:
    exercises = dict(shelf.exercises)
    if exercise is not None:
        exercises[exercise.id] = exercise
    return Library(
        chapters=tuple(sorted(shelf.chapters.values(), key=lambda chapter: chapter.number)),
        exercises={name: found for name, found in exercises.items() if not found.template},
        templates={name: found for name, found in exercises.items() if found.template},
        decks=dict(shelf.decks),
        pages=dict(shelf.pages),
    )


def _headings(source: Source, cache: ContentCache) -> tuple[tuple[int, str], ...]:
    try:
        text = read_text(source.file, limit=FILE_LIMIT, inside=source.root)
    except LogbookError:
        return ()
    unheard = Reporter(source.shown)
    document = read_document(text, "exercise", unheard, cache)
    if not document.readable:
        return ()
    code = code_lines(document.lines, document.start, unheard)
    parts = scan(document.lines, document.start, code, unheard).parts
    return tuple((part.heading.line, part.heading.attributes.id) for part in parts)


def _headings_of(exercise: Exercise) -> tuple[tuple[int, str], ...]:
    return tuple((block.line, block.id) for block in exercise.blocks)


def _refused(path: Path, sentence: str) -> FileReading:
    return FileReading(None, (Problem(str(path), 0, sentence),))

# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Beginning a new exercise: where it goes, what it is called, and why that cannot be.

Writes one file and never over another; a file that would not pass the check is not left there.
"""

from __future__ import annotations

import contextlib
import os
import re
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING

from logbook.content.example import example_text
from logbook.content.folders import is_folder, is_there
from logbook.content.resources import parse_chapter
from logbook.core.errors import FolderUnusable, LogbookError
from logbook.core.text import clean_text, slug
from logbook.files.intake import read_text
from logbook.files.member_names import NameRefused, check_name
from logbook.files.replace import create_file
from logbook.paths import absolute

if TYPE_CHECKING:
    from logbook.core.library import Library
    from logbook.paths import Paths
    from logbook.services.content import ContentService

ID_LENGTH = 60
TITLE_LENGTH = 300
FIRST_NAME = "mijn-oefening"
_SHOWN = 200

_ID = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_OWN_FOLDER = re.compile(r"hoofdstuk-([0-9]{1,2})")
_CHAPTER_LIMIT = 256 * 1024
_RESERVED = {"chapter", "deck", "readme", "leesmij", "license", "licence"}


class Sort(Enum):
    """What is begun; the value is the folder that such a file belongs in, "" for any."""

    EXERCISE = ""
    TEMPLATE = "templates"
    EXTRA = "extra"


@dataclass(frozen=True, slots=True)
class NewExercise:
    """What became of the wish: a file, or a sentence that says why there is none."""

    path: Path | None
    refused: str = ""


class _Refused(Exception):
    """Carries the sentence."""


def begin_exercise(
    content: ContentService,
    paths: Paths,
    place: Path | None = None,
    *,
    title: str = "",
    sort: Sort | None = None,
    chapter: int | None = None,
) -> NewExercise:
    """Write a commented example exercise.

    Args:
        place: a file that ends in .md, or a folder; None for the user's own exercises.
        title: "" takes the name of the file.
        sort: None lets the folder tell.
        chapter: None lets the folder tell, else the first chapter; only for an exercise.
    """
    try:
        return NewExercise(_begin(content, paths, place, title, sort, chapter))
    except _Refused as refused:
        return NewExercise(None, str(refused))
    except FolderUnusable as error:
        return NewExercise(
            None, f"De map {error.path} kan niet worden gebruikt. Kies een andere map."
        )


def place_for(typed: Path) -> tuple[Path, str]:
    """The file for a name as people type it, and its title: "Mijn les" is mijn-les.md.

    The title is "" when what was typed is the name of a file already.
    """
    words = typed.name
    for ending in (".md", ".txt"):
        words = words.removesuffix(ending)
    if _is_id(words) or words.lower() in _RESERVED:
        return typed.with_name(f"{words}.md"), ""
    return typed.with_name(f"{_suggested(words)}.md"), words[:TITLE_LENGTH]


def own_folder(paths: Paths, chapter: int) -> Path:
    """Where a user's own exercises of a chapter stand when nothing else is asked."""
    return paths.own_exercises / f"hoofdstuk-{chapter}"


def _begin(
    content: ContentService,
    paths: Paths,
    place: Path | None,
    title: str,
    sort: Sort | None,
    chapter: int | None,
) -> Path:
    library = content.library()
    words = _title(title)
    if chapter is not None and sort in (Sort.TEMPLATE, Sort.EXTRA):
        raise _Refused("Een vorm of extra oefening hoort bij geen hoofdstuk. Laat --chapter weg.")
    file = _file(place, words, sort, chapter, library, paths)
    sort = _sort(file, sort)
    if sort is not Sort.EXERCISE and chapter is not None:
        raise _Refused(
            f"In de map {file.parent.name} hoort een bestand bij geen hoofdstuk. "
            "Laat --chapter weg of kies een andere map."
        )
    number = _chapter(file.parent, chapter, library) if sort is Sort.EXERCISE else None
    name = file.name.removesuffix(".md")
    text = example_text(name, words or name.replace("-", " ").capitalize(), number)
    made = _make_folder(file.parent, paths)
    try:
        _write(file, text)
        _check(content, file)
    except _Refused:
        for folder in made:
            with contextlib.suppress(OSError):
                folder.rmdir()
        raise
    return file


def _title(title: str) -> str:
    words = " ".join(clean_text(title).text.split())
    if title and not words:
        raise _Refused("De titel is leeg. Schrijf er een paar woorden in.")
    if len(words) > TITLE_LENGTH:
        raise _Refused(f"De titel is langer dan {TITLE_LENGTH} tekens. Maak hem korter.")
    return words


def _file(
    place: Path | None,
    title: str,
    sort: Sort | None,
    chapter: int | None,
    library: Library,
    paths: Paths,
) -> Path:
    """The file to write, for a place that may be a folder or nothing."""
    if place is None:
        folder = paths.own_exercises / sort.value if sort and sort.value else None
        folder = folder or own_folder(paths, chapter or _first_chapter(library))
        return folder / f"{_free_name(folder, title, library)}.md"
    path = Path(os.path.normpath(absolute(place)))
    if is_folder(path):
        folder = path / sort.value if sort and sort.value not in ("", path.name) else path
        return folder / f"{_free_name(folder, title, library)}.md"
    if not path.name.endswith(".md"):
        if is_there(path):
            raise _Refused(f"{place} bestaat al en is geen map. Kies een andere naam.")
        raise _Refused(
            f"De map {str(place)[:_SHOWN]} is er niet. Voor een bestand schrijf je .md erachter: "
            f"{path.with_name(_suggested(path.name) + '.md')}"
        )
    name = path.name.removesuffix(".md")
    if name.lower() in _RESERVED or _is_refused(path.name):
        raise _Refused(
            f"De naam {path.name} heeft al een andere betekenis. Noem het bestand bijvoorbeeld "
            f"{FIRST_NAME}.md"
        )
    if not _is_id(name):
        raise _Refused(
            f"{path.name[:_SHOWN]} kan geen naam van een oefening zijn: gebruik kleine letters, "
            f"cijfers en koppelstreepjes. Bijvoorbeeld {_suggested(name)}.md"
        )
    return path


def _sort(file: Path, sort: Sort | None) -> Sort:
    """What a file in this folder is; refused when something else was asked."""
    told = next((each for each in Sort if each.value == file.parent.name), Sort.EXERCISE)
    if sort is not None and sort is not told:
        if sort is Sort.EXERCISE:
            raise _Refused(f"In een map {told.value} hoort geen oefening van een hoofdstuk.")
        better = file.parent / sort.value / file.name
        raise _Refused(f"Dit hoort in een map die {sort.value} heet. Bijvoorbeeld {better}")
    return told


def _chapter(folder: Path, chapter: int | None, library: Library) -> int:
    known = sorted(each.number for each in library.chapters)
    try:
        text = read_text(folder / "chapter.md", limit=_CHAPTER_LIMIT)
        found = parse_chapter(text, "chapter.md").chapter
    except LogbookError:
        found = None
    if found is not None:
        if chapter not in (None, found.number):
            raise _Refused(
                f"Deze map hoort bij hoofdstuk {found.number}. Laat --chapter weg of kies een "
                "andere map."
            )
        return found.number
    if chapter is not None and chapter not in known:
        choices = ", ".join(str(number) for number in known)
        raise _Refused(
            f"Hoofdstuk {chapter} is er niet. Kies uit: {choices}. Of maak eerst een map met een "
            "chapter.md voor een hoofdstuk van jezelf."
        )
    named = _OWN_FOLDER.fullmatch(folder.name)
    if chapter is None and named and int(named[1]) in known:
        return int(named[1])
    return chapter or _first_chapter(library)


def _first_chapter(library: Library) -> int:
    return min((each.number for each in library.chapters), default=1)


def _make_folder(folder: Path, paths: Paths) -> list[Path]:
    """Make the folder of the file when it is not there; what was made, the deepest first.

    Only in the user's own exercises more than one folder is made.
    """
    missing = [folder] if not is_folder(folder) else []
    if missing and folder.is_relative_to(paths.own_exercises):
        above = (each for each in folder.parents if each.is_relative_to(paths.data))
        missing += [each for each in above if not each.exists()]
    elif missing and not is_folder(folder.parent):
        raise _Refused(f"De map {folder.parent} is er niet. Maak eerst die map.")
    made: list[Path] = []
    for each in reversed(missing):
        try:
            each.mkdir(mode=0o700, parents=each == paths.data)
        except OSError as error:
            raise FolderUnusable(str(each), str(error)) from error
        made.insert(0, each)
    return made


def _write(file: Path, text: str) -> None:
    try:
        create_file(file, [text.encode()], mode=0o600)
    except FileExistsError:
        raise _Refused(f"{file} bestaat al. Er is niets veranderd; kies een andere naam.") from None
    except OSError:
        raise _Refused(
            f"{file} kan niet worden geschreven. Kies een andere plek of maak ruimte vrij."
        ) from None


def _check(content: ContentService, file: Path) -> None:
    """The example is right by itself; what is wrong comes from its place, and then it goes."""
    _, problems = content.check([file])
    if problems:
        with contextlib.suppress(OSError):
            file.unlink()
        raise _Refused(f"Hier kan geen nieuwe oefening komen. {problems[0].message}")


def _free_name(folder: Path, title: str, library: Library) -> str:
    base = _suggested(title)
    name, number = base, 1
    while library.exercise(name) is not None or _stands_near(folder, f"{name}.md"):
        number += 1
        name = f"{base[: ID_LENGTH - 5]}-{number}"
    return name


def _stands_near(folder: Path, name: str) -> bool:
    """Whether a file of this name stands in the folder, above it or in a folder beside it."""
    above = folder.parent
    if (folder / name).exists() or (above / name).exists():
        return True
    return any(above.glob(f"*/{name}"))


def _is_id(name: str) -> bool:
    return len(name) <= ID_LENGTH and _ID.fullmatch(name) is not None


def _suggested(words: str) -> str:
    """An id made of words; a name of our own when nothing of them can be used."""
    found = slug(words.removesuffix(".md")).lstrip("0123456789-")
    found = found[: ID_LENGTH - 5].strip("-")
    return found if _is_id(found) and found not in _RESERVED else FIRST_NAME


def _is_refused(name: str) -> bool:
    """Whether Windows keeps this name for itself; an id that cannot travel helps nobody."""
    try:
        check_name(name)
    except NameRefused as refused:
        return refused.reason == "reserved"
    return False

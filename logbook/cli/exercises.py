# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""`exercises list`, `exercises form`, `exercises check` and `exercises new`."""

from __future__ import annotations

import argparse
import shlex
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from logbook import texts
from logbook.cli.output import say, visible, write, write_json
from logbook.cli.parser import DutchParser
from logbook.cli.session import is_there, open_logbook, places
from logbook.core.exercise import Exercise
from logbook.core.library import Library
from logbook.core.progress import ExerciseProgress
from logbook.services.authoring import Sort, begin_exercise
from logbook.services.content import ContentService
from logbook.services.forms import empty_form, find_exercise


def build_list(parser: DutchParser) -> None:
    """The arguments of `exercises list`."""
    parser.add_argument("--json", action="store_true", help="als JSON, voor een ander programma")


def run_list(arguments: argparse.Namespace) -> int:
    """Print every exercise with its state; without a logbook all of them are new."""
    paths = places(arguments.logbook)
    if is_there(paths.logbook):
        with open_logbook(arguments.logbook) as services:
            library = services.content.library()
            progress = {
                e.id: services.reading.exercise_progress(e) for e in library.exercises.values()
            }
    else:
        library = ContentService(paths).library()
        progress = {e.id: ExerciseProgress(e, ()) for e in library.exercises.values()}
    ordered = _ordered(library)
    if arguments.json:
        write_json([_as_json(exercise, progress) for exercise in ordered])
    else:
        _write_lines(ordered, library, progress)
    for problem in library.problems:
        say(str(problem))
    return 0


def build_form(parser: DutchParser) -> None:
    """The arguments of `exercises form`."""
    parser.add_argument("id", metavar="OEFENING", help="de code van de oefening")


def run_form(arguments: argparse.Namespace) -> int:
    """Print an exercise as an empty form."""
    library = ContentService(places(arguments.logbook)).library()
    write(empty_form(find_exercise(library, arguments.id), library))
    return 0


def build_check(parser: DutchParser) -> None:
    """The arguments of `exercises check`."""
    parser.add_argument(
        "paths",
        metavar="PAD",
        nargs="*",
        type=Path,
        help="bestanden of mappen; zonder pad alles wat het programma laadt",
    )


def run_check(arguments: argparse.Namespace) -> int:
    """Print every mistake in exercise files; exit code 1 when there is one."""
    checked, problems = ContentService(places(arguments.logbook)).check(arguments.paths)
    for problem in problems:
        write(f"{visible(str(problem))}\n")
    files = texts.count(checked, "bestand", "bestanden")
    if problems:
        say(f"{files} nagekeken, {texts.count(len(problems), 'fout', 'fouten')} gevonden.")
        return 1
    say(f"{files} nagekeken, alles in orde.")
    return 0


def build_new(parser: DutchParser) -> None:
    """The arguments of `exercises new`."""
    parser.add_argument(
        "path",
        metavar="PAD",
        nargs="?",
        type=Path,
        help="een bestand dat op .md eindigt, of een map; zonder pad bij je eigen oefeningen",
    )
    parser.add_argument("--title", metavar="TITEL", default="", help="hoe de oefening heet")
    sort = parser.add_mutually_exclusive_group()
    sort.add_argument(
        "--template", action="store_true", help="een vorm voor een vrije notitie, in templates/"
    )
    sort.add_argument("--extra", action="store_true", help="een extra oefening, in extra/")
    parser.add_argument(
        "--chapter", metavar="GETAL", type=int, help="bij welk hoofdstuk de oefening hoort"
    )


def run_new(arguments: argparse.Namespace) -> int:
    """Write an example exercise; its path on stdout."""
    paths = places(arguments.logbook)
    sort = None
    if arguments.template or arguments.extra:
        sort = Sort.TEMPLATE if arguments.template else Sort.EXTRA
    made = begin_exercise(
        ContentService(paths),
        paths,
        arguments.path,
        title=arguments.title,
        sort=sort,
        chapter=arguments.chapter,
    )
    if made.path is None:
        say(made.refused)
        return 1
    write(f"{made.path}\n")
    say("Dit is een voorbeeld met uitleg erin. Zo zie je het terwijl je schrijft:")
    say(f"  logbook exercises preview {shlex.quote(str(made.path))}")
    return 0


def _ordered(library: Library) -> list[Exercise]:
    """By chapter and order; exercises outside a chapter last."""
    return sorted(
        library.exercises.values(),
        key=lambda e: (e.chapter is None or e.extra, e.chapter or 0, e.order, e.id),
    )


def _as_json(exercise: Exercise, progress: Mapping[str, ExerciseProgress]) -> dict[str, Any]:
    done = progress[exercise.id]
    return {
        "id": exercise.id,
        "title": exercise.title,
        "chapter": None if exercise.extra else exercise.chapter,
        "order": exercise.order,
        "minutes": exercise.minutes,
        "state": done.state.value,
        "rounds": len(done.rounds),
    }


def _write_lines(
    ordered: list[Exercise], library: Library, progress: Mapping[str, ExerciseProgress]
) -> None:
    width = max((len(exercise.id) for exercise in ordered), default=0)
    chapter: int | None = -1
    for exercise in ordered:
        number = None if exercise.extra else exercise.chapter
        if number != chapter:
            chapter = number
            found = library.chapter(number)
            write(f"{number} {found.title}\n" if found else "Bij de naslag\n")
        done = progress[exercise.id]
        facts = [texts.exercise_state(done.state, skipped=done.skipped)]
        if done.rounds:
            facts.append(texts.rounds(len(done.rounds)))
        if exercise.minutes:
            facts.append(texts.minutes(exercise.minutes))
        write(f"  {exercise.id:<{width}}  {exercise.title} ({', '.join(facts)})\n")

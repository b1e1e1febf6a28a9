# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""`compare`: rounds of one exercise beside each other, as text or as one page."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from logbook import texts
from logbook.cli.output import say, write
from logbook.cli.session import open_logbook
from logbook.core.compare import MOST
from logbook.core.errors import RoundsNotCompared

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from logbook.bootstrap import Services
    from logbook.cli.parser import DutchParser
    from logbook.core.compare import Comparison
    from logbook.core.entry import EntryId

_FORMATS = ("text", "html")


def round_numbers(text: str) -> tuple[int, ...]:
    """`1,3` as numbers of rounds."""
    numbers = tuple(int(part) for part in text.split(","))
    if not all(0 < number < 1_000_000 for number in numbers):
        raise ValueError(text)
    return numbers


def build_compare(parser: DutchParser) -> None:
    """The arguments of `compare`."""
    parser.add_argument("exercise", metavar="OEFENING", help="de code van de oefening")
    parser.add_argument("--block", metavar="BLOK", default="", help="alleen dit blok")
    parser.add_argument(
        "--rounds",
        type=round_numbers,
        metavar="NUMMERS",
        default=(),
        help="welke rondes, zoals 1,3; anders de eerste en de laatste",
    )
    parser.add_argument(
        "--format", choices=_FORMATS, default="text", help="text om hier te lezen, of html"
    )
    parser.add_argument(
        "-o", "--output", metavar="PAD", default="-", help="waarheen; - is de standaarduitvoer"
    )
    parser.add_argument(
        "--with-private", action="store_true", help="ook wat tussen %%%%…%%%% staat"
    )


def run_compare(arguments: argparse.Namespace) -> int:
    """Print rounds of an exercise beside each other, or write them to a file."""
    with open_logbook(arguments.logbook) as services:
        comparing, private = services.comparing, arguments.with_private
        ids = _entry_ids(services, arguments.exercise, arguments.rounds)
        comparison = comparing.compare(arguments.exercise, ids, arguments.block)
        if not comparison.blocks:
            say(_nothing(comparison))
            return 1
        if arguments.output == "-":
            write(comparing.page(comparison, arguments.format, with_private=private))
        else:
            path = Path(arguments.output)
            comparing.save(comparison, path, arguments.format, with_private=private)
            say(f"Bewaard in {path}.")
    if len(comparison.rounds) < 2:
        say("Er is één ronde; naast elkaar leggen kan vanaf twee.")
    if not private:
        say(texts.private_left_out())
    return 0


def _nothing(comparison: Comparison) -> str:
    """Why there is nothing to show: no such block, or nothing was written in it."""
    block, exercise = comparison.block, comparison.exercise
    if not block:
        return "In deze rondes staat niets om naast elkaar te leggen."
    if exercise is not None and exercise.block(block) is None:
        return f"Het blok {block} staat niet in deze oefening en niet in deze rondes."
    return f"In het blok {block} staat in deze rondes niets."


def _entry_ids(services: Services, exercise_id: str, numbers: Sequence[int]) -> tuple[EntryId, ...]:
    """The rounds with these numbers.

    Raises:
        RoundsNotCompared: one of them is not there, or holds nothing.
    """
    if not numbers:
        return ()
    known = {item.number: item.entry_id for item in services.comparing.rounds(exercise_id)}
    if known and not known.keys() >= set(numbers):
        raise RoundsNotCompared(exercise_id, len(known), MOST)
    return tuple(known[number] for number in numbers if number in known)

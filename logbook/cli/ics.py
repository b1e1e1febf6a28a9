# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""`ics`: the dates that the user chose as a calendar file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from logbook.cli.output import say, write_chunks
from logbook.cli.session import open_logbook
from logbook.texts.calendar import dates_written

if TYPE_CHECKING:
    import argparse

    from logbook.cli.parser import DutchParser


def build_ics(parser: DutchParser) -> None:
    """The arguments of `ics`."""
    parser.add_argument("path", metavar="PAD", help="het agendabestand, of - voor de uitvoer")


def run_ics(arguments: argparse.Namespace) -> int:
    """Write the calendar."""
    with open_logbook(arguments.logbook) as services:
        if arguments.path == "-":
            write_chunks([services.calendar.text()])
            return 0
        number = services.calendar.export(Path(arguments.path))
    say(dates_written(number))
    return 0

# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""`note`: the shortest way to keep a thought; starts fast."""

from __future__ import annotations

from logbook.cli.output import read_input, say, write
from logbook.core.constants import ANSWER_LIMIT
from logbook.core.errors import EmptyNote
from logbook.core.light import TYPE_CHECKING
from logbook.services.notes import fit_note

if TYPE_CHECKING:
    import argparse

    from logbook.cli.parser import DutchParser

#: In UTF-8 a character takes at most four bytes.
_NOTE_BYTES = ANSWER_LIMIT * 4 + 3


def build_note(parser: DutchParser) -> None:
    """The arguments of `note`."""
    parser.add_argument("text", metavar="TEKST", help="de notitie; - leest de standaardinvoer")


def run_note(arguments: argparse.Namespace) -> int:
    """Keep a free note; prints its id."""
    return note(arguments.text, str(arguments.logbook) if arguments.logbook else None)


def note(text: str, logbook: str | None) -> int:
    """Keep a free note; `-` reads it from stdin."""
    if text == "-":
        text, _ = read_input("-", _NOTE_BYTES)
    cleaned = fit_note(text)
    if not cleaned.text.strip():
        raise EmptyNote
    write(f"{_keep(cleaned.text, logbook)}\n")
    say("Bewaard.")
    if cleaned.changed:
        from logbook.texts import characters_dropped

        say(characters_dropped(cleaned.dropped + cleaned.replaced))
    return 0


def _keep(text: str, logbook: str | None) -> str:
    """Store a note; returns its id."""
    from logbook.services.quick import open_to_note

    quick = open_to_note(logbook)
    if quick is not None:
        with quick:
            return quick.add_note(text)
    from pathlib import Path

    from logbook.cli.session import open_logbook

    with open_logbook(Path(logbook) if logbook else None, create=True) as services:
        return services.writing.add_note(text).id

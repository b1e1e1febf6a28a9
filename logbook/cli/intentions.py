# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""`intentions`: what one means to do, and how it went."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from logbook.cli.output import say, write, write_json_array
from logbook.cli.session import open_logbook
from logbook.core.moment import to_text
from logbook.core.text import shorten

if TYPE_CHECKING:
    import argparse

    from logbook.cli.parser import DutchParser
    from logbook.core.practice import Intention

_TEXT = 90


def build_intentions(parser: DutchParser) -> None:
    """The arguments of `intentions`."""
    parser.add_argument(
        "--all", action="store_true", help="ook voornemens die je hebt losgelaten of afgerond"
    )
    parser.add_argument("--json", action="store_true", help="als JSON, voor een ander programma")


def run_intentions(arguments: argparse.Namespace) -> int:
    """Print the open intentions by their day, or all of them, the newest entry first."""
    with open_logbook(arguments.logbook) as services:
        intentions = services.intentions
        found = intentions.all() if arguments.all else intentions.open()
    if arguments.json:
        write_json_array(map(_data, found))
        return 0
    for intention in found:
        words = shorten(intention.text, _TEXT) or "(nog zonder woorden)"
        write(f"{intention.entry_id[-12:]}  {_day(intention.date):<10}  {words}\n")
        for each in intention.returns:
            said = shorten(": ".join(filter(None, (each.words, each.happened))), _TEXT)
            write(f"{'':<12}  {'':<10}  - {said}\n")
    if not found:
        say("Er zijn geen voornemens." if arguments.all else "Er zijn geen open voornemens.")
    return 0


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""


def _data(intention: Intention) -> dict[str, Any]:
    return {
        "entry": intention.entry_id,
        "place": intention.place,
        "exercise": intention.exercise_id or None,
        "title": intention.exercise_title,
        "text": intention.text,
        "created_at": to_text(intention.created_at),
        "date": intention.date.isoformat() if intention.date else None,
        "open": intention.is_open,
        "returns": [
            {
                "tried": each.tried,
                "happened": each.happened,
                "next": each.next,
                "again": each.again.isoformat() if each.again else None,
                "written_at": to_text(each.written_at),
            }
            for each in intention.returns
        ],
    }

# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""`revisit`: what comes back today, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from logbook.cli.output import say, write, write_json_array
from logbook.cli.session import open_logbook
from logbook.core.text import shorten
from logbook.texts.looking_back import why

if TYPE_CHECKING:
    import argparse

    from logbook.cli.parser import DutchParser
    from logbook.core.library import Library
    from logbook.core.revisit import Offer

_TITLE = 70


def build_revisit(parser: DutchParser) -> None:
    """The arguments of `revisit`."""
    parser.add_argument("--json", action="store_true", help="als JSON, voor een ander programma")


def run_revisit(arguments: argparse.Namespace) -> int:
    """Print what is due, in the order in which it is offered."""
    with open_logbook(arguments.logbook) as services:
        today, library = services.today(), services.content.library()
        found = services.revisiting.offers(today)
    reasons = [why(offer, library.exercise(offer.exercise_id), today) for offer in found]
    if arguments.json:
        write_json_array(map(_data, found, reasons))
        return 0
    for offer, reason in zip(found, reasons, strict=True):
        write(f"{_code(offer):<12}  {_name(offer, library)}\n{'':<12}  {reason}\n")
    if not found:
        say("Vandaag komt er niets terug.")
    return 0


def _code(offer: Offer) -> str:
    return offer.entry_id[-12:] if offer.entry_id else ""


def _name(offer: Offer, library: Library) -> str:
    """What it is about: its title and the question or intention."""
    exercise = library.exercise(offer.exercise_id)
    title = offer.title or (exercise.title if exercise else "")
    parts = dict.fromkeys(shorten(part, _TITLE) for part in (title, offer.question) if part.strip())
    return " · ".join(parts) or "notitie"


def _data(offer: Offer, reason: str) -> dict[str, Any]:
    return {
        "kind": offer.kind.value,
        "entry": offer.entry_id,
        "exercise": offer.exercise_id,
        "block": offer.block,
        "title": offer.title,
        "question": offer.question,
        "written_on": offer.written_on.isoformat() if offer.written_on else None,
        "due": offer.due.isoformat() if offer.due else None,
        "span": offer.span.value if offer.span else None,
        "minutes": offer.minutes,
        "why": reason,
    }

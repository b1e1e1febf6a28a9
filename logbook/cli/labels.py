# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""`labels`, `label` and `goals`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from logbook import texts
from logbook.cli.output import say, write, write_json_array
from logbook.cli.session import open_logbook
from logbook.core.moment import to_text

if TYPE_CHECKING:
    import argparse

    from logbook.cli.parser import DutchParser


def build_labels(parser: DutchParser) -> None:
    """The arguments of `labels`."""
    parser.add_argument("--json", action="store_true", help="als JSON, voor een ander programma")


def run_labels(arguments: argparse.Namespace) -> int:
    """Print the labels with how many entries have them."""
    with open_logbook(arguments.logbook) as services:
        found = services.labels.all()
    if arguments.json:
        write_json_array(
            {
                "id": each.label.id,
                "name": each.label.name,
                "colour": each.label.colour.value,
                "entries": each.entries,
            }
            for each in found
        )
        return 0
    width = max((len(each.label.name) for each in found), default=0)
    for each in found:
        write(f"{each.label.name:<{width}}  {texts.entries(each.entries)}\n")
    if not found:
        say("Er zijn nog geen labels.")
    return 0


def build_label(parser: DutchParser) -> None:
    """The arguments of `label`."""
    parser.add_argument("id", metavar="CODE", help="de code, of de laatste tekens ervan")
    parser.add_argument("names", metavar="NAAM", nargs="+", help="het label; mogen er meer zijn")
    parser.add_argument("--remove", action="store_true", help="het label juist weghalen")


def run_label(arguments: argparse.Namespace) -> int:
    """Give an entry labels, or take them away; a label that is not there yet is made."""
    with open_logbook(arguments.logbook) as services:
        entry_id, labels = services.reading.find_id(arguments.id), services.labels
        if arguments.remove:
            labels.unassign([entry_id], [labels.named(name).id for name in arguments.names])
        else:
            labels.give([entry_id], arguments.names)
        names = [label.name for label in services.reading.summary(entry_id).labels]
    say(f"Labels: {', '.join(names)}." if names else "Deze bijdrage heeft nu geen labels.")
    return 0


def build_goals(parser: DutchParser) -> None:
    """The arguments of `goals`."""
    parser.add_argument("--json", action="store_true", help="als JSON, voor een ander programma")


def run_goals(arguments: argparse.Namespace) -> int:
    """Print the learning goals, open ones first."""
    with open_logbook(arguments.logbook) as services:
        found = services.goals.all()
    if arguments.json:
        write_json_array(
            {
                "id": line.goal.id,
                "text": line.goal.text,
                "created_at": to_text(line.goal.created_at),
                "closed_at": to_text(line.goal.closed_at) if line.goal.closed_at else None,
                "entries": line.entries,
                "last_at": to_text(line.last_at) if line.last_at else None,
            }
            for line in found
        )
        return 0
    for line in found:
        state = "open" if line.goal.is_open else "afgerond"
        text = " ".join(line.goal.text.split())
        write(f"{state:<8}  {texts.entries(line.entries):<13}  {text}\n")
    if not found:
        say("Er zijn nog geen leerdoelen.")
    return 0

# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""`traces`: what in an entry could make somebody recognisable."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from logbook.cli.output import say, write, write_json_array
from logbook.cli.session import open_logbook

if TYPE_CHECKING:
    import argparse

    from logbook.cli.parser import DutchParser
    from logbook.services.traces import EntryFinding

_FOUND = 1
_AROUND = 30


def build_traces(parser: DutchParser) -> None:
    """The arguments of `traces`."""
    parser.add_argument("id", metavar="CODE", help="de code, of de laatste tekens ervan")
    parser.add_argument("--all", action="store_true", help="ook wat je liet negeren")
    parser.add_argument("--json", action="store_true", help="als JSON, voor een ander programma")


def run_traces(arguments: argparse.Namespace) -> int:
    """Print what was found; 0 when there is nothing, 1 when there is something."""
    with open_logbook(arguments.logbook) as services:
        entry_id = services.reading.find_id(arguments.id)
        ignored = frozenset[str]() if arguments.all else services.trace_marks.ignored(entry_id)
        found = services.traces.in_entry(services.reading.entry(entry_id), ignored)
    if arguments.json:
        write_json_array(_as_json(each) for each in found)
    else:
        from logbook.texts.traces import explain_limits

        for each in found:
            write(_lines(each))
        if not found:
            say("De controle zag niets waaraan iemand te herkennen is.")
        say("")
        say(explain_limits())
    return _FOUND if found else 0


def _as_json(each: EntryFinding) -> dict[str, Any]:
    finding = each.finding
    return {
        "kind": finding.kind.value,
        "block": each.key.block,
        "prompt": each.key.prompt,
        "item": each.key.item,
        "part": each.part,
        "start": finding.start,
        "end": finding.end,
        "text": finding.trace.text,
        "why": finding.why,
        "roles": list(finding.roles),
    }


def _lines(each: EntryFinding) -> str:
    from logbook.texts.traces import TRACE_LABELS

    finding, text = each.finding, each.text
    before = text[max(0, finding.start - _AROUND) : finding.start]
    behind = text[finding.end : finding.end + _AROUND]
    before = f"…{before}" if finding.start > _AROUND else before
    behind = f"{behind}…" if finding.end + _AROUND < len(text) else behind
    context = " ".join(f"{before}[{finding.trace.text}]{behind}".split())
    roles = ", ".join(f"“{role}”" for role in finding.roles[:3])
    return (
        f"{TRACE_LABELS[finding.kind]}: {context}\n    {finding.why}\n    Bijvoorbeeld: {roles}.\n"
    )

# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""`search`: takes its own arguments apart, for a query may begin with `-`; starts fast."""

from __future__ import annotations

import sys

from logbook.cli.output import say, write
from logbook.core.light import TYPE_CHECKING, NamedTuple
from logbook.core.query import parse

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator, Sequence

    from logbook.bootstrap import Services
    from logbook.cli.parser import DutchParser
    from logbook.core.found import FoundLine, SearchHit
    from logbook.core.query import Query
    from logbook.core.snippets import Snippet
    from logbook.services.finding import Finding

NOTHING_FOUND = 1
_SHOWN = 20
_PAGE = 200
_NUMBERS = 1_000_000_000
_BOLD, _PLAIN = "\x1b[1m", "\x1b[0m"


class Asked(NamedTuple):
    """The arguments of `search`; `mistake` says in Dutch what is wrong with them."""

    query: str
    json: bool = False
    limit: int | None = None
    logbook: str | None = None
    mistake: str = ""


def asked_for(arguments: Sequence[str]) -> Asked | None:
    """What the arguments ask; None when they ask for help."""
    asked, words, waiting = Asked(""), [], list(arguments)
    while waiting:
        argument = waiting.pop(0)
        name, equals, value = argument.partition("=")
        if argument == "--":
            words += waiting
            break
        if argument in ("-h", "--help"):
            return None
        if argument == "--json":
            asked = asked._replace(json=True)
        elif name in ("--limit", "--logbook"):
            if not equals and not waiting:
                return asked._replace(mistake=f"na {name} hoort nog een waarde")
            value = value if equals else waiting.pop(0)
            if name == "--logbook":
                asked = asked._replace(logbook=value)
            elif not value.isascii() or not value.isdigit() or int(value[:12]) >= _NUMBERS:
                return asked._replace(mistake=f"‘{value}’ kan niet bij --limit")
            else:
                asked = asked._replace(limit=int(value))
        else:
            words.append(argument)
    query = " ".join(words)
    return asked._replace(query=query, mistake="" if query.strip() else _NO_QUERY)


_NO_QUERY = "er ontbreekt nog iets: wat je zoekt"


def build_search(parser: DutchParser) -> None:
    """The arguments of `search`, for its help."""
    parser.add_argument(
        "query",
        metavar="ZOEKVRAAG",
        nargs="+",
        help='woorden, "een zin", -zonder, OR, hoofdstuk:1, label:x, voor:2026-03 …',
    )
    parser.add_argument("--json", action="store_true", help="als JSON, voor een ander programma")
    parser.add_argument(
        "--limit",
        metavar="AANTAL",
        help=f"hoogstens zoveel; 0 is alles (anders {_SHOWN}, met --json alles)",
    )


def run_search(arguments: argparse.Namespace) -> int:
    """Print what a query finds, when argparse took the arguments apart."""
    limit = ["--limit", arguments.limit] if arguments.limit else []
    json = ["--json"] if arguments.json else []
    asked = asked_for([*limit, *json, "--", *arguments.query])
    assert asked is not None, "behind -- nothing asks for help"
    return search(asked, arguments.logbook)


def search(asked: Asked, logbook: str | None) -> int:
    """Print what a query finds, newest first; 0 when something was found, else 1."""
    query = parse(asked.query)
    if not asked.json and not query.filters:
        from logbook.services.quick import open_to_search

        quick = open_to_search(logbook)
        if quick is not None:
            with quick:
                return _as_text(quick.finding, query, asked)
    from pathlib import Path

    from logbook.cli.session import open_logbook

    with open_logbook(Path(logbook) if logbook else None) as services:
        if asked.json:
            return _as_json(services, query, asked)
        return _as_text(services.finding, query, asked)


def _as_text(finding: Finding, query: Query, asked: Asked) -> int:
    limit = _SHOWN if asked.limit is None else asked.limit
    bold = sys.stdout.isatty()
    shown = total = 0
    for line, total in _lines(finding, query, limit):  # noqa: B007 - the same for every line
        write(_line(line, bold=bold))
        shown += 1
    if not shown:
        say("Er is niets gevonden.")
        return NOTHING_FOUND
    if total > shown:
        say(f"En nog {total - shown}; met --limit 0 zie je alles.")
    return 0


def _lines(finding: Finding, query: Query, limit: int) -> Iterator[tuple[FoundLine, int]]:
    """Lines one page at a time, each with the number of all; `limit` 0 means all."""
    left, after = limit, None
    while True:
        size = min(_PAGE, left) if limit else _PAGE
        lines, count = finding.lines(query, size, after=after)
        for line in lines:
            yield line, count
        left -= len(lines)
        if len(lines) < size or (limit and left <= 0):
            return
        after = (lines[-1].created_at, lines[-1].id)


def _line(line: FoundLine, *, bold: bool) -> str:
    from logbook.core.moment import from_text

    when = from_text(line.created_at).astimezone().isoformat(" ", "minutes")[:16]
    piece = _marked(line.snippet) if bold else line.snippet.text
    below = f"    {piece}\n" if piece else ""
    return f"{when}  {line.id[-12:]}  {line.title or '(zonder titel)'}\n{below}"


def _marked(snippet: Snippet) -> str:
    pieces, place = [], 0
    for start, end in snippet.marks:
        pieces += [snippet.text[place:start], _BOLD, snippet.text[start:end], _PLAIN]
        place = end
    return "".join([*pieces, snippet.text[place:]])


def _as_json(services: Services, query: Query, asked: Asked) -> int:
    from logbook.cli.entries import summary_json
    from logbook.cli.output import write_json_array

    found = 0

    def values() -> Iterator[dict[str, object]]:
        nonlocal found
        for hit in _hits(services, query, asked.limit or 0):
            found += 1
            snippet = {"text": hit.snippet.text, "marks": hit.snippet.marks}
            yield {**summary_json(hit.summary), "snippet": snippet}

    write_json_array(values())
    return 0 if found else NOTHING_FOUND


def _hits(services: Services, query: Query, limit: int) -> Iterator[SearchHit]:
    from logbook.core.search import PageStart

    left, after = limit, None
    while True:
        size = min(_PAGE, left) if limit else _PAGE
        hits = services.finding.find(query, limit=size, after=after).hits
        yield from hits
        left -= len(hits)
        if len(hits) < size or (limit and left <= 0):
            return
        after = PageStart(hits[-1].summary.created_at, hits[-1].summary.id)

# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""`list`, `show` and `answer`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from logbook.cli.output import read_input, say, write, write_json, write_json_array
from logbook.cli.session import open_logbook
from logbook.core.entry import EntryState
from logbook.core.text import clean_text

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from logbook.bootstrap import Services
    from logbook.cli.parser import DutchParser
    from logbook.core.entry import EntrySummary
    from logbook.core.search import EntryFilter
    from logbook.core.text import CleanText

_FORM_BYTES = 16_000_000
_PAGE = 500
_NUMBERS = 1_000_000_000
_SHOWN = 50
_STATES = {"open": EntryState.DRAFT, "closed": EntryState.CLOSED}
_WORDS = {EntryState.DRAFT: "concept", EntryState.CLOSED: "afgerond"}


def whole_number(text: str) -> int:
    """A number that an option takes: not below zero, and of a size that exists."""
    number = int(text)
    if not 0 <= number < _NUMBERS:
        raise ValueError(text)
    return number


def build_answer(parser: DutchParser) -> None:
    """The arguments of `answer`."""
    parser.add_argument("exercise", metavar="OEFENING", help="de code van de oefening")
    parser.add_argument(
        "--from",
        dest="source",
        metavar="BESTAND",
        required=True,
        help="het ingevulde formulier; - leest de standaardinvoer",
    )
    parser.add_argument("--close", action="store_true", help="de ronde ook voor nu afronden")


def run_answer(arguments: argparse.Namespace) -> int:
    """Keep the answers of a form; prints the id of the round."""
    text, name = read_input(arguments.source, _FORM_BYTES)
    cleaned = clean_text(text)
    with open_logbook(arguments.logbook, create=True) as services:
        entry, _ = services.transfer.answer(arguments.exercise, text, name, close=arguments.close)
    write(f"{entry.id}\n")
    say("Bewaard en voor nu afgerond." if arguments.close else "Bewaard.")
    _mention(cleaned)
    return 0


def build_list(parser: DutchParser) -> None:
    """The arguments of `list`."""
    parser.add_argument("--json", action="store_true", help="als JSON, voor een ander programma")
    parser.add_argument(
        "--limit",
        type=whole_number,
        metavar="AANTAL",
        help=f"hoogstens zoveel; 0 is alles (anders {_SHOWN}, met --json alles)",
    )
    parser.add_argument(
        "--chapter", type=whole_number, metavar="NUMMER", help="alleen dit hoofdstuk"
    )
    parser.add_argument("--exercise", metavar="OEFENING", help="alleen deze oefening")
    parser.add_argument(
        "--state", choices=sorted(_STATES), help="alleen wat open is, of wat is afgerond"
    )
    parser.add_argument("--label", metavar="NAAM", help="alleen met dit label")
    parser.add_argument("--bin", action="store_true", help="de prullenbak")


def run_list(arguments: argparse.Namespace) -> int:
    """Print entries, newest first."""
    from logbook.core.search import EntryFilter

    limit = arguments.limit
    if limit is None:
        limit = 0 if arguments.json else _SHOWN
    with open_logbook(arguments.logbook) as services:
        label = services.labels.named(arguments.label).id if arguments.label is not None else None
        chosen = EntryFilter(
            chapter=arguments.chapter,
            exercise_id=arguments.exercise,
            state=_STATES.get(arguments.state),
            deleted=arguments.bin,
            label=label,
        )
        found = _pages(services, chosen, limit)
        if arguments.json:
            write_json_array(summary_json(summary) for summary in found)
            return 0
        shown = 0
        for summary in found:
            write(_line(summary))
            shown += 1
        total = services.reading.count(chosen) if shown == limit else shown
        if total > shown:
            say(f"En nog {total - shown}; met --limit 0 zie je alles.")
        elif not shown:
            say("Er is niets gevonden.")
    return 0


def build_show(parser: DutchParser) -> None:
    """The arguments of `show`."""
    parser.add_argument("id", metavar="CODE", help="de code, of de laatste tekens ervan")
    parser.add_argument("--json", action="store_true", help="als JSON, met alle versies")


def run_show(arguments: argparse.Namespace) -> int:
    """Print one entry with its answers."""
    with open_logbook(arguments.logbook) as services:
        entry_id = services.reading.find_id(arguments.id)
        if arguments.json:
            write_json(services.transfer.entry_data(entry_id))
        else:
            write(services.transfer.entry_markdown(entry_id, with_private=True))
    return 0


def _pages(services: Services, chosen: EntryFilter, limit: int) -> Iterator[EntrySummary]:
    """Summaries one page at a time; `limit` 0 means all."""
    from logbook.core.search import PageStart

    left, after = limit, None
    while True:
        size = min(_PAGE, left) if limit else _PAGE
        page = services.reading.entries(chosen, limit=size, after=after)
        yield from page
        left -= len(page)
        if len(page) < size or (limit and left <= 0):
            return
        after = PageStart(page[-1].created_at, page[-1].id)


def summary_json(summary: EntrySummary) -> dict[str, Any]:
    """One line of `list --json`."""
    from logbook.core.moment import to_text

    return {
        "id": summary.id,
        "kind": summary.kind.value,
        "title": summary.title,
        "exercise": summary.exercise_id,
        "chapter": summary.chapter,
        "round": summary.round,
        "state": summary.state.value,
        "created_at": to_text(summary.created_at),
        "excerpt": summary.excerpt,
        "pinned": summary.pinned,
        "labels": [label.name for label in summary.labels],
    }


def _line(summary: EntrySummary) -> str:
    when = summary.created_at.astimezone().isoformat(" ", "minutes")[:16]
    state = _WORDS[summary.state] if summary.round is not None else "notitie"
    number = f" ({summary.round}e ronde)" if summary.round is not None and summary.round > 1 else ""
    title = summary.title or "(zonder titel)"
    return f"{summary.id[-12:]}  {when}  {state:<8}  {title}{number}\n"


def _mention(cleaned: CleanText) -> None:
    if cleaned.changed:
        from logbook.texts import characters_dropped

        say(characters_dropped(cleaned.dropped + cleaned.replaced))

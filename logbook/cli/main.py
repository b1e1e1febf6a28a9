# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The entry of every command: find it, parse its arguments, run it, turn errors into sentences.

Exit codes: 0 fine, 1 the asked thing failed, 2 wrong use. Only the asked command is imported.
"""

from __future__ import annotations

import gc
import os
import sys

from logbook.cli.output import finish, prepare, say, write
from logbook.core.errors import LogbookError, OutputRefused
from logbook.core.light import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Sequence

    from logbook.cli.parser import DutchParser
    from logbook.cli.search import Asked

FAILED, WRONG_USE, INTERRUPTED = 1, 2, 130


class Command(NamedTuple):
    """One command: where it lives, and what the list of commands says of it.

    `module` offers `build_<function>(parser)` and `run_<function>(arguments) -> exit code`.
    """

    usage: str
    summary: str
    module: str = ""
    function: str = ""


COMMANDS = {
    "note": Command("note TEKST|-", "een vrije notitie bewaren", "note", "note"),
    "list": Command("list", "wat je schreef, het nieuwste eerst", "entries", "list"),
    "search": Command(
        "search ZOEKVRAAG", "zoeken in wat je schreef, het nieuwste eerst", "search", "search"
    ),
    "show": Command("show CODE", "één bijdrage lezen", "entries", "show"),
    "label": Command("label CODE NAAM …", "een bijdrage een label geven", "labels", "label"),
    "traces": Command(
        "traces CODE", "waaraan iemand in een bijdrage te herkennen kan zijn", "traces", "traces"
    ),
    "labels": Command("labels", "welke labels er zijn", "labels", "labels"),
    "goals": Command("goals", "je leerdoelen", "labels", "goals"),
    "progress": Command("progress", "wat je deed, per hoofdstuk", "progress", "progress"),
    "compare": Command(
        "compare OEFENING", "rondes van een oefening naast elkaar", "compare", "compare"
    ),
    "revisit": Command("revisit", "wat vandaag terugkomt, en waarom", "revisit", "revisit"),
    "intentions": Command("intentions", "je open voornemens", "intentions", "intentions"),
    "ics": Command("ics PAD|-", "je gekozen datums als agendabestand", "ics", "ics"),
    "answer": Command(
        "answer OEFENING --from BESTAND|-", "een ingevuld formulier bewaren", "entries", "answer"
    ),
    "exercises list": Command("exercises list", "alle oefeningen", "exercises", "list"),
    "exercises form": Command(
        "exercises form OEFENING", "een oefening als leeg formulier", "exercises", "form"
    ),
    "exercises check": Command(
        "exercises check [PAD …]", "oefenbestanden nakijken op fouten", "exercises", "check"
    ),
    "exercises new": Command(
        "exercises new [PAD]", "een nieuwe oefening beginnen, met uitleg erin", "exercises", "new"
    ),
    "exercises preview": Command(
        "exercises preview BESTAND", "een oefening bekijken terwijl je haar schrijft"
    ),
    "exercises pack": Command(
        "exercises pack MAP", "van een map met oefeningen één pakket maken", "packages", "pack"
    ),
    "exercises install": Command(
        "exercises install BESTAND", "oefeningen uit een pakket toevoegen", "packages", "install"
    ),
    "exercises remove": Command(
        "exercises remove PAKKET", "een toegevoegd pakket verwijderen", "packages", "remove"
    ),
    "exercises packages": Command(
        "exercises packages", "welke pakketten er zijn", "packages", "packages"
    ),
    "share": Command(
        "share --entries CODE PAD", "bijdragen delen als één bestand", "sharing", "share"
    ),
    "feedback sent": Command("feedback sent", "wat je deelde", "feedback", "sent"),
    "feedback show": Command(
        "feedback show BESTAND", "wat er in een reactie staat", "feedback", "show"
    ),
    "feedback import": Command(
        "feedback import BESTAND", "een reactie in je logboek overnemen", "feedback", "import"
    ),
    "export": Command(
        "export --format VORM PAD|-", "je logboek meenemen als bestand", "transfer", "export"
    ),
    "import": Command(
        "import BESTAND|-", "een JSON-export in je logboek overnemen", "transfer", "import"
    ),
    "desk list": Command("desk list", "wie je feedback geeft, en wat er nieuw is", "desk", "list"),
    "desk add": Command(
        "desk add BESTAND", "een deelpakket van een student op je bureau leggen", "desk", "add"
    ),
    "desk export": Command(
        "desk export STUDENT MAP", "je reacties bewaren om terug te geven", "desk", "export"
    ),
    "desk forget": Command(
        "desk forget STUDENT", "alles van een student van je bureau weggooien", "desk", "forget"
    ),
    "verify": Command("verify", "nakijken of je logboek heel is", "transfer", "verify"),
    "demo": Command("demo", "het venster zelf laten lopen, met een wegwerplogboek"),
}


#: First words of commands that have a second one.
FAMILIES = frozenset(name.split()[0] for name in COMMANDS if " " in name)


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; the exit code."""
    os.umask(0o077)
    # A command lives a second and makes no rings of objects: look for garbage rarely.
    gc.set_threshold(100_000, 50, 50)
    prepare()
    arguments = list(sys.argv[1:] if argv is None else argv)
    try:
        code = _run(arguments)
        finish()
    except LogbookError as error:
        from logbook.texts import error_sentence

        say(error_sentence(error))
        if isinstance(error, OutputRefused):
            _drop_output()
        return FAILED
    except BrokenPipeError:
        _drop_output()
        return FAILED
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:  # noqa: BLE001 - a mistake of ours: one sentence and a log
        return _unexpected(error)
    return code


def _run(arguments: list[str]) -> int:
    logbook, rest = _take_logbook(arguments)
    if logbook == "":
        return _no_logbook()
    if not rest or rest[0] in ("-h", "--help"):
        write(overview())
        return 0
    if rest[0] == "--version":
        from logbook import __version__

        write(f"logbook {__version__}\n")
        return 0
    name = " ".join(rest[:2]) if rest[0] in FAMILIES else rest[0]
    command = COMMANDS.get(name)
    if command is None or not command.module:
        return _no_command(rest)
    return _run_command(name, command, rest[len(name.split()) :], logbook)


def _run_command(name: str, command: Command, rest: list[str], logbook: str | None) -> int:
    if name == "note" and len(rest) == 1 and (rest[0] == "-" or not rest[0].startswith("-")):
        # The shortest way to keep a thought: argparse would take as long as all the rest.
        from logbook.cli.note import note

        return note(rest[0], logbook)
    if name == "search":
        # A query may begin with "-", which argparse would take for an option of its own.
        from logbook.cli.search import asked_for

        if (asked := asked_for(rest)) is not None:
            return _search(asked, logbook)
    from importlib import import_module
    from pathlib import Path

    from logbook.cli.parser import DutchParser, WrongUse

    module = import_module(f"logbook.cli.{command.module}")
    build: Callable[[DutchParser], None] = getattr(module, f"build_{command.function}")
    run: Callable[[argparse.Namespace], int] = getattr(module, f"run_{command.function}")
    parser = DutchParser(f"logbook {name}", command.summary[:1].upper() + command.summary[1:] + ".")
    build(parser)
    try:
        parsed = parser.parse_args(rest)
    except WrongUse as error:
        say(f"{error.usage.rstrip()}\nlogbook {name}: {error.message}")
        return WRONG_USE
    except SystemExit:  # argparse has shown the help
        return 0
    if parsed.logbook == "":
        return _no_logbook()
    chosen = parsed.logbook or logbook
    parsed.logbook = Path(chosen) if chosen else None
    return run(parsed)


def _search(asked: Asked, logbook: str | None) -> int:
    from logbook.cli.search import search

    if asked.mistake:
        say(f"gebruik: logbook {COMMANDS['search'].usage}\nlogbook search: {asked.mistake}")
        return WRONG_USE
    if asked.logbook == "":
        return _no_logbook()
    chosen = asked.logbook or logbook
    return search(asked, chosen or None)


def overview() -> str:
    """The help of `logbook` itself: every command with a line."""
    width = max(len(command.usage) for command in COMMANDS.values()) + 2
    lines = [f"  {command.usage:<{width}}{command.summary}" for command in COMMANDS.values()]
    return "\n".join(
        (
            "gebruik: logbook [--logbook BESTAND] [OPDRACHT …]",
            "",
            "Zonder opdracht opent het venster. Met een opdracht blijft alles hier.",
            "",
            "opdrachten:",
            *lines,
            "",
            "opties:",
            f"  {'-h, --help':<{width}}deze uitleg; ook achter een opdracht",
            f"  {'--version':<{width}}welke versie dit is",
            f"  {'--logbook BESTAND':<{width}}welk logboek (anders LOGBOOK_FILE, anders je eigen)",
            "",
        )
    )


def _take_logbook(arguments: list[str]) -> tuple[str | None, list[str]]:
    """The logbook that was asked for before the command, and the rest."""
    logbook, rest = None, list(arguments)
    while rest and (rest[0] == "--logbook" or rest[0].startswith("--logbook=")):
        if "=" in rest[0]:
            logbook = rest.pop(0).partition("=")[2]
        elif len(rest) > 1:
            logbook = rest[1]
            del rest[:2]
        else:
            break
    return logbook, rest


def _no_command(rest: list[str]) -> int:
    from logbook.cli.parser import unknown_command

    if rest[0] in FAMILIES:
        known = [name.split()[1] for name in COMMANDS if name.startswith(f"{rest[0]} ")]
        if len(rest) == 1:
            say(f"logbook {rest[0]}: er ontbreekt nog een opdracht: " + ", ".join(known))
            return WRONG_USE
        if rest[1] in ("-h", "--help"):
            write(overview())
            return 0
        say(f"logbook {rest[0]}: {unknown_command(rest[1], known)}")
        return WRONG_USE
    if rest[0] == "--logbook":
        return _no_logbook()
    if rest[0].startswith("-"):
        say(f"logbook: onbekende optie “{rest[0]}”. Met ‘logbook --help’ zie je wat er kan.")
        return WRONG_USE
    known = [name.split()[0] for name in COMMANDS]
    say(f"logbook: {unknown_command(rest[0], known)}\nMet ‘logbook --help’ zie je alle opdrachten.")
    return WRONG_USE


def _no_logbook() -> int:
    """An empty name, as from a variable that was not set, must not mean the user's own logbook."""
    say("logbook: na --logbook hoort nog een waarde")
    return WRONG_USE


def _drop_output() -> None:
    """Nobody reads on: let Python's last flush go nowhere instead of failing."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError):
        return


def _unexpected(error: Exception) -> int:
    from logbook.cli.failure import log_failure

    say(log_failure(error))
    return FAILED

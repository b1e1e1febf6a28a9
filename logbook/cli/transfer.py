# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""`export`, `import` and `verify`."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from logbook import texts
from logbook.bootstrap import open_services
from logbook.cli.output import STDIN, say, write, write_chunks
from logbook.cli.parser import DutchParser
from logbook.cli.session import is_there, open_logbook, places

if TYPE_CHECKING:
    from logbook.paths import Paths
    from logbook.services.transfer import ImportResult

_FORMATS = ("markdown", "json", "html")


def build_export(parser: DutchParser) -> None:
    """The arguments of `export`."""
    parser.add_argument(
        "--format",
        choices=_FORMATS,
        required=True,
        help="markdown en html om te lezen, json om alles mee te nemen",
    )
    parser.add_argument("path", metavar="PAD", help="waarheen; - is de standaarduitvoer")
    parser.add_argument(
        "--entry",
        action="append",
        metavar="CODE",
        help="alleen deze bijdrage; mag vaker",
    )
    parser.add_argument(
        "--with-private",
        action="store_true",
        help="ook wat tussen %%%%…%%%% staat (json bevat dat altijd)",
    )


def run_export(arguments: argparse.Namespace) -> int:
    """Write the logbook, or some entries, in one of the formats."""
    with open_logbook(arguments.logbook) as services:
        ids = None
        if arguments.entry:
            ids = [services.reading.find_id(ending) for ending in arguments.entry]
        transfer, name = services.transfer, arguments.format
        if arguments.path == "-":
            write_chunks(transfer.export_chunks(name, ids, with_private=arguments.with_private))
        else:
            path = Path(arguments.path)
            transfer.export(path, name, ids, with_private=arguments.with_private)
            say(f"Bewaard in {path}.")
    if name == "json":
        say(texts.private_kept())
    elif not arguments.with_private:
        say(texts.private_left_out())
    return 0


def build_import(parser: DutchParser) -> None:
    """The arguments of `import`."""
    parser.add_argument("path", metavar="BESTAND", help="een JSON-export; - is de standaardinvoer")


def run_import(arguments: argparse.Namespace) -> int:
    """Take over the entries of a JSON export, all or nothing."""
    from logbook.services.importing import lines_of, read_lines

    paths = places(arguments.logbook)
    if arguments.path == "-":
        lines, name = lines_of(sys.stdin.buffer, STDIN), STDIN
    else:
        lines, name = read_lines(Path(arguments.path)), arguments.path
    if is_there(paths.logbook):
        with open_logbook(arguments.logbook) as services:
            result = services.transfer.import_lines(lines, name)
    else:
        result = _into_new(paths, lines, name)
    say(texts.imported(result.added, result.same, len(result.deleted)))
    if result.pictures:
        from logbook.texts.photos import photos_added

        say(photos_added(result.pictures))
    if result.altered:
        say(texts.FILE_ALTERED)
    return 0


def _into_new(paths: Paths, lines: Iterator[bytes], name: str) -> ImportResult:
    """Import into a logbook that only comes into being when everything was taken over."""
    from logbook.services.place import settle_logbook

    new = paths.logbook.with_name(f".{paths.logbook.name}.{os.urandom(4).hex()}.import")
    services = open_services(paths._replace(logbook=new), create=True)
    try:
        result = services.transfer.import_lines(lines, name)
        services.close()
        settle_logbook(new, paths.logbook)
        return result
    finally:
        services.close()
        new.unlink(missing_ok=True)


def build_verify(parser: DutchParser) -> None:
    """`verify` takes nothing of its own."""


def run_verify(arguments: argparse.Namespace) -> int:
    """Check the logbook from end to end; prints what is wrong, by id."""
    from logbook.services.checking import verify

    found = 0
    for finding in verify(places(arguments.logbook).logbook):
        write(texts.finding(finding.code, finding.place) + "\n")
        found += 1
    if found:
        problems = texts.count(found, "probleem", "problemen")
        say(f"{problems} gevonden. Er is niets veranderd. Zet een reservekopie klaar.")
        return 1
    say("Je logboek is heel.")
    return 0

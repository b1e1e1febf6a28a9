# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""`exercises pack`, `exercises install`, `exercises remove` and `exercises packages`."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from logbook.cli.output import say, visible, write, write_json
from logbook.cli.parser import DutchParser
from logbook.cli.session import places
from logbook.core.errors import PackageThere
from logbook.core.package import Relation
from logbook.services.packages import Installed, Offer, Packages
from logbook.texts import packages as words


def build_pack(parser: DutchParser) -> None:
    """The arguments of `exercises pack`."""
    parser.add_argument(
        "folder", metavar="MAP", type=Path, help="een map met package.md en oefeningen"
    )
    parser.add_argument(
        "--output",
        metavar="BESTAND",
        type=Path,
        help="waar het pakket komt (anders ID-VERSIE.oefenpakket in deze map)",
    )


def run_pack(arguments: argparse.Namespace) -> int:
    """Make a package, or print every mistake and make nothing."""
    from logbook.services.packing import pack

    done = pack(arguments.folder, arguments.output)
    for problem in done.problems:
        write(f"{visible(str(problem))}\n")
    if done.manifest is None:
        say(words.packing_mistakes(len(done.problems)))
        return 1
    say(words.packed(done.manifest, str(done.path)))
    return 0


def build_install(parser: DutchParser) -> None:
    """The arguments of `exercises install`."""
    parser.add_argument("file", metavar="BESTAND", type=Path, help="een pakket met oefeningen")
    parser.add_argument(
        "--replace",
        action="store_true",
        help="ook als er een ander pakket met deze naam is; dat wordt dan vervangen",
    )


def run_install(arguments: argparse.Namespace) -> int:
    """Install a package and print what is in it."""
    packages = Packages(places(arguments.logbook))
    offer = packages.look(arguments.file)
    # A newer version by the same author is what one asks for; anything else is a choice.
    chosen = arguments.replace or offer.relation is Relation.NEWER
    try:
        packages.install(offer, replace=chosen)
    except PackageThere:
        say(words.relation(offer.relation))
        raise
    _write_offer(offer)
    if offer.relation is Relation.IDENTICAL:
        say(words.relation(offer.relation))
    else:
        say(words.installed(offer.facts))
    return 0


def build_remove(parser: DutchParser) -> None:
    """The arguments of `exercises remove`."""
    parser.add_argument("id", metavar="PAKKET", help="de code van het pakket")


def run_remove(arguments: argparse.Namespace) -> int:
    """Remove an installed package; what was written stays."""
    packages = Packages(places(arguments.logbook))
    packages.remove(arguments.id)
    packages.close()
    say(words.removed(arguments.id))
    return 0


def build_packages(parser: DutchParser) -> None:
    """The arguments of `exercises packages`."""
    parser.add_argument("--json", action="store_true", help="als JSON, voor een ander programma")


def run_packages(arguments: argparse.Namespace) -> int:
    """Print the installed packages."""
    found = Packages(places(arguments.logbook)).installed()
    if arguments.json:
        write_json([_as_json(each) for each in found])
        return 0
    for facts, parts in found:
        inside = words.package_parts(parts)
        write(f"{facts.id}  {words.package_line(facts)} ({inside})\n")
    if not found:
        say(words.NO_PACKAGES)
    return 0


def _write_offer(offer: Offer) -> None:
    for part in offer.parts:
        item = part.item
        write(f"  {item.id}  {item.title} ({words.standing(part)})\n")


def _as_json(found: Installed) -> dict[str, Any]:
    facts = found.facts
    return {
        "id": facts.id,
        "title": facts.title,
        "version": facts.version,
        "author": facts.author,
        "licence": facts.licence,
        "summary": facts.summary,
        "language": facts.language,
        "parts": {part.value: number for part, number in sorted(found.parts.items())},
    }

# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""`share`: entries to a file for somebody else, with a look at who could be recognised in them."""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from logbook.cli.output import STDIN, read_input, say, write
from logbook.cli.session import open_logbook
from logbook.core.packet import QUESTIONS_MOST, REMARK_LIMIT
from logbook.core.sharing import ShareFormat
from logbook.texts import feedback as words

if TYPE_CHECKING:
    from logbook.bootstrap import Services
    from logbook.cli.parser import DutchParser
    from logbook.core.sharing import ShareDraft

WRONG_USE = 2
_PASSPHRASE_LIMIT = 10_000


def codes(text: str) -> tuple[str, ...]:
    """`a,b` as codes of entries."""
    found = tuple(part.strip() for part in text.split(","))
    if not all(found):
        raise ValueError(text)
    return found


def some_words(text: str) -> str:
    """A text that fits in a packet."""
    if len(text) > REMARK_LIMIT:
        raise ValueError(len(text))
    return text


def build_share(parser: DutchParser) -> None:
    """The arguments of `share`."""
    parser.add_argument("path", metavar="PAD", help="het bestand dat wordt gemaakt")
    parser.add_argument(
        "--entries",
        type=codes,
        action="append",
        required=True,
        metavar="CODE[,CODE …]",
        help="welke bijdragen, in deze volgorde",
    )
    parser.add_argument(
        "--questions",
        type=some_words,
        action="append",
        default=[],
        metavar="TEKST",
        help=f"een vraag aan de lezer; mag {QUESTIONS_MOST} keer",
    )
    parser.add_argument("--reader", metavar="NAAM", default="", help="hoe je de lezer noemt")
    parser.add_argument("--sender", metavar="NAAM", default="", help="hoe je jezelf noemt")
    parser.add_argument(
        "--letter", type=some_words, metavar="TEKST", default="", help="een paar woorden erbij"
    )
    parser.add_argument(
        "--format",
        choices=[each.value for each in ShareFormat],
        default=ShareFormat.PACKET.value,
        help="packet is één pagina om te lezen en op te reageren",
    )
    parser.add_argument("--no-dates", action="store_true", help="zonder datums")
    add_passphrase(parser, "versleutelen met de wachtzin op de standaardinvoer")


def run_share(arguments: argparse.Namespace) -> int:
    """Make the file, and say on stderr what the check sees in it; never stops for that."""
    share_format = ShareFormat(arguments.format)
    mistake = _mistake(arguments, share_format)
    if mistake:
        say(f"logbook share: {mistake}")
        return WRONG_USE
    passphrase = read_passphrase() if arguments.passphrase_stdin else ""
    with open_logbook(arguments.logbook) as services:
        ids = [services.reading.find_id(each) for found in arguments.entries for each in found]
        draft = replace(
            services.sharing.begin(ids),
            questions=tuple(arguments.questions),
            reader=arguments.reader,
            sender=arguments.sender,
            letter=arguments.letter,
            with_dates=not arguments.no_dates,
        )
        sent, _ = services.sharing.send(draft, share_format, Path(arguments.path), passphrase)
        _warn(services, draft)
    write(f"{sent.id}\n")
    say(words.shared_in(arguments.path, sealed=sent.sealed))
    return 0


def add_passphrase(parser: DutchParser, explained: str) -> None:
    """The argument that says that the passphrase comes on stdin."""
    parser.add_argument("--passphrase-stdin", action="store_true", help=explained)


def read_passphrase() -> str:
    """The passphrase on the first line of stdin.

    Raises:
        FileNotText, FileTooLarge, FileUnreadable, PassphraseNeeded.
    """
    from logbook.core.share_errors import PassphraseNeeded

    text, _ = read_input("-", _PASSPHRASE_LIMIT)
    first = text.split("\n", 1)[0].strip("\r")
    if not first:
        raise PassphraseNeeded
    return first


def _mistake(arguments: argparse.Namespace, share_format: ShareFormat) -> str:
    if arguments.path in ("-", ""):
        return f"naar {STDIN.replace('invoer', 'uitvoer')} delen kan niet; geef een bestand"
    if len(arguments.questions) > QUESTIONS_MOST:
        return f"je kunt {QUESTIONS_MOST} vragen stellen"
    if arguments.passphrase_stdin and share_format is not ShareFormat.PACKET:
        return "alleen de vorm packet kan een wachtzin hebben"
    return ""


def _warn(services: Services, draft: ShareDraft) -> None:
    """Say what may make somebody recognisable in what was shared."""
    found = services.sharing.names.findings(draft)
    if not found:
        return
    say(words.may_be_recognised(len(found)))
    for each in found:
        finding = each.found.finding
        say(f"  {each.entry_id[-6:] or each.title}  “{finding.trace.text}”: {finding.why}")
    say(words.HOW_TO_REPLACE)

# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""`feedback show`, `feedback import` and `feedback sent`: what came back, and what was shared."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from logbook.cli.output import STDIN, say, visible, write, write_json
from logbook.cli.session import open_logbook
from logbook.cli.sharing import WRONG_USE, add_passphrase, read_passphrase
from logbook.core.errors import FileTooLarge, FileUnreadable
from logbook.core.packet import PACKET_LIMIT
from logbook.core.share_errors import FileNotOurs
from logbook.files.intake import read_bytes
from logbook.texts import feedback as words

if TYPE_CHECKING:
    from logbook.bootstrap import Services
    from logbook.cli.parser import DutchParser
    from logbook.core.remarks import Incoming, IncomingRemark
    from logbook.core.sharing import SentPacket


def build_show(parser: DutchParser) -> None:
    """The arguments of `feedback show`."""
    _add_file(parser)
    parser.add_argument("--json", action="store_true", help="als JSON, voor een ander programma")


def run_show(arguments: argparse.Namespace) -> int:
    """Print what would come in; nothing changes."""
    return _look(arguments, apply=False, as_json=arguments.json)


def build_import(parser: DutchParser) -> None:
    """The arguments of `feedback import`."""
    _add_file(parser)
    parser.add_argument(
        "--dry-run", action="store_true", help="alleen laten zien wat erbij zou komen"
    )


def run_import(arguments: argparse.Namespace) -> int:
    """Print what comes in and keep it, all or nothing."""
    return _look(arguments, apply=not arguments.dry_run, as_json=False)


def build_sent(parser: DutchParser) -> None:
    """The arguments of `feedback sent`."""
    parser.add_argument("--json", action="store_true", help="als JSON, voor een ander programma")


def run_sent(arguments: argparse.Namespace) -> int:
    """Print what was shared, the newest first."""
    with open_logbook(arguments.logbook) as services:
        sent = services.sharing.sent()
        back = {each.packet for each in services.feedback.last_returned()}
    if arguments.json:
        write_json([_packet_data(each, returned=each.id in back) for each in sent])
        return 0
    for each in sent:
        write(f"{each.id[-8:]}  {visible(words.sent_line(each, returned=each.id in back))}\n")
    if not sent:
        say(words.NOTHING_SENT)
    return 0


def _add_file(parser: DutchParser) -> None:
    parser.add_argument(
        "file",
        metavar="BESTAND",
        help="een reactie, een Word-bestand met opmerkingen of een tekst; - is de standaardinvoer",
    )
    add_passphrase(parser, "de wachtzin staat op de standaardinvoer")


def _look(arguments: argparse.Namespace, *, apply: bool, as_json: bool) -> int:
    if arguments.file == "-" and arguments.passphrase_stdin:
        say("logbook feedback: op de standaardinvoer past één ding; geef de reactie als bestand")
        return WRONG_USE
    passphrase = read_passphrase() if arguments.passphrase_stdin else ""
    data, name = _read(arguments.file)
    with open_logbook(arguments.logbook) as services:
        incoming = _incoming(services, data, name, passphrase)
        if as_json:
            write_json(_as_json(incoming))
            return 0
        write(visible(words.incoming_text(incoming)))
        if incoming.is_empty:
            say(words.NOTHING_NEW)
        elif apply:
            services.feedback.take_in(incoming)
            say(words.taken_in(len(incoming.new)))
        else:
            say(words.NOT_TAKEN_IN)
    return 0


def _read(file: str) -> tuple[bytes, str]:
    """The bytes of a file or of stdin, and what errors call it."""
    if file != "-":
        path = Path(file)
        return read_bytes(path, limit=PACKET_LIMIT), path.name
    try:
        data = sys.stdin.buffer.read(PACKET_LIMIT + 1)
    except OSError as error:
        raise FileUnreadable(STDIN, str(error)) from error
    if len(data) > PACKET_LIMIT:
        raise FileTooLarge(STDIN, len(data), PACKET_LIMIT)
    return data, STDIN


def _incoming(services: Services, data: bytes, name: str, passphrase: str) -> Incoming:
    """What would come in by whichever of the three doors fits."""
    try:
        return services.feedback.look(data, name, passphrase)
    except FileNotOurs:
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = ""
        if "[logboek-reactie" not in text:
            raise
    return services.feedback.look_text(text)


def _as_json(incoming: Incoming) -> dict[str, Any]:
    returned = incoming.returned
    return {
        "packet": returned.packet,
        "reader": returned.reader,
        "general": returned.general,
        "answers": [{"question": question, "text": text} for question, text in returned.answers],
        "known": incoming.known,
        "new": [_remark_data(each) for each in incoming.new],
        "lost": len(incoming.lost),
        "empty": incoming.is_empty,
    }


def _remark_data(each: IncomingRemark) -> dict[str, Any]:
    remark = each.remark
    return {
        "id": remark.id,
        "kind": remark.kind.value,
        "text": remark.text,
        "before": each.before,
        "entry": remark.entry_id,
        "question": each.question,
        "quote": remark.quote.exact if remark.quote else "",
        "place": each.placed.how.value if each.placed else None,
        "lost": each.is_lost,
        "reply_to": remark.reply_to,
    }


def _packet_data(sent: SentPacket, *, returned: bool) -> dict[str, Any]:
    return {
        "id": sent.id,
        "round": sent.round,
        "made_at": sent.made_at.isoformat(),
        "format": sent.format.value,
        "sealed": sent.sealed,
        "reader": sent.reader,
        "entries": list(sent.entries),
        "questions": [text for _, text in sent.questions],
        "returned": returned,
    }

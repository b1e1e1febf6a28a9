# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""`desk list`, `desk add`, `desk export` and `desk forget`: the supervisor's desk."""

from __future__ import annotations

import argparse
import contextlib
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from logbook.cli.output import say, write, write_json_array
from logbook.cli.session import places
from logbook.clock import now_utc
from logbook.core.desk import PickUp, StudentView
from logbook.core.errors import FileTooLarge
from logbook.core.packet import PACKET_LIMIT
from logbook.core.share_errors import FileTooBig, StudentNotFound
from logbook.texts import desk as words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from logbook.cli.parser import DutchParser
    from logbook.core.desk import Student
    from logbook.services.desk import Desk

_FAILED = 1
_PASSPHRASE_LIMIT = 4_096


@contextlib.contextmanager
def _open(arguments: argparse.Namespace) -> Iterator[Desk]:
    """The desk; the library is read when something asks for it."""
    from logbook.services.content import ContentService
    from logbook.services.desk_open import make_desk

    paths = places(arguments.logbook)
    desk = make_desk(paths, lambda: ContentService(paths).library(), now_utc)
    try:
        yield desk
    finally:
        desk.close()


def build_list(parser: DutchParser) -> None:
    """The arguments of `desk list`."""
    parser.add_argument("--json", action="store_true", help="als JSON, voor een ander programma")


def run_list(arguments: argparse.Namespace) -> int:
    """Print groups and students in order of next session."""
    with _open(arguments) as desk:
        groups = desk.groups()
    if arguments.json:
        write_json_array(_as_json(view) for group in groups for view in group.students)
        return 0
    for group in groups:
        if group.name:
            write(f"{group.name}\n")
        for view in group.students:
            write(_line(view))
    if not groups:
        say("Je bureau is leeg.")
    return 0


def _as_json(view: StudentView) -> dict[str, Any]:
    student = view.student
    return {
        "id": student.id,
        "name": student.name,
        "group": student.group,
        "next_session": student.next_session.isoformat() if student.next_session else None,
        "entries": view.entries,
        "new": view.new,
        "packets": [
            {
                "id": each.packet.id,
                "round": each.packet.round,
                "made_on": each.packet.made_on.isoformat(),
                "sealed": each.sealed,
                "given_back": len(each.given),
                "waiting": not each.draft.is_empty,
            }
            for each in view.packets
        ],
        "questions": [
            {"text": each.remark.text, "state": each.what.value} for each in view.questions
        ],
    }


def _line(view: StudentView) -> str:
    student = view.student
    day = student.next_session.isoformat() if student.next_session else "-" * 10
    made = f"  {day}  {student.name}: {words.shared_and_new(view.entries, view.new)}\n"
    count = {what: sum(q.what is what for q in view.questions) for what in PickUp}
    asked = words.earlier_asked(
        count[PickUp.ANSWERED], count[PickUp.WRITTEN_ON], count[PickUp.NOT_YET]
    )
    if asked:
        made += f"              {asked}\n"
    if view.intentions:
        made += f"              {words.open_intentions(len(view.intentions))}\n"
    if view.waiting:
        made += "              Er staat nog een reactie klaar.\n"
    return made


def build_add(parser: DutchParser) -> None:
    """The arguments of `desk add`."""
    parser.add_argument("path", metavar="BESTAND", help="het deelpakket")
    parser.add_argument("--student", metavar="NAAM", help="van wie, zoals jij die noemt")
    parser.add_argument("--group", metavar="GROEP", default="", help="in welke groep")
    parser.add_argument(
        "--session", metavar="DATUM", help="de volgende bijeenkomst, zoals 2026-11-21"
    )
    _add_passphrase(parser)


def run_add(arguments: argparse.Namespace) -> int:
    """Put a packet on the desk."""
    session = None
    if arguments.session is not None:
        try:
            session = date.fromisoformat(arguments.session)
        except ValueError:
            say(f"“{arguments.session}” is geen datum; schrijf bijvoorbeeld 2026-11-21.")
            return 2
    path = Path(arguments.path)
    with _open(arguments) as desk:
        arriving = desk.look(_read(path), path.name, _passphrase(arguments))
        if arriving.known:
            say("Deze inzending staat al op je bureau. Er is niets veranderd.")
            return 0
        student = arriving.student
        if student is None:
            name = arguments.student or arriving.packet.sender
            if not name:
                say("Zeg met --student van wie dit is.")
                return _FAILED
            student = _named(desk, name) or desk.new_student(name, arguments.group, session)
        desk.add(arriving, student)
    say(f"Toegevoegd bij {student.name}. {words.KEPT_OPEN}")
    return 0


def _named(desk: Desk, name: str) -> Student | None:
    try:
        return desk.find_student(name)
    except StudentNotFound:
        return None


def build_export(parser: DutchParser) -> None:
    """The arguments of `desk export`."""
    parser.add_argument("student", metavar="STUDENT", help="de naam zoals jij die gaf")
    parser.add_argument("path", metavar="MAP", help="waarheen; met --bundle een bestand")
    parser.add_argument("--reader", metavar="NAAM", help="hoe je ondertekent")
    parser.add_argument(
        "--bundle", action="store_true", help="een leesbundel van alles, om af te drukken"
    )
    _add_passphrase(parser)


def run_export(arguments: argparse.Namespace) -> int:
    """Write the reactions to a student that are ready, or a reading bundle."""
    path = Path(arguments.path)
    with _open(arguments) as desk:
        view = desk.view(desk.find_student(arguments.student).id)
        if arguments.bundle:
            return _bundle(desk, view, path)
        passphrase = _passphrase(arguments)
        for packet_id in view.waiting:
            if passphrase and desk.is_locked(packet_id):
                desk.unlock(packet_id, passphrase)
        files, _ = desk.give_back(view.waiting, path, arguments.reader)
    for each in files:
        write(f"{path / each.file}\n")
    say(words.given_back(len(files)) if files else "Er staat geen reactie klaar.")
    return 0 if files else _FAILED


def _bundle(desk: Desk, view: StudentView, path: Path) -> int:
    from logbook.services.desk_files import save_page

    save_page(path, desk.bundle(each.packet.id for each in reversed(view.packets)))
    say("De leesbundel is bewaard. Open haar in een browser om haar af te drukken.")
    return 0


def build_forget(parser: DutchParser) -> None:
    """The arguments of `desk forget`."""
    parser.add_argument("student", metavar="STUDENT", help="de naam zoals jij die gaf")
    parser.add_argument("--yes", action="store_true", help="weggooien zonder verder te vragen")


def run_forget(arguments: argparse.Namespace) -> int:
    """Throw away all of a student; without `--yes` only say what would go."""
    with _open(arguments) as desk:
        student = desk.find_student(arguments.student)
        if not arguments.yes:
            view = desk.view(student.id)
            if view.waiting:
                say("Er staat nog een reactie klaar die je niet teruggaf.")
            say(f"{words.REALLY_GONE}\nMet --yes gooi je alles van {student.name} weg.")
            return _FAILED
        desk.forget(student.id)
    say(f"Alles van {student.name} is weg.")
    return 0


def _add_passphrase(parser: DutchParser) -> None:
    parser.add_argument(
        "--passphrase-stdin",
        action="store_true",
        help="lees de wachtzin van de standaardinvoer",
    )


def _passphrase(arguments: argparse.Namespace) -> str:
    if not arguments.passphrase_stdin:
        return ""
    return sys.stdin.readline(_PASSPHRASE_LIMIT).rstrip("\r\n")


def _read(path: Path) -> bytes:
    from logbook.files.intake import read_bytes

    try:
        return read_bytes(path, limit=PACKET_LIMIT)
    except FileTooLarge:
        raise FileTooBig(path.name, PACKET_LIMIT) from None

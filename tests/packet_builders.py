# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Packets as students send them, for tests of the desk."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from logbook.core.packet import (
    Author,
    Packet,
    PartKind,
    Picture,
    PublicId,
    Remark,
    RemarkKind,
    SharedAnswer,
    SharedEntry,
    SharedLine,
    SharedQuestion,
    SharedSection,
)
from logbook.formats.packet_file import write_packet_file
from logbook.formats.sealed import Key

SVG = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 30">'
    b'<rect width="40" height="30" fill="#1F6B66"/></svg>'
)


def public(number: int) -> PublicId:
    return PublicId(f"{number:032x}")


def line(text: str, kind: PartKind = PartKind.WORDS) -> SharedLine:
    return SharedLine(text, kind)


def make_packet(number: int = 1, *, pair: int = 100, sender: str = "Student A") -> Packet:
    """A first packet: an entry with prose and a card, and one with an intention."""
    waited = SharedAnswer(
        public(31),
        "Was het makkelijk of moeilijk om hulp te vragen?",
        (
            line("Ik heb er drie weken mee gewacht. Ik dacht dat ik het zelf moest kunnen 🙂."),
            line("Ze herhaalde mijn eigen woord, en vroeg wat dat voor mij betekende."),
        ),
    )
    card = SharedAnswer(
        public(32),
        "Welke kaart past hierbij?",
        (SharedLine("Een brug", PartKind.CARD, "1.", (), "Een brug over water", "p1"),),
    )
    trying = SharedAnswer(public(33), "Wat ga je proberen?", (line("Eerder bellen."),))
    day = SharedAnswer(
        public(34), "Op welke dag kijk je terug?", (line("1 april 2026", PartKind.DAY),)
    )
    return Packet(
        public(number),
        public(pair),
        1,
        date(2026, 3, 1),
        (
            SharedEntry(
                public(21), "Hulp vragen", (SharedSection("Kijken", (waited, card)),), "Eigen werk",
                date(2026, 2, 28), 1,
            ),
            SharedEntry(public(22), "Een voornemen", (SharedSection("", (trying, day)),)),
        ),
        sender,
        "mijn supervisor",
        "Dag.",
        (SharedQuestion(public(41), "Klopt mijn gevoel?"),),
        (Picture("p1", "image/svg+xml", SVG),),
    )  # fmt: skip


def next_round(packet: Packet, number: int, remarks: tuple[Remark, ...]) -> Packet:
    """The next packet: the first answer was written on, and remarks come along."""
    entry = packet.entries[0]
    section = entry.sections[0]
    before = section.answers[0]
    now = replace(before, lines=(*before.lines, line("Nu zou ik eerder bellen.")))
    now = replace(now, before=before.text)
    changed = replace(section, answers=(now, *section.answers[1:]))
    return replace(
        packet,
        id=public(number),
        round=packet.round + 1,
        entries=(replace(entry, sections=(changed,)), *packet.entries[1:]),
        remarks=remarks,
    )


def remark(
    number: int, text: str, *, answer: int | None = 31, kind: RemarkKind = RemarkKind.QUESTION
) -> Remark:
    return Remark(public(number), kind, text, public(answer) if answer else None)


def reply(number: int, to: int, text: str, author: Author = Author.STUDENT) -> Remark:
    return Remark(
        public(number), RemarkKind.RECOGNITION, text, public(31), None, public(to), author
    )


def packet_bytes(packet: Packet, key: Key | None = None) -> bytes:
    return write_packet_file(packet, key)

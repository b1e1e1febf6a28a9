# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Packets as students send them: a small one, one with every kind of line, and their next rounds.

Packets for the page in a browser are in `tests/browser/samples.py`, logbooks that send in
`tests/share_builders.py`.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from logbook.core.anchor_text import anchor_text
from logbook.core.anchoring import quote_of
from logbook.core.packet import (
    Author,
    Packet,
    PartKind,
    Picture,
    PublicId,
    Remark,
    RemarkKind,
    SharedAnswer,
    SharedCard,
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


#: Words that mean something to Typst, Word, HTML or Markdown.
HOSTILE = (
    '#eval(1+1) #read("/etc/passwd") $x^2$ @ref <label> *niet vet* _schuin_ `code` // \\ [x](y) '
    '<script>alert(1)</script> &amp; {{ x }} \x7f {HYPERLINK "http://x"} ]]> <!-- | a | # kop'
)


def public(number: int) -> PublicId:
    """A public id; its digits look random, as real ones do."""
    return PublicId(f"{number * 0x9E3779B97F4A7C15F39CC0605CEDC834 % 16**32:032x}")


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


# --- every kind of line ---------------------------------------------------------------------------


def prose(source: str) -> tuple[SharedLine, ...]:
    """Lines of Markdown."""
    return tuple(
        SharedLine(line.text, PartKind(line.kind.value), line.mark, line.styles)
        for line in anchor_text(source).lines
    )


def packet_of(*answers: SharedAnswer, title: str = "Een gesprek") -> Packet:
    """A first packet of one entry."""
    entry = SharedEntry(public(1), title, (SharedSection("", answers),))
    return Packet(public(2), public(3), 1, date(2026, 11, 22), (entry,), "Student A", "Fenna")


def one_answer(*texts: str) -> Packet:
    """A first packet of one answer with these lines."""
    return packet_of(SharedAnswer(public(11), "Wat viel op?", tuple(map(SharedLine, texts))))


def full_packet() -> Packet:
    """A packet with every kind of line."""
    cards = SharedAnswer(
        public(21),
        "Welke kaarten passen bij vandaag?",
        (
            SharedLine("Brug", PartKind.CARD, "1.", (), "Een brug over stil water", "p1"),
            SharedLine("Nest", PartKind.CARD, "2.", (), "Een leeg nest in een boom", "p1"),
            SharedLine("Kompas", PartKind.CARD, "3."),
        ),
    )
    about = SharedAnswer(
        public(22),
        "Waar staat deze kaart voor?",
        prose(
            "Ze **vroeg door**, en *dat* hielp.\n\n- eerst stil\n- toen verder\n\n1. een\n2. twee"
        ),
        SharedCard("Brug", "Een brug over stil water", "p1"),
    )
    kinds = SharedAnswer(
        public(23),
        "Hoe ging het?",
        (
            SharedLine("7 van 10", PartKind.PLACE),
            SharedLine("Luisteren", PartKind.OPTION),
            SharedLine("Doorvragen", PartKind.OPTION),
            SharedLine("1 april 2026", PartKind.DAY),
            SharedLine("Ma · bellen · ging goed", PartKind.ROW),
            SharedLine("Di · schrijven · duurde lang", PartKind.ROW),
            *prose(
                "## Een kop\n\n> een citaat van een ander\n\n```\nprint(1)\tx\n```\n~~weg~~ blijft"
            ),
        ),
    )
    more = SharedEntry(
        public(31),
        "Een notitie",
        (SharedSection("", (SharedAnswer(public(24), "", prose("Kort.")),)),),
    )
    entry = SharedEntry(
        public(1),
        "Vier kaarten",
        (SharedSection("Kiezen", (cards, about)), SharedSection("", (kinds,))),
        "Naar een werkvorm van iemand anders",
        date(2026, 3, 2),
        2,
    )
    return Packet(
        public(2),
        public(3),
        1,
        date(2026, 11, 22),
        (entry, more),
        "Student A",
        "Fenna",
        "Hoi Fenna,\nHier is het.",
        (SharedQuestion(public(41), "Klopt dit?"), SharedQuestion(public(42), "Zie je mij?")),
        (Picture("p1", "image/svg+xml", SVG),),
    )


def second_round() -> Packet:
    """The same again, with what changed and what was said."""
    packet = full_packet()
    entry = packet.entries[0]
    about = entry.sections[0].answers[1]
    changed = replace(about, before=about.text.replace("hielp", "hielp mij niet"))
    first = replace(entry.sections[0], answers=(entry.sections[0].answers[0], changed))
    at = about.text.index("vroeg")
    tip = Remark(
        public(51),
        RemarkKind.TIP,
        "Wat deed ze precies?\nEn jij?",
        about.id,
        quote_of(about.text, at, at + 10),
        day=date(2026, 11, 20),
        done=True,
    )
    reply = Remark(
        public(52),
        RemarkKind.RECOGNITION,
        "Ze herhaalde mijn woord.",
        about.id,
        reply_to=tip.id,
        author=Author.STUDENT,
    )
    whole = Remark(public(53), RemarkKind.THEORY, "Lees iets over presentie.", public(23))
    general = Remark(public(54), RemarkKind.MIRROR, "Je bent milder dan in het begin.")
    return replace(
        packet,
        id=public(4),
        round=2,
        entries=(
            replace(entry, sections=(first, entry.sections[1])),
            replace(packet.entries[1], new=True),
        ),
        remarks=(tip, reply, whole, general),
    )

# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Packets for tests of the forms that are documents: every kind of line, a second round."""

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

# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Packets for the tests of the page: one as a student would send, one full of hostile words."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from logbook.core.anchor_text import Look, Styled
from logbook.core.anchoring import quote_of
from logbook.core.packet import (
    Author,
    Packet,
    PartKind,
    Picture,
    Remark,
    RemarkKind,
    SharedAnswer,
    SharedCard,
    SharedEntry,
    SharedLine,
    SharedQuestion,
    SharedSection,
)
from tests.packet_builders import public

DECKS = Path(__file__).resolve().parents[2] / "exercises" / "decks"
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c63606060"
    "f80f0001040100b5e2d5c10000000049454e44ae426082"
)
PASSPHRASE = "kalme vijver, trein café"
#: The same words with the accent as a sign of its own.
PASSPHRASE_NFD = "kalme vijver, trein cafe\u0301"


def pictures(count: int) -> tuple[Picture, ...]:
    """Pictures of the cards in this repository, and copies of them when they run out."""
    found = sorted(DECKS.rglob("*.svg"))
    return tuple(
        Picture(
            f"p{n + 1}",
            "image/svg+xml",
            found[n % len(found)].read_bytes() + b"<!-- %d -->" % n,
        )
        for n in range(count)
    )


_WAITED = (
    "Ik heb er drie weken mee gewacht. Ik dacht dat ik het zelf moest kunnen, juist omdat ik dit "
    "vak leer. Toen ik belde, vroeg ze eerst hoe het met me ging, voordat het over geld ging."
)
_HEARD = (
    "Daar merkte ik aan dat ze luisterde: ze herhaalde mijn eigen woord, ‘gênant’, en vroeg wat "
    "dat voor mij betekende. 👩‍🏫 Zij wachtte. "
    "Daarna was het e\u0301e\u0301n minuut stil 🙂 en dat hielp."
)


def student_packet(round_number: int = 1) -> Packet:
    """Two entries with everything an answer may hold; from round 2 with what went before."""
    later = round_number > 1
    first = SharedAnswer(
        public(11),
        "Was het makkelijk of moeilijk om hulp te vragen?",
        (
            SharedLine(
                _WAITED, styles=(Styled(10, 20, Look.EMPHASIS), Styled(50, 54, Look.STRONG))
            ),
            SharedLine(_HEARD),
        ),
        before=f"{_WAITED.replace('drie weken', 'even')}\n{_HEARD}" if later else None,
    )
    second = SharedAnswer(
        public(12),
        "Hoe lang wachtte je?",
        (
            SharedLine("Te lang, en dat is:", PartKind.HEADING),
            SharedLine("elke dag het voornemen om het morgen te doen;", PartKind.ITEM, "1."),
            SharedLine("elke avond een ander verhaal.", PartKind.ITEM, "2."),
            SharedLine("Morgen is ook een dag.", PartKind.QUOTE),
            SharedLine("geen regel  met  code", PartKind.CODE),
        ),
    )
    cards = SharedAnswer(
        public(13),
        "Welke beelden passen bij jouw hulpvraag?",
        (
            SharedLine("Brug", PartKind.CARD, "1.", (), "Een brug over een beek.", "p1"),
            SharedLine("Wegwijzer", PartKind.CARD, "2.", (), "Een paal met twee borden.", "p2"),
        ),
    )
    about = SharedAnswer(
        public(14),
        "Waarom dit beeld?",
        (SharedLine("De brug lag er al, ik zag hem niet."),),
        SharedCard("Brug", "Een brug over een beek.", "p1"),
    )
    facts = SharedAnswer(
        public(15),
        "Hoe zeker was je?",
        (
            SharedLine("4 van 7 – tussen onzeker en zeker", PartKind.PLACE),
            SharedLine("Ik vroeg iemand om raad", PartKind.OPTION),
            SharedLine("2 maart 2026", PartKind.DAY),
            SharedLine("maandag · gebeld · geen gehoor", PartKind.ROW),
            SharedLine("dinsdag · gemaild · antwoord na een uur", PartKind.ROW),
        ),
    )
    entries = (
        SharedEntry(
            public(21),
            "Terugkijken op je eigen hulpvraag",
            (
                SharedSection("Vragen om hulp", (first, second)),
                SharedSection("Beelden", (cards, about)),
            ),
            "Naar een werkboek over begeleiden, hoofdstuk 2.",
            date(2026, 11, 21),
            2,
        ),
        SharedEntry(
            public(22), "Een lastig gesprek", (SharedSection("", (facts,)),), "", None, 0, later
        ),
    )
    return Packet(
        public(1),
        public(2),
        round_number,
        date(2026, 11, 22),
        entries,
        "Student A",
        "mijn supervisor",
        "Dag,\n\nhier zijn twee stukken van deze week. Bij het eerste twijfel ik nog.",
        (
            SharedQuestion(public(31), "Zie jij wat ik over het hoofd zie?"),
            SharedQuestion(public(32), "Welke theorie past hierbij?"),
        ),
        pictures(2),
        _earlier(first) if later else (),
        True,
    )


def _earlier(answer: SharedAnswer) -> tuple[Remark, ...]:
    at = answer.text.index("zelf moest kunnen")
    gone = quote_of("Ik heb even gewacht.", 7, 11)
    return (
        Remark(
            public(41),
            RemarkKind.MIRROR,
            "Van wie moest dat?",
            answer.id,
            quote_of(answer.text, at, at + 17),
            None,
            Author.READER,
            date(2026, 11, 2),
            True,
        ),
        Remark(
            public(42),
            RemarkKind.MIRROR,
            "Van mezelf, zie ik nu.",
            answer.id,
            None,
            public(41),
            Author.STUDENT,
        ),
        Remark(public(43), RemarkKind.QUESTION, "Hoe lang is even?", answer.id, gone),
        Remark(public(44), RemarkKind.TIP, "Schrijf vooral zo door."),
    )


HOSTILE = (
    "<script>window.gelopen=1</script>",
    "<img src=x onerror=window.gelopen=2>",
    '"><svg onload=window.gelopen=3>',
    "</script><script>window.gelopen=4</script><!-- <script>",
    '<script type="application/json" id="logboek-deelpakket">{}</script>',
    "<!--",
    "javascript:window.gelopen=5",
    '<meta http-equiv="refresh" content="0;url=https://voorbeeld.test/">',
    '<a href="https://voorbeeld.test/">x</a><iframe src="https://voorbeeld.test/"></iframe>',
    "{{script}} ${window.gelopen=6} \u2028\u2029 ]]> --> </style></title></textarea>",
)


def hostile_packet() -> Packet:
    """Markup and script in every text of a packet."""
    words = " ".join(HOSTILE)
    picture = Picture(
        "p1",
        "image/svg+xml",
        b'<svg xmlns="http://www.w3.org/2000/svg" onload="window.gelopen=7"><script>'
        b"parent.gelopen=8</script><image href='https://voorbeeld.test/x.png'/></svg>",
    )
    answer = SharedAnswer(
        public(11),
        words,
        (
            SharedLine(words, styles=(Styled(0, 9, Look.STRONG),)),
            SharedLine(words, PartKind.CARD, "<b>1.", (), words, "p1"),
            SharedLine(words, PartKind.ITEM, '"><i>'),
        ),
        SharedCard(words, words, "p1"),
        words + " eerst",
    )
    remark = Remark(public(41), RemarkKind.TIP, words, answer.id, quote_of(answer.text, 0, 30))
    entry = SharedEntry(public(21), words, (SharedSection(words, (answer,)),), words, None, 2, True)
    name = "<script>window.gelopen=9</script>"
    return Packet(
        public(1),
        public(2),
        2,
        date(2026, 11, 22),
        (entry, *(SharedEntry(public(50 + n), words, ()) for n in range(4))),
        name,
        name,
        words,
        (SharedQuestion(public(31), words),),
        (picture,),
        (
            remark,
            Remark(public(42), RemarkKind.TIP, words, answer.id, None, remark.id, Author.STUDENT),
            Remark(public(43), RemarkKind.THEORY, words),
        ),
    )


def large_packet(entries: int = 40, cards: int = 160) -> Packet:
    """Forty entries with four cards each, and about six hundred words each."""
    each = cards // entries
    made = []
    for n in range(entries):
        chosen = SharedAnswer(
            public(1000 + n),
            "Welke beelden passen hierbij?",
            tuple(
                SharedLine(
                    f"Kaart {c}", PartKind.CARD, f"{c}.", (), "Een beeld.", f"p{n * each + c}"
                )
                for c in range(1, each + 1)
            ),
        )
        prose = tuple(
            SharedAnswer(
                public(2000 + 10 * n + q),
                f"Vraag {q}: wat zag je?",
                tuple(SharedLine(f"{_WAITED} ({n}, {q}, {p})") for p in range(3)),
            )
            for q in range(5)
        )
        made.append(
            SharedEntry(
                public(100 + n), f"Bijdrage {n + 1}", (SharedSection("Kijken", (chosen, *prose)),)
            )
        )
    return Packet(
        public(1), public(2), 1, date(2026, 11, 22), tuple(made), pictures=pictures(cards)
    )

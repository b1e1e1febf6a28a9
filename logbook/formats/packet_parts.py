# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Parts of a packet as documents show them: styled pieces, what changed, threads of remarks.

Words only; how they look is left to each document.
"""

from __future__ import annotations

import unicodedata

from logbook.core.packet import Author, Packet, Remark, SharedAnswer, SharedEntry
from logbook.core.text import clean_text
from logbook.core.words_diff import Change, Piece, diff_words
from logbook.formats.packet_words import KIND_WORDS, since_words

CHANGED = "Veranderd sinds de vorige ronde"
NEW_ENTRY = "nieuw in deze ronde"
QUESTIONS = "Mijn vragen aan jou"
ABOUT_ALL = "Bij alles samen"

#: Of what stayed the same, so many characters are shown beside a change.
_BESIDE = 60
#: A passage above a remark shows no more than this many characters.
_QUOTED = 160


def entry_title(entry: SharedEntry) -> str:
    """The title of an entry; a heading is never empty."""
    return clean_text(entry.title).text.strip() or "Zonder titel"


def changes(answer: SharedAnswer) -> tuple[Piece, ...]:
    """What changed since the round before; long stretches that stayed the same are cut short."""
    if answer.before is None:
        return ()
    pieces = diff_words(answer.before, answer.text)
    last = len(pieces) - 1
    return tuple(
        Piece(p.change, _short(p.text, first=n == 0, last=n == last))
        if p.change is Change.SAME
        else p
        for n, p in enumerate(pieces)
    )


def _short(text: str, *, first: bool, last: bool) -> str:
    if len(text) <= 2 * _BESIDE + 10:
        return text
    begin = "" if first else f"{text[:_BESIDE]} "
    end = "" if last else f" {text[-_BESIDE:]}"
    return f"{begin}…{end}"


def who_said(remark: Remark, packet: Packet) -> str:
    """How the writer of a remark or reply is called."""
    if remark.author is Author.STUDENT:
        return packet.sender or "student"
    return packet.reader or "lezer"


def remark_facts(remark: Remark, packet: Packet) -> str:
    """`vraag · mijn supervisor · verwerkt`."""
    facts = [KIND_WORDS[remark.kind], who_said(remark, packet)]
    return " · ".join([*facts, "verwerkt"] if remark.done else facts)


def about_words(remark: Remark) -> str:
    """Which words a remark was given on, on one line; "" when it is about a whole answer."""
    words = " ".join(remark.given_on.split())
    if not words:
        return ""
    short = words if len(words) <= _QUOTED else f"{words[: _QUOTED - 2].rstrip()} …"
    return f"bij “{short}”{since_words(remark)}"


def reads_from_right(text: str) -> bool:
    """Whether a line begins in a script that is written from right to left."""
    strong = (unicodedata.bidirectional(sign) for sign in text[:200])
    return next((kind != "L" for kind in strong if kind in ("L", "R", "AL")), False)

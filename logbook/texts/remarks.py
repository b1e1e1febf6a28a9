# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Remarks in Dutch: what they want to be, how many there are."""

from __future__ import annotations

from logbook.core.packet import RemarkKind
from logbook.texts.words import count

#: What a remark wants to be, as its reader chooses it.
REMARK_KINDS = {
    RemarkKind.QUESTION: "vraag",
    RemarkKind.RECOGNITION: "herkenning",
    RemarkKind.MIRROR: "spiegel",
    RemarkKind.THEORY: "theorie",
    RemarkKind.TIP: "tip",
}


def remarks(number: int) -> str:
    """`1 opmerking`, `3 opmerkingen`."""
    return count(number, "opmerking", "opmerkingen")


def new_remarks(number: int) -> str:
    """`1 nieuwe opmerking`, `3 nieuwe opmerkingen`."""
    return count(number, "nieuwe opmerking", "nieuwe opmerkingen")


def reader_name(reader: str) -> str:
    """How a reader is called; those who did not sign are "je lezer"."""
    return reader.strip() or "je lezer"


def about_passage(words: str) -> str:
    """Which words a remark is about."""
    return f"bij “{words}”"


def about_question(question: str) -> str:
    """Which answer a remark is about as a whole."""
    return f"bij de vraag “{question}”"

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

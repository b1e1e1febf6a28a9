# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Dutch words that stand in every form of a packet; `page/reading.js` has the same."""

from __future__ import annotations

from logbook.core.packet import Packet, Remark, RemarkKind, SharedEntry
from logbook.formats.local_time import day_in_words

#: What a remark wants to be, as its reader chooses it.
KIND_WORDS = {
    RemarkKind.QUESTION: "vraag",
    RemarkKind.RECOGNITION: "herkenning",
    RemarkKind.MIRROR: "spiegel",
    RemarkKind.THEORY: "theorie",
    RemarkKind.TIP: "tip",
}


def since_words(remark: Remark) -> str:
    """What became of the words a remark was given on; "" while they stand there."""
    if not remark.was:
        return ""
    return " (sindsdien veranderd)" if remark.quote else " (staat er niet meer zo)"


def packet_title(packet: Packet) -> str:
    """The title of a packet as a document."""
    return f"Van {packet.sender}" if packet.sender else "Uit mijn logboek"


def packet_facts(packet: Packet) -> str:
    """`voor mijn supervisor · ronde 2 · 22 november 2026`."""
    facts = [f"voor {packet.reader}"] if packet.reader else []
    facts += [f"ronde {packet.round}"] if packet.round > 1 else []
    return " · ".join([*facts, day_in_words(packet.made_on)])


def entry_facts(entry: SharedEntry) -> str:
    """`2 maart 2026 · 2e keer`; "" when nothing is told."""
    facts = [day_in_words(entry.day)] if entry.day else []
    facts += [f"{entry.round}e keer"] if entry.round > 1 else []
    return " · ".join(facts)

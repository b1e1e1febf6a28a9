# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Whether a packet can be read again: no file leaves that nobody can open.

What goes out is read as a reader would, so that every bound of `packet_models` counts here too.
"""

from __future__ import annotations

import re

from logbook.core.packet import Packet
from logbook.core.share_errors import PacketUnfit, UnfitPart
from logbook.files.intake import JsonRefused, parse_json
from logbook.formats.json_fields import Refused
from logbook.formats.packet_json import read_packet

_PLACE = re.compile(r"entries\.(\d+)(?:\.sections\.(\d+)(?:\.answers\.(\d+))?)?")


def check_fit(packet: Packet, text: str, depth: int, most: int) -> None:
    """Refuse a packet that cannot be read from its JSON.

    Args:
        depth, most: how deep a reader lets JSON be, and of how many parts.

    Raises:
        PacketUnfit.
    """
    try:
        read_packet(parse_json(text, depth=depth, most=most))
    except Refused as refused:
        raise _told(packet, refused) from None
    except JsonRefused:
        raise PacketUnfit(UnfitPart.OTHER) from None


def _told(packet: Packet, refused: Refused) -> PacketUnfit:
    fact = refused.fact
    if fact.startswith("pictures"):
        return PacketUnfit(UnfitPart.PICTURES, count=len(packet.pictures))
    place = _PLACE.match(fact)
    if place is None:
        # What is wrong inside an answer is told by its id.
        for entry in packet.entries:
            for answer in (a for s in entry.sections for a in s.answers):
                if answer.id == fact:
                    return PacketUnfit(UnfitPart.ANSWER, entry.title, answer.question)
        return PacketUnfit(UnfitPart.OTHER)
    entry = packet.entries[int(place[1])]
    if place[3] is None:
        many = fact.endswith((".sections", ".answers"))
        return PacketUnfit(UnfitPart.ANSWERS if many else UnfitPart.ENTRY, entry.title)
    answer = entry.sections[int(place[2])].answers[int(place[3])]
    return PacketUnfit(UnfitPart.ANSWER, entry.title, answer.question)

# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""What a packet file holds, before it is put on the desk; nothing is kept here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from logbook.core.desk import Student
from logbook.core.packet import Packet
from logbook.core.share_errors import FileTampered, PassphraseNeeded
from logbook.formats.packet_file import open_sealed, read_packet_file
from logbook.formats.packet_pictures import check_picture

if TYPE_CHECKING:
    from logbook.formats.sealed import Key


@dataclass(frozen=True, slots=True)
class Arriving:
    """A packet that was read and is not on the desk yet.

    Args:
        student: who it belongs to when its pair is known; None when the supervisor has to say.
        known: this very packet is on the desk already.
        key: seals what is given back; None when it came open.
    """

    packet: Packet
    student: Student | None
    known: bool
    key: Key | None = None


def read_arriving(data: bytes, name: str, passphrase: str) -> tuple[Packet, Key | None]:
    """The packet in a file, with the key that opened it.

    Raises:
        PassphraseNeeded, PassphraseWrong.
        FileNotOurs, FileTooNew, FileTooBig, FileTampered: nothing of it is taken.
    """
    opened = read_packet_file(data, name)
    key = None
    packet = opened.packet
    if packet is None:
        assert opened.sealed is not None
        if not passphrase:
            raise PassphraseNeeded
        packet, key = open_sealed(opened.sealed, passphrase, name)
    try:
        for picture in packet.pictures:
            check_picture(picture)
    except ValueError as error:
        raise FileTampered(name, str(error)) from None
    return packet, key

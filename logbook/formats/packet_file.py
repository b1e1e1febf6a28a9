# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The file of a share packet: one HTML page with one block of data, and the gate it comes in by.

Knows where the block stands and how large and deep it may be. What is in it is for `packet_json`,
the passphrase for `sealed`, the page around it for `packet_page`. See docs/formats/deelpakket-1.md.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from logbook.core.packet import JSON_MOST, PACKET_LIMIT, Packet
from logbook.core.share_errors import (
    FileNotOurs,
    FileTampered,
    FileTooBig,
    FileTooNew,
    PassphraseWrong,
    TooMuchToShare,
)
from logbook.files.intake import JsonRefused, parse_json
from logbook.formats import sealed as seals
from logbook.formats.json_fields import Refused
from logbook.formats.packet_fit import check_fit
from logbook.formats.packet_json import packet_json, read_packet
from logbook.formats.packet_page import BLOCK_CLOSE, BLOCK_OPEN, MARK, page
from logbook.formats.sealed import Key, Purpose, WrongPassphrase

JSON_DEPTH = 32
_OPEN, _CLOSE, _MARK = BLOCK_OPEN.encode(), BLOCK_CLOSE.encode(), MARK.encode()


@dataclass(frozen=True, slots=True)
class OpenedPacket:
    """What stands in a packet file: the packet, or what opens with a passphrase; one is None."""

    packet: Packet | None
    sealed: dict[str, Any] | None = None


def write_packet_file(packet: Packet, key: Key | None) -> bytes:
    """The page of a packet, in UTF-8.

    Args:
        key: seals it; None leaves it readable, also without scripts.

    Raises:
        TooMuchToShare: it would be larger than a packet may be.
        PacketUnfit: nobody could open it.
    """
    text = packet_json(packet)
    size = len(text.encode())
    if size > PACKET_LIMIT:
        raise TooMuchToShare(size, PACKET_LIMIT)
    check_fit(packet, text, JSON_DEPTH, JSON_MOST)
    if key is None:
        made = page(text, packet)
    else:
        made = page(json.dumps(seals.seal(text, key, Purpose.PACKET)), None)
    data = made.encode()
    if len(data) > PACKET_LIMIT:
        raise TooMuchToShare(len(data), PACKET_LIMIT)
    return data


def read_packet_file(data: bytes, name: str) -> OpenedPacket:
    """What stands in the one block of a packet file; the page around it is not looked at.

    Args:
        name: of the file, without its folder, for the errors.

    Raises:
        FileTooBig, FileNotOurs, FileTooNew, FileTampered.
    """
    if len(data) > PACKET_LIMIT:
        raise FileTooBig(name, PACKET_LIMIT)
    value = _parsed(_block(data, name), name)
    try:
        if not seals.is_sealed(value):
            return OpenedPacket(read_packet(value))
        seals.has_salt_of(value, Key(b"", b""))  # only to check the header
        if value["purpose"] != Purpose.PACKET.value:
            raise Refused("purpose")
    except Refused as refused:
        raise _told(refused, name) from None
    return OpenedPacket(None, value)


def open_sealed(sealed: dict[str, Any], passphrase: str, name: str) -> tuple[Packet, Key]:
    """The packet in a sealed block, and the key to seal an answer with.

    Raises:
        PassphraseWrong: it is another one, or something in the file was changed.
        FileNotOurs, FileTooNew, FileTampered: see `read_packet_file`.
    """
    try:
        key = seals.key_of(sealed, passphrase)
        text = seals.unseal(sealed, key, Purpose.PACKET, limit=PACKET_LIMIT)
        return read_packet(_parsed(text, name)), key
    except WrongPassphrase:
        raise PassphraseWrong from None
    except Refused as refused:
        raise _told(refused, name) from None


def _block(data: bytes, name: str) -> str:
    """The text of the one block of data."""
    if data.count(_OPEN) != 1:
        if _MARK in data or _OPEN in data:
            raise FileTampered(name, "block")
        raise FileNotOurs(name, "packet")
    _, _, rest = data.partition(_OPEN)
    block, close, after = rest.partition(_CLOSE)
    if not close or b"</html>" not in after:
        raise FileTampered(name, "end")
    if b"<" in block:
        raise FileTampered(name, "block")
    try:
        return block.decode()
    except UnicodeDecodeError:
        raise FileTampered(name, "text") from None


def _parsed(text: str, name: str) -> Any:
    try:
        return parse_json(text, depth=JSON_DEPTH, most=JSON_MOST)
    except JsonRefused as refused:
        raise FileTampered(name, refused.reason) from None


def _told(refused: Refused, name: str) -> FileNotOurs | FileTooNew | FileTampered:
    match refused.reason:
        case "format":
            return FileNotOurs(name, "packet")
        case "version":
            return FileTooNew(name, refused.fact)
        case _:
            return FileTampered(name, f"{refused.reason} {refused.fact}".strip())

# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The table of forms in which something is shared; each is written from the same packet."""

from __future__ import annotations

from logbook.core.packet import PACKET_LIMIT, PICTURES_MOST, Packet
from logbook.core.share_errors import PacketUnfit, TooMuchToShare, UnfitPart
from logbook.core.sharing import ShareFormat


def share_bytes(packet: Packet, share_format: ShareFormat, passphrase: str = "") -> bytes:
    """The file of a packet in one of its forms.

    Args:
        passphrase: seals the packet form; "" leaves it readable.

    Raises:
        TooMuchToShare: it would be larger than a packet may be.
        PacketUnfit: nobody could open it, or take in what comes back.
        FormatMissing: a library that this form is written with is not on this computer.
    """
    # What writes one form is loaded only when that form is asked for.
    match share_format:
        case ShareFormat.PACKET:
            from logbook.formats.packet_file import write_packet_file
            from logbook.formats.sealed import new_key

            data = write_packet_file(packet, new_key(passphrase) if passphrase else None)
        case ShareFormat.PDF:
            from logbook.formats.packet_pdf import render_pdf

            data = render_pdf(packet)
        case ShareFormat.DOCX:
            from logbook.formats.packet_docx import render_docx

            if len(packet.pictures) > PICTURES_MOST:
                raise PacketUnfit(UnfitPart.PICTURES, count=len(packet.pictures))
            data = render_docx(packet)
        case ShareFormat.MARKDOWN:
            from logbook.formats.packet_markdown import render_packet_markdown

            data = render_packet_markdown(packet).encode()
    if len(data) > PACKET_LIMIT:
        raise TooMuchToShare(len(data), PACKET_LIMIT)
    return data

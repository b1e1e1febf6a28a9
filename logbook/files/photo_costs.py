# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Whether a PNG unpacks to what its size says: a small file may hold hours of zeros.

Decoders throw away what is too much, but unpack all of it first.

Source: PNG third edition (W3C 2025), sections 8.1 and 11.2.
"""

from __future__ import annotations

import struct
import zlib

from logbook.files.photo_parts import Broken, png_chunks

_CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
# First column and row, and the steps to the next, of the seven passes of Adam7.
_PASSES = (
    (0, 0, 8, 8),
    (4, 0, 8, 8),
    (0, 4, 4, 8),
    (2, 0, 4, 4),
    (0, 2, 2, 4),
    (1, 0, 2, 2),
    (0, 1, 1, 2),
)
_WHOLE = ((0, 0, 1, 1),)
_PIECE = 1 << 20
#: Bytes that may stand behind the last row.
_SLACK = 1 << 16


def check_unpacked_png(data: bytes) -> None:
    """Refuse a PNG that unpacks to more than its rows.

    Raises:
        Broken: also when its rows cannot be unpacked.
    """
    left = _expected(data) + _SLACK
    unpacker = zlib.decompressobj()
    try:
        for name, start, end in png_chunks(data):
            rest = data[start + 8 : end - 4] if name == b"IDAT" else b""
            while rest and not unpacker.eof:
                left -= len(unpacker.decompress(rest, _PIECE))
                if left < 0:
                    raise Broken
                rest = unpacker.unconsumed_tail
    except zlib.error:
        raise Broken from None


def _expected(data: bytes) -> int:
    """How many bytes all rows take, each with the byte that tells its filter."""
    width, height, bits, colours, _, _, passes = struct.unpack_from(">IIBBBBB", data, 16)
    if colours not in _CHANNELS or bits not in (1, 2, 4, 8, 16) or passes > 1:
        raise Broken
    total = 0
    for column, row, across, down in _PASSES if passes else _WHOLE:
        columns = (width - column + across - 1) // across
        rows = (height - row + down - 1) // down
        if columns > 0 and rows > 0:
            total += rows * (1 + (columns * _CHANNELS[colours] * bits + 7) // 8)
    return total

# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Takes JPEG, PNG and WebP files apart: size, turn, whether all of it is there, and what to keep.

Reads structure only, no pixels. Limits and kinds that are refused are in `photos`.
"""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Callable, Iterator
from typing import NamedTuple

_PNG_START = b"\x89PNG\r\n\x1a\n"
_PNG_KEPT = frozenset({b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND"})
_PNG_COLOURS = frozenset({b"iCCP", b"sRGB", b"gAMA", b"cHRM"})
_WEBP_KEPT = frozenset({b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF"})
_WEBP_COLOURS = frozenset({b"ICCP"})
# Bits of VP8X: there is a colour profile, Exif, XMP; it moves.
_WEBP_PROFILE, _WEBP_EXIF, _WEBP_XMP, _WEBP_MOVES = 0x20, 0x08, 0x04, 0x02
# A marker in compressed data: neither a stuffed byte, a restart nor filling.
_MARKER = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")
_FILLING = re.compile(rb"\xff+(?=\xff)")
_FRAMES = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})
_END, _SCAN, _EXIF, _PROFILE = 0xD9, 0xDA, 0xE1, 0xE2
# Frames, tables, scans and the end; whatever else stands in a JPEG is no picture.
_JPEG_KEPT = _FRAMES | {0xC4, 0xCC, _END, _SCAN, 0xDB, 0xDC, 0xDD}
#: More parts than any camera writes; a decoder could be kept busy with them for hours.
SEGMENTS_MOST, SCANS_MOST, CHUNKS_MOST = 5_000, 50, 100_000
#: A decoder holds so many canvases of a moving picture.
_CANVASES = 3
# JFIF's own header: units and density say nothing about the picture; a small copy goes.
_JFIF = b"\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00"
_ADOBE = 0xEE
_ORIENTATION = 0x0112
_TAGS_MOST = 200


class Broken(ValueError):
    """The file is not as its format says, or ends too early."""


class Segment(NamedTuple):
    """A part of a JPEG: its marker, and where it stands; compressed data belongs to its scan."""

    marker: int
    start: int
    end: int


#: Hears width, height and how many such pictures a decoder holds as soon as they are known, and
#: may raise.
Check = Callable[[int, int, int], None]


def jpeg_facts(data: bytes, check: Check) -> tuple[int, int, int]:
    """Width, height and turn."""
    size: tuple[int, int] | None = None
    turn = 1
    for marker, start, end in _segments(data):
        if marker in _FRAMES and size is None:
            if end - start < 10:
                raise Broken
            height, width = struct.unpack_from(">HH", data, start + 5)
            size = width, height
            check(*size, 1)
        elif marker == _EXIF and data[start + 4 : start + 10] == b"Exif\x00\x00":
            turn = _turn(data[start + 10 : end])
    if size is None:
        raise Broken
    return *size, turn


def bare_jpeg(data: bytes, colours: bool = False) -> bytes:
    """Only the parts that hold the picture, behind JFIF's header; `colours`: also its profile."""
    parts = [b"\xff\xd8"]
    segments = list(_segments(data))
    # Adobe's part says how the colours are coded; without it they would come out wrong.
    if not any(_is_adobe(data, segment) for segment in segments):
        parts.append(_JFIF)
    for segment in segments:
        marker, start, end = segment
        is_adobe = _is_adobe(data, segment)
        if is_adobe:  # what stands behind its twelve bytes is nobody's
            parts.append(b"\xff\xee\x00\x0e" + data[start + 4 : start + 16])
        elif marker in _JPEG_KEPT or (colours and marker == _PROFILE):
            parts.append(data[start:end])
    return b"".join(parts)


def _is_adobe(data: bytes, segment: Segment) -> bool:
    _, start, end = segment
    return (
        segment.marker == _ADOBE and end - start >= 16 and data[start + 4 : start + 9] == b"Adobe"
    )


def png_facts(data: bytes, check: Check) -> tuple[int, int, int]:
    """Width, height and turn."""
    if len(data) < 24 or data[12:16] != b"IHDR":
        raise Broken
    width, height = struct.unpack_from(">II", data, 16)
    check(width, height, 1)
    turn, shown = 1, False
    for name, start, end in png_chunks(data):
        if name == b"eXIf":
            turn = _turn(data[start + 8 : end - 4])
        shown = shown or name == b"IDAT"
    if not shown:
        raise Broken
    return width, height, turn


def bare_png(data: bytes, colours: bool = False) -> bytes:
    """Only the parts that hold the picture; `colours`: also what tells of its colours."""
    names = _PNG_KEPT | _PNG_COLOURS if colours else _PNG_KEPT
    kept = [data[s:e] for name, s, e in png_chunks(data) if name in names]
    return _PNG_START + b"".join(kept)


def webp_facts(data: bytes, check: Check) -> tuple[int, int, int]:
    """Width, height and turn."""
    size: tuple[int, int] | None = None
    turn = 1
    for name, start, end in _webp_chunks(data):
        body = data[start + 8 : end]
        if name == b"EXIF":
            turn = _turn(body.removeprefix(b"Exif\x00\x00"))
        elif size is None and name in (b"VP8 ", b"VP8L", b"VP8X"):
            size = _webp_size(name, body)
            moves = name == b"VP8X" and body[0] & _WEBP_MOVES
            check(*size, _CANVASES if moves else 1)
    if size is None:
        raise Broken
    return *size, turn


def bare_webp(data: bytes, colours: bool = False) -> bytes:
    """Only the parts that hold the picture; `colours`: also its profile."""
    names = _WEBP_KEPT | _WEBP_COLOURS if colours else _WEBP_KEPT
    told = _WEBP_EXIF | _WEBP_XMP | (0 if colours else _WEBP_PROFILE)
    parts = []
    for name, start, end in _webp_chunks(data):
        if name not in names:
            continue
        part = data[start:end]
        if name == b"VP8X":
            part = part[:8] + bytes([part[8] & ~told]) + part[9:]
        parts.append(part)
    body = b"WEBP" + b"".join(parts)
    return b"RIFF" + struct.pack("<I", len(body)) + body


def _segments(data: bytes) -> Iterator[Segment]:
    """The parts after the start of a JPEG, the end of the picture included; nothing behind it."""
    place = 2
    scans = 0
    for _ in range(SEGMENTS_MOST):
        if filling := _FILLING.match(data, place):
            place = filling.end()
        if place + 2 > len(data) or data[place] != 0xFF:
            raise Broken
        marker = data[place + 1]
        if marker == _END:
            yield Segment(marker, place, place + 2)
            return
        if place + 4 > len(data) or marker < 0xC0 or 0xD0 <= marker <= 0xD8:
            raise Broken
        end = place + 2 + int.from_bytes(data[place + 2 : place + 4], "big")
        if end < place + 4 or end > len(data):
            raise Broken
        if marker == _SCAN:
            scans += 1
            found = _MARKER.search(data, end)
            if found is None or scans > SCANS_MOST:
                raise Broken
            end = found.start()
        yield Segment(marker, place, end)
        place = end
    raise Broken


def png_chunks(data: bytes) -> Iterator[tuple[bytes, int, int]]:
    """Name, start and end of each part of a PNG; its content begins eight bytes after the start.

    Raises:
        Broken.
    """
    place = len(_PNG_START)
    for _ in range(CHUNKS_MOST):
        if place + 12 > len(data):
            raise Broken
        end = place + 12 + int.from_bytes(data[place : place + 4], "big")
        name = data[place + 4 : place + 8]
        if end > len(data):
            raise Broken
        if zlib.crc32(data[place + 4 : end - 4]) != int.from_bytes(data[end - 4 : end], "big"):
            raise Broken
        yield name, place, end
        if name == b"IEND":
            return
        place = end
    raise Broken


def _webp_chunks(data: bytes) -> Iterator[tuple[bytes, int, int]]:
    last = 8 + int.from_bytes(data[4:8], "little")
    place = 12
    for _ in range(CHUNKS_MOST):
        if place + 8 > last:
            return
        size = int.from_bytes(data[place + 4 : place + 8], "little")
        end = place + 8 + size
        if place + 8 > len(data) or end > last:
            raise Broken
        end += size & 1
        # The size is told in the first bytes: whether all of it is there comes after that.
        yield data[place : place + 4], place, end
        if end - (size & 1) > len(data):
            raise Broken
        place = end
    raise Broken


def _webp_size(name: bytes, body: bytes) -> tuple[int, int]:
    if len(body) < 10 and not (name == b"VP8L" and len(body) >= 5):
        raise Broken
    if name == b"VP8X":
        width, height = (int.from_bytes(body[n : n + 3], "little") + 1 for n in (4, 7))
    elif name == b"VP8 ":
        width, height = (int.from_bytes(body[n : n + 2], "little") & 0x3FFF for n in (6, 8))
    else:
        bits = int.from_bytes(body[1:5], "little")
        width, height = (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    return width, height


def _turn(exif: bytes) -> int:
    """The orientation that an Exif block tells; 1 when it tells none that can be."""
    order = {b"II*\x00": "<", b"MM\x00*": ">"}.get(exif[:4])
    if order is None or len(exif) < 8:
        return 1
    (place,) = struct.unpack_from(order + "I", exif, 4)
    if place + 2 > len(exif):
        return 1
    (count,) = struct.unpack_from(order + "H", exif, place)
    for number in range(min(count, _TAGS_MOST)):
        entry = place + 2 + 12 * number
        if entry + 12 > len(exif):
            break
        tag, kind = struct.unpack_from(order + "HH", exif, entry)
        if tag == _ORIENTATION and kind == 3:
            (turn,) = struct.unpack_from(order + "H", exif, entry + 8)
            return int(turn) if 1 <= turn <= 8 else 1
    return 1

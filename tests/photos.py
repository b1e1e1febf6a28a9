# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Photos for tests, made without any decoder: good ones, hostile ones, and ones that tell too much.

The JPEG and WebP show 24 by 16 pixels: red, with blue in the upper left quarter.
"""

from __future__ import annotations

import base64
import struct
import zlib

JPEG = base64.b64decode(
    "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABQODxIPDRQSEBIXFRQYHjIhHhwcHj0sLiQySUBMS0dARkVQWnNiUFVtVkVGZI"
    "hlbXd7gYKBTmCNl4x9lnN+gXz/2wBDARUXFx4aHjshITt8U0ZTfHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8"
    "fHx8fHx8fHx8fHx8fHx8fHz/wAARCAAQABgDASIAAhEBAxEB/8QAHwAAAQUBAQEBAQEAAAAAAAAAAAECAwQFBgcICQoL/8"
    "QAtRAAAgEDAwIEAwUFBAQAAAF9AQIDAAQRBRIhMUEGE1FhByJxFDKBkaEII0KxwRVS0fAkM2JyggkKFhcYGRolJicoKSo0"
    "NTY3ODk6Q0RFRkdISUpTVFVWV1hZWmNkZWZnaGlqc3R1dnd4eXqDhIWGh4iJipKTlJWWl5iZmqKjpKWmp6ipqrKztLW2t7"
    "i5usLDxMXGx8jJytLT1NXW19jZ2uHi4+Tl5ufo6erx8vP09fb3+Pn6/8QAHwEAAwEBAQEBAQEBAQAAAAAAAAECAwQFBgcI"
    "CQoL/8QAtREAAgECBAQDBAcFBAQAAQJ3AAECAxEEBSExBhJBUQdhcRMiMoEIFEKRobHBCSMzUvAVYnLRChYkNOEl8RcYGR"
    "omJygpKjU2Nzg5OkNERUZHSElKU1RVVldYWVpjZGVmZ2hpanN0dXZ3eHl6goOEhYaHiImKkpOUlZaXmJmaoqOkpaanqKmq"
    "srO0tba3uLm6wsPExcbHyMnK0tPU1dbX2Nna4uPk5ebn6Onq8vP09fb3+Pn6/9oADAMBAAIRAxEAPwDl6tWf8f4VZoroxO"
    "afWKTp8lr+fn6Ht4fLvYVVU5r28v8AghRRRXjnqn//2Q=="
)
WEBP = base64.b64decode(
    "UklGRlQAAABXRUJQVlA4IEgAAAAQAwCdASoYABAAPu1iqU2ppaQiMAgBMB2JQBOl0AAQNgAA/uzZW+TX10feS72X/nEkn/"
    "mbd/U3WNtvbYf6dk/0N/4C8zqyAAA="
)
#: What must never be found in a photo that is kept.
TOLD = (
    b"Exif",
    b"http://ns.adobe.com",
    b"GPS",
    b"ICC_PROFILE",
    b"geheim",
    b"iCCP",
    b"tEXt",
    b"XMP",
)
HEIC = b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic" + b"\x00" * 64
AVIF = b"\x00\x00\x00\x18ftypavif\x00\x00\x00\x00mif1avif" + b"\x00" * 64
GIF = b"GIF89a\x01\x00\x01\x00\x80\x00\x00" + b"\x00" * 32
TIFF = b"II*\x00\x08\x00\x00\x00" + b"\x00" * 32
BMP = b"BM" + b"\x00" * 64
SVG = b'<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"/>'


def png_chunk(name: bytes, body: bytes) -> bytes:
    """A part of a PNG."""
    check = struct.pack(">I", zlib.crc32(name + body))
    return struct.pack(">I", len(body)) + name + body + check


def png(width: int = 24, height: int = 16, *extra: bytes, rows: int | None = None) -> bytes:
    """A grey PNG; `extra` parts stand before the picture, `rows` are really there."""
    header = png_chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
    count = height if rows is None else rows
    body = png_chunk(b"IDAT", zlib.compress((b"\x00" + b"\x80" * width) * count))
    return b"\x89PNG\r\n\x1a\n" + header + b"".join(extra) + body + png_chunk(b"IEND", b"")


def exif(turn: int = 1, order: str = "<") -> bytes:
    """An Exif block with a turn and a place."""
    start = b"II*\x00" if order == "<" else b"MM\x00*"
    tags = struct.pack(order + "HHIHH", 0x0112, 3, 1, turn, 0)
    tags += struct.pack(order + "HHII", 0x8825, 4, 1, 60)
    entries = struct.pack(order + "IH", 8, 2) + tags + b"\x00" * 4
    return start + entries + b"GPSLatitude geheim"


def jpeg_part(marker: int, body: bytes) -> bytes:
    """A part of a JPEG."""
    return bytes([0xFF, marker]) + struct.pack(">H", len(body) + 2) + body


def telling_jpeg(turn: int = 1, order: str = "<") -> bytes:
    """A JPEG with place, camera, remark and profile, and something behind its end."""
    parts = (
        jpeg_part(0xE1, b"Exif\x00\x00" + exif(turn, order)),
        jpeg_part(0xE1, b"http://ns.adobe.com/xap/1.0/\x00<x:xmpmeta geheim/>"),
        jpeg_part(0xE2, b"ICC_PROFILE\x00\x01\x01geheim"),
        jpeg_part(0xFE, b"geheim"),
    )
    return JPEG[:2] + b"".join(parts) + JPEG[2:] + b"geheim"


def telling_png(turn: int = 1) -> bytes:
    """The same as PNG."""
    words, place = png_chunk(b"tEXt", b"Comment\x00geheim"), png_chunk(b"eXIf", exif(turn))
    profile = png_chunk(b"iCCP", b"geheim\x00\x00" + zlib.compress(b"geheim"))
    return png(24, 16, words, place, profile) + b"geheim"


def webp_chunk(name: bytes, body: bytes) -> bytes:
    """A part of a WebP."""
    return name + struct.pack("<I", len(body)) + body + b"\x00" * (len(body) % 2)


def telling_webp(turn: int = 1) -> bytes:
    """The same as WebP."""
    size = (23).to_bytes(3, "little") + (15).to_bytes(3, "little")
    body = b"WEBP" + webp_chunk(b"VP8X", bytes([0x0C, 0, 0, 0]) + size) + WEBP[12:]
    body += webp_chunk(b"EXIF", exif(turn)) + webp_chunk(b"XMP ", b"<x:xmpmeta geheim/>")
    return b"RIFF" + struct.pack("<I", len(body)) + body


def png_of(width: int, height: int, bits: int, colours: int, passes: int, rows: bytes) -> bytes:
    """A PNG with any header and any rows."""
    header = struct.pack(">IIBBBBB", width, height, bits, colours, 0, 0, passes)
    parts = (b"IHDR", header), (b"IDAT", zlib.compress(rows)), (b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + b"".join(png_chunk(*part) for part in parts)


def moving_webp(width: int, height: int) -> bytes:
    """A WebP that says it moves."""
    size = (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
    body = b"WEBP" + webp_chunk(b"VP8X", bytes([2, 0, 0, 0]) + size) + WEBP[12:]
    return b"RIFF" + struct.pack("<I", len(body)) + body


def scanned_jpeg(times: int) -> bytes:
    """A JPEG whose picture is scanned again and again."""
    start = JPEG.index(b"\xff\xda")
    return JPEG[:start] + JPEG[start:-2] * times + JPEG[-2:]

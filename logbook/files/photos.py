# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The gate for photos: kind, size and turn from the first bytes, and only the picture kept.

Decodes nothing: what is let through here is small enough to decode. Whatever a file tells beside
its picture (place, camera, remarks, colour profile) is left out by `bare`. Taking the formats
apart is left to `photo_parts`; every sentence to others.

Source: JPEG ITU-T T.81, JFIF 1.02, PNG third edition (W3C 2025), WebP RFC 9649, Exif 3.0.
"""

from __future__ import annotations

import re
from enum import Enum
from pathlib import Path
from typing import NamedTuple

from logbook.files.intake import read_bytes
from logbook.files.photo_costs import check_unpacked_png
from logbook.files.photo_parts import (
    Broken,
    bare_jpeg,
    bare_png,
    bare_webp,
    jpeg_facts,
    png_facts,
    webp_facts,
)

#: A photo from outside may take this many bytes and pixels; a side must be shorter than the last.
PHOTO_LIMIT = 20_000_000
PIXEL_LIMIT = 50_000_000
SIDE_LIMIT = 30_000
#: What the program keeps itself: the longest side in pixels, and bytes.
KEPT_SIDE = 1_600
KEPT_LIMIT = 12_000_000


class PhotoKind(Enum):
    """A kind of photo that is taken; the value is the ending of its files."""

    JPEG = "jpg"
    PNG = "png"
    WEBP = "webp"

    @property
    def mime(self) -> str:
        """The name of this kind in data addresses."""
        return f"image/{self.name.lower()}"


class PhotoFacts(NamedTuple):
    """What the first bytes say. `turn` is Exif's orientation, 1 to 8 (1 = upright)."""

    kind: PhotoKind
    width: int
    height: int
    turn: int = 1


class PhotoRefused(ValueError):
    """A photo that is not taken.

    Args:
        reason: "empty", "heic", "avif", "gif", "tiff", "bmp", "svg", "unknown" (no photo at all),
            "pixels", "moving" (too many pixels for a picture that moves), "side", "damaged",
            "not-bare" or "not-kept".
        fact: the size, or "".
    """

    def __init__(self, reason: str, fact: str = "") -> None:
        super().__init__(reason, fact)
        self.reason = reason
        self.fact = fact


_READERS = {
    PhotoKind.JPEG: jpeg_facts,
    PhotoKind.PNG: png_facts,
    PhotoKind.WEBP: webp_facts,
}
_BARE = {PhotoKind.JPEG: bare_jpeg, PhotoKind.PNG: bare_png, PhotoKind.WEBP: bare_webp}
_HEIC = re.compile(rb"hei[cxms]|hev[cxms]|mif[12]|msf1|mif3")
_SVG = re.compile(rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!DOCTYPE\s+)?svg\b", re.DOTALL)


def photo_facts(data: bytes) -> PhotoFacts:
    """Kind, size and turn of a photo, from its bytes and never from its name.

    Raises:
        PhotoRefused: another kind, too large to decode safely, or not whole.
    """
    kind = _kind(data)
    try:
        width, height, turn = _READERS[kind](data, _check_size)
    except Broken:
        raise PhotoRefused("damaged") from None
    return PhotoFacts(kind, width, height, turn)


def bare(data: bytes) -> bytes:
    """The same picture without anything that is told beside it. Its turn is lost as well.

    Raises:
        PhotoRefused: see `photo_facts`.
    """
    kind = photo_facts(data).kind
    try:
        return _BARE[kind](data)
    except Broken:
        raise PhotoRefused("damaged") from None


def lean(data: bytes, facts: PhotoFacts) -> bytes:
    """What a decoder needs of a photo that `photo_facts` let through: the picture, its colours."""
    return _BARE[facts.kind](data, True)


def check_unpacked(data: bytes, facts: PhotoFacts) -> None:
    """Refuse a photo that unpacks to more than its size says; all of it is unpacked for that.

    Raises:
        PhotoRefused.
    """
    try:
        if facts.kind is PhotoKind.PNG:
            check_unpacked_png(data)
    except Broken:
        raise PhotoRefused("damaged") from None


def check_kept(data: bytes) -> PhotoFacts:
    """Refuse what is not exactly as the program keeps a photo: bare, JPEG or PNG, not too large.

    Raises:
        PhotoRefused: also when `photo_facts` would.
    """
    facts = photo_facts(data)
    if facts.kind is PhotoKind.WEBP or len(data) > KEPT_LIMIT:
        raise PhotoRefused("not-kept")
    if max(facts.width, facts.height) > KEPT_SIDE:
        raise PhotoRefused("side", str(max(facts.width, facts.height)))
    if bare(data) != data:
        raise PhotoRefused("not-bare")
    check_unpacked(data, facts)
    return facts


def read_photo(path: Path) -> tuple[bytes, PhotoFacts]:
    """A photo that may be decoded: its bytes as they are, and what they say of themselves.

    Raises:
        PhotoRefused: see `photo_facts`.
        FileTooLarge, FileUnreadable: see `read_bytes`.
    """
    data = read_bytes(path, limit=PHOTO_LIMIT)
    return data, photo_facts(data)


def _check_size(width: int, height: int, held: int) -> None:
    if width < 1 or height < 1:
        raise PhotoRefused("damaged")
    if max(width, height) >= SIDE_LIMIT:
        raise PhotoRefused("side", str(max(width, height)))
    if width * height * held > PIXEL_LIMIT:
        raise PhotoRefused("pixels" if held == 1 else "moving", str(width * height))


def _kind(data: bytes) -> PhotoKind:
    if not data:
        raise PhotoRefused("empty")
    if data.startswith(b"\xff\xd8\xff"):
        return PhotoKind.JPEG
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return PhotoKind.PNG
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return PhotoKind.WEBP
    raise PhotoRefused(_other_kind(data[:1024]))


def _other_kind(head: bytes) -> str:
    """What a file is that is no photo we take."""
    if head[4:8] == b"ftyp":
        size = min(int.from_bytes(head[:4], "big"), 64)
        brands = [head[8:12], *(head[n : n + 4] for n in range(16, size, 4))]
        if any(brand in (b"avif", b"avis") for brand in brands):
            return "avif"
        if any(_HEIC.fullmatch(brand) for brand in brands):
            return "heic"
        return "unknown"
    if head.startswith((b"GIF87a", b"GIF89a")):
        return "gif"
    if head.startswith((b"II*\x00", b"MM\x00*", b"II+\x00", b"MM\x00+")):
        return "tiff"
    if head.startswith(b"BM") and len(head) > 25:
        return "bmp"
    if _SVG.match(head.removeprefix(b"\xef\xbb\xbf")):
        return "svg"
    return "unknown"

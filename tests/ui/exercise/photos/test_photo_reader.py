# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The copy of a photo that is kept: upright, small, and silent about where it was taken."""

from __future__ import annotations

import struct

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize
from PySide6.QtGui import QColor, QColorSpace, QImage, QImageReader

from logbook.files.photos import PhotoKind, PhotoRefused, check_kept, photo_facts
from logbook.ui.exercise.cards.photo_reader import decode, encoded, kept_photo
from tests import photos


def picture(width: int, height: int, alpha: int = 255) -> QImage:
    image = QImage(width, height, QImage.Format.Format_ARGB32)
    image.fill(QColor(200, 30, 30, alpha))
    image.setText("Comment", "geheim")
    image.setColorSpace(QColorSpace(QColorSpace.NamedColorSpace.AdobeRgb))
    return image


def shown(data: bytes) -> QImage:
    return QImage.fromData(QByteArray(data))


@pytest.mark.parametrize("make", [photos.telling_jpeg, photos.telling_png, photos.telling_webp])
def test_nothing_is_told_beside_the_picture(make) -> None:  # type: ignore[no-untyped-def]
    kept = kept_photo(make())
    check_kept(kept)
    assert [word for word in photos.TOLD if word in kept] == []


@pytest.mark.parametrize("kind", [PhotoKind.JPEG, PhotoKind.PNG, PhotoKind.WEBP])
def test_a_large_photo_becomes_small(kind: PhotoKind) -> None:
    kept = kept_photo(encoded(picture(3000, 1500), kind))
    assert check_kept(kept)[:3] == (PhotoKind.JPEG, 1600, 800)
    assert [word for word in photos.TOLD if word in kept] == []
    assert not shown(kept).colorSpace().isValid() or not shown(kept).textKeys()


def test_a_small_photo_keeps_its_size() -> None:
    assert check_kept(kept_photo(photos.JPEG))[1:3] == (24, 16)


@pytest.mark.parametrize("kind", [PhotoKind.PNG, PhotoKind.WEBP])
def test_what_is_see_through_stays_so(kind: PhotoKind) -> None:
    kept = kept_photo(encoded(picture(20, 20, 100), kind))
    assert photo_facts(kept).kind is PhotoKind.PNG
    assert 90 < shown(kept).pixelColor(5, 5).alpha() < 110


@pytest.mark.parametrize("turn", range(1, 9))
def test_turned_as_qt_would_turn_it(turn: int) -> None:
    data = photos.telling_jpeg(turn)
    store = QByteArray(data)
    buffer = QBuffer(store)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    assert decode(data, photo_facts(data), 1600) == reader.read()


@pytest.mark.parametrize("make", [photos.telling_png, photos.telling_webp])
def test_other_kinds_are_turned_as_well(make) -> None:  # type: ignore[no-untyped-def]
    assert check_kept(kept_photo(make(6)))[1:3] == (16, 24)


def test_of_a_moving_picture_the_first_is_kept() -> None:
    control = photos.png_chunk(b"acTL", struct.pack(">II", 2, 0))
    frame = struct.pack(">IIIIIHHBB", 0, 24, 16, 0, 0, 1, 10, 0, 0)
    kept = kept_photo(photos.png(24, 16, control, photos.png_chunk(b"fcTL", frame)))
    assert check_kept(kept)[1:3] == (24, 16)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (photos.png(30_000, 30_000, rows=1), "side"),
        (photos.png(29_000, 29_000, rows=1), "pixels"),
        (photos.JPEG[:-30], "damaged"),
        (photos.HEIC, "heic"),
        (photos.SVG, "svg"),
        (b"", "empty"),
    ],
)
def test_what_is_hostile_is_never_decoded(data: bytes, reason: str) -> None:
    with pytest.raises(PhotoRefused) as caught:
        kept_photo(data)
    assert caught.value.reason == reason


def test_what_cannot_be_unpacked_is_refused() -> None:
    with pytest.raises(PhotoRefused):
        kept_photo(broken_png())


def broken_png() -> bytes:
    """A PNG that is whole in structure but holds no picture data that can be unpacked."""
    header = photos.png_chunk(b"IHDR", struct.pack(">IIBBBBB", 24, 16, 8, 0, 0, 0, 0))
    body = photos.png_chunk(b"IDAT", b"geen zlib")
    return b"\x89PNG\r\n\x1a\n" + header + body + photos.png_chunk(b"IEND", b"")


def test_longest_side() -> None:
    data = encoded(picture(400, 100), PhotoKind.PNG)
    assert decode(data, photo_facts(data), 40).size() == QSize(40, 10)

# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Decodes photos that came through the gate, and makes the small bare copy that is kept.

What may be decoded is decided in `files.photos`, before any decoder sees a byte. May run outside
the main thread.
"""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import (
    QColorSpace,
    QImage,
    QImageIOHandler,
    QImageReader,
    QImageWriter,
    QPainter,
    QTransform,
)

from logbook.files.photos import (
    KEPT_SIDE,
    PIXEL_LIMIT,
    PhotoFacts,
    PhotoKind,
    PhotoRefused,
    bare,
    check_kept,
    check_unpacked,
    lean,
    photo_facts,
)

#: Megabytes one picture may take: the most pixels in the widest form, and a little for rows.
_ALLOCATION = PIXEL_LIMIT * 8 // 2**20 + 16
#: Bytes above which a picture is made simpler before it is made smaller.
_LARGE = 64 * 2**20
_QUALITY = 85
_OPAQUE = 250
#: How a picture must be turned and mirrored to stand upright, by Exif's orientation.
_TURNS = {3: 180, 4: 180, 5: 270, 6: 90, 7: 90, 8: 270}
_MIRRORED = {2, 4, 5, 7}


def decode(data: bytes, facts: PhotoFacts, longest: int) -> QImage:
    """The picture upright, its longest side at most `longest` pixels.

    Raises:
        PhotoRefused: it cannot be decoded.
    """
    QImageReader.setAllocationLimit(_ALLOCATION)
    store = QByteArray(lean(data, facts))
    buffer = QBuffer(store)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(facts.kind.name.lower().encode()))
    reader.setDecideFormatFromContent(False)
    # Some formats are turned by Qt and some are not: all are turned here.
    reader.setAutoTransform(False)
    reader.setQuality(90)
    size = QSize(facts.width, facts.height)
    if max(facts.width, facts.height) > longest:
        size.scale(longest, longest, Qt.AspectRatioMode.KeepAspectRatio)
        size = size.expandedTo(QSize(1, 1))
        # For PNG, Qt would scale at full depth beside the whole picture.
        if facts.kind is not PhotoKind.PNG:
            reader.setScaledSize(size)
    image = reader.read()
    if image.isNull():
        raise PhotoRefused("damaged")
    if max(image.width(), image.height()) > longest:  # the decoder did not scale
        smooth = Qt.TransformationMode.SmoothTransformation
        if image.sizeInBytes() > _LARGE:  # in its own place, so that two never stand side by side
            alpha = image.hasAlphaChannel()
            kinds = QImage.Format
            image.convertTo(kinds.Format_ARGB32_Premultiplied if alpha else kinds.Format_RGB32)
        image = image.scaled(size, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)
    return _upright(image, facts.turn)


def kept_photo(data: bytes) -> bytes:
    """The copy of a photo that is kept: upright, small, in plain colours, nothing told beside it.

    Raises:
        PhotoRefused: it is not let through, or cannot be decoded.
    """
    facts = photo_facts(data)
    check_unpacked(data, facts)
    image = _plain(decode(data, facts, KEPT_SIDE))
    see_through = image.hasAlphaChannel() and facts.kind is not PhotoKind.JPEG
    kept = bare(encoded(image, PhotoKind.PNG if see_through else PhotoKind.JPEG))
    check_kept(kept)
    return kept


def _upright(image: QImage, turn: int) -> QImage:
    if turn in _MIRRORED:
        image = image.flipped(Qt.Orientation.Horizontal)
    if turn in _TURNS:
        image = image.transformed(QTransform().rotate(_TURNS[turn]))
    return image


def _plain(image: QImage) -> QImage:
    """The same pixels in sRGB, in a new picture that carries no profile and no words."""
    space = image.colorSpace()
    srgb = QColorSpace(QColorSpace.NamedColorSpace.SRgb)
    if space.isValid() and space != srgb:
        converted = image.convertedToColorSpace(srgb)
        image = image if converted.isNull() else converted
    kinds = QImage.Format
    alpha = image.hasAlphaChannel() and not _is_opaque(image)
    plain = QImage(image.size(), kinds.Format_ARGB32 if alpha else kinds.Format_RGB32)
    plain.fill(Qt.GlobalColor.transparent if alpha else Qt.GlobalColor.white)
    painter = QPainter(plain)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
    painter.drawImage(0, 0, image)
    painter.end()
    return plain


def _is_opaque(image: QImage) -> bool:
    """Whether a picture with an alpha channel makes no use of it."""
    alpha = image.convertToFormat(QImage.Format.Format_Alpha8)
    width = alpha.width()
    # Making a picture smaller may leave a trace that nobody sees.
    return all(
        min(memoryview(alpha.constScanLine(y))[:width]) >= _OPAQUE  # type: ignore[arg-type]
        for y in range(alpha.height())
    )


def encoded(image: QImage, kind: PhotoKind) -> bytes:
    """A picture as a file; it may carry more than pixels.

    Raises:
        PhotoRefused: Qt cannot write it.
    """
    store = QByteArray()
    buffer = QBuffer(store)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(kind.name.lower().encode()))
    if kind is PhotoKind.JPEG:
        writer.setQuality(_QUALITY)
        writer.setOptimizedWrite(True)
    writer.setTransformation(QImageIOHandler.Transformation.TransformationNone)
    if not writer.write(image):
        raise PhotoRefused("damaged")
    return bytes(store.data())

# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Pictures of a packet as pixmaps. They passed the gate when the packet came in."""

from __future__ import annotations

import math

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer, QtSvg

from logbook.core.packet import Picture
from logbook.files.photos import PhotoRefused, photo_facts
from logbook.ui.exercise.cards.photo_reader import decode

_SVG = "image/svg+xml"


def packet_pixmap(picture: Picture, room: QSize, ratio: float) -> QPixmap:
    """A picture shown whole in `room`; null when it cannot be shown.

    Args:
        room: the most it may take, in device-independent pixels.
        ratio: device pixels per device-independent pixel.
    """
    pixels = QSize(round(room.width() * ratio), round(room.height() * ratio))
    image = _drawing(picture.data, pixels) if picture.mime == _SVG else _photo(picture, pixels)
    pixmap = QPixmap.fromImage(image)
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


def _drawing(data: bytes, pixels: QSize) -> QImage:
    renderer = QSvgRenderer()
    renderer.setOptions(QtSvg.Option.DisableSMILAnimations | QtSvg.Option.DisableCSSAnimations)
    if not renderer.load(QByteArray(data)):
        return QImage()
    natural = renderer.defaultSize()
    if natural.isEmpty():
        natural = pixels
    size = natural.scaled(pixels, Qt.AspectRatioMode.KeepAspectRatio)
    image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    renderer.render(painter, QRectF(image.rect()))
    painter.end()
    return image


def _photo(picture: Picture, pixels: QSize) -> QImage:
    try:
        facts = photo_facts(picture.data)
        longest = max(1, math.ceil(max(pixels.width(), pixels.height())))
        photo = decode(picture.data, facts, longest)
    except PhotoRefused:
        return QImage()
    return photo.scaled(
        pixels,
        Qt.AspectRatioMode.KeepAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )

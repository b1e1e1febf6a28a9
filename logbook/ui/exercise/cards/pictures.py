# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Pictures of cards as pixmaps: drawn when first seen, at the screen's own sharpness, kept.

A drawing fills its card. A photo does so too when hardly anything falls off at its sides; a
square or standing one is shown whole.

Decks were checked when they were loaded; the size of the file is looked at again here, because
it may have changed since.
"""

from __future__ import annotations

import math
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer, QtSvg

from logbook.core.errors import LogbookError
from logbook.files.intake import SvgRefused, read_svg
from logbook.files.photos import PhotoRefused, read_photo
from logbook.ui.exercise.cards.photo_reader import decode

#: Kilobytes of drawn pictures that are kept: four decks on a sharp screen.
CACHE_KILOBYTES = 65_536

# How much of a photo may fall off at its sides, as a part of it.
_CUT = 0.25


def card_pixmap(ref: str, path: str, size: QSize, ratio: float, corner: int = 0) -> QPixmap:
    """The picture of a card, filling `size`, with rounded corners.

    Args:
        size: device-independent pixels, as is the radius `corner`.
        ratio: device pixels per device-independent pixel.

    Returns:
        A pixmap that is null when the picture cannot be shown.
    """
    key = f"card:{ref}:{path}:{size.width()}x{size.height()}@{ratio:.3f}~{corner}"
    pixmap = QPixmap()
    if QPixmapCache.find(key, pixmap):
        return pixmap
    pixmap = _draw(path, size, ratio, corner)
    if QPixmapCache.cacheLimit() < CACHE_KILOBYTES:
        QPixmapCache.setCacheLimit(CACHE_KILOBYTES)
    QPixmapCache.insert(key, pixmap)
    return pixmap


def _draw(path: str, size: QSize, ratio: float, corner: int) -> QPixmap:
    pixels = QSize(max(1, round(size.width() * ratio)), max(1, round(size.height() * ratio)))
    if path.lower().endswith(".svg"):
        image = _drawing(path, pixels, corner * ratio)
    else:
        image = _photo(path, pixels, corner * ratio)
    pixmap = QPixmap.fromImage(image)
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


def _photo(path: str, pixels: QSize, corner: float) -> QImage:
    try:
        data, facts = read_photo(Path(path))
        natural = QSize(facts.width, facts.height)
        if facts.turn > 4:
            natural.transpose()
        place = _covering(natural, pixels)
        lost = 1 - pixels.width() * pixels.height() / (place.width() * place.height())
        if lost > _CUT:
            place = _whole(natural, pixels)
        longest = max(1, math.ceil(max(place.width(), place.height())))
        photo = decode(data, facts, longest)
    except (LogbookError, PhotoRefused):
        return QImage()
    image = _empty(pixels)
    painter = QPainter(image)
    painter.setRenderHints(
        QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
    )
    painter.drawImage(place, photo)
    if corner:
        shown = place.intersected(QRectF(image.rect()))
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationIn)
        painter.drawImage(0, 0, _rounded(pixels, corner, shown))
    painter.end()
    return image


def _drawing(path: str, pixels: QSize, corner: float) -> QImage:
    try:
        source = read_svg(Path(path))
    except (LogbookError, SvgRefused):
        return QImage()
    renderer = QSvgRenderer()
    renderer.setOptions(QtSvg.Option.DisableSMILAnimations | QtSvg.Option.DisableCSSAnimations)
    if not renderer.load(QByteArray(source.encode())):
        return QImage()
    image = _empty(pixels)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    renderer.render(painter, _covering(renderer.defaultSize(), pixels))
    if corner:
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationIn)
        painter.drawImage(0, 0, _rounded(pixels, corner, QRectF(image.rect())))
    painter.end()
    return image


def _empty(pixels: QSize) -> QImage:
    image = QImage(pixels, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    return image


def _rounded(pixels: QSize, corner: float, inner: QRectF) -> QImage:
    """A mask: opaque within a rectangle with rounded corners, smooth at its edge."""
    mask = _empty(pixels)
    painter = QPainter(mask)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    path = QPainterPath()
    path.addRoundedRect(inner, corner, corner)
    painter.fillPath(path, Qt.GlobalColor.black)
    painter.end()
    return mask


def _covering(natural: QSize, target: QSize) -> QRectF:
    """The place of a picture that fills the target, cut at the sides when its shape differs."""
    if natural.isEmpty():
        return QRectF(0, 0, target.width(), target.height())
    factor = max(target.width() / natural.width(), target.height() / natural.height())
    return _centred(natural, target, factor)


def _whole(natural: QSize, target: QSize) -> QRectF:
    """The place of a picture that is seen whole, with room left beside or above it."""
    factor = min(target.width() / natural.width(), target.height() / natural.height())
    return _centred(natural, target, factor)


def _centred(natural: QSize, target: QSize, factor: float) -> QRectF:
    width, height = natural.width() * factor, natural.height() * factor
    return QRectF((target.width() - width) / 2, (target.height() - height) / 2, width, height)

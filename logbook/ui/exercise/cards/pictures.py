# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Pictures of cards as pixmaps: drawn when first seen, at the screen's own sharpness, kept.

Decks were checked when they were loaded; the size of the file is looked at again here, because
it may have changed since.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer, QtSvg

from logbook.core.errors import LogbookError
from logbook.files.intake import SvgRefused, read_svg

#: Kilobytes of drawn pictures that are kept: four decks on a sharp screen.
CACHE_KILOBYTES = 65_536


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
    try:
        source = read_svg(Path(path))
    except (LogbookError, SvgRefused):
        return QPixmap()
    renderer = QSvgRenderer()
    renderer.setOptions(QtSvg.Option.DisableSMILAnimations | QtSvg.Option.DisableCSSAnimations)
    if not renderer.load(QByteArray(source.encode())):
        return QPixmap()
    pixels = QSize(max(1, round(size.width() * ratio)), max(1, round(size.height() * ratio)))
    image = QImage(pixels, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    renderer.render(painter, _covering(renderer.defaultSize(), pixels))
    if corner:
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationIn)
        painter.drawImage(0, 0, _rounded(pixels, corner * ratio))
    painter.end()
    pixmap = QPixmap.fromImage(image)
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


def _rounded(pixels: QSize, corner: float) -> QImage:
    """A mask: opaque within a rectangle with rounded corners, smooth at its edge."""
    mask = QImage(pixels, QImage.Format.Format_ARGB32_Premultiplied)
    mask.fill(0)
    painter = QPainter(mask)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    path = QPainterPath()
    path.addRoundedRect(QRectF(0, 0, pixels.width(), pixels.height()), corner, corner)
    painter.fillPath(path, Qt.GlobalColor.black)
    painter.end()
    return mask


def _covering(natural: QSize, target: QSize) -> QRectF:
    """The place of a picture that fills the target, cut at the sides when its shape differs."""
    if natural.isEmpty():
        return QRectF(0, 0, target.width(), target.height())
    factor = max(target.width() / natural.width(), target.height() / natural.height())
    width, height = natural.width() * factor, natural.height() * factor
    return QRectF((target.width() - width) / 2, (target.height() - height) / 2, width, height)

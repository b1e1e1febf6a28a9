# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The pictures that a packet carries, drawn for the screen from the bytes that leave."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from logbook.core.packet import Picture
from logbook.ui.sharing.packet_html import PICTURE

_SVG = "image/svg+xml"
#: The widest a picture is shown, at 100 %.
WIDEST = 144


class PacketPictures:
    """Gives pixmaps by the address that `packet_html` writes; each is drawn once.

    Args:
        ratio: device pixels per device-independent pixel.
    """

    def __init__(
        self, pictures: Iterable[Picture], px: Callable[[float], int], ratio: float
    ) -> None:
        self._pictures = {picture.name: picture for picture in pictures}
        self._px = px
        self._ratio = ratio
        self._drawn: dict[str, QPixmap] = {}

    def size(self, name: str, width: int) -> QSize:
        """The size of a picture shown so wide, in its own proportions."""
        drawn, wide = self._pixmap(name), self._px(width)
        if drawn.isNull():
            return QSize(wide, wide * 2 // 3)
        return QSize(wide, max(1, round(wide * drawn.height() / drawn.width())))

    def __call__(self, address: str) -> QPixmap | None:
        """The picture for an address in the text, or None."""
        found = self._pixmap(address.removeprefix(PICTURE)) if address.startswith(PICTURE) else None
        return None if found is None or found.isNull() else found

    def _pixmap(self, name: str) -> QPixmap:
        if name not in self._drawn:
            self._drawn[name] = self._draw(self._pictures.get(name))
        return self._drawn[name]

    def _draw(self, picture: Picture | None) -> QPixmap:
        if picture is None:
            return QPixmap()
        width = round(self._px(WIDEST) * self._ratio)
        if picture.mime == _SVG:
            image = _drawing(picture.data, width)
        else:
            image = QImage.fromData(picture.data)
            if not image.isNull():
                image = image.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation)
        return QPixmap.fromImage(image)


def _drawing(data: bytes, width: int) -> QImage:
    renderer = QSvgRenderer(QByteArray(data))
    natural = renderer.defaultSize()
    if not renderer.isValid() or natural.isEmpty():
        return QImage()
    height = max(1, round(width * natural.height() / natural.width()))
    image = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    return image

# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Drawing the face of a card: a picture with rounded corners, or words set as type.

`paint_face` fills a rectangle; `FaceView` is a widget that shows one face and nothing else.
"""

from __future__ import annotations

import zlib

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Slot
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from logbook.ui.exercise.cards.faces import Face, FaceKind
from logbook.ui.exercise.cards.pictures import card_pixmap
from logbook.ui.theme import Theme

#: Height of a card's picture as a part of its width.
SHAPE = 2 / 3
_CORNER = 8
_TINTS = ("accent_tint", "ochre_tint", "panel")
_WRAP = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap


def paint_face(painter: QPainter, rect: QRect, face: Face, theme: Theme) -> None:
    """Draw a face into a rectangle of shape 3:2."""
    painter.save()
    painter.setRenderHints(
        QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
    )
    corner = theme.px(_CORNER)
    pixmap = QPixmap()
    if face.kind is FaceKind.PICTURE:
        pixmap = card_pixmap(face.ref, face.picture, rect.size(), _ratio(painter), corner)
    if pixmap.isNull():
        path = QPainterPath()
        path.addRoundedRect(QRectF(rect), corner, corner)
        _paint_words(painter, rect, path, face, theme)
    else:
        painter.drawPixmap(rect.topLeft(), pixmap)
    painter.restore()


def fitting_font(theme: Theme, text: str, size: QSize, largest: int) -> QFont:
    """The reading type in the largest size at which a text fits, wrapped between words."""
    smallest = max(8, theme.px(9))
    longest = max(text.split(), key=len, default="")
    for px in range(max(largest, smallest), smallest, -1):
        font = theme.reading_font(14, 600)
        font.setPixelSize(px)
        metrics = QFontMetrics(font)
        if metrics.horizontalAdvance(longest) > size.width():
            continue
        needed = metrics.boundingRect(QRect(0, 0, size.width(), 10_000), int(_WRAP), text)
        if needed.height() <= size.height():
            return font
    font = theme.reading_font(14, 600)
    font.setPixelSize(smallest)
    return font


def _ratio(painter: QPainter) -> float:
    device = painter.device()
    return device.devicePixelRatioF() if device is not None else 1.0


def _paint_words(
    painter: QPainter, rect: QRect, path: QPainterPath, face: Face, theme: Theme
) -> None:
    painter.fillPath(path, _ground(face, theme))
    if face.kind in (FaceKind.PAPER, FaceKind.GONE):
        pen = QPen(theme.color("muted"), 1, Qt.PenStyle.DashLine)
        painter.strokePath(path, pen)
    margin = max(6, rect.width() // 14)
    inner = rect.adjusted(margin, margin, -margin, -margin)
    painter.setFont(fitting_font(theme, face.title, inner.size(), rect.height() // 5))
    painter.setPen(theme.color("muted" if face.kind is FaceKind.GONE else "ink"))
    painter.drawText(inner, int(_WRAP), face.title)


def _ground(face: Face, theme: Theme) -> QColor:
    if face.kind is FaceKind.WORD:
        return theme.color(_TINTS[zlib.crc32(face.ref.encode()) % len(_TINTS)])
    return theme.color("accent_tint" if face.kind is FaceKind.OPTION else "panel")


class FaceView(QWidget):
    """Shows one face, as wide as there is room up to `widest` (at 100 % text size)."""

    def __init__(
        self, theme: Theme, face: Face, widest: int = 300, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._face = face
        self._widest = widest
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMaximumWidth(theme.px(widest))
        self.setAccessibleName(face.spoken)
        theme.changed.connect(self._on_theme_changed)

    @property
    def face(self) -> Face:
        """What is shown now."""
        return self._face

    def set_face(self, face: Face) -> None:
        """Show another face, or the same one with other words."""
        if face == self._face:
            return
        self._face = face
        self.setAccessibleName(face.spoken)
        self.update()

    def sizeHint(self) -> QSize:
        width = self._theme.px(self._widest)
        return QSize(width, round(width * SHAPE))

    def minimumSizeHint(self) -> QSize:
        width = self._theme.px(90)
        return QSize(width, round(width * SHAPE))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(min(width, self._theme.px(self._widest)) * SHAPE)

    def paintEvent(self, _event: QPaintEvent) -> None:
        width = min(self.width(), self._theme.px(self._widest), round(self.height() / SHAPE))
        painter = QPainter(self)
        paint_face(painter, QRect(0, 0, width, round(width * SHAPE)), self._face, self._theme)
        painter.end()

    @Slot()
    def _on_theme_changed(self) -> None:
        self.setMaximumWidth(self._theme.px(self._widest))
        self.updateGeometry()
        self.update()

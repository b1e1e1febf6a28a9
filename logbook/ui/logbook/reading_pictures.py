# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Draws the pictures that `reading_html` names: cards, the points of a scale, a lock."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from logbook.core.library import Library
from logbook.ui.exercise.cards.pictures import card_pixmap
from logbook.ui.icons import tinted_pixmap
from logbook.ui.logbook.private_html import LOCK, LOCK_PX
from logbook.ui.logbook.reading_html import CARD_HEIGHT, CARD_WIDTH, POINT
from logbook.ui.tokens import Tokens

_CORNER = 8
_LARGEST_SCALE = 40


class ReadingPictures:
    """Pictures by the address that stands in the HTML; any other address gives nothing.

    Args:
        library: knows the cards.
        ratio: device pixels per device-independent pixel.
    """

    def __init__(
        self,
        library: Library,
        tokens: Tokens,
        px: Callable[[float], int],
        ratio: float,
    ) -> None:
        self._library = library
        self._tokens = tokens
        self._px = px
        self._ratio = ratio

    def __call__(self, address: str) -> QPixmap | None:
        """The picture for an address, or None."""
        kind, _, rest = address.partition(":")
        if kind == "card":
            return self._card(rest)
        if kind == "scale":
            return self._scale(rest)
        if kind == LOCK.rstrip(":"):
            return self._lock()
        return None

    def _lock(self) -> QPixmap:
        side = self._px(LOCK_PX)
        # A copy: the drawn one is shared.
        pixmap = QPixmap(tinted_pixmap("lock", round(side * self._ratio), self._tokens.muted))
        pixmap.setDevicePixelRatio(pixmap.width() / side)
        return pixmap

    def _card(self, ref: str) -> QPixmap | None:
        card = self._library.card(ref)
        if card is None or not card.picture:
            return None
        size = QSize(self._px(CARD_WIDTH), self._px(CARD_HEIGHT))
        return card_pixmap(ref, card.picture, size, self._ratio, self._px(_CORNER))

    def _scale(self, rest: str) -> QPixmap | None:
        parts = rest.split(":")
        if len(parts) != 3 or not all(part.lstrip("-").isdigit() for part in parts):
            return None
        low, high, number = (int(part) for part in parts)
        if not 0 <= high - low <= _LARGEST_SCALE:
            return None
        step = self._px(POINT)
        size = QSize(step * (high - low + 1), step)
        pixmap = QPixmap(size * self._ratio)
        pixmap.setDevicePixelRatio(self._ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._tokens.muted), 1))
        painter.drawLine(QPointF(step / 2, step / 2), QPointF(size.width() - step / 2, step / 2))
        for point in range(low, high + 1):
            chosen = point == number
            painter.setPen(QPen(QColor(self._tokens.accent if chosen else self._tokens.muted), 1.4))
            painter.setBrush(QColor(self._tokens.accent if chosen else self._tokens.background))
            radius = step * (0.36 if chosen else 0.2)
            painter.drawEllipse(QPointF(step * (point - low + 0.5), step / 2), radius, radius)
        painter.end()
        return pixmap

# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Places on one scale: a line with the number of each round at its place, all drawn alike.

No line joins them and nothing says which way is better.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from logbook.core.compare import ComparedRound
from logbook.core.compare_kinds import ScalePositions
from logbook.ui.fonts import UI_FAMILY, make_font
from logbook.ui.revisit.compare_words import places_told
from logbook.ui.theme import Theme
from logbook.ui.tokens import LIGHT, Tokens

_MARK = 24
_TICK = 8
_WIDEST = 620
_WORDS_PX = 12.5
_SHARP = 3.0


@dataclass(frozen=True, slots=True)
class ScaleDrawing:
    """Draws one line: on screen with the theme, on paper light and at 100 %."""

    scale: ScalePositions
    numbers: tuple[int, ...]
    tokens: Tokens
    px: Callable[[float], int]
    font: QFont

    def height(self, width: float) -> int:
        """How high the drawing is at this width."""
        return round(self._line(width) + self.px(_TICK) + 4 + self._words_height(width))

    def paint(self, painter: QPainter, width: float) -> None:
        """Draw it at the left, no wider than reads well."""
        width = min(width, self.px(_WIDEST))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self.font)
        base = self._line(width)
        ink, muted = QColor(self.tokens.ink), QColor(self.tokens.muted)
        painter.setPen(QPen(muted, 1.4))
        low, high = self.scale.low, self.scale.high
        painter.drawLine(QPointF(self._x(low, width), base), QPointF(self._x(high, width), base))
        for place in range(low, high + 1) if high - low <= 40 else (low, high):
            x, half = self._x(place, width), self.px(_TICK) / 2
            painter.drawLine(QPointF(x, base - half), QPointF(x, base + half))
        self._paint_marks(painter, width, base)
        painter.setPen(ink)
        for rect, align, words in self._ends(width, base):
            painter.drawText(rect, int(align) | int(Qt.TextFlag.TextWordWrap), words)

    def _paint_marks(self, painter: QPainter, width: float, base: float) -> None:
        mark = self.px(_MARK)
        for place, numbers in self._places().items():
            for rank, number in enumerate(numbers):
                middle = QPointF(self._x(place, width), base - rank * (mark + 2))
                circle = QRectF(0, 0, mark, mark)
                circle.moveCenter(middle)
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(self.tokens.accent))
                painter.drawEllipse(circle)
                painter.setPen(QColor(self.tokens.accent_ink))
                painter.drawText(circle, int(Qt.AlignmentFlag.AlignCenter), str(number))

    def _places(self) -> dict[int, list[int]]:
        """The rounds at each place of the line, the first below."""
        found: dict[int, list[int]] = {}
        for number, place in zip(self.numbers, self.scale.positions, strict=True):
            if place is not None:
                inside = min(max(place, self.scale.low), self.scale.high)
                found.setdefault(inside, []).append(number)
        return found

    def _x(self, place: int, width: float) -> float:
        room = self.px(_MARK) / 2 + 1
        share = (place - self.scale.low) / max(self.scale.high - self.scale.low, 1)
        return room + share * (width - 2 * room)

    def _line(self, width: float) -> float:
        """How far from the top the line is: below as many marks as stand at one place."""
        most = max((len(numbers) for numbers in self._places().values()), default=1)
        return most * (self.px(_MARK) + 2) - self.px(_MARK) / 2

    def _ends(self, width: float, base: float) -> tuple[tuple[QRectF, Qt.AlignmentFlag, str], ...]:
        """The words at both ends with the rectangles that they stand in."""
        scale, half = self.scale, width / 2 - self.px(6)
        top = base + self.px(_MARK) / 2 + 2
        left = QRectF(0, top, half, 10_000)
        right = QRectF(width - half, top, half, 10_000)
        return (
            (left, Qt.AlignmentFlag.AlignLeft, f"{scale.low}  {scale.low_words}".strip()),
            (right, Qt.AlignmentFlag.AlignRight, f"{scale.high}  {scale.high_words}".strip()),
        )

    def _words_height(self, width: float) -> float:
        metrics = QFontMetricsF(self.font)
        width = min(width, self.px(_WIDEST))
        heights = [
            metrics.boundingRect(rect, int(align) | int(Qt.TextFlag.TextWordWrap), words).height()
            for rect, align, words in self._ends(width, 0)
        ]
        return max(heights) + self.px(_MARK) / 2 - self.px(_TICK)


class ScaleLine(QWidget):
    """The line on screen. A screen reader hears the places in words."""

    def __init__(
        self,
        scale: ScalePositions,
        rounds: Sequence[ComparedRound],
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._scale = scale
        self._numbers = tuple(item.number for item in rounds)
        self._theme = theme
        told = places_told(scale, rounds)
        self.setAccessibleName(told)
        self.setToolTip(told)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._fit)
        self._fit()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(_WIDEST), self.minimumHeight())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._drawing().paint(painter, self.width())
        painter.end()

    def _drawing(self) -> ScaleDrawing:
        theme = self._theme
        font = theme.ui_font(_WORDS_PX)
        return ScaleDrawing(self._scale, self._numbers, theme.tokens, theme.px, font)

    def _fit(self) -> None:
        height = self._drawing().height(max(self.width(), 160))
        if height != self.minimumHeight():
            self.setFixedHeight(height)
        self.update()


def paper_line(scale: ScalePositions, rounds: Sequence[ComparedRound], width: int) -> QPixmap:
    """The line as a picture for paper."""
    numbers = tuple(item.number for item in rounds)
    drawing = ScaleDrawing(scale, numbers, LIGHT, round, make_font(UI_FAMILY, 13, 400))
    size = QSize(width, drawing.height(width))
    pixmap = QPixmap(size * _SHARP)
    pixmap.setDevicePixelRatio(_SHARP)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    drawing.paint(painter, width)
    painter.end()
    return pixmap

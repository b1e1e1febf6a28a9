# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Paints the underlines of a field over its text.

Qt paints a line of text once more for what is selected in it; only the underline is painted here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QPainter,
    QPainterPath,
    QPen,
    QPixmap,
    QTextBlock,
    QTextCharFormat,
    QTextLayout,
)
from PySide6.QtWidgets import QTextEdit

_WAVE = QTextCharFormat.UnderlineStyle.WaveUnderline
#: Length and height of one wave, and where below the letters it begins.
_PERIOD, _HEIGHT, _BELOW = 5, 4, 1.0

Mark = QTextEdit.ExtraSelection


@dataclass(slots=True)
class _Line:
    """A line of the document with its underlines, and where they were when last painted."""

    block: QTextBlock
    marks: list[Mark]
    known_for: tuple[int, int] = (-1, -1)
    pieces: list[tuple[float, float, float, QTextCharFormat]] = field(default_factory=list)


class UnderlinePainter:
    """Paints the marks of one field; looks a line up again only when it changed."""

    def __init__(self, editor: QTextEdit) -> None:
        self._editor = editor
        self._marks: Sequence[Mark] = ()
        self._lines: list[_Line] = []
        self._count = -1

    def set_marks(self, marks: Sequence[Mark]) -> None:
        """Paint these from now on; each is within one line of the document."""
        self._marks = marks
        self._count = -1
        self._editor.viewport().update()

    def paint(self, painter: QPainter, area: QRect) -> None:
        """Paint those that stand in this part of the viewport."""
        editor = self._editor
        if not self._marks:
            return
        count = editor.document().blockCount()
        if count != self._count:
            self._count = count
            self._lines = _by_line(self._marks)
        over, width = editor.verticalScrollBar().value(), editor.viewport().width()
        top, bottom = area.top() - _HEIGHT, area.bottom() + _HEIGHT
        ratio = painter.device().devicePixelRatio()
        for line in self._lines:
            layout = line.block.layout()
            place = layout.position()
            above = place.y() - over
            if above > bottom:
                continue
            known_for = (line.block.revision(), width)
            if known_for != line.known_for:
                line.known_for, line.pieces = known_for, list(_pieces(line, layout))
            for x, y, length, look in line.pieces:
                if top <= above + y <= bottom:
                    _draw(painter, QPointF(place.x() + x, above + y), length, look, ratio)


def _by_line(marks: Sequence[Mark]) -> list[_Line]:
    lines: dict[int, _Line] = {}
    for mark in marks:
        block = mark.cursor.block()  # type: ignore[attr-defined]
        number = block.blockNumber()
        if number not in lines:
            lines[number] = _Line(block, [])
        lines[number].marks.append(mark)
    return list(lines.values())


def _pieces(
    line: _Line, layout: QTextLayout
) -> Iterator[tuple[float, float, float, QTextCharFormat]]:
    """Begin, height and length of each underline within its line, which may be broken."""
    base = line.block.position()
    for mark in line.marks:
        cursor, look = mark.cursor, mark.format  # type: ignore[attr-defined]
        start, end = cursor.selectionStart() - base, cursor.selectionEnd() - base
        row = layout.lineForTextPosition(start)
        while row.isValid() and start < end:
            last = min(end, row.textStart() + row.textLength())
            first_x, last_x = row.cursorToX(start)[0], row.cursorToX(last)[0]  # type: ignore[index]
            yield first_x, row.y() + row.ascent() + _BELOW, last_x - first_x, look
            start = last
            row = layout.lineAt(row.lineNumber() + 1) if start < end else row


def _draw(
    painter: QPainter, start: QPointF, width: float, look: QTextCharFormat, ratio: float
) -> None:
    if look.underlineStyle() == _WAVE:
        wave = _wave(look.underlineColor().rgba(), ratio)
        painter.drawTiledPixmap(QRectF(start.x(), round(start.y()), width, _HEIGHT), wave)
    else:
        painter.setPen(QPen(look.underlineColor(), 1.5, Qt.PenStyle.DotLine))
        y = round(start.y()) + 1
        painter.drawLine(QPointF(start.x(), y), QPointF(start.x() + width, y))


@lru_cache(maxsize=8)
def _wave(color: int, ratio: float) -> QPixmap:
    """One wave, to be put beside itself."""
    wave = QPixmap(round(_PERIOD * ratio), round(_HEIGHT * ratio))
    wave.setDevicePixelRatio(wave.width() / _PERIOD)
    wave.fill(Qt.GlobalColor.transparent)
    high, low, half = 0.8, _HEIGHT - 0.8, _PERIOD / 2
    path = QPainterPath(QPointF(-half, low))
    for step in range(4):
        x = (step - 1) * half
        before, after = (low, high) if step % 2 == 0 else (high, low)
        path.cubicTo(x + half * 0.4, before, x + half * 0.6, after, x + half, after)
    with QPainter(wave) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor.fromRgba(color), 1.1))
        painter.drawPath(path)
    return wave

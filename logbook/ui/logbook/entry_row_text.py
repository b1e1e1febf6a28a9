# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Words of a row of the list: broken into lines, and painted with what was looked for marked."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption

from logbook.core.snippets import Range


class Line(NamedTuple):
    """One line as it is painted; `start` is where it begins in the whole text."""

    text: str
    start: int = 0


def broken(text: str, font: QFont, width: int, most: int) -> tuple[Line, ...]:
    """Text broken at words into at most so many lines; the last ends in … when more follows."""
    if not text:
        return ()
    # What was cut keeps its sign: it never stands on a line of its own.
    text = text.replace(" …", "\u00a0…")
    metrics = QFontMetricsF(font)
    if metrics.horizontalAdvance(text) <= width:
        return (Line(text),)
    layout = QTextLayout(text, font)
    wrap = QTextOption()
    wrap.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(wrap)
    layout.beginLayout()
    wide = text.isascii() or max(text) <= "\uffff"
    lines: list[Line] = []
    while len(lines) < most:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        start, end = line.textStart(), line.textStart() + line.textLength()
        if not wide:
            start, end = (_python_place(text, place) for place in (start, end))
        lines.append(Line(text[start:] if len(lines) == most - 1 else text[start:end], start))
    layout.endLayout()
    last = metrics.elidedText(lines[-1].text, Qt.TextElideMode.ElideRight, width)
    lines[-1] = lines[-1]._replace(text=last)
    return tuple(line._replace(text=line.text.rstrip()) for line in lines)


def paint_line(
    painter: QPainter,
    line: Line,
    place: QPointF,
    marks: Iterable[Range] = (),
    colors: tuple[QColor, QColor] | None = None,
) -> None:
    """One line with its baseline at a place, in the painter's pen and font.

    Args:
        marks: ranges of the whole text that get a tint and a line below.
        colors: that tint and that line.
    """
    if colors is not None:
        metrics = QFontMetricsF(painter.font())
        shown = len(line.text.rstrip("…"))  # what was cut is not marked
        for begin, stop in marks:
            begin, stop = begin - line.start, min(stop - line.start, shown)
            if stop <= max(begin, 0):
                continue
            left = metrics.horizontalAdvance(line.text[: max(begin, 0)])
            right = metrics.horizontalAdvance(line.text[:stop])
            x, width = place.x() + left, right - left
            top = place.y() - metrics.ascent()
            painter.fillRect(QRectF(x, top, width, metrics.height()), colors[0])
            painter.fillRect(QRectF(x, place.y() + 2, width, 1.5), colors[1])
    painter.drawText(place, line.text)


def _python_place(text: str, place: int) -> int:
    """A place that Qt counts in units of UTF-16, counted in characters."""
    return len(text.encode("utf-16-le", "surrogatepass")[: 2 * place].decode("utf-16-le", "ignore"))

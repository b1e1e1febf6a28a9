# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Words of a row of the list: broken into lines, and painted with what was looked for marked."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from logbook.core.snippets import Range

#: As many words are kept with their width.
_WORDS = 5_000


class Line(NamedTuple):
    """One line as it is painted; `start` is where it begins in the whole text."""

    text: str
    start: int = 0


class Measure:
    """Widths in one font. Words come back all the time, so theirs are kept."""

    def __init__(self, font: QFont) -> None:
        self.font = font
        self._metrics = QFontMetricsF(font)
        self._words: dict[str, float] = {}
        self.blank = self._metrics.horizontalAdvance(" ")

    def width(self, text: str) -> float:
        """How wide a text is."""
        return self._metrics.horizontalAdvance(text)

    def word(self, word: str) -> float:
        """How wide a word is."""
        known = self._words.get(word)
        if known is None:
            if len(self._words) > _WORDS:
                self._words.clear()
            self._words[word] = known = self.width(word)
        return known

    def cut(self, text: str, width: float) -> str:
        """As much of a text as fits, with … at its end."""
        return self._metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)


def broken(text: str, measure: Measure, width: int, most: int) -> tuple[Line, ...]:
    """Text broken at words into at most so many lines; the last ends in … when more follows."""
    lines: list[Line] = []
    place = 0
    while place < len(text) and len(lines) < most:
        while place < len(text) and text[place] == " ":
            place += 1
        end = _end_of_line(text, place, measure, width)
        if len(lines) == most - 1 and end < len(text.rstrip()):
            # The words of one line more than fit: that is all that cutting needs.
            rest = text[place : end + _end_of_line(text[end:].lstrip(), 0, measure, width) + 2]
            lines.append(Line(measure.cut(rest.rstrip() + "…", width), place))
            break
        if end > place:
            lines.append(Line(text[place:end].rstrip(), place))
        place = max(end, place + 1)
    return tuple(lines)


def _end_of_line(text: str, start: int, measure: Measure, width: float) -> int:
    """Where the line that begins here ends: after the last word that fits, or within a long one."""
    room, place = width, start
    while place < len(text):
        end = text.find(" ", place)
        end = len(text) if end < 0 else end
        # What was cut keeps its sign: it never stands on a line of its own.
        if text.startswith(" …", end):
            end += 2
        room -= measure.word(text[place:end])
        if room < 0:
            if place > start:
                return place
            return start + _fitting(text[start:end], measure, width)
        place = end + 1
        room -= measure.blank
    return len(text)


def _fitting(word: str, measure: Measure, width: float) -> int:
    """How many signs of a word that is too long fit; at least one."""
    low, high = 1, len(word)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if measure.width(word[:middle]) <= width else (low, middle - 1)
    return low


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

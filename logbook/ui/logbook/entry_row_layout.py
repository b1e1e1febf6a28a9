# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Where everything stands in a row of the list: measured once per row, width and look.

Lengths are device-independent pixels, from the top left of the row.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics

from logbook.core.label import Label
from logbook.ui.logbook.entry_lines import RowWords
from logbook.ui.logbook.entry_row_text import Line, Measure, broken
from logbook.ui.styles_labels import INKS
from logbook.ui.theme import Theme

SIDE, TOP, GAP, PIN = 16, 12, 3, 14
CHIP_GAP, CHIP_SIDE, DOT = 6, 7, 7
_CHIP_WIDTH = 150
_EXCERPT_LINES = _TITLE_LINES = 2
#: So many labels are named; the others are a number.
_LABELS = 2
#: Rows whose measures are kept.
_KEPT = 2_000


class Type:
    """The fonts of the list in the look in force, with their measures."""

    def __init__(self, theme: Theme) -> None:
        self.px: Callable[[float], int] = theme.px
        self.small = theme.ui_font(12.5)
        self.strong = theme.ui_font(14, 600)
        self.chip = theme.ui_font(11.5)
        self.small_metrics = QFontMetrics(self.small)
        self.strong_metrics = QFontMetrics(self.strong)
        self.chip_metrics = QFontMetrics(self.chip)
        self.small_words = Measure(self.small)
        self.strong_words = Measure(self.strong)
        self.chip_height = self.chip_metrics.height() + theme.px(4)


class ChipShape(NamedTuple):
    """A label on a row; a number of them, or that it was shared (`token` is "")."""

    text: str
    token: str
    width: int


class RowLayout(NamedTuple):
    """The lines and heights of one row."""

    words: RowWords
    title: tuple[Line, ...]
    excerpt: tuple[Line, ...]
    chips: tuple[ChipShape, ...]
    chips_below: bool
    details_width: int
    day_width: int
    height: int


class RowLayouts:
    """Keeps what was measured until the look or the width changes."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._width = 0
        self._kept: dict[str, RowLayout] = {}
        self.type = Type(theme)

    def forget(self) -> None:
        """The look is another one."""
        self.type = Type(self._theme)
        self._kept.clear()

    def layout(self, words: RowWords, width: int) -> RowLayout:
        """The measures of a row of this width."""
        if width != self._width or len(self._kept) > _KEPT:
            self._width = width
            self._kept.clear()
        entry_id = words.row.summary.id
        known = self._kept.get(entry_id)
        if known is None or known.words is not words:
            self._kept[entry_id] = known = self._measured(words, width)
        return known

    def _measured(self, words: RowWords, width: int) -> RowLayout:
        kind, px = self.type, self.type.px
        room = width - 2 * px(SIDE)
        day = kind.small_metrics.horizontalAdvance(words.day)
        beside = room - day - px(12) - (px(PIN + 5) if words.row.summary.pinned else 0)
        title = broken(words.title, kind.strong_words, max(beside, px(60)), _TITLE_LINES)
        excerpt = broken(words.excerpt.text, kind.small_words, room, _EXCERPT_LINES)
        chips = self._chips(words.row.summary.labels, words.shared)
        details = kind.small_metrics.horizontalAdvance(words.details)
        taken = sum(chip.width + px(CHIP_GAP) for chip in chips)
        below = bool(chips) and details + taken > room
        height = len(title) * kind.strong_metrics.height() + kind.small_metrics.height() + px(GAP)
        height += kind.chip_height + px(GAP) if below else 0
        if excerpt:
            height += len(excerpt) * kind.small_metrics.lineSpacing() + px(GAP + 2)
        whole = height + 2 * px(TOP) + 1
        return RowLayout(words, title, excerpt, chips, below, details, day, whole)

    def _chips(self, labels: tuple[Label, ...], shared: str) -> tuple[ChipShape, ...]:
        px, metrics = self.type.px, self.type.chip_metrics
        chips = []
        if shared:
            width = metrics.horizontalAdvance(shared) + 2 * px(CHIP_SIDE)
            chips.append(ChipShape(shared, "", width))
        for label in labels[:_LABELS]:
            room = px(_CHIP_WIDTH) - px(DOT) - 3 * px(CHIP_SIDE)
            name = metrics.elidedText(label.name, Qt.TextElideMode.ElideRight, room)
            width = metrics.horizontalAdvance(name) + px(DOT) + px(5) + 2 * px(CHIP_SIDE)
            chips.append(ChipShape(name, INKS[label.colour], width))
        if len(labels) > _LABELS:
            more = f"+{len(labels) - _LABELS}"
            chips.append(ChipShape(more, "", metrics.horizontalAdvance(more) + 2 * px(CHIP_SIDE)))
        return tuple(chips)

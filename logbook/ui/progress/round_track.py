# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The rounds of one exercise on a line of time: a mark per round, at its day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from logbook import texts
from logbook.core.entry import EntryState
from logbook.core.progress import ExerciseProgress, Round
from logbook.ui.theme import Theme
from logbook.ui.widgets.buttons import Button
from logbook.ui.widgets.dates import local_day, long_day, short_day

#: A line of time shows at least so many days.
_LEAST_DAYS = 28
_MARK = 16
_LABEL_PX = 11


@dataclass(frozen=True, slots=True)
class Span:
    """The days that a line of time shows, both included."""

    first: date
    last: date

    def share(self, day: date) -> float:
        """Where a day is, from 0.0 to 1.0."""
        length = max((self.last - self.first).days, 1)
        return min(max((day - self.first).days / length, 0.0), 1.0)


def span_of(progress: Sequence[ExerciseProgress], today: date) -> Span:
    """From the first round to the last or today, whichever is later; at least four weeks."""
    days = [day_of(item) for each in progress for item in each.rounds]
    last = max([*days, today])
    return Span(min([*days, last - timedelta(days=_LEAST_DAYS)]), last)


def day_of(item: Round) -> date:
    """The local day on which a round was begun."""
    return local_day(item.created_at)


def spread(wanted: Sequence[float], low: float, high: float, step: float) -> list[float]:
    """Places as near as can be to the wanted ones (ascending), at least a step apart.

    When there is no room for that, the step is made smaller.
    """
    if not wanted:
        return []
    if len(wanted) > 1:
        step = min(step, (high - low) / (len(wanted) - 1))
    places: list[float] = []
    for place in wanted:
        least = places[-1] + step if places else low
        places.append(max(place, least))
    most = high
    for number in range(len(places) - 1, -1, -1):
        places[number] = min(places[number], most)
        most = places[number] - step
    return places


class RoundMark(Button):
    """One round. Its name says exercise, number, day and state."""

    def __init__(
        self, item: Round, number: int, title: str, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__("", "", "", parent)
        self.item = item
        self.day = day_of(item)
        self._theme = theme
        state = texts.entry_state(item.state) if item.filled else self.tr("nog leeg")
        name = self.tr("Ronde {number}, {day}, {state}").format(
            number=number, day=long_day(self.day), state=state
        )
        self.setAccessibleName(f"{title}, {name}")
        self.setToolTip(name)

    def sizeHint(self) -> QSize:
        side = self._theme.px(_MARK) + 8
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = theme.px(_MARK) - 4
        circle = QRectF(0, 0, side, side)
        circle.moveCenter(QRectF(self.rect()).center())
        color = theme.color("accent" if self.item.filled else "muted")
        painter.setPen(QPen(color, max(1.5, side / 7)))
        painter.setBrush(theme.color("card"))
        if self.item.filled and self.item.state is EntryState.CLOSED:
            painter.setBrush(color)
        painter.drawEllipse(circle)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.color("ink"), 2))
            painter.drawEllipse(circle.adjusted(-4, -4, 4, 4))


class RoundTrack(QWidget):
    """The line with its marks; days stand below where there is room.

    Signals:
        round_chosen(str): the entry id of the round that was clicked.
    """

    round_chosen = Signal(str)

    def __init__(
        self, progress: ExerciseProgress, span: Span, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._span = span
        self.marks: list[RoundMark] = []
        for number, item in enumerate(progress.rounds, 1):
            mark = RoundMark(item, number, progress.exercise.title, theme, self)
            mark.clicked.connect(self._on_mark_clicked)
            self.marks.append(mark)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(60)
        theme.changed.connect(self._place)
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = self._middle()
        painter.setPen(QPen(self._theme.color("line"), 2))
        painter.drawLine(QPointF(0, middle), QPointF(self.width(), middle))
        painter.setFont(self._theme.ui_font(_LABEL_PX))
        painter.setPen(self._theme.color("muted"))
        metrics = QFontMetricsF(painter.font())
        base = middle + self._theme.px(_MARK) / 2 + 2 + metrics.ascent()
        for mark, x in self._labels(metrics):
            painter.drawText(QPointF(x, base), short_day(mark.day))

    def _labels(self, metrics: QFontMetricsF) -> list[tuple[RoundMark, float]]:
        """The days that fit, the newest first to get its place; left edge of each."""
        found: list[tuple[RoundMark, float]] = []
        free_to = float(self.width()) + 1
        for mark in reversed(self.marks):
            width = metrics.horizontalAdvance(short_day(mark.day))
            center = mark.geometry().center().x()
            x = min(max(center - width / 2, 0.0), self.width() - width)
            if x + width < free_to:
                found.append((mark, x))
                free_to = x - metrics.averageCharWidth()
        return found

    def _middle(self) -> float:
        return self._theme.px(_MARK) / 2 + 4

    @Slot()
    def _place(self) -> None:
        theme = self._theme
        self.setFixedHeight(theme.px(_MARK) + 10 + theme.px(_LABEL_PX + 5))
        side = theme.px(_MARK) + 8
        low, high = side / 2, self.width() - side / 2
        if high <= low:
            return
        wanted = [low + self._span.share(mark.day) * (high - low) for mark in self.marks]
        for mark, x in zip(self.marks, spread(wanted, low, high, theme.px(_MARK)), strict=True):
            mark.setGeometry(round(x - side / 2), round(self._middle() - side / 2), side, side)
        self.update()

    @Slot()
    def _on_mark_clicked(self) -> None:
        mark = self.sender()
        if isinstance(mark, RoundMark):
            self.round_chosen.emit(mark.item.entry_id)

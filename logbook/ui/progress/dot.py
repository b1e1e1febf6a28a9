# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""A dot for one exercise: filled when something was written, with its number of rounds below."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from logbook import texts
from logbook.core.progress import ExerciseProgress
from logbook.services.progress_table import local_day
from logbook.ui.theme import Theme
from logbook.ui.widgets.buttons import Button
from logbook.ui.widgets.dates import long_day


class Dot(Button):
    """One exercise of a chapter. Its name says title, state, rounds and last day.

    Args:
        state: the state of the exercise in words, with its marks.
    """

    def __init__(
        self, progress: ExerciseProgress, state: str, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__("", "", "", parent)
        self._theme = theme
        self._filled = progress.touched
        self._skipped = progress.skipped
        self._rounds = progress.filled_rounds
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        facts = [state]
        if self._rounds:
            facts.append(texts.rounds(self._rounds))
        day = local_day(progress.last_written)
        if day is not None:
            facts.append(self.tr("laatst op {day}").format(day=long_day(day)))
        self.setAccessibleName(", ".join([progress.exercise.title, *facts]))
        self.setToolTip(progress.exercise.title + "\n" + ", ".join(facts))
        theme.changed.connect(self._on_theme_changed)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(24), self._theme.px(36))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = theme.px(13)
        circle = QRectF((self.width() - side) / 2, theme.px(4), side, side)
        self._paint_circle(painter, circle)
        if self._rounds:
            painter.setPen(theme.color("muted"))
            painter.setFont(theme.ui_font(11))
            below = self.rect().adjusted(0, theme.px(19), 0, 0)
            painter.drawText(below, Qt.AlignmentFlag.AlignHCenter, f"{self._rounds}×")
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.color("accent"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)

    def _paint_circle(self, painter: QPainter, circle: QRectF) -> None:
        theme = self._theme
        if self._filled:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("accent"))
            painter.drawEllipse(circle)
            return
        painter.setBrush(Qt.BrushStyle.NoBrush)
        inset = circle.adjusted(1, 1, -1, -1)
        pen = QPen(theme.color("muted"), max(1.3, circle.width() / 9))
        painter.setPen(pen)
        if not self._skipped:
            painter.drawEllipse(inset)
            return
        pen.setDashPattern([1.6, 1.8])
        painter.setPen(pen)
        painter.drawEllipse(inset)
        pen.setStyle(Qt.PenStyle.SolidLine)
        painter.setPen(pen)
        reach = inset.width() * 0.36
        middle = inset.center()
        painter.drawLine(
            QPointF(middle.x() - reach, middle.y() + reach),
            QPointF(middle.x() + reach, middle.y() - reach),
        )

    @Slot()
    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()

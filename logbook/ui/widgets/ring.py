# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""A ring that shows a count: how many of how many. The count stands in it as text."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from logbook.ui.theme import Theme


class Ring(QWidget):
    """`done` of `total` as an arc, with the numbers inside."""

    def __init__(
        self,
        done: int,
        total: int,
        theme: Theme,
        diameter: int = 40,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._diameter = diameter
        self._done = done
        self._total = total
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_count(done, total)
        theme.changed.connect(self._on_theme_changed)

    def set_count(self, done: int, total: int) -> None:
        """Show another count."""
        self._done, self._total = done, total
        self.setAccessibleName(self.tr("{done} van {total}").format(done=done, total=total))
        self.update()

    def sizeHint(self) -> QSize:
        side = self._theme.px(self._diameter)
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = min(self.width(), self.height())
        thickness = side * 0.125
        inset = thickness / 2 + 0.5
        area = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side).adjusted(
            inset, inset, -inset, -inset
        )
        painter.setPen(QPen(self._theme.color("line"), thickness))
        painter.drawEllipse(area)
        if self._done and self._total:
            pen = QPen(self._theme.color("accent"), thickness)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            turn = min(self._done, self._total) / self._total
            painter.drawArc(area, 90 * 16, -round(turn * 360 * 16))
        text = f"{self._done}/{self._total}"
        font = self._theme.ui_font(self._diameter * (0.28 if len(text) < 5 else 0.22), 600)
        painter.setFont(font)
        painter.setPen(self._theme.color("ink"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, text)

    @Slot()
    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()

# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""A slider through time: a dot for every version, oldest at the left.

Versions written beside the present text stand lower and hollow. Arrow keys, Page keys, Home and
End as on every slider; a screen reader hears what `describe` says of the place.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Slot
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QSlider, QWidget

from logbook.ui.theme import Theme

#: Dots closer together than this (device-independent pixels) are left out: the line says enough.
_CLOSEST = 7


class VersionSlider(QSlider):
    """Chooses a place from 0.

    Args:
        describe: what stands at a place, in words.
    """

    def __init__(
        self,
        theme: Theme,
        describe: Callable[[int], str],
        accessible_name: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self._describe = describe
        self._aside: frozenset[int] = frozenset()
        self.setAccessibleName(accessible_name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.valueChanged.connect(self._on_value_changed)
        theme.changed.connect(self.updateGeometry)

    def set_places(self, count: int, place: int, aside: frozenset[int] = frozenset()) -> None:
        """Offer so many places and stand at one of them; sends nothing.

        Args:
            aside: the places beside the line that leads to the present.
        """
        self._aside = aside
        self.blockSignals(True)
        self.setRange(0, max(count - 1, 0))
        self.setPageStep(max(1, count // 10))
        self.setValue(place)
        self.blockSignals(False)
        self.setEnabled(count > 1)
        self.setAccessibleDescription(self._describe(self.value()) if count else "")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(240), self._theme.px(36))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(120), self._theme.px(36))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.setSliderDown(True)
            self._go_to(event.position().x())
            event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.isSliderDown():
            self._go_to(event.position().x())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.setSliderDown(False)
        event.accept()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, px = self._theme, self._theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = self.height() * (0.4 if self._aside else 0.5)
        low = middle + px(9)
        line = theme.color("muted" if self.isEnabled() else "line")
        first, last = self._x(0), self._x(self.maximum())
        painter.setPen(QPen(line, 1.4))
        painter.drawLine(QPointF(first, middle), QPointF(last, middle))
        if self.maximum() and (last - first) / self.maximum() >= _CLOSEST:
            for place in range(self.maximum() + 1):
                self._paint_dot(painter, place, low if place in self._aside else middle)
        here = QPointF(self._x(self.value()), low if self.value() in self._aside else middle)
        painter.setPen(QPen(theme.color("accent"), 2))
        painter.setBrush(theme.color("accent"))
        painter.drawEllipse(here, px(7), px(7))
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)
        painter.end()

    def _paint_dot(self, painter: QPainter, place: int, height: float) -> None:
        theme, radius = self._theme, self._theme.px(3.4)
        painter.setPen(QPen(theme.color("muted"), 1.4))
        hollow = place in self._aside
        painter.setBrush(theme.color("background" if hollow else "muted"))
        painter.drawEllipse(QPointF(self._x(place), height), radius, radius)

    def _x(self, place: int) -> float:
        side = self._theme.px(12)
        span = self.width() - 2 * side
        return side + (span * place / self.maximum() if self.maximum() else span)

    def _go_to(self, x: float) -> None:
        side = self._theme.px(12)
        span = max(self.width() - 2 * side, 1)
        self.setValue(round((x - side) / span * self.maximum()))

    @Slot(int)
    def _on_value_changed(self, place: int) -> None:
        said = self._describe(place)
        self.setAccessibleDescription(said)
        self.setToolTip(said)
        if self.hasFocus():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, said))

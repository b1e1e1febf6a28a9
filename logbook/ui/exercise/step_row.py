# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""One step in the panel beside the writer."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QWidget

from logbook.ui.exercise.walk import StepState
from logbook.ui.theme import Theme
from logbook.ui.widgets.labels import PlainLabel

_ICON = 18
_MARGIN = 7


class StepRow(QPushButton):
    """One step: an icon that says its state, and its title on as many lines as it needs."""

    def __init__(self, theme: Theme, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._title = title
        self._state = StepState.EMPTY
        self._current = False
        self.setProperty("role", "row")
        self.setAutoDefault(False)
        self.setCheckable(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._icon = QLabel(self)
        self._label = PlainLabel(title, "muted", self, wrap=True)
        for part in (self._icon, self._label):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._refresh)
        self._refresh()

    @property
    def state(self) -> StepState:
        """Whether something is written in this step."""
        return self._state

    @property
    def current(self) -> bool:
        """Whether this step is on screen."""
        return self._current

    def show_state(self, state: StepState, *, current: bool) -> None:
        """Show how this step stands."""
        if (state, current) != (self._state, self._current):
            self._state, self._current = state, current
            self._refresh()

    def sizeHint(self) -> QSize:
        width = max(self.width(), 120)
        return QSize(width, self._height(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() == Qt.Key.Key_Down:
            self.focusNextChild()
        elif event.key() == Qt.Key.Key_Up:
            self.focusPreviousChild()
        else:
            super().keyPressEvent(event)

    def _height(self, width: int) -> int:
        words = self._label.heightForWidth(max(width - self._text_left() - _MARGIN, 40))
        return max(words, self._theme.px(_ICON)) + 2 * _MARGIN

    def _text_left(self) -> int:
        return 2 + self._theme.px(_ICON) + 10

    def _place(self) -> None:
        """Put icon and words in place; a layout would keep the height of a narrower row."""
        height, side, left = self._height(self.width()), self._theme.px(_ICON), self._text_left()
        self._icon.setGeometry(2, _MARGIN, side, side)
        width = max(self.width() - left - _MARGIN, 40)
        self._label.setGeometry(left, _MARGIN, width, height - 2 * _MARGIN)
        if self.minimumHeight() != height or self.maximumHeight() != height:
            self.setFixedHeight(height)

    @Slot()
    def _refresh(self) -> None:
        written = self._state is StepState.WRITTEN
        if self._current:
            name, token, role = "circle-dot", "ink", "strong"
        elif written:
            name, token, role = "circle-check", "ink", "body"
        else:
            name, token, role = "circle", "muted", "muted"
        self._icon.setPixmap(self._theme.pixmap(name, _ICON, token))
        self._label.set_role(role)
        words = self.tr("iets geschreven") if written else self.tr("nog niets geschreven")
        if self._current:
            words = self.tr("hier ben je, {state}").format(state=words)
        self.setAccessibleName(self.tr("{title}: {state}").format(title=self._title, state=words))
        self._place()

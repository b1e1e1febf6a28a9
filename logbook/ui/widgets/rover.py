# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Arrow keys between controls that belong together: one stop for Tab, arrows do the rest."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


class OneStop(QObject):
    """Controls of which only one is a stop for Tab: the one that had the focus last.

    Signals:
        moved(QWidget): arrow keys brought the focus to this widget.
    """

    moved = Signal(QWidget)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._widgets: list[QWidget] = []
        self._current: QWidget | None = None

    def _watch(self, widgets: Iterable[QWidget]) -> None:
        # The ones before may be gone already; their events are no longer looked at.
        self._widgets = list(widgets)
        self._current = None
        for widget in self._widgets:
            widget.installEventFilter(self)
            widget.setProperty("reached_otherwise", True)
            widget.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        if self._widgets:
            self.set_current(self._widgets[0])

    @property
    def current(self) -> QWidget | None:
        """The widget that Tab stops at, or None when there are none."""
        return self._current

    def set_current(self, widget: QWidget) -> None:
        """Make a widget the stop for Tab."""
        if self._current is not None:
            self._current.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._current = widget
        widget.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def focus(self) -> None:
        """Bring the focus to where Tab would stop."""
        if self._current is not None:
            self._current.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(watched, QWidget) or watched not in self._widgets:
            return False
        if event.type() is QEvent.Type.FocusIn:
            self.set_current(watched)
        elif isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            return event.modifiers() in _PLAIN and self._on_key(watched, event.key())
        return False

    def _on_key(self, watched: QWidget, key: int) -> bool:
        """Walk from a widget; whether the key was for that."""
        return False

    def _move(self, widget: QWidget) -> None:
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        self.moved.emit(widget)


class Rover(OneStop):
    """Walks over a row of widgets.

    Args:
        back, forward: the keys that go to the one before and after.

    Signals:
        left_behind(): the key `out` was pressed.
    """

    left_behind = Signal()

    def __init__(
        self,
        parent: QObject,
        back: Sequence[Qt.Key] = (Qt.Key.Key_Up,),
        forward: Sequence[Qt.Key] = (Qt.Key.Key_Down,),
        out: Sequence[Qt.Key] = (),
    ) -> None:
        super().__init__(parent)
        self._back = tuple(back)
        self._forward = tuple(forward)
        self._out = tuple(out)

    def set_widgets(self, widgets: Iterable[QWidget]) -> None:
        """Walk over these, in this order; the first becomes the stop for Tab."""
        self._watch(widgets)

    def _on_key(self, watched: QWidget, key: int) -> bool:
        if key in self._out:
            self.left_behind.emit()
            return True
        reachable = [w for w in self._widgets if w.isEnabled() and not w.isHidden()]
        if watched not in reachable:
            return False
        place = reachable.index(watched)
        if key in self._back:
            target = max(place - 1, 0)
        elif key in self._forward:
            target = min(place + 1, len(reachable) - 1)
        elif key == Qt.Key.Key_Home:
            target = 0
        elif key == Qt.Key.Key_End:
            target = len(reachable) - 1
        else:
            return False
        if target != place:
            self._move(reachable[target])
        return True

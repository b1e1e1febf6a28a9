# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Where the window stands: remembered, and always on a screen that exists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QMainWindow

    from logbook.ui.memory import WindowMemory

_FIRST_SIZE = (1280, 820)
_SMALLEST = (560, 420)
_MAXIMISED = "window/maximised"


def fit_place(wanted: QRect, screens: Sequence[QRect]) -> QRect:
    """The place nearest to the wanted one that lies on one of the screens.

    Args:
        screens: the room on each screen, the main one first; not empty.
    """

    def shared(room: QRect) -> int:
        both = room.intersected(wanted)
        return max(0, both.width()) * max(0, both.height())

    best = max(screens, key=shared)
    if shared(best) == 0:
        best = screens[0]
    width = max(min(wanted.width(), best.width()), min(_SMALLEST[0], best.width()))
    height = max(min(wanted.height(), best.height()), min(_SMALLEST[1], best.height()))
    x = min(max(wanted.x(), best.left()), best.left() + best.width() - width)
    y = min(max(wanted.y(), best.top()), best.top() + best.height() - height)
    return QRect(x, y, width, height)


def restore_place(window: QMainWindow, memory: WindowMemory) -> None:
    """Put a window where it was, or in the middle of the main screen."""
    rooms = [screen.availableGeometry() for screen in QGuiApplication.screens()]
    kept = memory.get("window/place", [])
    if len(kept) == 4 and all(type(number) is int for number in kept):
        window.setGeometry(fit_place(QRect(*kept), rooms))
    else:
        room = rooms[0]
        first = QRect(0, 0, *_FIRST_SIZE)
        first.moveCenter(room.center())
        window.setGeometry(fit_place(first, [room]))


def show_in_place(window: QMainWindow, memory: WindowMemory) -> None:
    """Show a window as large as it was: where it stands, or over the whole screen."""
    if memory.get(_MAXIMISED, False):
        window.showMaximized()
    else:
        window.show()


def remember_place(window: QMainWindow, memory: WindowMemory) -> None:
    """Remember where a window stands, and its size when it is not maximised."""
    normal = window.normalGeometry() if window.isMaximized() else window.geometry()
    if normal.isValid():
        memory.set("window/place", [normal.x(), normal.y(), normal.width(), normal.height()])
    memory.set(_MAXIMISED, window.isMaximized())

# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""What is done with layouts of which the content changes, and with the room there is."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QBoxLayout, QFrame, QLayout, QScrollArea, QWidget

#: What Qt counts as no greatest width or height.
NO_LIMIT = 16_777_215


def clear_layout(layout: QLayout, keep: int = 0) -> None:
    """Take everything out of a layout; widgets vanish from the screen at once.

    Args:
        keep: so many of the first items stay.
    """
    while (item := layout.takeAt(keep)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()


def settle_layouts() -> None:
    """Let everything find its place now: parts within parts do so one after the other."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)


def lay_beside(layout: QBoxLayout, beside: bool) -> None:
    """Put what is in a layout beside each other, or under each other when there is no room."""
    way = QBoxLayout.Direction
    layout.setDirection(way.LeftToRight if beside else way.TopToBottom)


def quiet_scroll_area(parent: QWidget) -> QScrollArea:
    """A scroll area that only goes up and down, without a frame, and at which Tab does not stop."""
    area = QScrollArea(parent)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return area


def resize_on_screen(window: QWidget, width: int, height: int) -> None:
    """Give a window a size, or less when the screen has no room for it."""
    room = window.screen().availableGeometry()
    window.resize(min(width, room.width() - 40), min(height, room.height() - 40))

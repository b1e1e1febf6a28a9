# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Buttons whose icon follows the palette and the text size by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QSize, Slot
from PySide6.QtGui import QGuiApplication, QIcon, QPalette
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget

from logbook.ui.icons import tinted_icon
from logbook.ui.qt_numbers import STRONG_FOCUS
from logbook.ui.widgets.labels import set_role

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QEnterEvent, QKeyEvent

    from logbook.ui.theme import Theme

#: Which palette colour the icon of a button takes, by the button's role.
_ICON_COLOR = {
    "primary": QPalette.ColorRole.BrightText,
    "link": QPalette.ColorRole.Accent,
    "chip-on": QPalette.ColorRole.Accent,
    "chip": QPalette.ColorRole.PlaceholderText,
}


def _presses(event: QKeyEvent) -> bool:
    """Whether a key presses the button that has the keyboard."""
    key = QtCore.Qt.Key
    return event.key() in (key.Key_Return, key.Key_Enter) and not event.isAutoRepeat()


def _point_at(widget: QWidget) -> None:
    """Show a hand over a button; not when it is made, because a cursor needs `Qt`."""
    widget.setCursor(QtCore.Qt.CursorShape.PointingHandCursor)


class Button(QPushButton):
    """A push button with a role and, if wished, an icon that is tinted by that role.

    Args:
        role: "" (bordered), "primary", "quiet", "link", "chip" or "chip-on".
        icon: the name of a line icon, or "".
    """

    # Qt may ask for a change before `__init__` is done.
    _icon_name = ""
    _shown_icon: tuple[str, str, int, int, bool] | tuple[()] = ()

    def __init__(
        self, text: str, role: str = "", icon: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(text, parent)
        self._icon_name = icon
        self.setProperty("role", role)
        self.setAutoDefault(False)
        self._tint()

    def set_icon_name(self, name: str) -> None:
        """Show another icon; "" shows none."""
        self._icon_name = name
        self._tint()

    def set_role(self, role: str) -> None:
        """Give the button another look."""
        set_role(self, role)
        self._tint()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        self._tint()

    def enterEvent(self, event: QEnterEvent) -> None:
        _point_at(self)
        super().enterEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if _presses(event):
            self.click()
            return
        super().keyPressEvent(event)

    def refresh_icon(self) -> None:
        """Tint the icon anew after the look of the button changed."""
        self._tint()

    def _tint(self) -> None:
        name = self._icon_name
        if not name:
            self._show_icon(())
            return
        which = _ICON_COLOR.get(self.property("role"), QPalette.ColorRole.WindowText)
        if self.isChecked():
            which = QPalette.ColorRole.Accent
        elif not self.isEnabled():
            # Ink at half strength; the white of a filled button would not be seen on its grey.
            which = QPalette.ColorRole.WindowText
        color = QGuiApplication.palette().color(which).name()
        side = round(self.fontMetrics().height() * 1.02)
        gap = side // 3 if self.text() else 0
        self._show_icon((name, color, side, gap, not self.isEnabled()))

    def _show_icon(self, wanted: tuple[str, str, int, int, bool] | tuple[()]) -> None:
        """Show this icon; () shows none. Asked at every change of the look, mostly in vain."""
        if wanted == self._shown_icon:
            return
        self._shown_icon = wanted
        if not wanted:
            self.setIcon(QIcon())
            return
        _, _, side, gap, _ = wanted
        self.setIconSize(QSize(side + gap, side))
        self.setIcon(tinted_icon(*wanted))


class IconButton(QToolButton):
    """A quiet button that shows only an icon; its name is its tooltip and for screen readers."""

    def __init__(
        self,
        icon_name: str,
        accessible_name: str,
        theme: Theme,
        parent: QWidget | None = None,
        token: str = "ink",
        px: float = 18,
    ) -> None:
        super().__init__(parent)
        self._icon_name = icon_name
        self._theme = theme
        self._token = token
        self._px = px
        self.setProperty("role", "quiet")
        self.setProperty("focusPolicy", STRONG_FOCUS)
        self.set_name(accessible_name)
        self._tint()
        theme.changed.connect(self._tint)

    def set_icon_name(self, name: str) -> None:
        """Show another icon."""
        self._icon_name = name
        self._tint()

    def set_name(self, accessible_name: str) -> None:
        """Say what the button does."""
        self.setAccessibleName(accessible_name)
        self.setToolTip(accessible_name)

    def enterEvent(self, event: QEnterEvent) -> None:
        _point_at(self)
        super().enterEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if _presses(event):
            self.click()
            return
        super().keyPressEvent(event)

    @Slot()
    def _tint(self) -> None:
        side = self._theme.px(self._px)
        self.setIconSize(QSize(side, side))
        color = getattr(self._theme.tokens, self._token)
        self.setIcon(tinted_icon(self._icon_name, color, side))

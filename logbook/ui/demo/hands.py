# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The hands of a user: click, type, wait and look. Works on any widget, knows no screen."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QScrollArea, QWidget

Found = TypeVar("Found", bound=QWidget)

#: How long to wait for something that should come, in seconds.
PATIENCE = 10.0
_NO_KEYS = Qt.KeyboardModifier.NoModifier


class NotSeen(Exception):
    """Something that should be on screen is not; the text says what, in Dutch."""


def type_text(text: str, widget: QWidget | None = None) -> None:
    """Type a text, a key at a time, into the widget that has the keyboard (or this one).

    Keys carry their character, as a keyboard with accents gives them.
    """
    target = widget or QApplication.focusWidget()
    if target is None:
        raise NotSeen("Geen enkel veld heeft het toetsenbord.")
    for character in text:
        key = Qt.Key.Key_Return if character == "\n" else Qt.Key(0)
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QCoreApplication.sendEvent(target, QKeyEvent(kind, key, _NO_KEYS, character))
    settle()


def press(
    key: Qt.Key, keys_held: Qt.KeyboardModifier = _NO_KEYS, widget: QWidget | None = None
) -> None:
    """Press a key on the widget that has the keyboard, or on this one."""
    target = widget or QApplication.focusWidget() or QApplication.activeWindow()
    if target is None:
        raise NotSeen("Geen enkel venster heeft het toetsenbord.")
    QTest.keyClick(target, key, keys_held)
    settle()


def click(widget: QWidget, place: QPoint | None = None) -> None:
    """Click a widget with the mouse, where it can be seen.

    Raises:
        NotSeen: it is hidden, cannot be used, or lies under something else.
    """
    show_in_view(widget)
    name = widget.accessibleName() or getattr(widget, "text", lambda: "")()
    if not widget.isVisible() or not widget.isEnabled():
        raise NotSeen(f"‘{name}’ staat niet op het scherm of doet niets.")
    spot = place or widget.rect().center()
    under = widget.window().childAt(widget.mapTo(widget.window(), spot))
    if under is not widget and (under is None or not widget.isAncestorOf(under)):
        raise NotSeen(f"‘{name}’ ligt achter iets anders.")
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, _NO_KEYS, spot)
    settle()


def show_in_view(widget: QWidget) -> None:
    """Scroll until a widget is in view."""
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            settle()
            above.ensureWidgetVisible(widget, 24, 24)
        above = above.parentWidget()
    settle()


def scroll_to(widget: QWidget) -> None:
    """Scroll until a widget stands at the top of its page."""
    above = widget.parentWidget()
    while above is not None and not isinstance(above, QScrollArea):
        above = above.parentWidget()
    if above is not None:
        settle()
        inside = above.widget()
        place = 0 if inside is None else widget.mapTo(inside, QPoint(0, 0)).y()
        above.verticalScrollBar().setValue(place - 24)
    settle()


def button(parent: QWidget, caption: str) -> QAbstractButton:
    """The visible button with this caption or this accessible name.

    Raises:
        NotSeen: there is none.
    """
    return find(
        parent,
        QAbstractButton,
        lambda each: caption in (each.text().replace("&", ""), each.accessibleName()),
        caption,
    )


def find(
    parent: QWidget, kind: type[Found], fits: Callable[[Found], bool], what: str = ""
) -> Found:
    """The first visible widget of a kind that fits.

    Raises:
        NotSeen: there is none.
    """
    for each in parent.findChildren(kind):
        if each.isVisible() and fits(each):
            return each
    raise NotSeen(f"‘{what or kind.__name__}’ staat niet op het scherm.")


def words_on(parent: QWidget) -> str:
    """Every word that visible labels, buttons and text fields below a widget show."""
    return "\n".join(_words(parent.findChildren(QWidget)))


def wait_until(condition: Callable[[], bool], what: str, seconds: float = PATIENCE) -> None:
    """Let the program go on until a condition holds.

    Raises:
        NotSeen: it did not come to hold in time.
    """
    end = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end:
            raise NotSeen(what)
        QTest.qWait(5)


def settle() -> None:
    """Let the program do what it has at hand: layouts, repaints, what was put off."""
    for _ in range(3):
        QCoreApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _words(widgets: Iterable[QWidget]) -> Iterable[str]:
    for each in widgets:
        if not each.isVisible():
            continue
        if isinstance(each, QLabel | QAbstractButton):
            yield each.text()
        elif hasattr(each, "toPlainText"):
            yield each.toPlainText()

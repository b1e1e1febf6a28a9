# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""What tests of screens ask of every widget."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QScrollBar,
    QTextEdit,
    QWidget,
)

_NAMED = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
)


def nameless(widget: QWidget) -> list[str]:
    """Controls inside a widget that a screen reader has no name for."""
    found = []
    for each in (widget, *widget.findChildren(QWidget)):
        if not isinstance(each, _NAMED) or isinstance(each, QScrollBar):
            continue
        if each.objectName().startswith("qt_") or _belongs_to_qt(each):
            continue
        if each is not widget and not each.isVisibleTo(widget):
            continue
        interface = QAccessible.queryAccessibleInterface(each)
        if interface is None or not interface.text(QAccessible.Text.Name).strip():
            parents, above = [], each.parentWidget()
            while above is not None and len(parents) < 4:
                parents.append(type(above).__name__)
                above = above.parentWidget()
            found.append(f"{type(each).__name__} in {' < '.join(parents)}")
    return found


def assert_accessible(widget: QWidget) -> None:
    """Every control has a name, and what can be clicked can be reached with Tab."""
    without_name = nameless(widget)
    assert not without_name, without_name
    unreachable = [
        f"{type(each).__name__} {each.text()!r} {each.accessibleName()!r}"
        for each in widget.findChildren(QAbstractButton)
        if not _belongs_to_qt(each)
        and each.isEnabled()
        and each.isVisibleTo(widget)
        and not each.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not each.property("reached_otherwise")
    ]
    assert not unreachable, unreachable


def tab_stops(begin: QWidget, most: int) -> list[str]:
    """The names of what Tab reaches from here."""
    begin.setFocus()
    names = []
    for _ in range(most):
        here = QApplication.focusWidget()
        assert here is not None
        QTest.keyClick(here, Qt.Key.Key_Tab)
        there = QApplication.focusWidget()
        assert there is not None
        text = there.text() if isinstance(there, QAbstractButton) else ""
        names.append(there.accessibleName() or text)
    return names


def _belongs_to_qt(widget: QWidget) -> bool:
    """The inner parts of a field, combo box, table or calendar have their owner's name."""
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QComboBox | QAbstractSpinBox | QAbstractItemView | QLineEdit):
            return True
        if above.metaObject().className() == "QCalendarWidget":
            return True
        above = above.parentWidget()
    return False

# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""What tests of screens ask of every widget."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
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
    assert nameless(widget) == []
    unreachable = [
        f"{type(each).__name__} {each.text()!r} {each.accessibleName()!r}"
        for each in widget.findChildren(QAbstractButton)
        if not _belongs_to_qt(each)
        and each.isEnabled()
        and not each.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not each.property("reached_otherwise")
    ]
    assert unreachable == []


def _belongs_to_qt(widget: QWidget) -> bool:
    """The inner parts of a combo box, spin box, table or calendar have their owner's name."""
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QComboBox | QAbstractSpinBox | QAbstractItemView):
            return True
        if above.metaObject().className() == "QCalendarWidget":
            return True
        above = above.parentWidget()
    return False

# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Keys that work while the keyboard is anywhere inside a widget."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, SignalInstance
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget


def add_shortcut(
    widget: QWidget,
    keys: str | QKeySequence.StandardKey,
    slot: Callable[[], object] | SignalInstance,
) -> QShortcut:
    """Let keys call a slot, or send a signal, while the keyboard is inside this widget."""
    made = QShortcut(QKeySequence(keys), widget)
    made.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    made.activated.connect(slot)
    return made

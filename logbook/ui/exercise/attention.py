# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Notices that the user turns away: from a field, or from the program."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid


class Attention(QObject):
    """Follows where the keyboard goes.

    Signals:
        moved(QWidget): this widget has the keyboard now; None when no widget has.
        field_left(): a field on the page lost the keyboard.
        program_left(): another program is in front.
    """

    moved = Signal(object)
    field_left = Signal()
    program_left = Signal()

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)
            app.applicationStateChanged.connect(self._on_application_state_changed)

    @Slot(QWidget, QWidget)
    def _on_focus_changed(self, old: QWidget | None, new: QWidget | None) -> None:
        if not isValid(self._page):
            return  # it goes, and takes the keyboard from what stood on it
        self.moved.emit(new)
        if old is not None and self._page.isAncestorOf(old):
            self.field_left.emit()

    @Slot(Qt.ApplicationState)
    def _on_application_state_changed(self, state: Qt.ApplicationState) -> None:
        if state is not Qt.ApplicationState.ApplicationActive:
            self.program_left.emit()

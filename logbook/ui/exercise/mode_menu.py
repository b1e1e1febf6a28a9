# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The menu with the ways to walk the steps of an exercise."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from logbook.settings import StepMode


class ModeMenu(QMenu):
    """Ticks one way and says which other one is wished.

    Signals:
        mode_requested(StepMode): another way to walk the steps.
    """

    mode_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        group = QActionGroup(self)
        self._actions: dict[StepMode, QAction] = {}
        for mode, caption in (
            (StepMode.STEP, self.tr("Eén stap tegelijk")),
            (StepMode.QUESTION, self.tr("Eén vraag tegelijk")),
            (StepMode.ALL, self.tr("Alle stappen onder elkaar")),
        ):
            action = self.addAction(caption)
            action.setCheckable(True)
            action.setData(mode.value)
            group.addAction(action)
            self._actions[mode] = action
        group.triggered.connect(self._on_triggered)

    def show_mode(self, mode: StepMode) -> None:
        """Tick the way the steps are walked."""
        self._actions[mode].setChecked(True)

    @Slot(QAction)
    def _on_triggered(self, action: QAction) -> None:
        self.mode_requested.emit(StepMode(action.data()))

# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The bar above a preview: which exercise it is, and what an author can do with its file."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from logbook.settings import StepMode
from logbook.ui.exercise.steps_bar import StepsBar
from logbook.ui.theme import Theme
from logbook.ui.widgets.buttons import Button, IconButton
from logbook.ui.widgets.elided_label import ElidedLabel

_TITLE_ROOM = 170


class PreviewBar(StepsBar):
    """Shows what it is told and says what is wished.

    Signals:
        edit_requested(), read_requested(), folder_requested(): something to do with the file.
    """

    edit_requested = Signal()
    read_requested = Signal()
    folder_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.title = ElidedLabel("strong", self)
        self.left.addWidget(self.title)
        self.left.addStretch(1)
        self._wide: list[Button] = []
        self._narrow: list[IconButton] = []
        for caption, icon, wish in (
            (self.tr("Openen om te schrijven"), "pencil", self.edit_requested),
            (self.tr("Opnieuw lezen"), "rotate-ccw", self.read_requested),
            (self.tr("Toon map"), "folder-open", self.folder_requested),
        ):
            wide = Button(caption, "", icon, self)
            narrow = IconButton(icon, caption, theme, self)
            wide.clicked.connect(wish)
            narrow.clicked.connect(wish)
            self.right.addWidget(wide)
            self.right.addWidget(narrow)
            self._wide.append(wide)
            self._narrow.append(narrow)
        self.edit, self.read, self.folder = self._wide
        self.read.setToolTip(self.tr("Lees het bestand nu (F5)"))
        self._add_mode_button()
        self._add_panel_button()
        self._fit_timer = QTimer(self, singleShot=True, interval=0)
        self._fit_timer.timeout.connect(self._fit)
        theme.changed.connect(self._fit_timer.start)

    def show_title(self, title: str) -> None:
        """Say which exercise this is."""
        self.title.set_whole(title)
        self._fit_timer.start()

    def show_mode(self, mode: StepMode) -> None:
        """Tick the way the steps are walked."""
        self._modes.show_mode(mode)

    def show_steps_tools(self, shown: bool) -> None:
        """Offer what has to do with steps; without an exercise there are none."""
        self.mode_button.setVisible(shown)
        self.panel_button.setVisible(shown)
        self._fit_timer.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @Slot()
    def _fit(self) -> None:
        """Words on the buttons when there is room for them and for some of the title."""
        tools = [each for each in (self.mode_button, self.panel_button) if not each.isHidden()]
        room = self._theme.px(_TITLE_ROOM) + 70
        needed = sum(each.sizeHint().width() + 8 for each in (*self._wide, *tools)) + room
        wide = needed <= self.width()
        for each in self._wide:
            each.setVisible(wide)
        for small in self._narrow:
            small.setVisible(not wide)

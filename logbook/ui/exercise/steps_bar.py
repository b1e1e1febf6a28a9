# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""What the bars above steps share: how one walks through them, and the panel beside them."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QToolButton, QWidget

from logbook.ui.exercise.mode_menu import ModeMenu
from logbook.ui.theme import Theme
from logbook.ui.widgets.buttons import IconButton
from logbook.ui.widgets.top_bar import TopBar


class StepsBar(TopBar):
    """A bar above steps. The bar made of it makes its two buttons in the order of Tab.

    Signals:
        mode_requested(StepMode): another way to walk the steps.
        panel_requested(): the steps beside the text in or out.
    """

    mode_requested = Signal(object)
    panel_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        # Parts give way when there is no room, so the bar itself asks for none.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.right.setSpacing(8)

    def _add_mode_button(self) -> None:
        self.mode_button = self._menu_button("list-filter", self.tr("Hoe je de stappen ziet"))
        self._modes = ModeMenu(self)
        self._modes.mode_requested.connect(self.mode_requested)
        self.mode_button.setMenu(self._modes)
        self.right.addWidget(self.mode_button)

    def _menu_button(self, icon: str, name: str) -> IconButton:
        made = IconButton(icon, name, self._theme, self)
        made.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        return made

    def _add_panel_button(self) -> None:
        name = self.tr("Stappen verbergen")
        self.panel_button = IconButton("panel-right-close", name, self._theme, self)
        self.panel_button.clicked.connect(self.panel_requested)
        self.right.addWidget(self.panel_button)

    def show_panel(self, shown: bool) -> None:
        """Make the button of the steps say what it will do."""
        self.panel_button.set_icon_name("panel-right-close" if shown else "panel-right-open")
        name = self.tr("Stappen verbergen") if shown else self.tr("Stappen tonen")
        self.panel_button.set_name(name)

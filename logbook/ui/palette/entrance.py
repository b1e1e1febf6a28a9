# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The way from the window to the list of Ctrl+K, which is made when it is first asked for."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from logbook.ui.context import Context
from logbook.ui.navigator import Navigator
from logbook.ui.palette.recent import Recent

if TYPE_CHECKING:
    from logbook.ui.palette.keeper import PaletteKeeper


class Entrance(QObject):
    """Keeps up with what is opened and done from its making on, and opens the list.

    Args:
        actions: the actions of the window by name.
        window: what the list stands on.
    """

    def __init__(
        self,
        context: Context,
        navigator: Navigator,
        actions: Mapping[str, QAction],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._context = context
        self._actions = actions
        self._window = window
        self.recent = Recent(context.memory, navigator, actions, self)
        self.recent.follow()

    @cached_property
    def keeper(self) -> PaletteKeeper:
        """The list with all it knows."""
        from logbook.ui.palette.keeper import PaletteKeeper  # nobody needs it at the start

        return PaletteKeeper(self._context, self._actions, self.recent, self._window)

    @Slot()
    def toggle(self) -> None:
        """Open the list, or close it."""
        self.keeper.toggle()

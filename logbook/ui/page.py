# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The shape of a page in the main window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from logbook.ui.navigation import ChooseForm, OpenPage

if TYPE_CHECKING:
    from logbook.services.changes import Changes
    from logbook.ui.context import Context


class Page(QWidget):
    """A screen beside the rail. Built at its first visit, filled when shown.

    Signals:
        navigation_requested(Wish): the user wants to go somewhere (`ui.navigation`).
    """

    navigation_requested = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context

    def guide_topic(self) -> str:
        """The name of this page in the F1 guide."""
        return ""

    def enter(self) -> None:
        """The page comes into view: fill or refresh it and put the focus where work begins."""

    def leave(self) -> None:
        """The page goes out of view: keep what is pending."""

    def apply_changes(self, changes: Changes) -> None:
        """Something changed while the page exists; called for visible and hidden pages alike."""

    def step_back(self) -> bool:
        """Go one step back within the page; False when there is none."""
        return False

    def share(self) -> None:
        """Share what is on screen or chosen on it; else go on with what was being shared."""
        self.navigation_requested.emit(OpenPage("share"))

    def choose_form(self) -> None:
        """Pick a form for the note on screen; without one, for a new note."""
        self.navigation_requested.emit(ChooseForm())

    def flush(self) -> bool:
        """Make what is pending durable; False when that failed and text is only on screen."""
        return True

    def rescue_text(self) -> str:
        """What could not be made durable, to put elsewhere; "" when there is nothing."""
        return ""

# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The desk as a whole: students on the left, what they sent in the middle, remarks on the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from logbook.ui.context import Context


class DeskView(QWidget):
    """The supervisor's screens; the page Feedback shows it when the desk is switched on.

    Signals:
        wished(Wish): the user wants to go somewhere (`ui.navigation`).
    """

    wished = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context

    def enter(self) -> None:
        """The desk comes into view: read it anew and put the focus where work begins."""

    def flush(self) -> bool:
        """Make what is being typed durable; False when that failed."""
        return True

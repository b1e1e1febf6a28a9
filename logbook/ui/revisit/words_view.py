# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Woorden door de tijd: the user's own words that return, by quarter, with their sentences."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from logbook.ui.context import Context


class WordsView(QWidget):
    """The list of words of a quarter, beside it the sentences of the chosen word.

    Signals:
        navigation_requested(Wish): open the entry of a sentence.
    """

    navigation_requested = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context

    def enter(self) -> None:
        """Come into view: count anew when something was written since."""

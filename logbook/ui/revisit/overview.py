# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The first view of Terugblik: what can be looked back at now, and why."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from logbook.ui.context import Context
from logbook.ui.widgets.columns import ReadingColumn
from logbook.ui.widgets.empty import EmptyState

_WIDTH = 860


class Overview(ReadingColumn):
    """What can be looked back at.

    Signals:
        wished(Wish): the user wants to go somewhere.
    """

    wished = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context.theme, parent, _WIDTH, (28, 24))
        self._context = context
        self._empty = EmptyState(
            "history",
            self.tr("Nog niets om op terug te kijken"),
            self.tr("Zodra je oefeningen maakt, komen je antwoorden hier na een tijd terug."),
            "",
            context.theme,
            self.column,
        )
        self.body.addWidget(self._empty, 1)

    def fill(self) -> None:
        """Show what there is now."""

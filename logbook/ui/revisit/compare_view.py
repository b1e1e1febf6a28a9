# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Rounds of one exercise beside each other, to read; says what stands where and judges nothing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from logbook.core.compare import Comparison
from logbook.core.entry import EntryId
from logbook.core.errors import LogbookError
from logbook.ui.acts import Acts
from logbook.ui.context import Context


class CompareView(QWidget):
    """Two to five rounds of an exercise. Mounted below a bar that somebody else makes.

    Signals:
        wished(Wish): the user wants to go somewhere.
    """

    wished = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._acts = Acts(context, self)
        self.comparison: Comparison | None = None
        QVBoxLayout(self)

    def show(  # type: ignore[override]
        self, exercise_id: str = "", entry_ids: Sequence[EntryId] = (), block: str = ""
    ) -> None:
        """Show these rounds, or the first and the last; without arguments as any widget."""
        if exercise_id:
            try:
                self.comparison = self._context.services.comparing.compare(
                    exercise_id, entry_ids, block
                )
            except LogbookError as error:
                self._acts.say(error)
        super().show()

# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The number beside Feedback in the rail: remarks and reactions that were not looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from logbook.core.errors import LogbookError
from logbook.ui.pages import FEEDBACK

if TYPE_CHECKING:
    from logbook.services.changes import Changes
    from logbook.ui.context import Context
    from logbook.ui.rail import Rail


class RailCount(QObject):
    """Keeps the number right; where nothing is new there is none."""

    def __init__(self, context: Context, rail: Rail, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._rail = rail
        context.notifier.changed.connect(self._on_notifier_changed)
        self.count()

    def count(self) -> None:
        """Count anew."""
        try:
            news = self._context.services.feedback.news()
        except LogbookError:
            return  # said by whoever shows the remarks
        if not news.total:
            self._rail.button(FEEDBACK).set_number(0, "")
            return
        # Not at the top: most logbooks have no remarks, and this is made after the first paint.
        from logbook.texts.remarks import news_words

        self._rail.button(FEEDBACK).set_number(news.total, news_words(news))

    @Slot(object)
    def _on_notifier_changed(self, changes: Changes) -> None:
        if changes.sharing or changes.everything:
            self.count()

# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The page Terugblik: shows one of its views at a time. What a view does is left to that view."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from logbook.services.changes import Changes
from logbook.ui.context import Context
from logbook.ui.page import Page
from logbook.ui.revisit.overview import Overview
from logbook.ui.revisit.screen import Screen

if TYPE_CHECKING:
    from logbook.core.entry import EntryId


class RevisitPage(Page):
    """Terugblik. A view is made when it is first asked for."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._stack = QStackedWidget(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)
        self._first = Screen(context.theme, self.tr("Terugblik"), self._stack, first=True)
        self.overview = Overview(context, self._first)
        self._first.show_below(self.overview)
        self._stack.addWidget(self._first)
        self.overview.wished.connect(self.navigation_requested)

    def guide_topic(self) -> str:
        return "revisit"

    def enter(self) -> None:
        self.show_overview()

    def show_overview(self) -> None:
        """Show what can be looked back at."""
        self.overview.fill()
        self._stack.setCurrentWidget(self._first)

    def look_back(self, entry_id: EntryId, block: str = "") -> None:
        """Toen en nu: answer a question of this entry again."""

    def compare(
        self, exercise_id: str, entry_ids: tuple[EntryId, ...] = (), block: str = ""
    ) -> None:
        """Show rounds of an exercise side by side."""

    def answer_intention(self, entry_id: EntryId, block: str) -> None:
        """Write how an intention went."""

    def show_words(self) -> None:
        """Show Woorden door de tijd."""

    def apply_changes(self, changes: Changes) -> None:
        if self.isVisible() and self._stack.currentWidget() is self._first:
            self.overview.fill()

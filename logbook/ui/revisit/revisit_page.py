# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The page Terugblik: shows one of its views at a time. What a view does is left to that view."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from logbook.services.changes import Changes
from logbook.ui.context import Context
from logbook.ui.navigation import GoBack, OpenPage, OpenWords
from logbook.ui.page import Page
from logbook.ui.revisit.overview import Overview
from logbook.ui.revisit.screen import Screen

if TYPE_CHECKING:
    from logbook.core.entry import EntryId
    from logbook.ui.revisit.compare_view import CompareView
    from logbook.ui.revisit.then_now import ThenNow
    from logbook.ui.revisit.words_view import WordsView


#: The topics of the guide about the views that are made later.
_TOPICS = {"then_now": "then-now", "_compare_screen": "compare", "_words_screen": "words"}


class RevisitPage(Page):
    """Terugblik. A view is made when it is first asked for."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._stack = QStackedWidget(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)
        self._first = Screen(context.theme, self.tr("Terugblik"), self._stack, first=True)
        # Made before what stands below them: Tab comes here first.
        self.words_button = self._first.add_act(self.tr("Woorden door de tijd"), "text")
        self.calendar_button = self._first.add_act(self.tr("In je agenda"), "calendar")
        self.overview = Overview(context, self._first)
        self._first.show_below(self.overview)
        self.words_button.clicked.connect(self._on_words_clicked)
        self.calendar_button.clicked.connect(self._on_calendar_clicked)
        self._stack.addWidget(self._first)
        self.overview.wished.connect(self.navigation_requested)

    def guide_topic(self) -> str:
        shown = self._stack.currentWidget()
        for name, topic in _TOPICS.items():
            if shown is self.__dict__.get(name):
                return topic
        return "revisit"

    def enter(self) -> None:
        self.flush()
        self._stack.setCurrentWidget(self._first)
        # Another view may be asked for right after this: then nothing was read in vain.
        QTimer.singleShot(0, self, self._fill)

    def leave(self) -> None:
        self.flush()

    def show_overview(self) -> None:
        """Show what can be looked back at."""
        self._stack.setCurrentWidget(self._first)
        self.overview.fill()

    def look_back(self, entry_id: EntryId, block: str = "") -> None:
        """Toen en nu: answer a question of this entry again."""
        if self.then_now.look_back(entry_id, block):
            self._stack.setCurrentWidget(self.then_now)

    def compare(
        self, exercise_id: str, entry_ids: tuple[EntryId, ...] = (), block: str = ""
    ) -> None:
        """Show rounds of an exercise side by side."""
        self._stack.setCurrentWidget(self._compare_screen)
        self.compare_view.show(exercise_id, entry_ids, block)

    def answer_intention(self, entry_id: EntryId, block: str) -> None:
        """Write how an intention went; `block` is its block, or the id of an own intention."""
        self.show_overview()
        self.overview.answer_intention(entry_id, block)

    def show_words(self) -> None:
        """Show Woorden door de tijd."""
        screen = self._words_screen
        where = screen.focusWidget() or screen.back
        self._stack.setCurrentWidget(screen)
        self.words_view.enter()
        # Back from a text that a sentence led to: go on where one was reading.
        (where if where.isVisible() else screen.back).setFocus()

    def flush(self) -> bool:
        kept = self.overview.flush()
        return ("then_now" not in self.__dict__ or self.then_now.flush()) and kept

    def rescue_text(self) -> str:
        texts = [self.overview.rescue_text()]
        if "then_now" in self.__dict__:
            texts.append(self.then_now.rescue_text())
        return "\n\n".join(filter(None, texts))

    def apply_changes(self, changes: Changes) -> None:
        if "then_now" in self.__dict__:
            self.then_now.apply_changes(changes)
        if self.isVisible() and self._stack.currentWidget() is self._first:
            self.overview.fill()

    @cached_property
    def then_now(self) -> ThenNow:
        """Toen en nu."""
        from logbook.ui.revisit.then_now import ThenNow

        made = ThenNow(self.context, self._stack)
        made.wished.connect(self.navigation_requested)
        self._stack.addWidget(made)
        return made

    @cached_property
    def compare_view(self) -> CompareView:
        """Rounds side by side."""
        from logbook.ui.revisit.compare_view import CompareView

        made = CompareView(self.context, self._stack)
        made.wished.connect(self.navigation_requested)
        return made

    @cached_property
    def words_view(self) -> WordsView:
        """Woorden door de tijd."""
        from logbook.ui.revisit.words_view import WordsView

        made = WordsView(self.context, self._stack)
        made.navigation_requested.connect(self.navigation_requested)
        return made

    @cached_property
    def _compare_screen(self) -> Screen:
        return self._screen(self.tr("Rondes naast elkaar"), self.compare_view)

    @cached_property
    def _words_screen(self) -> Screen:
        return self._screen(self.tr("Woorden door de tijd"), self.words_view)

    def _screen(self, title: str, view: QWidget) -> Screen:
        made = Screen(self.context.theme, title, self._stack)
        made.show_below(view)
        made.back_requested.connect(self._on_back_requested)
        self._stack.addWidget(made)
        return made

    @Slot()
    def _fill(self) -> None:
        if self.isVisible() and self._stack.currentWidget() is self._first:
            self.overview.fill()
            self.overview.focus_first()

    @Slot()
    def _on_words_clicked(self) -> None:
        self.navigation_requested.emit(OpenWords())

    @Slot()
    def _on_calendar_clicked(self) -> None:
        self.navigation_requested.emit(OpenPage("settings"))

    @Slot()
    def _on_back_requested(self) -> None:
        self.navigation_requested.emit(GoBack())

# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The page Oefeningen: chapters left, exercises right, a field to find one in all chapters."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from logbook.core.progress import ChapterProgress
from logbook.services.changes import Changes
from logbook.services.rendering import reference_in
from logbook.ui.acts import Acts
from logbook.ui.context import Context
from logbook.ui.library.chapter_list import ChapterList
from logbook.ui.library.chapter_pane import ChapterPane
from logbook.ui.library.extras import shelf_count, shelf_name, shelves
from logbook.ui.library.finding import find
from logbook.ui.library.finding_tools import FindingTools
from logbook.ui.library.packages import PackageActs
from logbook.ui.library.problems_note import ProblemsNote
from logbook.ui.navigation import BeginExercise, OpenReference, PreviewExercise
from logbook.ui.page import Page
from logbook.ui.widgets.buttons import Button, IconButton
from logbook.ui.widgets.frames import CardFrame, Separator
from logbook.ui.widgets.labels import PlainLabel
from logbook.ui.widgets.menus import passing_menu, popup_below
from logbook.ui.widgets.shortcuts import add_shortcut
from logbook.ui.widgets.top_bar import TopBar

#: Below this width (at 100 % text size) the chapters are a menu instead of a column.
_NARROW = 700
#: Below this width the field and the filter stand in a second bar.
_CROWDED = 560
_MEMORY = "library/chapter"


class LibraryPage(Page):
    """All exercises by chapter. Sends wishes; changes only what is skipped."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._chapters: tuple[ChapterProgress, ...] = ()
        self._number: int | None = None
        self._stale = True
        self._compact = False
        self._crowded = False
        self._acts = Acts(context, self)
        self.packages = PackageActs(context, self)
        self.setProperty("role", "page")
        self._build()
        self._connect_signals()
        self._on_theme_changed()

    def guide_topic(self) -> str:
        return "exercises"

    def enter(self) -> None:
        if self._stale:
            self._refresh()
        self._focus_first()

    def apply_changes(self, changes: Changes) -> None:
        if changes.exercises or changes.everything or changes.library:
            if self.isVisible():
                self._refresh()
            else:
                self._stale = True

    def show_chapter(self, number: int) -> None:
        """Show the exercises of this chapter (the window carries out `OpenChapter`)."""
        if self._stale:
            self._refresh()
        if any(c.chapter.number == number for c in self._chapters):
            self._choose(number)
            self._focus_first()

    def open_package(self, path: Path) -> None:
        """Show what is in a package file (the window does, when one is dropped on it)."""
        self.packages.open_file(path)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    # --- building

    def _build(self) -> None:
        theme = self.context.theme
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._bar = TopBar(theme, self)
        self._bar.left.addWidget(PlainLabel(self.tr("Oefeningen"), "title", self._bar))
        self._bar.left.addStretch(1)
        column.addWidget(self._bar)
        self.tools = FindingTools(theme, self)
        self.tools.put_in(self._bar.right, 0)
        self.more_button = IconButton(
            "ellipsis-vertical", self.tr("Meer met oefeningen doen"), theme, self
        )
        self._bar.right.addWidget(self.more_button)
        self._second = self._build_second_bar()
        column.addWidget(self._second)
        split = QHBoxLayout()
        split.setSpacing(0)
        self.chapter_list = ChapterList(theme, self)
        self._line = Separator(self, vertical=True)
        self.pane = ChapterPane(theme, self.context.services.today, self)
        split.addWidget(self.chapter_list)
        split.addWidget(self._line)
        split.addWidget(self.pane, 1)
        column.addLayout(split, 1)
        self.problems = ProblemsNote(theme, self)
        column.addWidget(self.problems)

    def _build_second_bar(self) -> CardFrame:
        """What a narrow window shows instead of the column and the tools beside the title."""
        bar = CardFrame(self, role="bar", margin=10)
        bar.body.setContentsMargins(18, 8, 18, 8)
        self.chapter_button = Button("", "", "library", bar)
        self.chapter_button.setAccessibleName(self.tr("Kies een hoofdstuk"))
        self._second_row = QHBoxLayout()
        self._second_row.setSpacing(10)
        bar.body.addLayout(self._second_row)
        bar.body.addWidget(self.chapter_button, 0, Qt.AlignmentFlag.AlignLeft)
        bar.hide()
        return bar

    def _connect_signals(self) -> None:
        self.context.theme.changed.connect(self._on_theme_changed)
        self.tools.changed.connect(self._show)
        self.more_button.clicked.connect(self._on_more_button_clicked)
        self.chapter_button.clicked.connect(self._on_chapter_button_clicked)
        self.chapter_list.chapter_chosen.connect(self._choose)
        self.chapter_list.entered.connect(self._on_chapter_entered)
        self.pane.left_behind.connect(self.chapter_list.focus)
        self.pane.cleared.connect(self.tools.clear)
        self.pane.wished.connect(self.navigation_requested)
        self.pane.skip_requested.connect(self._on_skip_requested)
        self.pane.link_activated.connect(self._on_link_activated)
        add_shortcut(self, QKeySequence.StandardKey.Find, self.tools.focus)
        add_shortcut(self, "Escape", self.tools.clear)

    # --- filling

    def _refresh(self) -> None:
        chapters = self._acts.ask(lambda: shelves(self.context.services.reading))
        if chapters is None:
            return
        self._chapters = chapters
        self._stale = False
        self.chapter_list.set_chapters(self._chapters)
        self.tools.offer(self._chapters)
        self.problems.set_problems(self.context.services.content.library().problems)
        if self._number not in [c.chapter.number for c in self._chapters]:
            self._number = self._first_choice()
        self._fit()
        self._show()

    def _focus_first(self) -> None:
        if self._compact:
            self.pane.focus(in_view=False)
        else:
            self.chapter_list.focus()

    def _first_choice(self) -> int | None:
        """The chapter that was open last, else the one last written in, else the first."""
        numbers = [c.chapter.number for c in self._chapters]
        remembered = self.context.memory.get(_MEMORY, -1)
        if remembered in numbers:
            return remembered
        written = [c for c in self._chapters if c.last_written is not None]
        last = max(written, key=lambda c: str(c.last_written), default=None)
        if last is not None:
            return last.chapter.number
        return numbers[0] if numbers else None

    @Slot()
    def _show(self) -> None:
        query = self.tools.query
        chosen = next((c for c in self._chapters if c.chapter.number == self._number), None)
        self._show_chapter_name(chosen)
        if chosen is None:
            self.pane.show_nothing(
                self.tr("Nog geen oefeningen"),
                self.tr("Hier komen de oefeningen per hoofdstuk. Er zijn er nu geen gevonden."),
            )
        elif query.is_empty:
            self.chapter_list.set_current(self._number)
            self.pane.show_chapter(chosen)
        else:
            self.chapter_list.set_current(None)
            self.pane.show_found(find(self._chapters, query))

    def _show_chapter_name(self, chosen: ChapterProgress | None) -> None:
        if chosen is not None:
            self.chapter_button.setText(shelf_count(chosen))
            self.chapter_button.setAccessibleName(
                self.tr("Kies een hoofdstuk, nu {title}").format(title=chosen.chapter.title)
            )
            self.chapter_button.refresh_icon()

    def _fit(self) -> None:
        """Lay out for the width there is."""
        theme = self.context.theme
        compact = self.width() < theme.px(_NARROW)
        self.chapter_list.setVisible(bool(self._chapters) and not compact)
        self._line.setVisible(bool(self._chapters) and not compact)
        self.chapter_button.setVisible(compact and len(self._chapters) > 1)
        self._compact = compact
        crowded = self.width() < theme.px(_CROWDED)
        self._second.setVisible(crowded or (compact and len(self._chapters) > 1))
        if crowded != self._crowded:
            self._crowded = crowded
            if crowded:
                self.tools.put_in(self._second_row, 1)
            else:
                self.tools.put_in(self._bar.right, 0)

    # --- slots

    @Slot(int)
    def _choose(self, number: int) -> None:
        self._number = number
        self.context.memory.set(_MEMORY, number)
        self.tools.clear()
        self.pane.verticalScrollBar().setValue(0)

    @Slot()
    def _on_chapter_entered(self) -> None:
        self.pane.focus()

    @Slot()
    def _on_more_button_clicked(self) -> None:
        popup_below(self.make_more_menu(), self.more_button)

    def make_more_menu(self) -> QMenu:
        """Acts on the library as a whole; it removes itself when it closes."""
        menu = passing_menu(self.more_button)
        self.packages.fill_menu(menu)
        menu.addSeparator()
        menu.addAction(self.tr("Oefening bekijken …")).triggered.connect(self._on_preview_chosen)
        menu.addAction(self.tr("Nieuwe oefening maken …")).triggered.connect(self._on_new_chosen)
        return menu

    @Slot()
    def _on_chapter_button_clicked(self) -> None:
        menu = passing_menu(self.chapter_button)
        for chapter in self._chapters:
            action = menu.addAction(shelf_name(chapter.chapter))
            action.setData(chapter.chapter.number)
            action.triggered.connect(self._on_chapter_action)
        popup_below(menu, self.chapter_button)

    @Slot()
    def _on_chapter_action(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self._choose(action.data())

    @Slot(str, bool)
    def _on_skip_requested(self, exercise_id: str, skip: bool) -> None:
        writing = self.context.services.writing
        act = writing.skip if skip else writing.unskip
        if not self._acts.do(lambda: act(exercise_id)):
            return
        exercise = self.context.services.content.library().exercise(exercise_id)
        title = exercise.title if exercise else exercise_id
        said = self.tr("Je slaat “{title}” over.") if skip else self.tr("“{title}” doet weer mee.")
        self.context.messages.show(
            said.format(title=title),
            action_text=self.tr("Ongedaan maken"),
            action=lambda: self._on_skip_requested(exercise_id, not skip),
        )

    @Slot()
    def _on_preview_chosen(self) -> None:
        self.navigation_requested.emit(PreviewExercise())

    @Slot()
    def _on_new_chosen(self) -> None:
        self.navigation_requested.emit(BeginExercise(self._number or 1))

    @Slot(str)
    def _on_link_activated(self, address: str) -> None:
        if page := reference_in(address):
            self.navigation_requested.emit(OpenReference(page))

    @Slot()
    def _on_theme_changed(self) -> None:
        theme = self.context.theme
        self.chapter_list.setFixedWidth(theme.px(272))
        self.tools.search.setMinimumWidth(theme.px(180))
        self._fit()

# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The page Voortgang: overview, tables or one chapter; copying and exporting what it shows."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction, QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QFileDialog, QMenu, QStackedWidget, QVBoxLayout, QWidget

from logbook import texts
from logbook.core.errors import LogbookError
from logbook.services.changes import Changes
from logbook.services.progress_table import save_table
from logbook.ui.context import Context
from logbook.ui.goals.goals_card import GoalsCard
from logbook.ui.navigation import OpenChapter
from logbook.ui.page import Page
from logbook.ui.progress.chapter_page import ChapterPage
from logbook.ui.progress.facts import Facts, Form, read_facts
from logbook.ui.progress.overview import Overview
from logbook.ui.progress.tables import ProgressTables
from logbook.ui.widgets.buttons import Button
from logbook.ui.widgets.labels import PlainLabel
from logbook.ui.widgets.menus import passing_menu, popup_below
from logbook.ui.widgets.top_bar import TopBar

#: Below this width (at 100 % text size) the buttons in the bar show their icon alone.
_CROWDED = 600
_MEMORY = "progress/as-table"


class ProgressPage(Page):
    """What was done, as facts; and what the user concludes of it, in their own words."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._facts: Facts | None = None
        self._stale = True
        self.setProperty("role", "page")
        theme = context.theme
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._build_bar(column)
        self._stack = QStackedWidget(self)
        self.overview = Overview(theme, self._stack)
        self.goals = GoalsCard(context, self.overview)
        self.overview.add_goals(self.goals)
        self.tables = ProgressTables(theme, self._stack)
        self.chapter = ChapterPage(context, self._stack)
        for view in (self.overview, self.tables, self.chapter):
            self._stack.addWidget(view)
        column.addWidget(self._stack, 1)
        self._connect_signals()
        self.table_button.setChecked(context.memory.get(_MEMORY, False))
        self._fit()

    def guide_topic(self) -> str:
        return "progress"

    def enter(self) -> None:
        if self._stale:
            self._refresh()
        self._show_whole()
        view = self._stack.currentWidget()
        if view is self.tables:
            self.tables.progress.setFocus()
        else:
            self.overview.focus()

    def leave(self) -> None:
        self.flush()

    def flush(self) -> bool:
        return self.chapter.flush()

    def rescue_text(self) -> str:
        return self.chapter.rescue_text()

    def apply_changes(self, changes: Changes) -> None:
        if (
            changes.goals
            or changes.entries
            or changes.exercises
            or changes.everything
            or changes.library
            or changes.revisits
        ):
            if self.isVisible():
                self._refresh()
            else:
                self._stale = True

    def share(self) -> None:
        if self._stack.currentWidget() is self.chapter and self.chapter.number:
            self.chapter.share()
        else:
            super().share()

    def show_chapter(self, number: int) -> None:
        """Show the page of a chapter (the window carries out `OpenChapter`)."""
        if self._stale:
            self._refresh()
        if self._fill_chapter(number):
            self._stack.setCurrentWidget(self.chapter)
            self.chapter.verticalScrollBar().setValue(0)
            self.chapter.focus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    # --- building

    def _build_bar(self, column: QVBoxLayout) -> None:
        self._bar = TopBar(self.context.theme, self)
        self._bar.left.addWidget(PlainLabel(self.tr("Voortgang"), "title", self._bar))
        self._bar.left.addStretch(1)
        self.table_button = Button("", "", "table", self._bar)
        self.table_button.setCheckable(True)
        self.copy_button = Button("", "", "copy", self._bar)
        self.export_button = Button("", "", "download", self._bar)
        self._captions = (
            (self.table_button, self.tr("Als tabel")),
            (self.copy_button, self.tr("Kopiëren")),
            (self.export_button, self.tr("Exporteren …")),
        )
        for button, caption in self._captions:
            button.setAccessibleName(caption)
            self._bar.right.addWidget(button)
        column.addWidget(self._bar)

    def _connect_signals(self) -> None:
        self.context.theme.changed.connect(self._fit)
        self.table_button.clicked.connect(self._on_table_clicked)
        self.copy_button.clicked.connect(self._on_copy_clicked)
        self.export_button.clicked.connect(self._on_export_clicked)
        self.overview.chapter_chosen.connect(self._on_chapter_chosen)
        self.tables.chapter_chosen.connect(self._on_chapter_chosen)
        self.chapter.wished.connect(self.navigation_requested)
        self.goals.navigation_requested.connect(self.navigation_requested)

    # --- filling

    def _refresh(self) -> None:
        try:
            facts = read_facts(self.context.services)
        except LogbookError as error:
            self.context.messages.show(texts.error_sentence(error), "error")
            return
        self._stale = False
        self._facts = facts
        self.overview.set_facts(facts)
        self.tables.set_rows(facts.rows, facts.months)
        self.goals.fill()
        in_chapter = self._stack.currentWidget() is self.chapter
        if in_chapter and not self._fill_chapter(self.chapter.number):
            self._show_whole()

    def _fill_chapter(self, number: int) -> bool:
        facts = self._facts
        chapters = facts.chapters if facts else ()
        chosen = next((c for c in chapters if c.chapter.number == number), None)
        if facts is None or chosen is None:
            return False
        return self.chapter.show_chapter(chosen, facts, facts.year.last)

    def _show_whole(self) -> None:
        as_table = self.table_button.isChecked()
        self.table_button.refresh_icon()
        self._stack.setCurrentWidget(self.tables if as_table else self.overview)

    @Slot()
    def _fit(self) -> None:
        crowded = self.width() < self.context.theme.px(_CROWDED)
        for button, caption in self._captions:
            button.setText("" if crowded else caption)
            button.setToolTip(caption if crowded else "")
            button.refresh_icon()

    # --- taking along

    def make_copy_menu(self) -> QMenu:
        """What can be put on the clipboard; the menu removes itself when it closes."""
        return self._make_menu(
            self.copy_button,
            (
                (self.tr("Voortgang als tabel"), Form.PROGRESS_TSV),
                (self.tr("Schrijfdagen als tabel"), Form.DAYS_TSV),
                (self.tr("Voortgang als tekst"), Form.TEXT),
            ),
            self._on_copy_chosen,
        )

    def make_export_menu(self) -> QMenu:
        """What can be written to a file; the menu removes itself when it closes."""
        return self._make_menu(
            self.export_button,
            (
                (self.tr("Voortgang als CSV …"), Form.PROGRESS_CSV),
                (self.tr("Schrijfdagen als CSV …"), Form.DAYS_CSV),
                (self.tr("Alles als Markdown …"), Form.MARKDOWN),
            ),
            self._on_export_chosen,
        )

    def _make_menu(self, button: Button, items, slot) -> QMenu:
        menu = passing_menu(button)
        for caption, form in items:
            action = menu.addAction(caption)
            action.setData(form.name)
            action.triggered.connect(slot)
        return menu

    # --- slots

    @Slot()
    def _on_table_clicked(self) -> None:
        self.context.memory.set(_MEMORY, self.table_button.isChecked())
        self._show_whole()

    @Slot()
    def _on_copy_clicked(self) -> None:
        popup_below(self.make_copy_menu(), self.copy_button)

    @Slot()
    def _on_export_clicked(self) -> None:
        popup_below(self.make_export_menu(), self.export_button)

    @Slot()
    def _on_copy_chosen(self) -> None:
        action = self.sender()
        if isinstance(action, QAction) and self._facts is not None:
            QGuiApplication.clipboard().setText(self._facts.render(Form[action.data()]))
            self.context.messages.show(self.tr("Gekopieerd."), "success")

    @Slot()
    def _on_export_chosen(self) -> None:
        action = self.sender()
        if isinstance(action, QAction) and self._facts is not None:
            self._export(self._facts, Form[action.data()])

    def _export(self, facts: Facts, form: Form) -> None:
        suggested = str(Path.home() / form.value)
        chosen, _ = QFileDialog.getSaveFileName(self, self.tr("Voortgang exporteren"), suggested)
        if not chosen:
            return
        path = Path(chosen)
        if not path.suffix:
            path = path.with_suffix(Path(form.value).suffix)
        try:
            save_table(path, facts.render(form))
        except LogbookError as error:
            self.context.messages.show(texts.error_sentence(error), "error")
            return
        said = self.tr("Geëxporteerd naar {path}").format(path=path)
        self.context.messages.show(said, "success")

    @Slot(int)
    def _on_chapter_chosen(self, number: int) -> None:
        self.navigation_requested.emit(OpenChapter(number, progress=True))

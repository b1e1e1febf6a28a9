# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The Logboek page: connects bar, list and reading pane.

What the pane asks is in `pane_acts`, what the list asks in `entry_list_acts`, searching in
`search_control`.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

from logbook.core.entry import EntryId
from logbook.core.query import EMPTY, Query
from logbook.services.changes import Changes
from logbook.ui.context import Context
from logbook.ui.logbook.entry_lines import EntryLines
from logbook.ui.logbook.entry_list_model import EntryListModel
from logbook.ui.logbook.entry_list_side import EntryListSide
from logbook.ui.logbook.filter_bar import FilterBar
from logbook.ui.logbook.list_and_pane import ListAndPane
from logbook.ui.logbook.nothing import Nothing, Reason
from logbook.ui.logbook.pane_acts import PaneActs
from logbook.ui.logbook.reading_pane import ReadingPane
from logbook.ui.logbook.search_control import SearchControl
from logbook.ui.logbook.search_marks import SearchMarks
from logbook.ui.navigation import NewNote
from logbook.ui.page import Page
from logbook.ui.widgets.shortcuts import add_shortcut

_LAST = "logbook/entry"
#: While the user types, the list comes first and the pane follows after so long (milliseconds).
_PANE_AFTER = 150
#: Of so many changed entries the list is read anew, rather than one by one.
_MANY = 100


class LogbookPage(Page):
    """Everything written, newest first, with a pane to read it back."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._lines = EntryLines(context.services.content, self)
        self.model = EntryListModel(context.services.reading, self._lines, parent=self)
        self._entered = False
        self._stale: set[EntryId] = set()
        self._all_stale = True
        self._asked: tuple[Query, bool] = (EMPTY, False)
        self._before: EntryId | None = None
        self._later = False
        self._build()
        self._connect_signals()

    def guide_topic(self) -> str:
        return "logbook"

    def enter(self) -> None:
        self._entered = True
        self._show_shared()
        self._refresh()
        if self.view.current_entry() is None:
            last = self.context.memory.get(_LAST, "")
            if not last or not self.view.select_entry(EntryId(last)):
                self.view.select_first()
        self._focus_current()

    def leave(self) -> None:
        self._entered = False
        self.control.stop()
        self.pane_acts.margin.close()
        entry_id = self.view.current_entry()
        if entry_id is not None:
            self.context.memory.set(_LAST, entry_id)

    def flush(self) -> bool:
        return self.pane_acts.flush()

    def rescue_text(self) -> str:
        return self.pane_acts.rescue_text()

    def apply_changes(self, changes: Changes) -> None:
        if changes.everything or changes.library:
            self._all_stale = True
        self._stale.update(changes.entries)
        if changes.everything or changes.sharing:
            self._show_shared()
        if changes.everything or changes.labels or changes.goals:
            self.bar.row.refresh()
        if self._entered:
            inside = self._has_keyboard()
            self._refresh()
            # The button that was pressed may be gone; the keyboard stays on this page.
            if inside and not self._has_keyboard():
                self._focus_current()

    def share(self) -> None:
        several = self.view.selected_entries()
        if self.model.in_bin:
            super().share()
        elif len(several) > 1:
            self.side.acts.share(several)
        elif self.pane.shown is not None:
            self.pane_acts.share()
        else:
            super().share()

    def read_entry(self, entry_id: EntryId) -> None:
        """Read this entry, also when a filter hides it or it stands far down the list."""
        self._entered = True
        self._refresh()
        if self.control.busy:
            self.bar.clear()  # what is being searched for would take the place of the list
        if not self.view.select_entry(entry_id):
            self.bar.clear(everything=True)
            if not self.view.select_entry(entry_id):
                self.view.clear_current()
                self.pane_acts.read(entry_id)
        self.splitter.take_turn(pane=True)
        if not self.splitter.in_turns:
            self.view.setFocus()

    def _has_keyboard(self) -> bool:
        focused = QApplication.focusWidget()
        return focused is not None and focused.isVisible() and self._stack.isAncestorOf(focused)

    def _focus_current(self) -> None:
        if self._stack.currentWidget() is self.splitter:
            self.view.setFocus()
        else:
            self.nothing.page.action.setFocus()

    # -- building ----------------------------------------------------------------------------------

    def _build(self) -> None:
        theme = self.context.theme
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(0)
        self.bar = FilterBar(self.context, self)
        body.addWidget(self.bar)
        self._stack = QStackedWidget(self)
        body.addWidget(self._stack, 1)
        self.splitter = ListAndPane(self.context, self)
        self.side = EntryListSide(self.context, self.model, self, self.splitter)
        self.view, self.list_bar = self.side.view, self.side.bar
        self.pane = ReadingPane(theme, self.splitter)
        self._stack.addWidget(self.splitter)
        self.nothing = Nothing(theme, self)
        self._stack.addWidget(self.nothing)
        self.pane_acts = PaneActs(self.context, self.pane, self._lines, self)
        self.control = SearchControl(self.context.services, self.model, self)
        self.marks = SearchMarks(self.pane, theme, self)
        self._soon = QTimer(self, singleShot=True, interval=_PANE_AFTER)
        self._on_theme_changed()

    def _connect_signals(self) -> None:
        view, acts = self.view, self.pane_acts
        self.bar.query_changed.connect(self._on_bar_query_changed)
        self.bar.note_requested.connect(self._on_note_requested)
        self.bar.list_requested.connect(self.view.setFocus)
        add_shortcut(self, QKeySequence.StandardKey.Find, self.bar.focus_field)
        add_shortcut(self, QKeySequence.StandardKey.Print, acts.print)
        add_shortcut(self, "F3", self._on_next_activated)
        add_shortcut(self, "Shift+F3", self._on_previous_activated)
        self.nothing.acted.connect(self._on_nothing_acted)
        self.nothing.without_requested.connect(self._on_nothing_without_requested)
        self.control.listed.connect(self._on_control_listed)
        self.control.counted.connect(self._show_list_or_nothing)
        self.control.failed.connect(self.side.acts.say)
        self.marks.changed.connect(self.list_bar.set_place)
        self._soon.timeout.connect(self._on_soon_timeout)
        view.escape_requested.connect(self._on_escape_requested)
        self.side.remove_requested.connect(acts.remove)
        self.list_bar.previous_requested.connect(self._on_previous_activated)
        self.list_bar.next_requested.connect(self._on_next_activated)
        view.entry_selected.connect(self._on_entry_selected)
        view.read_requested.connect(self._on_read_requested)
        view.write_requested.connect(acts.write)
        view.copy_requested.connect(acts.acts.copy_markdown)
        self.pane.back_requested.connect(self.splitter.back_to_list)
        acts.navigation_requested.connect(self.navigation_requested)
        self.side.acts.navigation_requested.connect(self.navigation_requested)
        self.context.theme.changed.connect(self._on_theme_changed)

    # -- keeping up --------------------------------------------------------------------------------

    def _refresh(self) -> None:
        """Bring list and pane up to date with what changed since the last time."""
        shown = self.pane.shown
        current = self.view.current_entry()
        self._all_stale = self._all_stale or len(self._stale) > _MANY
        if self._all_stale:
            self.view.reload()
            self.control.ask_again()
        elif self._stale:
            self.model.update_entries(sorted(self._stale))
            # A pin moves a row: it stays the one that is read.
            if current is not None and (row := self.model.row_of(current)) >= 0:
                self.view.stay_at(row)
            self.control.ask_again()
        touched = shown is not None and (self._all_stale or shown.entry.id in self._stale)
        self._all_stale = False
        self._stale.clear()
        if touched and self.pane.shown is shown:
            self.pane_acts.read_again()
        self._show_list_or_nothing()

    @Slot()
    def _show_list_or_nothing(self) -> None:
        query, in_bin = self.model.query, self.model.in_bin
        filled = self.model.rowCount() > 0
        number = None if query.is_empty else self.control.total
        if not self.control.busy:
            self.list_bar.set_found(number, in_bin=in_bin, filled=filled)
            if number is None and not query.is_empty:
                self.list_bar.set_counting()
        if filled:
            self._stack.setCurrentWidget(self.splitter)
            return
        if not query.is_empty:
            self.nothing.show_not_found(query, self.bar.row.choices.words)
        else:
            self.nothing.show_reason(Reason.EMPTY_BIN if in_bin else Reason.EMPTY_LOGBOOK)
        self._stack.setCurrentWidget(self.nothing)

    def _show_shared(self) -> None:
        """Say of the entries in the list whether they were shared."""
        shared = self.side.acts.ask(self.context.services.reading.shared)
        if shared is not None:
            self.model.say_again(self._lines.set_shared(shared))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.bar.field.text():
            self._on_escape_requested()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.splitter.share(self.width())

    @Slot()
    def _on_theme_changed(self) -> None:
        self.splitter.set_parts(self.side, self.pane)
        self.splitter.share(self.width())

    # -- slots -------------------------------------------------------------------------------------

    @Slot()
    def _on_bar_query_changed(self) -> None:
        wanted = (self.bar.query, self.bar.in_bin)
        if wanted != self._asked:
            self._asked = wanted
            self._soon.stop()
            self._before = self.view.current_entry() or self._before
            self.list_bar.set_busy()
            self.control.ask(wanted[0], in_bin=wanted[1])

    @Slot()
    def _on_control_listed(self) -> None:
        """The list shows something else: keep the entry that was read, or take the first."""
        before = self.view.current_entry() or self._before
        self._later = not self.model.query.is_empty
        if before is None or not self.view.select_entry(before):
            self.view.select_first()
        self._later = False
        self._show_list_or_nothing()
        self._soon.start()
        if self.model.query.is_empty:
            self._on_soon_timeout()

    @Slot()
    def _on_soon_timeout(self) -> None:
        """The pane follows the list, with what is looked for marked."""
        self._soon.stop()
        current, shown = self.view.current_entry(), self.pane.shown
        if current is None:
            self.pane.clear()
        elif shown is None or shown.entry.id != current:
            self.pane_acts.read(current)
        self.marks.set_query(self.model.query)

    @Slot()
    def _on_next_activated(self) -> None:
        self._walk(1)

    @Slot()
    def _on_previous_activated(self) -> None:
        self._walk(-1)

    def _walk(self, step: int) -> None:
        """To the next place in this entry, and then to the next entry."""
        if self.model.query.is_empty:
            return
        if self._soon.isActive():
            self._on_soon_timeout()
        if not self.marks.go(step) and (entry_id := self.view.select_next(step)):
            self.marks.start_at(entry_id, step)
        self.splitter.take_turn(pane=True)

    @Slot()
    def _on_note_requested(self) -> None:
        self.navigation_requested.emit(NewNote())

    @Slot(object)
    def _on_nothing_acted(self, reason: Reason) -> None:
        if reason is Reason.EMPTY_LOGBOOK:
            self.navigation_requested.emit(NewNote())
        else:
            self.bar.clear(everything=reason is Reason.EMPTY_BIN)
            self.view.setFocus()

    @Slot(object)
    def _on_nothing_without_requested(self, query: Query) -> None:
        self.bar.set_query(query)
        self.bar.field.setFocus()

    @Slot(str)
    def _on_entry_selected(self, entry_id: str) -> None:
        if self._later:
            return
        self._soon.stop()
        if entry_id:
            self.pane_acts.read(EntryId(entry_id))
        else:
            self.pane.clear()

    @Slot()
    def _on_escape_requested(self) -> None:
        if self.bar.field.text():
            self.bar.clear()
            self.view.setFocus()

    @Slot(str)
    def _on_read_requested(self, entry_id: str) -> None:
        self.splitter.take_turn(pane=bool(entry_id))

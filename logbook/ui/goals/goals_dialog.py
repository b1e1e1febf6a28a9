# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Leerdoelen: the open ones and those that are done with for now, and the chosen one beside them.

What it changed is told to every screen when it closes, or when another goal is chosen.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QListWidgetItem, QWidget

from logbook import texts
from logbook.core.entry import EntryId
from logbook.core.goal import GoalId, GoalLine
from logbook.services.changes import Changes
from logbook.ui.context import Context
from logbook.ui.goals.goal_acts import GoalActs, goal_line
from logbook.ui.goals.goal_pane import GoalPane
from logbook.ui.navigation import ReadEntry, Wish
from logbook.ui.widgets.choices_dialog import ChoicesDialog

_ID = Qt.ItemDataRole.UserRole


class GoalsDialog(ChoicesDialog):
    """The goals at the left, the chosen one at the right; `wish` is where the user wants to go."""

    SIZE = (860, 580)
    BESIDE = 620
    SHARES = (4, 6)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context.theme, parent)
        title = self.tr("Leerdoelen")
        self.set_captions(title, title, self.tr("Nieuw leerdoel"))
        self._context = context
        self._lines: tuple[GoalLine, ...] = ()
        self._warned = False
        self.wish: Wish | None = None
        self.acts = GoalActs(context, self, self.line)
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.pane = GoalPane(context, self.area)
        self.pane.setProperty("role", "scrolled")
        self.area.setWidget(self.pane)
        self._connect_signals()
        self.fill()
        self._choose_first()

    @classmethod
    def ask(
        cls, context: Context, parent: QWidget | None = None, goal_id: GoalId | None = None
    ) -> Wish | None:
        """Let the user keep the goals in order; where they want to go after that, or None."""
        dialog = cls(context, parent)
        if goal_id is not None:
            dialog.choose(goal_id)
        dialog.exec()
        wish = dialog.wish
        dialog.deleteLater()
        return wish

    def _connect_signals(self) -> None:
        self.list.currentItemChanged.connect(self._on_current_changed)
        self.new.clicked.connect(self.begin_new)
        pane = self.pane
        pane.saved.connect(self._on_pane_saved)
        pane.refused.connect(self.acts.say)
        pane.state_requested.connect(self._on_pane_state_requested)
        pane.delete_requested.connect(self._on_pane_delete_requested)
        pane.entry_requested.connect(self._on_pane_entry_requested)

    # -- filling -----------------------------------------------------------------------------------

    def choose(self, goal_id: GoalId) -> None:
        """Show this goal."""
        for row in range(self.list.count()):
            if self.list.item(row).data(_ID) == goal_id:
                self.list.setCurrentRow(row)

    def fill(self) -> None:
        """Read the goals again; the text on screen stays."""
        wanted = self.pane.goal_id
        self._filling = True
        self._lines = self.acts.all()
        self.list.clear()
        for each in self._lines:
            words = f"{goal_line(each.goal)}\n{self._note(each)}"
            item = QListWidgetItem(words, self.list)
            item.setData(_ID, each.goal.id)
            if each.goal.id == wanted:
                self.list.setCurrentItem(item)
        self._filling = False
        self.list.setVisible(bool(self._lines))

    def _note(self, line: GoalLine) -> str:
        count = texts.entries(line.entries)
        if line.goal.is_open:
            return count
        return self.tr("afgerond · {count}").format(count=count)

    def _choose_first(self) -> None:
        if self._lines:
            self.list.setCurrentRow(0)
            self.list.setFocus()
        else:
            self.begin_new()

    def _line(self, goal_id: str | None) -> GoalLine | None:
        return next((each for each in self._lines if each.goal.id == goal_id), None)

    # -- slots -------------------------------------------------------------------------------------

    @Slot()
    def begin_new(self) -> None:
        """Write a new goal; it is there from its first words."""
        if self.pane.flush():
            self.pane.show_goal(None)
            self._filling = True
            self.list.setCurrentRow(-1)
            self._filling = False
            self.pane.editor.setFocus()

    @Slot()
    def _on_current_changed(self) -> None:
        item = self.list.currentItem()
        if self._filling or item is None:
            return
        goal_id = item.data(_ID)
        if goal_id == self.pane.goal_id:
            return
        if self.pane.flush():
            self.fill_line(goal_id)

    def fill_line(self, goal_id: str) -> None:
        """Show a goal as it is stored now."""
        self._lines = self.acts.all()
        self.pane.show_goal(self._line(goal_id))

    @Slot()
    def _on_pane_saved(self) -> None:
        self.fill()
        self.pane.show_facts(self._line(self.pane.goal_id))

    @Slot(bool)
    def _on_pane_state_requested(self, is_open: bool) -> None:
        goal_id = self.pane.goal_id
        if goal_id is not None and self.acts.set_open(goal_id, is_open=is_open):
            self.fill()
            self.pane.show_facts(self._line(goal_id))

    @Slot()
    def _on_pane_delete_requested(self) -> None:
        goal_id = self.pane.goal_id
        if goal_id is None or not self.pane.flush():
            return
        removed = self.acts.delete(goal_id)
        if removed is None:
            return
        self.pane.show_goal(None)
        self.fill()
        self._choose_first()

        def undo() -> None:
            if self.acts.restore(removed):
                self.fill()
                self.choose(goal_id)

        self.line.say(self.tr("Het leerdoel is weg. De bijdragen zelf staan er nog."), undo)

    @Slot(str)
    def _on_pane_entry_requested(self, entry_id: str) -> None:
        self.wish = ReadEntry(EntryId(entry_id))
        self.accept()

    def done(self, result: int) -> None:
        """Close, when the text is kept; the second time anyway, with the text on the clipboard."""
        if not self.pane.flush():
            if not self._warned:
                self._warned = True
                self.line.say(
                    self.tr(
                        "Dit leerdoel is nog niet bewaard. Sluit je toch, dan komt de tekst op het"
                        " klembord."
                    )
                )
                return
            QGuiApplication.clipboard().setText(self.pane.editor.text())
        if self.pane.kept is not None:
            self.pane.kept.stop()
        super().done(result)
        self._context.notifier.announce(Changes(goals=True))

# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""One learning goal: its text, which keeps itself, what one can do, and the entries with it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from logbook import texts
from logbook.core.errors import LogbookError
from logbook.core.goal import Goal, GoalId, GoalLine
from logbook.core.search import EntryFilter
from logbook.ui.context import Context
from logbook.ui.editor.markdown_editor import MarkdownEditor
from logbook.ui.goals.goal_history import goal_history
from logbook.ui.kept_text import KeptText
from logbook.ui.logbook.versions_dialog import VersionChoice, VersionsDialog
from logbook.ui.widgets.buttons import Button
from logbook.ui.widgets.columns import FlowLayout
from logbook.ui.widgets.dates import clock, local_day, short_day
from logbook.ui.widgets.entry_link import EntryLink
from logbook.ui.widgets.labels import PlainLabel
from logbook.ui.widgets.layouts import clear_layout

#: So many entries are shown; more are counted.
_SHOWN = 30


class GoalPane(QWidget):
    """The goal that is chosen, or a new one.

    Signals:
        saved(): the text was kept; `goal_id` is known from then on.
        refused(LogbookError): something could not be done.
        state_requested(bool): close the goal (False) or go on with it (True).
        delete_requested(): delete it.
        entry_requested(str): read this entry.
    """

    saved = Signal()
    refused = Signal(object)
    state_requested = Signal(bool)
    delete_requested = Signal()
    entry_requested = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.goal_id: GoalId | None = None
        self._is_open = True
        self.kept: KeptText | None = None
        self._build()
        self._connect_signals()

    def show_goal(self, line: GoalLine | None) -> None:
        """Show a goal; None is a new one. Call `flush` first."""
        goal = line.goal if line is not None else None
        self._follow(goal)
        self.editor.set_text(goal.text if goal else "")
        self.say("")
        self.show_facts(line)

    def show_facts(self, line: GoalLine | None) -> None:
        """Bring what stands below the text up to date; the text stays."""
        there = line is not None
        for each in (self.facts, self.state, self.delete, self._entries_title):
            each.setVisible(there)
        self.versions.setVisible(False)
        clear_layout(self._entries)
        if line is None:
            return
        self._is_open = line.goal.is_open
        self.state.setText(self.tr("Voor nu afronden") if self._is_open else self.tr("Heropenen"))
        self.state.set_icon_name("check" if self._is_open else "rotate-ccw")
        self.facts.setText(self._facts(line))
        try:
            versions = self._context.services.goals.versions(line.goal.id)
            self._fill_entries(line)
        except LogbookError as error:
            self.refused.emit(error)
            return
        self.versions.setVisible(len(versions) > 1)
        self.versions.setText(texts.versions(len(versions)))

    def flush(self) -> bool:
        """Make the text durable; whether that went well."""
        return self.kept is None or self.kept.flush(close_version=True)

    def say(self, sentence: str) -> None:
        """Say something below the text; "" says nothing."""
        self.keeping.setText(sentence)

    # -- building ----------------------------------------------------------------------------------

    def _build(self) -> None:
        body = QVBoxLayout(self)
        body.setContentsMargins(2, 0, 2, 0)
        body.setSpacing(8)
        self.editor = MarkdownEditor(
            self._context.theme,
            self.tr("Leerdoel"),
            self.tr("Wat wil je leren? Bijvoorbeeld: stilte laten duren in een gesprek."),
            parent=self,
        )
        self.editor.set_minimum_lines(3)
        body.addWidget(self.editor)
        self.keeping = PlainLabel("", "small", self, wrap=True)
        body.addWidget(self.keeping)
        self.facts = PlainLabel("", "muted", self, wrap=True)
        body.addWidget(self.facts)
        acts = QWidget(self)
        flow = FlowLayout(acts, 8)
        self.state = Button("", "", "check", acts)
        self.versions = Button("", "quiet", "history", acts)
        self.delete = Button(self.tr("Verwijderen"), "quiet", "trash-2", acts)
        for each in (self.state, self.versions, self.delete):
            flow.addWidget(each)
        body.addWidget(acts)
        body.addSpacing(6)
        self._entries_title = PlainLabel(self.tr("BIJDRAGEN BIJ DIT LEERDOEL"), "section", self)
        body.addWidget(self._entries_title)
        self._entries = QVBoxLayout()
        self._entries.setSpacing(2)
        body.addLayout(self._entries)
        body.addStretch(1)

    def _connect_signals(self) -> None:
        self.editor.text_edited.connect(self._on_editor_text_edited)
        self.editor.focus_left.connect(self._on_editor_focus_left)
        self.state.clicked.connect(self._on_state_clicked)
        self.versions.clicked.connect(self._on_versions_clicked)
        self.delete.clicked.connect(self.delete_requested)

    def _follow(self, goal: Goal | None) -> None:
        if self.kept is not None:
            self.kept.stop()
            self.kept.deleteLater()
        self.goal_id = goal.id if goal else None
        self.kept = KeptText(
            self._write, goal.text if goal else "", goal.head if goal else None, self
        )
        self.kept.saved.connect(self._on_kept_saved)
        self.kept.failed.connect(self._on_kept_failed)

    def _write(self, text: str, base: str | None, close_version: bool) -> str | None:
        goals = self._context.services.goals
        if not text.strip():
            return base  # a goal has a text; what stood there stays
        if self.goal_id is None:
            goal, _ = goals.create(text)
            self.goal_id = goal.id
            return goal.head
        head, _ = goals.edit(self.goal_id, text, base, close_version=close_version)
        return head

    def _facts(self, line: GoalLine) -> str:
        made = short_day(local_day(line.goal.created_at))
        parts = [self.tr("begonnen {day}").format(day=made)]
        if line.goal.closed_at is not None:
            closed = short_day(local_day(line.goal.closed_at))
            parts.append(self.tr("afgerond {day}").format(day=closed))
        parts.append(texts.entries(line.entries))
        if line.last_at is not None:
            last = short_day(local_day(line.last_at))
            parts.append(self.tr("de laatste van {day}").format(day=last))
        words = " · ".join(parts)
        return words[:1].upper() + words[1:]

    def _fill_entries(self, line: GoalLine) -> None:
        found = self._context.services.reading.entries(EntryFilter(goal=line.goal.id), limit=_SHOWN)
        self._entries_title.setVisible(bool(found))
        for summary in found:
            title = summary.title or self.tr("Zonder titel")
            day = short_day(summary.about_date or local_day(summary.created_at))
            link = EntryLink(summary.id, title, day, self)
            link.setToolTip(title)
            link.clicked.connect(self._on_entry_clicked)
            self._entries.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        if line.entries > len(found):
            more = self.tr("en nog {count}").format(count=texts.entries(line.entries - len(found)))
            self._entries.addWidget(PlainLabel(more, "small", self))

    # -- slots -------------------------------------------------------------------------------------

    @Slot()
    def _on_editor_text_edited(self) -> None:
        text = self.editor.text()
        if not text.strip() and self.goal_id is not None:
            self.say(self.tr("Zonder tekst blijft staan wat er stond."))
        elif self.kept is not None:
            self.kept.edit(text)

    @Slot()
    def _on_editor_focus_left(self) -> None:
        if self.kept is not None:
            self.kept.flush()

    @Slot()
    def _on_kept_saved(self) -> None:
        at = self.kept.saved_at if self.kept is not None else None
        if at is not None and self.goal_id is not None:
            self.say(self.tr("Bewaard {time}").format(time=clock(at)))
            self.saved.emit()

    @Slot(object)
    def _on_kept_failed(self, error: LogbookError) -> None:
        self.say(texts.error_sentence(error))

    @Slot()
    def _on_state_clicked(self) -> None:
        if self.flush():
            self.state_requested.emit(not self._is_open)

    @Slot()
    def _on_entry_clicked(self) -> None:
        self.entry_requested.emit(self.sender().property("entry_id"))

    @Slot()
    def _on_versions_clicked(self) -> None:
        if self.goal_id is None or not self.flush():
            return
        goals = self._context.services.goals
        try:
            goal = goals.line(self.goal_id).goal
            history = goal_history(goal, goals.versions(self.goal_id))
        except LogbookError as error:
            self.refused.emit(error)
            return
        library = self._context.services.content.library()
        dialog = VersionsDialog(history, library, self._context.theme, self)
        # Of a goal only whole versions are kept.
        dialog.controls.finer_button.hide()
        chosen: list[VersionChoice] = []
        dialog.restore_requested.connect(chosen.append)
        dialog.restore_requested.connect(dialog.accept)
        dialog.exec()
        dialog.deleteLater()
        if chosen and self.kept is not None:
            self.editor.set_text(chosen[0].value.text)
            self.kept.edit(chosen[0].value.text)
            self.flush()

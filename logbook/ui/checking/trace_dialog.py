# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Nakijken op herleidbaarheid: everything the check finds in one stored entry, to act on.

Says what it cannot see, and never that a text is safe. What is on screen elsewhere must be durable
before this opens.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QBoxLayout,
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from logbook import texts
from logbook.core.entry import Entry, EntryId
from logbook.core.errors import LogbookError
from logbook.services.changes import Changes
from logbook.services.rendering import render_html
from logbook.services.traces import EntryFinding
from logbook.texts.traces import (
    TRACE_LABELS,
    explain_limits,
    traces_found,
    traces_ignored,
    traces_replaced,
)
from logbook.ui.background import run
from logbook.ui.checking.finding_view import FindingView, Scope
from logbook.ui.context import Context
from logbook.ui.widgets.buttons import Button
from logbook.ui.widgets.columns import ReadingColumn
from logbook.ui.widgets.labels import PlainLabel
from logbook.ui.widgets.layouts import lay_beside, resize_on_screen
from logbook.ui.widgets.rich_text import RichText
from logbook.ui.widgets.undo_line import UndoLine

_BESIDE = 620
_ROOMY = 420


class TraceDialog(QDialog):
    """The findings of one entry at the left, the chosen one at the right."""

    def __init__(self, context: Context, entry_id: EntryId, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._entry_id = entry_id
        self._entry: Entry | None = None
        self._found: tuple[EntryFinding, ...] = ()
        self._filling = False
        self.setWindowTitle(self.tr("Nakijken op herleidbaarheid"))
        self._build()
        self._connect_signals()
        resize_on_screen(self, context.theme.px(820), context.theme.px(600))
        self.look()

    @classmethod
    def ask(cls, context: Context, entry_id: EntryId, parent: QWidget | None = None) -> None:
        """Show the findings of an entry until the user is ready."""
        dialog = cls(context, entry_id, parent)
        dialog.exec()
        dialog.deleteLater()

    # -- building ----------------------------------------------------------------------------------

    def _build(self) -> None:
        theme = self._context.theme
        body = QVBoxLayout(self)
        body.setContentsMargins(24, 20, 24, 18)
        body.setSpacing(12)
        title = self.tr("Nakijken op herleidbaarheid")
        self._title = PlainLabel(title, "title", self, wrap=True)
        body.addWidget(self._title)
        self.count = PlainLabel(self.tr("Even kijken …"), "muted", self, wrap=True)
        body.addWidget(self.count)
        self._some = QWidget(self)
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._some)
        self._sides.setContentsMargins(0, 0, 0, 0)
        self._sides.setSpacing(20)
        self.list = QListWidget(self._some)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(self.tr("Wat de controle zag"))
        self._sides.addWidget(self.list, 2)
        self._detail = ReadingColumn(theme, self._some, margins=(0, 0))
        self._detail.setAccessibleName(self.tr("De gekozen plek"))
        self.view = FindingView(theme, self._detail.column)
        self._detail.body.addWidget(self.view)
        self._sides.addWidget(self._detail, 3)
        body.addWidget(self._some, 3)
        self._limits = ReadingColumn(theme, self, margins=(0, 0))
        self._limits.setAccessibleName(self.tr("Wat deze controle niet ziet"))
        words = RichText(theme, self._limits.column, px=15)
        words.setAccessibleName(self.tr("Wat deze controle niet ziet"))
        words.set_html(render_html(explain_limits()))
        self._limits.body.addWidget(words)
        self._limits.body.addStretch(1)
        body.addWidget(self._limits, 2)
        self.line = UndoLine(self)
        body.addWidget(self.line)
        row = QHBoxLayout()
        self.limits_button = Button(self.tr("Wat ze niet ziet"), "", "info", self)
        self.limits_button.setCheckable(True)
        self.close_button = Button(self.tr("Sluiten"), "primary", "", self)
        row.addWidget(self.limits_button)
        row.addStretch(1)
        row.addWidget(self.close_button)
        body.addLayout(row)
        self._some.hide()
        self._limits.hide()
        self.limits_button.hide()

    def _connect_signals(self) -> None:
        self.list.currentRowChanged.connect(self._show_current)
        self.view.replace_requested.connect(self._on_view_replace_requested)
        self.view.ignore_requested.connect(self._on_view_ignore_requested)
        self.limits_button.toggled.connect(self._arrange)
        self.close_button.clicked.connect(self.accept)
        undo = QShortcut(QKeySequence.StandardKey.Undo, self)
        undo.activated.connect(self._on_undo_keys)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        px = self._context.theme.px
        beside = event.size().width() >= px(_BESIDE)
        # With little height the title of the window has to do.
        self._title.setVisible(event.size().height() >= px(_ROOMY))
        lay_beside(self._sides, beside)

    # -- looking -----------------------------------------------------------------------------------

    @Slot()
    def look(self) -> None:
        """Look at the entry as it is stored now."""
        services, entry_id = self._context.services, self._entry_id
        try:
            entry = services.reading.entry(entry_id)
            ignored = services.trace_marks.ignored(entry_id)
        except LogbookError as error:
            self.count.setText(texts.error_sentence(error))
            return

        def find() -> tuple[Entry, tuple[EntryFinding, ...], frozenset[str]]:
            traces = services.traces
            found = traces.in_entry(entry)
            marks = {each: traces.mark(entry_id, each.finding) for each in found}
            left = tuple(each for each in found if marks[each] not in ignored)
            return entry, left, frozenset(marks.values())

        run(find, self._take, self._on_failed, self)

    def _take(self, looked: tuple[Entry, tuple[EntryFinding, ...], frozenset[str]]) -> None:
        self._entry, self._found, present = looked
        try:
            self._context.services.trace_marks.prune(self._entry_id, present)
        except LogbookError as error:
            self.line.say(texts.error_sentence(error))
        row = max(self.list.currentRow(), 0)
        self._filling = True
        self.list.clear()
        for each in self._found:
            kind, words = TRACE_LABELS[each.finding.kind], each.finding.trace.text
            item = QListWidgetItem(f"{' '.join(words.split())} · {kind}", self.list)
            item.setToolTip(each.finding.why)
        self.list.setCurrentRow(min(row, len(self._found) - 1))
        self._filling = False
        self.count.setText(traces_found(len(self._found)))
        first = not self._some.isVisible()
        self._arrange()
        self._show_current()
        if first and self._found:
            self.list.setFocus()

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, LogbookError):
            self.count.setText(texts.error_sentence(error))
            return
        raise error

    @Slot()
    def _arrange(self) -> None:
        """The findings; in their place what is not seen, when asked for or when there are none."""
        some = bool(self._found)
        limits = not some or self.limits_button.isChecked()
        self._some.setVisible(not limits)
        self._limits.setVisible(limits)
        self.limits_button.setVisible(some)
        self.limits_button.setText(
            self.tr("Terug naar de plekken") if limits else self.tr("Wat ze niet ziet")
        )

    @property
    def current(self) -> EntryFinding | None:
        """The finding that is chosen."""
        row = self.list.currentRow()
        return self._found[row] if 0 <= row < len(self._found) else None

    @Slot()
    def _show_current(self) -> None:
        found, entry = self.current, self._entry
        if self._filling or found is None or entry is None:
            return
        services = self._context.services
        answer = entry.answer(found.key)
        wording = answer.wording if answer is not None else None
        question = (wording.prompt_text or wording.block_title) if wording is not None else ""
        locked = ""
        if not services.trace_edits.may_replace(entry, found.key):
            locked = self.tr(
                "Deze bijdrage is voor nu afgerond en verandert daarom niet. Open haar weer om iets"
                " te vervangen. Negeren kan wel."
            )
        roles = services.trace_edits.roles(self._entry_id, found.finding)
        counts = (len(self._meant(found, Scope.SAME)), len(self._meant(found, Scope.KIND)))
        self.view.show_finding(found, question, roles, counts, locked=locked)
        self._detail.verticalScrollBar().setValue(0)

    def _meant(self, found: EntryFinding, scope: Scope) -> tuple[EntryFinding, ...]:
        """The findings an act goes to."""
        if scope is Scope.HERE:
            return (found,)
        if scope is Scope.SAME:
            return self._context.services.traces.same(self._found, found.finding)
        return tuple(each for each in self._found if each.finding.kind == found.finding.kind)

    # -- acting ------------------------------------------------------------------------------------

    @Slot()
    def _on_view_replace_requested(self) -> None:
        found, role = self.current, self.view.role
        if found is None or not role:
            return
        edits, entry_id = self._context.services.trace_edits, self._entry_id
        chosen = edits.roles_for(self._meant(found, self.view.scope), found, role)
        try:
            done = edits.replace(entry_id, chosen)
        except LogbookError as error:
            self.line.say(texts.error_sentence(error))
            return
        self._context.notifier.announce(done.changes)
        sentence = traces_replaced(done.count)
        self.line.say(sentence, lambda: self._undo(lambda: edits.undo(entry_id, done)))
        self.look()

    @Slot()
    def _on_view_ignore_requested(self) -> None:
        found = self.current
        if found is None:
            return
        edits, entry_id = self._context.services.trace_edits, self._entry_id
        meant = self._meant(found, self.view.scope)
        if self.view.scope is Scope.HERE:
            meant = self._meant(found, Scope.SAME)  # the same elsewhere has the same mark
        try:
            marks = edits.ignore(entry_id, [each.finding for each in meant])
        except LogbookError as error:
            self.line.say(texts.error_sentence(error))
            return
        self._context.notifier.announce(Changes(entries=frozenset({entry_id})))
        sentence = traces_ignored(len(meant))
        self.line.say(sentence, lambda: self._undo(lambda: edits.heed(entry_id, marks)))
        self.look()

    def _undo(self, act: Callable[[], Changes]) -> None:
        try:
            self._context.notifier.announce(act())
        except LogbookError as error:
            self.line.say(texts.error_sentence(error))
        self.look()

    @Slot()
    def _on_undo_keys(self) -> None:
        if self.line.button.isVisible():
            self.line.button.click()

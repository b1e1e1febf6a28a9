# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Toen en nu: a question of an earlier entry, asked again beside the answer of then.

Knows which entry is looked back at and where the new answer goes; how both look is left to
`then_now_columns` and the views of the writer.
"""

from __future__ import annotations

from PySide6.QtCore import QPoint, QTimer, Signal, Slot
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QVBoxLayout, QWidget

from logbook.core.entry import EntryId, EntryState
from logbook.core.errors import LogbookError
from logbook.core.exercise import Exercise
from logbook.services.changes import Changes
from logbook.texts.looking_back import ago
from logbook.ui.context import Context
from logbook.ui.exercise.attention import Attention
from logbook.ui.exercise.draft import Draft
from logbook.ui.exercise.rescue import screen_as_markdown
from logbook.ui.printing import print_document
from logbook.ui.revisit.asked import Asked, looking_back, questions
from logbook.ui.revisit.change_part import ChangePart
from logbook.ui.revisit.looked_at import LookedAt, look_at
from logbook.ui.revisit.new_answer import NewAnswer
from logbook.ui.revisit.then_now_acts import ThenNowActs
from logbook.ui.revisit.then_now_bar import ThenNowBar
from logbook.ui.revisit.then_now_columns import ThenNowColumns
from logbook.ui.revisit.then_now_ways import ThenNowWays
from logbook.ui.widgets.columns import ReadingColumn
from logbook.ui.widgets.layouts import settle_layouts
from logbook.ui.widgets.shortcuts import add_shortcut

_WIDTH = 988
#: So much of what stands above the earlier answer stays in view (at 100 % text size).
_ABOVE = 40


class ThenNow(QWidget):
    """One entry looked back at. Open one with `look_back`.

    Signals:
        wished(Wish): the user wants to go somewhere.
    """

    wished = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._acts = ThenNowActs(context, self)
        self.answer = NewAnswer(context, self)
        self._shown: LookedAt | None = None
        self._asked: tuple[Asked, ...] = ()
        self._index = 0
        self._uncovered: set[Asked] = set()
        self._build()
        self._ways = ThenNowWays(self, self._acts)
        self._ways.wished.connect(self.wished)
        self._connect_signals()

    # -- what is on screen -------------------------------------------------------------------------

    @property
    def entry_id(self) -> EntryId | None:
        """The entry that is looked back at; None before the first."""
        return self._shown.entry.id if self._shown else None

    @property
    def draft(self) -> Draft | None:
        """Where the new answer goes; None while the earlier round is still open."""
        return self.answer.draft

    @property
    def asked(self) -> Asked:
        """The question on screen."""
        return self._asked[self._index]

    @property
    def is_covered(self) -> bool:
        """Whether the earlier answer is not to be seen."""
        return self.asked not in self.in_view

    @property
    def in_view(self) -> tuple[Asked, ...]:
        """The questions of which the earlier answer may be seen."""
        covers = self._context.preferences.settings.cover_earlier
        return tuple(each for each in self._asked if not covers or each in self._uncovered)

    def look_back(self, entry_id: EntryId, block: str = "") -> bool:
        """Ask again what this entry answers; False when it cannot be read or kept."""
        if entry_id == self.entry_id and self._goes_on(block):
            self._refresh_earlier()
            self.go_to(self._rank_of(block) if block else self._index)
            return True
        if not self.let_go():
            return False
        try:
            shown = look_at(self._context.services, entry_id)
        except LogbookError as error:
            self._acts.say(error)
            return False
        self._shown = shown
        self._asked = questions(shown.entry, shown.exercise, block)
        self._uncovered.clear()
        self.bar.show_ago(ago(shown.day, self._context.services.today()))
        self._begin()
        self.go_to(self._rank_of(block))
        self._column.verticalScrollBar().setValue(0)
        QTimer.singleShot(0, self.columns, self.columns.focus_work)
        return True

    def go_to(self, index: int) -> None:
        """Show a question by its rank."""
        self.flush()
        self._index = min(max(index, 0), len(self._asked) - 1)
        wordings = [each.wording for each in self._asked]
        self.bar.show_questions(wordings, self._index)
        self.columns.show_question(self.asked, self._index, len(self._asked))
        self._show()

    def flush(self) -> bool:
        """Make everything on screen durable; whether that went well."""
        kept = self.answer.flush()
        return self.change.flush() and kept

    @Slot()
    def print(self) -> None:
        """Let the user print both answers and what changed, as far as nothing is covered."""
        shown = self._shown
        if shown is None or self.is_covered or not self.flush():
            return
        paper = self._acts.paper(shown, self.in_view, self.answer.stored_id, self.change)
        if paper is not None:
            print_document(paper, self)

    def rescue_text(self) -> str:
        """What is on screen and not durable yet."""
        library = self._context.services.content.library()
        pending = (draft for draft in self._drafts if draft.pending)
        return "\n".join(screen_as_markdown(draft, library) for draft in pending)

    def let_go(self) -> bool:
        """Keep everything and put it away; False when it cannot be kept."""
        if not self.flush():
            return False
        self.columns.clear()
        self.change.end()
        self.answer.end()
        self._shown, self._asked = None, ()
        return True

    def apply_changes(self, changes: Changes) -> None:
        """Something changed in the logbook."""
        shown = self._shown
        if shown is None:
            return
        if changes.library and shown.exercise != self._exercise_now(shown):
            self._begin_anew(shown)
        elif changes.touches(shown.entry.id):
            self._refresh_earlier()
            draft = self.draft
            if shown.entry.state is EntryState.CLOSED and self._shown is not None:
                opened = self._shown.entry.state is EntryState.DRAFT
                if opened and draft is not None and not (draft.is_stored or draft.pending):
                    self._begin_anew(shown)  # there is one open round: the earlier one again
                    return
            self._show()

    # -- building ----------------------------------------------------------------------------------

    def _build(self) -> None:
        self.setProperty("role", "page")
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        self.bar = ThenNowBar(self._context, self)
        whole.addWidget(self.bar)
        self._column = ReadingColumn(self._context.theme, self, _WIDTH, (40, 26))
        whole.addWidget(self._column, 1)
        self.columns = ThenNowColumns(self._context, self._column.column)
        self.change = ChangePart(self._context, self._links, self._column.column)
        self._column.body.addWidget(self.columns)
        self._column.body.addSpacing(8)
        self._column.body.addWidget(self.change)
        self._column.body.addStretch(1)

    def _connect_signals(self) -> None:
        bar, columns = self.bar, self.columns
        bar.question_chosen.connect(self.go_to)
        bar.print_requested.connect(self.print)
        columns.step_requested.connect(self._on_step_requested)
        columns.lay_requested.connect(self._uncover)
        columns.notice.connect(self._acts.tell)
        self.change.saving_changed.connect(self._show_keeping)
        answer = self.answer
        answer.value_changed.connect(self._show)
        answer.saving_changed.connect(self._show_keeping)
        answer.reopen_requested.connect(self._on_reopen_requested)
        self._context.preferences.changed.connect(self._on_preferences_changed)
        attention = Attention(self)
        attention.field_left.connect(self._on_field_left)
        attention.program_left.connect(self.flush)
        for keys, slot in (
            ("Ctrl+Return", self._on_next_pressed),
            ("Ctrl+Enter", self._on_next_pressed),
            ("Alt+PgDown", self.columns.go_on),
            ("Alt+PgUp", self.columns.go_back),
            (QKeySequence.StandardKey.Print, self.print),
        ):
            add_shortcut(self, keys, slot)

    @property
    def _drafts(self) -> tuple[Draft, ...]:
        """What is written in here: the new answer, and what changed."""
        return tuple(draft for draft in (self.draft, self.change.draft) if draft is not None)

    # -- opening -----------------------------------------------------------------------------------

    def _begin(self) -> None:
        """Have a place for the new answer: the open round, a new one, or a new note."""
        shown = self._shown
        assert shown is not None, "something is looked back at"
        try:
            self.answer.begin(shown)
        except LogbookError as error:
            self._acts.say(error)
        self.columns.open(shown, self.draft)
        self._show_keeping()

    def _begin_anew(self, shown: LookedAt) -> None:
        block = self.asked.block_id
        if self.let_go():
            self.look_back(shown.entry.id, block)

    def _goes_on(self, block: str) -> bool:
        """Whether what was begun here can go on with this block ("" for any)."""
        known = not block or any(each.block_id == block for each in self._asked)
        return known and self.answer.can_go_on()

    def _exercise_now(self, shown: LookedAt) -> Exercise | None:
        return self._context.services.content.library().exercise(shown.entry.exercise_id)

    def _rank_of(self, block: str) -> int:
        ranks = [rank for rank, each in enumerate(self._asked) if each.block_id == block]
        return ranks[0] if ranks else 0

    def _refresh_earlier(self) -> None:
        shown = self._shown
        if shown is None:
            return
        try:
            self._shown = look_at(self._context.services, shown.entry.id)
        except LogbookError:
            return  # it was deleted for good; what is on screen stays readable
        self.columns.set_earlier(self._shown)

    # -- showing -----------------------------------------------------------------------------------

    @Slot()
    def _show(self) -> None:
        """Bring covers, buttons and the closing part in line with what is there now."""
        answered = self.draft is not None and self.asked.is_answered(self.draft.values())
        covered = self.is_covered
        stored_round = self.answer.is_round and self.answer.stored_id is not None
        exercise = self._shown.exercise if self._shown else None
        self.columns.show_state(
            covered=covered, answered=answered, comparable=stored_round and not covered
        )
        self.bar.print.setEnabled(not covered)
        self.change.setHidden(covered)
        if not covered:
            block = looking_back(exercise, self.asked.block_id)
            self.change.begin(block.title if block else "")

    @Slot()
    def _show_keeping(self) -> None:
        self.bar.show_keeping(self._drafts)

    def _links(self) -> str:
        """The way to both answers, as Markdown."""
        return self._acts.links(self.entry_id, self.answer.stored_id)

    # -- slots -------------------------------------------------------------------------------------

    @Slot()
    def _uncover(self) -> None:
        self.answer.flush()
        had_keyboard = self.columns.has_cover_keyboard()
        self._uncovered.add(self.asked)
        self._show()
        if had_keyboard:
            self.columns.focus_earlier()
        QTimer.singleShot(0, self, self._begin_at_the_top)

    @Slot()
    def _begin_at_the_top(self) -> None:
        """Bring the first lines of the earlier answer into view; the button stood at its last."""
        settle_layouts()
        bar, height = self._column.verticalScrollBar(), self._column.viewport().height()
        top = self.columns.earlier.mapTo(self._column.column, QPoint(0, 0)).y()
        if not bar.value() <= top <= bar.value() + height // 2:
            bar.setValue(top - self._context.theme.px(_ABOVE))

    @Slot()
    def _on_next_pressed(self) -> None:
        """Lay both beside each other; when they are, go to the next question."""
        if self.is_covered and self.draft is not None and self.columns.can_lay:
            self._uncover()
        else:
            self._on_step_requested(1)

    @Slot(int)
    def _on_step_requested(self, step: int) -> None:
        there = self._index + step
        if 0 <= there < len(self._asked):
            self.go_to(there)
            self.columns.focus_work()

    @Slot()
    def _on_field_left(self) -> None:
        if any(draft.pending for draft in self._drafts):
            self.flush()

    @Slot(object)
    def _on_preferences_changed(self, _settings: object) -> None:
        if self._asked:
            self._show()

    @Slot()
    def _on_reopen_requested(self) -> None:
        """The new round was closed elsewhere while words stood here: open it and keep them."""
        draft = self.draft
        if draft is not None and self._acts.reopen(draft.entry_id):
            draft.reload()
            draft.flush()

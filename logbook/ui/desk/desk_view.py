# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The desk as a whole: students on the left, what they sent in the middle, remarks on the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from logbook.core.desk import DeskPacket, StudentView
from logbook.core.errors import LogbookError
from logbook.core.packet import RemarkKind
from logbook.services.changes import Changes
from logbook.ui.acts import Acts
from logbook.ui.desk.desk_acts import DeskActs
from logbook.ui.desk.desk_bar import DeskBar
from logbook.ui.desk.desk_panes import LIST, REMARKS, TEXT, DeskPanes
from logbook.ui.desk.draft_keeper import DraftKeeper, kept_notes
from logbook.ui.desk.packet_document import Passage
from logbook.ui.desk.packet_drop import PacketDrop
from logbook.ui.desk.packet_reader import Mark
from logbook.ui.desk.packet_side import PacketSide
from logbook.ui.desk.remark_column import RemarkColumn
from logbook.ui.desk.selection_bar import SelectionBar
from logbook.ui.desk.starters import Starters
from logbook.ui.desk.student_list import StudentList
from logbook.ui.kept_text import KeptText
from logbook.ui.widgets.empty import EmptyState

if TYPE_CHECKING:
    from logbook.ui.context import Context


class DeskView(QWidget):
    """The supervisor's screens; the page Feedback shows it when the desk is switched on.

    Signals:
        wished(Wish): the user wants to go somewhere (`ui.navigation`).
    """

    wished = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._desk = context.services.desk
        self._acts = Acts(context, self)
        self.acts = DeskActs(context, self)
        self.starters = Starters(context, self)
        self.keeper: DraftKeeper | None = None
        self._notes: KeptText | None = None
        self._view: StudentView | None = None
        self._drop = PacketDrop(self)
        self._build()
        self._connect_signals()

    def _build(self) -> None:
        theme = self._context.theme
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(0)
        self.bar = DeskBar(theme, self)
        body.addWidget(self.bar)
        self._stack = QStackedWidget(self)
        body.addWidget(self._stack, 1)
        self.empty = EmptyState(
            "messages-square",
            self.tr("Je bureau is nog leeg"),
            self.tr(
                "Open een deelpakket dat een student je stuurde, of sleep het hierheen. Het komt"
                " in een eigen bestand op deze computer, los van je logboek."
            ),
            self.tr("Inzending openen"),
            theme,
            self._stack,
        )
        self._stack.addWidget(self.empty)
        self.panes = DeskPanes(theme, self._stack)
        self.students = StudentList(theme, self.panes)
        self.packet = PacketSide(self._context, self.panes)
        self.reader = self.packet.reader
        self.selection = SelectionBar(self.reader)
        self.remarks = RemarkColumn(theme, self.reader, self.panes)
        self.panes.set_sides(self.students, self.packet, self.remarks)
        self._stack.addWidget(self.panes)

    def _connect_signals(self) -> None:
        self.bar.open_requested.connect(self.acts.choose_files)
        self.empty.action_requested.connect(self.acts.choose_files)
        self.bar.give_back_requested.connect(self._on_give_back_requested)
        self.bar.act_chosen.connect(self._on_act_chosen)
        self.students.chosen.connect(self.show_student)
        self.packet.packet_chosen.connect(self.show_packet)
        self.packet.back_requested.connect(self._on_back_requested)
        self.packet.remarks_requested.connect(self._on_remarks_requested)
        self.packet.laid_out.connect(self._mark)
        self.reader.remark_requested.connect(self.begin_remark)
        self.reader.starters_requested.connect(self._on_starters_requested)
        self.reader.looked_at.connect(self._on_looked_at)
        self.reader.mark_chosen.connect(self._turn_to)
        self.selection.kind_chosen.connect(self.begin_remark)
        self.selection.starters_requested.connect(self._on_starters_requested)
        self.remarks.activated.connect(self._on_remark_activated)
        self.remarks.remove_requested.connect(self._on_remove_requested)
        self.remarks.notes_edited.connect(self._on_notes_edited)
        self.remarks.remark_left.connect(self._on_remark_left)
        self.remarks.text_requested.connect(self._on_text_requested)
        self._drop.dropped.connect(self.acts.open_files)
        self.starters.chosen.connect(self._on_starter_chosen)
        self.acts.added.connect(self._on_added)
        self.acts.forgotten.connect(self.refresh)
        self._context.notifier.changed.connect(self._on_changed)
        self._context.theme.changed.connect(self._on_theme_changed)

    # --- what the page calls ------------------------------------------------------------------

    def enter(self) -> None:
        """The desk comes into view: read it anew and put the focus where work begins."""
        self.refresh()
        QTimer.singleShot(0, self, self._focus_first)

    def flush(self) -> bool:
        """Make what is being typed durable; False when that failed."""
        kept = self.keeper is None or self.keeper.flush()
        return (self._notes is None or self._notes.flush()) and kept

    def rescue_text(self) -> str:
        """What could not be made durable; "" when there is nothing."""
        parts = []
        if self.keeper is not None:
            parts.append(self.keeper.rescue_text())
        if self._notes is not None and self._notes.pending:
            parts.append(self._notes.text)
        return "\n\n".join(filter(None, parts))

    # --- showing ------------------------------------------------------------------------------

    @Slot()
    def refresh(self) -> None:
        """Read the list anew; what is on screen stays there."""
        groups = self._acts.ask(self._desk.groups)
        if groups is None:
            return
        views = [view for group in groups for view in group.students]
        self._stack.setCurrentWidget(self.panes if views else self.empty)
        self.bar.show_state(bool(views))
        here = self._view.student.id if self._view else ""
        self._view = next((v for v in views if v.student.id == here), None)
        if self._view is None and views:
            self.show_student(views[0].student.id, by_itself=True)
        if self._view is not None:
            self._show_again()
        self.students.show_groups(groups, self._view.student.id if self._view else "")

    def _show_again(self) -> None:
        """What is on screen with what is known of it now."""
        assert self._view is not None
        found = self.packet.found
        if found is None or self.keeper is None:
            return
        now = next((p for p in self._view.packets if p.packet.id == found.packet.id), None)
        if now is None:
            self.show_student(self._view.student.id, by_itself=True)
        elif now.given != found.given and self.keeper.flush():
            self._show(self._view, now)
        else:
            self.packet.show_packet(self._view, now)

    @Slot(str)
    def show_student(self, student_id: str, *, by_itself: bool = False) -> None:
        """Show the last packet of a student.

        Args:
            by_itself: nobody chose it: it stays new until somebody looks at it.
        """
        view = self._acts.ask(lambda: self._desk.view(student_id))
        if view is None or not self.flush():
            return
        self._view = view
        if view.packets:
            self._show(view, view.packets[0])
        else:
            self._drop_keepers()
            self.packet.show_nothing()
            self.students.set_current(view.student.id)
            self.remarks.setEnabled(False)
        if not by_itself:
            self.panes.take_turn(TEXT)
            self._on_looked_at()

    @Slot(str)
    def show_packet(self, packet_id: str) -> None:
        """Show another packet of the student on screen, or of its own student."""
        found = self._acts.ask(lambda: self._desk.packet(packet_id))
        if found is None or not self.flush():
            return
        view = self._acts.ask(lambda: self._desk.view(found.student))
        if view is not None:
            self._view = view
            self._show(view, found)
            self._on_looked_at()

    def _show(self, view: StudentView, found: DeskPacket) -> None:
        self._drop_keepers()
        self.packet.show_packet(view, found)
        keeper = DraftKeeper(self._desk, found, self)
        self.keeper = keeper
        keeper.changed.connect(self._mark)
        keeper.kept.connect(self._on_kept)
        keeper.failed.connect(self._on_failed)
        student = view.student
        notes = self._acts.ask(lambda: self._desk.notes(student.id)) or ""
        self._notes = kept_notes(self._desk, student.id, notes, self)
        self._notes.failed.connect(self._on_failed)
        self.remarks.setEnabled(True)
        self.remarks.show_keeper(keeper, student.name, notes)
        self._mark()
        self.students.set_current(student.id)

    def _drop_keepers(self) -> None:
        if self.keeper is not None:
            self.keeper.stop()
            self.keeper.deleteLater()
        if self._notes is not None:
            self._notes.stop()
            self._notes.deleteLater()
        self.keeper = self._notes = None

    @Slot()
    def _mark(self) -> None:
        """Show in the text where remarks stand."""
        if self.keeper is None:
            return
        found = self.keeper.found
        remarks = (*found.packet.remarks, *found.remarks_given, *self.keeper.draft.remarks)
        self.reader.show_marks(
            (
                Mark(r.id, r.kind, Passage(r.answer, r.quote.start, r.quote.end))
                for r in remarks
                if r.answer is not None and r.quote is not None
            ),
            self.remarks.current,
        )

    # --- remarking ----------------------------------------------------------------------------

    @Slot(object)
    def begin_remark(self, kind: RemarkKind, text: str = "") -> None:
        """A remark on the selected words; the keyboard goes to its field."""
        passage = self.reader.passage()
        if passage is None or self.keeper is None:
            return
        remark = self.keeper.add(kind, passage, text)
        self.reader.drop_selection()
        self._turn_to(remark.id)

    @Slot(str)
    def _turn_to(self, remark_id: str) -> None:
        if self.panes.beside == 1:
            self.panes.take_turn(REMARKS)
        self._on_remark_activated(remark_id)
        self.remarks.focus_card(remark_id)

    @Slot()
    def _on_starters_requested(self) -> None:
        passage = self.reader.passage()
        if passage is not None:
            self.starters.show_menu(self._chapter(passage.answer), self.selection)

    def _chapter(self, answer: str) -> int | None:
        """The chapter of the exercise that an answer belongs to, when that can be told."""
        found = self.packet.found
        for entry in found.packet.entries if found is not None else ():
            if any(a.id == answer for section in entry.sections for a in section.answers):
                return self._desk.chapter_of(entry.title)
        return None

    @Slot(str)
    def _on_starter_chosen(self, words: str) -> None:
        self.begin_remark(RemarkKind.QUESTION, words)

    # --- slots --------------------------------------------------------------------------------

    @Slot()
    def _focus_first(self) -> None:
        if not self.isVisible():
            return
        if self._stack.currentWidget() is self.empty:
            self.empty.action.setFocus()
        elif self.students.isVisible():
            self.students.focus_current()
        else:
            self.reader.setFocus()

    @Slot()
    def _on_looked_at(self) -> None:
        found = self.packet.found
        if found is not None and not found.seen:
            self._acts.do(lambda: self._desk.mark_seen(found.packet.id))

    @Slot()
    def _on_back_requested(self) -> None:
        self.panes.take_turn(LIST)
        self.students.focus_current()

    @Slot()
    def _on_remarks_requested(self) -> None:
        self.panes.take_turn(REMARKS)
        self.remarks.setFocus()

    @Slot()
    def _on_text_requested(self) -> None:
        self.panes.take_turn(TEXT)
        self.reader.setFocus()

    @Slot(str)
    def _on_remark_left(self, remark_id: str) -> None:
        self.flush()
        self.panes.take_turn(TEXT)
        self.reader.go_behind(remark_id)

    @Slot(str)
    def _on_remark_activated(self, remark_id: str) -> None:
        self.remarks.set_current(remark_id)
        self.reader.set_current(remark_id)
        self.reader.show_remark(remark_id)

    @Slot(str)
    def _on_remove_requested(self, remark_id: str) -> None:
        if self.keeper is None:
            return
        remark = self.keeper.remark(remark_id)
        undo = self.keeper.remove(remark_id)
        self.reader.setFocus()
        if remark is not None and remark.text.strip():
            keeper = self.keeper

            def put_back() -> None:
                if self.keeper is keeper:
                    undo()
                    self.remarks.focus_card(remark_id)

            self._context.messages.show(
                self.tr("De opmerking is weg."),
                action_text=self.tr("Ongedaan maken"),
                action=put_back,
            )

    @Slot(str)
    def _on_notes_edited(self, text: str) -> None:
        if self._notes is not None:
            self._notes.edit(text)

    @Slot()
    def _on_give_back_requested(self) -> None:
        if self.flush():
            self.acts.give_back()

    @Slot(str)
    def _on_act_chosen(self, name: str) -> None:
        if not self.flush() or self._view is None:
            return
        if name == "print":
            self.packet.print()
        elif name == "starters":
            self.starters.change(None)
        else:
            self.acts.carry_out(name, self._view, self.packet.found)

    @Slot(str)
    def _on_added(self, packet_id: str) -> None:
        self.refresh()
        self.show_packet(packet_id)
        self.refresh()
        self.panes.take_turn(TEXT)

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        if changes.desk and self.isVisible():
            self.refresh()

    @Slot(object)
    def _on_kept(self, _changes: Changes) -> None:
        # While one types, only the first and the last word change anything in the list.
        if self.keeper is not None and self._view is not None:
            ready = self.keeper.packet_id in self._view.waiting
            if ready == self.keeper.draft.is_empty:
                self.refresh()

    @Slot(object)
    def _on_failed(self, error: LogbookError) -> None:
        self._acts.say(error)

    @Slot()
    def _on_theme_changed(self) -> None:
        self.packet.refresh()
        self.panes.share()

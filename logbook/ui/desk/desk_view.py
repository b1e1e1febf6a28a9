# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The desk as a whole: students on the left, what they sent in the middle, remarks on the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from logbook.core.desk import DeskPacket, Group, StudentView
from logbook.services.changes import Changes
from logbook.ui.acts import Acts
from logbook.ui.desk.desk_acts import DeskActs
from logbook.ui.desk.desk_bar import DeskBar
from logbook.ui.desk.desk_panes import LIST, REMARKS, TEXT, DeskPanes
from logbook.ui.desk.packet_drop import PacketDrop
from logbook.ui.desk.packet_side import PacketSide
from logbook.ui.desk.passphrases import Passphrases
from logbook.ui.desk.remark_column import RemarkColumn
from logbook.ui.desk.remarking import Remarking
from logbook.ui.desk.student_side import StudentSide
from logbook.ui.desk.taking_in import TakingIn
from logbook.ui.widgets.empty import EmptyState
from logbook.ui.widgets.shortcuts import add_shortcut

if TYPE_CHECKING:
    from logbook.ui.context import Context


class DeskView(QWidget):
    """The supervisor's screens; the page Feedback shows it when the desk is switched on."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._desk = context.services.desk
        self._acts = Acts(context, self)
        passphrases = Passphrases(context.theme, self)
        self.taking = TakingIn(context, passphrases, self)
        self.acts = DeskActs(context, passphrases, self)
        self._view: StudentView | None = None
        self._groups: tuple[Group, ...] = ()
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
        self.side = StudentSide(self._context, self.panes)
        self.students = self.side.list
        self.packet = PacketSide(self._context, self.panes)
        self.reader = self.packet.reader
        self.remarks = RemarkColumn(theme, self.reader, self.panes)
        self.panes.set_sides(self.side, self.packet, self.remarks)
        self.remarking = Remarking(self._context, self.packet, self.remarks, self.panes)
        self._stack.addWidget(self.panes)

    def _connect_signals(self) -> None:
        self.bar.open_requested.connect(self.taking.choose_files)
        self.empty.action_requested.connect(self.taking.choose_files)
        self.bar.give_back_requested.connect(self._on_give_back_requested)
        self.bar.act_chosen.connect(self._on_act_chosen)
        self.students.chosen.connect(self._on_student_chosen)
        self.side.changed.connect(self._on_side_changed)
        self.side.first_requested.connect(self._on_first_requested)
        self.packet.packet_chosen.connect(self.show_packet)
        self.packet.back_requested.connect(self._on_back_requested)
        self.packet.remarks_requested.connect(self._on_remarks_requested)
        self.packet.step_requested.connect(self.step)
        self.reader.looked_at.connect(self._on_looked_at)
        self.remarks.text_requested.connect(self._on_text_requested)
        self.remarking.kept.connect(self._on_kept)
        self._drop.dropped.connect(self.taking.open_files)
        self.taking.added.connect(self._on_added)
        self.acts.forgotten.connect(self.refresh)
        self._context.notifier.changed.connect(self._on_changed)
        self._context.theme.changed.connect(self._on_theme_changed)
        add_shortcut(self, "Alt+PgDown", lambda: self.step(1))
        add_shortcut(self, "Alt+PgUp", lambda: self.step(-1))
        add_shortcut(self, "Ctrl+F", self._on_search_requested)

    # --- what the page calls ------------------------------------------------------------------

    def enter(self) -> None:
        """The desk comes into view: read it anew and put the focus where work begins."""
        self.refresh()
        QTimer.singleShot(0, self, self._focus_first)

    def flush(self) -> bool:
        """Make what is being typed durable; False when that failed."""
        return self.remarking.flush()

    def rescue_text(self) -> str:
        """What could not be made durable; "" when there is nothing."""
        return self.remarking.rescue_text()

    # --- showing ------------------------------------------------------------------------------

    @Slot()
    def refresh(self) -> None:
        """Read the list anew; what is on screen stays there."""
        groups = self._acts.ask(self._desk.groups)
        if groups is None:
            return
        self._groups = groups
        views = [view for group in groups for view in group.students]
        self._stack.setCurrentWidget(self.panes if views else self.empty)
        self.bar.show_state(bool(views))
        here = self._view.student.id if self._view else ""
        self._view = next((v for v in views if v.student.id == here), None)
        if here and self._view is None:
            self.remarking.show_nothing()  # what was typed went with its student
        if self._view is None and views:
            self.show_student(views[0].student.id, by_itself=True)
        if self._view is not None:
            self._show_again()
        self.side.show_groups(groups, self._view.student.id if self._view else "")
        self._show_steps()

    def _show_again(self) -> None:
        """What is on screen with what is known of it now."""
        assert self._view is not None
        found = self.packet.found
        if found is None or self.remarking.keeper is None:
            return
        now = next((p for p in self._view.packets if p.packet.id == found.packet.id), None)
        if now is None:
            self.flush()
            self.remarking.show_nothing()
            self.show_student(self._view.student.id, by_itself=True)
        elif now.given != found.given and self.flush():
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
            self.remarking.show_nothing()
            self.packet.show_nothing()
            self._show_current(view)
        if not by_itself:
            self.panes.take_turn(TEXT)
            self._on_looked_at()

    @Slot(str)
    def show_packet(self, packet_id: str, *, by_itself: bool = False) -> None:
        """Show another packet of the student on screen, or of its own student.

        Args:
            by_itself: as in `show_student`.
        """
        found = self._acts.ask(lambda: self._desk.packet(packet_id))
        if found is None or not self.flush():
            return
        view = self._acts.ask(lambda: self._desk.view(found.student))
        if view is None:
            return
        self._view = view
        self._show(view, found)
        if not by_itself:
            self._on_looked_at()

    @Slot(int)
    def step(self, by: int) -> None:
        """Show the next student of the list, or the one before, and go on reading there."""
        there = self._beside(by)
        if there:
            self._on_student_chosen(there)

    def _beside(self, by: int) -> str:
        """Who stands so many places further in the list; "" for nobody."""
        shown = list(self.students.rows)
        here = self._view.student.id if self._view else ""
        place = shown.index(here) + by if here in shown else 0
        return shown[place] if 0 <= place < len(shown) else ""

    def _show(self, view: StudentView, found: DeskPacket) -> None:
        self.remarking.stop()
        self.packet.show_packet(view, found)
        self.remarking.show(view, found)
        self._show_current(view)

    def _show_current(self, view: StudentView) -> None:
        self.students.set_current(view.student.id)
        self._show_steps()

    def _show_steps(self) -> None:
        self.packet.show_steps(before=bool(self._beside(-1)), after=bool(self._beside(1)))

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
            self.remarking.starters.change(None)
        else:
            self.acts.carry_out(name, self._view, self.packet.found)

    @Slot(str)
    def _on_student_chosen(self, student_id: str) -> None:
        self.show_student(student_id)
        self.reader.setFocus()

    @Slot()
    def _on_side_changed(self) -> None:
        self.side.show_groups(self._groups, self._view.student.id if self._view else "")
        self.reader.show_found(self.side.words)
        self._show_steps()

    @Slot()
    def _on_first_requested(self) -> None:
        first = self.side.first
        if first:
            self._on_student_chosen(first)
            self.reader.go_to_found()

    @Slot()
    def _on_search_requested(self) -> None:
        self.panes.take_turn(LIST)
        self.side.search.setFocus()
        self.side.search.selectAll()

    @Slot(object)
    def _on_added(self, packet_ids: tuple[str, ...]) -> None:
        self.side.show_all()
        self.refresh()
        # They stay new: nobody has read them yet.
        if len(packet_ids) == 1:
            self.show_packet(packet_ids[0], by_itself=True)
        self.panes.take_turn(LIST)
        self.students.focus_current()

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        if changes.desk and self.isVisible():
            self.refresh()

    @Slot()
    def _on_kept(self) -> None:
        # While one types, only the first and the last word change anything in the list.
        keeper = self.remarking.keeper
        if keeper is not None and self._view is not None:
            ready = keeper.packet_id in self._view.waiting
            if ready == keeper.draft.is_empty:
                self.refresh()

    @Slot()
    def _on_theme_changed(self) -> None:
        self.packet.refresh()
        self.panes.share()

# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""What is being said about the packet on screen: remarks on passages, answers, own notes."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot

from logbook.core.desk import DeskPacket, StudentView
from logbook.core.packet import RemarkKind
from logbook.ui.acts import Acts
from logbook.ui.context import Context
from logbook.ui.desk.desk_panes import REMARKS, TEXT, DeskPanes
from logbook.ui.desk.draft_keeper import DraftKeeper, kept_notes
from logbook.ui.desk.packet_document import Passage
from logbook.ui.desk.packet_reader import Mark
from logbook.ui.desk.packet_side import PacketSide
from logbook.ui.desk.remark_column import RemarkColumn
from logbook.ui.desk.selection_bar import SelectionBar
from logbook.ui.desk.starters import Starters
from logbook.ui.kept_text import KeptText


class Remarking(QObject):
    """Ties the text to the remarks beside it, and keeps both.

    Signals:
        kept(): after a commit of the draft.
    """

    kept = Signal()

    def __init__(
        self, context: Context, packet: PacketSide, remarks: RemarkColumn, panes: DeskPanes
    ) -> None:
        super().__init__(panes)
        self._context = context
        self._desk = context.services.desk
        self._acts = Acts(context, self)
        self._packet = packet
        self._remarks = remarks
        self._panes = panes
        self._reader = packet.reader
        self.keeper: DraftKeeper | None = None
        self._notes: KeptText | None = None
        self.selection = SelectionBar(self._reader)
        self.starters = Starters(context, panes)
        packet.laid_out.connect(self._mark)
        reader = self._reader
        reader.remark_requested.connect(self.begin_remark)
        reader.starters_requested.connect(self._on_starters_requested)
        reader.mark_chosen.connect(self._turn_to)
        reader.field_requested.connect(self._on_field_requested)
        self.selection.kind_chosen.connect(self.begin_remark)
        self.selection.starters_requested.connect(self._on_starters_requested)
        remarks.activated.connect(self._on_remark_activated)
        remarks.remove_requested.connect(self._on_remove_requested)
        remarks.notes_edited.connect(self._on_notes_edited)
        remarks.remark_left.connect(self._on_remark_left)
        self.starters.chosen.connect(self._on_starter_chosen)

    # --- keeping ------------------------------------------------------------------------------

    def show(self, view: StudentView, found: DeskPacket) -> None:
        """Show what is said about a packet; call `flush` first."""
        self.stop()
        keeper = DraftKeeper(self._desk, found, self)
        self.keeper = keeper
        keeper.changed.connect(self._mark)
        keeper.kept.connect(self.kept)
        keeper.failed.connect(self._acts.say)
        student = view.student
        notes = self._acts.ask(lambda: self._desk.notes(student.id)) or ""
        self._notes = kept_notes(self._desk, student.id, notes, self)
        self._notes.failed.connect(self._acts.say)
        self._remarks.setEnabled(True)
        self._remarks.show_keeper(keeper, student.name, notes)
        self._mark()

    def show_nothing(self) -> None:
        """There is no packet on screen."""
        self.stop()
        self._remarks.setEnabled(False)

    def stop(self) -> None:
        """Keep nothing more of what is on screen."""
        if self.keeper is not None:
            self.keeper.stop()
            self.keeper.deleteLater()
        if self._notes is not None:
            self._notes.stop()
            self._notes.deleteLater()
        self.keeper = self._notes = None

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

    # --- remarking ----------------------------------------------------------------------------

    @Slot(object)
    def begin_remark(self, kind: RemarkKind, text: str = "") -> None:
        """A remark on the selected words; the keyboard goes to its field."""
        passage = self._reader.passage()
        if passage is None or self.keeper is None:
            return
        remark = self.keeper.add(kind, passage, text)
        self._reader.drop_selection()
        self._turn_to(remark.id)

    @Slot()
    def _mark(self) -> None:
        """Show in the text where remarks stand."""
        if self.keeper is None:
            return
        found = self.keeper.found
        remarks = (*found.packet.remarks, *found.remarks_given, *self.keeper.draft.remarks)
        self._reader.show_marks(
            (
                Mark(r.id, r.kind, Passage(r.answer, r.quote.start, r.quote.end))
                for r in remarks
                if r.answer is not None and r.quote is not None
            ),
            self._remarks.current,
        )

    @Slot(str)
    def _turn_to(self, remark_id: str) -> None:
        if self._panes.beside == 1:
            self._panes.take_turn(REMARKS)
        self._on_remark_activated(remark_id)
        self._remarks.focus_card(remark_id)

    def _chapter(self, answer: str) -> int | None:
        """The chapter of the exercise that an answer belongs to, when that can be told."""
        found = self._packet.found
        for entry in found.packet.entries if found is not None else ():
            if any(a.id == answer for section in entry.sections for a in section.answers):
                return self._desk.chapter_of(entry.title)
        return None

    # --- slots --------------------------------------------------------------------------------

    @Slot()
    def _on_starters_requested(self) -> None:
        passage = self._reader.passage()
        if passage is not None:
            self.starters.show_menu(self._chapter(passage.answer), self.selection)

    @Slot(str)
    def _on_starter_chosen(self, words: str) -> None:
        self.begin_remark(RemarkKind.QUESTION, words)

    @Slot(str)
    def _on_field_requested(self, name: str) -> None:
        if self.keeper is not None:
            if self._panes.beside == 1:
                self._panes.take_turn(REMARKS)
            self._remarks.focus_field(name)

    @Slot(str)
    def _on_remark_left(self, remark_id: str) -> None:
        self.flush()
        self._panes.take_turn(TEXT)
        self._reader.go_behind(remark_id)

    @Slot(str)
    def _on_remark_activated(self, remark_id: str) -> None:
        self._remarks.set_current(remark_id)
        self._reader.set_current(remark_id)
        self._reader.show_remark(remark_id)

    @Slot(str)
    def _on_remove_requested(self, remark_id: str) -> None:
        if self.keeper is None:
            return
        keeper = self.keeper
        remark = keeper.remark(remark_id)
        undo = keeper.remove(remark_id)
        self._reader.setFocus()

        def put_back() -> None:
            if self.keeper is keeper:
                undo()
                self._remarks.focus_card(remark_id)

        if remark is not None and remark.text.strip():
            self._context.messages.show(
                self.tr("De opmerking is weg."),
                action_text=self.tr("Ongedaan maken"),
                action=put_back,
            )

    @Slot(str)
    def _on_notes_edited(self, text: str) -> None:
        if self._notes is not None:
            self._notes.edit(text)

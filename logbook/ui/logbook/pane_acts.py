# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Fills the reading pane and carries out the wishes it sends up, through `EntryActs`."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from logbook import texts
from logbook.core.entry import Entry, EntryId, EntryKind, EntryState
from logbook.core.errors import EntryNotFound, LogbookError
from logbook.core.progress import ExerciseState
from logbook.texts.looking_back import earlier
from logbook.ui.checking.entry_check import EntryCheck
from logbook.ui.context import Context
from logbook.ui.exercise.blocks.tab_order import bring_into_place
from logbook.ui.feedback.beside import RemarksBeside
from logbook.ui.feedback.remarks_bar import NEXT_KEYS, PREVIOUS_KEYS
from logbook.ui.following import wish_to_read
from logbook.ui.fonts import UI_FAMILY
from logbook.ui.labels.entry_tags import GOAL_KEYS, LABEL_KEYS, EntryTags
from logbook.ui.logbook.day_dialog import DayDialog
from logbook.ui.logbook.entry_acts import EntryActs
from logbook.ui.logbook.entry_lines import EntryLines
from logbook.ui.logbook.entry_versions import EntryVersions
from logbook.ui.logbook.linked_from import LinkedFrom
from logbook.ui.logbook.look import Look
from logbook.ui.logbook.margin_reading import MarginReading
from logbook.ui.logbook.reading_pane import TEXT_PX, Reading, ReadingPane
from logbook.ui.logbook.reading_pictures import ReadingPictures
from logbook.ui.navigation import LookBack, OpenEntry, OpenExercise, OpenFeedback, ShareEntries
from logbook.ui.printing import PrintDocument, make_document, print_document
from logbook.ui.revisit.come_back import ComeBack
from logbook.ui.tokens import LIGHT
from logbook.ui.widgets.dates import local_day
from logbook.ui.widgets.shortcuts import add_shortcut

#: Pictures are drawn this much sharper for paper than for a screen.
_SHARP = 3.0
#: The keys that begin a margin note beside the whole entry.
NOTE_KEYS = "Ctrl+Shift+M"


class PaneActs(QObject):
    """Between one reading pane and the services.

    Signals:
        navigation_requested(Wish): an act ends on another page.
    """

    navigation_requested = Signal(object)

    def __init__(
        self, context: Context, pane: ReadingPane, lines: EntryLines, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._pane = pane
        self._lines = lines
        self._window = parent
        self.acts = EntryActs(context, parent)
        self._versions = EntryVersions(context, self.acts, parent)
        self.tags = EntryTags(context, self._entry_shown, pane)
        pane.tags_place.addWidget(self.tags)
        bring_into_place(pane.more, self.tags)
        self.come_back = ComeBack(context, self._kept_entry, pane)
        self.come_back.setContentsMargins(0, 14, 0, 0)
        pane.below_place.addWidget(self.come_back)
        self.linked_from = LinkedFrom(pane)
        pane.below_place.addWidget(self.linked_from)
        self.same_day = LinkedFrom(pane, self.tr("EERDER OP DEZE DAG"))
        pane.below_place.addWidget(self.same_day)
        self.margin = MarginReading(
            context, pane.text, pane.text_place, TEXT_PX, pane.picture, self
        )
        pane.set_margin(self.margin)
        self.remarks = RemarksBeside(context, pane, self)
        self._connect_signals()
        self._connect_parts()

    def read(self, entry_id: EntryId) -> None:
        """Show this entry in the pane, or nothing when it is gone."""
        services = self._context.services
        try:
            entry = services.reading.entry(entry_id)
            summary = services.reading.summary(entry_id)
            sections = services.reading.sections(entry)
            versions = services.reading.versions(entry_id)
            links = services.reading.links_of(entry_id)
            linked_from = services.reading.linked_from(entry_id)
            shared = services.reading.packets_of(entry_id)
            kept = entry.deleted_at is None
            before = services.revisiting.on_this_day(around=entry_id) if kept else ()
        except EntryNotFound:
            self.margin.close(refill=False)
            self.remarks.clear()
            self._pane.clear()
            return
        if not (self.remarks.may_show(entry_id) and self.margin.show_entry(entry)):
            return  # a note or reply that cannot be kept stays on screen; the strip says why
        writable, other_open = self._ways_on(entry)
        title = self._lines.title(summary)
        gone = frozenset(link.id for link in links if not link.there)
        reading = Reading(
            entry, summary, title, sections, versions, writable, other_open, gone, shared
        )
        self.tags.show_entry(entry_id)
        self.tags.set_locked(entry.deleted_at is not None)
        self.come_back.show_entry(entry_id)
        self.come_back.set_locked(entry.deleted_at is not None)
        self.linked_from.show_entries(linked_from)
        self.same_day.show_links(
            [
                (each.entry_id, each.title, earlier(each.span))
                for each in before
                if each.entry_id and each.span
            ]
        )
        self._pane.show_entry(reading, services.content.library())
        self.remarks.show_entry(entry)

    def read_again(self) -> None:
        """Show what is shown as it is now."""
        if self._pane.shown is not None:
            self.read(self._pane.shown.entry.id)

    def flush(self) -> bool:
        """Keep what is being written beside the entry; whether that went well."""
        kept = self.margin.flush()
        kept = self.remarks.flush() and kept
        return self.come_back.flush() and kept

    def rescue_text(self) -> str:
        """What is being written beside the entry and could not be kept."""
        beside = (self.margin, self.remarks, self.come_back)
        parts = (each.rescue_text() for each in beside)
        return "\n".join(filter(None, parts))

    def write(self, entry_id: EntryId) -> None:
        """Go on writing in an entry of the list; a closed one is opened for reading there."""
        self.navigation_requested.emit(OpenEntry(entry_id))

    def remove(self, entry_id: EntryId) -> None:
        """To the bin; from the bin for good."""
        try:
            summary = self._context.services.reading.summary(entry_id)
        except LogbookError as error:
            self._context.messages.show(texts.error_sentence(error), "error")
            return
        title = self._lines.title(summary)
        if summary.deleted_at is None:
            self.acts.move_to_bin(entry_id, title)
        else:
            self.acts.delete_for_good(entry_id, title)

    def print(self) -> None:
        """Print what the pane shows."""
        if self._pane.shown is not None:
            print_document(self.make_print(), self._window)

    def make_print(self) -> PrintDocument:
        """What the pane shows as a document for paper: light, at 100 %."""
        library = self._context.services.content.library()
        look = Look(LIGHT, round, UI_FAMILY)
        theme = self._context.theme
        pictures = ReadingPictures(library, LIGHT, round, _SHARP)
        details = self._pane.meta.text()
        return make_document(
            self._shown.title,
            details,
            self._pane.html(look),
            theme.paper_font(),
            pictures,
            theme.line_room,
        )

    def _ways_on(self, entry: Entry) -> tuple[bool, bool]:
        """Whether there is something to write in, and whether another round is open."""
        if entry.kind is EntryKind.FREE:
            return True, False
        library = self._context.services.content.library()
        exercise = library.exercise(entry.exercise_id)
        if exercise is None:
            return False, False
        if entry.state is EntryState.DRAFT:
            return True, False
        progress = self._context.services.reading.exercise_progress(exercise)
        return True, progress.state is ExerciseState.DRAFT

    def _connect_signals(self) -> None:
        pane, menu = self._pane, self._pane.menu
        pane.write_requested.connect(self._on_write_requested)
        pane.reopen_requested.connect(self._on_reopen_requested)
        pane.open_round_requested.connect(self._on_open_round_requested)
        pane.round_requested.connect(self._on_round_requested)
        pane.versions_requested.connect(self._on_versions_requested)
        pane.day_requested.connect(self._on_day_requested)
        menu.copy.triggered.connect(self._on_copy_requested)
        menu.print.triggered.connect(self.print)
        menu.exports.triggered.connect(self._on_export_triggered)
        menu.remove.triggered.connect(self._on_remove_requested)
        pane.purge_requested.connect(self._on_remove_requested)
        pane.restore_requested.connect(self._on_restore_requested)
        pane.link_activated.connect(self.margin.follow)
        self.acts.navigation_requested.connect(self.navigation_requested)
        menu.look_back.triggered.connect(self.come_back.choose_day)
        menu.intend.triggered.connect(self.come_back.open_form)
        self.come_back.answered.connect(self.read_again)

    def _connect_parts(self) -> None:
        pane, menu = self._pane, self._pane.menu
        pane.pin_requested.connect(self._on_pin_requested)
        menu.label.triggered.connect(self._on_labels_requested)
        menu.goal.triggered.connect(self._on_goals_requested)
        menu.note.triggered.connect(self._on_margin_requested)
        menu.then_now.triggered.connect(self._on_look_back_requested)
        self.check = EntryCheck(self._context, self._kept_entry, self._window)
        menu.check.triggered.connect(self.check.open)
        menu.share.triggered.connect(self.share)
        pane.shared_requested.connect(self._on_shared_requested)
        self.margin.refill_requested.connect(pane.refill)
        self.margin.entry_requested.connect(self._on_entry_requested)
        self.linked_from.entry_requested.connect(self._on_entry_requested)
        self.remarks.wished.connect(self.navigation_requested)
        self.remarks.noted.connect(self.margin.change)
        self.same_day.entry_requested.connect(self._on_entry_requested)
        self.tags.navigation_requested.connect(self.navigation_requested)
        for keys, slot in (
            (LABEL_KEYS, self._on_labels_requested),
            (GOAL_KEYS, self._on_goals_requested),
            (NOTE_KEYS, self._on_margin_requested),
            (NEXT_KEYS, self.remarks.go_next),
            (PREVIOUS_KEYS, self.remarks.go_previous),
        ):
            add_shortcut(self._window, keys, slot)

    def _entry_shown(self) -> EntryId | None:
        return self._pane.shown.entry.id if self._pane.shown is not None else None

    @property
    def _shown(self) -> Reading:
        assert self._pane.shown is not None, "the acts are hidden while nothing is shown"
        return self._pane.shown

    @Slot()
    def _on_write_requested(self) -> None:
        self.write(self._shown.entry.id)

    @Slot()
    def _on_reopen_requested(self) -> None:
        self.acts.reopen(self._shown.entry.id)

    @Slot()
    def _on_open_round_requested(self) -> None:
        self.navigation_requested.emit(OpenExercise(self._shown.entry.exercise_id or ""))

    @Slot()
    def _on_round_requested(self) -> None:
        exercise_id = self._shown.entry.exercise_id or ""
        self.navigation_requested.emit(OpenExercise(exercise_id, new_round=True))

    @Slot()
    def _on_copy_requested(self) -> None:
        self.acts.copy_markdown(self._shown.entry.id)

    @Slot(QAction)
    def _on_export_triggered(self, action: QAction) -> None:
        self.acts.export(self._shown.entry.id, self._shown.title, str(action.data()))

    @Slot()
    def _on_remove_requested(self) -> None:
        self.remove(self._shown.entry.id)

    @Slot()
    def _on_restore_requested(self) -> None:
        self.acts.take_from_bin(self._shown.entry.id)

    @Slot(str)
    def _on_entry_requested(self, entry_id: str) -> None:
        wish = wish_to_read(self._context, entry_id)
        if wish is not None:
            self.navigation_requested.emit(wish)

    @Slot(bool)
    def _on_pin_requested(self, pinned: bool) -> None:
        self.acts.set_pinned(self._shown.entry.id, pinned=pinned)

    @Slot()
    def _on_labels_requested(self) -> None:
        if self._is_kept():
            self.tags.open_labels()

    @Slot()
    def _on_goals_requested(self) -> None:
        if self._is_kept():
            self.tags.open_goals()

    @Slot()
    def _on_margin_requested(self) -> None:
        if self._is_kept() and self._shown.entry.state is EntryState.CLOSED:
            self.margin.begin()

    @Slot()
    def _on_look_back_requested(self) -> None:
        if (entry_id := self._kept_entry()) is not None:
            self.navigation_requested.emit(LookBack(entry_id))

    @Slot()
    def share(self) -> None:
        """Share what is shown."""
        if (entry_id := self._kept_entry()) is not None:
            self.navigation_requested.emit(ShareEntries((entry_id,)))

    @Slot(str)
    def _on_shared_requested(self, packet_id: str) -> None:
        self.navigation_requested.emit(OpenFeedback(packet_id))

    def _kept_entry(self) -> EntryId | None:
        """What is shown, when it is not in the bin; a margin note in the making is kept first."""
        return self._shown.entry.id if self._is_kept() and self.margin.flush() else None

    def _is_kept(self) -> bool:
        """Whether an entry is shown that is not in the bin."""
        return self._pane.shown is not None and self._shown.entry.deleted_at is None

    @Slot()
    def _on_day_requested(self) -> None:
        entry = self._shown.entry
        day = entry.about_date or local_day(entry.created_at)
        choice = DayDialog.ask(day, self._window)
        if choice is not None:
            self.acts.set_about_date(entry.id, choice.day)

    @Slot()
    def _on_versions_requested(self) -> None:
        self._versions.open(self._shown.entry.id)

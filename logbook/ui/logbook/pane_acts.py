# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Fills the reading pane and carries out the wishes it sends up, through `EntryActs`."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from logbook import texts
from logbook.core.entry import AnswerKey, Entry, EntryId, EntryKind, EntryState, Value
from logbook.core.errors import EntryNotFound, LogbookError
from logbook.core.progress import ExerciseState
from logbook.ui.context import Context
from logbook.ui.fonts import UI_FAMILY
from logbook.ui.logbook.day_dialog import DayDialog
from logbook.ui.logbook.entry_acts import EntryActs
from logbook.ui.logbook.entry_lines import EntryLines
from logbook.ui.logbook.reading_html import Look
from logbook.ui.logbook.reading_pane import Reading, ReadingPane
from logbook.ui.logbook.reading_pictures import ReadingPictures
from logbook.ui.logbook.versions_dialog import VersionChoice, VersionsDialog
from logbook.ui.navigation import OpenEntry, OpenExercise
from logbook.ui.printing import PrintDocument, make_document, print_document
from logbook.ui.reference.outside import open_outside
from logbook.ui.tokens import LIGHT
from logbook.ui.widgets.dates import local_day

#: Pictures are drawn this much sharper for paper than for a screen.
_SHARP = 3.0


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
        self._versions: VersionsDialog | None = None
        self.acts = EntryActs(context, parent)
        self._connect_signals()

    def read(self, entry_id: EntryId) -> None:
        """Show this entry in the pane, or nothing when it is gone."""
        services = self._context.services
        try:
            entry = services.reading.entry(entry_id)
            summary = services.reading.summary(entry_id)
            sections = services.reading.sections(entry)
            versions = services.reading.versions(entry_id)
        except EntryNotFound:
            self._pane.clear()
            return
        writable, other_open = self._ways_on(entry)
        title = self._lines.title(summary)
        reading = Reading(entry, summary, title, sections, versions, writable, other_open)
        self._pane.show_entry(reading, services.content.library())

    def read_again(self) -> None:
        """Show what is shown as it is now."""
        if self._pane.shown is not None:
            self.read(self._pane.shown.entry.id)

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
        pane = self._pane
        pane.write_requested.connect(self._on_write_requested)
        pane.reopen_requested.connect(self._on_reopen_requested)
        pane.open_round_requested.connect(self._on_open_round_requested)
        pane.round_requested.connect(self._on_round_requested)
        pane.versions_requested.connect(self._on_versions_requested)
        pane.day_requested.connect(self._on_day_requested)
        pane.copy_requested.connect(self._on_copy_requested)
        pane.print_requested.connect(self.print)
        pane.export_requested.connect(self._on_export_requested)
        pane.remove_requested.connect(self._on_remove_requested)
        pane.purge_requested.connect(self._on_remove_requested)
        pane.restore_requested.connect(self._on_restore_requested)
        pane.link_activated.connect(self._on_link_activated)
        self.acts.navigation_requested.connect(self.navigation_requested)

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

    @Slot(str)
    def _on_export_requested(self, format_name: str) -> None:
        self.acts.export(self._shown.entry.id, self._shown.title, format_name)

    @Slot()
    def _on_remove_requested(self) -> None:
        self.remove(self._shown.entry.id)

    @Slot()
    def _on_restore_requested(self) -> None:
        self.acts.take_from_bin(self._shown.entry.id)

    @Slot(str)
    def _on_link_activated(self, address: str) -> None:
        open_outside(self._context.messages, self._window, address)

    @Slot()
    def _on_day_requested(self) -> None:
        entry = self._shown.entry
        day = entry.about_date or local_day(entry.created_at)
        choice = DayDialog.ask(day, self._window)
        if choice is not None:
            self.acts.set_about_date(entry.id, choice.day)

    @Slot()
    def _on_versions_requested(self) -> None:
        services = self._context.services
        history = services.reading.history(self._shown.entry.id)
        dialog = VersionsDialog(
            history, services.content.library(), self._context.theme, self._window
        )
        dialog.restore_requested.connect(self._on_version_restore_requested)
        self._versions = dialog
        dialog.exec()
        self._versions = None
        dialog.deleteLater()

    @Slot(object)
    def _on_version_restore_requested(self, choice: VersionChoice) -> None:
        entry = self._shown.entry
        before = choice.present
        if not self.acts.restore_version(entry, choice.key, choice.value, choice.head):
            return
        if self._versions is not None:
            self._versions.accept()
        self._context.messages.show(
            self.tr("Deze versie staat er weer."),
            "success",
            self.tr("Ongedaan maken"),
            lambda: self._take_back(entry.id, choice.key, before),
        )

    def _take_back(self, entry_id: EntryId, key: AnswerKey, value: Value) -> None:
        """Put back what stood there before a version was put back: again a version more."""
        entry = self._context.services.reading.entry(entry_id)
        answer = entry.answer(key)
        if answer is not None:
            self.acts.restore_version(entry, key, value, answer.head)

# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Acts of the desk that ask something first: take in, give back, bundle, throw away."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from logbook import texts
from logbook.core.desk import DeskPacket, StudentView
from logbook.core.errors import FileTooLarge, LogbookError
from logbook.core.packet import PACKET_LIMIT
from logbook.core.share_errors import FileTooBig, PassphraseNeeded, PassphraseWrong
from logbook.files.intake import read_bytes
from logbook.services.desk import Arriving
from logbook.texts import desk as words
from logbook.ui.acts import Acts
from logbook.ui.context import Context
from logbook.ui.desk.dialogs import PassphraseDialog, StudentDialog, WhoseDialog
from logbook.ui.desk.give_back_dialog import GiveBackDialog
from logbook.ui.widgets.dates import local_day, short_day

_FOLDER_IN = "desk/folder_in"
_FOLDER_OUT = "desk/folder_out"


class DeskActs(QObject):
    """Carries out acts in the window of a view.

    Signals:
        added(str): id of a packet that was put on the desk, or was there already.
        forgotten(): a student is gone.
    """

    added = Signal(str)
    forgotten = Signal()

    def __init__(self, context: Context, view: QWidget) -> None:
        super().__init__(view)
        self._context = context
        self._view = view
        self._acts = Acts(context, self)
        self._desk = context.services.desk
        #: Passphrases that fitted: often a group has one. In memory only, until closing.
        self._fitted: list[str] = []

    # --- taking in ----------------------------------------------------------------------------

    @Slot()
    def choose_files(self) -> None:
        """Let the user choose packets."""
        names, _ = QFileDialog.getOpenFileNames(
            self._view,
            self.tr("Inzending openen"),
            self._folder(_FOLDER_IN),
            self.tr("Deelpakketten (*.html);;Alle bestanden (*)"),
        )
        if names:
            self._context.memory.set(_FOLDER_IN, str(Path(names[0]).parent))
            self.open_files(map(Path, names))

    def open_files(self, paths: Iterable[Path]) -> None:
        """Put packets on the desk, one after the other; a refused one is told and passed over."""
        known: list[str] = []
        last = ""
        for path in paths:
            arriving = self._look(path)
            if arriving is None or not self._add(arriving):
                continue
            last = arriving.packet.id
            if arriving.known:
                known.append(path.name)
        if known:
            message = self.tr("Deze inzending staat al op je bureau. Er is niets veranderd.")
            if len(known) > 1:
                message = self.tr("Deze inzendingen staan al op je bureau.")
            self._context.messages.show(message)
        if last:
            self.added.emit(last)

    def _look(self, path: Path) -> Arriving | None:
        """What a file holds; asks for a passphrase until one fits or the user stops."""
        try:
            data = read_bytes(path, limit=PACKET_LIMIT)
            for passphrase in (*self._fitted, ""):
                with contextlib.suppress(PassphraseNeeded, PassphraseWrong):
                    return self._opened(data, path.name, passphrase)
            return self._asked(data, path.name)
        except FileTooLarge:
            self._acts.say(FileTooBig(path.name, PACKET_LIMIT))
        except LogbookError as error:
            self._acts.say(error)
        return None

    def _asked(self, data: bytes, name: str) -> Arriving | None:
        question = self.tr("“{name}” is versleuteld. Wat is de wachtzin die jullie afspraken?")
        refused = ""
        while True:
            given = PassphraseDialog.ask(
                self._context.theme, question.format(name=name), self._view, refused
            )
            if given is None:
                return None
            try:
                arriving = self._opened(data, name, given)
            except PassphraseWrong as error:
                refused = texts.error_sentence(error)
                continue
            self._fitted.append(given)
            return arriving

    def _opened(self, data: bytes, name: str, passphrase: str) -> Arriving:
        # Making a key from a passphrase takes a while on purpose.
        QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            return self._desk.look(data, name, passphrase)
        finally:
            QApplication.restoreOverrideCursor()

    def _add(self, arriving: Arriving) -> bool:
        student = arriving.student
        if student is None and not arriving.known:
            student = WhoseDialog.ask(self._context.theme, self._desk, arriving.packet, self._view)
            if student is None:
                return False
        return self._acts.do(lambda: self._desk.add(arriving, student))

    # --- giving back --------------------------------------------------------------------------

    @Slot()
    def give_back(self) -> None:
        """Write the reactions that the user chooses, into a folder that the user chooses."""
        waiting = [
            (view.student.name, found)
            for view in self._views()
            for found in view.packets
            if found.packet.id in view.waiting
        ]
        if not waiting:
            self._context.messages.show(
                self.tr("Er staat nog geen reactie klaar. Zet eerst iets bij de tekst.")
            )
            return
        choice = GiveBackDialog.ask(self._context.theme, waiting, self._view)
        if choice is None:
            return
        names: dict[str, str] = {found.packet.id: student for student, found in waiting}
        if not all(self._unlocked(each, names[each]) for each in choice.packets):
            return
        folder = QFileDialog.getExistingDirectory(
            self._view, self.tr("Waar komen de reacties?"), self._folder(_FOLDER_OUT)
        )
        if not folder:
            return
        self._context.memory.set(_FOLDER_OUT, folder)
        files = self._acts.gain(
            lambda: self._desk.give_back(choice.packets, Path(folder), choice.reader)
        )
        if files:
            listed = "; ".join(f"{each.student}: {each.file}" for each in files)
            self._context.messages.show(
                f"{words.given_back(len(files))} {listed}", "success", timeout_ms=0
            )

    def _unlocked(self, packet_id: str, student: str) -> bool:
        """Whether the key of a packet is there, after asking when it is not."""
        for known in self._fitted:
            if self._acts.ask(lambda: self._desk.is_locked(packet_id)):
                with contextlib.suppress(PassphraseWrong):
                    self._unlock(packet_id, known)
        refused = ""
        while self._acts.ask(lambda: self._desk.is_locked(packet_id)):
            question = self.tr(
                "Wat is de wachtzin van de inzending van {student}?"
                " Je reactie gaat er ook mee dicht."
            ).format(student=student)
            given = PassphraseDialog.ask(self._context.theme, question, self._view, refused)
            if given is None:
                return False
            try:
                self._unlock(packet_id, given)
                self._fitted.append(given)
            except PassphraseWrong as error:
                refused = texts.error_sentence(error)
            except LogbookError as error:
                self._acts.say(error)
                return False
        return True

    def _unlock(self, packet_id: str, passphrase: str) -> None:
        # Making a key from a passphrase takes a while on purpose.
        QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            self._desk.unlock(packet_id, passphrase)
        finally:
            QApplication.restoreOverrideCursor()

    # --- about a student ----------------------------------------------------------------------

    def carry_out(self, name: str, view: StudentView, found: DeskPacket | None) -> None:
        """An act of the menu on the packet on screen, if any, and its student; see `DeskBar`."""
        if name == "bundle" and found is not None:
            self.save_bundle([found.packet.id])
        elif name == "bundle-group":
            group = [v for v in self._views() if v.student.group == view.student.group]
            self.save_bundle([v.packets[0].packet.id for v in group if v.packets])
        elif name == "student":
            self.change_student(view)
        elif name == "remove" and found is not None:
            self.remove_packet(found)
        elif name == "forget":
            self.forget(view)

    def save_bundle(self, packet_ids: list[str]) -> None:
        """Write a reading bundle to a file that the user chooses."""
        from logbook.services.desk_files import save_page

        suggested = str(Path(self._folder(_FOLDER_OUT)) / "leesbundel.html")
        name, _ = QFileDialog.getSaveFileName(
            self._view, self.tr("Leesbundel bewaren"), suggested, self.tr("Webpagina (*.html)")
        )
        if not name:
            return

        def write() -> bool:
            save_page(Path(name), self._desk.bundle(packet_ids))
            return True

        if self._acts.ask(write):
            self._context.messages.show(
                self.tr("De leesbundel is bewaard. Open haar in een browser om te lezen."),
                "success",
            )

    def change_student(self, view: StudentView) -> None:
        """Let the user say how a student is called, and when the next session is."""
        groups = sorted({s.group for s in self._desk.students() if s.group}, key=str.casefold)
        changed = StudentDialog.ask(self._context.theme, view.student, groups, self._view)
        if changed is not None:
            self._acts.do(lambda: self._desk.change_student(changed))

    def remove_packet(self, found: DeskPacket) -> None:
        """Take a packet from the desk, after asking."""
        remove, keep = self.tr("Van je bureau halen"), self.tr("Laten staan")
        sentence = self.tr(
            "De inzending gaat van je bureau, met wat je erbij schreef. Het bestand dat je kreeg,"
            " blijft staan waar het staat."
        )
        chosen = self._context.messages.ask(
            self._view, self.tr("Deze inzending weghalen?"), sentence, keep, remove, keep
        )
        if chosen == remove and self._acts.do(lambda: self._desk.remove_packet(found.packet.id)):
            self.forgotten.emit()

    def forget(self, view: StudentView) -> None:
        """Throw away all of a student, after showing what was given back and what was not."""
        forget, keep = self.tr("Alles weggooien"), self.tr("Bewaren")
        parts = [words.REALLY_GONE, *map(self._what_was_given, reversed(view.packets))]
        title = self.tr("Het traject met {name} afsluiten?").format(name=view.student.name)
        chosen = self._context.messages.ask(
            self._view, title, "\n\n".join((parts[0], "\n".join(parts[1:]))), keep, forget, keep
        )
        if chosen == forget and self._acts.do(lambda: self._desk.forget(view.student.id)):
            self.forgotten.emit()
            self._context.messages.show(
                self.tr("Alles van {name} is weg.").format(name=view.student.name), "success"
            )

    def _what_was_given(self, found: DeskPacket) -> str:
        """What was given back about a packet, and what was not."""
        days = [short_day(local_day(each.at)) for each in found.given]
        words_ = [self.tr("Ronde {n}").format(n=found.packet.round) + ":"]
        if days:
            words_.append(self.tr("teruggegeven op {days}").format(days=texts.joined(days)))
        if not found.draft.is_empty:
            words_.append(self.tr("let op, er staat een reactie klaar die je niet teruggaf"))
        elif not days:
            words_.append(self.tr("niets teruggegeven"))
        return " ".join((words_[0], "; ".join(words_[1:]) + "."))

    def _views(self) -> list[StudentView]:
        """Everybody on the desk, in the order of the list."""
        groups = self._acts.ask(self._desk.groups) or ()
        return [view for group in groups for view in group.students]

    def _folder(self, key: str) -> str:
        return str(self._context.memory.get(key, str(Path.home())))

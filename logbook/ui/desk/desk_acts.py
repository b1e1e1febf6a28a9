# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Acts of the desk that ask something first: give back, bundle, throw away."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from logbook import texts
from logbook.core.desk import DeskPacket, StudentView
from logbook.core.errors import LogbookError
from logbook.texts import desk as words
from logbook.ui.acts import Acts
from logbook.ui.context import Context
from logbook.ui.desk.dialogs import StudentDialog, group_days
from logbook.ui.desk.give_back_dialog import GiveBackDialog, GivenDialog
from logbook.ui.desk.passphrases import Passphrases
from logbook.ui.widgets.dates import local_day, short_day

_FOLDER_OUT = "desk/folder_out"


class DeskActs(QObject):
    """Carries out acts in the window of a view.

    Signals:
        forgotten(): a student is gone.
    """

    forgotten = Signal()

    def __init__(self, context: Context, passphrases: Passphrases, view: QWidget) -> None:
        super().__init__(view)
        self._context = context
        self._view = view
        self._acts = Acts(context, self)
        self._desk = context.services.desk
        self._passphrases = passphrases

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
            GivenDialog.show_files(self._context.theme, files, Path(folder), self._view)

    def _unlocked(self, packet_id: str, student: str) -> bool:
        """Whether the key of a packet is there, after asking when it is not."""
        question = self.tr(
            "Wat is de wachtzin van de inzending van {student}? Je reactie gaat er ook mee dicht."
        ).format(student=student)

        def unlock(passphrase: str) -> bool:
            self._desk.unlock(packet_id, passphrase)
            return True

        try:
            return not self._desk.is_locked(packet_id) or bool(
                self._passphrases.open(unlock, question)
            )
        except LogbookError as error:
            self._acts.say(error)
            return False

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
        groups = group_days(self._desk.students())
        chosen = StudentDialog.ask(self._context.theme, view.student, groups, self._view)
        if chosen is not None:
            changed, with_group = chosen
            self._acts.do(lambda: self._desk.change_student(changed, with_group=with_group))

    def remove_packet(self, found: DeskPacket) -> None:
        """Take a packet from the desk, after asking."""
        sentence = self.tr(
            "De inzending gaat van je bureau, met wat je erbij schreef. Het bestand dat je kreeg,"
            " blijft staan waar het staat."
        )
        sure = self._context.messages.may_lose(
            self._view,
            self.tr("Deze inzending weghalen?"),
            sentence,
            self.tr("Van je bureau halen"),
            self.tr("Laten staan"),
        )
        if sure and self._acts.do(lambda: self._desk.remove_packet(found.packet.id)):
            self.forgotten.emit()

    def forget(self, view: StudentView) -> None:
        """Throw away all of a student, after showing what was given back and what was not."""
        parts = [words.REALLY_GONE, *map(self._what_was_given, reversed(view.packets))]
        title = self.tr("Het traject met {name} afsluiten?").format(name=view.student.name)
        text = "\n\n".join((parts[0], "\n".join(parts[1:])))
        lose, keep = self.tr("Alles weggooien"), self.tr("Bewaren")
        sure = self._context.messages.may_lose(self._view, title, text, lose, keep)
        if sure and self._acts.do(lambda: self._desk.forget(view.student.id)):
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

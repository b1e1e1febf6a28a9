# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Taking packets in, a whole evening's at once: asks whose they are, and tells once how it went."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from logbook.core.desk import Student
from logbook.core.errors import FileTooLarge, LogbookError
from logbook.core.packet import PACKET_LIMIT
from logbook.core.share_errors import FileTooBig, PassphraseNeeded
from logbook.files.intake import read_bytes
from logbook.services.desk_intake import Arriving
from logbook.texts import desk as words
from logbook.ui.context import Context
from logbook.ui.desk.dialogs import WhoseDialog
from logbook.ui.desk.passphrases import Passphrases
from logbook.ui.messages import Kind

_FOLDER = "desk/folder_in"


@dataclass
class _Run:
    """What became of the files of one go.

    Args:
        last: who was described last: who comes next is often in the same group.
    """

    total: int
    place: int = 0
    shown: list[str] = field(default_factory=list)
    added: int = 0
    known: list[str] = field(default_factory=list)
    skipped: list[str] = field(default_factory=list)
    refused: list[LogbookError] = field(default_factory=list)
    last: Student | None = None


class TakingIn(QObject):
    """Puts packets on the desk.

    Signals:
        added(tuple[str, ...]): ids of packets that were put on the desk, or were there already.
    """

    added = Signal(object)

    def __init__(self, context: Context, passphrases: Passphrases, view: QWidget) -> None:
        super().__init__(view)
        self._context = context
        self._view = view
        self._passphrases = passphrases
        self._desk = context.services.desk

    @Slot()
    def choose_files(self) -> None:
        """Let the user choose packets."""
        memory = self._context.memory
        names, _ = QFileDialog.getOpenFileNames(
            self._view,
            self.tr("Inzending openen"),
            str(memory.get(_FOLDER, str(Path.home()))),
            self.tr("Deelpakketten (*.html);;Alle bestanden (*)"),
        )
        if names:
            memory.set(_FOLDER, str(Path(names[0]).parent))
            self.open_files(map(Path, names))

    def open_files(self, paths: Iterable[Path]) -> None:
        """Put packets on the desk one after the other; what is refused is told at the end."""
        files = list(paths)
        run = _Run(len(files))
        for run.place, path in enumerate(files, 1):
            try:
                self._take(path, run)
            except FileTooLarge:
                run.refused.append(FileTooBig(path.name, PACKET_LIMIT))
            except LogbookError as error:
                run.refused.append(error)
        told = words.taken_in(run.added, run.known, run.skipped, run.refused)
        if told:
            kind: Kind = "warning" if run.refused else "success" if run.added else "info"
            self._context.messages.show(told, kind)
        if run.shown:
            self.added.emit(tuple(run.shown))

    def _take(self, path: Path, run: _Run) -> None:
        arriving = self._look(path, run)
        student = arriving.student if arriving is not None else None
        if arriving is not None and student is None and not arriving.known:
            student = self._whose(arriving, path, run)
        if arriving is None or (student is None and not arriving.known):
            run.skipped.append(path.name)
            return
        changes = self._desk.add(arriving, student)
        run.shown.append(arriving.packet.id)
        if arriving.known:
            run.known.append(path.name)
        else:
            run.added += 1
        self._context.notifier.announce(changes)

    def _look(self, path: Path, run: _Run) -> Arriving | None:
        """What a file holds; asks for a passphrase until one fits or the user stops."""
        data = read_bytes(path, limit=PACKET_LIMIT)
        try:
            return self._desk.look(data, path.name)
        except PassphraseNeeded:
            question = self.tr("“{name}” is versleuteld. Wat is de wachtzin die jullie afspraken?")
            return self._passphrases.open(
                lambda passphrase: self._desk.look(data, path.name, passphrase),
                question.format(name=path.name),
                self._skip(run),
            )

    def _whose(self, arriving: Arriving, path: Path, run: _Run) -> Student | None:
        where = path.name
        if run.total > 1:
            where = self.tr("Bestand {n} van {total}: {name}").format(
                n=run.place, total=run.total, name=path.name
            )
        student = WhoseDialog.ask(
            self._context.theme, self._desk, arriving.packet, self._view, where, run.last,
            self._skip(run),
        )  # fmt: skip
        run.last = student or run.last
        return student

    def _skip(self, run: _Run) -> str:
        return self.tr("Overslaan") if run.total > 1 else ""

# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""When the logbook cannot be opened: what is said, and what the user can do about it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from logbook import texts
from logbook.core.errors import LogbookError
from logbook.ui.theme import Theme
from logbook.ui.trouble_window import Choice, TroubleWindow
from logbook.ui.window_lock import Holder, WindowLock


class Trouble(QObject):
    """Shows one trouble at a time in a window of its own.

    Signals:
        retry_requested(): try to open the logbook again.
        logbook_chosen(str): open this file instead.
        quit_requested(): end the program.
    """

    retry_requested = Signal()
    logbook_chosen = Signal(str)
    quit_requested = Signal()

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._logbook = Path()
        self.window: TroubleWindow | None = None

    def finish(self) -> None:
        """The trouble is over."""
        if self.window is not None:
            self.window.finish()
            self.window = None

    def tell_error(self, logbook: Path, error: LogbookError) -> None:
        """The logbook could not be opened."""
        self._logbook = logbook
        self._tell(
            self.tr("Je logboek gaat nu niet open"),
            texts.error_sentence(error),
            (
                Choice("again", self.tr("Opnieuw proberen")),
                Choice("other", self.tr("Ander logboek kiezen")),
                Choice("new", self.tr("Nieuw logboek beginnen")),
                Choice("folder", self.tr("Map openen")),
                Choice("close", self.tr("Sluiten")),
            ),
        )

    def tell_lock(self, logbook: Path, holder: Holder | None) -> None:
        """Another window has the logbook."""
        self._logbook = logbook
        if holder is None or holder.is_here:
            self._tell(
                self.tr("Dit logboek is al open"),
                self.tr(
                    "Er is al een venster met dit logboek. Eén venster tegelijk kan erin "
                    "schrijven, zo raakt er niets kwijt."
                ),
                (
                    Choice("show", self.tr("Dat venster laten zien")),
                    Choice("again", self.tr("Opnieuw proberen")),
                    Choice("other", self.tr("Ander logboek kiezen")),
                    Choice("close", self.tr("Sluiten")),
                ),
            )
            return
        self._tell(
            self.tr("Dit logboek is op een andere computer open"),
            self.tr(
                "Op de computer “{host}” is een venster met dit logboek open, of dat venster is "
                "daar niet netjes gesloten. Sluit het daar eerst en wacht tot het bestand is "
                "bijgewerkt. Weet je zeker dat het daar dicht is, open het dan hier."
            ).format(host=holder.host),
            (
                Choice("again", self.tr("Opnieuw proberen")),
                Choice("take_over", self.tr("Toch hier openen")),
                Choice("other", self.tr("Ander logboek kiezen")),
                Choice("close", self.tr("Sluiten")),
            ),
        )

    def _tell(self, title: str, sentence: str, choices: tuple[Choice, ...]) -> None:
        before, self.window = self.window, None
        window = TroubleWindow(self._theme, title, sentence, str(self._logbook), choices)
        window.chosen.connect(self._on_window_chosen)
        self.window = window
        if before is not None:
            window.setGeometry(before.geometry())
            before.finish()
        window.show()

    @Slot(str)
    def _on_window_chosen(self, choice: str) -> None:
        if choice == "again":
            self.retry_requested.emit()
        elif choice == "close":
            self.quit_requested.emit()
        elif choice == "folder":
            folder = self._logbook.parent
            while not folder.is_dir() and folder != folder.parent:
                folder = folder.parent
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
        elif choice == "show":
            self._show_other_window()
        elif choice == "take_over":
            lock = WindowLock(self._logbook)
            if lock.take_over():
                lock.release()
            self.retry_requested.emit()
        else:
            self._choose_logbook(new=choice == "new")

    def _show_other_window(self) -> None:
        from logbook.ui.single_instance import ask_to_show

        if ask_to_show(self._logbook):
            self.quit_requested.emit()
            return
        self._tell(
            self.tr("Het andere venster antwoordt niet"),
            self.tr(
                "Misschien is het nog bezig met openen of sluiten. Je logboek is veilig. Wacht "
                "even en probeer het opnieuw."
            ),
            (
                Choice("again", self.tr("Opnieuw proberen")),
                Choice("show", self.tr("Dat venster laten zien")),
                Choice("close", self.tr("Sluiten")),
            ),
        )

    def _choose_logbook(self, new: bool) -> None:
        folder, kinds = str(self._logbook.parent), self.tr("Logboeken (*.db);;Alle bestanden (*)")
        if new:
            caption = self.tr("Waar komt je nieuwe logboek?")
            name, _ = QFileDialog.getSaveFileName(
                self.window,
                caption,
                str(Path(folder) / "nieuw-logboek.db"),
                kinds,
                options=QFileDialog.Option.DontConfirmOverwrite,
            )
        else:
            name, _ = QFileDialog.getOpenFileName(
                self.window, self.tr("Kies een logboek"), folder, kinds
            )
        if name:
            self.logbook_chosen.emit(name)

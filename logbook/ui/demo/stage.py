# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Where the demo plays: the real window on a throw-away logbook, and a folder for its pictures.

Tells each step in Dutch, takes the pictures and holds on to mistakes of the program.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QThreadPool
from PySide6.QtWidgets import QApplication

from logbook.paths import Paths, find_paths
from logbook.ui.demo.hands import NotSeen, settle, wait_until
from logbook.ui.main_window import MainWindow
from logbook.ui.session import Session
from logbook.ui.unexpected import Unexpected

SIZE = (1280, 800)
_log = logging.getLogger(__name__)


class _Mistakes(Unexpected):
    """Keeps mistakes instead of showing a dialog that nobody would close."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self.seen: list[str] = []

    def handle(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        self.seen.append(kind.__name__)
        _log.error("in the demo", exc_info=(kind, error, trace))


class Stage:
    """The window, opened and closed as a user does.

    Args:
        home: a new folder for data, settings and cache.
        folder: where pictures and exports go.
        say: told each step.
    """

    def __init__(
        self, app: QApplication, home: Path, folder: Path, say: Callable[[str], None]
    ) -> None:
        self.paths: Paths = find_paths({"LOGBOOK_HOME": str(home)})
        self.folder = folder
        self.steps: list[str] = []
        self.pictures: list[Path] = []
        self.mistakes = _Mistakes(app)
        self._app = app
        self._say = say
        self._session: Session | None = None

    @property
    def window(self) -> MainWindow:
        """The window that is open.

        Raises:
            NotSeen: there is none.
        """
        window = self._session.window if self._session is not None else None
        if window is None:
            raise NotSeen("Het venster is niet open.")
        return window

    def step(self, sentence: str) -> None:
        """Tell the next step; what went wrong before it ends the demo."""
        if self.mistakes.seen:
            raise NotSeen(f"Het programma maakte een fout: {self.mistakes.seen[0]}.")
        self.steps.append(sentence)
        self._say(f"{len(self.steps)}. {sentence}")

    def check(self, holds: bool, sentence: str) -> None:
        """Stop with this sentence when something does not hold.

        Raises:
            NotSeen.
        """
        if not holds:
            raise NotSeen(sentence)

    def open(self) -> None:
        """Start the program."""
        self._session = Session(self._app, self.paths, self.mistakes)
        self._session.start()
        self.window.resize(*SIZE)
        self.window.activateWindow()
        wait_until(self.window.isActiveWindow, "Het venster werd niet actief.")
        settle()

    def close(self) -> None:
        """Close the window, as its cross does."""
        if self._session is None:
            return
        session, self._session = self._session, None
        if session.window is not None:
            session.window.close()
        session.close()
        session.theme.deleteLater()
        session.deleteLater()
        self._app.styleHints().unsetColorScheme()
        settle()

    def picture(self, name: str) -> Path:
        """Save what the window shows."""
        settle()
        QThreadPool.globalInstance().waitForDone(5_000)
        settle()
        path = self.folder / f"{len(self.pictures) + 1:02}-{name}.png"
        if not self.window.grab().save(str(path)):
            raise NotSeen(f"{path} kon niet worden geschreven.")
        self.pictures.append(path)
        return path

# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Starts the window: the Qt application, its Dutch texts, the hook for mistakes, the session."""

from __future__ import annotations

import logging
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from logbook.ui.icons import ASSETS
from logbook.ui.quick_start import begin_quickly, go_on_as_usual

if TYPE_CHECKING:
    from logbook.paths import Paths
    from logbook.ui.quit_signals import QuitSignals
    from logbook.ui.session import Session

_NAME = "Logboek"


def main(arguments: Sequence[str]) -> int:
    """Open the window, or a preview, or walk through the program (`demo`); the exit code.

    Args:
        arguments: what came after the program's name: `--logbook FILE`, `demo …`,
            `exercises preview …`, or nothing.
    """
    logbook, rest = split_arguments(arguments)
    if not rest:
        begin_quickly()
    from logbook.bootstrap import set_private_umask
    from logbook.paths import find_paths

    set_private_umask()
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(name)s: %(message)s")
    if rest[:2] == ["exercises", "preview"]:
        from logbook.ui.preview.command import run_preview

        return run_preview(rest[2:])
    if rest:
        from logbook.ui.demo.command import run_demo

        return run_demo(rest[1:])
    return run(find_paths(logbook=logbook))


def split_arguments(arguments: Sequence[str]) -> tuple[Path | None, list[str]]:
    """The logbook that was asked for, and what is left."""
    logbook: Path | None = None
    rest: list[str] = []
    waiting = iter(arguments)
    for argument in waiting:
        if argument == "--logbook":
            logbook = Path(next(waiting))
        elif argument.startswith("--logbook="):
            logbook = Path(argument.partition("=")[2])
        else:
            rest.append(argument)
    return logbook, rest


def run(paths: Paths) -> int:
    """Show the window on a logbook until it is closed; the exit code."""
    from logbook.ui.lasting_none import enough_for_a_start

    held = enough_for_a_start()
    app = _make_application()
    from logbook.ui.session import Session
    from logbook.ui.unexpected import Unexpected

    unexpected = Unexpected(app)
    sys.excepthook = unexpected.handle
    session = Session(app, paths, unexpected)
    rest = _Rest(app, session)
    session.start()
    if session.window is None:
        rest.prepare()
    code = app.exec()
    sys.excepthook = sys.__excepthook__
    rest.close()
    session.close()
    del held
    return code


class _Rest:
    """What a running program needs and its first paint does not."""

    def __init__(self, app: QApplication, session: Session) -> None:
        self._app = app
        self._session = session
        self._signals: QuitSignals | None = None
        session.painted.connect(self.prepare)

    def prepare(self) -> None:
        """Make it, once."""
        if self._signals is not None:
            return
        from logbook.ui.lasting_none import keep_none
        from logbook.ui.quit_signals import QuitSignals

        keep_none()
        self._signals = QuitSignals(self._app)
        self._signals.quit_requested.connect(self._session.end_now)
        go_on_as_usual()

    def close(self) -> None:
        """Let go of what was made."""
        if self._signals is not None:
            self._signals.close()


def make_application() -> QApplication:
    """The Qt application with Dutch dates, numbers and standard buttons."""
    from logbook.ui.lasting_none import keep_none

    keep_none()
    return _make_application()


def _make_application() -> QApplication:
    QLocale.setDefault(QLocale("nl_NL"))
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        # Here, and not with setStyle: that would make every enumeration of QStyle at once.
        app = QApplication([_NAME, "-style", "fusion"])
    app.setApplicationName(_NAME)
    app.setApplicationDisplayName(_NAME)
    app.setDesktopFileName("logboek")
    app.setQuitOnLastWindowClosed(False)
    # The Dutch of Qt itself, and of what it left in English.
    qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    for name, folder in (("qtbase_nl", qt), ("qt_rest_nl", str(ASSETS / "translations"))):
        dutch = QTranslator(app)
        if dutch.load(name, folder):
            app.installTranslator(dutch)
    return app

# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""From opening a logbook to closing it: lock, services, window, and what may go wrong there."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QObject, Signal, Slot

from logbook import texts
from logbook.bootstrap import Services, open_services
from logbook.core.errors import FolderUnusable, LogbookError
from logbook.settings import Settings, load_settings
from logbook.ui.context import Context
from logbook.ui.main_window import MainWindow
from logbook.ui.memory import WindowMemory
from logbook.ui.messages import Messages
from logbook.ui.notifier import Notifier
from logbook.ui.placement import show_in_place
from logbook.ui.preferences import Preferences
from logbook.ui.theme import Theme
from logbook.ui.window_lock import WindowLock

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from logbook.paths import Paths
    from logbook.ui.trouble import Trouble
    from logbook.ui.unexpected import Unexpected

_log = logging.getLogger(__name__)


class Session(QObject):
    """One run of the program: at most one window on one logbook.

    Args:
        paths: where things are; `logbook` in it gives way to the one in the settings unless it
            was asked for on the command line or in the environment.

    Signals:
        painted(): the window was drawn for the first time.
    """

    painted = Signal()

    def __init__(self, app: QApplication, paths: Paths, unexpected: Unexpected) -> None:
        super().__init__(app)
        self._app = app
        self._paths = paths
        self._unexpected = unexpected
        self._lock: WindowLock | None = None
        self._services: Services | None = None
        self._requests: QObject | None = None
        self._trouble: Trouble | None = None
        self._reopen = False
        self.window: MainWindow | None = None
        self.theme = Theme(app, self)
        self._settings_error: LogbookError | None = None
        self.preferences = Preferences(paths.settings, self._load_settings(), self.theme, self)
        app.commitDataRequest.connect(self._keep)

    @property
    def logbook(self) -> Path:
        """The file that is open or should be."""
        chosen = self.preferences.settings.logbook
        try:
            return self._paths.with_choice(chosen).logbook
        except FolderUnusable:
            return Path(chosen)

    def start(self) -> None:
        """Put the look in force and open the logbook."""
        self.theme.apply(self.preferences.settings)
        self.open()

    @Slot()
    def open(self) -> None:
        """Open the logbook and show its window, or say why that cannot be."""
        try:
            paths = self._paths.with_choice(self.preferences.settings.logbook)
            self._make_folder(paths.logbook.parent)
            lock = WindowLock(paths.logbook)
            if not lock.take():
                self._in_trouble().tell_lock(self.logbook, lock.holder())
                return
            self._lock = lock
            self._services = open_services(paths, create=True)
        except LogbookError as error:
            self._release()
            self._in_trouble().tell_error(self.logbook, error)
            return
        self._show_window(self._services)

    @Slot()
    def end_now(self) -> None:
        """The process must end: keep all text without asking anything, and quit."""
        if self.window is not None and not self.window.keep_everything():
            from logbook.ui.closing import rescue_quietly

            text = self.window.stack.rescue_text()
            if text:
                rescue_quietly(text, (self._paths.data, Path.home()))
        self._app.quit()

    def close(self) -> None:
        """Let go of the logbook."""
        self._unexpected.set_window(None, None)
        if self.window is not None:
            self.window.hide()
        self._release()

    # --- opening

    def _load_settings(self) -> Settings:
        try:
            return load_settings(self._paths.settings)
        except LogbookError as error:
            self._settings_error = error
            return Settings()

    def _make_folder(self, folder: Path) -> None:
        try:
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        except OSError as error:
            raise FolderUnusable(str(folder), str(error)) from error

    def _show_window(self, services: Services) -> None:
        messages = Messages(self.theme)
        context = Context(
            services,
            self.theme,
            Notifier(),
            messages,
            self.preferences,
            WindowMemory(services.paths.window),
        )
        window = MainWindow(context)
        messages.setParent(window)
        context.notifier.setParent(window)
        window.painted.connect(self._on_window_painted)
        window.closed.connect(self._on_window_closed)
        window.restart_requested.connect(self._on_restart_requested)
        self.window = window
        self._unexpected.set_window(window, messages)
        window.open_at_start()
        if self._settings_error is not None:
            messages.show(texts.error_sentence(self._settings_error), "warning")
            self._settings_error = None
        show_in_place(window, context.memory)
        if self._trouble is not None:
            self._trouble.finish()

    @Slot()
    def _on_window_painted(self) -> None:
        self.painted.emit()
        # Not before the first paint: QtNetwork costs time, and nobody asks so soon.
        from logbook.ui.single_instance import ShowRequests

        requests = ShowRequests(self.logbook, self)
        requests.show_requested.connect(self._on_show_requested)
        self._requests = requests

    @Slot()
    def _on_show_requested(self) -> None:
        if self.window is not None:
            state = self.window.windowState() & ~QtCore.Qt.WindowState.WindowMinimized
            self.window.setWindowState(state | QtCore.Qt.WindowState.WindowActive)
            self.window.show()
            self.window.raise_()
            self.window.activateWindow()

    # --- closing

    @Slot()
    def _keep(self) -> None:
        if self.window is not None:
            self.window.keep_everything()

    @Slot()
    def _on_window_closed(self) -> None:
        window, self.window = self.window, None
        self._unexpected.set_window(None, None)
        if window is not None:
            # Screens may still be busy with the logbook until the window is gone.
            window.destroyed.connect(self._on_window_destroyed)
            window.deleteLater()

    @Slot()
    def _on_window_destroyed(self) -> None:
        self._release()
        if self._reopen:
            self._reopen = False
            self.open()
        else:
            self._app.quit()

    @Slot()
    def _on_restart_requested(self) -> None:
        """The logbook has another place: close this window and open that one."""
        if self.window is None:
            return
        self._paths = self._paths._replace(asked_for=False)
        self._reopen = True
        if not self.window.close():
            self._reopen = False

    def _release(self) -> None:
        if self._requests is not None:
            self._requests.deleteLater()
            self._requests = None
        if self._services is not None:
            services, self._services = self._services, None
            try:
                services.close()
            except LogbookError as error:
                _log.warning("closing the logbook: %s", type(error).__name__)
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    # --- trouble

    def _in_trouble(self) -> Trouble:
        # Not at the top: most starts never need it.
        from logbook.ui.trouble import Trouble

        if self._trouble is None:
            made = Trouble(self.theme, self)
            made.retry_requested.connect(self.open)
            made.quit_requested.connect(self._app.quit)
            made.logbook_chosen.connect(self._on_trouble_logbook_chosen)
            self._trouble = made
        return self._trouble

    @Slot(str)
    def _on_trouble_logbook_chosen(self, name: str) -> None:
        if self._paths.asked_for:
            self._paths = self._paths._replace(logbook=Path(name))
        else:
            self.preferences.change(logbook=name)
        self.open()

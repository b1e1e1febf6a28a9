# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The last resort: what is shown and logged when our own code made a mistake.

The log and the details hold places in our code and kinds of errors, never what a user wrote:
the text of an unknown error may quote it, so it is left out.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from logbook import texts
from logbook.core.errors import LogbookError

if TYPE_CHECKING:
    from types import TracebackType

    from PySide6.QtWidgets import QWidget

    from logbook.ui.messages import Messages

_log = logging.getLogger(__name__)


class Unexpected(QObject):
    """Takes the place of `sys.excepthook` while the window is open."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._messages: Messages | None = None
        self._window: QWidget | None = None
        self._showing = False

    def set_window(self, window: QWidget | None, messages: Messages | None) -> None:
        """Where to speak to the user from now on."""
        self._window = window
        self._messages = messages

    def handle(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """As `sys.excepthook`."""
        if isinstance(error, LogbookError) and self._messages is not None:
            _log.warning("unhandled expected failure: %s", kind.__name__)
            self._messages.show(texts.error_sentence(error), "error")
            return
        from logbook.ui.unexpected_dialog import UnexpectedDialog, describe

        details = describe(error, trace)
        _log.error("unexpected error\n%s", details)
        if self._showing or issubclass(kind, KeyboardInterrupt):
            return
        self._showing = True
        dialog = UnexpectedDialog(details, self._window)
        dialog.exec()
        dialog.deleteLater()
        self._showing = False

# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Links that lead out of the program: opened only after the user said yes."""

from __future__ import annotations

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QWidget

from logbook.ui.messages import Messages

_SCHEMES = ("http", "https", "mailto")


def open_outside(messages: Messages, parent: QWidget, address: str) -> bool:
    """Ask, and open a web or mail address after yes; every other address is left alone.

    Returns:
        Whether it was opened.
    """
    url = QUrl(address, QUrl.ParsingMode.StrictMode)
    if not url.isValid() or url.scheme().lower() not in _SCHEMES:
        return False
    if url.scheme().lower() == "mailto":
        title = QApplication.translate("Outside", "Deze link opent je mailprogramma")
    else:
        title = QApplication.translate("Outside", "Deze link opent je browser")
    yes = QApplication.translate("Outside", "Openen")
    no = QApplication.translate("Outside", "Hier blijven")
    if messages.ask(parent, title, url.toDisplayString(), yes, no) != yes:
        return False
    return QDesktopServices.openUrl(url)

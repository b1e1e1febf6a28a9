# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Takes package files that are dropped on a window; everything else falls through."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QMimeData, QObject, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from logbook.texts.packages import ENDING
from logbook.ui.navigation import OpenPage

if TYPE_CHECKING:
    from logbook.ui.navigator import Navigator
    from logbook.ui.page_stack import PageStack


def accept_packages(window: QWidget, navigator: Navigator, stack: PageStack) -> None:
    """Let a package that is dropped on a window be shown by its library."""

    def show(path: str) -> None:
        navigator.carry_out(OpenPage("exercises"))
        library: Any = stack.page("exercises")
        library.open_package(Path(path))

    PackageDrop(window).dropped.connect(show)


class PackageDrop(QObject):
    """Watches for drops on a window.

    Signals:
        dropped(str): the path of a package file.
    """

    dropped = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDragEnterEvent):
            if not package_in(event.mimeData()):
                return False
            event.acceptProposedAction()
            return True
        if isinstance(event, QDropEvent) and event.type() == QEvent.Type.Drop:
            path = package_in(event.mimeData())
            if path:
                event.acceptProposedAction()
                self.dropped.emit(path)
                return True
        return super().eventFilter(watched, event)


def package_in(data: QMimeData) -> str:
    """The path of the one package file in what is dragged, or ""."""
    files = [url.toLocalFile() for url in data.urls() if url.isLocalFile()]
    if len(files) != 1 or Path(files[0]).suffix.lower() != ENDING:
        return ""
    return files[0]

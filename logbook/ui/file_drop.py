# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Takes files that are dropped on a window, of one kind each; everything else falls through."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QMimeData, QObject, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from logbook.texts.packages import ENDING
from logbook.ui.navigation import OpenDesk, OpenFeedbackFile, OpenPage

if TYPE_CHECKING:
    from logbook.ui.navigator import Navigator
    from logbook.ui.page_stack import PageStack

#: How the files end that a reader gives back: of a packet, and a Word document with comments.
_REACTION, _DOCUMENT = ".json", ".docx"


class FileDrop(QObject):
    """Watches for drops on a window.

    Args:
        wanted: the files of its kind in what is dragged; empty lets the drop fall through.

    Signals:
        dropped(Path): one of these files.
    """

    dropped = Signal(object)

    def __init__(self, window: QWidget, wanted: Callable[[QMimeData], list[Path]]) -> None:
        super().__init__(window)
        self._wanted = wanted
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_drop = event.type() == QEvent.Type.Drop
        if isinstance(event, QDragEnterEvent) or (is_drop and isinstance(event, QDropEvent)):
            files = self._wanted(event.mimeData())
            if files:
                event.acceptProposedAction()
                if is_drop:
                    for file in files:
                        self.dropped.emit(file)
                return True
        return super().eventFilter(watched, event)


def accept_packages(window: QWidget, navigator: Navigator, stack: PageStack) -> None:
    """Let a package that is dropped on a window be shown by its library."""

    def show(path: Path) -> None:
        navigator.carry_out(OpenPage("exercises"))
        library: Any = stack.page("exercises")
        library.open_package(path)

    FileDrop(window, package_files).dropped.connect(show)


def accept_reactions(window: QWidget, navigator: Navigator) -> None:
    """Let reactions of readers that are dropped on a window be looked at; all of one drop."""

    def show(path: Path) -> None:
        navigator.carry_out(OpenFeedbackFile(path))

    FileDrop(window, reaction_files).dropped.connect(show)


def accept_packets(
    window: QWidget, navigator: Navigator, stack: PageStack, wanted: Callable[[], bool]
) -> None:
    """Let packets of students that are dropped on a window come to the desk, when it is on."""
    from logbook.ui.desk.packet_drop import packet_files

    waiting: list[Path] = []

    def show() -> None:
        navigator.carry_out(OpenDesk())
        page: Any = stack.page("feedback")
        files, waiting[:] = list(waiting), []
        page.open_packets(files)

    def keep(path: Path) -> None:
        waiting.append(path)
        if len(waiting) == 1:
            # Opening asks questions: whoever dragged must not wait for the answers.
            QTimer.singleShot(0, window, show)

    drop = FileDrop(window, lambda data: packet_files(data) if wanted() else [])
    drop.dropped.connect(keep)


def exercise_files(data: QMimeData) -> list[Path]:
    """The exercise files in what is dragged; empty when there is anything else among it.

    Also what was saved as something else: the preview tells how to save it.
    """
    # Not at the top: few windows ever see a file above them.
    from logbook.services.previewing import could_be_meant

    files = _files(data)
    return files if all(could_be_meant(file.name) for file in files) else []


def package_files(data: QMimeData) -> list[Path]:
    """The one package file in what is dragged; empty when it is something else or more."""
    files = _files(data)
    return files if len(files) == 1 and files[0].suffix.lower() == ENDING else []


def reaction_files(data: QMimeData) -> list[Path]:
    """The files that a reader may have given back; empty when there is anything else among it."""
    files = _files(data)
    return files if all(_could_be_reaction(file) for file in files) else []


def _could_be_reaction(file: Path) -> bool:
    if file.suffix.lower() != _DOCUMENT:
        return file.suffix.lower() == _REACTION
    from logbook.ui.feedback.incoming import may_have_comments  # few documents are ever dropped

    return may_have_comments(file)


def _files(data: QMimeData) -> list[Path]:
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]

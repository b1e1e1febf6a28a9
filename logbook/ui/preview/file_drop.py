# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Takes exercise files that are dropped on a window; everything else falls through."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget


class ExerciseDrop(QObject):
    """Watches for drops on a window.

    Signals:
        dropped(Path): an exercise file.
    """

    dropped = Signal(object)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_drop = event.type() == QEvent.Type.Drop
        if isinstance(event, QDragEnterEvent) or (is_drop and isinstance(event, QDropEvent)):
            files = exercise_files(event.mimeData())
            if files:
                event.acceptProposedAction()
            if is_drop:
                for file in files:
                    self.dropped.emit(file)
            if files:
                return True
        return super().eventFilter(watched, event)


def exercise_files(data: QMimeData) -> list[Path]:
    """The exercise files in what is dragged; empty when there is anything else among it.

    Also what was saved as something else: the preview tells how to save it.
    """
    # Not at the top: few windows ever see a file above them.
    from logbook.services.previewing import could_be_meant

    files = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return files if files and all(could_be_meant(file.name) for file in files) else []

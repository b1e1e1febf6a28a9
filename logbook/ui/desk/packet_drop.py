# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Packets that are dropped on the desk, all at once; everything else falls through."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

_ENDINGS = (".html", ".htm")


class PacketDrop(QObject):
    """Watches for drops on a widget.

    Signals:
        dropped(list[Path]): the web pages among what was dropped.
    """

    dropped = Signal(object)

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        widget.setAcceptDrops(True)
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_drop = event.type() == QEvent.Type.Drop
        if isinstance(event, QDragEnterEvent) or (is_drop and isinstance(event, QDropEvent)):
            files = packet_files(event.mimeData())
            if files:
                event.acceptProposedAction()
                if is_drop:
                    # Opening asks questions: whoever dragged must not wait for the answers.
                    QTimer.singleShot(0, self, lambda: self.dropped.emit(files))
                return True
        return super().eventFilter(watched, event)


def packet_files(data: QMimeData) -> list[Path]:
    """The web pages in what is dragged; what they hold is looked at when they are opened."""
    files = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return [file for file in files if file.suffix.lower() in _ENDINGS]

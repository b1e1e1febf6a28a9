# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Where photos come in: dropped, pasted or chosen; and how far making them ready has come."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from logbook.texts.photos import photo_of
from logbook.ui.theme import Theme
from logbook.ui.widgets.buttons import Button
from logbook.ui.widgets.columns import FlowLayout
from logbook.ui.widgets.labels import PlainLabel, set_role


class DropZone(QFrame):
    """The place to drop photos on, with buttons that do the same.

    Signals:
        files_chosen(list): paths of files.
        dropped(QMimeData), pasted(QMimeData): what may hold photos.
        stop_requested(): no more photos.
    """

    files_chosen = Signal(list)
    dropped = Signal(object)
    pasted = Signal(object)
    stop_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setProperty("role", "case")
        self.setAcceptDrops(True)
        words = self.tr("Sleep foto’s hierheen, plak er een, of kies ze van je computer.")
        self.words = PlainLabel(words, "body", self, wrap=True)
        kinds = self.tr(
            "JPEG, PNG of WebP, hooguit 20 MB. De foto wordt verkleind gekopieerd; gegevens over "
            "plaats en camera gaan eraf. Je eigen bestand blijft zoals het is."
        )
        about = PlainLabel(kinds, "small", self, wrap=True)
        self.choose = Button(self.tr("Foto’s kiezen …"), "", "folder-open", self)
        self.paste = Button(self.tr("Plakken"), "", "copy", self)
        self.choose.clicked.connect(self._on_choose_clicked)
        self.paste.clicked.connect(self.take_clipboard)
        flow = FlowLayout(spacing=10)
        flow.addWidget(self.choose)
        flow.addWidget(self.paste)
        body = QVBoxLayout(self)
        body.setContentsMargins(18, 14, 18, 14)
        body.setSpacing(10)
        body.addWidget(self.words)
        body.addLayout(flow)
        body.addWidget(about)
        body.addWidget(self._build_progress())

    def _build_progress(self) -> QWidget:
        self.progress = QWidget(self)
        self.bar = QProgressBar(self.progress)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Foto’s die worden toegevoegd"))
        self.counter = PlainLabel("", "small", self.progress)
        self.stop = Button(self.tr("Stoppen"), "quiet", "x", self.progress)
        self.stop.clicked.connect(self.stop_requested)
        row = QHBoxLayout(self.progress)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.bar, 1)
        row.addWidget(self.counter)
        row.addWidget(self.stop)
        self.progress.hide()
        return self.progress

    def show_progress(self, place: int, total: int) -> None:
        """Which photo is at work."""
        self.bar.setRange(0, total)
        self.bar.setValue(place - 1)
        self.counter.setText(photo_of(place, total))
        self.progress.show()

    def hide_progress(self) -> None:
        """Nothing is at work."""
        had_focus = self.stop.hasFocus()
        self.progress.hide()
        if had_focus:
            self.choose.setFocus()

    @Slot()
    def take_clipboard(self) -> None:
        """Hand on what stands on the clipboard."""
        self.pasted.emit(QApplication.clipboard().mimeData())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        data: QMimeData = event.mimeData()
        if data.hasUrls() or data.hasImage():
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            set_role(self, "tip")

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        set_role(self, "case")
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        set_role(self, "case")
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.dropped.emit(event.mimeData())

    @Slot()
    def _on_choose_clicked(self) -> None:
        # Every file can be chosen: what the bytes say counts, not the ending of a name.
        photos = self.tr("Foto’s ({endings})").format(
            endings="*.jpg *.jpeg *.png *.webp *.heic *.JPG *.JPEG *.PNG *.WEBP *.HEIC"
        )
        everything = self.tr("Alle bestanden (*)")
        found, _ = QFileDialog.getOpenFileNames(
            self, self.tr("Foto’s kiezen"), "", f"{photos};;{everything}"
        )
        if found:
            self.files_chosen.emit([Path(each) for each in found])

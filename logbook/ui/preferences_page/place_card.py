# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Where the logbook lives: shown, opened, and moved to another folder."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from logbook.core.errors import LogbookError
from logbook.services.place import synced_by
from logbook.texts import error_sentence
from logbook.ui.context import Context
from logbook.ui.widgets.buttons import Button
from logbook.ui.widgets.columns import FlowLayout
from logbook.ui.widgets.frames import CardFrame
from logbook.ui.widgets.labels import PlainLabel


class PlaceCard(CardFrame):
    """The file of the logbook.

    Signals:
        move_requested(Path): move the logbook to this file.
    """

    move_requested = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        path = context.services.paths.logbook
        self._path = path
        self.body.addWidget(PlainLabel(self.tr("Waar je logboek staat"), "strong", self))
        place = PlainLabel(str(path), "body", self, wrap=True)
        place.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        place.setAccessibleName(self.tr("Bestand van het logboek: {path}").format(path=path))
        self.body.addWidget(place)
        service = synced_by(path)
        if service:
            sentence = self.tr(
                "Deze map wordt bijgehouden door {service}. Alles blijft goed bewaard, maar je "
                "teksten gaan zo ook naar een andere computer. Een gewone map is beter."
            ).format(service=service)
            self.body.addWidget(PlainLabel(sentence, "caution", self, wrap=True))
        else:
            sentence = self.tr(
                "Eén bestand op deze computer. Er gaat niets naar het internet. "
                "Maak zelf af en toe een kopie, bijvoorbeeld op een usb-stick."
            )
            self.body.addWidget(PlainLabel(sentence, "small", self, wrap=True))
        row = FlowLayout(spacing=8)
        self.folder_button = Button(self.tr("Map openen"), "", "folder-open", self)
        self.move_button = Button(self.tr("Verplaatsen …"), "", "folder", self)
        row.addWidget(self.folder_button)
        row.addWidget(self.move_button)
        self.body.addSpacing(4)
        self.body.addLayout(row)
        self.folder_button.clicked.connect(self._on_show_folder_clicked)
        self.move_button.clicked.connect(self._on_move_clicked)

    @Slot()
    def _on_show_folder_clicked(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._path.parent)))

    @Slot()
    def _on_move_clicked(self) -> None:
        folder = QFileDialog.getExistingDirectory(
            self, self.tr("Kies de map voor je logboek"), str(self._path.parent)
        )
        if folder:
            self.move_requested.emit(Path(folder) / self._path.name)


def move_logbook(context: Context, target: Path) -> bool:
    """Move the logbook and remember its place; False when it stays, and then the strip says why."""
    try:
        context.services.move(target)
    except LogbookError as error:
        context.messages.show(error_sentence(error), "error")
        return False
    context.preferences.change(logbook=str(target))
    return True

# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Giving back: which reactions, how one signs, and which file is for whom afterwards.

What is written, `desk_acts` does.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QLineEdit, QWidget

from logbook.core.desk import NAME_LIMIT, DeskPacket, tidy_name
from logbook.services.desk_files import GivenFile
from logbook.texts import desk as words
from logbook.texts.remarks import remarks
from logbook.ui.desk.dialogs import AskDialog
from logbook.ui.theme import Theme
from logbook.ui.widgets.buttons import Button
from logbook.ui.widgets.labels import PlainLabel


@dataclass(frozen=True, slots=True)
class GiveBack:
    """What is given back: ids of packets, and how the supervisor signs."""

    packets: tuple[str, ...]
    reader: str


class GiveBackDialog(AskDialog):
    """A box for each reaction that is ready; the one on screen is ticked, the others too."""

    def __init__(
        self,
        theme: Theme,
        waiting: list[tuple[str, DeskPacket]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, self.tr("Feedback teruggeven"), self.tr("Kies een map …"), parent)
        self.boxes: dict[str, QCheckBox] = {}
        for student, found in waiting:
            written = sum(bool(r.text.strip()) for r in found.draft.remarks)
            told = remarks(written) if written else self.tr("een reactie")
            caption = self.tr("{student}, ronde {round}: {words}").format(
                student=student.replace("&", "&&"), round=found.packet.round, words=told
            )
            box = QCheckBox(caption, self)
            box.setChecked(True)
            box.toggled.connect(self._on_toggled)
            self.body.addWidget(box)
            self.boxes[found.packet.id] = box
        label = PlainLabel(self.tr("Hoe onderteken je?"), "strong", self)
        self.reader = QLineEdit(self)
        self.reader.setMaxLength(NAME_LIMIT)
        self.reader.setAccessibleName(label.text())
        self.reader.setText(next((f.draft.reader for _, f in waiting if f.draft.reader), ""))
        label.setBuddy(self.reader)
        self.body.addSpacing(4)
        self.body.addWidget(label)
        self.body.addWidget(self.reader)
        note = self.tr(
            "Elke reactie wordt een bestand met een naam die niets zegt. Kwam de inzending"
            " versleuteld, dan gaat de reactie met dezelfde wachtzin terug. Wat je teruggaf, kun"
            " je daarna niet meer veranderen; je kunt er wel iets bij zetten."
        )
        self.body.addWidget(PlainLabel(note, "small", self, wrap=True))

    @classmethod
    def ask(
        cls, theme: Theme, waiting: list[tuple[str, DeskPacket]], parent: QWidget | None
    ) -> GiveBack | None:
        """What was chosen, None when the dialog was closed."""
        dialog = cls(theme, waiting, parent)
        given = dialog.exec() == QDialog.DialogCode.Accepted
        choice = dialog.choice
        dialog.deleteLater()
        return choice if given and choice.packets else None

    @property
    def choice(self) -> GiveBack:
        """What is chosen now."""
        packets = tuple(i for i, box in self.boxes.items() if box.isChecked())
        return GiveBack(packets, tidy_name(self.reader.text()))

    @Slot()
    def _on_toggled(self) -> None:
        self.go.setEnabled(bool(self.choice.packets))


class GivenDialog(AskDialog):
    """Which file is for whom: their names say nothing, and each has to go to its own student."""

    def __init__(
        self,
        theme: Theme,
        files: Iterable[GivenFile],
        folder: Path,
        parent: QWidget | None = None,
    ) -> None:
        files = tuple(files)
        super().__init__(theme, self.tr("Teruggegeven"), self.tr("Sluiten"), parent)
        self.cancel.hide()
        self._folder = folder
        self.body.addWidget(PlainLabel(words.given_back(len(files)), "body", self, wrap=True))
        for each in files:
            row = QHBoxLayout()
            row.setSpacing(12)
            row.addWidget(PlainLabel(each.student, "strong", self, wrap=True), 1)
            name = PlainLabel(each.file, "body", self)
            name.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            row.addWidget(name)
            self.body.addLayout(row)
        note = self.tr("Welk bestand voor wie is, staat straks ook bij de student.")
        self.body.addWidget(PlainLabel(note, "small", self, wrap=True))
        self.show_folder = Button(self.tr("Map openen"), "quiet", "folder-open", self)
        self.show_folder.clicked.connect(self._on_show_folder_clicked)
        self.row.insertWidget(0, self.show_folder)

    @classmethod
    def show_files(
        cls, theme: Theme, files: Iterable[GivenFile], folder: Path, parent: QWidget | None
    ) -> None:
        """Show it until the user closes it."""
        dialog = cls(theme, files, folder, parent)
        dialog.exec()
        dialog.deleteLater()

    @Slot()
    def _on_show_folder_clicked(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))

# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Giving back: which reactions, and how one signs. What is written, `desk_acts` does."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QDialog, QLineEdit, QWidget

from logbook.core.desk import NAME_LIMIT, DeskPacket, tidy_name
from logbook.texts.remarks import remarks
from logbook.ui.desk.dialogs import AskDialog
from logbook.ui.theme import Theme
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
            words = remarks(written) if written else self.tr("een reactie")
            caption = self.tr("{student}, ronde {round}: {words}").format(
                student=student.replace("&", "&&"), round=found.packet.round, words=words
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

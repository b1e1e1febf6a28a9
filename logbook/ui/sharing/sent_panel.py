# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""After sending: where the file stands, its passphrase once more, and what happens now."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QWidget

from logbook.core.sharing import SentPacket, ShareFormat
from logbook.ui.context import Context
from logbook.ui.widgets.buttons import Button
from logbook.ui.widgets.columns import FlowLayout, ReadingColumn
from logbook.ui.widgets.frames import CardFrame
from logbook.ui.widgets.labels import PlainLabel


class SentPanel(ReadingColumn):
    """Says what to do next. The passphrase is shown until one goes on, and kept nowhere.

    Signals:
        done_requested(), feedback_requested(): on to Logboek, or to Feedback.
    """

    done_requested = Signal()
    feedback_requested = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context.theme, parent, width=760, margins=(32, 24))
        self._context = context
        self._path = Path()
        self.setAccessibleName(self.tr("Het bestand staat klaar"))
        self.body.addWidget(
            PlainLabel(self.tr("Het bestand staat klaar"), "page-title", self.column, wrap=True)
        )
        self.place = PlainLabel("", "body", self.column, wrap=True)
        self.body.addWidget(self.place)
        row = QWidget(self.column)
        flow = FlowLayout(row, 8)
        self.folder = Button(self.tr("Toon in map"), "primary", "folder-open", row)
        self.finish = Button(self.tr("Naar Logboek"), "", "", row)
        self.feedback = Button(self.tr("Naar Feedback"), "quiet", "", row)
        for each in (self.folder, self.finish, self.feedback):
            flow.addWidget(each)
        self.body.addWidget(row)
        self._build_passphrase()
        steps = CardFrame(self.column)
        steps.body.addWidget(PlainLabel(self.tr("Wat er nu gebeurt"), "heading", steps))
        self.steps = [PlainLabel("", "body", steps, wrap=True) for _ in range(3)]
        for label in self.steps:
            steps.body.addWidget(label)
        self.body.addWidget(steps)
        self.body.addStretch(1)
        self.folder.clicked.connect(self._on_folder_clicked)
        self.finish.clicked.connect(self.done_requested)
        self.feedback.clicked.connect(self.feedback_requested)
        self.copy.clicked.connect(self._on_copy_clicked)

    def _build_passphrase(self) -> None:
        self._card = CardFrame(self.column)
        body = self._card.body
        body.addWidget(PlainLabel(self.tr("De wachtzin"), "heading", self._card))
        self.words = PlainLabel("", "title", self._card, wrap=True)
        body.addWidget(self.words)
        told = self.tr(
            "Geef de wachtzin langs een andere weg dan het bestand: bellen, of zeggen. Schrijf "
            "haar nu ergens op: je hebt haar ook nodig om de reactie te openen, en hierna staat "
            "ze nergens meer."
        )
        body.addWidget(PlainLabel(told, "muted", self._card, wrap=True))
        row = QWidget(self._card)
        self.copy = Button(self.tr("Kopieer"), "", "copy", row)
        self.copy.setAccessibleName(self.tr("Kopieer de wachtzin"))
        FlowLayout(row, 8).addWidget(self.copy)
        body.addWidget(row)
        self.body.addWidget(self._card)

    def show_sent(self, packet: SentPacket, path: Path, passphrase: str) -> None:
        """Tell about a packet that was sent."""
        self._path = path
        self.place.setText(self.tr("Het staat hier: {path}").format(path=path))
        self.words.setText(passphrase)
        self._card.setVisible(bool(passphrase))
        reader = packet.reader or self.tr("de ander")
        for label, words in zip(self.steps, self._next(packet, reader), strict=True):
            label.setText(words)
            label.setVisible(bool(words))
        self.verticalScrollBar().setValue(0)
        self.folder.setFocus()

    def forget(self) -> None:
        """Let go of the passphrase."""
        self.words.clear()

    def _next(self, packet: SentPacket, reader: str) -> tuple[str, str, str]:
        give = self.tr("1. Geef het bestand aan {reader}.").format(reader=reader)
        comes = {
            ShareFormat.PACKET: self.tr(
                "2. Wie het opent, kan woorden kiezen en er iets bij schrijven. Met ‘Bewaar "
                "reactie’ ontstaat een klein bestand; dat krijg jij terug."
            ),
            ShareFormat.DOCX: self.tr(
                "2. Wie het opent, zet er opmerkingen in met Word of LibreOffice, bewaart het en "
                "geeft het terug."
            ),
        }
        home = self.tr(
            "3. Wat je terugkrijgt, haal je binnen bij Feedback. De opmerkingen komen naast je "
            "eigen tekst, ook als je die intussen veranderde."
        )
        if packet.format not in comes:
            alone = self.tr("2. Een reactie hierop komt niet vanzelf terug in Logboek.")
            return give, alone, ""
        return give, comes[packet.format], home

    @Slot()
    def _on_folder_clicked(self) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._path.parent))):
            self._context.messages.show(
                self.tr("De map kon niet worden geopend. Het bestand staat er wel."), "warning"
            )

    @Slot()
    def _on_copy_clicked(self) -> None:
        QGuiApplication.clipboard().setText(self.words.text())
        self._context.messages.show(self.tr("De wachtzin is gekopieerd."), "success")

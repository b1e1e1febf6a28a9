# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Versturen: in which form, with a passphrase or not, and where the file is put.

The file is made beside the main thread; until it is there nothing was sent, and a stop leaves
everything as it was.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QButtonGroup,
    QFileDialog,
    QHBoxLayout,
    QProgressBar,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from logbook.core.errors import LogbookError
from logbook.core.share_errors import ChangedSinceLook
from logbook.core.sharing import SentPacket, ShareFormat
from logbook.services.sharing import Prepared, file_name
from logbook.ui.acts import Acts
from logbook.ui.background import run
from logbook.ui.context import Context
from logbook.ui.sharing.passphrase_card import PassphraseCard
from logbook.ui.sharing.share_work import ShareWork
from logbook.ui.sharing.step import Step
from logbook.ui.widgets.buttons import Button
from logbook.ui.widgets.frames import CardFrame
from logbook.ui.widgets.labels import PlainLabel

_FOLDER = "share/folder"


class SendStep(Step):
    """The last step.

    Signals:
        sent(SentPacket, str, str): the file stands at this path, sealed with this passphrase.
        look_requested(): what would leave is not what the user looked at.
    """

    sent = Signal(object, str, str)
    look_requested = Signal()
    enter_goes_on = False

    def __init__(self, context: Context, work: ShareWork, parent: QWidget | None = None) -> None:
        super().__init__(context, work, "", parent)
        self.title.setText(self.tr("Hoe geef je het?"))
        self.setAccessibleName(self.tr("Versturen"))
        self._acts = Acts(context, self)
        self._turn = 0
        self._busy = False
        self._say(
            self.tr(
                "Logboek stuurt zelf niets. Je krijgt een bestand; dat geef je op je eigen manier."
            )
        )
        self.formats: dict[ShareFormat, QRadioButton] = {}
        self._build_formats()
        sharing = context.services.sharing
        self.passphrase = PassphraseCard(context.theme, sharing.propose_passphrase, self.column)
        self.body.addWidget(self.passphrase)
        self._build_busy()
        self.body.addStretch(1)
        self.passphrase.changed.connect(self.state_changed)
        self.passphrase.copied.connect(self._on_passphrase_copied)
        self.stop.clicked.connect(self.cancel)

    def _build_formats(self) -> None:
        card = CardFrame(self.column)
        card.body.addWidget(PlainLabel(self.tr("In welke vorm"), "heading", card, wrap=True))
        self._group = QButtonGroup(self)
        for share_format, name, told in (
            (
                ShareFormat.PACKET,
                self.tr("Pakket (aangeraden)"),
                self.tr(
                    "Opent in elke browser, en in Logboek. De ander reageert erin, en de "
                    "opmerkingen komen bij jou terug op hun plek."
                ),
            ),
            (
                ShareFormat.DOCX,
                self.tr("Word"),
                self.tr(
                    "De ander zet er opmerkingen in met Word of LibreOffice; ook die kun je later "
                    "in Logboek overnemen. Iedereen die het opent, kan het lezen."
                ),
            ),
            (
                ShareFormat.PDF,
                self.tr("Pdf"),
                self.tr("Om te lezen of af te drukken. Iedereen die het opent, kan het lezen."),
            ),
            (
                ShareFormat.MARKDOWN,
                self.tr("Markdown"),
                self.tr("Kale tekst, zonder de beelden. Iedereen die het opent, kan het lezen."),
            ),
        ):
            button = QRadioButton(name, card)
            label = PlainLabel(told, "muted", card, wrap=True)
            label.setContentsMargins(30, 0, 0, 4)
            button.setAccessibleDescription(told)
            button.setChecked(share_format is ShareFormat.PACKET)
            button.setProperty("reached_otherwise", True)  # with the arrows
            self._group.addButton(button)
            self.formats[share_format] = button
            pair = QVBoxLayout()
            pair.setSpacing(0)
            pair.addWidget(button)
            pair.addWidget(label)
            card.body.addLayout(pair)
        self.body.addWidget(card)
        self._group.buttonClicked.connect(self._on_format_chosen)

    def _build_busy(self) -> None:
        self._working = QWidget(self.column)
        row = QHBoxLayout(self._working)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(PlainLabel(self.tr("Het bestand wordt gemaakt …"), "body", self._working))
        bar = QProgressBar(self._working)
        bar.setRange(0, 0)
        bar.setTextVisible(False)
        bar.setAccessibleName(self.tr("Het bestand wordt gemaakt"))
        row.addWidget(bar, 1, Qt.AlignmentFlag.AlignVCenter)
        self.stop = Button(self.tr("Stoppen"), "", "x", self._working)
        row.addWidget(self.stop)
        self.body.addWidget(self._working)
        self._working.hide()

    @property
    def share_format(self) -> ShareFormat:
        """The form that is chosen."""
        return next(f for f, button in self.formats.items() if button.isChecked())

    @property
    def ready(self) -> bool:
        return not self._busy and not self.hint

    @property
    def hint(self) -> str:
        sealable = self.share_format is ShareFormat.PACKET
        return self.passphrase.problem if sealable else ""

    def begin(self) -> None:
        """Another draft: propose another passphrase."""
        self.cancel()
        self.passphrase.renew()

    def focus_first(self) -> None:
        self.formats[self.share_format].setFocus()

    # -- sending -----------------------------------------------------------------------------------

    def ask_place(self) -> None:
        """Ask where the file goes, and make it."""
        folder = Path(self._context.memory.get(_FOLDER, "") or Path.home())
        if not folder.is_dir():
            folder = Path.home()
        round_number = self._round()
        if round_number is None:
            return
        name = file_name(round_number, self.share_format, self._context.services.today())
        chosen, _ = QFileDialog.getSaveFileName(
            self.window(),
            self.tr("Bestand om te delen bewaren"),
            str(folder / name),
            f"*{Path(name).suffix}",
        )
        if chosen:
            self._context.memory.set(_FOLDER, str(Path(chosen).parent))
            self.send_to(Path(chosen))

    def send_to(self, path: Path) -> None:
        """Make the file beside the main thread and put it there."""
        self._context.messages.clear()  # why it failed before does not count any more
        sharing, share_format = self._context.services.sharing, self.share_format
        words = self.passphrase.passphrase if share_format is ShareFormat.PACKET else ""
        work = self._work
        try:
            prepared = sharing.prepare(work.draft, share_format, words, work.looked)
        except LogbookError as error:
            self._acts.say(error)
            if isinstance(error, ChangedSinceLook):
                self.look_requested.emit()
            return
        self._set_busy(True)
        self._turn += 1
        run(prepared.render, self._keeper(prepared, path), self._on_failed, self)

    def _keeper(self, prepared: Prepared, path: Path) -> Callable[[bytes], None]:
        turn = self._turn

        def keep(data: bytes) -> None:
            if turn != self._turn:
                return  # stopped in the meantime
            self._set_busy(False)
            sharing = self._context.services.sharing
            packet: SentPacket | None = self._acts.gain(lambda: sharing.keep(prepared, data, path))
            if packet is not None:
                self.sent.emit(packet, str(path), prepared.passphrase)

        return keep

    def _on_failed(self, error: Exception) -> None:
        self._set_busy(False)
        if not isinstance(error, LogbookError):
            raise error
        self._acts.say(error)

    @Slot()
    def cancel(self) -> None:
        """Stop making the file; nothing was sent."""
        self._turn += 1
        self._set_busy(False)

    def _set_busy(self, busy: bool) -> None:
        stopped = self.stop.hasFocus()
        self._busy = busy
        for button in self.formats.values():
            button.setEnabled(not busy)
        self.passphrase.setEnabled(not busy)
        if stopped and not busy:
            self.focus_first()  # not the button that goes back
        self._working.setVisible(busy)
        if busy:
            self.ensureWidgetVisible(self._working)
            self.stop.setFocus()
        self.state_changed.emit()

    def _round(self) -> int | None:
        """The number of this round; None when the packet before it is gone."""
        previous = self._work.told.previous
        if previous is None:
            return 1
        before = self._acts.ask(lambda: self._context.services.sharing.sent_packet(previous))
        return None if before is None else before.round + 1

    # -- slots -------------------------------------------------------------------------------------

    @Slot()
    def _on_format_chosen(self) -> None:
        self.passphrase.setVisible(self.share_format is ShareFormat.PACKET)
        self.state_changed.emit()

    @Slot()
    def _on_passphrase_copied(self) -> None:
        self._context.messages.show(self.tr("De wachtzin is gekopieerd."), "success")

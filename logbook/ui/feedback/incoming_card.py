# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""What would come in from one file, or why it cannot; asks for a passphrase when it is sealed."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from logbook import texts
from logbook.core.remarks import Incoming, IncomingRemark
from logbook.core.share_errors import PassphraseWrong
from logbook.core.sharing import SentPacket
from logbook.core.text import shorten
from logbook.texts.remarks import (
    REMARK_KINDS,
    about_passage,
    about_question,
    known_remarks,
    lost_places,
    new_remarks,
    reader_name,
)
from logbook.ui.context import Context
from logbook.ui.feedback.incoming import Source
from logbook.ui.widgets.buttons import Button
from logbook.ui.widgets.columns import FlowLayout
from logbook.ui.widgets.dates import local_day, long_day
from logbook.ui.widgets.frames import CardFrame
from logbook.ui.widgets.labels import Chip, PlainLabel
from logbook.ui.widgets.layouts import clear_layout

_QUOTE = 120
_FIELD = 320
#: So many remarks are shown in words; the rest is counted.
_MOST = 40


class IncomingCard(CardFrame):
    """One source.

    Signals:
        passphrase_given(str): try to open it with this.
    """

    passphrase_given = Signal(str)

    def __init__(self, context: Context, source: Source, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.source = source
        self.field: QLineEdit | None = None
        self.body.setSpacing(8)
        self.fill()

    def fill(self) -> None:
        """Show what is known of the source now."""
        clear_layout(self.body)
        self.field = None
        name = self.source.name or self.tr("Geplakte tekst")
        if self.source.incoming is None:
            self._add(name, "strong")
            self._add_error()
            return
        incoming = self.source.incoming
        self._add_head(incoming, name)
        returned = incoming.returned
        if incoming.is_empty:
            said = self.tr("Dit is al binnen. Er verandert niets.")
            if not incoming.repeated:
                said = self.tr("Alles wat hierin staat, is al binnen. Er verandert niets.")
            self._add(said, "body")
            return
        if counts := self._counts(incoming):
            self._add(counts, "body")
        if returned.general:
            self._add(self.tr("Algemene reactie"), "section", above=8)
            self._add(returned.general, "body")
        if returned.answers:
            self._add(self.tr("Antwoorden op je vragen"), "section", above=8)
            for question, answer in returned.answers:
                self._add(question, "small")
                self._add(answer, "body")
        placed = [each for each in incoming.new if not each.is_lost]
        self._add_remarks(self.tr("Opmerkingen"), placed)
        self._add_remarks(self.tr("Opmerkingen zonder plek"), list(incoming.lost))

    def focus_first(self) -> None:
        """Put the keyboard in the field for a passphrase, when there is one."""
        if self.field is not None:
            self.field.setFocus()

    def _packet(self, incoming: Incoming) -> SentPacket:
        return self._context.services.sharing.sent_packet(incoming.returned.packet)

    def _add_head(self, incoming: Incoming, name: str) -> None:
        packet = self._packet(incoming)
        reader = reader_name(incoming.returned.reader)
        self._add(self.tr("Van {reader}").format(reader=reader), "heading")
        day = long_day(local_day(packet.made_at))
        shared = self.tr("Op wat je op {day} deelde met {reader}").format(
            day=day, reader=reader_name(packet.reader)
        )
        parts = [shared, texts.entries(len(packet.entries)), name]
        if packet.round > 1:
            parts.insert(1, texts.round_number(packet.round))
        self._add(" · ".join(parts), "small")

    def _counts(self, incoming: Incoming) -> str:
        parts = [new_remarks(len(incoming.new))] if incoming.new else []
        if incoming.known:
            parts.append(known_remarks(incoming.known))
        if incoming.lost:
            parts.append(lost_places(len(incoming.lost)))
        return " · ".join(parts)

    def _add_remarks(self, title: str, found: list[IncomingRemark]) -> None:
        if not found:
            return
        self._add(title, "section", above=8)
        for each in found[:_MOST]:
            line = QWidget(self)
            flow = FlowLayout(line, 8)
            kind = REMARK_KINDS[each.remark.kind]
            flow.addWidget(Chip(kind[:1].upper() + kind[1:], "neutral", line))
            flow.addWidget(PlainLabel(shorten(each.title, 60), "small", line))
            self.body.addWidget(line)
            line.show()
            if about := _about(each):
                self._add(about, "small")
            self._add(each.remark.text, "body")
            self.body.addSpacing(4)
        if len(found) > _MOST:
            more = self.tr("En nog {number}.").format(number=len(found) - _MOST)
            self._add(more, "muted")

    def _add_error(self) -> None:
        source = self.source
        if source.error is not None:
            wrong = isinstance(source.error, PassphraseWrong)
            self._add(texts.error_sentence(source.error), "caution" if wrong else "body")
        if not source.is_sealed:
            return
        row = QWidget(self)
        flow = FlowLayout(row, 10)
        self.field = QLineEdit(row)
        self.field.setEchoMode(QLineEdit.EchoMode.Password)
        self.field.setAccessibleName(self.tr("Wachtzin"))
        self.field.setPlaceholderText(self.tr("Wachtzin"))
        self.field.setProperty("role", "field")
        self.field.setMinimumWidth(min(self._context.theme.px(_FIELD), 420))
        show = Button(self.tr("Laat zien"), "aside", "", row)
        show.setCheckable(True)
        show.toggled.connect(self._on_show_toggled)
        ready = Button(self.tr("Openen"), "", "", row)
        for each in (self.field, ready, show):
            flow.addWidget(each)
        self.body.addWidget(row)
        row.show()
        ready.clicked.connect(self._on_passphrase_given)
        self.field.returnPressed.connect(self._on_passphrase_given)

    def _add(self, text: str, role: str, above: int = 0) -> None:
        if above:
            self.body.addSpacing(above)
        label = PlainLabel(text, role, self, wrap=True)
        if role == "body":
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.body.addWidget(label)
        label.show()

    @Slot(bool)
    def _on_show_toggled(self, shown: bool) -> None:
        if self.field is not None:
            mode = QLineEdit.EchoMode
            self.field.setEchoMode(mode.Normal if shown else mode.Password)

    @Slot()
    def _on_passphrase_given(self) -> None:
        if self.field is not None and self.field.text():
            self.passphrase_given.emit(self.field.text())


def _about(each: IncomingRemark) -> str:
    quote = each.remark.quote
    if quote is not None and quote.exact.strip():
        return about_passage(shorten(quote.exact, 400 if each.is_lost else _QUOTE))
    return about_question(shorten(each.question, _QUOTE)) if each.question else ""

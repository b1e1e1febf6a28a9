# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Feedback at a glance: what came back, which remarks lost their place, what was shared."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from logbook.core.errors import LogbookError
from logbook.core.packet import PublicId
from logbook.core.remarks import PlacedRemark, RemarkStatus
from logbook.core.sharing import SentPacket
from logbook.settings import Role
from logbook.texts import error_sentence
from logbook.texts.remarks import came_in, reader_name
from logbook.ui.acts import Acts
from logbook.ui.context import Context
from logbook.ui.exercise.blocks.tab_order import fields_in, set_tab_order
from logbook.ui.feedback.back_card import BackCard
from logbook.ui.feedback.card_list import CardList
from logbook.ui.feedback.sent_row import SentRow
from logbook.ui.navigation import OpenDesk, OpenFeedback, OpenPage, ShareRound
from logbook.ui.widgets.columns import ReadingColumn
from logbook.ui.widgets.empty import EmptyState
from logbook.ui.widgets.frames import CardFrame, Separator
from logbook.ui.widgets.labels import PlainLabel
from logbook.ui.widgets.layouts import clear_layout

#: So many packets that something came back for; the list of what was shared leads to all.
_MOST_BACK = 8


class Overview(QWidget):
    """The first view of the page.

    Signals:
        wished(Wish): read what came back, or go on with a packet.
    """

    wished = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._acts = Acts(context, self)
        self._stack = QStackedLayout(self)
        self._build_empty()
        self._column = ReadingColumn(context.theme, self, 760)
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self.offer)
        self._stack.addWidget(self._column)
        body = self._column.body
        body.setSpacing(14)
        self._back_title = PlainLabel(self.tr("Wat terugkwam"), "heading", self)
        self._back = QVBoxLayout()
        self._back.setSpacing(12)
        self._nothing_back = PlainLabel(
            self.tr("Nog niets. Wat een lezer je terugstuurt, haal je hierboven binnen."),
            "muted",
            self,
            wrap=True,
        )
        body.addWidget(self._back_title)
        body.addWidget(self._nothing_back)
        body.addLayout(self._back)
        self._lost_title = PlainLabel(self.tr("Plek kwijt"), "heading", self)
        self._lost_title.setContentsMargins(0, 12, 0, 0)
        self._lost_words = PlainLabel(
            self.tr("De woorden waar deze opmerkingen bij horen, staan er niet meer zo."),
            "muted",
            self,
            wrap=True,
        )
        self.lost = CardList(context, self)
        self.lost.wished.connect(self.wished)
        for each in (self._lost_title, self._lost_words, self.lost):
            body.addWidget(each)
        self._sent = CardFrame(self)
        self._sent.body.addWidget(PlainLabel(self.tr("Wat je deelde"), "heading", self._sent))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(14)
        self._sent.body.addLayout(self._rows)
        body.addSpacing(8)
        body.addWidget(self._sent)
        body.addStretch(1)

    def fill(self) -> None:
        """Show everything as it is now."""
        services = self._context.services
        try:
            sent = services.sharing.sent()
            back = {packet.id: services.feedback.threads(packet.id) for packet in sent}
            lost = services.feedback.lost()
            self._show_back(sent, back)
            self._show_sent(sent, back)
        except LogbookError as error:
            self._context.messages.show(error_sentence(error), "error")
            return
        self.lost.show_remarks(lost)
        for each in (self._lost_title, self._lost_words, self.lost):
            each.setVisible(bool(lost))
        settings = self._context.preferences.settings
        offered = settings.role is Role.SUPERVISOR and not settings.supervisor
        nothing = self.offer if offered and services.keeps else self.empty
        self._stack.setCurrentWidget(self._column if sent else nothing)

    def flush(self) -> bool:
        """Keep what is being written in a card; whether that went well."""
        return self.lost.flush()

    def rescue_text(self) -> str:
        """What could not be kept."""
        return self.lost.rescue_text()

    def focus_first(self) -> None:
        """Put the keyboard where reading begins."""
        first = self.findChildren(BackCard)
        current = self._stack.currentWidget()
        if isinstance(current, EmptyState):
            current.action.setFocus()
        elif first:
            first[0].read.setFocus()

    def _build_empty(self) -> None:
        self.empty = EmptyState(
            "messages-square",
            self.tr("Hier komt feedback"),
            self.tr(
                "Deel een bijdrage met je supervisor of een studiegenoot: in Logboek, met "
                "‘Delen …’. Wat je deelde en wat er terugkomt, zie je hier."
            ),
            self.tr("Naar Logboek"),
            self._context.theme,
            self,
        )
        self.empty.action_requested.connect(self._on_empty_action_requested)
        self.offer = EmptyState(
            "messages-square",
            self.tr("Lees je wat studenten je sturen?"),
            self.tr(
                "Op je bureau open je hun deelpakketten en schrijf je er opmerkingen bij. Het is "
                "een eigen bestand, los van je logboek. Bij Instellingen zet je het weer uit."
            ),
            self.tr("Bureau aanzetten"),
            self._context.theme,
            self,
        )
        self.offer.action_requested.connect(self._on_offer_taken)

    def _show_back(
        self, sent: tuple[SentPacket, ...], back: dict[PublicId, tuple[PlacedRemark, ...]]
    ) -> None:
        clear_layout(self._back)
        known = {packet.id: packet for packet in sent}
        fresh = {packet_id for packet_id, found in back.items() if _new(found)}
        fresh |= {each.packet for each in self._context.services.feedback.unseen()}
        cards = []
        for last in self._context.services.feedback.last_returned()[:_MOST_BACK]:
            packet = known.get(last.packet)
            if packet is None:
                continue
            found = back[packet.id]
            card = BackCard(
                packet, last, self._in_words(packet, found), new=packet.id in fresh, parent=self
            )
            card.read_requested.connect(self._on_read_requested)
            self._back.addWidget(card)
            cards.append(card)
        self._nothing_back.setVisible(not cards)
        set_tab_order(self._back_title, fields_in(*cards))

    def _show_sent(
        self, sent: tuple[SentPacket, ...], back: dict[PublicId, tuple[PlacedRemark, ...]]
    ) -> None:
        clear_layout(self._rows)
        newest: dict[PublicId, PublicId] = {}
        for packet in sent:
            newest.setdefault(packet.pair, packet.id)
        for number, packet in enumerate(sent):
            if number:
                self._rows.addWidget(Separator(self._sent))
            words = self._in_words(packet, back[packet.id])
            row = SentRow(packet, words, newest=newest[packet.pair] == packet.id, parent=self._sent)
            row.read_requested.connect(self._on_read_requested)
            row.round_requested.connect(self._on_round_requested)
            row.forget_requested.connect(self._on_forget_requested)
            self._rows.addWidget(row)

    def _in_words(self, packet: SentPacket, found: tuple[PlacedRemark, ...]) -> str:
        """What came back for a packet; "" for nothing."""
        returned = self._context.services.feedback.returned(packet.id)
        if not returned and not found:
            return ""
        answers = len({question for each in returned for question, _ in each.answers})
        general = any(each.general for each in returned)
        return came_in(len(found), _new(found), answers, general=general)

    # -- slots -------------------------------------------------------------------------------------

    @Slot()
    def _on_offer_taken(self) -> None:
        self._context.preferences.change(supervisor=True)
        self.wished.emit(OpenDesk())

    @Slot()
    def _on_empty_action_requested(self) -> None:
        self.wished.emit(OpenPage("logbook"))

    @Slot(str)
    def _on_read_requested(self, packet_id: str) -> None:
        self.wished.emit(OpenFeedback(packet_id))

    @Slot(str)
    def _on_round_requested(self, packet_id: str) -> None:
        self.wished.emit(ShareRound(packet_id))

    @Slot(str)
    def _on_forget_requested(self, packet_id: str) -> None:
        services = self._context.services
        packet = self._acts.ask(lambda: services.sharing.sent_packet(packet_id))
        if packet is None:
            return
        sure = self._context.messages.may_lose(
            self.window(),
            self.tr("Wat je deelde met {reader} vergeten?").format(
                reader=reader_name(packet.reader)
            ),
            self.tr(
                "De opmerkingen die erop terugkwamen en je antwoorden daarop gaan mee weg, en een "
                "reactie erop kan niet meer binnenkomen. Wat je schreef blijft. Het bestand dat je "
                "gaf, heeft je lezer nog."
            ),
            self.tr("Vergeten"),
            self.tr("Laten staan"),
        )
        if sure and self._acts.do(lambda: services.sharing.forget(packet_id)):
            self._context.messages.show(self.tr("Vergeten."), "success")
            self._column.setFocus(Qt.FocusReason.OtherFocusReason)


def _new(found: tuple[PlacedRemark, ...]) -> int:
    """How many remarks and replies were not read yet."""
    every = [remark for each in found for remark in (each.remark, *each.replies)]
    return sum(remark.status is RemarkStatus.NEW for remark in every)

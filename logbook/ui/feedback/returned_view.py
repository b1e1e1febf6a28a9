# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""What came back for one packet: the general reaction, answers to questions, remarks by entry."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from logbook import texts
from logbook.core.entry import EntryId
from logbook.core.errors import LogbookError
from logbook.core.remarks import PlacedRemark, Signer, numbered
from logbook.core.share_errors import PacketNotFound
from logbook.core.sharing import SentPacket
from logbook.ui.context import Context
from logbook.ui.feedback.card_list import CardList
from logbook.ui.feedback.remark_acts import RemarkActs
from logbook.ui.feedback.said_list import SaidList
from logbook.ui.navigation import ReadEntry
from logbook.ui.widgets.buttons import Button
from logbook.ui.widgets.columns import ReadingColumn
from logbook.ui.widgets.dates import local_day, long_day
from logbook.ui.widgets.labels import PlainLabel

_ALL, _LOST = "all", "lost"


class _Group(QWidget):
    """A heading with the remarks of one entry, or those that lost their place.

    Signals:
        wished(Wish): read the entry.
    """

    wished = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entry_id: EntryId | None = None
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 14, 0, 0)
        body.setSpacing(8)
        self._title = PlainLabel("", "heading", self, wrap=True)
        self._words = PlainLabel("", "muted", self, wrap=True)
        self.read = Button(self.tr("Lezen naast je tekst"), "link", "book-open", self)
        self.read.clicked.connect(self._on_read_clicked)
        self.list = CardList(context, self)
        self.list.wished.connect(self.wished)
        for each in (self._title, self._words, self.list):
            body.addWidget(each)
        body.insertWidget(2, self.read, 0, Qt.AlignmentFlag.AlignLeft)

    def show_group(
        self,
        title: str,
        words: str,
        entry_id: EntryId | None,
        found: list[PlacedRemark],
        readers: dict[Signer, int],
    ) -> None:
        """Show these remarks below this title; `readers` numbers those on screen."""
        self._entry_id = entry_id
        self._title.setText(title)
        self._words.setText(words)
        self._words.setVisible(bool(words))
        self.read.setVisible(entry_id is not None)
        self.read.setAccessibleName(f"{self.read.text()}: {title}")
        self.list.show_remarks(found, readers)

    @Slot()
    def _on_read_clicked(self) -> None:
        if self._entry_id is not None:
            self.wished.emit(ReadEntry(self._entry_id))


class ReturnedView(QWidget):
    """One packet.

    Signals:
        wished(Wish): read an entry.
    """

    wished = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._acts = RemarkActs(context, self)
        self._packet_id = ""
        self.groups: dict[str, _Group] = {}
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self._column = ReadingColumn(context.theme, self)
        outer.addWidget(self._column)
        body = self._column.body
        self._meta = PlainLabel("", "muted", self, wrap=True)
        body.addWidget(self._meta)
        self.said = SaidList(self)
        self.said.seen.connect(self._on_said_seen)
        body.addWidget(self.said)
        self._nothing = PlainLabel(
            self.tr("Er kwam nog niets terug. Wat je lezer stuurt, haal je binnen bij Feedback."),
            "muted",
            self,
            wrap=True,
        )
        body.addWidget(self._nothing)
        self._groups = QVBoxLayout()
        self._groups.setSpacing(6)
        body.addLayout(self._groups)
        body.addStretch(1)
        self._column.verticalScrollBar().valueChanged.connect(self._on_scrolled)

    def show_packet(self, packet_id: str) -> SentPacket | None:
        """Show what came back for this packet; None when it is not known any more."""
        services = self._context.services
        same = packet_id == self._packet_id
        try:
            packet = services.sharing.sent_packet(packet_id)
            found = services.feedback.threads(packet_id)
            returned = services.feedback.returned(packet_id)
        except PacketNotFound:
            return None
        self._packet_id = packet_id
        if not same:
            for group in self.groups.values():
                group.list.forget_fresh()
            self.said.forget_fresh()
            self._column.verticalScrollBar().setValue(0)
        self._meta.setText(self._meta_words(packet))
        self.said.show_returned(returned)
        self._show_groups(found)
        self._nothing.setVisible(not (found or returned))
        return packet

    def flush(self) -> bool:
        """Keep what is being written in a card; whether that went well."""
        kept = [group.list.flush() for group in self.groups.values()]
        return all(kept)

    def rescue_text(self) -> str:
        """What could not be kept."""
        return "\n\n".join(filter(None, (g.list.rescue_text() for g in self.groups.values())))

    def _meta_words(self, packet: SentPacket) -> str:
        parts = [
            self.tr("gedeeld op {day}").format(day=long_day(local_day(packet.made_at))),
            texts.entries(len(packet.entries)),
        ]
        if packet.round > 1:
            parts.insert(0, texts.round_number(packet.round))
        return " · ".join(parts)

    def _show_groups(self, found: tuple[PlacedRemark, ...]) -> None:
        readers = numbered(each.remark for each in found)
        sorted_out: dict[str, list[PlacedRemark]] = {}
        for each in found:
            sorted_out.setdefault(_group_of(each), []).append(each)
        if _LOST in sorted_out:
            sorted_out[_LOST] = sorted_out.pop(_LOST)  # at the end
        for name in set(self.groups) - set(sorted_out):
            group = self.groups.pop(name)
            group.list.flush()
            self._groups.removeWidget(group)
            group.hide()
            group.deleteLater()
        for place, (name, remarks) in enumerate(sorted_out.items()):
            if name not in self.groups:
                self.groups[name] = _Group(self._context, self)
                self.groups[name].wished.connect(self.wished)
            group = self.groups[name]
            if self._groups.indexOf(group) != place:
                self._groups.insertWidget(place, group)
            title, words, entry_id = self._heading(name)
            group.show_group(title, words, entry_id, remarks, readers)
            group.show()

    def _heading(self, name: str) -> tuple[str, str, EntryId | None]:
        if name == _ALL:
            return self.tr("Over het geheel"), "", None
        if name == _LOST:
            words = self.tr("De woorden waar deze opmerkingen bij horen, staan er niet meer zo.")
            return self.tr("Plek kwijt"), words, None
        entry_id = EntryId(name)
        try:
            title = self._context.services.reading.summary(entry_id).title
        except LogbookError:
            title = ""
        return title or self.tr("Vrije notitie"), "", entry_id

    @Slot()
    def _on_scrolled(self) -> None:
        self.said.look_again()
        for group in self.groups.values():
            group.list.look_again()

    @Slot(object)
    def _on_said_seen(self, file_ids: list[str]) -> None:
        self._acts.mark_seen(file_ids)


def _group_of(placed: PlacedRemark) -> str:
    remark = placed.remark
    if placed.is_lost or (remark.answer is not None and remark.entry_id is None):
        return _LOST
    return remark.entry_id or _ALL

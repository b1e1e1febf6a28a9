# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The card of Vandaag that says that readers gave something back that was not looked at."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from logbook import texts
from logbook.core.errors import LogbookError
from logbook.core.remarks import KeptRemark, News, PlacedRemark, RemarkStatus, Returned
from logbook.texts.remarks import news_words, signed
from logbook.ui.context import Context
from logbook.ui.navigation import OpenFeedback
from logbook.ui.widgets.buttons import Button
from logbook.ui.widgets.frames import CardFrame
from logbook.ui.widgets.labels import Chip, PlainLabel

#: So many titles of entries are named.
_TITLES = 2


class FeedbackCard(CardFrame):
    """How many new remarks and reactions, of whom and on what; hidden while nothing is new.

    Signals:
        wished(Wish): read them.
    """

    wished = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._packet = ""
        self.body.addWidget(Chip(self.tr("Feedback"), "rose", self))
        self.title = PlainLabel("", "heading", self, wrap=True)
        self.line = PlainLabel("", "muted", self, wrap=True)
        self.body.addWidget(self.title)
        self.body.addWidget(self.line)
        self.body.addStretch(1)
        row = QHBoxLayout()
        self.read = Button(self.tr("Lezen"), "", "", self)
        self.read.clicked.connect(self._on_read_clicked)
        row.addWidget(self.read)
        row.addStretch(1)
        self.body.addLayout(row)
        self.hide()

    def fill(self) -> None:
        """Show what is new now."""
        try:
            feedback = self._context.services.feedback
            news = feedback.news()
            found = self._new() if news.remarks else []
            unseen = feedback.unseen() if news.reactions else ()
        except LogbookError:
            return  # said by whoever shows the remarks
        self.setVisible(bool(found or unseen))
        if found or unseen:
            self._show(news, found, unseen)

    def _new(self) -> list[PlacedRemark]:
        """The threads with something new, of the packets that were answered last first."""
        feedback = self._context.services.feedback
        return [
            each
            for packet in self._context.services.sharing.sent()
            for each in feedback.threads(packet.id)
            if any(r.status is RemarkStatus.NEW for r in (each.remark, *each.replies))
        ]

    def _show(self, news: News, found: list[PlacedRemark], unseen: tuple[Returned, ...]) -> None:
        every = [r for each in found for r in (each.remark, *each.replies)]
        fresh: list[KeptRemark | Returned] = [r for r in every if r.status is RemarkStatus.NEW]
        fresh += unseen
        newest = max(fresh, key=lambda each: each.received_at)
        self._packet = newest.packet
        readers = list(dict.fromkeys(signed(each) for each in fresh))
        said = self.tr("{news} van {readers}").format(
            news=news_words(news), readers=texts.joined(readers)
        )
        self.title.setText(said)
        titles = self._titles(found)
        self.line.setText(titles)
        self.line.setVisible(bool(titles))
        self.read.setAccessibleName(f"{self.read.text()}: {said}")

    def _titles(self, found: list[PlacedRemark]) -> str:
        reading = self._context.services.reading
        titles: list[str] = []
        for entry_id in dict.fromkeys(each.remark.entry_id for each in found):
            if entry_id is None or len(titles) == _TITLES:
                continue
            try:
                titles.append(reading.summary(entry_id).title)
            except LogbookError:
                continue
        return texts.joined([f"“{title}”" for title in titles if title])

    @Slot()
    def _on_read_clicked(self) -> None:
        self.wished.emit(OpenFeedback(self._packet))

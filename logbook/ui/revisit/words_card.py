# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""One word of one quarter: the sentences it stands in, its other quarters, and hiding it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from logbook.core.entry import EntryKind
from logbook.core.errors import EntryNotFound
from logbook.core.over_time import Quarter, Sentence, WordOverTime
from logbook.texts.over_time import quarter_title, times
from logbook.ui.context import Context
from logbook.ui.revisit.words_html import (
    QUARTER,
    TEXT,
    chosen,
    quarter_from,
    quarters_html,
    sentences_html,
)
from logbook.ui.widgets.buttons import Button, IconButton
from logbook.ui.widgets.dates import local_day, long_day
from logbook.ui.widgets.frames import CardFrame
from logbook.ui.widgets.labels import PlainLabel
from logbook.ui.widgets.rich_text import RichText

#: So many sentences are shown before one asks for more, and so many more each time.
_FIRST = 8


class WordCard(CardFrame):
    """A card in the list, below the words of its quarter.

    Signals:
        entry_chosen(EntryId): read the text of a sentence.
        quarter_chosen(Quarter): show the word in another quarter.
        hide_requested(): leave the word out.
        close_requested(): put the card away.
    """

    entry_chosen = Signal(str)
    quarter_chosen = Signal(object)
    hide_requested = Signal()
    close_requested = Signal()

    def __init__(
        self, context: Context, word: WordOverTime, quarter: Quarter, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context = context
        self.word, self.quarter = word, quarter
        self._sentences: Sequence[Sentence] = ()
        self._shown = 0
        self._build()
        self._connect_signals()
        self._paint()

    def set_sentences(self, sentences: Sequence[Sentence]) -> None:
        """Show these sentences, the oldest first."""
        self._sentences, self._shown = sentences, _FIRST
        self._paint()

    def _build(self) -> None:
        theme, word = self._context.theme, self.word
        head = QHBoxLayout()
        head.addWidget(PlainLabel(f"“{word.word}”", "title", self, wrap=True), 1)
        self.close_button = IconButton("x", self.tr("Sluiten"), theme, self)
        head.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(head)
        facts = [
            self.tr("{times} in {quarter}, {total} in alles wat je schreef").format(
                times=times(word.count(self.quarter)),
                quarter=quarter_title(self.quarter),
                total=times(word.total),
            )
        ]
        if len(word.forms) > 1:
            facts.append(self.tr("ook als {forms}").format(forms=", ".join(word.forms[1:7])))
        self.body.addWidget(PlainLabel(" · ".join(facts), "muted", self, wrap=True))
        self.body.addSpacing(8)
        self.waiting = PlainLabel(self.tr("De zinnen worden gezocht …"), "small", self)
        self.body.addWidget(self.waiting)
        self.sentences = RichText(theme, self, px=16)
        self.sentences.setAccessibleName(self.tr("Zinnen met “{word}”").format(word=word.word))
        self.body.addWidget(self.sentences)
        self.more = Button(self.tr("Meer zinnen"), "link", "", self)
        self.body.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self.others = RichText(theme, self, px=14, reading=False)
        self.others.setAccessibleName(self.tr("Andere kwartalen"))
        self.body.addWidget(self.others)
        self.hide_button = Button(self.tr("Verberg dit woord"), "quiet", "", self)
        self.body.addWidget(self.hide_button, 0, Qt.AlignmentFlag.AlignLeft)

    def _connect_signals(self) -> None:
        self.close_button.clicked.connect(self.close_requested)
        self.hide_button.clicked.connect(self.hide_requested)
        self.more.clicked.connect(self._on_more_clicked)
        self.sentences.link_activated.connect(self._on_sentences_link_activated)
        self.others.link_activated.connect(self._on_others_link_activated)
        self._context.theme.changed.connect(self._paint)

    @Slot()
    def _paint(self) -> None:
        tokens = self._context.theme.tokens
        shown = [(each, self._place_of(each)) for each in self._sentences[: self._shown]]
        self.waiting.setVisible(not shown)
        self.sentences.setVisible(bool(shown))
        self.sentences.set_html(
            sentences_html(shown, tokens.ochre_tint, self._context.theme.px(13))
        )
        self.more.setVisible(len(self._sentences) > self._shown)
        others = quarters_html(self.tr("Ook in:"), self.word, self.quarter, tokens.muted)
        self.others.set_html(others)
        self.others.setVisible(bool(others))

    def _place_of(self, sentence: Sentence) -> str:
        """The words of the link to a text: its day, and what it is."""
        day = long_day(local_day(sentence.written_at))
        try:
            summary = self._context.services.reading.summary(sentence.entry_id)
        except EntryNotFound:
            return day
        note = summary.kind is EntryKind.FREE and summary.exercise_id is None
        return f"{day} · {self.tr('vrije notitie') if note else summary.title}"

    @Slot()
    def _on_more_clicked(self) -> None:
        self._shown += _FIRST * 2
        self._paint()

    @Slot(str)
    def _on_sentences_link_activated(self, address: str) -> None:
        entry_id = chosen(address, TEXT)
        if entry_id is not None:
            self.entry_chosen.emit(entry_id)

    @Slot(str)
    def _on_others_link_activated(self, address: str) -> None:
        quarter = chosen(address, QUARTER)
        if quarter is not None:
            self.quarter_chosen.emit(quarter_from(quarter))

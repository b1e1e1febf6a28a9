# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""One quarter of Woorden door de tijd: its words as running text, and the card of one of them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from logbook.core.over_time import Quarter, WordOverTime
from logbook.texts.over_time import quarter_title
from logbook.ui.revisit.words_html import WORD, chosen, words_html
from logbook.ui.theme import Theme
from logbook.ui.widgets.buttons import Button
from logbook.ui.widgets.labels import PlainLabel
from logbook.ui.widgets.rich_text import RichText

#: So many words are shown before one asks for all of them.
FIRST = 16


class QuarterPart(QWidget):
    """A heading, words that can be chosen, and room for a card below them.

    Signals:
        word_chosen(Quarter, str): show the sentences of the word with this lemma.
    """

    word_chosen = Signal(object, str)

    def __init__(self, theme: Theme, quarter: Quarter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.quarter = quarter
        self._theme = theme
        self._found: Sequence[WordOverTime] = ()
        self._whole = False
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(6)
        title = quarter_title(quarter)
        body.addWidget(PlainLabel(title, "heading", self, wrap=True))
        self.words = RichText(theme, self, px=16)
        self.words.setAccessibleName(self.tr("Woorden in {quarter}").format(quarter=title))
        body.addWidget(self.words)
        self.more = Button("", "link", "", self)
        self.more.setAccessibleName(self.tr("Meer woorden in {quarter}").format(quarter=title))
        body.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self.place = QVBoxLayout()
        self.place.setContentsMargins(0, 0, 0, 0)
        body.addLayout(self.place)
        self.words.link_activated.connect(self._on_words_link_activated)
        self.more.clicked.connect(self._on_more_clicked)
        theme.changed.connect(self._show)

    def set_words(self, words: Sequence[WordOverTime]) -> None:
        """Show these words, those that occur most in this quarter first."""
        quarter = self.quarter
        found = [(word.count(quarter), word) for word in words if word.count(quarter)]
        self._found = [word for _, word in sorted(found, key=lambda it: (-it[0], it[1].word))]
        self.setVisible(bool(self._found))
        self._show()

    @Slot()
    def _show(self) -> None:
        shown = self._found if self._whole else self._found[:FIRST]
        self.words.set_html(words_html(shown, self.quarter, self._theme.tokens.muted))
        rest = len(self._found) > FIRST
        self.more.setVisible(rest)
        self.more.setText(
            self.tr("Minder woorden")
            if self._whole
            else self.tr("Alle {number} woorden").format(number=len(self._found))
        )

    @Slot(str)
    def _on_words_link_activated(self, address: str) -> None:
        lemma = chosen(address, WORD)
        if lemma is not None:
            self.word_chosen.emit(self.quarter, lemma)

    @Slot()
    def _on_more_clicked(self) -> None:
        self._whole = not self._whole
        self._show()

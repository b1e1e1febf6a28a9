# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""One question on screen with the answer of each round, beside each other or below each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from logbook.core.compare import ComparedBlock, ComparedQuestion, Comparison
from logbook.core.compare_kinds import ScalePositions, scale_positions, table_rows
from logbook.core.library import Library
from logbook.core.words_diff import diff_words
from logbook.texts.comparing import CHANGED_KIND
from logbook.ui.fonts import UI_FAMILY
from logbook.ui.logbook.difference_view import DifferenceView
from logbook.ui.logbook.look import Look
from logbook.ui.logbook.reading_pictures import ReadingPictures
from logbook.ui.revisit.compare_cards import answer_html
from logbook.ui.revisit.compare_scale import ScaleLine
from logbook.ui.revisit.compare_table import rows_html, states_html, without_rows
from logbook.ui.revisit.compare_words import absence, move_sentences, round_label
from logbook.ui.theme import Theme
from logbook.ui.widgets.frames import CardFrame
from logbook.ui.widgets.labels import PlainLabel
from logbook.ui.widgets.rich_text import RichText

#: A column is at least so wide at 100 %; with less room the rounds stand below each other.
COLUMN = 240
_GAP = 18
_PX = 16


class Shelf(NamedTuple):
    """What every part of a comparison on screen is made with."""

    comparison: Comparison
    library: Library
    theme: Theme

    @property
    def look(self) -> Look:
        """Colours and lengths as they are now."""
        return Look(self.theme.tokens, self.theme.px, UI_FAMILY)

    def look_of(self, place: int) -> Look:
        """The same for the answer of one round; what is sunk in the ground of a card differs."""
        look = self.look
        if place == len(self.comparison.rounds) - 1:
            return look
        return replace(look, tokens=look.tokens._replace(panel=look.tokens.card))

    @property
    def heads(self) -> tuple[str, ...]:
        """What the rounds are called."""
        return tuple(round_label(item) for item in self.comparison.rounds)

    def rich(self, parent: QWidget) -> RichText:
        """A place for HTML with pictures."""
        theme = self.theme
        ratio = parent.devicePixelRatioF()
        pictures = ReadingPictures(self.library, theme.tokens, theme.px, ratio)
        return RichText(theme, parent, _PX, picture=pictures)


class GrowingDifference(DifferenceView):
    """What changed in a text, as high as that text."""

    def __init__(self, theme: Theme, accessible_name: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, accessible_name, parent)
        self.setProperty("role", "bare")
        self.document().setDocumentMargin(0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.setFixedHeight(int(self.document().size().height()) + 4)


class AnswerView(QWidget):
    """What one round has at a question, below the name of that round.

    Signals:
        link_activated(str): the address of a link in it.
    """

    link_activated = Signal(str)

    def __init__(
        self, shelf: Shelf, question: ComparedQuestion, place: int, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._shelf = shelf
        self._question = question
        self._place = place
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(6)
        self._head = PlainLabel(shelf.heads[place], "small", self, wrap=True)
        body.addWidget(self._head)
        answer = question.answers[place]
        wording = answer.wording
        if wording is not None and not question.same_wording:
            body.addWidget(PlainLabel(wording.prompt_text, "strong", self, wrap=True))
        latest = place == len(question.answers) - 1
        self._card = CardFrame(self, "card" if latest else "card-then", margin=16)
        body.addWidget(self._card, 1)
        self._words: RichText | None = None
        self._difference: GrowingDifference | None = None
        if answer.part is None:
            said = absence(question, answer)
            self._card.body.addWidget(PlainLabel(said, "small", self._card, wrap=True))
        else:
            self._words = shelf.rich(self._card)
            self._words.link_activated.connect(self.link_activated)
            self._card.body.addWidget(self._words)
        self._card.body.addStretch(1)
        self.show_differences(False)

    def show_differences(self, wanted: bool) -> None:
        """Mark what is other than in the round before that answered, or show the words as are."""
        before = self._before() if wanted else None
        part = self._question.parts[self._place]
        if part is None or self._words is None:
            return
        if before is not None and self._difference is None:
            name = self.tr("Verschillen, {round}").format(round=self._shelf.heads[self._place])
            self._difference = GrowingDifference(self._shelf.theme, name, self._card)
            self._difference.show_pieces(diff_words(before, part.value.text))
            self._card.body.insertWidget(1, self._difference)
        html = answer_html(
            part,
            self._place,
            self._shelf.comparison,
            self._shelf.library,
            self._shelf.look_of(self._place),
            with_text=before is None,
        )
        self._words.set_html(html)
        self._words.setAccessibleName(f"{self._question.question}, {self._head.text()}")
        self._words.setVisible(bool(html))
        if self._difference is not None:
            self._difference.setVisible(before is not None)

    def _before(self) -> str | None:
        """The prose of the last round before this one that wrote any."""
        if not self._question.answers[self._place].text.strip():
            return None
        found = (self._question.answers[n].text for n in reversed(range(self._place)))
        return next((text for text in found if text.strip()), None)


class Columns(QWidget):
    """Views beside each other when each has room, else below each other."""

    def __init__(self, views: Sequence[QWidget], parent: QWidget) -> None:
        super().__init__(parent)
        self._views = tuple(views)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(_GAP)
        self._grid.setVerticalSpacing(14)
        self.beside: bool | None = None
        for view in self._views:
            view.setParent(self)
            view.setMinimumWidth(1)

    def set_beside(self, beside: bool) -> None:
        """Put the views beside each other or below each other."""
        if beside == self.beside:
            return
        self.beside = beside
        for number, view in enumerate(self._views):
            self._grid.removeWidget(view)
            self._grid.addWidget(view, 0 if beside else number, number if beside else 0)
            self._grid.setColumnStretch(number, 1 if beside or not number else 0)


class QuestionView(QWidget):
    """One question: its words, what moved, and the answers.

    Signals:
        link_activated(str): the address of a link in an answer.
    """

    link_activated = Signal(str)

    def __init__(
        self, shelf: Shelf, question: ComparedQuestion, title: str, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.question = question
        self._body = QVBoxLayout(self)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(8)
        self._add_head(title)
        sentences = move_sentences(question, shelf.comparison, shelf.library)
        for sentence in sentences:
            self._body.addWidget(PlainLabel(sentence, "body", self, wrap=True))
        if sentences:
            self._body.addSpacing(8)
        for scale in scale_positions(question, shelf.comparison.exercise):
            self._body.addWidget(ScaleLine(scale, shelf.comparison.rounds, shelf.theme, self))
        self.answers: list[AnswerView] = []
        self.columns: Columns | None = None
        self.table: RichText | None = None
        table = table_rows(question, shelf.comparison.exercise)
        if table is not None and not question.changed_kind:
            self.table = shelf.rich(self)
            self.table.set_html(rows_html(table, shelf.heads, shelf.look))
            self._body.addWidget(self.table)
        if self.table is None or any(answer.text.strip() for answer in question.answers):
            self._add_answers(shelf, question)

    def set_beside(self, beside: bool) -> None:
        """Put the answers beside each other or below each other."""
        if self.columns is not None:
            self.columns.set_beside(beside)

    def show_differences(self, wanted: bool) -> None:
        """Mark the words that are other than before."""
        for view in self.answers:
            view.show_differences(wanted)

    def _add_head(self, title: str) -> None:
        question = self.question
        asked = question.question or question.question_now
        if question.item_title:
            self._body.addWidget(PlainLabel(question.item_title, "strong", self, wrap=True))
        if asked and asked != title:
            role = "muted" if question.item_title else "heading"
            self._body.addWidget(PlainLabel(asked, role, self, wrap=True))
        now = question.question_now
        if now and now != asked:
            words = self.tr("Nu staat er: {question}").format(question=now)
            self._body.addWidget(PlainLabel(words, "small", self, wrap=True))
        if question.changed_kind:
            self._body.addWidget(PlainLabel(CHANGED_KIND, "small", self, wrap=True))

    def _add_answers(self, shelf: Shelf, question: ComparedQuestion) -> None:
        if self.table is not None:
            question = without_rows(question)
        for place in range(len(question.answers)):
            view = AnswerView(shelf, question, place, self)
            view.link_activated.connect(self.link_activated)
            self.answers.append(view)
        self.columns = Columns(self.answers, self)
        self._body.addWidget(self.columns)


class BlockView(QWidget):
    """One block: its title and its questions; a checklist as one table.

    Signals:
        link_activated(str): the address of a link in an answer.
    """

    link_activated = Signal(str)

    def __init__(
        self,
        shelf: Shelf,
        block: ComparedBlock,
        states: Sequence[ComparedQuestion],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._body = QVBoxLayout(self)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(14)
        self._body.addWidget(PlainLabel(block.title or block.block, "title", self, wrap=True))
        if not block.exists_now:
            gone = self.tr("Een vraag uit een eerdere versie van deze oefening.")
            self._body.addWidget(PlainLabel(gone, "caution", self, wrap=True))
        if states:
            table = shelf.rich(self)
            made = (shelf.comparison, shelf.library, shelf.heads, shelf.look)
            table.set_html(states_html(states, *made))
            table.link_activated.connect(self.link_activated)
            self._body.addWidget(table)
        self.questions: list[QuestionView] = []
        self._legend: PlainLabel | None = None
        for question in block.questions:
            if question not in states:
                self._explain_marks(scale_positions(question, shelf.comparison.exercise))
                view = QuestionView(shelf, question, block.title, self)
                view.link_activated.connect(self._on_link_activated)
                self.questions.append(view)
                self._body.addWidget(view)

    def _explain_marks(self, scales: Sequence[ScalePositions]) -> None:
        """Say once what stands on a line: its numbers are rounds, not places."""
        if scales and self._legend is None:
            words = self.tr("In elk rondje op de lijn staat welke ronde het is.")
            self._legend = PlainLabel(words, "small", self, wrap=True)
            self._body.addWidget(self._legend)

    @Slot(str)
    def _on_link_activated(self, address: str) -> None:
        self.link_activated.emit(address)

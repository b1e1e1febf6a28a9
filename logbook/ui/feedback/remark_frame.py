# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""What one remark looks like: of whom, of which kind, about which words, and what it says.

All words of readers are plain text. What can be done with it is left to `remark_card`.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from logbook.core.anchoring import How
from logbook.core.errors import LogbookError
from logbook.core.remarks import KeptRemark, PlacedRemark, RemarkStatus
from logbook.core.text import shorten
from logbook.texts.remarks import REMARK_KINDS, about_all, about_passage, about_question, signed
from logbook.ui.context import Context
from logbook.ui.styles_remarks import READER_MARKS
from logbook.ui.widgets.columns import FlowLayout
from logbook.ui.widgets.dates import local_day, short_day
from logbook.ui.widgets.flow_label import FlowLabel
from logbook.ui.widgets.labels import Chip, PlainLabel, set_role

_QUOTE = 90


class RemarkFrame(QFrame):
    """A remark in words; `show_remark` brings it up to date.

    Args:
        leads_to_entry: the entry is not in view itself, so say where a lost passage is from.

    Signals:
        activated(str): the user turned to this remark; its id.
    """

    activated = Signal(str)

    def __init__(
        self, context: Context, parent: QWidget | None = None, *, leads_to_entry: bool = False
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._leads_to_entry = leads_to_entry
        self._placed: PlacedRemark | None = None
        self._fresh: frozenset[str] = frozenset()
        self._number = 0
        self._on = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._body = body = QVBoxLayout(self)
        body.setContentsMargins(14, 11, 14, 10)
        body.setSpacing(5)
        head = QWidget(self)
        flow = FlowLayout(head, 6)
        self.kind = Chip("", "neutral", head)
        self.new = Chip(self.tr("nieuw"), "accent", head)
        self.done_chip = Chip(self.tr("verwerkt"), "neutral", head)
        self.who = FlowLabel("", "small", head, wrap=True)
        for each in (self.kind, self.new, self.done_chip, self.who):
            flow.addWidget(each)
        body.addWidget(head)
        self.about = PlainLabel("", "small", self, wrap=True)
        self.words = PlainLabel("", "body", self, wrap=True)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.caution = PlainLabel("", "caution", self, wrap=True)
        self.source = PlainLabel("", "small", self, wrap=True)
        for label in (self.about, self.source, self.words, self.caution):
            body.addWidget(label)

    @property
    def placed(self) -> PlacedRemark:
        """What the card shows."""
        assert self._placed is not None, "filled right after it is made"
        return self._placed

    @property
    def ids(self) -> tuple[str, ...]:
        """The remark and the replies below it."""
        return (self.placed.remark.id, *(reply.id for reply in self.placed.replies))

    def show_remark(self, placed: PlacedRemark, number: int, fresh: frozenset[str]) -> None:
        """Show this remark.

        Args:
            number: of the reader among those on screen.
            fresh: the remarks that were not read before they came into view here.
        """
        self._number = number % len(READER_MARKS)
        self._show_role()
        if (placed, fresh) == (self._placed, self._fresh):
            return
        self._placed, self._fresh = placed, fresh
        self._fill()

    def set_current(self, current: bool) -> None:
        """Stand out, because its passage does."""
        self._on = current
        self._show_role()

    def _show_role(self) -> None:
        set_role(self, f"remark-{self._number}{'-on' if self._on else ''}")

    def _fill(self) -> None:
        placed = self.placed
        remark = placed.remark
        kind = REMARK_KINDS[remark.kind]
        self.kind.setText(kind[:1].upper() + kind[1:])
        is_done = remark.status is RemarkStatus.DONE
        self.new.setVisible(not is_done and bool(self._fresh & set(self.ids)))
        self.done_chip.setVisible(is_done)
        self.who.setText(f"{signed(remark)} · {day_of(remark)}")
        self.about.setText(about_words(placed))
        self.about.setVisible(bool(self.about.text()))
        self.source.setText(self._source() if self._leads_to_entry and placed.is_lost else "")
        self.source.setVisible(bool(self.source.text()))
        self.words.setText(remark.text)
        self.words.set_role("muted" if is_done else "body")
        self.caution.setText(self._caution())
        self.caution.setVisible(bool(self.caution.text()))
        self.setAccessibleName(", ".join((self.kind.text(), signed(remark), remark.text[:400])))
        notes = (self.about.text(), self.source.text(), self.caution.text())
        self.setAccessibleDescription(". ".join(filter(None, notes)))

    def _source(self) -> str:
        """From which entry and question the words are that are not there any more."""
        entry_id = self.placed.remark.entry_id
        try:
            title = self._context.services.reading.summary(entry_id).title if entry_id else ""
        except LogbookError:
            title = ""
        parts = [title, self.placed.question]
        known = " · ".join(dict.fromkeys(shorten(part, _QUOTE) for part in parts if part))
        return self.tr("uit {source}").format(source=known) if known else ""

    def _caution(self) -> str:
        placed = self.placed
        if placed.remark.answer is not None and placed.remark.entry_id is None:
            return self.tr("De bijdrage is er niet meer.")
        if placed.is_lost:
            return self.tr("Plek kwijt: deze woorden staan niet meer zo in je tekst.")
        if placed.placed is not None and placed.placed.how is How.FUZZY:
            return self.tr("De tekst is hier veranderd.")
        return ""

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.activated.emit(self.placed.remark.id)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self.activated.emit(self.placed.remark.id)


def day_of(remark: KeptRemark) -> str:
    """The day a remark was made; when that is not known, the day it came in."""
    return short_day(remark.day or local_day(remark.received_at))


def about_words(placed: PlacedRemark) -> str:
    """What a remark is about: its passage, or its question."""
    quote = placed.remark.quote
    if quote is not None and quote.exact.strip():
        most = 400 if placed.is_lost else _QUOTE
        return about_passage(shorten(quote.exact, most))
    if placed.question:
        return about_question(shorten(placed.question, _QUOTE))
    return about_all() if placed.remark.answer is not None else ""

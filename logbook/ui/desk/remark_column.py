# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The right side of the desk: remarks in the order of the text, answers, a general reaction."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from logbook.core.desk import DeskPacket
from logbook.core.packet import PublicId, Remark, RemarkKind, thread_of
from logbook.core.text import shorten
from logbook.ui.desk.draft_keeper import DraftKeeper
from logbook.ui.desk.growing_field import GrowingField
from logbook.ui.desk.packet_reader import PacketReader
from logbook.ui.desk.remark_card import DraftCard, GivenCard, RemarkCard
from logbook.ui.exercise.blocks.tab_order import fields_in, set_tab_order
from logbook.ui.theme import Theme
from logbook.ui.widgets.buttons import Button
from logbook.ui.widgets.dates import local_day, short_day
from logbook.ui.widgets.labels import PlainLabel
from logbook.ui.widgets.layouts import clear_layout, quiet_scroll_area
from logbook.ui.widgets.shortcuts import add_shortcut


class RemarkColumn(QWidget):
    """Cards and fields for one packet.

    Signals:
        activated(str): the user turned to a remark.
        remove_requested(str): a remark of the draft may go.
        notes_edited(str): own notes, which never leave.
        text_requested(): back to the text, where they take turns.
        remark_left(str): the user is ready with a remark and wants to read on.
    """

    activated = Signal(str)
    remove_requested = Signal(str)
    notes_edited = Signal(str)
    text_requested = Signal()
    remark_left = Signal(str)

    def __init__(self, theme: Theme, reader: PacketReader, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._reader = reader
        self._keeper: DraftKeeper | None = None
        self._student = ""
        self._current = ""
        self.cards: dict[str, RemarkCard] = {}
        self.answers: dict[PublicId, GrowingField] = {}
        self.setProperty("role", "page")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self.area = quiet_scroll_area(self)
        outer.addWidget(self.area)
        holder = QWidget()
        holder.setProperty("role", "scrolled")
        self._body = body = QVBoxLayout(holder)
        body.setContentsMargins(18, 22, 18, 24)
        body.setSpacing(12)
        self.area.setWidget(holder)
        self.back = Button(self.tr("Naar de tekst"), "quiet", "arrow-left", holder)
        self.back.clicked.connect(self.text_requested)
        body.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        self.back.hide()
        self.hint = PlainLabel(
            self.tr(
                "Selecteer woorden in de tekst om er iets bij te zetten. Met toets Z kies je een"
                " zin. 8 brengt je naar de algemene reactie, 9 naar je notities, Escape terug naar"
                " de tekst."
            ),
            "small",
            holder,
            wrap=True,
        )
        body.addWidget(self.hint)
        self._list = QVBoxLayout()
        self._list.setSpacing(12)
        body.addLayout(self._list)
        self._questions = QVBoxLayout()
        self._questions.setSpacing(8)
        body.addLayout(self._questions)
        self.general = self._field(
            body, self.tr("Algemene reactie"), self.tr("Schrijf een reactie …"), 4, holder
        )
        self.given_note = PlainLabel("", "small", holder, wrap=True)
        body.addWidget(self.given_note)
        self.sealed_note = PlainLabel("", "small", holder, wrap=True)
        body.addWidget(self.sealed_note)
        self.notes = self._field(
            body,
            self.tr("Eigen notities"),
            self.tr("Alleen voor jou: dit gaat nooit mee."),
            4,
            holder,
        )
        body.addStretch(1)
        self.general.edited.connect(self._on_general_edited)
        self.notes.edited.connect(self.notes_edited)

    def _field(
        self, body: QVBoxLayout, title: str, hint: str, least: int, parent: QWidget
    ) -> GrowingField:
        label = PlainLabel(title, "section", parent)
        field = GrowingField(self._theme, title, hint, least, parent)
        label.setBuddy(field)
        add_shortcut(field, "Escape", self.text_requested)
        body.addWidget(label)
        body.addWidget(field)
        return field

    # --- showing ------------------------------------------------------------------------------

    def show_keeper(self, keeper: DraftKeeper, student: str, notes: str) -> None:
        """Show what is said about a packet."""
        if self._keeper is not None:
            self._keeper.changed.disconnect(self._fill)
        self._keeper, self._student, self._current = keeper, student, ""
        keeper.changed.connect(self._fill)
        found = keeper.found
        self.general.fill(keeper.draft.general)
        self.notes.fill(notes)
        clear_layout(self._list)
        self.cards = {}
        self._fill_questions()
        self.given_note.setText(_given_words(found))
        self.given_note.setVisible(bool(self.given_note.text()))
        notes_ = []
        if found.sealed:
            notes_.append(self.tr("Versleuteld ontvangen; je reactie gaat versleuteld terug."))
        if found.packet.replaced:
            notes_.append(self.tr("Namen zijn door de student vervangen."))
        self.sealed_note.setText(" ".join(notes_))
        self.sealed_note.setVisible(bool(notes_))
        self._fill()

    @property
    def current(self) -> str:
        """The remark that stands out, "" for none."""
        return self._current

    def set_current(self, remark_id: str) -> None:
        """Let one card stand out."""
        self._current = remark_id
        for each, card in self.cards.items():
            card.set_current(each == remark_id)

    def focus_card(self, remark_id: str) -> None:
        """Bring a card into view, and the keyboard into its field."""
        card = self.cards.get(remark_id)
        if card is None:
            return
        if isinstance(card, GivenCard):
            card.setFocus()
        elif isinstance(card, DraftCard):
            cursor = card.field.textCursor()
            if not card.field.hasFocus():
                cursor.movePosition(cursor.MoveOperation.End)
                card.field.setTextCursor(cursor)
            card.field.setFocus()
        self._bring(card)

    def focus_field(self, name: str) -> None:
        """Bring the keyboard to the first answer, to the general reaction, or to own notes."""
        answer = next(iter(self.answers.values()), self.general)
        field = {"answer": answer, "general": self.general, "notes": self.notes}[name]
        cursor = field.textCursor()
        cursor.movePosition(cursor.MoveOperation.End)
        field.setTextCursor(cursor)
        field.setFocus()
        self._bring(field)

    def _bring(self, part: QWidget) -> None:
        def scroll() -> None:
            self._body.activate()
            self.area.ensureWidgetVisible(part, 0, 40)

        # What was just made has its place only after this turn of the loop.
        QTimer.singleShot(0, part, scroll)

    @Slot()
    def _fill(self) -> None:
        """Bring the cards up to date; those that did not change stay, with the keyboard."""
        keeper = self._keeper
        if keeper is None:
            return
        before, self.cards = self.cards, {}
        places: dict[str, tuple[int, int]] = {}
        for remark, make in self._wanted(keeper):
            card = before.pop(remark.id, None)
            if card is None or card.remark.kind is not remark.kind:
                if card is not None:
                    before[remark.id] = card
                card = make()
                card.activated.connect(self.activated)
            start = remark.quote.start if remark.quote else 0
            places[remark.id] = self._reader.place_of(remark.answer or "", start)
            self.cards[remark.id] = card
        for gone in before.values():
            self._list.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        for remark in keeper.draft.remarks:
            # A reply stands below what it answers, not where it would stand by itself.
            first = _begin_of(remark, keeper.found)
            if first in places and first != remark.id:
                places[remark.id] = places[first]
        for number, remark_id in enumerate(sorted(self.cards, key=places.__getitem__)):
            card = self.cards[remark_id]
            item = self._list.itemAt(number)
            if item is None or item.widget() is not card:
                self._list.removeWidget(card)
                self._list.insertWidget(number, card)
        self.hint.setVisible(not self.cards)
        self.set_current(self._current)
        self._order_tab()

    def _order_tab(self) -> None:
        """Let Tab go as one reads: the cards, the questions of the student, what is for all."""
        items = map(self._list.itemAt, range(self._list.count()))
        shown = [item.widget() for item in items if item is not None]
        parts = [*filter(None, shown), *self.answers.values(), self.general, self.notes]
        set_tab_order(self.back, fields_in(*parts))

    def _wanted(self, keeper: DraftKeeper) -> Iterator[tuple[Remark, Callable[[], RemarkCard]]]:
        """What is shown: earlier rounds with their threads, what was given back, the draft."""
        found = keeper.found
        earlier = found.packet.remarks
        given = {r.id: each for each in found.given for r in each.answer.remarks}
        threads = (*earlier, *(r for r in found.remarks_given if r.reply_to))
        known = {r.id for r in earlier}
        for remark in earlier:
            if remark.reply_to is None or remark.reply_to not in known:
                state = self.tr("verwerkt") if remark.done else self.tr("eerdere ronde")
                yield remark, partial(self._given_card, remark, state, threads, True)
        for remark in found.remarks_given:
            if remark.reply_to is None:
                day = short_day(local_day(given[remark.id].at))
                state = self.tr("teruggegeven {day}").format(day=day)
                yield remark, partial(self._given_card, remark, state, (), False)
        about: dict[str, str] = {r.id: r.text for r in (*earlier, *found.remarks_given)}
        for remark in keeper.draft.remarks:
            said = shorten(about.get(remark.reply_to or "", ""), 60) if remark.reply_to else ""
            yield remark, partial(self._draft_card, keeper, remark, said)

    def _draft_card(self, keeper: DraftKeeper, remark: Remark, said: str) -> DraftCard:
        card = DraftCard(self._theme, remark, said, self)
        card.text_edited.connect(keeper.set_text)
        card.kind_chosen.connect(self._on_kind_chosen)
        card.remove_requested.connect(self.remove_requested)
        card.left.connect(self.remark_left)
        return card

    def _given_card(
        self, remark: Remark, state: str, remarks: tuple[Remark, ...], can_reply: bool
    ) -> GivenCard:
        thread = thread_of(remark, remarks)
        card = GivenCard(self._theme, remark, state, thread, self._student, can_reply, self)
        card.left.connect(self.remark_left)
        if can_reply:
            card.reply_requested.connect(self._on_reply_requested)
        return card

    def _fill_questions(self) -> None:
        assert self._keeper is not None
        clear_layout(self._questions)
        self.answers = {}
        holder = self.area.widget()
        for question in self._keeper.found.packet.questions:
            label = PlainLabel(question.text, "strong", holder, wrap=True)
            field = GrowingField(
                self._theme,
                self.tr("Antwoord op: {words}").format(words=question.text),
                self.tr("Jouw antwoord …"),
                2,
                holder,
            )
            field.fill(self._keeper.answer_to(question.id))
            field.setObjectName(question.id)
            field.edited.connect(self._on_answer_edited)
            add_shortcut(field, "Escape", self.text_requested)
            self._questions.addWidget(
                PlainLabel(self.tr("{who} vraagt").format(who=self._student), "small", holder)
            )
            self._questions.addWidget(label)
            self._questions.addWidget(field)
            self.answers[question.id] = field

    # --- slots --------------------------------------------------------------------------------

    @Slot(str)
    def _on_general_edited(self, text: str) -> None:
        if self._keeper is not None:
            self._keeper.set_general(text)

    @Slot(str)
    def _on_answer_edited(self, text: str) -> None:
        sender = self.sender()
        if self._keeper is not None and isinstance(sender, QObject):
            self._keeper.set_answer(PublicId(sender.objectName()), text)

    @Slot(str, object)
    def _on_kind_chosen(self, remark_id: str, kind: RemarkKind) -> None:
        if self._keeper is not None:
            self._keeper.set_kind(remark_id, kind)
            self.focus_card(remark_id)

    @Slot(str)
    def _on_reply_requested(self, remark_id: str) -> None:
        if self._keeper is None:
            return
        found = self._keeper.found
        to = next((r for r in found.packet.remarks if r.id == remark_id), None)
        to = to or next((r for r in found.remarks_given if r.id == remark_id), None)
        if to is not None:
            self.focus_card(self._keeper.reply(to).id)


def _begin_of(remark: Remark, found: DeskPacket) -> str:
    """The remark with a card of its own that a thread began with."""
    threads = (*found.packet.remarks, *found.remarks_given)
    above: dict[str, str] = {each.id: each.reply_to or "" for each in threads}
    here: str = remark.reply_to or remark.id
    seen = {""}
    while above.get(here, "") in above and above[here] not in seen:
        seen.add(here)
        here = above[here]
    return here


def _given_words(found: DeskPacket) -> str:
    """When what was given back, and in which file; "" for nothing."""
    lines = [
        f"Teruggegeven op {short_day(local_day(each.at))}: {each.file}." for each in found.given
    ]
    lines += [
        f"Toen schreef je: {each.answer.general}" for each in found.given if each.answer.general
    ]
    return "\n".join(lines)

# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""One remark with its thread and what can be done with it. All words of readers are plain text."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from logbook.core.anchoring import How
from logbook.core.errors import LogbookError
from logbook.core.remarks import KeptRemark, PlacedRemark, RemarkStatus
from logbook.core.text import shorten
from logbook.texts.remarks import (
    REMARK_KINDS,
    about_all,
    about_passage,
    about_question,
    reader_name,
)
from logbook.ui.context import Context
from logbook.ui.exercise.blocks.tab_order import bring_into_place, fields_in, set_tab_order
from logbook.ui.feedback.changed_dialog import ChangedDialog
from logbook.ui.feedback.plain_markdown import as_markdown
from logbook.ui.feedback.remark_acts import RemarkActs
from logbook.ui.feedback.reply_field import ReplyField
from logbook.ui.feedback.reply_row import ReplyRow
from logbook.ui.navigation import ReadEntry
from logbook.ui.revisit.intention_form import OwnIntentionForm
from logbook.ui.styles_remarks import READER_MARKS
from logbook.ui.widgets.buttons import Button
from logbook.ui.widgets.columns import FlowLayout
from logbook.ui.widgets.dates import local_day, short_day
from logbook.ui.widgets.flow_label import FlowLabel
from logbook.ui.widgets.labels import Chip, PlainLabel, set_role
from logbook.ui.widgets.layouts import clear_layout
from logbook.ui.widgets.menus import passing_menu, popup_below

_QUOTE = 90


class RemarkCard(QFrame):
    """A card; `show_remark` brings it up to date, and a field that is open stays open.

    Args:
        leads_to_entry: offer the way to the entry (where the entry is not in view itself).

    Signals:
        activated(str): the user turned to this remark; its id.
        wished(Wish): read the entry.
        noted(AnswerKey): a margin note was made of it.
    """

    activated = Signal(str)
    wished = Signal(object)
    noted = Signal(object)

    def __init__(
        self,
        context: Context,
        acts: RemarkActs,
        parent: QWidget | None = None,
        *,
        leads_to_entry: bool = False,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._acts = acts
        self._leads_to_entry = leads_to_entry
        self._placed: PlacedRemark | None = None
        self._fresh: frozenset[str] = frozenset()
        self._number = 0
        self._on = False
        self.rows: list[ReplyRow] = []
        self.field: ReplyField | None = None
        self.form: OwnIntentionForm | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._build()

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

    def flush(self) -> bool:
        """Keep what is being written; whether that went well."""
        kept = self.field is None or self.field.flush()
        return (self.form is None or self.form.flush()) and kept

    def rescue_text(self) -> str:
        """What is on screen and could not be kept."""
        parts = [each.rescue_text() for each in (self.field, self.form) if each is not None]
        return "\n\n".join(filter(None, parts))

    def close_fields(self) -> bool:
        """Keep what is being written and close it; False when it cannot be kept now."""
        if not self.flush():
            return False
        if self.field is not None:
            self._on_field_done()
        if self.form is not None and self.form.close_form():
            self._on_form_done()
        return True

    # -- building ----------------------------------------------------------------------------------

    def _build(self) -> None:
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
        self._replies = QVBoxLayout()
        self._replies.setSpacing(6)
        body.addLayout(self._replies)
        self._writing = QVBoxLayout()
        body.addLayout(self._writing)
        acts = QWidget(self)
        flow = FlowLayout(acts, 12)
        self.reply = Button(self.tr("Antwoorden"), "aside", "", acts)
        self.done = Button("", "aside", "", acts)
        self.read = Button(self.tr("Naar de bijdrage"), "aside", "", acts)
        self.more = Button(self.tr("Meer"), "aside", "", acts)
        for button in (self.reply, self.done, self.read, self.more):
            flow.addWidget(button)
        body.addWidget(acts)
        self.reply.clicked.connect(self._on_reply_clicked)
        self.done.clicked.connect(self._on_done_clicked)
        self.read.clicked.connect(self._on_read_clicked)
        self.more.clicked.connect(self._on_more_clicked)

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
        self.who.setText(f"{reader_name(remark.reader)} · {day_of(remark)}")
        self.about.setText(about_words(placed))
        self.about.setVisible(bool(self.about.text()))
        self.source.setText(self._source() if self._leads_to_entry and placed.is_lost else "")
        self.source.setVisible(bool(self.source.text()))
        self.words.setText(remark.text)
        self.words.set_role("muted" if is_done else "body")
        self.caution.setText(self._caution())
        self.caution.setVisible(bool(self.caution.text()))
        self.done.setText(self.tr("Toch niet verwerkt") if is_done else self.tr("Verwerkt"))
        self.read.setVisible(self._leads_to_entry and remark.entry_id is not None)
        said = shorten(remark.text, 60)
        self.setAccessibleName(
            ", ".join(
                filter(None, (self.kind.text(), reader_name(remark.reader), remark.text[:400]))
            )
        )
        notes = (self.about.text(), self.source.text(), self.caution.text())
        self.setAccessibleDescription(". ".join(filter(None, notes)))
        for button in (self.reply, self.done, self.read, self.more):
            button.setAccessibleName(f"{button.text()}: {said}")
        self._fill_replies()

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

    def _fill_replies(self) -> None:
        clear_layout(self._replies)
        self.rows = []
        writing = self.field.reply_id if self.field is not None else None
        for reply in self.placed.replies:
            if reply.id == writing:
                continue
            row = ReplyRow(reply, self)
            row.change_requested.connect(self._on_row_change_requested)
            row.take_back_requested.connect(self._on_row_take_back_requested)
            self._replies.addWidget(row)
            row.show()
            self.rows.append(row)
        set_tab_order(self, [self, *fields_in(*self.rows)])

    # -- events and slots --------------------------------------------------------------------------

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.activated.emit(self.placed.remark.id)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self.activated.emit(self.placed.remark.id)

    @Slot()
    def _on_reply_clicked(self) -> None:
        self._write(None)

    @Slot(object)
    def _on_row_change_requested(self, reply: KeptRemark) -> None:
        self._write(reply)

    @Slot(object)
    def _on_row_take_back_requested(self, reply: KeptRemark) -> None:
        self._acts.take_back(self.placed.remark, reply)
        self.reply.setFocus()

    def _write(self, reply: KeptRemark | None) -> None:
        if not self.close_fields():
            return
        name = self.tr("Antwoord op: {words}").format(words=shorten(self.placed.remark.text, 60))
        self.field = ReplyField(self._context, self.placed.remark, name, reply, self)
        self.field.done.connect(self._on_field_done)
        self._writing.addWidget(self.field)
        bring_into_place(self.rows[-1] if self.rows else self, self.field)
        if reply is not None:
            self._fill_replies()
        self.reply.hide()
        self.field.show()
        self.field.setFocus()

    @Slot()
    def _on_field_done(self) -> None:
        field, self.field = self.field, None
        if field is None:
            return
        had_keyboard = field.isAncestorOf(field.window().focusWidget() or self)
        self._take_out(field)
        self.reply.show()
        self._fill_replies()
        self._acts.placed(self.placed.remark, field)
        if had_keyboard:
            self.reply.setFocus()

    @Slot()
    def _on_done_clicked(self) -> None:
        remark = self.placed.remark
        self._acts.set_done(remark, done=remark.status is not RemarkStatus.DONE)

    @Slot()
    def _on_read_clicked(self) -> None:
        if self.placed.remark.entry_id is not None:
            self.wished.emit(ReadEntry(self.placed.remark.entry_id))

    @Slot()
    def _on_more_clicked(self) -> None:
        menu = passing_menu(self)
        for caption, slot in self._more_acts():
            menu.addAction(caption, slot)
        popup_below(menu, self.more)

    def _more_acts(self) -> list[tuple[str, Callable[[], None]]]:
        remark = self.placed.remark
        found: list[tuple[str, Callable[[], None]]] = [
            (self.tr("Maak er een voornemen van"), self.make_intention)
        ]
        if remark.entry_id is not None:
            found.append((self.tr("Maak er een kanttekening van"), self.make_note))
        if remark.key is not None:
            found.append((self.tr("Wat veranderde sinds deze feedback?"), self.show_changes))
        return found

    @Slot()
    def make_intention(self) -> None:
        """Write an intention that follows from the remark, beside its entry."""
        if not self.close_fields():
            return
        entry_id = self.placed.remark.entry_id
        reading = self._context.services.reading
        entry = self._acts.ask(lambda: reading.entry(entry_id)) if entry_id is not None else None
        if entry_id is not None and entry is None:
            return
        self.form = OwnIntentionForm(self._context, entry, self)
        self.form.propose("what", as_markdown(self.placed.remark.text))
        self.form.done.connect(self._on_form_done)
        self._writing.addWidget(self.form)
        bring_into_place(self.rows[-1] if self.rows else self, self.form)
        self.form.show()
        self.form.setFocus()

    @Slot()
    def _on_form_done(self) -> None:
        form, self.form = self.form, None
        if form is None:
            return
        self._take_out(form)
        if form.is_changed:
            self._context.messages.show(
                self.tr("Je voornemen staat erbij. Op Vandaag kom je het weer tegen."),
                "success",
                self.tr("Ongedaan maken"),
                form.take_back,
            )
        self.more.setFocus()

    @Slot()
    def make_note(self) -> None:
        """Put the remark as a margin note beside the answer."""
        key = self._acts.to_margin_note(self.placed)
        if key is not None:
            self.noted.emit(key)

    @Slot()
    def show_changes(self) -> None:
        """Show what changed in the answer since the remark was given."""
        found = self._acts.changed_since(self.placed.remark)
        if found is None:
            self._context.messages.show(self.tr("Dit antwoord is er niet meer."))
            return
        dialog = ChangedDialog(
            self._context.theme, self.placed.question, *found, parent=self.window()
        )
        dialog.exec()
        dialog.deleteLater()

    def _take_out(self, widget: QWidget) -> None:
        self._writing.removeWidget(widget)
        widget.hide()
        widget.deleteLater()


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

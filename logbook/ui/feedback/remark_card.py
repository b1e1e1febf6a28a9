# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""One remark with its thread and what can be done with it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from logbook.core.remarks import KeptRemark, RemarkStatus
from logbook.core.text import shorten
from logbook.ui.context import Context
from logbook.ui.exercise.blocks.tab_order import bring_into_place, fields_in, set_tab_order
from logbook.ui.feedback.changed_dialog import ChangedDialog
from logbook.ui.feedback.plain_markdown import as_markdown
from logbook.ui.feedback.remark_acts import RemarkActs
from logbook.ui.feedback.remark_frame import RemarkFrame
from logbook.ui.feedback.reply_field import ReplyField
from logbook.ui.feedback.reply_row import ReplyRow
from logbook.ui.navigation import ReadEntry
from logbook.ui.revisit.intention_form import OwnIntentionForm
from logbook.ui.widgets.buttons import Button
from logbook.ui.widgets.columns import FlowLayout
from logbook.ui.widgets.layouts import clear_layout
from logbook.ui.widgets.menus import passing_menu, popup_below


class RemarkCard(RemarkFrame):
    """A remark, its thread and its acts; a field that is open stays open while it is filled anew.

    Signals:
        wished(Wish): read the entry.
        noted(AnswerKey): a margin note was made of it.
    """

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
        super().__init__(context, parent, leads_to_entry=leads_to_entry)
        self._acts = acts
        self.rows: list[ReplyRow] = []
        self.field: ReplyField | None = None
        self.form: OwnIntentionForm | None = None
        self._build()

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
        body = self._body
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
        self.more.setAccessibleName(self.tr("Meer met deze opmerking doen"))
        for button in (self.reply, self.done, self.read, self.more):
            flow.addWidget(button)
        body.addWidget(acts)
        self.reply.clicked.connect(self._on_reply_clicked)
        self.done.clicked.connect(self._on_done_clicked)
        self.read.clicked.connect(self._on_read_clicked)
        self.more.clicked.connect(self._on_more_clicked)

    def _fill(self) -> None:
        super()._fill()
        remark = self.placed.remark
        is_done = remark.status is RemarkStatus.DONE
        self.done.setText(self.tr("Toch niet verwerkt") if is_done else self.tr("Verwerkt"))
        self.read.setVisible(self._leads_to_entry and remark.entry_id is not None)
        said = shorten(remark.text, 60)
        for button in (self.reply, self.done, self.read, self.more):
            button.setAccessibleName(f"{button.text()}: {said}")
        self._fill_replies()

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

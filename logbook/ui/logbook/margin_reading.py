# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Margin notes in a text that is read: the text opens at a passage and a field stands in between.

Used by the reading pane and by a closed round. The owner renders the text with `editing` and gives
it to `set_html`; what was written is told to every screen when the field closes.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from logbook import texts
from logbook.core.entry import AnswerKey, Entry, EntryId, RevisionId
from logbook.core.errors import LogbookError
from logbook.core.margin import beside_of
from logbook.ui.context import Context
from logbook.ui.logbook.margin_field import MarginField
from logbook.ui.logbook.margin_html import BESIDE, CHANGE, ENTRY, key_of, split_at_place
from logbook.ui.reference.outside import open_outside
from logbook.ui.widgets.rich_text import RichText


class MarginReading(QObject):
    """Between one text on screen and the margin notes of its entry.

    Args:
        text: shows the text, and the part before the field while a note is written.
        place: the layout in which it stands; the field and the rest of the text come below it.
        picture: as for `RichText`.

    Signals:
        refill_requested(): render the text again.
        entry_requested(str): a link to another entry was followed.
    """

    refill_requested = Signal()
    entry_requested = Signal(str)

    def __init__(
        self,
        context: Context,
        text: RichText,
        place: QVBoxLayout,
        px: float,
        picture: Callable[[str], object | None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._text = text
        self._place = place
        self._entry: Entry | None = None
        self.field: MarginField | None = None
        self._rest = RichText(context.theme, text.parentWidget(), px, picture=picture)
        self._rest.setAccessibleName(self.tr("Tekst na de kanttekening"))
        self._rest.hide()
        self._rest.link_activated.connect(text.link_activated)
        place.addWidget(self._rest)

    @property
    def editing(self) -> AnswerKey | None:
        """The note that is being written."""
        return self.field.key if self.field is not None else None

    def show_entry(self, entry: Entry) -> bool:
        """Belong to this entry from now on; False when another note cannot be kept now."""
        other = self._entry is not None and self._entry.id != entry.id
        if other and not self.close(refill=False):
            return False
        self._entry = entry
        return True

    def set_html(self, html: str) -> None:
        """Show the text, around the field when there is one."""
        before, behind = split_at_place(html)
        self._text.set_html(before)
        self._text.setVisible(bool(before) or behind is None)
        self._rest.setVisible(bool(behind))
        if behind is not None:
            self._rest.set_html(behind)

    @Slot(str)
    def follow(self, address: str) -> None:
        """Do what a link in the text asks."""
        if address.startswith(BESIDE):
            self.begin(key_of(address.removeprefix(BESIDE)))
        elif address.startswith(CHANGE):
            self.change(key_of(address.removeprefix(CHANGE)))
        elif address.startswith(ENTRY):
            self.entry_requested.emit(address.removeprefix(ENTRY))
        else:
            open_outside(self._context.messages, self._text.window(), address)

    def begin(self, beside: AnswerKey | None = None) -> None:
        """Write a new note beside an answer, or beside the whole entry (None)."""
        if self.close():
            self._open(self._context.services.margin.begin(beside))

    def change(self, key: AnswerKey | None) -> None:
        """Go on with a note."""
        if key is not None and self.close():
            self._open(key)

    def flush(self) -> bool:
        """Make the note on screen durable; whether that went well."""
        return self.field is None or self.field.flush(close_version=True)

    def rescue_text(self) -> str:
        """The note on screen when it could not be kept; "" else."""
        if self.field is None or not self.field.kept.pending:
            return ""
        return self.tr("Kanttekening") + "\n\n" + self.field.kept.text + "\n"

    def close(self, *, refill: bool = True) -> bool:
        """Keep the note and take its field away; False when it cannot be kept now."""
        field = self.field
        if field is None:
            return True
        if not field.flush(close_version=True):
            return False
        self._take_away(field)
        if field.changes is not None:
            self._context.notifier.announce(field.changes)
        if refill:
            self.refill_requested.emit()
        return True

    # -- the field ---------------------------------------------------------------------------------

    def _open(self, key: AnswerKey) -> None:
        entry = self._entry
        if entry is None:
            return
        beside, known = beside_of(key), entry.answer(key)
        answered = entry.answer(beside) if beside is not None else None
        question = known.wording.prompt_text if known else ""
        if not question and answered is not None:
            question = answered.wording.prompt_text
        self.field = field = MarginField(
            self._context,
            entry.id,
            key,
            question,
            known.value.text if known else "",
            known.head if known else None,
            self._text.parentWidget(),
        )
        field.done.connect(self._on_field_done)
        field.remove_requested.connect(self._on_field_remove_requested)
        field.entry_requested.connect(self.entry_requested)
        self._place.insertWidget(self._place.indexOf(self._text) + 1, field)
        self.refill_requested.emit()
        field.show()
        field.focus()
        QTimer.singleShot(0, field, self._bring_into_view)

    def _take_away(self, field: MarginField) -> None:
        self.field = None
        had_keyboard = field.isAncestorOf(field.window().focusWidget() or field)
        self._place.removeWidget(field)
        field.kept.stop()
        field.hide()
        field.deleteLater()
        if had_keyboard:
            self._text.setFocus()

    @Slot()
    def _bring_into_view(self) -> None:
        above: QWidget | None = self.field
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        if isinstance(above, QScrollArea) and self.field is not None:
            above.ensureWidgetVisible(self.field, 0, 24)

    @Slot()
    def _on_field_done(self) -> None:
        self.close()

    @Slot()
    def _on_field_remove_requested(self) -> None:
        """Make the note empty: it is not shown any more, its history stays."""
        field, entry = self.field, self._entry
        if field is None or entry is None or not field.flush(close_version=True):
            return
        before, key, entry_id = field.kept.text, field.key, entry.id
        field.kept.edit("")
        if self.close():
            self._context.messages.show(
                self.tr("De kanttekening is weg."),
                action_text=self.tr("Ongedaan maken"),
                action=lambda: self._put_back(entry_id, key, before),
            )

    def _put_back(self, entry_id: EntryId, key: AnswerKey, text: str) -> None:
        services = self._context.services
        try:
            answer = services.reading.entry(entry_id).answer(key)
            head = RevisionId(answer.head) if answer is not None else None
            saved = services.margin.write(entry_id, key, text, head, close_revision=True)
        except LogbookError as error:
            self._context.messages.show(texts.error_sentence(error), "error")
            return
        self._context.notifier.announce(saved.changes)

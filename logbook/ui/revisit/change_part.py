# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""What closes Toen en nu: what changed and by what, as an entry of its own.

It is a note in the form `toen-en-nu`; it exists from the first choice or word, and links to both
answers.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from logbook import texts
from logbook.core.entry import AnswerKey, EntryId, Value
from logbook.core.exercise import Exercise
from logbook.ui.context import Context
from logbook.ui.editor.answer_field import AnswerField
from logbook.ui.exercise.draft import Draft
from logbook.ui.exercise.save_strip import SaveStrip
from logbook.ui.widgets.buttons import Button
from logbook.ui.widgets.columns import FlowLayout
from logbook.ui.widgets.flow_label import FlowLabel
from logbook.ui.widgets.labels import PlainLabel

FORM = "toen-en-nu"
CHANGED = AnswerKey("changed")
WHY = AnswerKey("why")
ABOUT = AnswerKey("about")


class ChangePart(QWidget):
    """Chips for what changed, and a field for by what.

    Args:
        links: gives the Markdown that leads to both answers; asked when there is something to keep.

    Signals:
        saving_changed(): `draft` was kept, or could not be.
        entry_requested(str): a link in the field was followed.
    """

    saving_changed = Signal()
    entry_requested = Signal(str)

    def __init__(
        self, context: Context, links: Callable[[], str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._links = links
        self._strip = SaveStrip(context.messages, self)
        self._chips: dict[str, Button] = {}
        self._field: AnswerField | None = None
        self.draft: Draft | None = None
        self._body = QVBoxLayout(self)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(10)
        self._build()

    @property
    def entry_id(self) -> EntryId | None:
        """The entry with what changed; None while there is none."""
        return self.draft.entry_id if self.draft is not None and self.draft.is_stored else None

    @property
    def question(self) -> str:
        """What is asked here."""
        return self._title.text()

    def said(self) -> tuple[str, str]:
        """What was chosen, and the words; "" for what was not said."""
        if self.draft is None:
            return "", ""
        chosen = self.draft.value(CHANGED).options
        what = texts.joined([chip.text() for each, chip in self._chips.items() if each in chosen])
        return what, self.draft.value(WHY).text.strip()

    def begin(self, question: str = "") -> None:
        """Be ready to write about these two answers; what was begun for them stays.

        Args:
            question: what the exercise itself asks when looking back, "" for nothing.
        """
        self._asked.setText(question)
        self._asked.setVisible(bool(question))
        form = self._context.services.content.library().templates.get(FORM)
        self.setVisible(form is not None)
        if self.draft is not None or form is None:
            return
        entry = self._context.services.writing.begin_note(form)
        self.draft = draft = Draft(self._context, entry, form, self)
        self._strip.follow(draft)
        self._fill_chips(form)
        self._field = AnswerField(draft, WHY, self._context.theme, self.question, parent=self)
        self._field.editor.set_minimum_lines(4)
        self._body.addWidget(self._field)
        draft.value_changed.connect(self._on_draft_value_changed)
        draft.saving_changed.connect(self.saving_changed)
        draft.entry_requested.connect(self.entry_requested)

    def flush(self) -> bool:
        """Make it durable, with links to both answers; whether that went well."""
        if self.draft is None:
            return True
        self.link()
        return self.draft.flush(close_revisions=True)

    def link(self) -> None:
        """Lead to both answers as long as there is something to lead from."""
        draft = self.draft
        if draft is not None:
            empty = draft.value(CHANGED).is_empty and draft.value(WHY).is_empty
            draft.set_value(ABOUT, Value("" if empty else self._links()))

    def end(self) -> None:
        """Let go of what was written here; `flush` first."""
        if self.draft is None:
            return
        self._strip.follow(None)
        self.draft.stop()
        self.draft.deleteLater()
        self.draft = None
        if self._field is not None:
            self._field.hide()
            self._field.deleteLater()
            self._field = None

    # -- building ----------------------------------------------------------------------------------

    def _build(self) -> None:
        self._row = QWidget(self)
        self._flow = FlowLayout(self._row, 10)
        self._flow.addWidget(FlowLabel(self.tr("Wat is er veranderd?"), "muted", self._row))
        self._body.addWidget(self._row)
        self._body.addSpacing(12)
        self._title = PlainLabel(
            self.tr("Wat is er veranderd, en waardoor?"), "heading", self, wrap=True
        )
        self._body.addWidget(self._title)
        self._asked = PlainLabel("", "muted", self, wrap=True)
        self._body.addWidget(self._asked)

    def _fill_chips(self, form: Exercise) -> None:
        for chip in self._chips.values():
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = {}
        block = form.block(CHANGED.block)
        for option in block.prompts[0].options if block and block.prompts else ():
            chip = Button(option.text, "chip", "", self._row)
            chip.setCheckable(True)
            chip.setAccessibleName(self.tr("Veranderd: {what}").format(what=option.text))
            chip.setProperty("option", option.id)
            chip.clicked.connect(self._on_chip_clicked)
            self._flow.addWidget(chip)
            self._chips[option.id] = chip
        self._show_chips()

    def _show_chips(self) -> None:
        chosen = self.draft.value(CHANGED).options if self.draft is not None else ()
        for option, chip in self._chips.items():
            chip.setChecked(option in chosen)
            chip.set_role("chip-on" if option in chosen else "chip")

    @Slot()
    def _on_chip_clicked(self) -> None:
        draft, option = self.draft, self.sender().property("option")
        if draft is None:
            return
        value = draft.value(CHANGED)
        kept = tuple(each for each in value.options if each != option)
        options = kept if option in value.options else (*kept, option)
        draft.set_value(CHANGED, replace(value, options=options))

    @Slot(object)
    def _on_draft_value_changed(self, key: AnswerKey) -> None:
        if key == CHANGED:
            self._show_chips()
        if key in (CHANGED, WHY):
            self.link()

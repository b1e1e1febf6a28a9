# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""A short form with questions of the program itself, beside any entry; keeps itself as one types.

Which questions, and under which keys, its owner says (`core.follow_up`).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from logbook.core.entry import AnswerKey, Entry, EntryId, Value
from logbook.core.exercise import Option
from logbook.core.follow_up import TRIED_WORDS, StandingQuestion
from logbook.services.changes import Changes
from logbook.services.writing import Edit
from logbook.texts import error_sentence
from logbook.ui.acts import Acts
from logbook.ui.context import Context
from logbook.ui.editor.answer_field import AnswerField
from logbook.ui.exercise.blocks.date_field import DateField
from logbook.ui.exercise.blocks.options import OptionList
from logbook.ui.exercise.draft import Draft
from logbook.ui.widgets.buttons import Button
from logbook.ui.widgets.columns import FlowLayout
from logbook.ui.widgets.dates import clock
from logbook.ui.widgets.flow_label import FlowLabel
from logbook.ui.widgets.labels import PlainLabel

_TRIED = tuple(Option(tried.value, words) for tried, words in TRIED_WORDS.items())


class StandingForm(QWidget):
    """Questions below each other, with what is kept so far and a way to be ready.

    Args:
        entry: the one beside which the answers are kept; stored, or as it was begun.
        questions: what is asked, in order.
        key_of: the key of a question, by its prompt.

    Signals:
        done(): the user is ready; everything is kept.
    """

    done = Signal()

    def __init__(
        self,
        context: Context,
        entry: Entry,
        questions: Sequence[StandingQuestion],
        key_of: Callable[[str], AnswerKey],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._keys = [key_of(question.prompt) for question in questions]
        self._key_of = key_of
        exercise = context.services.content.library().exercise(entry.exercise_id)
        self.draft = Draft(context, entry, exercise, self)
        self._before = {key: self.draft.value(key) for key in self._keys}
        self._fillers: dict[AnswerKey, Callable[[Value], None]] = {}
        self.fields: dict[str, QWidget] = {}
        self._body = QVBoxLayout(self)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(6)
        for question, key in zip(questions, self._keys, strict=True):
            self._add(question, key)
        self._build_foot()
        self.setFocusProxy(next(iter(self.fields.values())))
        self.draft.saving_changed.connect(self._show_state)
        self.draft.value_changed.connect(self._on_draft_value_changed)
        self._show_state()

    @property
    def entry_id(self) -> EntryId:
        """The entry that holds the answers."""
        return self.draft.entry_id

    @property
    def is_changed(self) -> bool:
        """Whether something was written or chosen since the form came into view."""
        return any(self.draft.value(key) != before for key, before in self._before.items())

    def propose(self, prompt: str, text: str) -> None:
        """Put words in a field to go on with; they are kept like any other."""
        self.draft.set_value(self._key_of(prompt), Value(text))

    def flush(self) -> bool:
        """Make everything durable; whether that went well."""
        return self.draft.flush(close_revisions=True)

    def rescue_text(self) -> str:
        """What is on screen and not durable yet, as plain text."""
        if not self.draft.pending:
            return ""
        return "\n\n".join(filter(None, (self.draft.value(key).words() for key in self._keys)))

    def close_form(self) -> bool:
        """Keep everything and end; False when it cannot be kept now, and then the form stays."""
        if not self.flush():
            return False
        self.draft.stop()
        return True

    def take_back(self) -> None:
        """Put every answer back as it was before this form; call after `close_form`."""
        acts = Acts(self._context)
        put_back(self._context, acts, self.entry_id, self._before)
        acts.deleteLater()

    # -- building ----------------------------------------------------------------------------------

    def _add(self, question: StandingQuestion, key: AnswerKey) -> None:
        theme = self._context.theme
        if self.fields:
            self._body.addSpacing(10)
        self._body.addWidget(PlainLabel(question.text, "strong", self, wrap=True))
        field: QWidget
        if question.kind == "choice":
            field = self._options(key)
        elif question.kind == "date":
            field = self._day(question, key)
        else:
            field = AnswerField(
                self.draft, key, theme, question.text, single_line=question.kind == "line"
            )
            if question.kind != "line":
                field.editor.set_minimum_lines(2)
        field.setParent(self)
        self._body.addWidget(field)
        self.fields[question.prompt] = field

    def _options(self, key: AnswerKey) -> OptionList:
        options = OptionList(self._context.theme, _TRIED, single=True, parent=self)

        def fill(value: Value) -> None:
            options.set_chosen(value.options)

        def choose(option_id: str, on: bool) -> None:
            chosen = (option_id,) if on else ()
            self.draft.set_value(key, replace(self.draft.value(key), options=chosen))
            fill(self.draft.value(key))

        options.toggled.connect(choose)
        self._fillers[key] = fill
        fill(self.draft.value(key))
        return options

    def _day(self, question: StandingQuestion, key: AnswerKey) -> DateField:
        field = DateField(self._context.theme, question.text, self._context.services.today(), self)

        def fill(value: Value) -> None:
            if value.day != field.day:
                field.set_day(value.day)

        def choose(day: date | None) -> None:
            self.draft.set_value(key, replace(self.draft.value(key), day=day))

        field.day_chosen.connect(choose)
        self._fillers[key] = fill
        fill(self.draft.value(key))
        return field

    def _build_foot(self) -> None:
        foot = QWidget(self)
        flow = FlowLayout(foot, 12)
        self.ready = Button(self.tr("Klaar voor nu"), "primary", "", foot)
        self.ready.clicked.connect(self._on_ready_clicked)
        self._state = FlowLabel("", "small", foot, wrap=True)
        flow.addWidget(self.ready)
        flow.addWidget(self._state)
        self._body.addSpacing(8)
        self._body.addWidget(foot)
        for keys in ("Escape", "Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self._on_ready_clicked)

    # -- slots -------------------------------------------------------------------------------------

    @Slot()
    def _show_state(self) -> None:
        draft = self.draft
        if draft.failure is not None:
            self._state.setText(error_sentence(draft.failure))
        elif draft.saved_at is not None and not draft.pending:
            self._state.setText(self.tr("Bewaard {clock}").format(clock=clock(draft.saved_at)))
        else:
            self._state.setText(self.tr("Alles mag leeg blijven"))
        self._state.updateGeometry()

    @Slot(object)
    def _on_draft_value_changed(self, key: AnswerKey) -> None:
        fill = self._fillers.get(key)
        if fill is not None:
            fill(self.draft.value(key))

    @Slot()
    def _on_ready_clicked(self) -> None:
        if self.close_form():
            self.done.emit()


def put_back(
    context: Context, acts: Acts, entry_id: EntryId, values: dict[AnswerKey, Value]
) -> bool:
    """Write values over what is stored beside an entry, as the newest versions."""

    def act() -> Changes:
        entry = context.services.reading.entry(entry_id)
        edits = []
        for key, value in values.items():
            answer = entry.answer(key)
            if answer is not None and answer.value != value:
                edits.append(Edit(key, value, answer.head))
        return context.services.writing.save(entry, edits, close_revisions=True).changes

    return acts.do(act)

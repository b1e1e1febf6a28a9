# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""`.choice`: options to tick, an own option, and what makes it so."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from logbook import texts
from logbook.core.entry import AnswerKey, Value
from logbook.core.exercise import ChoiceSettings, Prompt
from logbook.ui.editor.answer_field import AnswerField
from logbook.ui.exercise.blocks.options import OptionList
from logbook.ui.exercise.blocks.question import Question
from logbook.ui.exercise.blocks.view import BlockView
from logbook.ui.exercise.cards.limit import announce
from logbook.ui.exercise.draft import Draft
from logbook.ui.theme import Theme
from logbook.ui.widgets.labels import PlainLabel


class ChoiceField(QWidget):
    """Options, an own option when allowed, a kind word at the limit, and an explanation."""

    def __init__(
        self,
        theme: Theme,
        prompt: Prompt,
        key: AnswerKey,
        settings: ChoiceSettings,
        draft: Draft,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._draft = draft
        self._key = key
        self._maximum = settings.maximum
        single = settings.maximum == 1
        self.options = OptionList(theme, prompt.options, single, self)
        self.limit = PlainLabel("", "caution", self, wrap=True)
        self.limit.hide()
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(8)
        body.addWidget(self.options)
        self.own: AnswerField | None = None
        if settings.own:
            own = self.tr("Iets anders, in eigen woorden")
            self.own = AnswerField(
                draft, key, theme, own, own, single_line=True, part="own", parent=self
            )
            self.own.text_edited.connect(self._on_own_text_edited)
            body.addWidget(self.own)
        self._body = body
        body.addWidget(self.limit)
        self.explanation = AnswerField(
            draft, key, theme, self.tr("Toelichting"), self.tr("Waarom kies je dit?"), parent=self
        )
        self.explanation.editor.set_minimum_lines(2)
        body.addWidget(self.explanation)
        self.setFocusProxy(self.options)
        self.options.toggled.connect(self._on_options_toggled)
        draft.value_changed.connect(self._on_draft_value_changed)
        self._fill()

    def is_empty(self) -> bool:
        """Whether nothing was chosen or written."""
        return self._value.is_empty

    @property
    def _value(self) -> Value:
        return self._draft.value(self._key)

    def _fill(self) -> None:
        self.options.set_chosen(self._value.options)

    def _tell_limit(self, over: bool, option_id: str = "") -> None:
        """Say right below the option that was refused, or below the own words, that it is full."""
        if over and option_id:
            self.options.put_below(option_id, self.limit)
        elif over and self.own is not None:
            self._body.insertWidget(self._body.indexOf(self.own) + 1, self.limit)
        self.limit.setText(texts.options_full(self._maximum) if over else "")
        self.limit.setVisible(over)
        if over:
            announce(self, self.limit.text())

    @Slot(str, bool)
    def _on_options_toggled(self, option_id: str, on: bool) -> None:
        value = self._value
        kept = tuple(chosen for chosen in value.options if chosen != option_id)
        over = False
        if on:
            # Own words are never wiped by a tick: they hold a place until the user clears them.
            kept = () if self.options.single else kept
            taken = len(kept) + bool(value.own.strip())
            over = bool(self._maximum) and taken >= self._maximum
            value = value if over else replace(value, options=(*kept, option_id))
        else:
            value = replace(value, options=kept)
        self._draft.set_value(self._key, value)
        self._tell_limit(over, option_id)
        self._fill()

    @Slot()
    def _on_own_text_edited(self) -> None:
        value = self._value
        own = bool(value.own.strip())
        if own and self.options.single and value.options:
            self._draft.set_value(self._key, replace(value, options=()))
        over = bool(self._maximum) and not self.options.single
        self._tell_limit(over and own and len(value.options) + own > self._maximum)

    @Slot(object)
    def _on_draft_value_changed(self, key: AnswerKey) -> None:
        if key == self._key:
            self._fill()


class ChoiceBlockView(BlockView):
    """A choice for each prompt of the block (there is one)."""

    def build(self) -> None:
        settings = self.block.settings
        assert isinstance(settings, ChoiceSettings)
        for prompt in self.block.prompts:
            key = AnswerKey(self.block.id, prompt.id)
            field = ChoiceField(self.theme, prompt, key, settings, self.draft, self)
            title = prompt.text if prompt.id else ""
            question = Question(self.theme, prompt, title, field, field.is_empty, self.draft, self)
            self.add_question(question)

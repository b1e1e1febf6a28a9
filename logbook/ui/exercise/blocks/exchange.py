# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""`.exchange`: in conversation, alone or later; the other fields follow that choice.

A field with words in it always stays in view.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Slot

from logbook.core.entry import AnswerKey
from logbook.core.exercise import ExchangeSettings, Field, Prompt
from logbook.ui.exercise.blocks.options import OptionList
from logbook.ui.exercise.blocks.question import Question, prose_question
from logbook.ui.exercise.blocks.view import BlockView
from logbook.ui.widgets.labels import PlainLabel

_CONVERSATION, _ALONE, _LATER = "conversation", "alone", "later"
#: Which questions belong to an exchange that is done alone.
_WHEN_ALONE = frozenset({"take-along"})
_WITH_ROLE = "who"


class ExchangeBlockView(BlockView):
    """Three ways to exchange, and the questions that go with the chosen one."""

    def build(self) -> None:
        self.modes: OptionList | None = None
        self._mode_key = AnswerKey(self.block.id)
        self._others: list[tuple[Prompt, Question]] = []
        for prompt in self.block.prompts:
            if prompt.field is Field.CHOICE:
                self._add_modes(prompt)
            else:
                self._add_other(prompt)
        text = self.tr("Dat kan altijd nog: deze stap blijft hier voor je klaarstaan.")
        self.later = PlainLabel(text, "muted", self, wrap=True)
        self.body.addWidget(self.later)
        self.draft.value_changed.connect(self._on_draft_value_changed)
        self._fill()

    def _add_modes(self, prompt: Prompt) -> None:
        self._mode_key = AnswerKey(self.block.id, prompt.id)
        self.modes = OptionList(self.theme, prompt.options, True, self)
        self.modes.toggled.connect(self._on_modes_toggled)

        def is_empty() -> bool:
            return not self.draft.value(self._mode_key).options

        self.add_question(
            Question(self.theme, prompt, prompt.text, self.modes, is_empty, self.draft, self)
        )

    def _add_other(self, prompt: Prompt) -> None:
        hint = ""
        settings = self.block.settings
        if prompt.id == _WITH_ROLE and isinstance(settings, ExchangeSettings) and settings.role:
            hint = self.tr("Bijvoorbeeld: {role}").format(role=settings.role)
        key = AnswerKey(self.block.id, prompt.id)
        question = prose_question(self.theme, prompt, key, self.draft, prompt.text, self, hint=hint)
        self._others.append((prompt, question))
        self.add_question(question)

    def prompt_ids(self) -> tuple[str, ...]:
        return tuple(prompt.id for prompt in self.block.prompts[:1])

    def show_only(self, prompt_id: str | None) -> None:
        self._fill()

    def focus_first_empty(self) -> None:
        shown = [question for _, question in self._others if question.isVisibleTo(self)]
        if self.mode() and shown:
            # The way was chosen: what one types is meant for a question, not for a round button.
            empty = (question for question in shown if question.is_empty())
            next(empty, shown[-1]).focus_field()
        else:
            super().focus_first_empty()

    def mode(self) -> str:
        """How the exchange goes; "" while nothing was chosen."""
        return next(iter(self.draft.value(self._mode_key).options), "")

    def _fill(self) -> None:
        mode = self.mode()
        if self.modes is not None:
            self.modes.set_chosen((mode,))
        for prompt, question in self._others:
            wanted = mode == _CONVERSATION or (mode == _ALONE and prompt.id in _WHEN_ALONE)
            question.setVisible(wanted or not question.is_empty())
        self.later.setVisible(mode == _LATER)

    @Slot(str, bool)
    def _on_modes_toggled(self, mode: str, on: bool) -> None:
        value = self.draft.value(self._mode_key)
        self.draft.set_value(self._mode_key, replace(value, options=(mode,) if on else ()))
        self._fill()

    @Slot(object)
    def _on_draft_value_changed(self, key: AnswerKey) -> None:
        if key == self._mode_key:
            self._fill()

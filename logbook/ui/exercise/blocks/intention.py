# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""`.intention`: what I try, when, how I will notice, and a day to look back (or none)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Slot

from logbook.core.entry import AnswerKey
from logbook.core.exercise import Field, Prompt
from logbook.ui.exercise.blocks.date_field import DateField
from logbook.ui.exercise.blocks.question import Question
from logbook.ui.exercise.blocks.view import BlockView


class IntentionBlockView(BlockView):
    """The fields of an intention, the day among them."""

    def build(self) -> None:
        self.date_field: DateField | None = None
        self._day_key = AnswerKey(self.block.id)
        for prompt in self.block.prompts:
            if prompt.field is Field.DATE:
                self._add_date(prompt)
            else:
                self.add_prose(AnswerKey(self.block.id, prompt.id), prompt.id)
        self.draft.value_changed.connect(self._on_draft_value_changed)

    def _add_date(self, prompt: Prompt) -> None:
        key = self._day_key = AnswerKey(self.block.id, prompt.id)
        field = DateField(self.theme, prompt.text, self.draft.today, self)
        field.set_day(self.draft.value(key).day)
        field.day_chosen.connect(self._on_date_field_day_chosen)
        self.date_field = field

        def is_empty() -> bool:
            return self.draft.value(key).day is None

        self.add_question(
            Question(self.theme, prompt, prompt.text, field, is_empty, self.draft, self)
        )

    @Slot(object)
    def _on_date_field_day_chosen(self, day: date | None) -> None:
        key = self._day_key
        self.draft.set_value(key, replace(self.draft.value(key), day=day))

    @Slot(object)
    def _on_draft_value_changed(self, key: AnswerKey) -> None:
        if self.date_field is not None and key == self._day_key:
            day = self.draft.value(key).day
            if day != self.date_field.day:
                self.date_field.set_day(day)

# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The user's own words about a card: what stands beside or below its picture."""

from __future__ import annotations

from dataclasses import dataclass

from logbook.core.entry import AnswerKey
from logbook.core.exercise import Exercise, Field, Prompt
from logbook.core.text import first_line, without_marks
from logbook.ui.exercise.draft import Draft

_TITLE_LENGTH = 40


@dataclass(frozen=True, slots=True)
class CardWords:
    """What was written about a card where it was chosen: pairs of question and answer."""

    answers: tuple[tuple[Prompt, str], ...] = ()

    @property
    def title(self) -> str:
        """The first short answer: the word for this card; "" when there is none."""
        for prompt, text in self.answers:
            if prompt.field is Field.LINE:
                return first_line(text, _TITLE_LENGTH)
        return ""

    @property
    def rest(self) -> str:
        """The other answers as one text."""
        texts = [text for prompt, text in self.answers]
        if self.title:
            short = next(t for prompt, t in self.answers if prompt.field is Field.LINE)
            texts.remove(short)
        return " · ".join(" ".join(without_marks(text).split()) for text in texts)


def words_about(item: str, source: str, draft: Draft) -> CardWords:
    """What was written about an item in the block `source`, where it was chosen."""
    exercise: Exercise | None = draft.exercise
    block = exercise.block(source) if exercise else None
    found = []
    for prompt in block.prompts if block else ():
        text = draft.value(AnswerKey(source, prompt.id, item)).text.strip()
        if prompt.per_item and text:
            found.append((prompt, text))
    return CardWords(tuple(found))

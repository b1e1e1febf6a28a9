# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Several answers put into one text, and back. Knows a draft, no widgets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from logbook.core.entry import AnswerKey, Value
from logbook.ui.exercise.draft import Draft


def merged_text(running: str, answers: Mapping[str, str]) -> str:
    """The running text with every question in bold and its answer after it."""
    parts = [running.rstrip()] if running.strip() else []
    for question, answer in answers.items():
        parts += [f"**{question}**", answer.strip("\n")]
    return "\n\n".join(parts)


@dataclass(frozen=True, slots=True)
class Merge:
    """What stood there before answers went into one text."""

    draft: Draft
    running: AnswerKey
    text: str
    before: Mapping[AnswerKey, Value]

    def undo(self) -> None:
        """Put every answer back. Text that was written since stays where it is."""
        for key, value in self.before.items():
            now = self.draft.value(key).text
            untouched = now == self.text if key == self.running else not now.strip()
            if untouched:
                self.draft.set_value(key, value)


def merge(draft: Draft, running: AnswerKey, keys: Sequence[AnswerKey], text: str) -> Merge:
    """Put `text` in the running answer and empty the others; gives the way back."""
    done = Merge(draft, running, text, {key: draft.value(key) for key in (running, *keys)})
    draft.set_value(running, replace(draft.value(running), text=text))
    for key in keys:
        if draft.value(key).text:
            draft.set_value(key, replace(draft.value(key), text=""))
    return done

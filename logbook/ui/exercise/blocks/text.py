# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""`.text`, `.line` and `.situation`: questions below each other, each with a field."""

from __future__ import annotations

from logbook.core.entry import AnswerKey
from logbook.ui.exercise.blocks.view import BlockView


class TextBlockView(BlockView):
    """A field of prose or one line for each question."""

    def build(self) -> None:
        for prompt in self.block.prompts:
            self.add_prose(AnswerKey(self.block.id, prompt.id), prompt.id)

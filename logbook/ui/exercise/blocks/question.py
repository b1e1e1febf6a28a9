# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""One question on screen: its wording, its explanation and the field that belongs to it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from logbook.core.entry import AnswerKey
from logbook.core.exercise import Field, Prompt
from logbook.ui.editor.answer_field import AnswerField
from logbook.ui.exercise.blocks.explanation import Explanation
from logbook.ui.exercise.draft import Draft
from logbook.ui.theme import Theme
from logbook.ui.widgets.labels import PlainLabel


class Question(QWidget):
    """A question with its field below it.

    Args:
        title: the wording shown above the field; "" when the block's own title says it.
        field: what to write or choose in; gets the focus of the question.
        is_empty: whether nothing was answered.

    Signals:
        reference_requested(str): a reference page was asked for.
    """

    reference_requested = Signal(str)

    def __init__(
        self,
        theme: Theme,
        prompt: Prompt,
        title: str,
        field: QWidget,
        is_empty: Callable[[], bool],
        draft: Draft | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.prompt_id = prompt.id
        self.field = field
        self._is_empty = is_empty
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(7)
        self._heading: PlainLabel | None = None
        if title:
            self._heading = PlainLabel(title, "heading", self, wrap=True)
            self._heading.setBuddy(field)
            body.addWidget(self._heading)
        if prompt.body.strip():
            text = Explanation(theme, prompt.body, draft, 14.5, self)
            text.reference_requested.connect(self.reference_requested)
            body.addWidget(text)
        body.addWidget(field)

    def hide_heading(self) -> None:
        """Its wording stands elsewhere on the screen."""
        if self._heading is not None:
            self._heading.hide()

    def is_empty(self) -> bool:
        """Whether nothing was answered yet."""
        return self._is_empty()

    def set_spoken(self, name: str) -> None:
        """Give the field to write in another name for a screen reader."""
        if isinstance(self.field, AnswerField):
            self.field.editor.setAccessibleName(name)

    def focus_field(self) -> None:
        """Put the keyboard in the field."""
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)


def prose_question(
    theme: Theme,
    prompt: Prompt,
    key: AnswerKey,
    draft: Draft,
    title: str,
    parent: QWidget,
    spoken: str = "",
    hint: str = "",
) -> Question:
    """A question to write an answer to, in one line or in prose.

    Args:
        spoken: the field's name for a screen reader; the question itself when it is "".
        hint: shown in the field while it is empty.
    """
    line = prompt.field is Field.LINE
    field = AnswerField(
        draft, key, theme, spoken or prompt.text, hint, single_line=line, parent=parent
    )

    def is_empty() -> bool:
        return not draft.value(key).text.strip()

    return Question(theme, prompt, title, field, is_empty, draft, parent)

# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""One Markdown field tied to one part of an answer: fills itself, keeps what is typed.

The line below it says what was dropped or does not fit; it is not there when all is well.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from logbook.core.entry import ANSWER_LIMIT, AnswerKey, Value
from logbook.core.errors import AnswerTooLong
from logbook.texts import error_sentence
from logbook.ui.checking.field_checks import FieldChecks
from logbook.ui.checking.place import CheckedPlace
from logbook.ui.editor.link_popup import EntryLinks
from logbook.ui.editor.markdown_editor import MarkdownEditor
from logbook.ui.exercise.draft import Draft
from logbook.ui.theme import Theme
from logbook.ui.widgets.labels import PlainLabel

#: Milliseconds without typing before a private passage without an end is mentioned.
_HINT_AFTER = 1500


class AnswerField(QWidget):
    """A `MarkdownEditor` for the `text` of one answer, or for its `own` option.

    Args:
        draft: the entry being written.
        key: whose text this is.
        part: "text" or "own".
        accessible_name, placeholder, single_line: as for `MarkdownEditor`.

    Signals:
        text_edited(): the user changed the text; the draft has it already.
    """

    text_edited = Signal()

    def __init__(
        self,
        draft: Draft,
        key: AnswerKey,
        theme: Theme,
        accessible_name: str,
        placeholder: str = "",
        *,
        single_line: bool = False,
        part: str = "text",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._draft = draft
        self._key = key
        self._part = part
        self.editor = MarkdownEditor(theme, accessible_name, placeholder, single_line, self)
        self.links = EntryLinks(self.editor, theme, draft.titles_like, draft.entry_id)
        place = CheckedPlace(draft.entry_id, key, part, draft.flush)
        self.checks = FieldChecks(self.editor, draft.context, place)
        self._note = PlainLabel("", "caution", self, wrap=True)
        self._note.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.editor)
        layout.addWidget(self._note)
        self.setFocusProxy(self.editor)
        self._said = ""
        self._hint_timer = QTimer(self, singleShot=True, interval=_HINT_AFTER)
        self._hint_timer.timeout.connect(self._refresh_note)
        self._fill()
        self._refresh_note()
        self.editor.text_edited.connect(self._on_editor_text_edited)
        self.editor.focus_left.connect(self._on_editor_focus_left)
        self.editor.notice.connect(self._show_note)
        self.links.entry_requested.connect(draft.entry_requested)
        draft.value_changed.connect(self._on_draft_value_changed)
        draft.too_long_changed.connect(self._on_draft_too_long_changed)

    @property
    def is_empty(self) -> bool:
        """Whether nothing but blanks is written."""
        return not self.editor.text().strip()

    def _value(self) -> Value:
        return self._draft.value(self._key)

    def _fill(self) -> None:
        value = self._value()
        self.editor.set_text(value.own if self._part == "own" else value.text)

    @Slot(str)
    def _show_note(self, sentence: str) -> None:
        self._said = sentence
        self._refresh_note()

    @Slot()
    def _refresh_note(self) -> None:
        """What was to be said; otherwise a hint when a private passage has no end."""
        sentence = self._said
        # While it is being written a passage has no end yet.
        if not sentence and not self._hint_timer.isActive() and self.editor.is_private_to_the_end():
            sentence = self.tr(
                "Na %% is alles tot het eind alleen voor jou. Zet er nog eens %% achter om dat"
                " te laten ophouden."
            )
        self._note.setText(sentence)
        self._note.setVisible(bool(sentence))

    @Slot()
    def _on_editor_text_edited(self) -> None:
        text = self.editor.text()
        shown = not self._note.isHidden()
        if shown or self.editor.is_private_to_the_end():
            self._hint_timer.start()
        if (shown or self._said) and not self._draft.is_too_long(self._key):
            self._show_note("")
        value = self._value()
        own = self._part == "own"
        value = replace(value, own=text) if own else replace(value, text=text)
        self._draft.set_value(self._key, value)
        self.text_edited.emit()

    @Slot()
    def _on_editor_focus_left(self) -> None:
        self._draft.flush()

    @Slot(object)
    def _on_draft_value_changed(self, key: AnswerKey) -> None:
        if key == self._key:
            self._fill()
            if not self._hint_timer.isActive():
                self._refresh_note()

    @Slot(object, bool)
    def _on_draft_too_long_changed(self, key: AnswerKey, too_long: bool) -> None:
        if key == self._key:
            error = AnswerTooLong(len(self._value().words()), ANSWER_LIMIT)
            self._show_note(error_sentence(error) if too_long else "")

# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The field in which one margin note is written; it keeps itself."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from logbook import texts
from logbook.core.entry import AnswerKey, EntryId, RevisionId
from logbook.core.errors import LogbookError
from logbook.services.changes import Changes
from logbook.ui.checking.field_checks import FieldChecks
from logbook.ui.checking.place import CheckedPlace
from logbook.ui.context import Context
from logbook.ui.editor.link_popup import EntryLinks
from logbook.ui.editor.markdown_editor import MarkdownEditor
from logbook.ui.kept_text import KeptText
from logbook.ui.widgets.buttons import Button
from logbook.ui.widgets.columns import FlowLayout
from logbook.ui.widgets.dates import clock
from logbook.ui.widgets.flow_label import FlowLabel
from logbook.ui.widgets.frames import CardFrame
from logbook.ui.widgets.labels import PlainLabel
from logbook.ui.widgets.shortcuts import add_shortcut


class MarginField(CardFrame):
    """One note, new or there already.

    Args:
        key: of the note.
        question: what it stands beside; "" for the whole entry.
        text, base: as they are stored; None for a new note.

    Signals:
        done(): the user is ready.
        remove_requested(): take the note away.
        entry_requested(str): a link to another entry was followed.
    """

    done = Signal()
    remove_requested = Signal()
    entry_requested = Signal(str)

    def __init__(
        self,
        context: Context,
        entry_id: EntryId,
        key: AnswerKey,
        question: str,
        text: str,
        base: RevisionId | None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent, role="margin", margin=16)
        self._context = context
        self._entry_id = entry_id
        self.key = key
        self.changes: Changes | None = None
        self.is_new = base is None
        self.kept = KeptText(self._write, text, base, self)
        self._build(question)
        self.editor.set_text(text)
        self._connect_signals()

    def focus(self) -> None:
        """Put the keyboard in the note."""
        self.editor.setFocus()

    def flush(self, *, close_version: bool = False) -> bool:
        """Make the note durable; whether that went well."""
        return self.kept.flush(close_version=close_version)

    def _build(self, question: str) -> None:
        title = self.tr("Kanttekening")
        self.body.setSpacing(8)
        if question:
            title = self.tr("Kanttekening bij: {question}").format(question=question)
        self.body.addWidget(PlainLabel(title, "small", self, wrap=True))
        self.editor = MarkdownEditor(
            self._context.theme, title, self.tr("Wat zie je nu anders?"), parent=self
        )
        self.editor.set_minimum_lines(2)
        titles = self._context.services.reading.titles_like
        self.links = EntryLinks(self.editor, self._context.theme, titles, self._entry_id)
        place = CheckedPlace(self._entry_id, self.key, "text", self.flush)
        self.checks = FieldChecks(self.editor, self._context, place)
        self.body.addWidget(self.editor)
        row = QHBoxLayout()
        row.setSpacing(10)
        words = QWidget(self)
        flow = FlowLayout(words, 10)
        self.state = FlowLabel(self._unsaid(), "small", words, wrap=True)
        flow.addWidget(self.state)
        row.addWidget(words, 1)
        self.remove = Button(self.tr("Weghalen"), "quiet", "trash-2", self)
        self.remove.setVisible(not self.is_new)
        self.ready = Button(self.tr("Klaar"), "", "check", self)
        row.addWidget(self.remove)
        row.addWidget(self.ready)
        self.body.addLayout(row)

    def _unsaid(self) -> str:
        return self.tr("Wat er al stond, blijft zoals het was.")

    def _connect_signals(self) -> None:
        self.editor.text_edited.connect(self._on_editor_text_edited)
        self.editor.focus_left.connect(self._on_editor_focus_left)
        self.editor.notice.connect(self.state.setText)
        self.links.entry_requested.connect(self.entry_requested)
        self.kept.saved.connect(self._on_saved)
        self.kept.failed.connect(self._on_failed)
        self.ready.clicked.connect(self.done)
        self.remove.clicked.connect(self.remove_requested)
        for keys in ("Escape", "Ctrl+Return", "Ctrl+Enter"):
            add_shortcut(self, keys, self.done)

    def _write(self, text: str, base: str | None, close_version: bool) -> str | None:
        known = RevisionId(base) if base is not None else None
        saved = self._context.services.margin.write(
            self._entry_id, self.key, text, known, close_revision=close_version
        )
        if saved.heads:
            self.changes = saved.changes
        return saved.heads.get(self.key, known)

    @Slot()
    def _on_editor_text_edited(self) -> None:
        self.kept.edit(self.editor.text())

    @Slot()
    def _on_editor_focus_left(self) -> None:
        self.flush()

    @Slot()
    def _on_saved(self) -> None:
        if self.kept.saved_at is not None and self.changes is not None:
            self.state.setText(self.tr("Bewaard {time}").format(time=clock(self.kept.saved_at)))
            self.remove.setVisible(bool(self.kept.text.strip()))

    @Slot(object)
    def _on_failed(self, error: LogbookError) -> None:
        sentence = texts.error_sentence(error)
        self.state.setText(sentence)
        self._context.messages.show(
            self.tr("{sentence} Je kanttekening staat nog op het scherm.").format(
                sentence=sentence
            ),
            "error",
        )

# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The field in which one reply to a remark is written; it keeps itself while one types."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from logbook import texts
from logbook.core.errors import LogbookError
from logbook.core.remarks import KeptRemark
from logbook.services.changes import Changes
from logbook.ui.context import Context
from logbook.ui.kept_text import KeptText
from logbook.ui.widgets.buttons import Button
from logbook.ui.widgets.columns import FlowLayout
from logbook.ui.widgets.dates import clock
from logbook.ui.widgets.flow_label import FlowLabel
from logbook.ui.widgets.shortcuts import add_shortcut

_HEIGHT = 92


class ReplyField(QWidget):
    """A reply to `about`: a new one, or `reply` to change. What is kept goes along later.

    Signals:
        done(): the user is ready; everything is kept, or there is nothing to keep.
    """

    done = Signal()

    def __init__(
        self,
        context: Context,
        about: KeptRemark,
        name: str,
        reply: KeptRemark | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._about = about
        self._reply_id: str | None = reply.id if reply else None
        self.before = reply.text if reply else ""
        self.changes: Changes | None = None
        self.kept = KeptText(self._write, self.before, self._reply_id, self)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 4, 0, 0)
        body.setSpacing(8)
        self.editor = QPlainTextEdit(self)
        self.editor.setProperty("role", "field")
        self.editor.setAccessibleName(name)
        self.editor.setPlaceholderText(self.tr("Wat wil je terugzeggen?"))
        self.editor.setTabChangesFocus(True)
        self.editor.setPlainText(self.before)
        body.addWidget(self.editor)
        foot = QWidget(self)
        flow = FlowLayout(foot, 10)
        self.place = Button(self.tr("Plaatsen"), "primary", "", foot)
        self.state = FlowLabel(self.tr("Gaat mee in een volgende ronde"), "small", foot, wrap=True)
        flow.addWidget(self.place)
        flow.addWidget(self.state)
        body.addWidget(foot)
        self.setFocusProxy(self.editor)
        self.editor.textChanged.connect(self._on_editor_text_changed)
        self.place.clicked.connect(self._on_ready)
        self.kept.saved.connect(self._on_saved)
        self.kept.failed.connect(self._on_failed)
        for keys in ("Escape", "Ctrl+Return", "Ctrl+Enter"):
            add_shortcut(self, keys, self._on_ready)
        context.theme.changed.connect(self._fit)
        self._fit()

    @property
    def reply_id(self) -> str | None:
        """The reply as it is stored; None while nothing is."""
        return self._reply_id

    def flush(self) -> bool:
        """Make the reply durable; whether that went well."""
        return self.kept.flush()

    def rescue_text(self) -> str:
        """The reply on screen when it could not be kept; "" else."""
        return self.kept.text if self.kept.pending else ""

    def _write(self, text: str, _base: str | None, _close: bool) -> str | None:
        feedback = self._context.services.feedback
        if not text.strip():
            if self._reply_id is not None:
                self.changes = feedback.take_back(self._reply_id)
                self._reply_id = None
        elif self._reply_id is None:
            reply, self.changes = feedback.reply(self._about.id, text)
            self._reply_id = reply.id
        else:
            self.changes = feedback.change_reply(self._reply_id, text)
        return self._reply_id

    @Slot()
    def _on_editor_text_changed(self) -> None:
        self.kept.edit(self.editor.toPlainText())

    @Slot()
    def _on_ready(self) -> None:
        if self.flush():
            self.kept.stop()
            self.done.emit()

    @Slot()
    def _on_saved(self) -> None:
        if self.kept.saved_at is not None:
            self.state.setText(self.tr("Bewaard {time}").format(time=clock(self.kept.saved_at)))

    @Slot(object)
    def _on_failed(self, error: LogbookError) -> None:
        sentence = texts.error_sentence(error)
        self.state.setText(sentence)
        self._context.messages.show(
            self.tr("{sentence} Je antwoord staat nog op het scherm.").format(sentence=sentence),
            "error",
        )

    @Slot()
    def _fit(self) -> None:
        self.editor.setFixedHeight(self._context.theme.px(_HEIGHT))

# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Earlier versions of an entry, to read and to put back. Plain: a list left, the text right."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from logbook.core.arrange import Part
from logbook.core.entry import AnswerHistory, AnswerKey, EntryHistory, Revision, RevisionId, Value
from logbook.core.library import Library
from logbook.ui.said import lines_of
from logbook.ui.theme import Theme
from logbook.ui.widgets.buttons import Button
from logbook.ui.widgets.dates import clock, local_day, long_day
from logbook.ui.widgets.labels import PlainLabel

_REVISION = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class VersionChoice:
    """A version to put back: where it belongs, its value, and the version it follows."""

    key: AnswerKey
    value: Value
    head: RevisionId


class VersionsDialog(QDialog):
    """Every version of every answer, newest first per question.

    Signals:
        restore_requested(VersionChoice): put this version back as the newest one.
    """

    restore_requested = Signal(object)

    def __init__(
        self, history: EntryHistory, library: Library, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._library = library
        self._theme = theme
        self._history = history
        self._build()
        self.show_history(history)

    def show_history(self, history: EntryHistory) -> None:
        """List these versions; the newest of the first question is selected."""
        self._history = history
        self.list.blockSignals(True)
        self.list.clear()
        for answer in sorted(history.answers, key=lambda a: a.answer.wording.position):
            self._add_answer(answer)
        self.list.blockSignals(False)
        first = next((n for n in range(self.list.count()) if self.list.item(n).data(_REVISION)), -1)
        self.list.setCurrentRow(first)
        self._on_current_row_changed()

    def _build(self) -> None:
        self.setWindowTitle(self.tr("Versies"))
        px = self._theme.px
        body = QVBoxLayout(self)
        body.setContentsMargins(24, 20, 24, 20)
        body.setSpacing(12)
        body.addWidget(PlainLabel(self.tr("Eerdere versies"), "title", self))
        words = self.tr(
            "Lees terug wat er stond. Zet je een versie terug, dan komt die bovenaan te staan. "
            "De andere versies blijven bewaard."
        )
        body.addWidget(PlainLabel(words, "muted", self, wrap=True))
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.setChildrenCollapsible(False)
        self.list = QListWidget(split)
        self.list.setAccessibleName(self.tr("Versies per vraag"))
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setMinimumWidth(px(180))
        self.text = QPlainTextEdit(split)
        self.text.setReadOnly(True)
        self.text.setProperty("role", "field")
        self.text.setAccessibleName(self.tr("Tekst van deze versie"))
        self.text.setMinimumWidth(px(200))
        split.setSizes([px(290), px(430)])
        body.addWidget(split, 1)
        row = QHBoxLayout()
        row.addStretch(1)
        self.close_button = Button(self.tr("Sluiten"), "", "", self)
        self.restore = Button(self.tr("Deze versie terugzetten"), "primary", "rotate-ccw", self)
        row.addWidget(self.close_button)
        row.addWidget(self.restore)
        body.addLayout(row)
        self.close_button.clicked.connect(self.accept)
        self.restore.clicked.connect(self._on_restore_clicked)
        self.list.currentRowChanged.connect(self._on_current_row_changed)
        screen = self.screen().availableGeometry() if self.screen() else None
        wide, high = px(780), px(520)
        if screen is not None:
            wide, high = min(wide, screen.width() - 60), min(high, screen.height() - 80)
        self.resize(wide, high)
        self._restyle()
        self._theme.changed.connect(self._restyle)

    def _add_answer(self, answer: AnswerHistory) -> None:
        wording = answer.answer.wording
        question = wording.prompt_text or wording.block_title or self.tr("Tekst")
        if wording.card_title:
            question = f"{question} · {wording.card_title}"
        header = QListWidgetItem(question, self.list)
        header.setFlags(Qt.ItemFlag.NoItemFlags)
        font = self._theme.ui_font(12.5, 600)
        header.setFont(font)
        for revision in reversed(answer.revisions):
            item = QListWidgetItem(self._label(answer, revision), self.list)
            item.setData(_REVISION, (answer, revision))

    def _label(self, answer: AnswerHistory, revision: Revision) -> str:
        when = f"{long_day(local_day(revision.at))}, {clock(revision.at)}"
        if revision.id == answer.answer.head:
            return self.tr("{when} · nu").format(when=when)
        return when

    def _current(self) -> tuple[AnswerHistory, Revision] | None:
        item = self.list.currentItem()
        return item.data(_REVISION) if item is not None else None

    @Slot()
    def _on_current_row_changed(self) -> None:
        current = self._current()
        if current is None:
            self.text.clear()
            self.restore.setEnabled(False)
            return
        answer, revision = current
        part = Part(
            answer.answer.key,
            answer.answer.wording.prompt_text,
            answer.answer.wording,
            revision.value,
        )
        entry = self._history.entry
        exercise = self._library.exercise(entry.exercise_id)
        lines = [str(line) for line in lines_of(part, entry, exercise, self._library)]
        words = "\n".join(filter(None, (*lines, revision.value.text)))
        self.text.setPlainText(words)
        self.text.setPlaceholderText("" if words else self.tr("In deze versie stond niets."))
        self.restore.setEnabled(revision.id != answer.answer.head)

    @Slot()
    def _on_restore_clicked(self) -> None:
        current = self._current()
        if current is not None:
            answer, revision = current
            self.restore_requested.emit(
                VersionChoice(answer.answer.key, revision.value, answer.answer.head)
            )

    @Slot()
    def _restyle(self) -> None:
        self.text.setFont(self._theme.reading_font(16))

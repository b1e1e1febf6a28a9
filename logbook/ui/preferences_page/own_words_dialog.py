# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Mijn woordenlijst: the words the user added to the spelling, to look at and take off."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QVBoxLayout, QWidget

from logbook import texts
from logbook.core.errors import LogbookError
from logbook.services.changes import Changes
from logbook.ui.context import Context
from logbook.ui.widgets.buttons import Button
from logbook.ui.widgets.labels import PlainLabel
from logbook.ui.widgets.layouts import resize_on_screen
from logbook.ui.widgets.undo_line import UndoLine


class OwnWordsDialog(QDialog):
    """The list, with a button to take a word off and the way back."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.setWindowTitle(self.tr("Mijn woordenlijst"))
        body = QVBoxLayout(self)
        body.setContentsMargins(24, 20, 24, 18)
        body.setSpacing(12)
        body.addWidget(PlainLabel(self.tr("Mijn woordenlijst"), "title", self))
        self.note = PlainLabel("", "muted", self, wrap=True)
        body.addWidget(self.note)
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Je eigen woorden"))
        room = self.list.sizePolicy()
        room.setRetainSizeWhenHidden(True)  # else the words above spread over an empty list
        self.list.setSizePolicy(room)
        body.addWidget(self.list, 1)
        self.line = UndoLine(self)
        body.addWidget(self.line)
        row = QHBoxLayout()
        self.remove = Button(self.tr("Van de lijst halen"), "", "trash-2", self)
        close = Button(self.tr("Sluiten"), "primary", "", self)
        row.addWidget(self.remove)
        row.addStretch(1)
        row.addWidget(close)
        body.addLayout(row)
        self.remove.clicked.connect(self._on_remove)
        self.list.currentRowChanged.connect(self._show_ready)
        close.clicked.connect(self.accept)
        delete = QShortcut(QKeySequence(QKeySequence.StandardKey.Delete), self)
        delete.activated.connect(self._on_remove)
        resize_on_screen(self, context.theme.px(420), context.theme.px(460))
        self._fill(0)

    @classmethod
    def ask(cls, context: Context, parent: QWidget | None = None) -> None:
        """Show the list until the user is ready."""
        dialog = cls(context, parent)
        dialog.exec()
        dialog.deleteLater()

    def _fill(self, row: int) -> None:
        words = self._context.services.spelling.own_words()
        self.list.clear()
        self.list.addItems(words)
        self.list.setCurrentRow(min(row, len(words) - 1))
        self.note.setText(
            self.tr("Deze woorden krijgen geen golfje. Zet er geen namen van mensen in.")
            if words
            else self.tr(
                "Hier staat nog niets. Een woord komt hier als je erop rechtsklikt en kiest voor"
                " ‘Toevoegen aan mijn woordenlijst’."
            )
        )
        self.list.setVisible(bool(words))
        self._show_ready()

    @Slot()
    def _show_ready(self) -> None:
        self.remove.setEnabled(self.list.currentRow() >= 0)

    @Slot()
    def _on_remove(self) -> None:
        item = self.list.currentItem()
        if item is None:
            return
        word, row = item.text(), self.list.currentRow()
        spelling = self._context.services.spelling
        if self._change(partial(spelling.forget, word), row):
            said = self.tr("“{word}” is van de lijst.").format(word=word)
            self.line.say(said, partial(self._change, partial(spelling.learn, word), row))

    def _change(self, act: Callable[[], None], row: int) -> bool:
        try:
            act()
        except LogbookError as error:
            self.line.say(texts.error_sentence(error))
            return False
        self._context.notifier.announce(Changes(words=True))
        self._fill(row)
        return True

# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Andere woorden vervangen: select any words in a text that would leave, and say what comes there.

The text itself stays as it is.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from logbook.core.kept import ROLE_LIMIT
from logbook.texts.sharing import everywhere_words
from logbook.ui.checking.lines import characters
from logbook.ui.sharing.share_texts import (
    ShareText,
    WordsPlace,
    place_of,
    same_words,
    words_at,
)
from logbook.ui.theme import Theme
from logbook.ui.widgets.buttons import Button
from logbook.ui.widgets.labels import PlainLabel
from logbook.ui.widgets.layouts import resize_on_screen


class WordsDialog(QDialog):
    """One text at a time; what is selected in it is replaced."""

    def __init__(
        self, theme: Theme, texts: Sequence[ShareText], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._texts = tuple(texts)
        self.setWindowTitle(self.tr("Andere woorden vervangen"))
        body = QVBoxLayout(self)
        body.setContentsMargins(24, 20, 24, 18)
        body.setSpacing(10)
        body.addWidget(PlainLabel(self.tr("Andere woorden vervangen"), "title", self, wrap=True))
        self.which = QComboBox(self)
        self.which.setAccessibleName(self.tr("In welk antwoord"))
        self.which.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        for each in self._texts:
            words = f"{each.title} · {each.question}" if each.question else each.title
            self.which.addItem(words)
        body.addWidget(self.which)
        self.told = PlainLabel("", "muted", self, wrap=True)
        body.addWidget(self.told)
        self.text = QPlainTextEdit(self)
        self.text.setProperty("role", "field")
        self.text.setReadOnly(True)
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.text.setAccessibleName(self.tr("Je tekst: kies er woorden in"))
        self.text.setFont(theme.reading_font(16))
        body.addWidget(self.text, 1)
        self._build_words(body)
        self.which.currentIndexChanged.connect(self._on_which_changed)
        self.text.selectionChanged.connect(self._show_ready)
        self.words.textChanged.connect(self._show_ready)
        self.words.returnPressed.connect(self._on_words_return_pressed)
        self.cancel.clicked.connect(self.reject)
        self.accept_button.clicked.connect(self.accept)
        resize_on_screen(self, theme.px(620), theme.px(560))
        self._on_which_changed()
        self.text.setFocus()

    def _build_words(self, body: QVBoxLayout) -> None:
        self.words = QLineEdit(self)
        self.words.setMaxLength(ROLE_LIMIT)
        caption = self.tr("Wat er komt te staan")
        self.words.setAccessibleName(caption)
        self.words.setPlaceholderText(self.tr("Bijvoorbeeld: een buurvrouw"))
        label = PlainLabel(caption, "strong", self, wrap=True)
        label.setBuddy(self.words)
        self.everywhere = QCheckBox(self)
        self.everywhere.setChecked(True)
        body.addWidget(label)
        body.addWidget(self.words)
        body.addWidget(self.everywhere)
        row = QHBoxLayout()
        self.cancel = Button(self.tr("Annuleren"), "", "", self)
        self.accept_button = Button(self.tr("Vervangen"), "primary", "", self)
        row.addStretch(1)
        row.addWidget(self.cancel)
        row.addWidget(self.accept_button)
        body.addLayout(row)

    @classmethod
    def ask(
        cls, theme: Theme, texts: Sequence[ShareText], parent: QWidget | None = None
    ) -> tuple[WordsPlace, ...]:
        """The places to replace, with what comes there; () when the user changed their mind."""
        dialog = cls(theme, texts, parent)
        done = dialog.exec() == QDialog.DialogCode.Accepted
        places = dialog.places() if done else ()
        dialog.deleteLater()
        return places

    def places(self) -> tuple[WordsPlace, ...]:
        """Where what comes, as it is chosen now."""
        selected, put = self._selected(), " ".join(self.words.text().split())
        if selected is None or not put:
            return ()
        text = self._texts[self.which.currentIndex()]
        here = place_of(text, *selected, put)
        if not self.everywhere.isVisibleTo(self) or not self.everywhere.isChecked():
            return (here,)
        same = same_words(self._texts, text.text[slice(*selected)], put)
        return same if here in same else (here, *same)

    def _selected(self) -> tuple[int, int] | None:
        """The selected words in code points."""
        if not self._texts:
            return None
        text = self._texts[self.which.currentIndex()]
        cursor = self.text.textCursor()
        start = characters(text.text, cursor.selectionStart())
        return words_at(text, start, characters(text.text, cursor.selectionEnd()))

    @Slot()
    def _on_which_changed(self) -> None:
        self.text.setPlainText(self._texts[self.which.currentIndex()].text if self._texts else "")
        self._show_ready()

    @Slot()
    def _on_words_return_pressed(self) -> None:
        if self.accept_button.isEnabled():
            self.accept()

    @Slot()
    def _show_ready(self) -> None:
        selected = self._selected()
        if selected is not None:
            text = self._texts[self.which.currentIndex()]
            words = text.text[slice(*selected)]
            shown = " ".join(words.split())
            self.told.setText(self.tr("Gekozen: “{words}”").format(words=shown))
            number = len(same_words(self._texts, words, "-"))
            self.everywhere.setText(everywhere_words(number))
            self.everywhere.setVisible(number > 1)
        elif self.text.textCursor().hasSelection():
            self.told.setText(self.tr("Dit is alleen voor jou en gaat niet mee."))
            self.everywhere.hide()
        else:
            self.told.setText(self.tr("Kies woorden met de muis, of met Shift en de pijlen."))
            self.everywhere.hide()
        self.accept_button.setEnabled(bool(self.places()))

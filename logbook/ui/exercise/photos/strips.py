# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Small parts of the window for own photos: which deck, what was refused, what can be undone."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from logbook.core.exercise import Deck
from logbook.services.own_cards import TITLE_LENGTH
from logbook.ui.theme import Theme
from logbook.ui.widgets.buttons import Button, IconButton
from logbook.ui.widgets.labels import PlainLabel


class DeckBar(QWidget):
    """Which own deck is looked after, and what it is called.

    Signals:
        deck_chosen(str): another deck; "" for a new one.
        name_edited(): the user changed the name.
        name_left(): the keyboard left the name, or Enter.
    """

    deck_chosen = Signal(str)
    name_edited = Signal()
    name_left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.deck_box = QComboBox(self)
        self.deck_box.setAccessibleName(self.tr("Kaartset voor deze foto’s"))
        self.deck_box.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.name = QLineEdit(self)
        self.name.setMaxLength(TITLE_LENGTH)
        self.name.setPlaceholderText(self.tr("Mijn foto’s"))
        self.name.setAccessibleName(self.tr("Naam van de kaartset"))
        label = PlainLabel(self.tr("Naam van de kaartset"), "small", self)
        label.setBuddy(self.name)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(6)
        body.addWidget(self.deck_box)
        body.addWidget(label)
        body.addWidget(self.name)
        self.deck_box.activated.connect(self._on_deck_box_activated)
        self.name.textEdited.connect(self.name_edited)
        self.name.editingFinished.connect(self.name_left)

    def show_decks(self, decks: Sequence[Deck], deck_id: str) -> None:
        """Offer these decks and a new one; `deck_id` is the one in view, "" for a new one."""
        with QSignalBlocker(self.deck_box):
            self.deck_box.clear()
            for deck in decks:
                words = self.tr("Kaartset: {title} ({count})")
                caption = words.format(title=deck.title, count=len(deck.cards))
                self.deck_box.addItem(caption, deck.id)
            self.deck_box.addItem(self.tr("Nieuwe kaartset …"), "")
            self.deck_box.setCurrentIndex(max(self.deck_box.findData(deck_id), 0))
            if not deck_id:
                self.deck_box.setCurrentIndex(self.deck_box.count() - 1)
        self.deck_box.setVisible(bool(decks))

    def show_name(self, name: str) -> None:
        """Show a name, by code."""
        with QSignalBlocker(self.name):
            self.name.setText(name)

    @Slot(int)
    def _on_deck_box_activated(self, place: int) -> None:
        self.deck_chosen.emit(self.deck_box.itemData(place))


class UndoStrip(QFrame):
    """Says that a card was removed, with the way back beside it.

    Signals:
        undo_requested(): bring it back.
    """

    undo_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "tip")
        self.label = PlainLabel("", "body", self, wrap=True)
        self.undo = Button(self.tr("Ongedaan maken"), "link", "", self)
        self.undo.clicked.connect(self.undo_requested)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(14)
        row.addWidget(self.label, 1)
        row.addWidget(self.undo)
        self.hide()

    def tell(self, title: str) -> str:
        """Show that this card was removed; returns what is said."""
        words = self.tr("‘{title}’ is weggehaald. Wat je bij deze kaart schreef, blijft bewaard.")
        self.label.setText(words.format(title=title))
        self.show()
        return self.label.text()


class Notes(QFrame):
    """Sentences that stay until they are read: photos that were not taken.

    Its close button takes all of them away.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "care")
        self._sentences: list[str] = []
        self.label = PlainLabel("", "body", self, wrap=True)
        self.label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.close_button = IconButton("x", self.tr("Meldingen sluiten"), theme, self, px=15)
        self.close_button.clicked.connect(self.dismiss)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 10, 8, 10)
        row.addWidget(self.label, 1)
        row.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    @property
    def sentences(self) -> tuple[str, ...]:
        """What is told now."""
        return tuple(self._sentences)

    def tell(self, sentence: str) -> None:
        """Add a sentence."""
        if sentence not in self._sentences:
            self._sentences.append(sentence)
        self.label.setText("\n".join(self._sentences))
        self.show()

    @Slot()
    def dismiss(self) -> None:
        """Take all sentences away."""
        self._sentences = []
        self.label.setText("")
        self.hide()

# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""One own photo: the card as it will look, its title, and what is to be seen on it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from logbook.core.exercise import Card
from logbook.services.own_cards import DESCRIPTION_LENGTH, TITLE_LENGTH
from logbook.ui.exercise.blocks.row_edit import RowEdit
from logbook.ui.exercise.cards.faces import face_of_card
from logbook.ui.exercise.cards.painting import FaceView
from logbook.ui.theme import Theme
from logbook.ui.widgets.buttons import IconButton
from logbook.ui.widgets.labels import PlainLabel
from logbook.ui.widgets.layouts import lay_beside

_STACKED = 430
_PICTURE = 168


class PhotoRow(QWidget):
    """A photo with its words; keeping them is left to the dialog.

    Signals:
        edited(str): the user changed the words of this card.
        left(str): the keyboard left a field.
        move_requested(str, int): so many places further, or back.
        remove_requested(str): take this card away.
    """

    edited = Signal(str)
    left = Signal(str)
    move_requested = Signal(str, int)
    remove_requested = Signal(str)

    def __init__(self, theme: Theme, card: Card, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.card = card
        self._build()
        self._connect_signals()
        self._tell_names()

    @property
    def words(self) -> tuple[str, str]:
        """Title and description as they stand in the fields."""
        return self.title.text(), self.description.text()

    def set_card(self, card: Card) -> None:
        """The card as it is kept now; what is being typed stays."""
        self.card = card
        self._picture.set_face(face_of_card(card))
        self._tell_names()

    def set_place(self, first: bool, last: bool) -> None:
        """Whether it can go further up and down."""
        self.up.setEnabled(not first)
        self.down.setEnabled(not last)

    def _build(self) -> None:
        theme = self._theme
        self._picture = FaceView(theme, face_of_card(self.card), _PICTURE, self)
        self.title = QLineEdit(self.card.title, self)
        self.title.setMaxLength(TITLE_LENGTH)
        self.description = RowEdit(
            theme, "", self.tr("Wat zie je? Beschrijf het, zonder uitleg."), self
        )
        self.description.set_text(self.card.description)
        title_label = PlainLabel(self.tr("Titel"), "small", self)
        title_label.setBuddy(self.title)
        told_label = PlainLabel(self.tr("Beschrijving"), "small", self)
        told_label.setBuddy(self.description)
        self.up = IconButton("arrow-up", self.tr("Naar voren"), theme, self)
        self.down = IconButton("arrow-down", self.tr("Naar achteren"), theme, self)
        self.remove = IconButton("trash-2", self.tr("Weghalen"), theme, self)
        buttons = QHBoxLayout()
        buttons.setSpacing(2)
        buttons.addStretch(1)
        for each in (self.up, self.down, self.remove):
            buttons.addWidget(each)
        fields = QVBoxLayout()
        fields.setSpacing(4)
        for widget in (title_label, self.title, told_label, self.description):
            fields.addWidget(widget)
        fields.addLayout(buttons)
        fields.addStretch(1)
        self._beside = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._beside.setContentsMargins(0, 6, 0, 6)
        self._beside.setSpacing(18)
        self._beside.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        self._beside.addLayout(fields, 1)

    def _connect_signals(self) -> None:
        self.title.textEdited.connect(self._on_title_edited)
        self.title.editingFinished.connect(self._on_field_left)
        self.description.text_edited.connect(self._on_description_edited)
        self.description.focus_left.connect(self._on_field_left)
        self.description.enter_pressed.connect(self._on_field_left)
        self.up.clicked.connect(self._on_up_clicked)
        self.down.clicked.connect(self._on_down_clicked)
        self.remove.clicked.connect(self._on_remove_clicked)

    def _tell_names(self) -> None:
        title = self.card.title
        self.title.setAccessibleName(self.tr("Titel van {title}").format(title=title))
        self.description.setAccessibleName(self.tr("Beschrijving van {title}").format(title=title))
        self.up.set_name(self.tr("{title} naar voren").format(title=title))
        self.down.set_name(self.tr("{title} naar achteren").format(title=title))
        self.remove.set_name(self.tr("{title} weghalen").format(title=title))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < self._theme.px(_STACKED)
        lay_beside(self._beside, not narrow)

    @Slot()
    def _on_title_edited(self) -> None:
        self.edited.emit(self.card.ref)

    @Slot()
    def _on_description_edited(self) -> None:
        text = self.description.text()
        if len(text) > DESCRIPTION_LENGTH:
            place = min(self.description.textCursor().position(), DESCRIPTION_LENGTH)
            self.description.set_text(text[:DESCRIPTION_LENGTH])
            cursor = self.description.textCursor()
            cursor.setPosition(place)
            self.description.setTextCursor(cursor)
        self.edited.emit(self.card.ref)

    @Slot()
    def _on_field_left(self) -> None:
        self.left.emit(self.card.ref)

    @Slot()
    def _on_up_clicked(self) -> None:
        self.move_requested.emit(self.card.ref, -1)

    @Slot()
    def _on_down_clicked(self) -> None:
        self.move_requested.emit(self.card.ref, 1)

    @Slot()
    def _on_remove_clicked(self) -> None:
        self.remove_requested.emit(self.card.ref)

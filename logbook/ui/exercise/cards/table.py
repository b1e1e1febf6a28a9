# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The card table: deck, order of view, table or list or own set, and the choice itself.

Holds the choice as a value and tells when the user changed it; keeping it is left to the owner.
"""

from __future__ import annotations

import random
from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from logbook import texts
from logbook.core.exercise import Deck
from logbook.core.wording import PAPER_PREFIX
from logbook.settings import Settings
from logbook.ui.exercise.cards.choice import CardChoice
from logbook.ui.exercise.cards.described_list import DescribedList
from logbook.ui.exercise.cards.faces import Face, FaceKind, face_of_card
from logbook.ui.exercise.cards.large import LargeCardDialog
from logbook.ui.exercise.cards.limit import LimitNote, announce
from logbook.ui.exercise.cards.paper import PaperSet
from logbook.ui.exercise.cards.table_bar import TableBar
from logbook.ui.exercise.cards.tiles import CardGrid, reveal
from logbook.ui.preferences import Preferences
from logbook.ui.theme import Theme
from logbook.ui.widgets.buttons import Button
from logbook.ui.widgets.labels import Chip, PlainLabel

_WORD_LINES = 4


class CardTable(QWidget):
    """Choose cards from decks, or describe cards of an own set.

    Args:
        decks: the author's, then the user's own; the first is shown when nothing is chosen yet.
        paper: the lines for an own set, or None when the exercise allows none.

    Signals:
        choice_changed(CardChoice): the user chose, put back or moved a card.
        go_on_requested(): the user has chosen enough for now.
        own_photos_requested(str): add or look after own photos; with the id of the deck in view.
    """

    choice_changed = Signal(object)
    go_on_requested = Signal()
    own_photos_requested = Signal(str)

    def __init__(
        self,
        theme: Theme,
        preferences: Preferences,
        decks: Sequence[Deck],
        choice: CardChoice,
        paper: PaperSet | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._preferences = preferences
        self._decks = tuple(decks)
        self._choice = choice
        self._before = choice
        self._faces: tuple[Face, ...] = ()
        self._large: LargeCardDialog | None = None
        self.paper = paper
        self._build()
        self._connect_signals()
        own = bool(choice.cards) and all(c.startswith(PAPER_PREFIX) for c in choice.cards)
        self.bar.own_set.setChecked(bool(paper) and (own or not self._decks))
        self._show_deck(self._deck_of_choice())

    @property
    def choice(self) -> CardChoice:
        """What is chosen now."""
        return self._choice

    def set_choice(self, choice: CardChoice) -> None:
        """Show another choice, by code."""
        self._choice = choice
        self._show_choice()

    def set_decks(self, decks: Sequence[Deck], wanted: str = "") -> None:
        """Offer these decks from now on; the one in view stays unless another is wanted."""
        shown = self.bar.deck_id
        self._decks = tuple(decks)
        self.bar.set_decks(self._decks)
        ids = [deck.id for deck in self._decks]
        known = next((ids.index(each) for each in (wanted, shown) if each in ids), 0)
        self.bar.own_set.setChecked(
            self.bar.own_set.isChecked() and bool(self.paper) and not wanted
        )
        self._faces = ()
        self._show_deck(known)

    def face(self, ref: str) -> Face:
        """The face of a card in any of the decks, or of an own card."""
        for deck in self._decks:
            card = deck.card(ref)
            if card is not None:
                return face_of_card(card)
        number = ref.removeprefix(PAPER_PREFIX)
        return Face(ref, texts.own_card(number), "", FaceKind.PAPER)

    def focus_cards(self, *, in_view: bool = True) -> None:
        """Put the focus where choosing begins; `in_view` scrolls to it."""
        if self.bar.own_set.isChecked() and self.paper is not None:
            next(iter(self.paper.edits.values())).setFocus()
        elif self._preferences.settings.cards_as_list:
            self.list.focus_card("", in_view=in_view)
        else:
            self.grid.focus_tile(self.grid.current, in_view=in_view)

    # --- building

    def _build(self) -> None:
        self.bar = TableBar(self)
        self.bar.set_decks(self._decks)
        self.bar.own_set.setVisible(self.paper is not None)
        self.counter = Chip("", "accent", self)
        self._hint = PlainLabel("", "muted", self, wrap=True)
        self._about = PlainLabel("", "muted", self, wrap=True)
        self.limit = LimitNote(self._theme, self)
        self.grid = CardGrid(self._theme, self)
        self.list = DescribedList(self._theme, self)
        one = self._choice.maximum == 1
        on = self.tr("Verder met deze kaart") if one else self.tr("Verder met deze kaarten")
        self.go_on = Button(on, "primary", "arrow-right", self)
        state = QHBoxLayout()
        state.setSpacing(12)
        state.addWidget(self.counter)
        state.addStretch(1)
        state.addWidget(self.go_on)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(12)
        body.addWidget(self.bar)
        body.addWidget(self._about)
        body.addLayout(state)
        body.addWidget(self._hint)
        body.addWidget(self.limit)
        body.addWidget(self.grid)
        body.addWidget(self.list)
        if self.paper is not None:
            self.paper.setParent(self)
            body.addWidget(self.paper)

    def _connect_signals(self) -> None:
        bar = self.bar
        bar.deck_box.activated.connect(self._show_deck)
        bar.shuffle.clicked.connect(self._on_bar_shuffle_clicked)
        bar.as_list.clicked.connect(self._on_bar_as_list_clicked)
        bar.look_large.clicked.connect(self._on_bar_look_large_clicked)
        bar.own_set.clicked.connect(self._on_bar_own_set_clicked)
        bar.own_photos.clicked.connect(self._on_bar_own_photos_clicked)
        self.go_on.clicked.connect(self.go_on_requested)
        self.limit.swap_requested.connect(self._on_limit_swap_requested)
        for view in (self.grid, self.list):
            view.pressed.connect(self._toggle)
            view.moved.connect(self._on_view_moved)
            view.large_requested.connect(self._look_at)
        self.grid.double_pressed.connect(self._on_grid_double_pressed)
        if self.paper is not None:
            self.paper.described.connect(self._on_paper_described)
            self.paper.cleared.connect(self._on_paper_cleared)
        self._preferences.changed.connect(self._on_preferences_changed)

    # --- showing

    def _deck_of_choice(self) -> int:
        for ref in self._choice.cards:
            for place, deck in enumerate(self._decks):
                if deck.card(ref) is not None:
                    return place
        return 0

    @Slot(int)
    def _show_deck(self, place: int) -> None:
        if self._decks:
            deck = self._decks[place]
            self.bar.show_place(place)
            self._faces = tuple(face_of_card(card) for card in deck.cards)
            # The exercise itself introduces its first deck.
            self._about.setText(" ".join(deck.introduction.split()) if place else "")
        else:
            self._faces = ()
            self._about.setText("")
        self._show_faces()

    def _show_faces(self) -> None:
        own = self.bar.own_set.isChecked()
        as_list = self._preferences.settings.cards_as_list
        self.bar.show_state(as_list=as_list, decks=not own and bool(self._decks))
        words = any(face.kind is FaceKind.WORD for face in self._faces)
        self.grid.set_faces([] if as_list else self._faces, _WORD_LINES if words else 0)
        self.list.set_faces(self._faces if as_list else [])
        self.grid.setVisible(not own and not as_list)
        self.list.setVisible(not own and as_list)
        if self.paper is not None:
            self.paper.setVisible(own)
        self._about.setVisible(bool(self._about.text()) and not own)
        self._show_choice()

    def _show_choice(self) -> None:
        choice = self._choice
        self.grid.set_chosen(choice.cards)
        self.list.set_chosen(choice.cards)
        self.counter.setText(texts.cards_chosen(len(choice.cards), choice.minimum, choice.maximum))
        order = self.tr(
            "De volgorde bepaal jij: sleep een gekozen kaart, of druk op Alt en een pijl."
        )
        self._hint.setText(
            order if len(choice.cards) > 1 and not self.bar.own_set.isChecked() else ""
        )
        self._hint.setVisible(bool(self._hint.text()))
        if self._large is not None:
            self._large.set_chosen(choice.cards)

    def _change(self, choice: CardChoice) -> None:
        if choice == self._choice:
            return
        self._before, self._choice = self._choice, choice
        self.limit.dismiss()
        self._show_choice()
        announce(self, self.counter.text())
        self.choice_changed.emit(choice)

    @Slot(str)
    def _toggle(self, ref: str) -> None:
        choice = self._choice
        if ref in choice:
            self._change(choice.remove(ref))
        elif choice.is_full:
            self._before = choice
            self._ask_room(ref)
            self._show_choice()
        else:
            self._change(choice.add(ref))

    def _ask_room(self, ref: str) -> None:
        """Ask which card may go back to make room, where it can be seen."""
        self.limit.ask(self.face(ref), [self.face(card) for card in self._choice.cards])
        QTimer.singleShot(0, self.limit, self._reveal_limit)

    @Slot()
    def _reveal_limit(self) -> None:
        reveal(self.limit)

    # --- what the user does

    @Slot(str)
    def _on_grid_double_pressed(self, ref: str) -> None:
        # The first press of a double press chose the card or put it back: that was not meant.
        if (ref in self._before) != (ref in self._choice):
            self._change(self._before)
        self.limit.dismiss()
        self._look_at(ref)

    @Slot(str, int)
    def _on_view_moved(self, ref: str, place: int) -> None:
        self._change(self._choice.move_to(ref, place))

    @Slot(str, str)
    def _on_limit_swap_requested(self, old: str, new: str) -> None:
        self._change(self._choice.swap(old, new))

    @Slot(str)
    def _on_paper_described(self, ref: str) -> None:
        if ref not in self._choice and self._choice.is_full:
            self._ask_room(ref)
        else:
            self._change(self._choice.add(ref))

    @Slot(str)
    def _on_paper_cleared(self, ref: str) -> None:
        self._change(self._choice.remove(ref))

    @Slot()
    def _on_bar_shuffle_clicked(self) -> None:
        self._faces = tuple(random.sample(self._faces, len(self._faces)))
        self._show_faces()

    @Slot()
    def _on_bar_as_list_clicked(self) -> None:
        self._preferences.change(cards_as_list=self.bar.as_list.isChecked())

    @Slot()
    def _on_bar_own_set_clicked(self) -> None:
        self._show_faces()
        if self.bar.own_set.isChecked():
            self.focus_cards()

    @Slot()
    def _on_bar_own_photos_clicked(self) -> None:
        self.own_photos_requested.emit(self.bar.deck_id)

    @Slot()
    def _on_bar_look_large_clicked(self) -> None:
        if self._faces:
            self._look_at(self.grid.current or self._faces[0].ref)

    @Slot(str)
    def _look_at(self, ref: str) -> None:
        self._large = LargeCardDialog(self._theme, self._faces, ref, True, self)
        self._large.set_chosen(self._choice.cards)
        self._large.choice_requested.connect(self._on_large_choice_requested)
        self._large.finished.connect(self._on_large_finished)
        self._large.open()

    @Slot(str)
    def _on_large_choice_requested(self, ref: str) -> None:
        large = self._large
        self._toggle(ref)
        if self.limit.isVisibleTo(self) and large is not None:
            large.accept()  # the question stands on the table below

    @Slot()
    def _on_large_finished(self) -> None:
        ref = self._large.ref if self._large is not None else ""
        self._large = None
        if self.list.isVisibleTo(self):
            self.list.focus_card(ref)
        else:
            self.grid.focus_tile(ref)

    @Slot(object)
    def _on_preferences_changed(self, _settings: Settings) -> None:
        if self.bar.as_list.isChecked() != self._preferences.settings.cards_as_list or (
            bool(self.list.boxes) != self._preferences.settings.cards_as_list
        ):
            self._show_faces()

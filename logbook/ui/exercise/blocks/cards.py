# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""`.cards`: first the table to choose from, then each chosen card with the words about it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout

from logbook.core.entry import AnswerKey
from logbook.core.exercise import CardSettings, Deck
from logbook.core.library import Library
from logbook.ui.exercise.blocks.tab_order import fields_in, set_tab_order
from logbook.ui.exercise.blocks.view import BlockView
from logbook.ui.exercise.cards.choice import CardChoice
from logbook.ui.exercise.cards.faces import face_of
from logbook.ui.exercise.cards.items import ItemQuestions
from logbook.ui.exercise.cards.paper import PaperSet
from logbook.ui.exercise.cards.table import CardTable
from logbook.ui.widgets.buttons import Button

if TYPE_CHECKING:
    from logbook.ui.exercise.photos.photos_dialog import PhotosDialog


class CardsBlockView(BlockView):
    """Choosing cards, and after that the questions about each of them."""

    def build(self) -> None:
        settings = self.block.settings
        assert isinstance(settings, CardSettings)
        self._key = AnswerKey(self.block.id)
        self._per_card = tuple(prompt for prompt in self.block.prompts if prompt.per_item)
        paper = None
        if settings.paper:
            paper = PaperSet(self.theme, self.draft, self.block.id, settings.maximum, self)
        self.table = CardTable(
            self.theme, self.context.preferences, self._decks(), self._choice(), paper, self
        )
        self.table.bar.own_photos.setHidden(not self.context.services.keeps)
        self.table.own_photos_requested.connect(self._on_table_own_photos_requested)
        self.table.choice_changed.connect(self._on_table_choice_changed)
        self.body.addWidget(self.table)
        self.items: ItemQuestions | None = None
        self.photos: PhotosDialog | None = None
        self._choosing = True
        self._only: str | None = None
        self._build_steps()
        self.draft.items_changed.connect(self._on_draft_items_changed)
        ready = bool(self._per_card) and self._choice().is_enough
        self._show_table(not ready)

    def _build_steps(self) -> None:
        one = self._choice().maximum == 1
        again = self.tr("Andere kaart kiezen") if one else self.tr("Andere kaarten kiezen")
        self.go_on = Button(self.table.go_on.text(), "primary", "arrow-right", self)
        self.choose_again = Button(again, "", "images", self)
        self.go_on.clicked.connect(self._on_go_on_clicked)
        self.table.go_on_requested.connect(self._on_go_on_clicked)
        self.table.bar.own_set.clicked.connect(self._show_go_on)
        self.choose_again.clicked.connect(self._on_choose_again_clicked)
        bar = QHBoxLayout()
        bar.addWidget(self.choose_again)
        bar.addStretch(1)
        bar.addWidget(self.go_on)
        self.body.addLayout(bar)

    # --- what the writer asks

    def prompt_ids(self) -> tuple[str, ...]:
        return ("", *(prompt.id for prompt in self._per_card))

    def show_only(self, prompt_id: str | None) -> None:
        if prompt_id is None:
            self._only = None
            self._show_table(self._choosing)
        else:
            self._only = prompt_id
            self._show_table(prompt_id == "")
        if self.items is not None:
            self.items.show_only(prompt_id or None)

    def focus_first_empty(self) -> None:
        if self._choosing or self.items is None:
            # Who begins reads the question first: the column stays where it is.
            self.table.focus_cards(in_view=False)
        else:
            self.items.focus_first_empty()

    def take_next(self) -> bool:
        if self.go_on.isHidden() and self.table.go_on.isHidden():
            return False
        self._show_table(False)
        return True

    def guide_topic(self) -> str:
        return "cards" if self._choosing else "writer"

    # --- decks

    def _library(self) -> Library:
        return self.context.services.content.library()

    def _decks(self) -> list[Deck]:
        """The author's decks first, then the user's own, whatever the author named."""
        settings = self.block.settings
        assert isinstance(settings, CardSettings)
        decks = self._library().decks
        named = [decks[name] for name in settings.decks if name in decks]
        own = [deck for deck in decks.values() if deck.own and deck not in named]
        return named + sorted(own, key=lambda deck: deck.title.lower())

    @Slot(str)
    def _on_table_own_photos_requested(self, deck_id: str) -> None:
        # Not at the top: most people never look after own photos.
        from logbook.ui.exercise.photos.photos_dialog import PhotosDialog

        self.photos = PhotosDialog(self.context, deck_id, self)
        self.photos.finished.connect(self._on_photos_finished)
        self.photos.open()

    @Slot()
    def _on_photos_finished(self) -> None:
        photos, self.photos = self.photos, None
        if photos is None or not photos.changed:
            return
        self.table.set_decks(self._decks(), photos.deck_id)
        if self.items is not None:
            self.items.refresh()
        self.table.bar.own_photos.setFocus()

    # --- the choice

    def _choice(self) -> CardChoice:
        settings = self.block.settings
        assert isinstance(settings, CardSettings)
        cards = self.draft.value(self._key).cards
        return CardChoice(cards, settings.minimum, settings.maximum)

    def _keep(self, choice: CardChoice) -> None:
        value = self.draft.value(self._key)
        gone = [card for card in value.cards if card not in choice]
        self.draft.set_value(self._key, replace(value, cards=choice.cards))
        for card in gone:
            self._tell_kept_words(card)

    def _tell_kept_words(self, card: str) -> None:
        if any(key.item == card and not v.is_empty for key, v in self.draft.values().items()):
            title = face_of(card, self.block.id, self.draft, self._library()).title
            text = self.tr(
                "Wat je bij ‘{card}’ schreef is bewaard. "
                "Kies je de kaart opnieuw, dan staat het er weer."
            )
            self.notice.emit(text.format(card=title))

    # --- table or questions

    def _show_table(self, choosing: bool) -> None:
        choosing = choosing or not self._per_card or not self.draft.items(self.block.id)
        self._choosing = choosing
        if not choosing and self.items is None:
            self._build_items()
        self.table.setVisible(choosing)
        if self.items is not None:
            self.items.setVisible(not choosing)
        explained = self._headed and bool(self.block.body.strip())
        self.explanation.setVisible(choosing and explained)
        self.choose_again.setVisible(not choosing and not self._only)
        self._show_go_on()
        self.wish_width(choosing)

    def _build_items(self) -> None:
        self.items = ItemQuestions(
            self.theme,
            self.draft,
            self._library,
            self.block.id,
            self.block.id,
            self._per_card,
            movable=True,
            parent=self,
        )
        self.items.moved.connect(self._on_items_moved)
        self.items.reference_requested.connect(self.reference_requested)
        self.body.insertWidget(1, self.items)
        set_tab_order(self.table, [self.items, *fields_in(self.items)])

    @Slot()
    def _show_go_on(self) -> None:
        shown = self._choosing and bool(self._per_card) and self._only is None
        ready = bool(self.draft.items(self.block.id))
        self.table.go_on.setVisible(shown and ready)
        # Below a long table the same button again; an own set is short.
        self.go_on.setVisible(shown and ready and not self.table.bar.own_set.isChecked())

    # --- what happens

    @Slot(object)
    def _on_table_choice_changed(self, choice: CardChoice) -> None:
        self._keep(choice)

    @Slot(str, int)
    def _on_items_moved(self, ref: str, place: int) -> None:
        self._keep(self._choice().move_to(ref, place))

    @Slot(str)
    def _on_draft_items_changed(self, block_id: str) -> None:
        if block_id == self.block.id:
            self.table.set_choice(self._choice())
            self._show_go_on()
            if not self._choosing and not self.draft.items(block_id):
                self._show_table(True)

    @Slot()
    def _on_go_on_clicked(self) -> None:
        self._show_table(False)
        self.focus_first_empty()

    @Slot()
    def _on_choose_again_clicked(self) -> None:
        self._show_table(True)
        self.table.focus_cards()

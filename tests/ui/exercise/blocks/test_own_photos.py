# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Own photos in the step of cards: offered in every exercise, chosen, written about, removed."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from logbook.core.entry import AnswerKey, Value
from logbook.core.exercise import Deck
from logbook.files.photos import bare
from logbook.ui.context import Context
from logbook.ui.exercise.blocks.cards import CardsBlockView
from logbook.ui.exercise.draft import Draft
from logbook.ui.exercise.photos.photos_dialog import PhotosDialog
from logbook.ui.logbook.reading_pictures import ReadingPictures
from tests import photos
from tests.ui.exercise.blocks.makers import CARDS, make_draft, show, stored
from tests.ui.helpers import assert_accessible


@pytest.fixture
def draft(context: Context) -> Draft:
    return make_draft(context, CARDS)


@pytest.fixture
def view(qtbot: QtBot, context: Context, draft: Draft) -> CardsBlockView:
    return show(qtbot, context, draft, CARDS)


@pytest.fixture
def deck(context: Context) -> Deck:
    """Four photos of the user."""
    cards = context.services.own_cards
    made = cards.add("", "Op straat", "Brug", bare(photos.JPEG))
    for title in ("Boom", "Bank", "Bus"):
        made = cards.add(made.id, "", title, photos.png(30, 40))
    return made


def open_photos(view: CardsBlockView) -> PhotosDialog:
    view.table.bar.own_photos.click()
    assert view.photos is not None
    return view.photos


def test_own_decks_come_after_those_of_the_author(
    qtbot: QtBot, context: Context, deck: Deck, draft: Draft
) -> None:
    box = show(qtbot, context, draft, CARDS).table.bar.deck_box
    ids = [box.itemData(place) for place in range(box.count())]
    assert ids == ["beelden", "drijfveren", deck.id]
    assert box.itemText(2) == "Kaartset: Op straat (4)"


def test_photos_that_are_added_are_on_the_table(
    qtbot: QtBot, tmp_path: Path, context: Context, view: CardsBlockView, draft: Draft
) -> None:
    (tmp_path / "a.jpg").write_bytes(photos.telling_jpeg())
    dialog = open_photos(view)
    with qtbot.waitSignal(dialog.queue.finished, timeout=10_000):
        dialog.add_files([tmp_path / "a.jpg"])
    deck_id = dialog.deck_id
    dialog.close_button.click()
    assert view.table.bar.deck_box.currentData() == deck_id
    tile = view.table.grid.tiles[0]
    qtbot.waitUntil(lambda: view.window().focusWidget() is view.table.bar.own_photos)
    tile.click()
    assert tile.face.title == "Foto 1"
    assert stored(context, draft, AnswerKey("cards")) == Value(cards=(tile.face.ref,))
    assert tile.face.ref.startswith(f"{deck_id}/f")
    assert_accessible(view)


def test_looking_without_changing_leaves_the_table(view: CardsBlockView) -> None:
    before = view.table.grid.tiles
    open_photos(view).close_button.click()
    assert view.table.grid.tiles == before


def test_other_words_show_at_once_in_the_questions(
    qtbot: QtBot, context: Context, deck: Deck, draft: Draft
) -> None:
    draft.set_value(AnswerKey("cards"), Value(cards=tuple(card.ref for card in deck.cards)))
    view = show(qtbot, context, draft, CARDS)
    assert view.items is not None
    view.choose_again.click()
    dialog = open_photos(view)
    dialog.rows[0].title.setText("Brug in de mist")
    dialog.rows[0].title.textEdited.emit("")
    dialog.close_button.click()
    tile = view.items.strip.tile(deck.cards[0].ref)
    assert tile is not None
    assert tile.face.title == "Brug in de mist"


def test_a_removed_photo_leaves_its_answers(
    qtbot: QtBot, context: Context, deck: Deck, draft: Draft
) -> None:
    ref = deck.cards[0].ref
    key = AnswerKey("cards", "reason", ref)
    draft.set_value(AnswerKey("cards"), Value(cards=(ref,)))
    draft.set_value(key, Value("omdat"))
    view = show(qtbot, context, draft, CARDS)
    dialog = open_photos(view)
    dialog.rows[0].remove.click()
    dialog.close_button.click()
    assert stored(context, draft, key) == Value("omdat")
    view.go_on.click()
    assert view.items is not None
    tile = view.items.strip.tile(ref)
    assert tile is not None
    assert tile.face.title == "Eigen foto"


def test_photos_are_seen_where_entries_are_read(context: Context, deck: Deck) -> None:
    library = context.services.content.library()
    draw = ReadingPictures(library, context.theme.tokens, round, 1.0)
    picture = draw(f"card:{deck.cards[1].ref}")
    assert picture is not None
    assert not picture.isNull()
    Path(deck.cards[2].picture).write_bytes(photos.HEIC)
    hostile = draw(f"card:{deck.cards[2].ref}")
    assert hostile is None or hostile.isNull()

# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Own decks: every act leaves files that the program loads as a deck again."""

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from logbook.content.decks import parse_deck
from logbook.content.library import ContentFolder, load_library
from logbook.core.errors import FileNotWritten, FileUnreadable
from logbook.core.exercise import Card
from logbook.files.photos import PhotoRefused, bare
from logbook.services import own_cards
from logbook.services.own_cards import DeckFull, OwnCards, clean_words, new_deck, render_deck
from tests import photos

JPEG = bare(photos.JPEG)


@pytest.fixture
def told() -> list[str]:
    return []


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "exercises" / "decks"


@pytest.fixture
def cards(folder: Path, told: list[str]) -> OwnCards:
    return OwnCards(folder, lambda: told.append("changed"))


def titles(cards: OwnCards, deck_id: str) -> list[str]:
    return [card.title for card in cards.deck(deck_id).cards]


@pytest.fixture
def three(cards: OwnCards) -> str:
    deck = cards.add("", "Op straat", "Een", JPEG)
    cards.add(deck.id, "", "Twee", photos.png())
    cards.add(deck.id, "", "", JPEG)
    return deck.id


def test_a_photo_makes_a_deck_that_loads(cards: OwnCards, three: str, folder: Path) -> None:
    library = load_library([ContentFolder(folder.parent, None, own=True)], cache=None)
    assert library.problems == ()
    deck = library.decks[three]
    assert (deck.title, deck.own, deck.kind) == ("Op straat", True, "picture")
    assert [card.title for card in deck.cards] == ["Een", "Twee", "Foto 3"]
    assert deck == cards.deck(three) == cards.decks()[0]


def test_names_of_files_mean_nothing_and_are_private(three: str, folder: Path) -> None:
    files = sorted((folder / three).iterdir())
    assert [f.suffix for f in files] == [".md", ".jpg", ".jpg", ".png"] or len(files) == 4
    assert all(file.stat().st_mode & 0o077 == 0 for file in files)
    assert not any("een" in file.name.lower() for file in files)


@pytest.mark.parametrize("data", [photos.WEBP, photos.telling_jpeg(), b"", photos.HEIC])
def test_only_a_bare_copy_is_taken(cards: OwnCards, folder: Path, data: bytes) -> None:
    with pytest.raises(PhotoRefused):
        cards.add("", "Op straat", "", data)
    assert cards.decks() == ()
    assert not folder.exists()


def test_words_of_a_card_and_name_of_a_deck(cards: OwnCards, three: str, told: list[str]) -> None:
    ref = cards.deck(three).cards[1].ref
    cards.describe(ref, " Een | *brug*\n", "Zie <b>&amp; [dit](http://x)` {#a} \\ !!! zorg")
    card = cards.deck(three).card(ref)
    assert card is not None
    assert card.title == "Een | *brug*"
    assert card.description == "Zie <b>&amp; [dit](http://x)` {#a} \\ !!! zorg"
    assert cards.rename_deck(three, 'Thuis "en" \\ elders: #1').title == cards.deck(three).title
    assert told.count("changed") == 5


def test_empty_titles_change_nothing(cards: OwnCards, three: str, told: list[str]) -> None:
    before = cards.deck(three)
    assert cards.describe(before.cards[0].ref, "  ", "") == before
    assert cards.rename_deck(three, "\n") == before
    assert len(told) == 3


@pytest.mark.parametrize(("place", "order"), [(0, "TEF"), (2, "EFT"), (9, "EFT"), (-4, "TEF")])
def test_order(cards: OwnCards, three: str, place: int, order: str) -> None:
    deck = cards.move(cards.deck(three).cards[1].ref, place)
    assert "".join(card.title[0] for card in deck.cards) == order
    assert cards.deck(three) == deck


def test_a_removed_card_comes_back_to_its_place(cards: OwnCards, three: str) -> None:
    before = cards.deck(three)
    removed = cards.remove(before.cards[1].ref)
    assert titles(cards, three) == ["Een", "Foto 3"]
    assert not Path(removed.card.picture).exists()
    assert cards.restore(removed) == before == cards.restore(removed)
    assert Path(removed.card.picture).read_bytes() == photos.png()


def test_a_deck_goes_with_its_last_card_and_comes_back(cards: OwnCards) -> None:
    deck = cards.add("", "Alleen", "Een", JPEG)
    removed = cards.remove(deck.cards[0].ref)
    assert cards.decks() == ()
    assert cards.restore(removed) == deck
    assert cards.decks() == (deck,)


def test_a_removed_picture_is_deleted_after_a_month(cards: OwnCards, three: str) -> None:
    removed = cards.remove(cards.deck(three).cards[0].ref)
    waiting = next(Path(removed.card.picture).parent.glob(".weg/*"))
    cards.empty_bins()
    assert waiting.exists()
    old = time.time() - 31 * 86_400
    os.utime(waiting, (old, old))
    cards.empty_bins()
    assert not waiting.exists()
    with pytest.raises(FileUnreadable):
        cards.restore(removed)


@pytest.mark.parametrize("act", ["describe", "move", "remove"])
def test_a_card_that_is_gone_is_told(cards: OwnCards, three: str, act: str) -> None:
    acts: dict[str, Callable[[str], object]] = {
        "describe": lambda ref: cards.describe(ref, "a", "b"),
        "move": lambda ref: cards.move(ref, 0),
        "remove": cards.remove,
    }
    for ref in (f"{three}/f00000000", "fotos-00000000/f00000000"):
        with pytest.raises(FileUnreadable):
            acts[act](ref)


def test_a_deck_that_cannot_be_written_stays_as_it_was(
    cards: OwnCards, three: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = cards.deck(three)

    def refuse(*_: object, **__: object) -> None:
        raise OSError(28, "full")

    monkeypatch.setattr(own_cards, "replace_file", refuse)
    with pytest.raises(FileNotWritten):
        cards.rename_deck(three, "Anders")
    with pytest.raises(FileNotWritten):
        cards.remove(before.cards[0].ref)
    monkeypatch.undo()
    assert cards.deck(three) == before


def test_a_deck_is_full(cards: OwnCards, three: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(own_cards, "CARDS_MOST", 3)
    with pytest.raises(DeckFull):
        cards.add(three, "", "", JPEG)


def test_what_others_put_there_is_left_alone(cards: OwnCards, three: str, folder: Path) -> None:
    (folder / "eigen-set").mkdir()
    (folder / "fotos-kapot").mkdir()
    (folder / "fotos-kapot" / "deck.md").write_text("---\nniets", encoding="utf-8")
    (folder / "fotos-buiten").symlink_to("/tmp", target_is_directory=True)
    assert [deck.id for deck in cards.decks()] == [three]


def test_a_full_deck_of_long_words_can_be_read_again() -> None:
    deck = new_deck("Veel")
    folder = Path("decks") / deck.id
    words = ("é" * own_cards.TITLE_LENGTH, "woord " * 90)
    found = [
        Card(f"{deck.id}/f{n:08x}", clean_words(words[0], 80), clean_words(words[1], 600), str(p))
        for n in range(own_cards.CARDS_MOST)
        for p in [folder / f"f{n:08x}.jpg"]
    ]
    text = render_deck(deck.__class__(*_parts(deck), cards=tuple(found), own=True))
    assert len(text.encode()) < 256 * 1024
    read_back = parse_deck(text, "deck.md", folder, own=True).deck
    assert read_back is not None
    assert list(read_back.cards) == found


def _parts(deck: object) -> tuple[str, ...]:
    names = ("id", "title", "kind", "introduction", "licence", "source")
    return tuple(getattr(deck, name) for name in names)


@given(st.text(max_size=90), st.text(max_size=90), st.text(max_size=90))
def test_any_words_come_back_as_they_went_in(name: str, title: str, told: str) -> None:
    deck = new_deck(name)
    folder = Path("decks") / deck.id
    words = (clean_words(title, 80) or "a", clean_words(told, 600))
    card = Card(f"{deck.id}/f1", *words, str(folder / "f1.jpg"))
    full = deck.__class__(*_parts(deck), cards=(card,), own=True)
    parsed = parse_deck(render_deck(full), "deck.md", folder, own=True)
    assert parsed.problems == ()
    assert parsed.deck == full

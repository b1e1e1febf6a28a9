# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Photos in decks, of authors and of the user: looked at before anything shows them."""

from pathlib import Path

import pytest

from logbook.content.decks import parse_deck
from logbook.content.library import ContentFolder, load_library
from logbook.core.library import Library
from tests import photos
from tests.content.builders import deck_text

ROW = "| brug.{0} | Brug | Een brug. |\n"


def load(folder: Path, name: str, data: bytes, own: bool = False) -> Library:
    deck = folder / "exercises" / "decks" / "platen"
    deck.mkdir(parents=True)
    ending = name.rpartition(".")[2]
    (deck / "deck.md").write_text(
        deck_text("platen", ROW.format(ending), "picture"), encoding="utf-8"
    )
    (deck / name).write_bytes(data)
    return load_library([ContentFolder(folder / "exercises", None, own=own)], cache=None)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("brug.jpg", photos.JPEG),
        ("brug.jpeg", photos.JPEG),
        ("brug.png", photos.png()),
        ("brug.webp", photos.WEBP),
        ("brug.png", photos.JPEG),  # what the bytes say counts
    ],
)
def test_photos_are_cards(tmp_path: Path, name: str, data: bytes) -> None:
    library = load(tmp_path, name, data)
    assert library.problems == ()
    card = library.card("platen/brug")
    assert card is not None
    assert card.picture.endswith(name)


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("brug.jpg", b"", "geen goede foto"),
        ("brug.jpg", photos.HEIC, "geen goede foto"),
        ("brug.jpg", photos.SVG, "geen goede foto"),
        ("brug.jpg", photos.JPEG[:300], "geen goede foto"),
        ("brug.png", photos.png(30_000, 30_000, rows=1), "te veel beeldpunten"),
        ("brug.png", photos.png(30_000, 1), "te veel beeldpunten"),
        ("brug.jpg", photos.JPEG + b"x" * 20 * 1024 * 1024, "groter dan"),
        ("brug.svg", photos.JPEG, "kan niet gelezen"),
        ("brug.svg", b'<svg xmlns="x"><script>1</script></svg>', "script"),
        ("brug.svg", b'<svg xmlns="x"><image href="http://x/y.png"/></svg>', "image"),
        ("brug.svg", b'<svg xmlns="x"><path style="fill:url(http://x)"/></svg>', "style"),
        ("brug.svg", b'<svg xmlns="x"><use href="#a"/></svg>', "use"),
        (
            "brug.svg",
            b'<!DOCTYPE s [<!ENTITY a "aa"><!ENTITY b "&a;&a;&a;">]><svg xmlns="x">&b;</svg>',
            "DOCTYPE",
        ),
    ],
)
def test_hostile_pictures_are_told_and_left_out(
    tmp_path: Path, name: str, data: bytes, words: str
) -> None:
    library = load(tmp_path, name, data)
    assert library.decks == {}
    assert [problem.line for problem in library.problems] == [15]
    assert words in library.problems[0].message


def test_a_link_out_of_the_folder_is_no_photo(tmp_path: Path) -> None:
    (tmp_path / "buiten.jpg").write_bytes(photos.JPEG)
    deck = tmp_path / "exercises" / "decks" / "platen"
    deck.mkdir(parents=True)
    (deck / "brug.jpg").symlink_to(tmp_path / "buiten.jpg")
    (deck / "deck.md").write_text(deck_text("platen", ROW.format("jpg"), "picture"), "utf-8")
    library = load_library([ContentFolder(tmp_path / "exercises", None, own=False)], cache=None)
    assert library.decks == {}
    assert len(library.problems) == 1


def test_only_an_own_card_may_go_without_description() -> None:
    text = deck_text("platen", "| brug.jpg | Brug | |\n", "picture")
    assert parse_deck(text, "deck.md", Path("platen")).deck is None
    own = parse_deck(text, "deck.md", Path("platen"), own=True).deck
    assert own is not None
    assert own.own
    assert own.cards[0].description == ""


def test_signs_may_stand_as_entities() -> None:
    text = deck_text("platen", "| brug.jpg | A &amp; B | &lt;b&gt; &#124; |\n", "picture")
    deck = parse_deck(text, "deck.md", Path("platen")).deck
    assert deck is not None
    assert (deck.cards[0].title, deck.cards[0].description) == ("A & B", "<b> |")

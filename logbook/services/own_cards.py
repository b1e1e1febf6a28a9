# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The user's own photos as decks of cards: add, describe, order, remove and bring back.

An own deck is a folder of the same shape as a shipped one, in the user's own exercises, so that
loading, recall and exports know it already. Which photos may be kept is decided in
`files.photos`; making the small copy is left to the window.

A removed card leaves the deck at once; its picture waits in a hidden folder of the deck for
thirty days, so that it can be brought back, and is then deleted. Answers keep its words.
"""

from __future__ import annotations

import contextlib
import os
import secrets
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from logbook.core.errors import FileNotWritten, FileUnreadable, LogbookError
from logbook.core.exercise import Card, Deck
from logbook.core.text import clean_text
from logbook.core.wording import PHOTO_PREFIX
from logbook.files.photos import check_kept
from logbook.files.replace import create_file, replace_file, sync_folder

#: Limits of own decks, in cards and characters.
CARDS_MOST = 200
TITLE_LENGTH = 80
DESCRIPTION_LENGTH = 600
BIN_DAYS = 30

_FILE_LIMIT = 256 * 1024
_BIN = ".weg"
_DAY = 86_400


class DeckFull(ValueError):
    """No card can be added to this deck; its argument is how many it may hold."""


class Removed(NamedTuple):
    """A card that was removed, and all that is needed to bring it back to its place."""

    deck: Deck
    card: Card
    place: int


class OwnCards:
    """Own decks in the user's folder. Every act writes whole files and reads the library anew.

    Args:
        folder: the folder of own decks; it need not be there yet.
        changed: called after every act that changed what the library holds.
    """

    def __init__(self, folder: Path, changed: Callable[[], object]) -> None:
        self._folder = folder
        self._changed = changed

    def decks(self) -> tuple[Deck, ...]:
        """The decks of own photos, by title."""
        found = []
        with contextlib.suppress(OSError):
            for path in sorted(self._folder.iterdir()):
                if path.name.startswith(PHOTO_PREFIX):
                    with contextlib.suppress(LogbookError):
                        found.append(self._load(path.name))
        return tuple(sorted(found, key=lambda deck: (deck.title.lower(), deck.id)))

    def deck(self, deck_id: str) -> Deck:
        """The deck as it stands in its file now.

        Raises:
            FileUnreadable: it is gone or was changed into something that is no deck.
        """
        return self._load(deck_id)

    def add(self, deck_id: str, deck_title: str, title: str, photo: bytes) -> Deck:
        """Add a photo at the end of a deck; "" makes a new deck.

        Args:
            deck_title: the title of a new deck.
            title: of the card; "" for a number.
            photo: the bare copy that `photo_reader` made.

        Returns:
            The deck with its new card last.

        Raises:
            PhotoRefused: the bytes are not such a copy.
            DeckFull.
            FileUnreadable, FileNotWritten: nothing was added.
        """
        deck = self._load(deck_id) if deck_id else new_deck(deck_title)
        if len(deck.cards) >= CARDS_MOST:
            raise DeckFull(CARDS_MOST)
        card_id = f"f{secrets.token_hex(4)}"
        words = clean_words(title, TITLE_LENGTH) or _free_title(deck)
        return self.put(deck, card_id, words, "", photo)

    def put(self, deck: Deck, card_id: str, title: str, description: str, photo: bytes) -> Deck:
        """Write a picture under a name that is free, and its card at the end of the deck.

        Raises:
            PhotoRefused, FileNotWritten.
        """
        path = self.put_picture(deck.id, card_id, photo)
        card = Card(f"{deck.id}/{card_id}", title, description, str(path))
        try:
            return self.keep(replace(deck, cards=(*deck.cards, card)))
        except FileNotWritten:
            with contextlib.suppress(OSError):
                path.unlink()
            raise

    def put_picture(self, deck_id: str, card_id: str, photo: bytes) -> Path:
        """Write a picture under a name that is free; it has no card yet.

        Raises:
            PhotoRefused, FileNotWritten.
        """
        kind = check_kept(photo).kind
        path = self._folder / deck_id / f"{card_id}.{kind.value}"
        try:
            path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            create_file(path, [photo])
        except OSError as error:
            raise FileNotWritten(str(path), str(error)) from error
        return path

    def rename_deck(self, deck_id: str, title: str) -> Deck:
        """Give a deck another title; an empty one changes nothing."""
        deck = self._load(deck_id)
        words = clean_words(title, TITLE_LENGTH)
        if not words or words == deck.title:
            return deck
        return self.keep(replace(deck, title=words))

    def describe(self, ref: str, title: str, description: str) -> Deck:
        """Give a card other words; without a title it keeps the one it has.

        Raises:
            FileUnreadable: the card is not there any more.
            FileNotWritten.
        """
        deck, place = self._find(ref)
        card = deck.cards[place]
        words = clean_words(title, TITLE_LENGTH) or card.title
        told = clean_words(description, DESCRIPTION_LENGTH)
        changed = replace(card, title=words, description=told)
        if changed == card:
            return deck
        return self.keep(replace(deck, cards=_with(deck.cards, place, changed)))

    def move(self, ref: str, place: int) -> Deck:
        """Put a card at another place of its deck, counted from 0 and not beyond the ends."""
        deck, old = self._find(ref)
        rest = [card for card in deck.cards if card.ref != ref]
        rest.insert(max(0, min(place, len(rest))), deck.cards[old])
        return self.keep(replace(deck, cards=tuple(rest)))

    def remove(self, ref: str) -> Removed:
        """Take a card from its deck; a deck without cards is gone, and comes back with `restore`.

        Raises:
            FileUnreadable, FileNotWritten: the card is still there.
        """
        deck, place = self._find(ref)
        card = deck.cards[place]
        rest = tuple(each for each in deck.cards if each.ref != ref)
        # First the list, then the picture: a list without a picture would be a damaged deck.
        self.keep(replace(deck, cards=rest))
        picture = Path(card.picture)
        with contextlib.suppress(OSError):
            away = picture.parent / _BIN
            away.mkdir(exist_ok=True, mode=0o700)
            picture.replace(away / picture.name)
            os.utime(away / picture.name)
        return Removed(deck, card, place)

    def restore(self, removed: Removed) -> Deck:
        """Bring a removed card back to its place, with its deck when that is gone.

        Raises:
            FileUnreadable: the picture is not there any more.
            FileNotWritten.
        """
        card, picture = removed.card, Path(removed.card.picture)
        try:
            deck = self._load(removed.deck.id)
        except FileUnreadable:
            deck = replace(removed.deck, cards=())
        if any(each.ref == card.ref for each in deck.cards):
            return deck
        try:
            if not picture.exists():
                (picture.parent / _BIN / picture.name).replace(picture)
                sync_folder(picture.parent)
        except OSError as error:
            raise FileUnreadable(str(picture), str(error)) from error
        cards = list(deck.cards)
        cards.insert(min(removed.place, len(cards)), card)
        return self.keep(replace(deck, cards=tuple(cards)))

    def empty_bins(self) -> None:
        """Delete pictures that were removed more than thirty days ago."""
        before = time.time() - BIN_DAYS * _DAY
        with contextlib.suppress(OSError):
            for path in self._folder.glob(f"{PHOTO_PREFIX}*/{_BIN}/*"):
                if path.lstat().st_mtime < before:
                    path.unlink()

    def _find(self, ref: str) -> tuple[Deck, int]:
        deck = self._load(ref.partition("/")[0])
        for place, card in enumerate(deck.cards):
            if card.ref == ref:
                return deck, place
        raise FileUnreadable(str(self._folder / ref), "no such card")

    def _load(self, deck_id: str) -> Deck:
        # Not at the top: the window only needs this when own photos are looked after.
        from logbook.content.decks import parse_deck
        from logbook.files.intake import read_text

        path = self._folder / deck_id / "deck.md"
        text = read_text(path, limit=_FILE_LIMIT, inside=self._folder)
        deck = parse_deck(text, str(path), path.parent, own=True).deck
        if deck is None:
            raise FileUnreadable(str(path), "no deck")
        return deck

    def keep(self, deck: Deck) -> Deck:
        """Write the list of a deck, or take it away when it holds no card any more.

        Raises:
            FileNotWritten: what stood there is as it was.
        """
        from logbook.content.decks import parse_deck

        path = self._folder / deck.id / "deck.md"
        text = render_deck(deck)
        if deck.cards:
            read_back = parse_deck(text, str(path), path.parent, own=True).deck
            # What could not be read again must never replace what can.
            if read_back != deck or len(text.encode()) > _FILE_LIMIT:
                raise FileNotWritten(str(path), "would not be read back")
        try:
            if deck.cards:
                replace_file(path, [text.encode()])
            else:
                path.unlink(missing_ok=True)
                sync_folder(path.parent)
        except OSError as error:
            raise FileNotWritten(str(path), str(error)) from error
        self._changed()
        return deck


def new_deck(title: str, deck_id: str = "") -> Deck:
    """An own deck without cards; it is written with its first card."""
    return Deck(
        deck_id or f"{PHOTO_PREFIX}{secrets.token_hex(4)}",
        clean_words(title, TITLE_LENGTH) or "Mijn foto’s",
        "picture",
        "",
        "Alleen voor eigen gebruik",
        "Eigen foto’s",
        (),
        own=True,
    )


def is_own(deck_id: str) -> bool:
    """Whether a deck is one of own photos, told by its id."""
    return deck_id.startswith(PHOTO_PREFIX)


def clean_words(text: str, limit: int) -> str:
    """A text on one line without control characters, at most `limit` characters."""
    return " ".join(clean_text(text).text.split())[:limit].strip()


_SIGNS = {"&": "&amp;", "|": "&#124;", "\\": "&#92;", "`": "&#96;", "<": "&lt;", "[": "&#91;"}
_SIGNS |= {"{": "&#123;", "!": "&#33;"}
_CELL = str.maketrans(_SIGNS)


def render_deck(deck: Deck) -> str:
    """The text of a `deck.md` with these cards; signs of Markdown in words stand as entities."""
    header = {
        "id": deck.id,
        "title": _quoted(deck.title),
        "kind": deck.kind,
        "version": "1",
        "language": "nl",
        "licence": _quoted(deck.licence),
        "source": _quoted(deck.source),
    }
    lines = ["---", *(f"{name}: {value}" for name, value in header.items()), "---"]
    lines += [deck.introduction, "", "| card | title | description |", "|---|---|---|"]
    for card in deck.cards:
        title, description = card.title.translate(_CELL), card.description.translate(_CELL)
        lines.append(f"| {Path(card.picture).name} | {title} | {description} |")
    return "\n".join((*lines, ""))


def _quoted(text: str) -> str:
    """A YAML text in double quotes."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _free_title(deck: Deck) -> str:
    taken = {card.title for card in deck.cards}
    number = len(deck.cards) + 1
    while f"Foto {number}" in taken:
        number += 1
    return f"Foto {number}"


def _with(cards: Sequence[Card], place: int, card: Card) -> tuple[Card, ...]:
    return (*cards[:place], card, *cards[place + 1 :])

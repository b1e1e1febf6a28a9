# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Own photos that leave with an export and come back with an import.

Photos of an import wait in a folder of their own until all of the file was found good.
"""

from __future__ import annotations

import hashlib
import secrets
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from logbook.core.errors import FileNotWritten, FileUnreadable, LogbookError
from logbook.core.exercise import Card
from logbook.core.library import Library
from logbook.core.record import PictureRecord
from logbook.files.intake import read_bytes
from logbook.files.photos import KEPT_LIMIT, PhotoRefused, check_kept
from logbook.files.replace import create_file
from logbook.services.own_cards import OwnCards, clean_words, is_own, new_deck


def own_picture(ref: str, library: Callable[[], Library]) -> PictureRecord | None:
    """The own photo with this reference and its card; None when there is none to take along."""
    deck_id = ref.partition("/")[0]
    if not is_own(deck_id):
        return None
    deck = library().decks.get(deck_id)
    card = deck.card(ref) if deck else None
    if deck is None or card is None or not card.picture:
        return None
    path = Path(card.picture)
    try:
        data = read_bytes(path, limit=KEPT_LIMIT)
        check_kept(data)
    except (LogbookError, PhotoRefused):
        # Somebody put another file there: the words of the card travel with the answers.
        return None
    name = f"{deck_id}/{path.name}"
    sha256 = hashlib.sha256(data).hexdigest()
    return PictureRecord(name, deck.title, card.title, card.description, sha256, data)


class PictureIntake:
    """Takes the photos of one import: all of them with `place`, or none with `discard`.

    Args:
        folder: the folder of own decks.
    """

    def __init__(self, cards: OwnCards, folder: Path) -> None:
        self._cards = cards
        self._folder = folder
        self._waiting = folder / f".nieuw-{secrets.token_hex(4)}"
        self._fresh: list[PictureRecord] = []
        #: Names of photos that are here already with another content.
        self.conflicts: list[str] = []

    @property
    def added(self) -> int:
        """How many photos are new here."""
        return len(self._fresh)

    def take(self, picture: PictureRecord) -> None:
        """Look at one photo; a new one is put aside.

        Raises:
            FileNotWritten.
        """
        path = self._folder / picture.name
        if path.exists() or path.is_symlink():
            if not _holds(path, picture.data):
                self.conflicts.append(picture.name)
            elif self._card(picture.ref) is None:
                self._put_aside(picture)
            return
        self._put_aside(picture)

    def place(self) -> None:
        """Give every new photo its place in its deck.

        Raises:
            FileUnreadable, FileNotWritten: some may have got their place; the next import
                finds them there.
        """
        for picture in self._fresh:
            deck_id, _, name = picture.name.partition("/")
            try:
                deck = self._cards.deck(deck_id)
            except FileUnreadable:
                if (self._folder / deck_id / "deck.md").exists():
                    raise
                deck = new_deck(picture.deck, deck_id)
            title = clean_words(picture.title, 80) or "Foto"
            told = clean_words(picture.description, 600)
            target = self._folder / picture.name
            if target.exists():  # only its line in the list was gone
                card = Card(picture.ref, title, told, str(target))
                self._cards.keep(replace(deck, cards=(*deck.cards, card)))
                continue
            data = read_bytes(self._waiting / name, limit=KEPT_LIMIT)
            self._cards.put(deck, name.rpartition(".")[0], title, told, data)

    def discard(self) -> None:
        """Take away what was put aside."""
        shutil.rmtree(self._waiting, ignore_errors=True)

    def _put_aside(self, picture: PictureRecord) -> None:
        path = self._waiting / picture.name.rpartition("/")[2]
        try:
            self._waiting.mkdir(parents=True, exist_ok=True, mode=0o700)
            create_file(path, [picture.data])
        except OSError as error:
            raise FileNotWritten(str(path), str(error)) from error
        # Only its words stay in memory.
        self._fresh.append(picture._replace(data=b""))

    def _card(self, ref: str) -> Card | None:
        try:
            return self._cards.deck(ref.partition("/")[0]).card(ref)
        except FileUnreadable:
            return None


def _holds(path: Path, data: bytes) -> bool:
    try:
        return read_bytes(path, limit=KEPT_LIMIT) == data
    except LogbookError:
        return False

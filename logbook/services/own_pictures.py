# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Own photos that leave with an export and come back with an import.

Photos of an import wait in a folder of their own until all of the file was found good.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import secrets
import shutil
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from logbook.core.errors import FileNotWritten, FileUnreadable, LogbookError
from logbook.core.exercise import Card, Deck
from logbook.core.library import Library
from logbook.core.record import PictureRecord
from logbook.files.intake import read_bytes
from logbook.files.photos import KEPT_LIMIT, PhotoRefused, check_kept
from logbook.files.replace import create_file
from logbook.services.own_cards import OwnCards, clean_words, is_own, new_deck

#: As many cards as the list of a deck may have to be read back.
CARDS_MOST = 500


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

    def full_deck(self) -> str:
        """The title of a deck that would hold more photos than can be read back, or ""."""
        for deck_id, pictures in self._by_deck().items():
            if len(self._deck(deck_id, pictures).cards) + len(pictures) > CARDS_MOST:
                return pictures[0].deck
        return ""

    def place(self) -> None:
        """Give every new photo its place, a deck at a time.

        Raises:
            FileUnreadable, FileNotWritten: the deck it is about is as it was; those before it
                have their photos, and the next import finds them there.
        """
        for deck_id, pictures in self._by_deck().items():
            deck = self._deck(deck_id, pictures)
            written: list[Path] = []
            try:
                cards = [self._card_of(picture, written) for picture in pictures]
                self._cards.keep(replace(deck, cards=(*deck.cards, *cards)))
            except (LogbookError, PhotoRefused):
                for path in written:
                    with contextlib.suppress(OSError):
                        path.unlink()
                raise

    def _by_deck(self) -> dict[str, list[PictureRecord]]:
        found: dict[str, list[PictureRecord]] = {}
        for picture in self._fresh:
            found.setdefault(picture.name.partition("/")[0], []).append(picture)
        return found

    def _deck(self, deck_id: str, pictures: Sequence[PictureRecord]) -> Deck:
        try:
            return self._cards.deck(deck_id)
        except FileUnreadable:
            if os.path.lexists(self._folder / deck_id / "deck.md"):
                raise
            return new_deck(pictures[0].deck, deck_id)

    def _card_of(self, picture: PictureRecord, written: list[Path]) -> Card:
        """The card of a new photo, whose picture is put in its deck and noted in `written`."""
        title = clean_words(picture.title, 80) or "Foto"
        told = clean_words(picture.description, 600)
        target = self._folder / picture.name
        if not target.exists():  # else only its line in the list was gone
            data = read_bytes(self._waiting_place(picture), limit=KEPT_LIMIT)
            deck_id, _, name = picture.name.partition("/")
            written.append(self._cards.put_picture(deck_id, name.rpartition(".")[0], data))
        return Card(picture.ref, title, told, str(target))

    def _waiting_place(self, picture: PictureRecord) -> Path:
        return self._waiting / picture.name.replace("/", "-")

    def discard(self) -> None:
        """Take away what was put aside."""
        shutil.rmtree(self._waiting, ignore_errors=True)

    def _put_aside(self, picture: PictureRecord) -> None:
        path = self._waiting_place(picture)
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

# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""What one chosen thing looks like: a picture, a word, a card on paper, or an option."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from logbook import texts
from logbook.core.entry import OWN_ITEM, AnswerKey
from logbook.core.exercise import Card
from logbook.core.library import Library
from logbook.core.text import shorten
from logbook.core.wording import PAPER_PREFIX, PHOTO_PREFIX
from logbook.texts import photos as photo_texts
from logbook.ui.exercise.draft import Draft

#: Own words can be of any length; a face shows a title.
_TITLE_LENGTH = 120


class FaceKind(Enum):
    """How a face is drawn."""

    PICTURE = "picture"
    WORD = "word"
    PAPER = "paper"
    OPTION = "option"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Face:
    """One card or option as it is shown. `picture` is the path of a file or ""."""

    ref: str
    title: str
    description: str
    kind: FaceKind
    picture: str = ""

    @property
    def spoken(self) -> str:
        """Title and description as a screen reader says them."""
        title = self.title.rstrip(".")
        return f"{title}. {self.description}" if self.description else title


def face_of_card(card: Card) -> Face:
    """The face of a card of a deck."""
    kind = FaceKind.PICTURE if card.picture else FaceKind.WORD
    return Face(card.ref, card.title, card.description, kind, card.picture)


def paper_ref(number: int) -> str:
    """The reference of an own paper card, numbered from 1."""
    return f"{PAPER_PREFIX}{number}"


def face_of(item: str, block_id: str, draft: Draft, library: Library) -> Face:
    """The face of a chosen item.

    Args:
        block_id: the block in which it was chosen; holds the words of paper cards and options.
    """
    if item.startswith(PAPER_PREFIX):
        own = shorten(draft.value(AnswerKey(block_id, "", item)).text, _TITLE_LENGTH)
        numbered = texts.own_card(item.removeprefix(PAPER_PREFIX))
        return Face(item, own or numbered, numbered if own else "", FaceKind.PAPER)
    card = library.card(item)
    if card is not None:
        return face_of_card(card)
    block = draft.exercise.block(block_id) if draft.exercise else None
    for prompt in block.prompts if block else ():
        for option in prompt.options:
            if option.id == item:
                return Face(item, option.text, "", FaceKind.OPTION)
    if item == OWN_ITEM:
        own = shorten(draft.value(AnswerKey(block_id)).own, _TITLE_LENGTH)
        return Face(item, own or texts.own_option(), "", FaceKind.OPTION)
    if item.startswith(PHOTO_PREFIX):
        return Face(item, photo_texts.own_photo(), texts.card_gone(), FaceKind.GONE)
    name = item.rpartition("/")[2].replace("-", " ")
    return Face(item, name[:1].upper() + name[1:], texts.card_gone(), FaceKind.GONE)

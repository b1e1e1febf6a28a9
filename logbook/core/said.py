# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""What an answer says, as far as title, excerpt, search and links need to know it.

One form for answers and for records of them, so that what follows from them is worked out in one
way. Most answers are text alone; for those nothing else is loaded or made.
"""

from __future__ import annotations

from logbook.core.canonical import text_of
from logbook.core.constants import OWN_ITEM, PAPER_PREFIX, PHOTO_PREFIX
from logbook.core.light import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from logbook.core.entry import Answer
    from logbook.core.entry_record import AnswerRecord


class Said(NamedTuple):
    """What one answer says.

    Args:
        words: all that the user wrote in it, one part a line.
        empty: nothing was given (`Value.is_empty`).
        block_title, prompt_text, card_title: as the question stood.
        options: the words of chosen options, `cards` of chosen cards; empty for own ones.
    """

    words: str
    empty: bool
    block_title: str
    prompt_text: str
    card_title: str
    options: tuple[str, ...] = ()
    cards: tuple[str, ...] = ()


def said_in(record: AnswerRecord) -> Said:
    """What the present version of an answer says.

    Raises:
        ValueError: it does not hold a value.
    """
    text = text_of(record.value)
    if text is None:
        return said(record.to_answer())
    return Said(text, not text.strip(), record.block_title, record.prompt_text, record.card_title)


def said(answer: Answer) -> Said:
    """What an answer says. An option has the words it had, else those of its id; so has a card."""
    wording, value = answer.wording, answer.value
    return Said(
        value.words(),
        value.is_empty,
        wording.block_title,
        wording.prompt_text,
        wording.card_title,
        tuple(wording.term(o) or _caption(o) for o in value.options if o != OWN_ITEM),
        tuple(
            _caption(card.rpartition("/")[2])
            for card in value.cards
            if not card.startswith((PAPER_PREFIX, PHOTO_PREFIX))
        ),
    )


def _caption(slug: str) -> str:
    return slug.replace("-", " ")

# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""An answer as lines of plain text: titles of cards, words of options, an order, a place, a row.

One way for everything that reads answers back: earlier answers, quotes, versions, rescued text.
Prose is left out, because each reader shows it in its own way. Knows no Dutch: `Words` brings it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING

from logbook.core.arrange import Part, card_titles
from logbook.core.entry import AnswerKey, Entry, Value
from logbook.core.wording import CARDS, PAPER_PREFIX, PHOTO_PREFIX

if TYPE_CHECKING:
    from logbook.core.exercise import Block, Exercise, ScaleSettings
    from logbook.core.library import Library

RANK = "rank"


@dataclass(frozen=True, slots=True)
class Words:
    """What is not in an answer itself.

    Args:
        place: a number on a scale in words; None when the scale is gone.
        day: a date in words.
        own_card: what a card of an own paper set is called while it has no words, by its number.
        own_photo: what an own photo is called that is not there any more.
        options: the words of standard options by id, for answers of which the exercise is gone.
    """

    place: Callable[[int, ScaleSettings | None], str]
    day: Callable[[date], str]
    own_card: Callable[[str], str]
    own_photo: str
    options: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Line:
    """One line. `mark` is a hyphen for what was chosen, a number for what stands in an order."""

    text: str
    mark: str = ""

    def __str__(self) -> str:
        return f"{self.mark} {self.text}" if self.mark else self.text


def value_lines(
    part: Part, entry: Entry, exercise: Exercise | None, library: Library, words: Words
) -> tuple[Line, ...]:
    """An answer without its prose, one thing a line.

    Args:
        entry: holds the answer, and the titles of cards as they were when chosen.
        exercise: as it is now, for the words of options; None when it is gone.
    """
    return tuple(_lines(part, entry, exercise, library, words))


def still_chosen(part: Part, entry: Entry, exercise: Exercise | None) -> Part:
    """An order without what is no longer chosen in the block it puts in order.

    The place of what was put away is kept in the answer, for when it is chosen again.
    """
    if part.wording.kind != RANK:
        return part
    source = _source(part.block_in(exercise))
    choice = entry.answer(AnswerKey(source)) if source else None
    if choice is None:
        return part
    chosen = choice.value.chosen
    value = replace(
        part.value,
        cards=tuple(ref for ref in part.value.cards if ref in chosen),
        options=tuple(option for option in part.value.options if option in chosen),
    )
    return replace(part, value=value)


def item_title(
    item: str, part: Part, entry: Entry, exercise: Exercise | None, library: Library, words: Words
) -> str:
    """What a chosen card or option is called: a card as it was when chosen, else as it is now."""
    source = _source(part.block_in(exercise)) or part.key.block
    card = library.card(item)
    known = card_titles(entry, source).get(item) or (card.title if card else "")
    if known:
        return known
    if item.startswith(PAPER_PREFIX):
        return words.own_card(item.removeprefix(PAPER_PREFIX))
    if item.startswith(PHOTO_PREFIX):
        return words.own_photo
    return _option(item, part, exercise, words)


def _lines(
    part: Part, entry: Entry, exercise: Exercise | None, library: Library, words: Words
) -> Iterator[Line]:
    value = part.value
    if value.number is not None:
        yield Line(words.place(value.number, part.scale_in(exercise)))
    ordered = part.wording.kind in (RANK, CARDS)
    for rank, item in enumerate((*value.cards, *value.options), 1):
        title = item_title(item, part, entry, exercise, library, words)
        yield Line(title, f"{rank}." if ordered or value.cards else "-")
    if value.own.strip():
        yield Line(value.own, "-")
    if value.day is not None:
        yield Line(words.day(value.day))
    yield from _rows(part, value)


def _rows(part: Part, value: Value) -> Iterator[Line]:
    if any(cell.strip() for cell in value.cells):
        yield Line(_joined(value.cells), "-")
    for row in part.rows:
        yield Line(_joined((*row.cells, row.text)), "-")


def _joined(cells: tuple[str, ...]) -> str:
    return " · ".join(cell.strip() for cell in cells if cell.strip())


def _option(option: str, part: Part, exercise: Exercise | None, words: Words) -> str:
    """The words of an option now; when they are gone, its id in words."""
    now = part.option_in(exercise, option)
    if now != option:
        return now
    return words.options.get(option) or option.rpartition("/")[2].replace("-", " ")


def _source(block: Block | None) -> str:
    """The block whose choice this one leans on; "" when there is none."""
    source = getattr(block.settings, "of", "") if block else ""
    return source if isinstance(source, str) else ""

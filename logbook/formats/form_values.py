# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The lines below one question become a value: the reverse of `answer_text.py`."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from logbook.core.entry import OWN_ITEM, AnswerKey, Value
from logbook.core.exercise import (
    Block,
    CardSettings,
    ChoiceSettings,
    ColumnsSettings,
    Exercise,
    Field,
    OfSettings,
    Prompt,
    ScaleSettings,
    TableSettings,
)
from logbook.core.follow_up import STANDING_BLOCKS
from logbook.core.library import Library
from logbook.core.wording import PAPER_PREFIX
from logbook.formats.form_text import (
    CARD_LINE,
    NOTHING,
    OPTION_LINE,
    OWN_OPTION,
    RANK_LINE,
    decode_cell,
    one_line,
    split_row,
    unescape_first,
    unescape_text,
)

Lines = list[tuple[int, str]]
Mistake = tuple[int, str, str]

_NUMBER = re.compile(r"[+-]?\d+(?:[.,]\d+)?")
_SEPARATOR = re.compile(r"\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*")
_FACT_LIMIT = 60


class Asked(NamedTuple):
    """A question, its block, and the block above in which was chosen what it asks about.

    `source` is the block itself when it leans on no other.
    """

    block: Block
    prompt: Prompt
    source: Block


def source_of(block: Block, exercise: Exercise) -> Block:
    """The block in which was chosen what this block asks about; the block itself for most."""
    if isinstance(block.settings, OfSettings):
        return exercise.block(block.settings.of) or block
    return block


def takes_own(source: Block) -> bool:
    """Whether an option in own words can be chosen in a block."""
    return isinstance(source.settings, ChoiceSettings) and source.settings.own


class Mistakes:
    """Gathers mistakes into a list that all questions share."""

    def __init__(self, found: list[Mistake]) -> None:
        self._found = found

    def add(self, line: int, code: str, fact: str = "") -> None:
        """Note one mistake."""
        self._found.append((line, code, fact[:_FACT_LIMIT]))


def read_value(
    lines: Lines, place: Asked, item: str, library: Library, mistakes: Mistakes
) -> dict[AnswerKey, Value]:
    """The values in lines that do not begin or end blank; tables give one per row as well."""
    block, prompt = place.block, place.prompt
    key = AnswerKey(block.id, prompt.id, item)
    kind = Field.PROSE if item and block.id not in STANDING_BLOCKS else prompt.field
    if kind is Field.CARDS and isinstance(block.settings, CardSettings):
        return {key: _cards(lines, block.settings, library, mistakes)}
    if kind is Field.RANK:
        return {key: _rank(lines, place, library, mistakes)}
    if kind is Field.SCALE and isinstance(block.settings, ScaleSettings):
        return {key: _scale(lines, block.settings, mistakes)}
    if kind is Field.CHOICE:
        return {key: _choice(lines, block, prompt, mistakes)}
    if kind is Field.DATE:
        return {key: _day(lines, mistakes)}
    if isinstance(block.settings, TableSettings):
        return _table(lines, key, block.settings, mistakes)
    if isinstance(block.settings, ColumnsSettings):
        return _columns(lines, key, mistakes)
    return {key: Value(_text(lines))}


def _cards(lines: Lines, settings: CardSettings, library: Library, mistakes: Mistakes) -> Value:
    items, rest = _items(lines, CARD_LINE)
    refs: list[str] = []
    for number, match in items:
        ref = match[1]
        if not _is_card(ref, settings, library):
            mistakes.add(number, "unknown-card", ref)
        elif ref in refs:
            mistakes.add(number, "duplicate-card", ref)
        refs.append(ref)
    if len(refs) > settings.maximum:
        mistakes.add(items[settings.maximum][0], "too-many-cards", str(settings.maximum))
    return Value(_rest(rest, CARD_LINE), cards=tuple(refs))


def _rank(lines: Lines, place: Asked, library: Library, mistakes: Mistakes) -> Value:
    items, rest = _items(lines, RANK_LINE)
    cards = place.source.settings
    options = place.prompt.options or place.source.prompts[0].options
    by_words = {one_line(o.text).casefold(): o.id for o in options} | {o.id: o.id for o in options}
    found: list[str] = []
    for number, match in items:
        words = one_line(match[1])
        if isinstance(cards, CardSettings):
            each = words.partition(" ")[0]
            known = _is_card(each, cards, library)
        else:
            each = by_words.get(words.casefold(), "")
            if not each and words.startswith(OWN_OPTION) and takes_own(place.source):
                each = OWN_ITEM
            known = bool(each)
        if not known:
            mistakes.add(number, "unknown-rank", words)
        elif each in found:
            mistakes.add(number, "duplicate-rank", words)
        found.append(each)
    text = _rest(rest, RANK_LINE)
    if isinstance(cards, CardSettings):
        return Value(text, cards=tuple(found))
    return Value(text, options=tuple(found))


def _is_card(ref: str, settings: CardSettings, library: Library) -> bool:
    if ref.startswith(PAPER_PREFIX):
        return (
            settings.paper and re.fullmatch(r"[1-9][0-9]{0,2}", ref.partition("/")[2]) is not None
        )
    deck = library.decks.get(ref.partition("/")[0])
    # Own photos may be chosen wherever cards are.
    return deck is not None and (deck.id in settings.decks or deck.own) and bool(deck.card(ref))


def _scale(lines: Lines, settings: ScaleSettings, mistakes: Mistakes) -> Value:
    number, first = lines[0][0], lines[0][1].strip()
    text = _text(lines[1:])
    if first == NOTHING:
        return Value(text)
    if not _NUMBER.fullmatch(first):
        return Value(_text(lines))
    if first.lstrip("+-").isdecimal():
        chosen = int(first) if len(first) < 9 else settings.high_number + 1
        if settings.low_number <= chosen <= settings.high_number:
            return Value(text, number=chosen)
    mistakes.add(number, "not-a-number", first)
    return Value()


def _choice(lines: Lines, block: Block, prompt: Prompt, mistakes: Mistakes) -> Value:
    settings = block.settings if isinstance(block.settings, ChoiceSettings) else None
    items, rest = _items(lines, OPTION_LINE)
    by_words = {one_line(o.text).casefold(): o.id for o in prompt.options}
    by_words |= {o.id: o.id for o in prompt.options}
    options: list[str] = []
    own = ""
    for number, match in items:
        words = one_line(match[2] or "")
        ticked = match[1] != " "
        option = by_words.get(words.casefold())
        if option is not None:
            if ticked and option not in options:
                options.append(option)
        elif settings and settings.own and words.startswith(OWN_OPTION):
            written = decode_cell((match[2] or "").strip().removeprefix(OWN_OPTION))
            own = written if ticked or written else own
        elif ticked:
            mistakes.add(number, "unknown-option", words)
    maximum = settings.maximum if settings else 1
    if maximum and len(options) + bool(own) > maximum:
        mistakes.add(lines[0][0], "too-many-options", str(maximum))
    return Value(_rest(rest, OPTION_LINE), options=tuple(options), own=own)


def _day(lines: Lines, mistakes: Mistakes) -> Value:
    number, first = lines[0][0], lines[0][1].strip()
    text = _text(lines[1:])
    if first == NOTHING:
        return Value(text)
    try:
        return Value(text, day=date.fromisoformat(first))
    except ValueError:
        mistakes.add(number, "not-a-date", first)
        return Value()


def _table(
    lines: Lines, key: AnswerKey, settings: TableSettings, mistakes: Mistakes
) -> dict[AnswerKey, Value]:
    rows, rest = _rows(lines, len(settings.columns), mistakes)
    filled = [tuple(row) for row in rows if any(cell.strip() for cell in row)]
    ids = tuple(str(number) for number in range(1, len(filled) + 1))
    values = {key: Value(_text(rest), rows=ids)}
    for row_id, row in zip(ids, filled, strict=True):
        values[AnswerKey(key.block, key.prompt, row_id)] = Value(cells=row)
    return values


def _columns(lines: Lines, key: AnswerKey, mistakes: Mistakes) -> dict[AnswerKey, Value]:
    rows, rest = _rows(lines, 2, mistakes)
    found = [("left", row[0]) for row in rows if row[0].strip()]
    found += [("right", row[1]) for row in rows if row[1].strip()]
    ids = tuple(str(number) for number in range(1, len(found) + 1))
    values = {key: Value(_text(rest), rows=ids)}
    for row_id, (side, text) in zip(ids, found, strict=True):
        values[AnswerKey(key.block, key.prompt, row_id)] = Value(text, side=side)
    return values


def _rows(lines: Lines, width: int, mistakes: Mistakes) -> tuple[list[list[str]], Lines]:
    """The rows of the table that the lines begin with, padded, and the lines after it."""
    end = 0
    while end < len(lines) and lines[end][1].lstrip().startswith("|"):
        end += 1
    if end < 2 or not _SEPARATOR.fullmatch(lines[1][1].strip()):
        mistakes.add(lines[0][0], "not-a-table")
        return [], []
    rows = []
    for number, line in lines[2:end]:
        cells = split_row(line)
        if len(cells) > width:
            mistakes.add(number, "not-a-table")
        rows.append((cells + [""] * width)[:width])
    return rows, lines[end:]


def _items(lines: Lines, pattern: re.Pattern[str]) -> tuple[list[tuple[int, re.Match[str]]], Lines]:
    """The list that the lines begin with; one blank line between items is allowed."""
    items: list[tuple[int, re.Match[str]]] = []
    end = 0
    for index, (number, line) in enumerate(lines):
        match = pattern.fullmatch(line.rstrip())
        if match:
            items.append((number, match))
            end = index + 1
        elif line.strip():
            break
    return items, lines[end:]


def _rest(lines: Lines, pattern: re.Pattern[str]) -> str:
    return unescape_text(unescape_first(_raw(lines), pattern))


def _text(lines: Lines) -> str:
    return unescape_text(_raw(lines))


def _raw(lines: Lines) -> str:
    return "\n".join(line for _, line in lines).strip("\n")

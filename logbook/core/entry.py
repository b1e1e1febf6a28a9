# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Entries, answers and revisions as values, as docs/design.md defines them.

Times are timezone-aware UTC; ids are text so that entries can travel and be joined.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Any, NewType

from logbook.core.canonical import canonical_text, text_of
from logbook.core.constants import ANSWER_LIMIT as ANSWER_LIMIT
from logbook.core.constants import DRAFT, FREE
from logbook.core.constants import NOTE_BLOCK as NOTE_BLOCK
from logbook.core.constants import OWN_ITEM as OWN_ITEM

if TYPE_CHECKING:
    from logbook.core.label import Label

EntryId = NewType("EntryId", str)
RevisionId = NewType("RevisionId", str)


class EntryKind(StrEnum):
    """One round of an exercise, or a free note."""

    EXERCISE = "exercise"
    FREE = FREE


class EntryState(StrEnum):
    """Open for writing, or closed by the user ("voor nu afgerond")."""

    DRAFT = DRAFT
    CLOSED = "closed"


@dataclass(frozen=True, slots=True, order=True)
class AnswerKey:
    """Where an answer belongs: block, prompt ("" for the block itself), item ("" for none).

    An item is `deck/card`, `paper/N`, an option slug, `own` (`OWN_ITEM`) or a row id.
    """

    block: str
    prompt: str = ""
    item: str = ""


@dataclass(frozen=True, slots=True)
class Value:
    """What the user gave. `text` is always there; the other parts belong to one kind each.

    Args:
        text: prose exactly as typed: the answer, or the explanation beside another part.
        cards: chosen cards in order, `deck/card` or `paper/N` (cards).
        number: a whole number on a scale (scale).
        options: slugs of chosen options in order (choice, mode of an exchange, rank).
        own: an option in own words (choice).
        cells: the cells of one row (table).
        side: "left" or "right" for one row (columns).
        rows: row ids in order (table, columns).
        day: a plain date (intention).
    """

    text: str = ""
    cards: tuple[str, ...] = ()
    number: int | None = None
    options: tuple[str, ...] = ()
    own: str = ""
    cells: tuple[str, ...] = ()
    side: str = ""
    rows: tuple[str, ...] = ()
    day: date | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing was given: only blanks, and no other part.

        `side` and `rows` say where things stand, not what was written.
        """
        return not (
            self.text.strip()
            or self.cards
            or self.number is not None
            or self.options
            or self.own.strip()
            or any(cell.strip() for cell in self.cells)
            or self.day is not None
        )

    @property
    def chosen(self) -> tuple[str, ...]:
        """The items that were chosen, in order: cards, else options with own words as the last."""
        own = (OWN_ITEM,) if self.own.strip() else ()
        return self.cards or (*self.options, *own)

    def to_json(self) -> dict[str, Any]:
        """A JSON object with `text` and the parts that are filled."""
        data: dict[str, Any] = {"text": self.text}
        for name in ("cards", "options", "cells", "rows"):
            if part := getattr(self, name):
                data[name] = list(part)
        if self.number is not None:
            data["number"] = self.number
        if self.own:
            data["own"] = self.own
        if self.side:
            data["side"] = self.side
        if self.day is not None:
            data["day"] = self.day.isoformat()
        return data

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Value:
        """The value in a JSON object of `to_json`.

        Raises:
            ValueError: a part is unknown or of the wrong type.
        """
        unknown = set(data) - _VALUE_PARTS
        if unknown:
            raise ValueError(sorted(unknown)[0])
        number, day = data.get("number"), data.get("day")
        if number is not None and (not isinstance(number, int) or isinstance(number, bool)):
            raise ValueError("number")
        return cls(
            text=_text(data, "text"),
            cards=_texts(data, "cards"),
            number=number,
            options=_texts(data, "options"),
            own=_text(data, "own"),
            cells=_texts(data, "cells"),
            side=_text(data, "side"),
            rows=_texts(data, "rows"),
            day=None if day is None else date.fromisoformat(_text(data, "day")),
        )

    def canonical(self) -> str:
        """The one JSON text of this value: the form that is stored, hashed and spliced."""
        if self == Value(self.text):
            return canonical_text(self.text)
        return canonical_json(self.to_json())

    def words(self) -> str:
        """All words that the user wrote in this value, one part a line."""
        parts = (self.text, self.own, *self.cells)
        return "\n".join(part for part in parts if part)


_VALUE_PARTS = {field.name for field in fields(Value)}


def value_of(canonical: str) -> Value:
    """The value in its canonical form; most are text alone, and there are many of them."""
    text = text_of(canonical)
    return Value.from_json(json.loads(canonical)) if text is None else Value(text)


def canonical_json(data: object) -> str:
    """JSON with sorted keys and no blanks, so that equal data is equal text."""
    return json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _text(data: Mapping[str, Any], name: str) -> str:
    part = data.get(name, "")
    if not isinstance(part, str):
        raise ValueError(name)
    return part


def _texts(data: Mapping[str, Any], name: str) -> tuple[str, ...]:
    part = data.get(name, [])
    if not isinstance(part, list) or not all(isinstance(item, str) for item in part):
        raise ValueError(name)
    return tuple(part)


@dataclass(frozen=True, slots=True)
class Wording:
    """How a question stood when it was answered; kept beside the answer for ever.

    Args:
        kind: the field's name (`core.exercise.Field`).
        block_title: the heading of the block.
        prompt_text: the question itself; equal to `block_title` when the block is its own prompt.
        exercise_version: version of the exercise file, None for a free note.
        card_title, card_description: of the card or option that the item names, else "".
        position: rank of the prompt in the exercise, for reading in order.
        terms: words that the value only names: options by id, both ends of a scale by their
            number, columns of a table by their place from 1, two columns as "left" and "right"
            with their "closing" question.
    """

    kind: str
    block_title: str
    prompt_text: str
    exercise_version: int | None = None
    card_title: str = ""
    card_description: str = ""
    position: int = 0
    terms: tuple[tuple[str, str], ...] = ()

    def term(self, name: str) -> str:
        """The words of an option, end or column as they were; "" when they were not kept."""
        return next((words for known, words in self.terms if known == name), "")


def terms_text(terms: tuple[tuple[str, str], ...]) -> str:
    """`Wording.terms` as they are stored: a JSON object in order, "" for none."""
    if not terms:
        return ""
    return json.dumps(dict(terms), ensure_ascii=False, separators=(",", ":"))


def terms_of(text: str) -> tuple[tuple[str, str], ...]:
    """The terms in a text of `terms_text`.

    Raises:
        ValueError: it is something else.
    """
    if not text:
        return ()
    found = json.loads(text)
    if not isinstance(found, dict) or not all(isinstance(words, str) for words in found.values()):
        raise ValueError("terms")
    return tuple(found.items())


@dataclass(frozen=True, slots=True)
class Answer:
    """The present value of one answer. `head` is the revision that holds it."""

    key: AnswerKey
    wording: Wording
    value: Value
    head: RevisionId
    written_at: datetime


@dataclass(frozen=True, slots=True)
class Splice:
    """One step of the raw history on the canonical text of a value.

    `offset` and the lengths count Unicode code points.
    """

    at: datetime
    offset: int
    removed: str
    inserted: str


@dataclass(frozen=True, slots=True)
class Revision:
    """One version of an answer. `at` is the moment its value became what it is."""

    id: RevisionId
    parent: RevisionId | None
    device: str
    at: datetime
    value: Value
    sha256: str
    splices: tuple[Splice, ...] = ()


@dataclass(frozen=True, slots=True)
class AnswerHistory:
    """An answer with all its revisions, oldest first by rank in the parent chain."""

    answer: Answer
    revisions: tuple[Revision, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One round of an exercise or one free note, with its present answers by position."""

    id: EntryId
    kind: EntryKind
    created_at: datetime
    state: EntryState = EntryState.DRAFT
    exercise_id: str | None = None
    exercise_title: str = ""
    exercise_version: int | None = None
    source: str = ""
    chapter: int | None = None
    about_date: date | None = None
    closed_at: datetime | None = None
    deleted_at: datetime | None = None
    answers: tuple[Answer, ...] = ()

    @property
    def title(self) -> str:
        """The exercise's title; for a free note its first line ("" when it is empty)."""
        from logbook.core.text import first_line  # its patterns take time; summaries need none

        from_text = next((a.value.text for a in self.answers if a.value.text.strip()), "")
        return self.exercise_title or first_line(from_text)

    def answer(self, key: AnswerKey) -> Answer | None:
        """The answer under this key, or None."""
        return next((a for a in self.answers if a.key == key), None)

    def value(self, key: AnswerKey) -> Value:
        """The value under this key; an empty one when there is none."""
        answer = self.answer(key)
        return answer.value if answer else Value()

    def items(self, block_id: str) -> tuple[str, ...]:
        """What was chosen in a block, in order (`Value.chosen`)."""
        return self.value(AnswerKey(block_id)).chosen


@dataclass(frozen=True, slots=True)
class EntryHistory:
    """An entry with the revisions of every answer: what a full export carries."""

    entry: Entry
    answers: tuple[AnswerHistory, ...]


@dataclass(frozen=True, slots=True)
class EntrySummary:
    """One line of a list: enough to show an entry without reading its answers.

    `round` counts from 1 within its exercise, None for a free note; `labels` are in order of name.
    """

    id: EntryId
    kind: EntryKind
    title: str
    exercise_id: str | None
    chapter: int | None
    round: int | None
    state: EntryState
    created_at: datetime
    written_at: datetime
    excerpt: str
    about_date: date | None = None
    deleted_at: datetime | None = None
    pinned: bool = False
    labels: tuple[Label, ...] = ()

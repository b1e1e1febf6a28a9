# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""An entry laid out for reading: blocks in order, each question with what was answered.

Used by the reading pane and by every readable export, so that all of them show the same words.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from logbook.core.entry import OWN_ITEM, Answer, AnswerKey, Entry, Value, Wording
from logbook.core.follow_up import FOLLOW_UP_BLOCK, STANDING_BLOCKS
from logbook.core.margin import MARGIN_BLOCK, MARGIN_TITLE, MarginNote, is_margin, margin_notes
from logbook.core.wording import CARDS, COLUMNS, PAPER_PREFIX, ROW_FIELDS, SCALE

if TYPE_CHECKING:
    from datetime import datetime

    from logbook.core.exercise import Block, Exercise, Prompt, ScaleSettings


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table (`cells`) or of two columns (`side`, `text`)."""

    id: str
    cells: tuple[str, ...]
    side: str
    text: str


@dataclass(frozen=True, slots=True)
class Part:
    """One answered question.

    `item_title` names the card or option it was asked for; `rows` holds the rows of a table.
    `hidden` marks an answer to a card that is no longer chosen: kept, not shown. `margin` holds the
    margin notes beside it, the oldest first. `own` holds the own words that the item `own` names.
    """

    key: AnswerKey
    question: str
    wording: Wording
    value: Value
    item_title: str = ""
    item_description: str = ""
    rows: tuple[Row, ...] = ()
    hidden: bool = False
    margin: tuple[MarginNote, ...] = ()
    own: str = ""

    def block_in(self, exercise: Exercise | None) -> Block | None:
        """The block it answers, as that stands in the exercise now; None when either is gone."""
        return exercise.block(self.key.block) if exercise else None

    def prompt_in(self, exercise: Exercise | None) -> Prompt | None:
        """The question it answers, as that stands in the exercise now; None when it is gone."""
        block = self.block_in(exercise)
        return block.prompt(self.key.prompt) if block else None

    def columns_in(self, exercise: Exercise | None) -> tuple[str, ...]:
        """The titles of its columns as they were, else as they are now; () when not known."""
        settings = getattr(self.block_in(exercise), "settings", None)
        if self.wording.kind == COLUMNS:
            sides = ("left", "right")
            return tuple(
                title
                for side in sides
                if (title := self.wording.term(side) or getattr(settings, side, ""))
            )
        terms = tuple(words for _, words in self.wording.terms)
        return terms or getattr(settings, "columns", ())

    def closing_in(self, exercise: Exercise | None) -> str:
        """The question below two columns; "" for none."""
        settings = getattr(self.block_in(exercise), "settings", None)
        return self.wording.term("closing") or getattr(settings, "closing", "")

    def scale_in(self, exercise: Exercise | None) -> ScaleSettings | None:
        """The scale it stands on as it was, else as it is now; None when neither is known."""
        from logbook.core.exercise import ScaleSettings

        if self.wording.kind != SCALE:
            return None
        terms = self.wording.terms
        if len(terms) == 2 and all(place.isdecimal() for place, _ in terms):
            (low_number, low), (high_number, high) = terms
            return ScaleSettings(int(low_number), int(high_number), low, high)
        settings = getattr(self.block_in(exercise), "settings", None)
        return settings if isinstance(settings, ScaleSettings) else None

    def option_in(self, exercise: Exercise | None, option_id: str) -> str:
        """The words of an option as they were, else as they are now; its id when it is gone."""
        if option_id == OWN_ITEM and self.own:
            return self.own
        if words := self.wording.term(option_id):
            return words
        block, prompt = self.block_in(exercise), self.prompt_in(exercise)
        options = prompt.options if prompt else ()
        of = getattr(block.settings, "of", "") if block else ""
        if exercise and not options and isinstance(of, str):
            source = exercise.block(of)
            options = source.prompts[0].options if source and source.prompts else ()
        return next((o.text for o in options if o.id == option_id), option_id)


@dataclass(frozen=True, slots=True)
class Section:
    """One block with its answered questions.

    `gone` says that the exercise has no such block any more ("vraag uit een eerdere versie").
    `margin` is filled in a last section of its own, without parts: the margin notes beside the
    whole entry, or beside what is not shown. `at` says when it was told how an intention went.
    """

    block: str
    title: str
    parts: tuple[Part, ...]
    gone: bool = False
    margin: tuple[MarginNote, ...] = ()
    at: datetime | None = None

    @property
    def is_standing(self) -> bool:
        """Whether the program itself asked this: the items of its parts name nothing."""
        return self.block in STANDING_BLOCKS


def arrange(
    entry: Entry, exercise: Exercise | None, *, hidden: bool = False
) -> tuple[Section, ...]:
    """The sections of an entry with at least one answer that is not empty.

    Args:
        exercise: the exercise as it is now, or None when it is gone (or for a free note).
        hidden: also give answers to cards that are no longer chosen.
    """
    by_block: dict[str, list[Answer]] = {}
    answers = [answer for answer in entry.answers if not is_margin(answer.key)]
    for answer in sorted(answers, key=lambda a: (a.wording.position, a.key)):
        by_block.setdefault(answer.key.block, []).append(answer)
    sections: list[Section] = []
    for block_id, answers in by_block.items():
        if block_id in STANDING_BLOCKS:
            sections += _standing(block_id, answers)
            continue
        parts = _parts(entry, exercise, answers)
        shown = tuple(part for part in parts if hidden or not part.hidden)
        if shown:
            known = exercise is None or exercise.block(block_id) is not None
            title = answers[0].wording.block_title
            sections.append(Section(block_id, title, shown, gone=not known))
    if len(answers) < len(entry.answers):
        return _with_margin(sections, margin_notes(entry.answers))
    return tuple(sections)


def _standing(block_id: str, answers: list[Answer]) -> Iterable[Section]:
    """An intention that the user added, or a return to one: a section for each, in order."""
    items: dict[str, list[Answer]] = {}
    for answer in answers:
        if not answer.value.is_empty:
            items.setdefault(answer.key.item, []).append(answer)
    told = block_id == FOLLOW_UP_BLOCK
    for found in sorted(items.values(), key=lambda own: min(a.written_at for a in own)):
        parts = tuple(Part(a.key, a.wording.prompt_text, a.wording, a.value) for a in found)
        at = max(a.written_at for a in found) if told else None
        yield Section(block_id, found[0].wording.block_title, parts, at=at)


def _with_margin(sections: list[Section], notes: tuple[MarginNote, ...]) -> tuple[Section, ...]:
    """The sections with each note at the part it stands beside; the others come last."""
    places: dict[AnswerKey, list[MarginNote]] = {p.key: [] for s in sections for p in s.parts}
    rest: list[MarginNote] = []
    for note in notes:
        beside = note.beside
        row = AnswerKey(beside.block, beside.prompt) if beside else None
        found = places.get(beside, places.get(row)) if beside and row else None
        (rest if found is None else found).append(note)
    placed = [
        replace(s, parts=tuple(replace(p, margin=tuple(places[p.key])) for p in s.parts))
        for s in sections
    ]
    if rest:
        placed.append(Section(MARGIN_BLOCK, MARGIN_TITLE, (), margin=tuple(rest)))
    return tuple(placed)


def card_titles(entry: Entry, block_id: str) -> dict[str, str]:
    """Titles of the chosen cards of a block as they were when chosen; paper cards by own words."""
    titles: dict[str, str] = {}
    for answer in entry.answers:
        item = answer.key.item
        if item and (answer.wording.card_title or item.startswith(PAPER_PREFIX)):
            own = answer.value.text if answer.key == AnswerKey(block_id, "", item) else ""
            titles[item] = answer.wording.card_title or own or titles.get(item, "")
    return titles


def _parts(entry: Entry, exercise: Exercise | None, answers: list[Answer]) -> Iterable[Part]:
    rows = {a.key.item: a for a in answers if _is_row(a)}
    source = _source(exercise, answers[0].key.block)
    chosen = _chosen_order(entry, source, answers[0].key.block)
    own = entry.value(AnswerKey(source)).own.strip() if source else _only_own(entry)
    ordered = [a for a in answers if not _is_row(a)]
    if rows and not any(a.key == AnswerKey(a.key.block) for a in ordered):
        first = next(iter(rows.values()))
        yield _part_with_rows(first, Value(), tuple(rows), rows)
    for answer in sorted(ordered, key=lambda a: _rank(a, chosen)):
        own_rows = answer.key.item == "" and answer.wording.kind in ROW_FIELDS
        if own_rows:
            part = _part_with_rows(answer, answer.value, answer.value.rows, rows)
            if part.rows or not answer.value.is_empty:
                yield part
        elif not answer.value.is_empty:
            item = answer.key.item
            gone = bool(item) and chosen is not None and item not in chosen
            yield Part(
                answer.key,
                answer.wording.prompt_text,
                answer.wording,
                answer.value,
                own if item == OWN_ITEM else _item_title(entry, answer),
                answer.wording.card_description,
                hidden=gone,
                own=own,
            )


def _is_row(answer: Answer) -> bool:
    return bool(answer.key.item) and answer.wording.kind in ROW_FIELDS


def _part_with_rows(
    answer: Answer, value: Value, order: tuple[str, ...], rows: dict[str, Answer]
) -> Part:
    found = tuple(
        Row(row_id, row.value.cells, row.value.side, row.value.text)
        for row_id in order
        if (row := rows.get(row_id)) is not None and not row.value.is_empty
    )
    key = AnswerKey(answer.key.block, answer.key.prompt)
    return Part(key, answer.wording.prompt_text, answer.wording, value, rows=found)


def _source(exercise: Exercise | None, block_id: str) -> str:
    """The block whose choice this one leans on; "" when there is none or it is not known."""
    block = exercise.block(block_id) if exercise else None
    source = getattr(block.settings, "of", "") if block else ""
    return source if isinstance(source, str) else ""


def _chosen_order(entry: Entry, source: str, block_id: str) -> tuple[str, ...] | None:
    """What the items of this block's answers hang on, or None when nothing says so."""
    for candidate in filter(None, (source, block_id)):
        answer = entry.answer(AnswerKey(candidate))
        if answer is not None and answer.value.chosen:
            return answer.value.chosen
        if answer is not None and (answer.wording.kind == CARDS or candidate == source):
            return ()
    return None


def _only_own(entry: Entry) -> str:
    """The own words of an entry when there is one such option; "" else."""
    found = [a.value.own.strip() for a in entry.answers if a.value.own.strip()]
    return found[0] if len(found) == 1 else ""


def _rank(answer: Answer, chosen: tuple[str, ...] | None) -> tuple[int, int, str]:
    """Choice first, then per item in the chosen order, each with its questions in order."""
    item = answer.key.item
    if not item:
        return (answer.wording.position if chosen is None else -1, 0, "")
    known = chosen is not None and item in chosen
    place = chosen.index(item) if known and chosen is not None else 9_999
    if chosen is None:
        return (answer.wording.position, place, item)
    return (place, answer.wording.position, item)


def _item_title(entry: Entry, answer: Answer) -> str:
    if answer.wording.card_title or not answer.key.item:
        return answer.wording.card_title
    if answer.key.item.startswith(PAPER_PREFIX) and answer.key.prompt:
        return next(
            (
                a.value.text
                for a in entry.answers
                if a.key.item == answer.key.item and a.key.prompt == "" and a.value.text
            ),
            "",
        )
    return ""

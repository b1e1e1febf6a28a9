# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Rounds of an exercise beside each other as plain text; `compared_html.py` makes one page.

What may leave was decided before: both write all that they are given.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from logbook.core.compare import ComparedAnswer, ComparedQuestion, ComparedRound, Comparison, Given
from logbook.core.compare_kinds import (
    ChosenItem,
    ScalePositions,
    card_moves,
    keeps_order,
    scale_positions,
    table_rows,
)
from logbook.core.entry import OWN_ITEM
from logbook.core.library import Library
from logbook.core.plain import Words, item_title, value_lines
from logbook.formats.form_text import one_line
from logbook.formats.local_time import day_in_words

#: What a screen reader and plain text say of the places on a scale.
PLACES = "{places}, van {low} ({low_words}) tot {high} ({high_words})"


@dataclass(frozen=True, slots=True)
class Said:
    """The sentences of a page, which window and commands share.

    Args:
        words: of what answers only name.
        moves: sentences about what stayed, went, came and was there only sometimes.
    """

    words: Words
    moves: Callable[..., tuple[str, ...]]
    order_changed: str
    changed_kind: str
    gone: str
    emptied: str
    nothing: str
    not_chosen: str


@dataclass(frozen=True, slots=True)
class Page:
    """What is rendered, and with what."""

    comparison: Comparison
    library: Library
    made_at: datetime
    said: Said

    @property
    def heads(self) -> tuple[str, ...]:
        """What the rounds are called, with the day each was begun."""
        return tuple(map(round_head, self.comparison.rounds))

    def absence(self, question: ComparedQuestion, answer: ComparedAnswer) -> str:
        """What is said where a round has no answer."""
        if answer.given is Given.EMPTIED:
            return self.said.emptied
        return self.said.not_chosen if question.key.item else self.said.nothing

    def asked(self, question: ComparedQuestion) -> str:
        """The question, below the card or option that it was asked for."""
        asked = one_line(question.question or question.question_now)
        return f"{one_line(question.item_title)} – {asked}" if question.item_title else asked

    def moves(self, question: ComparedQuestion) -> tuple[str, ...]:
        """What happened to cards or options, in sentences."""
        found = card_moves(question, self.comparison)
        if found is None:
            return ()
        titles = {item.name: self._title(item, question) for item in found.chosen}
        names = (found.stayed, found.went, found.came, found.sometimes)
        told = self.said.moves(*(tuple(titles[name] for name in each) for each in names))
        changed = found.order_changed and keeps_order(question)
        return (*told, self.said.order_changed) if changed else told

    def _title(self, item: ChosenItem, question: ComparedQuestion) -> str:
        for place in reversed(range(len(item.items))):
            part, known = question.parts[place], item.items[place]
            if part is None or known is None:
                continue
            if known == OWN_ITEM and part.value.own.strip():
                return one_line(part.value.own)
            entry, exercise = self.comparison.entries[place], self.comparison.exercise
            words = self.said.words
            return one_line(item_title(known, part, entry, exercise, self.library, words))
        return item.name


def round_head(item: ComparedRound) -> str:
    """`Ronde 2 · 12 november 2025`, with the day that it is about."""
    about = f" · over {day_in_words(item.about_date)}" if item.about_date else ""
    return f"Ronde {item.number} · {day_in_words(item.created_at.astimezone().date())}{about}"


def places_told(scale: ScalePositions, rounds: Sequence[ComparedRound]) -> str:
    """The places on a scale in words."""
    told = [
        f"ronde {item.number} op {place}"
        for item, place in zip(rounds, scale.positions, strict=True)
        if place is not None
    ]
    return PLACES.format(
        places=", ".join(told),
        low=scale.low,
        low_words=scale.low_words,
        high=scale.high,
        high_words=scale.high_words,
    )


def render_text(page: Page) -> str:
    """The comparison as plain text: per question, what each round has."""
    comparison = page.comparison
    lines = [one_line(comparison.title), "=" * len(one_line(comparison.title)), ""]
    lines += [*page.heads, f"Gemaakt op {day_in_words(page.made_at.astimezone().date())}."]
    for block in comparison.blocks:
        title = one_line(block.title) or block.block
        lines += ["", "", title, "-" * len(title)]
        if not block.exists_now:
            lines.append(f"({page.said.gone})")
        for question in block.questions:
            lines += _question(page, question, title)
    return "\n".join(lines) + "\n"


def _question(page: Page, question: ComparedQuestion, title: str) -> Iterator[str]:
    asked = page.asked(question)
    if asked and asked != title:
        yield from ("", f"* {asked}")
    now = one_line(question.question_now)
    if now and now != one_line(question.question):
        yield f"  (Nu staat er: {now})"
    if question.changed_kind:
        yield f"  ({page.said.changed_kind})"
    yield from (f"  {sentence}" for sentence in page.moves(question))
    exercise = page.comparison.exercise
    for scale in scale_positions(question, exercise):
        yield f"  {places_told(scale, page.comparison.rounds)}"
    for place, answer in enumerate(question.answers):
        yield from ("", f"  [{page.heads[place]}]")
        if answer.wording is not None and not question.same_wording:
            yield f"  ({one_line(answer.wording.prompt_text)})"
        if answer.part is None:
            yield f"  ({page.absence(question, answer)})"
            continue
        entry = page.comparison.entries[place]
        if not answer.part.rows:
            found = value_lines(answer.part, entry, exercise, page.library, page.said.words)
            yield from (f"  {one_line(str(line))}" for line in found)
        yield from _rows(question, place, page)
        yield from (f"  {line}".rstrip() for line in answer.text.strip().splitlines())


def _rows(question: ComparedQuestion, place: int, page: Page) -> Iterator[str]:
    """The rows of one round under the numbers that they have in all rounds."""
    table = table_rows(question, page.comparison.exercise)
    for number, row in enumerate(table.rows if table else (), 1):
        cells = row[place]
        if cells is None:
            continue
        told = []
        for column, cell in enumerate(cells):
            if cell.strip():
                titles = table.titles if table else ()
                title = f"{one_line(titles[column])}: " if column < len(titles) else ""
                told.append(title + one_line(cell))
        yield f"  {number}. {' · '.join(told)}"

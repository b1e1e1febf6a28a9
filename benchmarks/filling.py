# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Fills an exercise as somebody would: every kind of field, some left open, cards that move."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from benchmarks import six_years_words as words
from logbook.core.entry import AnswerKey, Entry, Value
from logbook.core.exercise import (
    Block,
    BlockKind,
    CardSettings,
    ChoiceSettings,
    ColumnsSettings,
    Exercise,
    Field,
    Prompt,
    RunningSettings,
    ScaleSettings,
    TableSettings,
)
from logbook.core.library import Library
from logbook.services.edits import Edit

_SKIPPED = 0.08


class Filler:
    """Answers to exercises in one year of the generated logbook."""

    def __init__(self, rng: random.Random, library: Library, year: int, today: date) -> None:
        self._rng = rng
        self._library = library
        self._year = year
        self._today = today
        self._chosen: dict[str, tuple[str, ...]] = {}

    def edits(self, exercise: Exercise, before: Entry | None) -> list[Edit]:
        """The answers of one round; `before` is the round before it, None for the first."""
        self._chosen = {}
        found: list[Edit] = []
        for block, prompt in exercise.walk():
            for key, value in self._answers(block, prompt, before):
                if not prompt.id and value.chosen:
                    self._chosen[block.id] = value.chosen
                found.append(Edit(key, value))
        return found

    def _answers(
        self, block: Block, prompt: Prompt, before: Entry | None
    ) -> Iterator[tuple[AnswerKey, Value]]:
        if block.kind is BlockKind.REVISIT or prompt.field is Field.NONE:
            return
        if isinstance(block.settings, RunningSettings) and block.settings.first == bool(prompt.id):
            return
        optional = prompt.field not in (Field.CARDS, Field.CHOICE)
        if optional and block.kind is not BlockKind.INTENTION and self._rng.random() < _SKIPPED:
            return
        if prompt.per_item:
            source = getattr(block.settings, "of", "") or block.id
            for item in self._chosen.get(source, ()):
                key = AnswerKey(block.id, prompt.id, item)
                yield key, self._value(block, prompt, before, key)
            return
        key = AnswerKey(block.id, prompt.id)
        if prompt.field in (Field.TABLE, Field.COLUMNS):
            yield from self._rows(block, key)
            return
        yield key, self._value(block, prompt, before, key)

    def _value(self, block: Block, prompt: Prompt, before: Entry | None, key: AnswerKey) -> Value:
        rng = self._rng
        match prompt.field:
            case Field.PROSE if block.kind is BlockKind.INTENTION and prompt.id == "try":
                return Value(words.intention(rng))
            case Field.PROSE:
                return Value(words.text(rng, self._year, rng.randint(1, 5)))
            case Field.LINE:
                return Value(words.line(rng))
            case Field.DATE:
                return Value(day=self._today + timedelta(days=rng.choice((14, 30, 60, 90))))
            case Field.CARDS:
                return self._cards(block, before, key)
            case Field.SCALE:
                return self._place(block, before, key)
            case Field.CHOICE:
                return self._options(block, prompt)
            case Field.RANK:
                return self._order(block, prompt)
        return Value()

    def _cards(self, block: Block, before: Entry | None, key: AnswerKey) -> Value:
        settings = block.settings
        assert isinstance(settings, CardSettings)
        deck = self._library.decks.get(settings.decks[0]) if settings.decks else None
        refs = [card.ref for card in deck.cards] if deck else ["paper/1", "paper/2", "paper/3"]
        most = min(len(refs), settings.maximum or len(refs), 7)
        wanted = self._rng.randint(min(max(settings.minimum, 1), most), most)
        kept = [ref for ref in (before.value(key).cards if before else ()) if ref in refs]
        chosen = self._rng.sample(kept, min(len(kept), max(1, wanted - 1)))
        rest = [ref for ref in refs if ref not in chosen]
        return Value(cards=tuple(chosen + self._rng.sample(rest, wanted - len(chosen))))

    def _place(self, block: Block, before: Entry | None, key: AnswerKey) -> Value:
        scale = block.settings
        if not isinstance(scale, ScaleSettings):
            return Value()
        last = before.value(key).number if before else None
        number = last if last is not None else (scale.low_number + scale.high_number) // 2
        number += self._rng.choice((-2, -1, 0, 1, 1, 2))
        number = min(max(number, scale.low_number), scale.high_number)
        return Value(words.text(self._rng, self._year, 1), number=number)

    def _options(self, block: Block, prompt: Prompt) -> Value:
        settings, ids = block.settings, [option.id for option in prompt.options]
        several = isinstance(settings, ChoiceSettings) and settings.maximum != 1
        most = (settings.maximum or 3) if isinstance(settings, ChoiceSettings) and several else 1
        count = self._rng.randint(1, min(most, len(ids))) if ids else 0
        own = isinstance(settings, ChoiceSettings) and settings.own and self._rng.random() < 0.3
        chosen = tuple(self._rng.sample(ids, count))
        return Value(options=chosen, own=words.own_option(self._rng) if own else "")

    def _order(self, block: Block, prompt: Prompt) -> Value:
        source = self._chosen.get(getattr(block.settings, "of", ""), ())
        items = list(source) or [option.id for option in prompt.options]
        self._rng.shuffle(items)
        if any("/" in item for item in items):
            return Value(cards=tuple(items))
        return Value(options=tuple(items))

    def _rows(self, block: Block, key: AnswerKey) -> Iterator[tuple[AnswerKey, Value]]:
        settings, rng = block.settings, self._rng
        count = rng.randint(2, 4)
        if isinstance(settings, TableSettings) and settings.maximum:
            count = min(count, settings.maximum)
        ids = tuple(f"{rng.getrandbits(40):010x}" for _ in range(count))
        closing = isinstance(settings, ColumnsSettings) and bool(settings.closing)
        yield key, Value(words.text(rng, self._year, 1) if closing else "", rows=ids)
        for place, row_id in enumerate(ids):
            row = replace(key, item=row_id)
            if isinstance(settings, TableSettings):
                cells = (words.text(rng, self._year, 1) for _ in settings.columns)
                yield row, Value(cells=tuple(cells))
            else:
                side = "left" if place % 2 == 0 else "right"
                yield row, Value(words.text(rng, self._year, 1), side=side)

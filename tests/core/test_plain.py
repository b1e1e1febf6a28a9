# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Every kind of value as lines of plain text."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from logbook.core.arrange import Part, arrange
from logbook.core.entry import OWN_ITEM, AnswerKey, Entry, Value
from logbook.core.exercise import (
    Block,
    BlockKind,
    Card,
    Deck,
    Exercise,
    Field,
    OfSettings,
    Option,
    Prompt,
    ScaleSettings,
    TableSettings,
)
from logbook.core.library import Library
from logbook.core.plain import Words, still_chosen, value_lines
from tests.builders import make_entry, make_exercise, make_library, one_question

WORDS = Words(
    lambda number, scale: f"{number} van {scale.high_number}" if scale else str(number),
    date.isoformat,
    "Eigen kaart {}".format,
    "Eigen foto",
    {"yes": "ja"},
)
STATES = (Option("yes", "ja"), Option("partly", "deels"))
BLOCKS = (
    one_question("cards", BlockKind.CARDS, "Kaarten"),
    one_question("choice", BlockKind.CHOICE, "Keuze", options=(Option("rust", "Rust"),)),
    one_question("rank", BlockKind.RANK, "Volgorde", OfSettings("cards")),
    one_question("rank-options", BlockKind.RANK, "Volgorde", OfSettings("choice")),
    one_question("scale", BlockKind.SCALE, "Plek", ScaleSettings(1, 7, "laag", "hoog")),
    Block(
        "check",
        BlockKind.CHECKLIST,
        "Nalopen",
        prompts=(Prompt("time", "Er is tijd.", field=Field.CHOICE, options=STATES),),
    ),
    one_question("table", BlockKind.TABLE, "Tabel", TableSettings(("Wat", "Hoe"), (), 1, 5)),
    Block("plan", BlockKind.INTENTION, "Plan", prompts=(Prompt("date", "Dag", field=Field.DATE),)),
)
CARDS = AnswerKey("cards")
EXERCISE: Exercise = replace(make_exercise(), blocks=BLOCKS)
DECK = Deck("d", "D", "pictures", "", "", "", (Card("d/a", "Brug", ""), Card("d/b", "Nest", "")))
LIBRARY: Library = replace(make_library(EXERCISE), decks={"d": DECK})


def parts_of(values: dict[AnswerKey, Value]) -> tuple[Entry, list[Part]]:
    entry = make_entry(EXERCISE, values)
    parts = [part for section in arrange(entry, EXERCISE) for part in section.parts]
    return entry, parts


@pytest.mark.parametrize(
    ("key", "value", "expected"),
    [
        (CARDS, Value(cards=("d/b", "d/a")), ["1. Nest", "2. Brug"]),
        (CARDS, Value(cards=("d/weg", "paper/2")), ["1. weg", "2. Eigen kaart 2"]),
        (CARDS, Value(cards=("fotos-x/1a",)), ["1. Eigen foto"]),
        (AnswerKey("choice"), Value(options=("rust",), own="eigen"), ["- Rust", "- eigen"]),
        (AnswerKey("rank"), Value(cards=("d/b", "d/a")), ["1. Nest", "2. Brug"]),
        (AnswerKey("rank-options"), Value("zo", options=("rust",)), ["1. Rust"]),
        (AnswerKey("scale"), Value("zo", number=3), ["3 van 7"]),
        (AnswerKey("check", "time"), Value(options=("partly",)), ["- deels"]),
        (AnswerKey("plan", "date"), Value(day=date(2026, 12, 1)), ["2026-12-01"]),
        (AnswerKey("gone"), Value("tekst"), []),
    ],
)
def test_lines(key: AnswerKey, value: Value, expected: list[str]) -> None:
    entry, (part,) = parts_of({key: value})
    lines = value_lines(part, entry, EXERCISE, LIBRARY, WORDS)
    assert [str(line) for line in lines] == expected


def test_rows_are_lines() -> None:
    values = {
        AnswerKey("table"): Value(rows=("x",)),
        AnswerKey("table", "", "x"): Value(cells=("dag", " ", "nacht")),
    }
    entry, (part,) = parts_of(values)
    (line,) = value_lines(part, entry, EXERCISE, LIBRARY, WORDS)
    assert line.text == "dag · nacht"


def test_standard_options_are_known_without_the_exercise() -> None:
    entry, (part,) = parts_of({AnswerKey("check", "time"): Value(options=("yes",))})
    (line,) = value_lines(part, entry, None, LIBRARY, WORDS)
    assert line.text == "ja"


def test_an_order_shows_only_what_is_still_chosen() -> None:
    order = Value("want", cards=("d/a", "d/b"))
    entry, parts = parts_of({CARDS: Value(cards=("d/b",)), AnswerKey("rank"): order})
    rank = next(part for part in parts if part.key.block == "rank")
    assert still_chosen(rank, entry, EXERCISE).value == Value("want", cards=("d/b",))
    assert still_chosen(rank, entry, None) == rank
    cards = next(part for part in parts if part.key == CARDS)
    assert still_chosen(cards, entry, EXERCISE) == cards


def test_own_words_stand_in_an_order_while_they_are_there() -> None:
    order = Value(options=(OWN_ITEM, "rust"))
    values = {AnswerKey("choice"): Value(options=("rust",), own="slapen")}
    entry, parts = parts_of(values | {AnswerKey("rank-options"): order})
    rank = next(part for part in parts if part.key.block == "rank-options")
    lines = value_lines(still_chosen(rank, entry, EXERCISE), entry, EXERCISE, LIBRARY, WORDS)
    assert [str(line) for line in lines] == ["1. slapen", "2. Rust"]
    entry, parts = parts_of(
        {AnswerKey("choice"): Value(options=("rust",)), AnswerKey("rank-options"): order}
    )
    rank = next(part for part in parts if part.key.block == "rank-options")
    assert still_chosen(rank, entry, EXERCISE).value == Value(options=("rust",))

# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""What a link to an earlier answer quotes, for every kind of block, and that it follows."""

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from logbook.content.standard_prompts import APPLIES, CONCLUSION, STATES
from logbook.core.entry import AnswerKey, Value
from logbook.core.exercise import (
    Argument,
    Block,
    BlockKind,
    ChooserSettings,
    Field,
    OfSettings,
    Prompt,
    ScaleSettings,
    TableSettings,
)
from logbook.settings import Settings, Theme
from logbook.ui.context import Context
from logbook.ui.exercise.blocks.explanation import Explanation
from logbook.ui.exercise.blocks.own_words import own_words
from logbook.ui.widgets.rich_text import RichText
from tests.ui.exercise.blocks.makers import CARDS, make_draft, options


def block(kind: BlockKind, *prompts: Prompt, **extra: object) -> Block:
    return Block("b", kind, "Blok", "", prompts, **extra)  # type: ignore[arg-type]


TEXT = block(BlockKind.TEXT, Prompt("one", "Wat zag je?"), Prompt("two", "Wat dacht je?"))
CHOICE = block(
    BlockKind.CHOICE,
    Prompt("", "Kies", field=Field.CHOICE, options=options("Rust", "Zorg", "Moed")),
)
SCALE = block(
    BlockKind.SCALE,
    Prompt("start", "Aan het begin", field=Field.SCALE),
    settings=ScaleSettings(1, 7, "laag", "hoog"),
)
TABLE = block(
    BlockKind.TABLE,
    Prompt("", "Tabel", field=Field.TABLE),
    settings=TableSettings(("Wat", "Hoe"), (), 1, 5),
)
CHECK = block(
    BlockKind.CHECKLIST,
    Prompt("time", "Er is tijd.", field=Field.CHOICE, options=STATES),
    Prompt("room", "Is er ruimte?", field=Field.CHOICE, options=STATES),
)
ARGUMENT = Argument("i1", "Eén begeleider is nodig.", ("alleen",), (), "A")
CHOOSER = block(
    BlockKind.CHOOSER,
    Prompt("i1", ARGUMENT.text, field=Field.CHOICE, options=APPLIES),
    CONCLUSION,
    settings=ChooserSettings("choosers/x", (ARGUMENT,)),
)
RANK = block(BlockKind.RANK, Prompt("", "Volgorde", field=Field.RANK), settings=OfSettings("cards"))
TWO = Value(cards=("beelden/nest", "beelden/brug"))


def key(prompt: str = "", item: str = "") -> AnswerKey:
    return AnswerKey("b", prompt, item)


@pytest.mark.parametrize(
    ("asked", "values", "expected"),
    [
        (TEXT, {key("one"): Value("een man"), key("two"): Value("stil")}, ["een man", "stil"]),
        (CHOICE, {key(): Value(options=("r", "m"), own="lef")}, ["Rust, Moed en lef"]),
        (CHOICE, {key(): Value("want", options=("r",))}, ["Rust – want"]),
        (SCALE, {key("start"): Value("moe", number=3)}, ["Aan het begin: 3 van 7 – moe"]),
        (
            TABLE,
            {
                key(): Value(rows=("x", "y")),
                key(item="x"): Value(cells=("ik", "jij")),
                key(item="y"): Value(cells=("zij", "")),
            },
            ["ik · jij", "zij"],
        ),
        (
            CHECK,
            {
                key("time"): Value("dinsdag", options=("yes",)),
                key("room"): Value(options=("unknown",)),
            },
            ["Er is tijd: ja – dinsdag", "Is er ruimte? weet ik nog niet"],
        ),
        (
            CHOOSER,
            {key("i1"): Value("ja", options=("applies",)), key("conclusion"): Value("alleen")},
            ["Eén begeleider is nodig – ja", "alleen"],
        ),
        (RANK, {key(): replace(TWO, text="warm")}, ["1. Nest", "2. Brug", "warm"]),
        (TEXT, {key("one"): Value(" ")}, []),
    ],
)
def test_quotes(
    context: Context, asked: Block, values: dict[AnswerKey, Value], expected: list[str]
) -> None:
    draft = make_draft(context, CARDS, asked)
    for each, value in values.items():
        draft.set_value(each, value)
    if asked is RANK:
        draft.set_value(AnswerKey("cards"), TWO)
    assert own_words("b", draft) == expected


def test_cards_are_quoted_by_title_with_the_words_about_them(context: Context) -> None:
    draft = make_draft(context, CARDS)
    draft.set_value(AnswerKey("cards"), replace(TWO, cards=(*TWO.cards, "paper/1")))
    draft.set_value(AnswerKey("cards", "drive", "beelden/brug"), Value("verbinden"))
    draft.set_value(AnswerKey("cards", "", "paper/1"), Value("Een deur"))
    assert own_words("cards", draft) == [
        "1. Nest",
        "2. Brug",
        "3. Een deur",
        "Brug: verbinden",
    ]


def test_a_quote_follows_what_is_chosen_and_long_ones_stand_on_lines_of_their_own(
    qtbot: QtBot, context: Context
) -> None:
    draft = make_draft(context, CARDS, RANK)
    text = Explanation(context.theme, "Je volgorde: [mijn woorden](answer:b). En nu?", draft)
    qtbot.addWidget(text)
    shown = text.findChild(RichText)
    assert shown.toPlainText() == "Je volgorde: mijn woorden (nog niets geschreven). En nu?"
    draft.set_value(AnswerKey("cards"), TWO)
    draft.set_value(key(), TWO)
    assert shown.toPlainText() == "Je volgorde: \n1. Nest\n2. Brug\nEn nu?"
    draft.set_value(AnswerKey("cards"), replace(TWO, cards=("beelden/brug",)))
    assert shown.toPlainText() == "Je volgorde: “1. Brug”. En nu?"


def test_a_quote_is_readable_in_the_dark(qtbot: QtBot, context: Context) -> None:
    draft = make_draft(context, TEXT)
    draft.set_value(key("one"), Value("een\ntwee"))
    text = Explanation(context.theme, "Je schreef: [woorden](answer:b)", draft)
    qtbot.addWidget(text)
    context.theme.apply(Settings(theme=Theme.DARK))
    assert context.theme.tokens.ink.lower() in text.findChild(RichText).toHtml().lower()

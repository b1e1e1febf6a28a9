# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""An exercise with every kind of question, a library with cards, and answers to all of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from logbook.content.standard_prompts import APPLIES, CONCLUSION, STATES
from logbook.core.entry import OWN_ITEM, AnswerKey, Entry, Value
from logbook.core.exercise import (
    Argument,
    Block,
    BlockKind,
    Card,
    CardSettings,
    ChoiceSettings,
    ChooserSettings,
    ColumnsSettings,
    Deck,
    Exercise,
    Field,
    OfSettings,
    Option,
    Prompt,
    RunningSettings,
    ScaleSettings,
    TableSettings,
)
from logbook.core.library import Library
from tests.builders import make_entry, make_exercise, make_library, one_question

CARDS = (
    Card("beelden/brug", "Brug", "Een brug van steen over stil water"),
    Card("beelden/nest", "Nest", "Een leeg nest in een kale boom"),
    Card("beelden/kompas", "Kompas", "Een kompas op een kaart"),
)
OPTIONS = (Option("luisteren", "Luisteren"), Option("vragen", "Vragen, niet zenden"))


def full_exercise() -> Exercise:
    """One block of each kind that can be answered."""
    return replace(
        make_exercise("alles"),
        blocks=(
            Block("start", BlockKind.TEXT, "Wat viel op?", prompts=(Prompt("", "Wat viel op?"),)),
            Block(
                "twee",
                BlockKind.TEXT,
                "Twee vragen",
                "Neem de tijd.",
                (Prompt("first", "De eerste?"), Prompt("second", "De tweede?", field=Field.LINE)),
            ),
            Block(
                "kaarten",
                BlockKind.CARDS,
                "Kies kaarten",
                prompts=(
                    Prompt("", "Kies kaarten", field=Field.CARDS),
                    Prompt("why", "Waarom deze?", per_item=True),
                ),
                settings=CardSettings(("beelden",), 1, 3, paper=True),
            ),
            one_question(
                "naast",
                BlockKind.BESIDE,
                "Leg ze naast elkaar",
                OfSettings("kaarten"),
                per_item=True,
            ),
            one_question(
                "schaal", BlockKind.SCALE, "Hoe zeker ben je?", ScaleSettings(1, 7, "niet", "wel")
            ),
            one_question(
                "keuze",
                BlockKind.CHOICE,
                "Wat doe je?",
                ChoiceSettings(3, own=True),
                options=OPTIONS,
            ),
            Block(
                "bij-keuze",
                BlockKind.EACH,
                "Bij elke keuze",
                prompts=(Prompt("how", "Hoe?", per_item=True),),
                settings=OfSettings("keuze"),
            ),
            one_question(
                "tabel",
                BlockKind.TABLE,
                "Afspraken",
                TableSettings(("wat", "wanneer"), ("bellen", "maandag"), 1, 6),
            ),
            one_question(
                "kolommen",
                BlockKind.COLUMNS,
                "Twee schalen",
                ColumnsSettings("draagt", "drukt", "Wat valt op?"),
            ),
            Block(
                "voornemen",
                BlockKind.INTENTION,
                "Voornemen",
                prompts=(
                    Prompt("try", "Wat ga je proberen?"),
                    Prompt("date", "Op welke dag kijk je terug?", field=Field.DATE),
                ),
            ),
            one_question(
                "volgorde", BlockKind.RANK, "Wat telt het meest?", OfSettings(""), options=OPTIONS
            ),
            one_question(
                "kaartvolgorde", BlockKind.RANK, "Leg ze op volgorde", OfSettings("kaarten")
            ),
            one_question("keuzevolgorde", BlockKind.RANK, "Wat eerst?", OfSettings("keuze")),
            Block(
                "vakken",
                BlockKind.GRID,
                "Vier vakken",
                prompts=tuple(Prompt(f"vak{n}", f"Vak {n}?") for n in range(1, 5)),
            ),
            Block(
                "model",
                BlockKind.MODEL,
                "Een model",
                prompts=(Prompt("", "Een model"), Prompt("phase", "Wat deed je?")),
                settings=RunningSettings(first=False, model="models/spiraal"),
            ),
            Block(
                "lijst",
                BlockKind.CHECKLIST,
                "Loop na",
                prompts=(
                    Prompt("plek", "Is er een plek?", field=Field.CHOICE, options=STATES),
                    Prompt("tijd", "Is er tijd?", field=Field.CHOICE, options=STATES),
                ),
            ),
            Block(
                "hulp",
                BlockKind.CHOOSER,
                "Welke vorm?",
                prompts=(
                    Prompt("i1", "Rust nodig", field=Field.CHOICE, options=APPLIES),
                    CONCLUSION,
                ),
                settings=ChooserSettings(
                    "choosers/vorm", (Argument("i1", "Rust nodig", ("groep",), (), "Een bron"),)
                ),
            ),
        ),
    )


def full_library() -> Library:
    """The exercise with the deck it needs."""
    deck = Deck("beelden", "Beelden", "picture", "", "MIT", "Eigen werk", CARDS)
    return replace(make_library(full_exercise()), decks={"beelden": deck})


def full_values() -> dict[AnswerKey, Value]:
    """An answer to every question."""
    return {
        AnswerKey("start"): Value("De **regen** viel.\n\nEn toen niet meer."),
        AnswerKey("twee", "first"): Value("## Mijn kop {#start}\nmet tekst"),
        AnswerKey("twee", "second"): Value("kort"),
        AnswerKey("kaarten"): Value(cards=("beelden/nest", "paper/1", "beelden/brug")),
        AnswerKey("kaarten", "", "paper/1"): Value("een oude foto"),
        AnswerKey("kaarten", "why", "beelden/nest"): Value("thuis"),
        AnswerKey("kaarten", "why", "paper/1"): Value("vroeger"),
        AnswerKey("naast", "", "beelden/brug"): Value("past"),
        AnswerKey("schaal"): Value("omdat", number=5),
        AnswerKey("keuze"): Value("daarom", options=("vragen",), own="wachten | zwijgen"),
        AnswerKey("bij-keuze", "how", "vragen"): Value("open"),
        AnswerKey("bij-keuze", "how", OWN_ITEM): Value("stil"),
        AnswerKey("tabel"): Value(rows=("r1", "r2")),
        AnswerKey("tabel", "", "r1"): Value(cells=("bellen", "dinsdag")),
        AnswerKey("tabel", "", "r2"): Value(cells=("a|b", "regel\nregel")),
        AnswerKey("kolommen"): Value("evenwicht", rows=("k1", "k2", "k3")),
        AnswerKey("kolommen", "", "k1"): Value("zus", side="left"),
        AnswerKey("kolommen", "", "k2"): Value("fiets", side="left"),
        AnswerKey("kolommen", "", "k3"): Value("huur", side="right"),
        AnswerKey("voornemen", "try"): Value("vragen stellen"),
        AnswerKey("voornemen", "date"): Value(day=date(2026, 4, 1)),
        AnswerKey("volgorde"): Value("omdat", options=("vragen", "luisteren")),
        AnswerKey("kaartvolgorde"): Value(cards=("paper/1", "beelden/brug")),
        AnswerKey("keuzevolgorde"): Value("1. hier eindigt de rij", options=(OWN_ITEM, "vragen")),
        AnswerKey("vakken", "vak2"): Value("twee"),
        AnswerKey("model"): Value("alles achter elkaar"),
        AnswerKey("model", "phase"): Value("eerst dit"),
        AnswerKey("lijst", "tijd"): Value("krap", options=("partly",)),
        AnswerKey("hulp", "i1"): Value("heel druk", options=("applies",)),
        AnswerKey("hulp", "conclusion"): Value("een groep"),
    }


def full_entry(values: dict[AnswerKey, Value] | None = None) -> Entry:
    """A round of the exercise."""
    return make_entry(full_exercise(), full_values() if values is None else values, "e1")

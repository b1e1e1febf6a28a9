# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
from __future__ import annotations

from dataclasses import replace

from logbook.core.arrange import arrange, card_titles
from logbook.core.entry import OWN_ITEM, AnswerKey, Value
from logbook.core.exercise import (
    Block,
    BlockKind,
    ChoiceSettings,
    Exercise,
    Field,
    OfSettings,
    Option,
    Prompt,
)
from tests.builders import make_entry, make_exercise

EXERCISE = make_exercise()
CHOSEN = Value(cards=("beelden/b", "beelden/a"))


def test_sections_follow_the_exercise_and_leave_out_what_is_empty() -> None:
    entry = make_entry(
        EXERCISE,
        {
            AnswerKey("kaarten"): CHOSEN,
            AnswerKey("start"): Value("eerst"),
            AnswerKey("tabel"): Value(),
        },
    )
    assert [s.block for s in arrange(entry, EXERCISE)] == ["start", "kaarten"]


def test_answers_per_card_stand_in_the_chosen_order() -> None:
    entry = make_entry(
        EXERCISE,
        {
            AnswerKey("kaarten"): CHOSEN,
            AnswerKey("kaarten", "why", "beelden/a"): Value("a"),
            AnswerKey("kaarten", "why", "beelden/b"): Value("b"),
        },
    )
    (section,) = arrange(entry, EXERCISE)
    assert [p.value.text for p in section.parts] == ["", "b", "a"]


def test_questions_about_cards_of_another_block_follow_that_choice() -> None:
    entry = make_entry(
        EXERCISE,
        {
            AnswerKey("kaarten"): CHOSEN,
            AnswerKey("kijken", "do", "beelden/a"): Value("a"),
            AnswerKey("kijken", "do", "beelden/b"): Value("b"),
        },
    )
    assert [p.value.text for p in arrange(entry, EXERCISE)[1].parts] == ["b", "a"]


def test_an_answer_to_a_card_no_longer_chosen_is_hidden_but_kept() -> None:
    values = {
        AnswerKey("kaarten"): Value(cards=("beelden/a",)),
        AnswerKey("kaarten", "why", "beelden/weg"): Value("oud"),
    }
    entry = make_entry(EXERCISE, values)
    assert [p.key.item for p in arrange(entry, EXERCISE)[0].parts] == [""]
    shown = arrange(entry, EXERCISE, hidden=True)[0].parts
    assert [(p.key.item, p.hidden) for p in shown] == [("", False), ("beelden/weg", True)]


def test_rows_of_a_table_come_with_the_table_in_their_order() -> None:
    entry = make_entry(
        EXERCISE,
        {
            AnswerKey("tabel"): Value(rows=("r2", "r1")),
            AnswerKey("tabel", "", "r1"): Value(cells=("bellen", "ma")),
            AnswerKey("tabel", "", "r2"): Value(cells=("mailen", "")),
            AnswerKey("tabel", "", "weg"): Value(cells=("oud", "")),
        },
    )
    (section,) = arrange(entry, EXERCISE)
    assert [row.cells for row in section.parts[0].rows] == [("mailen", ""), ("bellen", "ma")]


def test_a_block_the_exercise_no_longer_has_is_marked() -> None:
    entry = make_entry(EXERCISE, {AnswerKey("verdwenen"): Value("nog te lezen")})
    assert arrange(entry, EXERCISE)[0].gone
    assert not arrange(entry, None)[0].gone


def test_a_paper_card_is_named_in_the_users_words() -> None:
    entry = make_entry(
        EXERCISE,
        {
            AnswerKey("kaarten"): Value(cards=("paper/1",)),
            AnswerKey("kaarten", "", "paper/1"): Value("een oude schoen"),
            AnswerKey("kaarten", "why", "paper/1"): Value("lopen"),
        },
    )
    titles = [p.item_title for p in arrange(entry, EXERCISE)[0].parts if p.key.prompt == "why"]
    assert titles == ["een oude schoen"]
    assert card_titles(entry, "kaarten") == {"paper/1": "een oude schoen"}


def of_choice() -> Exercise:
    choice = Prompt("", "Kies", field=Field.CHOICE, options=(Option("rust", "Rust"),))
    each = Prompt("when", "Wanneer?", per_item=True)
    blocks = (
        Block("choice", BlockKind.CHOICE, "Kies", "", (choice,), ChoiceSettings(0, own=True)),
        Block("each", BlockKind.EACH, "Bij elk", "", (each,), OfSettings("choice")),
    )
    return replace(make_exercise(), blocks=blocks)


def test_an_answer_about_own_words_carries_them_as_its_title() -> None:
    exercise = of_choice()
    values = {
        AnswerKey("choice"): Value(options=("rust",), own="slapen"),
        AnswerKey("each", "when", OWN_ITEM): Value("overdag"),
        AnswerKey("each", "when", "rust"): Value("thuis"),
    }
    entry = make_entry(exercise, values)
    shown = [(p.item_title, p.value.text) for p in arrange(entry, exercise)[1].parts]
    assert shown == [("Rust", "thuis"), ("slapen", "overdag")]
    gone = {p.key.item: p.item_title for p in arrange(entry, None)[1].parts}
    assert gone[OWN_ITEM] == "slapen"


def test_an_answer_about_words_taken_back_is_hidden_but_kept() -> None:
    exercise = of_choice()
    values = {
        AnswerKey("choice"): Value(),
        AnswerKey("each", "when", OWN_ITEM): Value("overdag"),
        AnswerKey("each", "when", "rust"): Value("thuis"),
    }
    entry = make_entry(exercise, values)
    assert arrange(entry, exercise) == ()
    assert all(p.hidden for p in arrange(entry, exercise, hidden=True)[0].parts)

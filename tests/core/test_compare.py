# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from logbook.core.compare import (
    ComparedQuestion,
    ComparedRound,
    Comparison,
    Given,
    compare,
    first_and_last,
)
from logbook.core.compare_kinds import (
    card_moves,
    is_state,
    keeps_order,
    scale_positions,
    table_rows,
)
from logbook.core.entry import OWN_ITEM, Answer, AnswerKey, Entry, EntryId, RevisionId, Value
from logbook.core.exercise import (
    Block,
    BlockKind,
    ChoiceSettings,
    Exercise,
    Field,
    Option,
    Prompt,
    ScaleSettings,
)
from logbook.core.wording import wording_of
from tests.builders import START, make_entry, make_library
from tests.formats.samples import full_exercise, full_library, full_values

K = AnswerKey


def entry_of(values: dict[AnswerKey, Value], number: int = 1) -> Entry:
    exercise, library = full_exercise(), full_library()
    made = make_entry(exercise, {}, f"e{number}")
    answers = tuple(
        Answer(key, wording_of(exercise, key, library), value, RevisionId(f"r{number}-{n}"), START)
        for n, (key, value) in enumerate(values.items())
    )
    return replace(made, created_at=START + timedelta(days=number), answers=answers)


def beside(*rounds: dict[AnswerKey, Value], exercise: Exercise | None = None) -> Comparison:
    entries = [entry_of(values, number) for number, values in enumerate(rounds, 1)]
    return compare(entries, exercise or full_exercise())


def found(comparison: Comparison, *key: str) -> ComparedQuestion:
    return next(q for q in comparison.questions if q.key == AnswerKey(*key))


def with_block(block: Block) -> Exercise:
    exercise = full_exercise()
    blocks = tuple(block if each.id == block.id else each for each in exercise.blocks)
    return replace(exercise, blocks=blocks)


def test_every_kind_of_block_stands_beside_itself() -> None:
    comparison = beside(full_values(), full_values())
    kinds = {block.id for block in full_exercise().blocks}
    assert {block.block for block in comparison.blocks} == kinds
    assert all(a.given is Given.ANSWERED for q in comparison.questions for a in q.answers)


def test_blocks_stand_in_the_order_of_the_exercise() -> None:
    first = dict(reversed(full_values().items()))
    comparison = beside(first, full_values())
    assert [b.block for b in comparison.blocks] == [b.id for b in full_exercise().blocks]


def test_rounds_say_their_number_and_day() -> None:
    entries = [entry_of({K("start"): Value("een")}, n) for n in (1, 2)]
    comparison = compare(entries, full_exercise(), numbers=(3, 40))
    assert [(r.number, r.entry_id) for r in comparison.rounds] == [(3, "e1"), (40, "e2")]


def test_one_block_alone() -> None:
    comparison = compare([entry_of(full_values())], full_exercise(), block="schaal")
    assert [block.block for block in comparison.blocks] == ["schaal"]


def test_an_emptied_answer_is_told_from_one_that_was_never_given() -> None:
    key = K("twee", "first")
    comparison = beside({key: Value("woorden")}, {key: Value("  ")}, {K("start"): Value("a")})
    question = found(comparison, "twee", "first")
    assert [a.given for a in question.answers] == [Given.ANSWERED, Given.EMPTIED, Given.ABSENT]


def test_a_question_that_every_round_emptied_is_not_there() -> None:
    comparison = beside({K("start"): Value("")}, {K("start"): Value(" ")})
    assert comparison.blocks == ()


def test_an_emptied_table_is_an_emptied_answer() -> None:
    rows = {K("tabel"): Value(rows=("r1",)), K("tabel", "", "r1"): Value(cells=("", " "))}
    comparison = beside(full_values(), rows)
    given_there = [a.given for a in found(comparison, "tabel").answers]
    assert given_there == [Given.ANSWERED, Given.EMPTIED]


def test_the_wording_of_each_time_stays_and_the_present_one_is_known() -> None:
    old = entry_of({K("start"): Value("toen")})
    changed = with_block(
        Block("start", BlockKind.TEXT, "Anders?", prompts=(Prompt("", "Anders?"),))
    )
    question = compare([old], changed).questions[0]
    assert question.question == "Wat viel op?"
    assert question.question_now == "Anders?"
    assert question.same_wording


def test_two_wordings_are_not_the_same() -> None:
    old = entry_of({K("start"): Value("toen")})
    wording = replace(old.answers[0].wording, prompt_text="Wat zag je?")
    new = replace(old, id=EntryId("e2"), answers=(replace(old.answers[0], wording=wording),))
    question = compare([old, new], full_exercise()).questions[0]
    assert not question.same_wording
    assert question.question == "Wat zag je?"


def test_a_block_that_is_gone_stands_at_its_old_place() -> None:
    exercise = full_exercise()
    less = replace(exercise, blocks=tuple(b for b in exercise.blocks if b.id != "schaal"))
    comparison = beside(full_values(), full_values(), exercise=less)
    gone = next(block for block in comparison.blocks if block.block == "schaal")
    assert not gone.exists_now
    assert gone.title == "Hoe zeker ben je?"
    assert not gone.questions[0].exists_now


def test_an_exercise_that_is_gone_is_compared_by_what_was_kept() -> None:
    entries = [entry_of(full_values(), n) for n in (1, 2)]
    comparison = compare(entries, None)
    assert comparison.title == "Oefening alles"
    assert {block.block for block in comparison.blocks} >= {"start", "schaal", "tabel", "kaarten"}
    scale = scale_positions(found(comparison, "schaal"), None)[0]
    assert (scale.low, scale.high, scale.positions) == (1, 7, (5, 5))


def test_a_block_that_changed_kind_keeps_each_form() -> None:
    old = entry_of({K("schaal"): Value("omdat", number=5)})
    options = (Option("zeker", "Zeker"),)
    prompt = Prompt("", "Hoe zeker ben je?", field=Field.CHOICE, options=options)
    block = Block(
        "schaal", BlockKind.CHOICE, "Hoe zeker?", "", (prompt,), ChoiceSettings(1, own=False)
    )
    exercise = with_block(block)
    library = make_library(exercise)
    wording = wording_of(exercise, K("schaal"), library)
    answer = Answer(K("schaal"), wording, Value(options=("zeker",)), RevisionId("r"), START)
    new = replace(old, id=EntryId("e2"), answers=(answer,))
    question = compare([old, new], exercise).questions[0]
    assert question.changed_kind
    assert [w.kind for w in question.wordings if w] == ["scale", "choice"]
    assert [s.positions for s in scale_positions(question, exercise)] == [(5, None)]


def test_cards_that_stayed_went_and_came() -> None:
    first = {K("kaarten"): Value(cards=("beelden/nest", "beelden/brug"))}
    last = {K("kaarten"): Value(cards=("beelden/brug", "beelden/kompas"))}
    comparison = beside(first, last)
    moves = card_moves(found(comparison, "kaarten"), comparison)
    assert moves is not None
    assert (moves.stayed, moves.went, moves.came) == (
        ("beelden/brug",),
        ("beelden/nest",),
        ("beelden/kompas",),
    )
    assert not moves.order_changed


def test_the_order_of_what_stayed_is_told() -> None:
    first = {K("volgorde"): Value(options=("vragen", "luisteren"))}
    last = {K("volgorde"): Value(options=("luisteren", "vragen"))}
    comparison = beside(first, last)
    question = found(comparison, "volgorde")
    moves = card_moves(question, comparison)
    assert moves is not None
    assert moves.order_changed
    assert keeps_order(question)
    assert [item.places for item in moves.chosen] == [(1, 2), (2, 1)]


def test_what_was_away_for_a_while_neither_stayed_nor_went() -> None:
    cards = [("beelden/nest",), ("beelden/brug",), ("beelden/nest",)]
    comparison = beside(*({K("kaarten"): Value(cards=each)} for each in cards))
    moves = card_moves(found(comparison, "kaarten"), comparison)
    assert moves is not None
    assert moves.stayed == moves.went == moves.came == ()
    assert moves.sometimes == ("beelden/nest", "beelden/brug")


def test_own_cards_are_known_by_their_words() -> None:
    first = {
        K("kaarten"): Value(cards=("paper/1",)),
        K("kaarten", "", "paper/1"): Value("Een foto"),
    }
    last = {
        K("kaarten"): Value(cards=("paper/1", "paper/2")),
        K("kaarten", "", "paper/1"): Value("een vaas"),
        K("kaarten", "", "paper/2"): Value("een  foto"),
        K("kaarten", "why", "paper/2"): Value("nog steeds"),
    }
    first[K("kaarten", "why", "paper/1")] = Value("vroeger")
    comparison = beside(first, last)
    moves = card_moves(found(comparison, "kaarten"), comparison)
    assert moves is not None
    assert (moves.stayed, moves.came) == (("paper/een foto",), ("paper/een vaas",))
    why = found(comparison, "kaarten", "why", "paper/een foto")
    assert [answer.text for answer in why.answers] == ["vroeger", "nog steeds"]


def test_the_words_of_an_own_card_are_no_question() -> None:
    comparison = beside(full_values(), full_values())
    assert not [q for q in comparison.questions if q.key.block == "kaarten" and q.kind == "cards"][
        1:
    ]


def test_an_option_in_other_own_words_is_another_option() -> None:
    values = [
        {K("keuze"): Value(own=own), K("bij-keuze", "how", OWN_ITEM): Value(own)}
        for own in ("wachten", "zwijgen")
    ]
    comparison = beside(*values)
    moves = card_moves(found(comparison, "keuze"), comparison)
    assert moves is not None
    assert (moves.went, moves.came) == (("own/wachten",), ("own/zwijgen",))
    how = found(comparison, "bij-keuze", "how", "own/wachten")
    assert [answer.given for answer in how.answers] == [Given.ANSWERED, Given.ABSENT]


def test_a_choice_in_one_round_alone_did_not_move() -> None:
    comparison = beside({K("keuze"): Value(options=("vragen",))}, {K("keuze"): Value("later")})
    assert card_moves(found(comparison, "keuze"), comparison) is None


def test_places_stand_on_one_line_with_both_explanations() -> None:
    comparison = beside(
        {K("schaal"): Value("omdat", number=5)}, {K("schaal"): Value("toch", number=2)}
    )
    (line,) = scale_positions(found(comparison, "schaal"), comparison.exercise)
    assert (line.positions, line.explanations) == ((5, 2), ("omdat", "toch"))
    assert (line.low_words, line.high_words) == ("niet", "wel")


def test_another_scale_gets_a_line_of_its_own() -> None:
    old = entry_of({K("schaal"): Value(number=5)})
    prompt = Prompt("", "Hoe zeker ben je?", field=Field.SCALE)
    settings = ScaleSettings(1, 10, "niet", "wel")
    exercise = with_block(Block("schaal", BlockKind.SCALE, "Hoe?", "", (prompt,), settings))
    wording = wording_of(exercise, K("schaal"), make_library(exercise))
    answer = Answer(K("schaal"), wording, Value(number=5), RevisionId("r"), START)
    new = replace(old, id=EntryId("e2"), answers=(answer,))
    question = compare([old, new], exercise).questions[0]
    assert [(s.high, s.positions) for s in scale_positions(question, exercise)] == [
        (7, (5, None)),
        (10, (None, 5)),
    ]


def table(*rows: tuple[str, ...]) -> dict[AnswerKey, Value]:
    values = {K("tabel"): Value(rows=tuple(f"r{n}" for n in range(len(rows))))}
    for n, cells in enumerate(rows):
        values[K("tabel", "", f"r{n}")] = Value(cells=cells)
    return values


def test_rows_with_the_same_beginning_stand_beside_each_other() -> None:
    comparison = beside(
        table(("bellen", "dinsdag"), ("langsgaan", "vrijdag")),
        table(("Langsgaan", "maandag"), ("schrijven", "nooit"), ("rust", "ja")),
    )
    rows = table_rows(found(comparison, "tabel"), comparison.exercise)
    assert rows is not None
    assert rows.titles == ("wat", "wanneer")
    assert rows.rows == (
        (("bellen", "dinsdag"), ("schrijven", "nooit")),
        (("langsgaan", "vrijdag"), ("Langsgaan", "maandag")),
        (None, ("rust", "ja")),
    )


def test_two_columns_are_one_row_with_two_sides() -> None:
    comparison = beside(full_values(), {K("start"): Value("iets")})
    rows = table_rows(found(comparison, "kolommen"), comparison.exercise)
    assert rows is not None
    assert rows.titles == ("draagt", "drukt")
    assert rows.rows == ((("zus\nfiets", "huur"), None),)


def test_columns_that_were_renamed_name_both() -> None:
    old = entry_of(table(("a", "b")))
    terms = (("1", "wat"), ("2", "op welke dag"))
    answers = tuple(replace(a, wording=replace(a.wording, terms=terms)) for a in old.answers)
    new = replace(old, id=EntryId("e2"), answers=answers)
    rows = table_rows(compare([old, new], full_exercise()).questions[0], full_exercise())
    assert rows is not None
    assert rows.titles == ("wat", "wanneer / op welke dag")


@pytest.mark.parametrize("gone", [False, True])
def test_items_of_checklists_and_choosers_are_states(gone: bool) -> None:
    comparison = beside(full_values())
    exercise = None if gone else full_exercise()
    states = {q.key.prompt for q in comparison.questions if is_state(q, exercise)}
    assert states == {"tijd", "i1"}


def test_margin_notes_are_no_question() -> None:
    values = {K("start"): Value("a"), K("margin", "n1", "start//"): Value("later gezien")}
    comparison = beside(values)
    assert [q.key.block for q in comparison.questions] == ["start"]
    part = comparison.questions[0].parts[0]
    assert part is not None
    assert [note.text for note in part.margin] == ["later gezien"]


def test_intentions_added_to_one_round_and_how_they_went_are_no_question() -> None:
    values = {
        K("start"): Value("a"),
        K("own-intention", "what", "eigen1"): Value("stil zijn"),
        K("follow-up", "happened", "own-intention/1"): Value("het lukte"),
        K("follow-up", "next", "own-intention/1"): Value(""),
    }
    assert [q.key.block for q in beside(values, values).questions] == ["start"]


@given(st.integers(0, 40))
def test_the_first_and_the_last_of_many_rounds(count: int) -> None:
    rounds = [ComparedRound(EntryId(f"e{n}"), n, START) for n in range(1, count + 1)]
    chosen = first_and_last(rounds)
    assert len(chosen) == min(count, 2)
    assert not chosen or (chosen[0], chosen[-1]) == (rounds[0], rounds[-1])


_CARDS = st.lists(st.sampled_from("abcdef"), unique=True, max_size=6)


@given(st.lists(_CARDS, min_size=2, max_size=5))
def test_every_card_is_in_exactly_one_heap(rounds: list[list[str]]) -> None:
    values = [{K("kaarten"): Value(cards=tuple(f"beelden/{c}" for c in each))} for each in rounds]
    comparison = beside(*values)
    if sum(map(bool, rounds)) < 2:
        return
    moves = card_moves(found(comparison, "kaarten"), comparison)
    assert moves is not None
    heaps = [*moves.stayed, *moves.went, *moves.came, *moves.sometimes]
    assert sorted(heaps) == sorted({f"beelden/{card}" for each in rounds for card in each})

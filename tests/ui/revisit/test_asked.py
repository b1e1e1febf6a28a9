# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
from __future__ import annotations

from dataclasses import replace

from logbook.core.arrange import arrange
from logbook.core.entry import Answer, AnswerKey, Entry, EntryId, EntryKind, RevisionId, Value
from logbook.core.exercise import Block, BlockKind, Exercise, OfSettings, Prompt
from logbook.core.library import Library
from logbook.core.wording import wording_of
from logbook.ui.revisit.asked import answered_then, looking_back, questions, worded_then
from tests.builders import START, make_exercise
from tests.ui.revisit.conftest import ANSWERS, FRAME, FRAMES, HOW, LATER, LINE, SENTENCE, WHO


def written(exercise: Exercise = FRAMES, values: dict[AnswerKey, Value] | None = None) -> Entry:
    """A round of an exercise with these answers."""
    answers = tuple(
        Answer(key, wording_of(exercise, key, Library()), value, RevisionId("r"), START)
        for key, value in (ANSWERS if values is None else values).items()
    )
    return Entry(EntryId("e1"), EntryKind.EXERCISE, START, exercise_id=exercise.id, answers=answers)


def ids(entry: Entry, exercise: Exercise | None, block: str = "") -> list[tuple[str, str]]:
    return [
        (each.block_id, (each.place.prompt_id if each.place else None) or "")
        for each in questions(entry, exercise, block)
    ]


def test_what_the_author_names_is_asked_again_one_question_at_a_time() -> None:
    assert ids(written(), FRAMES) == [("kader", "wie"), ("kader", "hoe"), ("zin", "")]


def test_only_what_was_answered_is_asked_again() -> None:
    assert ids(written(values={HOW: Value("Zo."), SENTENCE: Value(" ")}), FRAMES) == [
        ("kader", "hoe")
    ]


def test_a_block_that_is_asked_for_comes_along() -> None:
    assert ids(written(), FRAMES, "los")[-1] == ("los", "")


def test_without_a_proposal_all_answers_are_asked_again() -> None:
    plain = replace(FRAMES, blocks=FRAMES.blocks[:-1])
    assert ids(written(plain), plain)[-1] == ("los", "")


def test_without_its_exercise_an_entry_is_asked_again_as_a_whole() -> None:
    assert ids(written(), None) == [("", "")]
    other = make_exercise("ander")
    assert ids(written(), replace(other, blocks=other.blocks[:1])) == [("", "")]


def test_what_leans_on_a_choice_comes_with_that_choice() -> None:
    choice = Block("keuze", BlockKind.CHOICE, "Kies", prompts=(Prompt("", "Kies"),))
    each = Block(
        "elk",
        BlockKind.EACH,
        "Per keuze",
        prompts=(Prompt("wat", "Wat?"),),
        settings=OfSettings("keuze"),
    )
    leaning = replace(FRAMES, blocks=(choice, each, LATER))
    made = written(leaning, {AnswerKey("elk", "wat", "a"): Value("Dit.")})
    assert ids(made, leaning) == [("keuze", ""), ("elk", "")]


def test_the_question_of_then_is_named_when_it_changed() -> None:
    asked = questions(written(), FRAMES)
    sections = arrange(written(), FRAMES)
    assert worded_then(sections, asked[0]) == ""
    renamed = replace(FRAME, prompts=(Prompt("wie", "Wie doet wat?"), *FRAME.prompts[1:]))
    now = questions(written(), replace(FRAMES, blocks=(renamed, LINE, LATER)))
    assert now[0].wording == "Wie doet wat?"
    assert worded_then(sections, now[0]) == "Wie draagt wat?"


def test_the_question_of_a_step_that_is_its_own_question() -> None:
    sections = arrange(written(), FRAMES)
    asked = Block("zin", BlockKind.TEXT, "In één zin?", prompts=(Prompt("", "Kort gezegd?"),))
    before = replace(written(), answers=written(replace(FRAMES, blocks=(FRAME, asked))).answers)
    (sentence,) = (each for each in questions(written(), FRAMES) if each.block_id == "zin")
    assert worded_then(sections, sentence) == ""
    assert worded_then(arrange(before, FRAMES), sentence) == "Kort gezegd?"
    ((part,),) = (each.parts for each in answered_then(arrange(before, FRAMES), sentence))
    assert part.question == ""


def test_an_answer_is_shown_without_the_question_above_it() -> None:
    asked = questions(written(), FRAMES)
    (section,) = answered_then(arrange(written(), FRAMES), asked[0])
    (part,) = section.parts
    assert (section.title, part.question, part.value) == ("", "", ANSWERS[WHO])


def test_the_author_asks_what_moved() -> None:
    block = looking_back(FRAMES, "zin")
    assert block is not None
    assert block.title == "Wat is er verschoven?"
    assert looking_back(FRAMES, "los") is None
    assert looking_back(None, "zin") is None

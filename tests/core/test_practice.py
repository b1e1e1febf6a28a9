# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
from __future__ import annotations

from datetime import date, timedelta

from logbook.core.entry import Answer, AnswerKey, EntryId, RevisionId, Value, Wording
from logbook.core.exercise import BlockKind
from logbook.core.practice import (
    IN_CONVERSATION,
    BlockPlace,
    PlacedAnswer,
    blocks_of,
    exchanged_rounds,
    intentions_of,
)
from tests.builders import START, make_exercise


def placed(
    entry_id: str, value: Value, *, prompt: str = "", position: int = 0, day: int = 0
) -> PlacedAnswer:
    moment = START + timedelta(days=day)
    wording = Wording("prose", "Voornemen", "Wat ga je proberen?", 1, position=position)
    key = AnswerKey("voornemen", prompt)
    answer = Answer(key, wording, value, RevisionId("r"), moment)
    return PlacedAnswer(EntryId(entry_id), "proef", "Proef", moment, answer)


def test_blocks_of_one_kind_are_found_with_their_exercise() -> None:
    found = blocks_of([make_exercise("a"), make_exercise("b")], BlockKind.TABLE)
    assert found == (BlockPlace("a", "tabel"), BlockPlace("b", "tabel"))


def test_intentions_are_newest_round_first_with_questions_in_order() -> None:
    found = intentions_of(
        [
            placed("oud", Value("eerst")),
            placed("nieuw", Value("waar"), prompt="where", position=2, day=1),
            placed("nieuw", Value("wat"), prompt="what", position=1, day=1),
        ]
    )
    assert [i.entry_id for i in found] == ["nieuw", "oud"]
    assert [a.value.text for a in found[0].answers] == ["wat", "waar"]


def test_empty_answers_make_no_intention() -> None:
    assert intentions_of([placed("leeg", Value("  "))]) == ()


def test_an_intention_knows_its_day_and_when_it_was_written() -> None:
    day = date(2026, 5, 1)
    (intention,) = intentions_of([placed("a", Value("wat")), placed("a", Value(day=day), day=3)])
    assert intention.day == day
    assert intention.written_at == START + timedelta(days=3)


def test_only_a_conversation_counts_as_exchanged() -> None:
    rounds = exchanged_rounds(
        [placed("samen", Value(options=(IN_CONVERSATION,))), placed("alleen", Value("tekst"))]
    )
    assert rounds == {"samen"}

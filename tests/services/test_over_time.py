# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from logbook.core.entry import AnswerKey, Value
from logbook.core.errors import FileUnreadable
from logbook.core.over_time import Quarter, WordOverTime
from logbook.paths import word_lists_folder
from logbook.services.changes import Changes
from logbook.services.edits import Edit
from logbook.services.lemmas import dutch_lemmas
from logbook.services.margin import Margin
from logbook.services.over_time import STOP_WORDS, OverTime
from logbook.storage.own_words import OwnWordsStore
from tests.services.conftest import Desk


@pytest.fixture
def over_time(desk: Desk) -> Iterator[OverTime]:
    made = OverTime(desk.database, word_lists_folder() / STOP_WORDS)
    yield made
    made.close()


def counted(over_time: OverTime, minimum: int = 1) -> dict[str, WordOverTime]:
    words = over_time.words(over_time.next_turn(), minimum)
    assert words is not None
    return {word.word: word for word in words}


def quarter(desk: Desk) -> Quarter:
    """The quarter of the clock, as this computer's days go."""
    local = desk.clock.moment.astimezone()
    return Quarter(local.year, (local.month + 2) // 3)


def test_words_of_the_user_come_back_by_quarter_under_one_lemma(
    desk: Desk, over_time: OverTime
) -> None:
    desk.writing.add_note("Ik luisterde naar de stilte.")
    first = quarter(desk)
    desk.clock.forward(days=100)
    desk.writing.add_note("Luisteren en twee stiltes, die ik niet vulde.")
    words = counted(over_time, 2)
    assert set(words) == {"luisterde", "stilte"} or set(words) == {"luisteren", "stilte"}
    assert words["stilte"].forms == ("stilte", "stiltes")
    assert words["stilte"].quarters == ((first, 1), (quarter(desk), 1))


def test_questions_and_titles_of_cards_are_not_counted(desk: Desk, over_time: OverTime) -> None:
    entry = desk.writing.begin_round(desk.library.exercises["eerste"])
    value = Value("Wat opviel: de gordijnen.")
    desk.writing.save(entry, [Edit(AnswerKey("start"), value)])
    assert set(counted(over_time)) <= {"gordijnen", "opviel"}
    assert "oefening" not in counted(over_time)


def test_a_margin_note_belongs_to_its_own_quarter(desk: Desk, over_time: OverTime) -> None:
    entry = desk.writing.add_note("Gordijnen")
    desk.clock.forward(days=400)
    margin = Margin(desk.database, lambda: desk.library, desk.clock, desk.writer)
    margin.add(entry.id, "Vensterbank")
    found = counted(over_time)
    assert found["vensterbank"].quarters == ((quarter(desk), 1),)
    assert found["gordijnen"].quarters != found["vensterbank"].quarters
    ((sentence,),) = (over_time.sentences(over_time.next_turn(), "vensterbank", quarter(desk)),)
    assert (sentence.entry_id, sentence.text) == (entry.id, "Vensterbank")


def test_an_answer_that_was_emptied_and_the_bin_do_not_count(
    desk: Desk, over_time: OverTime
) -> None:
    entry = desk.writing.begin_round(desk.library.exercises["eerste"])
    saved = desk.writing.save(entry, [Edit(AnswerKey("start"), Value("Gordijnen"))])
    head = saved.heads[AnswerKey("start")]
    desk.writing.save(entry, [Edit(AnswerKey("start"), Value(), head)])
    binned = desk.writing.add_note("Vensterbank")
    desk.writing.move_to_bin(binned.id)
    assert counted(over_time) == {}


def test_sentences_lead_to_their_entries_oldest_first(desk: Desk, over_time: OverTime) -> None:
    first = desk.writing.add_note("De stilte duurde. Toen regende het.")
    desk.clock.forward(hours=1)
    second = desk.writing.add_note("Twee stiltes, %%en een derde stilte%%.")
    word = counted(over_time)["stilte"]
    found = over_time.sentences(over_time.next_turn(), word.lemma, quarter(desk))
    assert found is not None
    assert [(each.entry_id, each.text) for each in found] == [
        (first.id, "De stilte duurde."),
        (second.id, "Twee stiltes, en een derde stilte."),
    ]
    assert sum(len(each.marks) for each in found) == word.total


def test_a_hidden_word_goes_in_all_its_forms_and_comes_back(
    desk: Desk, over_time: OverTime
) -> None:
    desk.writing.add_note("Stilte stilte stiltes gordijnen")
    assert over_time.hide("stilte") == Changes(hidden_words=True)
    over_time.hide("stilte")
    assert over_time.hidden() == ("stilte",)
    assert set(counted(over_time)) == {"gordijnen"}
    with_hidden = over_time.words(over_time.next_turn(), 1, with_hidden=True)
    assert {word.word for word in with_hidden or ()} == {"stilte", "gordijnen"}
    over_time.unhide("stilte")
    assert set(counted(over_time)) == {"stilte", "gordijnen"}


def test_a_newer_question_ends_the_older_one(
    desk: Desk, over_time: OverTime, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.writing.add_note("Stilte")
    turn = over_time.next_turn()
    over_time.next_turn()
    assert over_time.words(turn) is None
    assert over_time.sentences(turn, "stilte", quarter(desk)) is None

    monkeypatch.setattr("logbook.storage.own_words._PAGE", 1)
    turn = over_time.next_turn()
    pages = OwnWordsStore.passages

    def interrupted(store: OwnWordsStore) -> Iterator[object]:
        for page in pages(store):
            over_time.next_turn()
            yield page

    monkeypatch.setattr(OwnWordsStore, "passages", interrupted)
    assert over_time.words(turn) is None


def test_writing_goes_on_while_words_are_counted(
    desk: Desk, over_time: OverTime, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.writing.add_note("Stilte")
    desk.writing.add_note("Stilte")
    monkeypatch.setattr("logbook.storage.own_words._PAGE", 1)
    pages = OwnWordsStore.passages

    def with_writing(store: OwnWordsStore) -> Iterator[object]:
        for number, page in enumerate(pages(store)):
            if number == 0:
                desk.writing.add_note("Stilte")
            yield page

    monkeypatch.setattr(OwnWordsStore, "passages", with_writing)
    assert counted(over_time)["stilte"].total == 3


def test_progress_is_told(desk: Desk, over_time: OverTime) -> None:
    assert over_time.progress == (0, 0)
    desk.writing.add_note("Stilte")
    counted(over_time)
    assert over_time.progress == (1, 1)


def test_without_its_list_it_says_so(desk: Desk, tmp_path: Path) -> None:
    lost = OverTime(desk.database, tmp_path / "weg.txt")
    with pytest.raises(FileUnreadable):
        lost.words(lost.next_turn())


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        ("gesprekken", "gesprek"),
        ("cliënten", "cliënt"),
        ("voelde", "voelen"),
        ("huizen", "huis"),
        ("moeder", "moeder"),
        ("gevoel", "gevoel"),
    ],
)
def test_the_lemmas_are_dutch(form: str, lemma: str) -> None:
    assert dutch_lemmas()(form) == lemma


def test_the_lemmas_are_not_loaded_before_they_are_asked_for(over_time: OverTime) -> None:
    assert "_lemma" not in over_time.__dict__
    over_time.hidden()
    assert "_lemma" not in over_time.__dict__


def test_words_count_from_the_moment_of_the_entry(desk: Desk, over_time: OverTime) -> None:
    entry = desk.writing.begin_note()
    begun = quarter(desk)
    key = AnswerKey("note")
    saved = desk.writing.save(entry, [Edit(key, Value("Gordijn"))])
    desk.clock.forward(days=200)
    desk.writing.save(entry, [Edit(key, Value("Gordijnen"), saved.heads[key])])
    assert counted(over_time)["gordijnen"].quarters == ((begun, 1),)
    assert isinstance(entry.created_at, datetime)

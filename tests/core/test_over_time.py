# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from logbook.core.entry import EntryId
from logbook.core.moment import to_text
from logbook.core.over_time import (
    LONGEST_SENTENCE,
    OwnWords,
    Passage,
    Quarter,
    Quarters,
    own_text,
    sentences_of,
)

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
LEMMAS = {
    "grenzen": "grens",
    "liep": "lopen",
    "lopen": "loop",
    "stiltes": "stilte",
    "om": "rond",
    "rond": "om",
    "was": "zijn",
}
STOP_WORDS = frozenset({"het", "een", "zijn", "mijn", "van"})


def lemma(word: str) -> str:
    return LEMMAS.get(word, word)


def counted(hidden: tuple[str, ...] = (), zone: timezone | ZoneInfo = UTC) -> OwnWords:
    return OwnWords(lemma, STOP_WORDS, hidden, Quarters(zone))


def passage(text: str, *given: str, at: str = "2026-02-01T10:00:00.000Z") -> Passage:
    return Passage(EntryId("e1"), at, text, given)


def totals(own: OwnWords) -> dict[str, int]:
    return {word.lemma: word.total for word in own.words(1)}


def test_forms_of_a_word_count_together_under_the_one_that_was_written_most() -> None:
    own = counted()
    own.add(passage("Stiltes. Stiltes, en stilte"))
    assert [(w.lemma, w.word, w.forms, w.total) for w in own.words(2)] == [
        ("stilte", "stiltes", ("stiltes", "stilte"), 3)
    ]


def test_the_lemma_of_a_lemma_is_the_same_word() -> None:
    own = counted()
    own.add(passage("loop liep lopen"))
    assert totals(own) == {"loop": 3}


def test_two_words_that_are_each_others_lemma_are_one_word() -> None:
    own = OwnWords({"aap": "noot", "noot": "aap"}.__getitem__, (), (), Quarters(UTC))
    own.add(passage("aap noot"))
    assert totals(own) == {"aap": 2}


def test_words_that_say_nothing_and_short_ones_are_left_out_in_every_form() -> None:
    own = counted()
    own.add(passage("Het was een grens van mijn 12 zo"))
    assert totals(own) == {"grens": 1}


def test_a_run_of_letters_that_is_no_word_is_left_out() -> None:
    own = counted()
    own.add(passage("z" * 61 + " " + "z" * 60))
    assert totals(own) == {"z" * 60: 1}


def test_words_of_the_question_are_not_the_users_own() -> None:
    own = counted()
    own.add(passage("Mijn grens was moeheid", "Waar lagen jouw grenzen?"))
    own.add(passage("Mijn grens"))
    assert totals(own) == {"grens": 1, "moeheid": 1}


def test_the_title_of_a_card_is_not_the_users_own() -> None:
    own = counted()
    own.add(passage("Rust geeft ruimte", "Waarom deze kaart?", "Rust"))
    assert totals(own) == {"geeft": 1, "ruimte": 1}


def test_a_hidden_word_is_hidden_in_all_its_forms() -> None:
    own = counted(hidden=("grenzen",))
    own.add(passage("grens grenzen stilte"))
    assert totals(own) == {"stilte": 1}


def test_private_passages_count_for_the_writer() -> None:
    own = counted()
    own.add(passage("Rust %%en boosheid%%"))
    assert set(totals(own)) == {"rust", "boosheid"}


def test_marks_links_and_addresses_are_no_words() -> None:
    text = (
        "## Kop\n- [ ] **on**zeker, zie [Een oude titel](entry:01a2-bcd) en"
        " [dit stuk](https://voorbeeld.nl/stuk) of www.voorbeeld.nl, post@voorbeeld.nl"
    )
    own = counted()
    own.add(passage(text))
    assert set(totals(own)) == {"kop", "onzeker", "zie", "dit", "stuk"}


@pytest.mark.parametrize(
    ("written", "form"),
    [
        ("foto’s", "foto's"),
        ("Co-assistent", "co-assistent"),
        ("ĳsberg", "ijsberg"),
        ("cre\u0065\u0308er", "creëer"),
    ],
)
def test_a_word_is_read_however_it_was_typed(written: str, form: str) -> None:
    own = counted()
    own.add(passage(written))
    assert [word.word for word in own.words(1)] == [form]


def test_the_quarter_is_that_of_the_local_day() -> None:
    own = counted(zone=AMSTERDAM)
    own.add(passage("stilte", at="2026-03-31T21:30:00.000Z"))  # 23:30 in Amsterdam
    own.add(passage("stilte", at="2026-03-31T22:30:00.000Z"))  # 0:30 on the first of April
    assert own.words(1)[0].quarters == ((Quarter(2026, 1), 1), (Quarter(2026, 2), 1))


def test_a_move_of_time_zone_changes_the_day_and_nothing_that_is_stored() -> None:
    at = "2025-12-31T23:30:00.000Z"
    assert Quarters(AMSTERDAM).of(at) == Quarter(2026, 1)
    assert Quarters(ZoneInfo("America/New_York")).of(at) == Quarter(2025, 4)


@given(
    st.datetimes(datetime(1972, 1, 2), datetime(2200, 1, 1)),
    st.sampled_from([AMSTERDAM, UTC, ZoneInfo("Pacific/Kiritimati"), ZoneInfo("Asia/Kolkata")]),
)
def test_every_moment_lies_in_the_span_of_its_quarter(naive: datetime, zone: ZoneInfo) -> None:
    moment = naive.replace(tzinfo=UTC)
    local, quarters = moment.astimezone(zone), Quarters(zone)
    quarter = quarters.of(to_text(moment))
    assert quarter == Quarter(local.year, (local.month + 2) // 3)
    begin, end = quarters.span(quarter)
    assert begin <= to_text(moment) < end


def test_impossible_years_do_not_stop_the_counting() -> None:
    own = counted()
    for at in ("0001-01-01T00:00:00.000Z", "9999-12-31T23:59:59.000Z"):
        own.add(passage("stilte", at=at))
    assert own.words(1)[0].total == 2


def test_a_day_longer_or_shorter_by_summer_time_keeps_its_quarter() -> None:
    quarters = Quarters(AMSTERDAM)
    for day in (datetime(2026, 3, 29, 1, tzinfo=UTC), datetime(2026, 10, 25, 1, tzinfo=UTC)):
        for hours in range(-3, 4):
            local = (day + timedelta(hours=hours)).astimezone(AMSTERDAM)
            expected = Quarter(local.year, (local.month + 2) // 3)
            assert quarters.of(to_text(day + timedelta(hours=hours))) == expected


def test_a_sentence_shows_where_the_word_stands_in_every_form() -> None:
    own = counted()
    text = "Het was stil.\nDe **grens** van mijn grenzen! Bijv. de deur."
    found = list(own.sentences(passage(text), "grens"))
    assert [sentence.text for sentence in found] == ["De grens van mijn grenzen!"]
    assert [found[0].text[a:b] for a, b in found[0].marks] == ["grens", "grenzen"]


def test_an_answer_that_repeats_the_question_gives_no_sentence() -> None:
    assert list(counted().sentences(passage("Mijn grens.", "Welke grens?"), "grens")) == []


def test_an_abbreviation_ends_no_sentence() -> None:
    text = "Ik ging bijv. naar huis. Daarna (laat!) sliep ik. “Goed zo.” Einde"
    assert list(sentences_of(text)) == [
        "Ik ging bijv. naar huis.",
        "Daarna (laat!) sliep ik.",
        "“Goed zo.”",
        "Einde",
    ]


def test_a_very_long_sentence_is_shown_around_its_word() -> None:
    text = "woord " * 200 + "grens " + "woord " * 200
    (found,) = counted().sentences(passage(text), "grens")
    assert len(found.text) <= LONGEST_SENTENCE + 4
    ((start, end),) = found.marks
    assert found.text[start:end] == "grens"


_PIECES = st.lists(
    st.sampled_from(
        ["grens", "Grenzen", "stilte", "liep", "het", " ", ". ", "\n", "**", "%%", "! ", "- ", "’s"]
    ),
    max_size=40,
).map("".join)


@given(_PIECES, st.sampled_from([(), ("Een grens?",)]))
def test_the_sentences_hold_a_word_as_often_as_it_was_counted(
    text: str, given: tuple[str, ...]
) -> None:
    own = counted()
    own.add(passage(text, *given))
    for word in own.words(1):
        found = own.sentences(passage(text, *given), word.lemma)
        assert sum(len(sentence.marks) for sentence in found) == word.total


@given(st.text(max_size=200))
def test_any_text_can_be_counted(text: str) -> None:
    own = counted()
    own.add(passage(text))
    assert all(len(word.word) >= 3 for word in own.words(1))
    assert isinstance(own_text(text), str)

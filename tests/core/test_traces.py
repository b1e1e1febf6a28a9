# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Finding traces with a small knowledge of the world, and putting roles in their place."""

import re
from re import _parser  # type: ignore[attr-defined]

import pytest
from hypothesis import given
from hypothesis import strategies as st

from logbook.core import trace_combinations, trace_names, trace_patterns
from logbook.core.trace import Knowledge, Trace
from logbook.core.trace_patterns import is_iban, passes_eleven_test
from logbook.core.trace_text import starts_sentence
from logbook.core.trace_words import words
from logbook.core.traces import (
    find_traces,
    mark_of,
    put_roles,
    same_subject,
    without_ignored,
)

KNOWLEDGE = Knowledge(
    words=words("vandaag sprak ik met en de een was er bakker roos leerdoel maar"),
    capitals=frozenset({"Oudewater", "Turks", "Pasen"}),
    surnames=frozenset({"Terpstra", "Bakker"}),
    first_names=frozenset({"Fatima", "Roos", "Jan", "Karin"}),
    large_places=frozenset({"Amsterdam", "Den Haag"}),
    small_places=frozenset({"Urk", "Bergen op Zoom"}),
    known=frozenset({"Korthagen", "Leger des Heils", "Wmo"}),
)


def found(text: str) -> list[tuple[str, str]]:
    return [(trace.kind.value, trace.text) for trace in find_traces(text, KNOWLEDGE)]


@pytest.mark.parametrize(
    ("text", "kind", "trace"),
    [
        ("bsn 111222333 hier", "bsn", "111222333"),
        ("zij heeft 1234.56.782 als nummer", "bsn", "1234.56.782"),
        ("haar bsn is 12345678", "bsn", "12345678"),
        ("bel 06-12345678.", "phone", "06-12345678"),
        ("bel 06 12 34 56 78 maar", "phone", "06 12 34 56 78"),
        ("bel +31 (0)6 12345678", "phone", "+31 (0)6 12345678"),
        ("bel 0031 20 1234567", "phone", "0031 20 1234567"),
        ("bel (0343) 12 34 56 nu", "phone", "(0343) 12 34 56"),
        ("op 1234 AB 12", "postcode", "1234 AB 12"),
        ("op 1234AB", "postcode", "1234AB"),
        ("op nl91 of NL91ABNA0417164300.", "iban", "NL91ABNA0417164300"),
        ("naar NL91 ABNA 0417 1643 00 en", "iban", "NL91 ABNA 0417 1643 00"),
        ("mail j.k@voorbeeld.nl.", "email", "j.k@voorbeeld.nl"),
        ("auto 12-ABC-3 daar", "plate", "12-ABC-3"),
        ("kenteken XX99XX daar", "plate", "XX99XX"),
        ("aan de Kerkweg 12 daar", "street", "Kerkweg 12"),
        ("in de Prins Hendrikstraat 3a", "street", "Prins Hendrikstraat 3a"),
        ("aan de Laan van Meerdervoort 100", "street", "Laan van Meerdervoort 100"),
        ("in de kerkstraat 12", "street", "kerkstraat 12"),
        ("op 3 april dan", "date", "3 april"),
        ("op 3 april 2025 dan", "date", "3 april 2025"),
        ("op 01-03-1998 dan", "date", "01-03-1998"),
        ("op 1 mrt. 2024 dan", "date", "1 mrt. 2024"),
        ("geboren op 1 maart 1998", "birth", "1 maart 1998"),
        ("zie www.voorbeeld.nl/iemand.", "web", "www.voorbeeld.nl/iemand"),
        ("zie @lieke_2007 daar", "web", "@lieke_2007"),
        ("zoon_van_k zei", "web", "zoon_van_k"),
    ],
)
def test_what_has_a_form_is_found(text: str, kind: str, trace: str) -> None:
    assert (kind, trace) in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "nummer 111222334 is geen bsn",  # fails the eleven test
        "000000000",
        "bel 112",
        "NL91ABNA0417164301",  # fails mod 97
        "in 2019 OV gereisd",
        "40 maart en 12 uur",
        "van 10.00 tot 11.30 uur",
        "in 2024-2025",
        "32-13-2024",
        "een 8-jarige",
        "de weg 3 keer",
        "[Titel](entry:01912345-6789-7abc-8def-012345678901)",
        "# Kop\n- Punt\n1. Eerst\n> Vraag",
        "Het Leger des Heils en Korthagen, in Den Haag of Bergen op Zoom, met Pasen.",
        "plan B en vitamine D en groep A.",
        "in het Turks, volgens de Wmo.",
    ],
)
def test_what_points_at_nobody_is_left_alone(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "kind", "trace"),
    [
        ("ik sprak Fatima en", "name", "Fatima"),
        ("Fatima was er", "name", "Fatima"),
        ("Roos was er", "name", "Roos"),
        ("met mevrouw Bakker", "name", "mevrouw Bakker"),
        ("met mevr. Van den Berg", "name", "mevr. Van den Berg"),
        ("met Xilanthe en", "name", "Xilanthe"),
        ("Xilanthe van der Velden was er", "name", "Xilanthe van der Velden"),
        ("Xilanthe huilde", "name", "Xilanthe"),
        ("Terpstra was er", "name", "Terpstra"),
        ("met Karin Bakker en", "name", "Karin Bakker"),
        ("met mevrouw J. en", "initials", "mevrouw J."),
        ("met de heer K. en", "initials", "de heer K."),
        ("met A. de V. en", "initials", "A. de V."),
        ("met J.P. en", "initials", "J.P."),
        ("Ik sprak met T. Dat was", "initials", "T."),
        ("ik sprak met K en", "initials", "K"),
        ("bij Stichting De Brug en", "organisation", "Stichting De Brug"),
        ("op de Regenboogschool daar", "organisation", "Regenboogschool"),
        ("op het Anna College daar", "organisation", "Anna College"),
        ("de wethouder van Oudewater was", "role_place", "wethouder van Oudewater"),
        ("de burgemeester van Amsterdam was", "role_place", "burgemeester van Amsterdam"),
        ("een moeder van 43 uit Urk en", "kinship", "moeder van 43 uit Urk"),
        ("een 12-jarige dochter uit Urk en", "kinship", "12-jarige dochter uit Urk"),
    ],
)
def test_people_and_what_points_at_them_are_found(text: str, kind: str, trace: str) -> None:
    assert (kind, trace) in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "Xilanthe was er",  # unknown, at the start of a sentence, with nothing to go on
        "een tandarts in Amsterdam",
        "een moeder van 43 uit Amsterdam",
        "een moeder van 43",
        "N.B. dit is een B.V. en",
        "de STARR-methode en UWV's",
    ],
)
def test_what_says_too_little_is_left_alone(text: str) -> None:
    assert found(text) == []


def test_the_words_that_lead_to_a_name_are_known() -> None:
    (trace,) = find_traces("en mijn begeleider Karin was er", KNOWLEDGE)
    assert (trace.lead, trace.subject, trace.before) == ("mijn begeleider", "Karin", "en")


def test_an_owner_is_its_own_subject() -> None:
    (trace,) = find_traces("en Fatima’s bakker", KNOWLEDGE)
    assert (trace.text, trace.subject, trace.owner) == ("Fatima’s", "Fatima", True)


def test_a_skipped_range_is_not_looked_at() -> None:
    assert find_traces("%%Fatima%% en", KNOWLEDGE, skip=[(0, 10)]) == ()


@pytest.mark.parametrize("text", ["Ik", "een. Ik", "een\nIk", "‘Ik", "- Ik", "1. Ik", "| Ik"])
def test_a_capital_that_starts_something_says_nothing(text: str) -> None:
    assert starts_sentence(text, len(text) - 2)


@pytest.mark.parametrize("text", ["en Ik", "en, Ik", "bijv. Ik", "mevr. Ik", "(en Ik"])
def test_a_capital_inside_a_sentence_says_something(text: str) -> None:
    assert not starts_sentence(text, len(text) - 2)


def test_eleven_test_and_mod_97() -> None:
    assert passes_eleven_test("123456782")
    assert not passes_eleven_test("123456789")
    assert is_iban("BE68539007547034")
    assert not is_iban("BE68539007547035")


def replaced(text: str, role: str) -> str:
    traces = find_traces(text, KNOWLEDGE)
    return put_roles(text, [(trace, role) for trace in traces])[0]


def test_a_role_takes_the_place_of_a_name_and_of_what_led_to_it() -> None:
    assert replaced("en mijn begeleider Karin was er", "een collega") == "en een collega was er"
    assert replaced("met mevrouw J. en", "een bewoner") == "met een bewoner en"


def test_the_full_stop_of_initials_stays_at_the_end_of_a_sentence() -> None:
    assert replaced("Ik was met T. Maar ik was er.", "iemand") == (
        "Ik was met iemand. Maar ik was er."
    )
    assert replaced("ik was met mevrouw J.", "iemand") == "ik was met iemand."
    assert replaced("met mevrouw J. en", "iemand") == "met iemand en"


def test_a_role_at_the_start_of_a_sentence_gets_its_capital() -> None:
    assert replaced("Fatima was er. Karin was er", "een bewoner") == (
        "Een bewoner was er. Een bewoner was er"
    )


def test_places_say_where_the_roles_stand() -> None:
    text = "ik sprak Fatima en Karin"
    traces = find_traces(text, KNOWLEDGE)
    new, places = put_roles(text, [(traces[1], "iemand"), (traces[0], "een kind")])
    assert new == "ik sprak een kind en iemand"
    assert [new[place.start : place.end] for place in places] == ["een kind", "iemand"]


def test_the_same_subject_is_found_again_but_not_as_an_owner() -> None:
    traces = find_traces("Fatima was er. met Fatima en Fatima’s bakker", KNOWLEDGE)
    assert [trace.start for trace in same_subject(traces, traces[0])] == [0, 19]


def test_a_mark_belongs_to_one_entry_and_to_one_name() -> None:
    assert mark_of("een", "Fatima") == mark_of("een", "fatima ")
    assert mark_of("een", "Fatima") != mark_of("twee", "Fatima")
    assert mark_of("een", "Fatima") != mark_of("een", "Karin")
    assert "atima" not in mark_of("een", "Fatima")


def test_an_ignored_trace_is_left_out_of_its_entry_only() -> None:
    traces = find_traces("met Fatima", KNOWLEDGE)
    marks = {mark_of("een", "Fatima")}
    assert without_ignored(traces, "een", marks) == ()
    assert without_ignored(traces, "twee", marks) == traces


_SIGNS = "Ja. dnB'’-@1 0/\n%[](:“|_,éÉij"


@given(st.text(alphabet=_SIGNS, max_size=200) | st.text(max_size=100))
def test_any_text_gives_traces_in_order_that_do_not_overlap(text: str) -> None:
    traces = find_traces(text, KNOWLEDGE)
    assert all(text[trace.start : trace.end] == trace.text for trace in traces)
    ends = [0, *(trace.end for trace in traces)]
    assert all(trace.start >= end for trace, end in zip(traces, ends, strict=False))


@given(st.text(alphabet=_SIGNS, max_size=120))
def test_roles_replace_exactly_the_traces(text: str) -> None:
    traces: tuple[Trace, ...] = find_traces(text, KNOWLEDGE)
    new, places = put_roles(text, [(trace, "iemand") for trace in traces])
    assert len(places) == len(traces)
    assert all(new[place.start : place.end].lower() == "iemand" for place in places)


PATTERNS = (
    *trace_patterns.PATTERNS,
    *trace_names.PATTERNS,
    *trace_combinations.PATTERNS,
)


def repeats(parsed: object) -> list[int]:
    """The upper bound of every repeat in a parsed pattern."""
    bounds: list[int] = []
    for operation, argument in parsed:  # type: ignore[attr-defined]
        if str(operation).endswith("REPEAT"):
            bounds.append(int(argument[1]))
        parts = argument if isinstance(argument, tuple | list) else [argument]
        for part in parts:
            for piece in part if isinstance(part, list) else [part]:
                if isinstance(piece, _parser.SubPattern):
                    bounds += repeats(piece)
    return bounds


@pytest.mark.parametrize("pattern", PATTERNS, ids=lambda pattern: pattern.pattern[:30])
def test_no_pattern_repeats_without_a_bound(pattern: re.Pattern[str]) -> None:
    parsed = _parser.parse(pattern.pattern, pattern.flags)
    assert all(bound <= 300 for bound in repeats(parsed))
    assert parsed.getwidth()[1] < 700


@pytest.mark.parametrize("sign", ["a", "A", "1", " ", "J.", "a@", "“", "0612 ", "| ", "Jan ", "_a"])
def test_a_long_text_of_one_sign_ends(sign: str) -> None:
    find_traces(sign * (60_000 // len(sign)), KNOWLEDGE)

# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The traceability check with the shipped lists: how well it finds, and what it proposes."""

from dataclasses import replace
from pathlib import Path

import pytest

from logbook.core.entry import AnswerKey, EntryId, Value
from logbook.core.trace import Trace, TraceKind
from logbook.paths import word_lists_folder
from logbook.services.traces import Finding, Traces
from logbook.texts.traces import TRACE_LABELS, explain_limits, trace_reason, trace_roles
from scripts.measure_traces import ROOT, SETS, Score, read_sentences, scores, table
from tests.services.conftest import Desk

PATTERNS = (
    *(TraceKind.BSN, TraceKind.PHONE, TraceKind.POSTCODE, TraceKind.STREET, TraceKind.IBAN),
    *(TraceKind.EMAIL, TraceKind.WEB, TraceKind.PLATE, TraceKind.BIRTH, TraceKind.DATE),
)
PEOPLE = (TraceKind.NAME, TraceKind.INITIALS)
#: The third set is difficult on purpose: it shows where the check ends, and has no floor.
ORDINARY = ("geoefend", "achtergehouden")
COMBINATIONS = (TraceKind.ORGANISATION, TraceKind.ROLE_PLACE, TraceKind.KINSHIP)


@pytest.fixture(scope="module")
def traces() -> Traces:
    return Traces(word_lists_folder())


@pytest.fixture(scope="module")
def measured() -> dict[str, Score]:
    return scores()


def one(traces: Traces, text: str) -> Finding:
    (finding,) = traces.find(text)
    return finding


def test_two_hundred_sentences_of_which_eighty_hold_nothing() -> None:
    sentences = [
        sentence
        for name in map(SETS.__getitem__, ORDINARY)
        for sentence in read_sentences(ROOT / "tests" / "data" / "traces" / name)
    ]
    assert len(sentences) >= 200
    assert sum(not sentence.marks for sentence in sentences) == 80


@pytest.mark.parametrize("name", ORDINARY)
def test_enough_is_found(name: str, measured: dict[str, Score]) -> None:
    score = measured[name]
    assert score.recall(*PATTERNS) >= 0.95, score.missed
    assert score.recall(*PEOPLE) >= 0.85, score.missed
    assert score.recall(*COMBINATIONS) >= 0.65, score.missed


@pytest.mark.parametrize("name", ORDINARY)
def test_little_is_found_where_nothing_is(name: str, measured: dict[str, Score]) -> None:
    assert measured[name].false_per_sentence <= 0.05, measured[name].alarms


def test_the_page_for_users_has_the_figures_of_now(measured: dict[str, Score]) -> None:
    page = (ROOT / "docs" / "herleidbaarheid.md").read_text(encoding="utf-8")
    assert table(measured) in page, "run `python -m scripts.measure_traces`"


@pytest.mark.parametrize("kind", TraceKind)
def test_every_kind_has_a_label_and_a_reason(kind: TraceKind) -> None:
    assert TRACE_LABELS[kind]
    assert trace_reason(Trace(kind, 0, 1, "x")).endswith(".")


def test_nothing_says_that_a_text_is_safe() -> None:
    said = explain_limits() + "".join(trace_reason(Trace(k, 0, 1, "x")) for k in TraceKind)
    assert "anoniem" not in said.lower()
    assert "veilig" not in said.lower()
    assert "foto" in said


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("Ik sprak mijn begeleider Karin.", "Ik sprak mijn begeleider."),
        ("Toen zei mevrouw J. niets.", "Toen zei een bewoner niets."),
        ("Fatima's moeder belde.", "Haar moeder belde."),
        ("Het was op 3 april.", "Het was op een dag in het voorjaar."),
        ("Sinds 21 november woont hij er.", "Sinds het najaar woont hij er."),
        ("De zitting was 14-02-2025.", "De zitting was in de winter."),
        ("Zij is de tandarts in Zoelmond.", "Zij is de tandarts in een plaats in de buurt."),
        ("Een moeder van 43 uit Urk.", "Een moeder van een jaar of veertig."),
        ("Een zoon van 9 uit Urk.", "Een zoon van een jaar of tien."),
        ("Zij belde 06-12345678.", "Zij belde een telefoonnummer."),
        ("Ik werk bij Stichting De Brug.", "Ik werk bij een stichting."),
        ("Dokter Postma zei niets.", "Een arts zei niets."),
        ("Ik bel haar huisarts dr. Smeets.", "Ik bel haar huisarts."),
        ("Dhr. en mw. Pietersen tekenden.", "Twee bewoners tekenden."),
        ("Toen belde de familie Jansen.", "Toen belde de familie."),
        ("Daarna sprak ik fam. Jansen.", "Daarna sprak ik een gezin."),
        ("Ik belde met M.’s moeder.", "Ik belde met haar moeder."),
    ],
)
def test_the_first_proposal_fits_the_sentence(traces: Traces, text: str, after: str) -> None:
    finding = one(traces, text)
    assert traces.replace(text, finding, finding.roles[0])[0] == after


@pytest.mark.parametrize("kind", TraceKind)
def test_every_kind_has_proposals(kind: TraceKind) -> None:
    parts = {
        TraceKind.DATE: ("4",),
        TraceKind.BIRTH: ("12",),
        TraceKind.ORGANISATION: ("huis",),
        TraceKind.ROLE_PLACE: ("imam", "Urk"),
        TraceKind.KINSHIP: ("oma", "102", "Urk"),
    }
    trace = Trace(kind, 0, 10, "imam in Urk", parts=parts.get(kind, ()))
    assert all(role.strip() == role != "" for role in trace_roles(trace))


def test_everywhere_calls_somebody_the_same_from_then_on(traces: Traces) -> None:
    text = "Fatima kwam. Later ging Fatima weg, met Fatima’s jas."
    first = traces.find(text)[0]
    new, places = traces.replace(text, first, "een bewoner", everywhere=True)
    assert new == "Een bewoner kwam. Later ging de bewoner weg, met Fatima’s jas."
    assert [place.role for place in places] == ["een bewoner", "de bewoner"]


def test_private_passages_are_not_looked_at(traces: Traces) -> None:
    assert traces.find("Ik dacht %%aan Fatima%% en ging.") == ()


def test_an_ignored_finding_stays_away_in_its_entry(traces: Traces) -> None:
    entry, text = EntryId("een"), "Ik sprak Fatima."
    mark = traces.mark(entry, one(traces, text))
    assert traces.find(text, entry_id=entry, ignored={mark}) == ()
    assert traces.find(text, entry_id="twee", ignored={mark})


def test_all_answers_of_an_entry_are_looked_at(traces: Traces, desk: Desk) -> None:
    entry = desk.writing.add_note("Ik sprak Fatima, en toen mevrouw J. nog even.")
    found = traces.in_entry(desk.reading.entry(entry.id))
    assert [each.finding.trace.subject for each in found] == ["Fatima", "J."]
    assert found[0].key == AnswerKey("note")
    marks = traces.marks(desk.reading.entry(entry.id))
    assert traces.in_entry(desk.reading.entry(entry.id), marks) == ()


def test_every_part_of_an_answer_is_looked_at(traces: Traces, desk: Desk) -> None:
    entry = desk.writing.add_note("Een notitie.")
    (answer,) = desk.reading.entry(entry.id).answers
    value = Value("Met Karin.", own="Met Fatima.", cells=("", "Met Ahmed."))
    found = traces.in_entry(replace(entry, answers=(replace(answer, value=value),)))
    assert [(each.part, each.finding.trace.text) for each in found] == [
        ("text", "Karin"),
        ("own", "Fatima"),
        ("cells/1", "Ahmed"),
    ]


def test_lists_can_be_read_beforehand(tmp_path: Path) -> None:
    traces = Traces(word_lists_folder())
    traces.load()
    assert traces.find("Ik sprak Fatima.")
    assert traces.limits() == explain_limits()

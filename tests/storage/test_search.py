# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The search of a logbook gives what the slow one gives: the same ids, order and number."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from logbook.core.canonical import content_hash
from logbook.core.entry import AnswerKey, EntryId, Value, Wording
from logbook.core.entry_record import AnswerRecord, EntryRecord, RevisionRecord
from logbook.core.folding import fold, words_of
from logbook.core.label import Label, LabelColour, LabelId
from logbook.core.library import Library
from logbook.core.moment import to_text
from logbook.core.query import parse
from logbook.core.search import PageStart
from logbook.core.text import normalise
from logbook.services.finding import Finding
from logbook.storage import search as module
from logbook.storage.database import Database, memory_database
from logbook.storage.entries import EntryStore
from logbook.storage.labels import LabelWriter
from logbook.storage.migrations import _add_chosen_words as add_chosen_words
from logbook.storage.new_entries import BulkWriter
from logbook.storage.search_text import put_document
from logbook.storage.writes import EntryWriter, Writer
from tests import slow_search
from tests.builders import START, Ids
from tests.slow_search import Paper

WORDS = [
    "hulp",
    "vraag",
    "hulpvraag",
    "hulpvraagverheldering",
    "verheldering",
    "stilte",
    "stil",
    "de",
    "een",
    "één",
    "ĳs",
    "ijs",
    "ijsclub",
    "coördinatie",
    "coordinatie",
    "overleg",
    "Overlegtafel",
    "tafel",
    "cliënt",
    "auto's",
    "zo-dan",
    "1e",
    "café",
]
QUERY_PARTS = [
    *WORDS,
    *[
        "vraag",
        "held",
        "rdin",
        "afel",
        "jsc",
        "cli",
        "zo-d",
        "auto's",
        "IJS",
        "E",
        "🙂",
        "!!",
        "OR",
        "OR",
        "-",
        "foo:bar",
    ],
    '"de hulpvraag"',
    '"een stil"',
    '"stil"',
    '"',
    "-stil",
    '-"de een"',
    "-hulp",
    "hoofdstuk:1",
    "-hoofdstuk:1",
    "staat:concept",
    "staat:afgerond",
    "soort:oefening",
    "soort:notitie",
    "label:stage",
    'label:"tweede stage"',
    "-label:stage",
    "voor:2026-03-05",
    "na:2026-03-05",
    "na:2026-04",
    "vast:ja",
    "vast:nee",
    "oefening:kaart",
    "met:kaarten",
    "-met:kaarten",
    "met:kanttekening",
    "met:opmerkingen",
    "met:gedeeld",
    "met:terugblik",
    "leerdoel:x",
]
LABELS = ("stage", "tweede stage", "Hulp")

texts = st.lists(st.sampled_from(WORDS), max_size=6).map(" ".join)
queries = st.lists(st.sampled_from(QUERY_PARTS), max_size=4).map(" ".join)
sheets = st.fixed_dictionaries(
    {
        "text": texts,
        "note": st.one_of(st.just(""), texts),
        "cards": st.sampled_from([(), (), ("beelden/de-brug",), ("beelden/ijs-en-sneeuw",)]),
        "options": st.sampled_from([(), (), ("stil-zijn", "hulp-vragen")]),
        "exercise": st.sampled_from([None, "kaarten", "stilte-oefening"]),
        "hours": st.integers(0, 24 * 60),
        "about": st.one_of(st.none(), st.dates(date(2026, 3, 1), date(2026, 4, 20))),
        "closed": st.booleans(),
        "deleted": st.sampled_from([False, False, False, True]),
        "pinned": st.booleans(),
        "labels": st.sets(st.sampled_from(LABELS), max_size=2),
    }
)


def sheet_of(text: str) -> dict[str, Any]:
    """A note with nothing but a text."""
    nothing = {"note": "", "cards": (), "options": (), "exercise": None, "about": None}
    marks = {"closed": False, "deleted": False, "pinned": False, "labels": set[str]()}
    return {"text": text, "hours": 0, **nothing, **marks}


def answer(number: int, place: str, value: Value, kind: str = "prose") -> AnswerRecord:
    canonical, revision = value.canonical(), f"{place}-{number}"
    at = to_text(START)
    version = RevisionRecord(revision, None, "test", at, canonical, content_hash(canonical))
    block, _, item = place.partition("/")
    prompt = "noot" if block == "margin" else ""
    question = "Wat viel op aan de tafel?"
    return AnswerRecord(
        block, prompt, item, kind, "Kijken", question, 1, "", "", 0, "", revision, (version,)
    )


def record(number: int, sheet: dict[str, Any]) -> EntryRecord:
    answers = [answer(number, "start", Value(sheet["text"]))]
    if sheet["cards"]:
        answers.append(answer(number, "kaarten", Value(cards=sheet["cards"]), "cards"))
    if sheet["options"]:
        answers.append(answer(number, "keuze", Value(options=sheet["options"]), "choice"))
    if sheet["note"]:
        answers.append(answer(number, "margin", Value(sheet["note"])))
    exercise = sheet["exercise"]
    return EntryRecord(
        id=f"entry{number:02}",
        kind="exercise" if exercise else "free",
        created_at=to_text(START + timedelta(hours=sheet["hours"])),
        state="closed" if sheet["closed"] else "draft",
        exercise_id=exercise,
        exercise_title=f"De {exercise}" if exercise else "",
        exercise_version=None,
        source="",
        chapter=1 if exercise == "kaarten" else None,
        about_date=sheet["about"].isoformat() if sheet["about"] else None,
        closed_at=to_text(START) if sheet["closed"] else None,
        deleted_at=to_text(START) if sheet["deleted"] else None,
        answers=tuple(answers),
    )


def put(connection: Any, records: Iterable[EntryRecord]) -> None:
    writer = BulkWriter(connection)
    writer.add(records)
    writer.finish()


@contextmanager
def logbook_of(given: list[dict[str, Any]]) -> Iterator[tuple[Database, list[Paper]]]:
    with closing(memory_database(Path("proef.db"))) as database:
        ids = [f"entry{number:02}" for number in range(len(given))]
        with database.transaction() as connection:
            put(connection, (record(n, sheet) for n, sheet in enumerate(given)))
            labels = LabelWriter(connection)
            for number, name in enumerate(LABELS):
                labels.insert(Label(LabelId(f"l{number}"), name, LabelColour.TEAL), START)
            for entry_id, sheet in zip(ids, given, strict=True):
                labels.assign([entry_id], [f"l{LABELS.index(name)}" for name in sheet["labels"]])
                pin = to_text(START) if sheet["pinned"] else None
                connection.execute("update entries set pinned_at = ? where id = ?", (pin, entry_id))
        store = EntryStore(database)
        yield (
            database,
            [
                Paper(store.load(entry_id), tuple(sorted(s["labels"], key=str.lower)), s["pinned"])
                for entry_id, s in zip(ids, given, strict=True)
            ],
        )


def all_pages(finding: Finding, text: str, size: int, *, in_bin: bool) -> tuple[list[str], int]:
    found, after = [], None
    while True:
        page = finding.find(parse(text), limit=size, after=after, in_bin=in_bin)
        found += [hit.summary.id for hit in page.hits]
        if len(page.hits) < size:
            return found, page.total
        last = page.hits[-1].summary
        after = PageStart(last.created_at, last.id)


@pytest.mark.parametrize(
    ("enough", "parts", "few"), [(20, 60, 200), (3, 2, 1), (0, 60, 0), (1, 0, 3)]
)
@given(given=st.lists(sheets, max_size=12), texts=st.lists(queries, min_size=1, max_size=8))
@example(given=[sheet_of(text) for text in (*["vraag"] * 3, "hulpvraag")], texts=["vraag"])
@settings(
    max_examples=30,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_it_finds_what_the_slow_search_finds(
    monkeypatch: pytest.MonkeyPatch,
    enough: int,
    parts: int,
    few: int,
    given: list[dict[str, Any]],
    texts: list[str],
) -> None:
    for name, value in (("ENOUGH", enough), ("PARTS", parts), ("_FEW", few)):
        monkeypatch.setattr(module, name, value)
    with logbook_of(given) as (database, papers):
        finding = Finding(database, Library, UTC)
        for text in texts:
            for in_bin in (False, True):
                wanted = slow_search.search(
                    papers, parse(text), in_bin=in_bin, enough=enough, parts=parts
                )
                found, total = all_pages(finding, text, 3, in_bin=in_bin)
                assert (text, found, total) == (text, wanted, len(wanted))
                finding.forget()
                first = finding.find(parse(text), limit=3, in_bin=in_bin, counted=False)
                assert [hit.summary.id for hit in first.hits] == wanted[:3]
                assert first.total == len(wanted) or not first.counted
                assert first.total <= len(wanted)
                assert finding.count(parse(text), in_bin=in_bin) == len(wanted)
                half = START + timedelta(days=20)
                newer = finding.count(parse(text), since=half, in_bin=in_bin)
                older = finding.count(parse(text), before=half, in_bin=in_bin)
                assert newer + older == len(wanted)
        assert words_listed(database) == words_in_index(database)


def words_listed(database: Database) -> list[str]:
    return [word for (word,) in database.rows("select word from search_words order by word")]


def words_in_index(database: Database) -> list[str]:
    database.connection.execute(
        "create virtual table if not exists temp.vocabulary"
        " using fts5vocab('main', 'search_index', 'row')"
    )
    return [term for (term,) in database.rows("select term from temp.vocabulary order by term")]


@given(st.lists(st.tuples(st.integers(0, 2), st.one_of(st.none(), texts)), max_size=12))
@settings(max_examples=40, deadline=None)
def test_the_list_of_words_follows_what_is_written_and_deleted(
    acts: list[tuple[int, str | None]],
) -> None:
    sheet = {
        "text": "stil overleg", "note": "", "cards": (), "options": (), "exercise": None,
        "hours": 0, "about": None, "closed": False, "deleted": False,
    }  # fmt: skip
    with closing(memory_database(Path("proef.db"))) as database:
        ids, there = Ids("r"), {}
        with database.transaction() as connection:
            for number in range(3):
                put(connection, [record(number, sheet)])
                there[number] = f"entry{number:02}"
        for number, text in acts:
            if number not in there:
                continue
            with database.transaction() as connection:
                writer = EntryWriter(connection, Writer("test", ids))
                if text is None:
                    writer.delete_for_good([EntryId(there.pop(number))], START)
                else:
                    write(writer, there[number], text)
            assert words_listed(database) == words_in_index(database)


def write(writer: EntryWriter, entry_id: str, text: str) -> None:
    rid = writer.row_number(EntryId(entry_id))
    assert rid is not None
    wording = Wording("prose", "Kijken", "Wat viel op aan de tafel?")
    writer.write_answer(rid, AnswerKey("start"), wording, Value(text), None, START)
    writer.refresh(rid, START)


@pytest.mark.parametrize(
    "text",
    ['"', "'", "*", '""""', "a*b", "NEAR(a b)", "a AND b", "title:x", "x^2", "\udc80", "\0", "{}"],
)
def test_no_text_breaks_the_index(database: Database, text: str) -> None:
    assert Finding(database, Library).find(parse(text)).hits == ()


def test_a_pasted_book_is_a_query(database: Database) -> None:
    book = 'Het was stil, en "niemand" zei iets. ' * 30_000
    assert Finding(database, Library).find(parse(book)).total == 0
    assert Finding(database, Library).find(parse('"' + "stil " * 200_000)).total == 0


def test_every_accented_letter_is_folded_as_the_index_folds_it(database: Database) -> None:
    letters = [chr(n) for n in range(0xC0, 0x250) if chr(n).isalpha()]
    with database.transaction() as connection:
        connection.execute(
            "insert into entries (rid, id, kind, created_at, state, written_at)"
            " values (1, 'x', 'free', 'x', 'draft', 'x')"
        )
        text = normalise(" ".join(f"a{c}" for c in letters))
        put_document(connection, 1, (text, "", "", ""))
    known = set(words_in_index(database))
    assert [c for c in letters if not known.issuperset(words_of(fold(f"a{c}")))] == []


def test_a_migration_gives_older_documents_the_words_of_what_was_chosen() -> None:
    sheet = {
        "text": "", "note": "", "cards": ("beelden/de-brug", "paper/1"), "exercise": None,
        "options": ("stil-zijn", "één-ding"), "hours": 0, "about": None, "closed": False,
        "deleted": False,
    }  # fmt: skip
    with closing(memory_database(Path("proef.db"))) as database:
        with database.transaction() as connection:
            put(connection, [record(0, sheet), record(1, {**sheet, "text": "Rust"})])
        documents = "select answers, cards from search_text order by rid"
        now = database.rows(documents)
        assert now == [
            ("stil zijn\néén ding", "de brug"),
            ("rust\nstil zijn\néén ding", "de brug"),
        ]
        with database.transaction() as connection:
            connection.execute(
                "update search_text set cards = '', answers = iif(rid = 1, '', 'rust')"
            )
            add_chosen_words(connection)
        assert database.rows(documents) == now


PLAIN = {
    "text": "stil", "note": "", "cards": (), "options": (), "exercise": None, "hours": 0,
    "about": None, "closed": False, "deleted": False, "pinned": False, "labels": (),
}  # fmt: skip


@pytest.mark.parametrize("hours", [range(12), [5, 1, 9, 0, 11, 3, 2, 8, 10, 4, 7, 6]])
def test_many_hits_come_by_time_in_whatever_order_they_were_stored(
    monkeypatch: pytest.MonkeyPatch, hours: list[int]
) -> None:
    monkeypatch.setattr(module, "_FEW", 0)
    with logbook_of([{**PLAIN, "hours": h} for h in hours]) as (database, _):
        wanted = [f"entry{number:02}" for _, number in sorted(zip(hours, range(12), strict=False))][
            ::-1
        ]
        found, total = all_pages(Finding(database, Library, UTC), "stil", 3, in_bin=False)
    assert (found, total) == (wanted, 12)

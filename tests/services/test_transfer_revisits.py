# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Decisions about what comes back travel with a logbook; what was decided here stays."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from logbook.core.revisit import OfferKind, Revisit, Settled
from logbook.services.transfer import ImportResult
from logbook.storage.checks import check_database
from logbook.storage.revisits import RevisitStore, RevisitWriter
from tests.builders import START
from tests.recall_builders import RecallDesk

DAY = date(2028, 2, 29)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[RecallDesk]:
    desk = RecallDesk(tmp_path / "een.db")
    yield desk
    desk.database.close()


@pytest.fixture
def other(tmp_path: Path) -> Iterator[RecallDesk]:
    desk = RecallDesk(tmp_path / "twee.db", "ander")
    yield desk
    desk.database.close()


def exported(desk: RecallDesk) -> str:
    return "".join(desk.transfer.export_chunks("json"))


def data(desk: RecallDesk) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(exported(desk))
    del found["exported_at"]
    return found


def take(desk: RecallDesk, text: str) -> ImportResult:
    return desk.transfer.import_lines(text.encode().splitlines(keepends=True), "bestand")


def fill(desk: RecallDesk) -> None:
    entry = desk.round("eerste")
    desk.plan("tweede", DAY)
    desk.revisiting.set_own(entry.id, "start", DAY)
    desk.revisiting.set_own(entry.id, "", None)
    desk.revisiting.set_evaluation(DAY)
    for offer in desk.revisiting.coming():
        if offer.kind is OfferKind.PROPOSAL:
            desk.revisiting.drop(offer)
        elif offer.kind is OfferKind.INTENTION:
            desk.revisiting.later(offer, DAY)
    with desk.database.transaction() as connection:
        connection.execute("insert into hidden_words (word) values ('geloof')")


def test_everything_comes_back_from_an_export(desk: RecallDesk, other: RecallDesk) -> None:
    fill(desk)
    result = take(other, exported(desk))
    assert result.changes.revisits
    assert data(other) == data(desk)
    assert other.opening().coming() == desk.opening().coming()
    assert list(check_database(other.database)) == []


def test_the_same_file_twice_adds_nothing(desk: RecallDesk) -> None:
    fill(desk)
    before = data(desk)
    assert take(desk, exported(desk)).kept == 0
    assert data(desk) == before


def test_what_was_decided_here_stays(desk: RecallDesk, other: RecallDesk) -> None:
    fill(desk)
    text = exported(desk)
    take(other, text)
    (own, *_) = [o for o in other.revisiting.coming() if o.kind is OfferKind.OWN and o.block]
    other.revisiting.drop(own)
    other.revisiting.set_evaluation(date(2027, 1, 1))
    before = data(other)
    take(other, text)
    assert data(other) == before
    theirs = Revisit(
        "vreemd", OfferKind.OWN, own.entry_id, "", "start", DAY, False, None, None, None, START
    )
    with desk.database.transaction() as connection:
        connection.execute("delete from revisits")
        RevisitWriter(connection).put(theirs)
    take(other, exported(desk))
    assert data(other) == before


def test_decisions_about_what_is_not_here_are_passed_over(
    desk: RecallDesk, other: RecallDesk
) -> None:
    fill(desk)
    found = json.loads(exported(desk))
    found["entries"] = []
    del found["sha256"]
    take(other, json.dumps(found))
    assert RevisitStore(other.database).all() == ()
    assert other.revisiting.evaluation == DAY


def test_a_part_of_the_logbook_takes_its_own_decisions(desk: RecallDesk) -> None:
    fill(desk)
    note = desk.writing.add_note("alleen deze")
    desk.revisiting.set_own(note.id, "", DAY)
    text = "".join(desk.transfer.export_chunks("json", [note.id]))
    found = json.loads(text)
    assert [each["entry"] for each in found["revisits"]] == [note.id]
    assert (found["hidden_words"], found["own_dates"]) == ([], [])


ROWS = st.lists(
    st.builds(
        Revisit,
        st.uuids().map(str),
        st.sampled_from(list(OfferKind)),
        st.sampled_from(["id0001", "id0002"]),
        st.sampled_from(["", "eerste"]),
        st.text("abc-", max_size=5),
        st.none() | st.dates(date(1900, 1, 1)),
        st.booleans(),
        st.none() | st.dates(date(1900, 1, 1)),
        st.none() | st.sampled_from(list(Settled)),
        st.none() | st.just(START),
        st.just(START),
    ),
    max_size=6,
    unique_by=lambda r: (r.kind, r.entry_id, r.exercise_id, r.block),
)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(ROWS)
def test_any_decision_goes_round(rows: list[Revisit]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        desk, other = (RecallDesk(Path(folder) / f"{n}.db", "id") for n in ("een", "twee"))
        desk.writing.add_note("een")
        desk.writing.add_note("twee")
        ids = [row[0] for row in desk.database.rows("select id from entries order by id")]
        with desk.database.transaction() as connection:
            for row in rows:
                place = ids[0] if row.entry_id == "id0001" else ids[1]
                RevisitWriter(connection).put(replace(row, entry_id=place))
        other.take(desk)
        assert RevisitStore(other.database).all() == RevisitStore(desk.database).all()
        other.opening().coming()
        for each in (desk, other):
            each.database.close()

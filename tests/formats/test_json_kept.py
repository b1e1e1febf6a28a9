# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Labels, goals, pins, searches and places in our JSON; hostile ones are refused."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from logbook.core.canonical import content_hash
from logbook.core.errors import ImportUnreadable
from logbook.core.record import (
    GoalRecord,
    GoalVersionRecord,
    LabelRecord,
    PlaceRecord,
    Remains,
    RevisitRecord,
    SearchRecord,
)
from logbook.core.share_record import (
    PacketRecord,
    PlaceTakenRecord,
    ReaderRecord,
    ReceivedRecord,
    RemarkRecord,
    SentAnswerRecord,
    ShareRecord,
)
from logbook.formats.json_format import render_json
from logbook.formats.json_reader import JsonReader

ROOT = Path(__file__).parents[2]
NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
AT = "2026-03-02T09:00:00.000Z"


def version(version_id: str, text: str, parent: str | None = None) -> GoalVersionRecord:
    return GoalVersionRecord(version_id, parent, "apparaat", AT, text, content_hash(text))


P = [f"{number:032x}" for number in range(9)]
HOME, PLACES = "Ik sprak Fatima.", (PlaceTakenRecord(9, 15, "een bewoner"),)
SENT = hashlib.sha256(b"Ik sprak een bewoner.").hexdigest()
SHARED = ShareRecord(
    (ReaderRecord(P[0], "Karin", AT),),
    (
        PacketRecord(
            P[1], P[0], 1, AT, "packet", True, "Ik", "Dag.\n", False, None,
            ((P[2], "e1"),), ((P[3], "Klopt dit?"),),
            (SentAnswerRecord(P[4], "e1", "note", "", "", "r1", HOME, SENT, PLACES),),
        ),
        PacketRecord(P[5], P[0], 2, AT, "pdf", False, "", "", True, P[1]),
    ),
    (ReceivedRecord(P[6], P[1], AT, "K.", "Fijn.", "file", ((P[3], "Ja."),)),),
    (
        RemarkRecord(
            P[7], P[1], P[6], "e1", P[4], "question", "reader", "Wie?", "Fatima", "Ik sprak ", ".",
            9, 15, "2026-03-01", AT, None, "new",
        ),
        RemarkRecord(
            P[8], P[1], None, "e1", None, "tip", "student", "Zij.", "", "", "", -1, -1, None, AT,
            P[7], "read",
        ),
    ),
)  # fmt: skip
KEPT = Remains(
    labels=(LabelRecord("l1", "Eerste stage", "teal", AT, ("e1", "e2")),),
    goals=(
        GoalRecord("g1", AT, None, "v2", (version("v1", "één"), version("v2", "twee\n🙂", "v1"))),
        GoalRecord("g2", AT, AT, "v3", (version("v3", "drie"),), ("e1",)),
    ),
    pins=(("e1", AT),),
    searches=(SearchRecord("s1", "Stage", 'label:"eerste stage" -x', AT),),
    places=(PlaceRecord("e1", "start", "", "", AT, "een bewoner"),),
    revisits=(
        RevisitRecord("r1", "own", "e1", "", "start", "2028-02-29", False, None, None, None, AT),
        RevisitRecord("r2", "own", "e2", "", "", None, True, "2027-01-01", None, None, AT),
        RevisitRecord("r3", "unvisited", "", "proef", "", None, False, None, "dropped", AT, AT),
    ),
    hidden_words=("geloof", "één"),
    own_dates=(("evaluation", "2026-12-31"),),
    sharing=SHARED,
)


def rendered(remains: Remains = KEPT) -> str:
    return "".join(render_json((), remains, NOW))


def read(text: str) -> Remains:
    reader = JsonReader(text.encode().splitlines(keepends=True), "bestand.json")
    assert list(reader.records()) == []
    return reader.remains


def refusal(data: object) -> tuple[str, str]:
    with pytest.raises(ImportUnreadable) as caught:
        read(json.dumps(data))
    return caught.value.reason, caught.value.fact


def test_what_is_kept_reads_back() -> None:
    assert read(rendered()) == KEPT
    assert read(json.dumps(json.loads(rendered()), indent=2)) == KEPT


def test_it_fits_its_schema() -> None:
    schema = json.loads((ROOT / "docs/formats/logbook-1.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.Draft202012Validator(schema).validate(json.loads(rendered()))


def test_a_file_from_before_these_parts_reads_as_before() -> None:
    data = json.loads(rendered())
    for name in ("labels", "goals", "pins", "searches", "places", "revisits", "hidden_words"):
        del data[name]
    for name in ("own_dates", *ShareRecord._fields):
        del data[name]
    assert read(json.dumps(data)) == Remains()


def test_the_least_that_is_needed_is_enough() -> None:
    data = json.loads(rendered())
    del data["labels"][0]["entries"]
    for goal in data["goals"]:
        del goal["entries"], goal["closed_at"]
    found = read(json.dumps(data))
    assert (found.labels[0].entries, found.goals[1].closed_at) == ((), None)


def put(path: str, value: object) -> Callable[[dict[str, Any]], None]:
    """Set the part at a path such as `labels.0.id`."""

    def change(data: dict[str, Any]) -> None:
        *parents, last = path.split(".")
        node: Any = data
        for name in parents:
            node = node[int(name)] if name.isdigit() else node[name]
        node[last] = value

    return change


@pytest.mark.parametrize(
    ("path", "value", "reason"),
    [
        ("labels", {}, "wrong-type"),
        ("labels", [7], "wrong-type"),
        ("labels", [{}], "missing"),
        ("labels.0.more", 1, "unknown"),
        ("labels.0.id", "../weg", "bad-value"),
        ("labels.0.name", "", "bad-value"),
        ("labels.0.name", " werk", "bad-value"),
        ("labels.0.name", "a\nb", "bad-value"),
        ("labels.0.name", "x" * 61, "bad-value"),
        ("labels.0.name", "\ud800", "control"),
        ("labels.0.name", None, "wrong-type"),
        ("labels.0.colour", "#FF0000", "bad-value"),
        ("labels.0.colour", ["teal"], "wrong-type"),
        ("labels.0.created_at", "ooit", "bad-value"),
        ("labels.0.entries", "e1", "wrong-type"),
        ("labels.0.entries", [1], "wrong-type"),
        ("labels.0.entries", ["a b"], "bad-value"),
        ("goals.0.versions", [], "bad-value"),
        ("goals.0.versions", {}, "wrong-type"),
        ("goals.0.head", "v9", "bad-value"),
        ("goals.0.closed_at", 5, "wrong-type"),
        ("goals.0.versions.0.text", "anders", "bad-hash"),
        ("goals.0.versions.0.text", " ", "bad-value"),
        ("goals.0.versions.0.text", "x" * 10_001, "bad-value"),
        ("goals.0.versions.0.parent", "v2", "bad-value"),
        ("goals.0.versions.0.sha256", "", "bad-hash"),
        ("goals.0.versions.1.id", "v1", "duplicate-id"),
        ("goals.1.versions.0.id", "v1", "bad-value"),
        ("goals.1.id", "g1", "duplicate-id"),
        ("readers", {}, "wrong-type"),
        ("readers.0.pair", "id", "bad-value"),
        ("readers.0.pair", "f" * 32, "bad-value"),
        ("readers.0.name", "x" * 201, "bad-value"),
        ("packets.0.more", 1, "unknown"),
        ("packets.0.id", 1, "wrong-type"),
        ("packets.1.id", P[1], "duplicate-id"),
        ("packets.0.round", 0, "bad-value"),
        ("packets.0.round", True, "bad-value"),
        ("packets.0.format", "exe", "bad-value"),
        ("packets.0.sealed", 1, "wrong-type"),
        ("packets.0.previous", "../x", "bad-value"),
        ("packets.0.questions", [{"public": P[3], "text": "x"}] * 4, "bad-value"),
        ("packets.0.questions.0.public", P[2], "duplicate-id"),
        ("packets.0.entries.0.entry", "a b", "bad-value"),
        ("packets.0.answers.0.home", "Iets anders dan toen.", "bad-hash"),
        ("packets.0.answers.0.places.0.end", 9, "bad-value"),
        ("packets.0.answers.0.places.0.end", 99, "bad-value"),
        ("packets.0.answers.0.places.0.words", "Fatima", "bad-hash"),
        ("received.0.packet", P[8], "bad-value"),
        ("received.0.origin", "mail", "bad-value"),
        ("received.0.answers", [{"question": P[3], "text": ""}] * 2, "duplicate-id"),
        ("remarks.0.packet", P[8], "bad-value"),
        ("remarks.0.packet", P[5], "bad-value"),
        ("remarks.0.received", P[8], "bad-value"),
        ("remarks.0.text", " ", "bad-value"),
        ("remarks.0.text", "x" * 20_001, "bad-value"),
        ("remarks.0.text", "\ud800", "control"),
        ("remarks.0.kind", "boos", "bad-value"),
        ("remarks.0.author", "system", "bad-value"),
        ("remarks.0.status", None, "wrong-type"),
        ("remarks.0.start", 8, "bad-value"),
        ("remarks.0.start", -2, "bad-value"),
        ("remarks.0.start", -1, "bad-value"),
        ("remarks.0.day", "gisteren", "bad-value"),
        ("pins.0.entry", "", "bad-value"),
        ("pins.0.pinned_at", None, "wrong-type"),
        ("pins", [["e1", AT]], "wrong-type"),
        ("searches.0.query", " ", "bad-value"),
        ("searches.0.query", "x" * 1001, "bad-value"),
        ("searches.0.name", "\u0000", "control"),
        ("places.0.role", "", "bad-value"),
        ("places.0.role", "x" * 201, "bad-value"),
        ("places.0.block", "x" * 301, "bad-value"),
        ("places.0.was", "Jan", "unknown"),
        ("revisits.0.kind", "late", "bad-value"),
        ("revisits.0.kind", 3, "wrong-type"),
        ("revisits.0.entry", "", "missing"),
        ("revisits.2.exercise_id", "", "missing"),
        ("revisits.0.due", "31-12-2026", "bad-value"),
        ("revisits.0.due", "2027-02-29", "bad-value"),
        ("revisits.0.due", 20260101, "bad-value"),
        ("revisits.0.evaluation", 1, "wrong-type"),
        ("revisits.0.settled", "late", "bad-value"),
        ("revisits.0.settled", ["done"], "bad-value"),
        ("revisits.0.settled_at", "ooit", "bad-value"),
        ("revisits.1.id", "r1", "duplicate-id"),
        ("revisits.0.more", 1, "unknown"),
        ("hidden_words", "geloof", "wrong-type"),
        ("hidden_words", [""], "bad-value"),
        ("hidden_words", ["x" * 101], "bad-value"),
        ("hidden_words", [7], "wrong-type"),
        ("own_dates.0.day", None, "bad-value"),
        ("own_dates.0.name", "", "bad-value"),
        ("own_dates", {}, "wrong-type"),
    ],
)
def test_a_wrong_part_is_refused(path: str, value: object, reason: str) -> None:
    data = json.loads(rendered())
    put(path, value)(data)
    assert refusal(data)[0] == reason


def test_an_id_may_occur_once() -> None:
    data = json.loads(rendered())
    data["labels"] *= 2
    assert refusal(data) == ("duplicate-id", "l1")


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5) | st.just(AT),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ["id", "name", "colour", "created_at", "versions", "entries", "entry", "at"]
            ),
            inner,
            max_size=5,
        )
    ),
    max_leaves=12,
)


@given(st.sampled_from(["labels", "goals", "pins", "searches", "places"]), JSON)
def test_nothing_but_our_shape_is_read(part: str, value: object) -> None:
    data = json.loads(rendered())
    data[part] = value
    try:
        found = read(json.dumps(data))
    except ImportUnreadable:
        return
    assert getattr(found, part) == () or value == json.loads(rendered())[part]

# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from logbook.core.canonical import content_hash
from logbook.core.entry import Value
from logbook.core.entry_record import AnswerRecord, EntryRecord, RevisionRecord, SpliceRecord
from logbook.core.errors import FileNotText, FileTooLarge, ImportUnreadable
from logbook.core.record import Remains
from logbook.formats import json_reader
from logbook.formats.json_format import render_json
from logbook.formats.json_reader import JsonReader

ROOT = Path(__file__).resolve().parents[2]
AT = "2026-03-02T09:00:00.000Z"
NOW = datetime(2026, 11, 21, 14, 2, 3, 123000, tzinfo=UTC)


def revision(
    revision_id: str, text: str, parent: str | None = None, splices: tuple[SpliceRecord, ...] = ()
) -> RevisionRecord:
    value = Value(text).canonical()
    return RevisionRecord(revision_id, parent, "apparaat", AT, value, content_hash(value), splices)


def record(entry_id: str = "e1", *revisions: RevisionRecord) -> EntryRecord:
    versions = revisions or (
        revision("r1", "één", None, (SpliceRecord(AT, 0, "", '{"text":"één"}'),)),
        revision("r2", "twee", "r1", (SpliceRecord(AT, 9, "één", "twee"),)),
    )
    answer = AnswerRecord(
        "start", "", "beelden/brug", "prose", "Begin", "Wat?", 1, "Brug", "Van steen", 3,
            '{"rust":"Rust"}', versions[-1].id, versions,
    )  # fmt: skip
    return EntryRecord(
        entry_id, "exercise", AT, "closed", "proef", "Proef", 1, "Eigen werk", 1, "2026-03-01",
        AT, None, (answer,),
    )  # fmt: skip


def rendered(*records: EntryRecord, remains: Remains | None = None) -> str:
    return "".join(render_json(records, remains or Remains(), NOW))


def read(text: str | bytes) -> list[EntryRecord]:
    raw = text.encode() if isinstance(text, str) else text
    return list(JsonReader(raw.splitlines(keepends=True), "bestand.json").records())


def changed(change: Callable[[dict[str, Any]], object]) -> str:
    data = json.loads(rendered(record()))
    change(data)
    return json.dumps(data)


def refusal(text: str | bytes) -> tuple[str, str]:
    with pytest.raises(ImportUnreadable) as caught:
        read(text)
    return caught.value.reason, caught.value.fact


def test_one_entry_stands_on_one_line() -> None:
    lines = rendered(record("e1"), record("e2")).split("\n")
    assert [line[:10] for line in lines[1:3]] == ['{"id":"e1"', '{"id":"e2"']
    assert len(lines) == 5


def test_an_export_fits_its_schema() -> None:
    schema = json.loads((ROOT / "docs/formats/logbook-1.schema.json").read_text(encoding="utf-8"))
    remains = Remains((("weg", AT),), (("proef", AT),))
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.Draft202012Validator(schema).validate(
        json.loads(rendered(record(), remains=remains))
    )


def test_an_empty_logbook_reads_back() -> None:
    assert read(rendered()) == []


def test_records_read_back_equal() -> None:
    records = [record("e1"), record("e2", revision("x1", '🙂 \\ " \t\nعربي'))]
    assert read(rendered(*records)) == records


def test_what_stands_beside_the_entries_reads_back() -> None:
    remains = Remains((("weg", AT),), (("proef", AT),))
    reader = JsonReader(rendered(record(), remains=remains).encode().splitlines(True), "x")
    list(reader.records())
    assert reader.remains == remains


def test_an_indented_file_is_read_too() -> None:
    text = json.dumps(json.loads(rendered(record())), indent=2)
    assert read("\ufeff" + text) == [record()]


def test_a_moment_with_another_offset_becomes_utc() -> None:
    text = changed(lambda d: d["entries"][0].update(created_at="2026-03-02T11:00:00+02:00"))
    assert read(text)[0].created_at == AT


def test_the_least_that_is_needed_is_enough() -> None:
    def strip(data: dict[str, Any]) -> None:
        answer = data["entries"][0]["answers"][0]
        for key in ("block_title", "exercise_version", "card", "position", "head"):
            del answer[key]
        for version in answer["revisions"]:
            del version["splices"]

    found = read(changed(strip))[0].answers[0]
    assert (found.head, found.card_title, found.position) == ("r2", "", 0)


def put(path: str, value: object) -> Callable[[dict[str, Any]], object]:
    """Set the part at a path such as `entries.0.id`."""

    def change(data: dict[str, Any]) -> None:
        *parents, last = path.split(".")
        node: Any = data
        for name in parents:
            node = node[int(name)] if name.isdigit() else node[name]
        node[int(last) if last.isdigit() else last] = value

    return change


ANSWER = "entries.0.answers.0"
REVISION = f"{ANSWER}.revisions.1"


@pytest.mark.parametrize(
    ("path", "value", "reason"),
    [
        ("format", "iets", "not-ours"),
        ("version", 2, "newer"),
        ("version", "1", "bad-value"),
        ("exported_at", "gisteren", "bad-value"),
        ("entries", {}, "wrong-type"),
        ("entries", [7], "wrong-type"),
        ("pictures", [{}], "missing"),
        ("tombstones", {}, "wrong-type"),
        ("tombstones", [{"id": "a"}], "missing"),
        ("later", [], "unknown"),
        ("entries.0.id", "", "bad-value"),
        ("entries.0.id", "../weg", "bad-value"),
        ("entries.0.id", 7, "wrong-type"),
        ("entries.0.kind", "diary", "bad-value"),
        ("entries.0.exercise_id", None, "missing"),
        ("entries.0.state", "open", "bad-value"),
        ("entries.0.chapter", 1.5, "wrong-type"),
        ("entries.0.chapter", True, "wrong-type"),
        ("entries.0.chapter", -1, "bad-value"),
        ("entries.0.chapter", 10**12, "bad-value"),
        ("entries.0.created_at", "2026-03-02T09:00:00", "bad-value"),
        ("entries.0.created_at", "9999-12-31T23:59:59-23:59", "bad-value"),
        ("entries.0.created_at", "0001-01-01T00:00:00Z", "bad-value"),
        ("entries.0.created_at", "9999-12-31T23:59:59.999Z", "bad-value"),
        ("entries.0.created_at", None, "wrong-type"),
        ("entries.0.about_date", "2 maart", "bad-value"),
        ("entries.0.about_date", 20260302, "bad-value"),
        ("entries.0.answers", None, "wrong-type"),
        ("entries.0.colour", "rood", "unknown"),
        (f"{ANSWER}.kind", "sound", "bad-value"),
        (f"{ANSWER}.card", {"titel": ""}, "unknown"),
        (f"{ANSWER}.revisions", [], "missing"),
        (f"{ANSWER}.head", "r9", "bad-value"),
        (f"{ANSWER}.value", {"text": "iets anders"}, "bad-value"),
        (f"{ANSWER}.prompt_text", "x" * 300_001, "bad-value"),
        (f"{REVISION}.id", "r1", "duplicate-id"),
        (f"{REVISION}.parent", "r9", "bad-value"),
        (f"{REVISION}.parent", "r2", "bad-value"),
        (f"{REVISION}.sha256", "0" * 64, "bad-hash"),
        (f"{REVISION}.sha256", "kort", "bad-value"),
        (f"{REVISION}.value", "tekst", "wrong-type"),
        (f"{REVISION}.value", {}, "missing"),
        (f"{REVISION}.value", {"text": 1}, "bad-value"),
        (f"{REVISION}.value", {"text": "", "sound": 1}, "bad-value"),
        (f"{REVISION}.value", {"text": "", "number": 1.0}, "bad-value"),
        (f"{REVISION}.value", {"text": "", "number": 10**10}, "bad-value"),
        (f"{REVISION}.value", {"text": "x" * 1_000_001}, "too-long"),
        (f"{REVISION}.value", {"text": "", "own": "x" * 1_000_001}, "too-long"),
        (f"{REVISION}.splices", {}, "wrong-type"),
        (f"{REVISION}.splices", [[AT, 0, ""]], "wrong-type"),
        (f"{REVISION}.splices", [[AT, "0", "", ""]], "wrong-type"),
        (f"{REVISION}.splices", [[AT, -1, "", "x"]], "bad-value"),
        (f"{REVISION}.splices", [[AT, 99, "", "x"]], "bad-value"),
        (f"{REVISION}.splices", [[AT, 0, "a", "b"]], "bad-value"),
    ],
)  # fmt: skip
def test_a_wrong_part_is_refused(path: str, value: object, reason: str) -> None:
    assert refusal(changed(put(path, value)))[0] == reason


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "not-json"),
        ("dit is geen JSON", "not-json"),
        ("[]", "not-ours"),
        ("null", "not-ours"),
        ("7", "not-ours"),
        ('{"format":"logboek"', "not-json"),
        ('{"format":"logboek","version":1}', "missing"),
        ("[" * 100_000, "too-deep"),
        ('{"format":"logboek","format":"logboek"}', "bad-value"),
        ('{"format":"logboek","version":1e999,"entries":[]}', "bad-value"),
        ('{"format":"logboek","version":' + "9" * 5000 + "}", "bad-value"),
        ('{"format":"logboek","version":NaN}', "bad-value"),
    ],
)
def test_a_file_that_is_not_ours_is_refused(text: str, reason: str) -> None:
    assert refusal(text)[0] == reason


@pytest.mark.parametrize("escape", [r"\u0000", r"\ud800", r"\b", r"\u001b", "\x7f", "\x9b"])
def test_signs_that_are_no_text_are_refused(escape: str) -> None:
    text = rendered(record()).replace('"source":"Eigen werk"', f'"source":"Ik schreef {escape}"')
    reason, fact = refusal(text)
    assert reason == "control"
    assert re.fullmatch(r"U\+[0-9A-F]{4}", fact)  # the sign and nothing of the words


def test_a_refusal_names_the_line() -> None:
    lines = rendered(record("e1"), record("e2")).split("\n")
    lines[2] = lines[2].replace('"kind":"exercise"', '"kind":"diary"')
    with pytest.raises(ImportUnreadable) as caught:
        read("\n".join(lines))
    assert (caught.value.line, caught.value.fact) == (3, "kind")


def test_an_id_may_occur_once() -> None:
    assert refusal(rendered(record("e1"), record("e1"))) == ("duplicate-id", "e1")


def test_an_answer_may_occur_once() -> None:
    one = record()
    assert refusal(rendered(one._replace(answers=one.answers * 2)))[0] == "duplicate-id"


@pytest.mark.parametrize("kept", [0.3, 0.7, 0.97])
def test_half_a_file_is_refused(kept: float) -> None:
    text = rendered(record("e1"), record("e2"))
    assert refusal(text[: int(len(text) * kept)])[0] == "truncated"


def test_a_file_that_ends_between_entries_is_refused() -> None:
    lines = rendered(record("e1"), record("e2")).split("\n")
    assert refusal("\n".join(lines[:2]))[0] == "truncated"


def test_bytes_that_are_no_text_are_refused() -> None:
    with pytest.raises(FileNotText):
        read(rendered(record()).encode().replace("één".encode(), b"\xe9\xe9n"))


def test_another_layout_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json_reader, "WHOLE_LIMIT", 100)
    with pytest.raises(FileTooLarge):
        read(json.dumps(json.loads(rendered(record())), indent=2))


def test_a_long_replay_is_taken_on_trust(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("logbook.core.entry_record._REPLAY_LIMIT", 5)
    wrong = revision("r1", "één", None, (SpliceRecord(AT, 0, "", "{something else}"),))
    assert read(rendered(record("e1", wrong)))[0].answers[0].revisions == (wrong,)

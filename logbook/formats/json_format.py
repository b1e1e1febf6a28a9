# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The whole logbook as JSON, one entry a line, written and read one entry at a time.

The shape is described in `docs/formats/logbook-1.md` and its JSON Schema; one entry is checked
in `json_fields.py`. A file in another layout (indented by an editor) is read whole.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from datetime import datetime
from json.encoder import encode_basestring as quoted
from typing import Any

from logbook.core.errors import FileNotText, FileTooLarge, ImportUnreadable
from logbook.core.moment import to_text
from logbook.core.record import AnswerRecord, EntryRecord, Remains, RevisionRecord
from logbook.files.intake import JsonRefused, parse_json
from logbook.formats.json_fields import (
    ID_LIMIT,
    Refused,
    check_text,
    identifier,
    keyed,
    moment,
    read_entry,
    text,
)

FORMAT = "logboek"
VERSION = 1

#: One entry may take this many bytes; a file in another layout this many in all.
LINE_LIMIT = 256_000_000
WHOLE_LIMIT = 32_000_000

_OPENING = b'"entries":['
_HEAD_NEEDED = {"format", "version", "exported_at", "entries"}
_TAIL_KEYS = {"pictures", "skipped", "tombstones"}
# What only a text with control characters or lone surrogates holds, beside unprintable signs.
_ESCAPE = re.compile(r"\\[ubfr]")
_REASONS = {"syntax": "not-json", "depth": "too-deep", "duplicate": "bad-value"}


def render_json(
    records: Iterable[EntryRecord], remains: Remains, exported_at: datetime
) -> Iterator[str]:
    """The file in pieces; `records` must come in order of id."""
    yield (
        f'{{"format":"{FORMAT}","version":{VERSION},"exported_at":"{to_text(exported_at)}",'
        '"entries":[\n'
    )
    comma = ""
    for record in records:
        yield f"{comma}{_entry(record)}"
        comma = ",\n"
    tail = {
        "pictures": [],
        "skipped": [{"exercise_id": i, "skipped_at": at} for i, at in remains.skipped],
        "tombstones": [{"id": i, "deleted_at": at} for i, at in remains.tombstones],
    }
    ending = json.dumps(tail, ensure_ascii=False, separators=(",", ":"))
    yield f"{chr(10) if comma else ''}],{ending[1:]}\n"


def _entry(record: EntryRecord) -> str:
    # Written by hand: values are JSON already, and a logbook may hold a hundred thousand of them.
    answers = ",".join([_answer(answer) for answer in record.answers])
    return (
        f'{{"id":{quoted(record.id)},"kind":{quoted(record.kind)},'
        f'"exercise_id":{_text(record.exercise_id)},'
        f'"exercise_title":{quoted(record.exercise_title)},'
        f'"exercise_version":{_number(record.exercise_version)},'
        f'"source":{quoted(record.source)},"chapter":{_number(record.chapter)},'
        f'"state":{quoted(record.state)},"about_date":{_text(record.about_date)},'
        f'"created_at":{quoted(record.created_at)},"closed_at":{_text(record.closed_at)},'
        f'"deleted_at":{_text(record.deleted_at)},"answers":[{answers}]}}'
    )


def _answer(answer: AnswerRecord) -> str:
    revisions = ",".join([_revision(revision) for revision in answer.revisions])
    return (
        f'{{"block":{quoted(answer.block)},"prompt":{quoted(answer.prompt)},'
        f'"item":{quoted(answer.item)},"kind":{quoted(answer.kind)},'
        f'"block_title":{quoted(answer.block_title)},'
        f'"prompt_text":{quoted(answer.prompt_text)},'
        f'"exercise_version":{_number(answer.exercise_version)},'
        f'"card":{_card(answer)},"position":{answer.position},'
        f'"value":{answer.value},"head":{quoted(answer.head)},"revisions":[{revisions}]}}'
    )


def _card(answer: AnswerRecord) -> str:
    if not answer.card_title and not answer.card_description:
        return "null"
    return (
        f'{{"title":{quoted(answer.card_title)},"description":{quoted(answer.card_description)}}}'
    )


def _revision(revision: RevisionRecord) -> str:
    splices = ",".join(
        [
            f"[{quoted(s.at)},{s.offset},{quoted(s.removed)},{quoted(s.inserted)}]"
            for s in revision.splices
        ]
    )
    return (
        f'{{"id":{quoted(revision.id)},"parent":{_text(revision.parent)},'
        f'"device":{quoted(revision.device)},"at":{quoted(revision.at)},'
        f'"value":{revision.value},"sha256":{quoted(revision.sha256)},"splices":[{splices}]}}'
    )


def _text(value: str | None) -> str:
    return "null" if value is None else quoted(value)


def _number(value: int | None) -> str:
    return "null" if value is None else str(value)


class JsonReader:
    """Reads a file of `render_json`.

    Args:
        lines: the file in lines, as `files.lines` gives them.
        name: what errors call the file.
    """

    def __init__(self, lines: Iterable[bytes], name: str) -> None:
        self._lines = iter(lines)
        self._name = name
        self._line = 0
        self._ids: set[str] = set()
        #: What stands beside the entries; complete after the last record.
        self.remains = Remains()

    def records(self) -> Iterator[EntryRecord]:
        """The entries in order of the file, each checked.

        Raises:
            ImportUnreadable: with the line and the part that is wrong.
            FileNotText, FileTooLarge, FileUnreadable.
        """
        try:
            first = self._next().removeprefix(b"\xef\xbb\xbf").rstrip()
            if first.endswith(_OPENING):
                yield from self._streamed(first)
            else:
                yield from self._whole(first)
        except Refused as error:
            raise self._unreadable(error.reason, error.fact) from None

    def _streamed(self, first: bytes) -> Iterator[EntryRecord]:
        self._check_head(self._parse(first + b"]}"))
        while line := self._next():
            body = line.rstrip()
            if body.startswith(b"]"):
                self._read_tail(body)
                return
            if body:
                data = self._parse(body.removesuffix(b","), whole_line=line.endswith(b"\n"))
                yield self._entry(data)
        raise Refused("truncated")

    def _whole(self, first: bytes) -> Iterator[EntryRecord]:
        parts, size = [first], len(first)
        while line := self._next():
            parts.append(line)
            size += len(line)
            if size > WHOLE_LIMIT:
                raise FileTooLarge(self._name, size, WHOLE_LIMIT)
        self._line = 0
        data = self._parse(b"\n".join(part.rstrip(b"\r\n") for part in parts))
        self._check_head(data)
        for entry in data["entries"]:
            yield self._entry(entry)
        self._take_tail({key: data[key] for key in _TAIL_KEYS if key in data})

    def _entry(self, data: object) -> EntryRecord:
        record = read_entry(data)
        if record.id in self._ids:
            raise Refused("duplicate-id", record.id)
        self._ids.add(record.id)
        return record

    def _check_head(self, data: Any) -> None:
        if type(data) is not dict or data.get("format") != FORMAT:
            raise Refused("not-ours")
        version = data.get("version")
        if type(version) is not int or version < 1:
            raise Refused("bad-value", "version")
        if version > VERSION:
            raise Refused("newer", str(version)[:20])
        keyed(data, "logboek", _HEAD_NEEDED, _HEAD_NEEDED | _TAIL_KEYS)
        moment(data, "exported_at")
        if type(data["entries"]) is not list:
            raise Refused("wrong-type", "entries")

    def _read_tail(self, body: bytes) -> None:
        start, parts, size = self._line, [body], len(body)
        while line := self._next():
            parts.append(line.rstrip())
            size += len(line)
            if size > WHOLE_LIMIT:
                raise FileTooLarge(self._name, size, WHOLE_LIMIT)
        self._line = start
        try:
            data = self._parse(b'{"entries":[' + b"\n".join(parts))
        except Refused as error:
            raise (Refused("truncated") if error.reason == "not-json" else error) from None
        del data["entries"]
        self._take_tail(data)

    def _take_tail(self, data: dict[str, Any]) -> None:
        keyed(data, "logboek", set(), _TAIL_KEYS)
        if data.get("pictures", []) != []:
            raise Refused("unknown", "pictures")
        tombstones, skipped = data.get("tombstones", []), data.get("skipped", [])
        if type(tombstones) is not list or type(skipped) is not list:
            raise Refused("wrong-type", "tombstones")
        self.remains = Remains(
            tuple([self._pair(item, "id", "deleted_at") for item in tombstones]),
            tuple([self._pair(item, "exercise_id", "skipped_at") for item in skipped]),
        )

    @staticmethod
    def _pair(data: object, name: str, at: str) -> tuple[str, str]:
        pair = keyed(data, name, {name, at}, {name, at})
        key = identifier(pair, name) if name == "id" else text(pair, name, ID_LIMIT)
        return key, moment(pair, at)

    def _parse(self, raw: bytes, *, whole_line: bool = True) -> Any:
        try:
            line = raw.decode()
            data = parse_json(line, depth=None)
        except UnicodeDecodeError as error:
            raise FileNotText(self._name, f"line {self._line}, byte {error.start}") from None
        except JsonRefused as error:
            reason = _REASONS.get(error.reason, "bad-value")
            if reason == "not-json" and not whole_line:
                reason = "truncated"
            raise Refused(reason, error.fact[:80]) from None
        if _ESCAPE.search(line) or not line.isprintable():
            check_text(data)
        return data

    def _next(self) -> bytes:
        line = next(self._lines, b"")
        if line:
            self._line += 1
        return line

    def _unreadable(self, reason: str, fact: str) -> ImportUnreadable:
        return ImportUnreadable(self._name, reason, self._line, fact)
